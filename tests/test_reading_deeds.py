"""What is said of a deed beside its verb: who does it, with whom, what for, once what has come."""

from __future__ import annotations

import pytest
from dialogue import SMALL_TALK as SPELLED
from dialogue import dialogue

from coach.reading.offline import OfflineReader

SMALL_TALK = SPELLED.replace("\nN: ", "\nMentor: ").replace("\nS: ", "\nMentee: ")
WORDED = {
    "what two do in one breath are two deeds": (
        "Mentee: I'll sit with the apprentice on Monday and we'll draw the roof together.",
        "Sit with the apprentice and draw the roof together",
    ),
    "what one means to learn belongs to it": (
        "Mentor: I'll give Pam a call tomorrow, see would she lend you the kiln.",
        "Call Pam and see whether she would lend Sam the kiln",
    ),
    "a clause that only begins is left out": (
        "Mentee: I'll catch the foreman on Friday before he",
        "Catch the foreman",
    ),
    "a clause that ends with its verb is kept": (
        "Mentee: I'll add the hours up on Friday and see what the rate really is.",
        "Add the hours up and see what the rate really is",
    ),
    "a new sentence begins where nobody wrote the stop": (
        "Mentor: i'll nudge him i'm in a meeting with him on monday",
        "Nudge him",
    ),
    "what is told is no new sentence": (
        "Mentor: I'll tell Pam I'm driving you there on Monday.",
        "Tell Pam they are driving Sam there",
    ),
    "a verb keeps its particle beside a day": (
        "Mentee: I'll hand the timesheet in tomorrow.",
        "Hand the timesheet in",
    ),
    "our is theirs to a reader": (
        "Mentor: I'll ask the clerk in our branch on Monday.",
        "Ask the clerk in their branch",
    ),
    "who asks to be sent us is one": (
        """Mentor: Will you send us a text when the boiler is in?
        Mentee: Yes, I will.""",
        "Text Ada when the boiler is in",
    ),
    "you all are more than the one who listens": (
        "Mentor: I'll bring you all a seed catalogue on Monday.",
        "Bring them all a seed catalogue",
    ),
    "all before what there is of a thing is not": (
        "Mentor: I'll bring you all the seed trays on Monday.",
        "Bring Sam all the seed trays",
    ),
    "they do what you all do": (
        "Mentor: I'll photograph what you guys build on Monday.",
        "Photograph what they build",
    ),
    "you two before a noun counts things": (
        "Mentor: I'll bring you two seed trays on Monday.",
        "Bring Sam two seed trays",
    ),
    "two that are booked in are an object": (
        "Mentor: I'll book the pair of us in tomorrow.",
        "Book both of them in",
    ),
    "a verb agrees with the name that took the place of you": (
        "Mentor: I'll ring the yard when you get the key on Monday.",
        "Ring the yard when Sam gets the key",
    ),
    "a result that says the deed again adds nothing": (
        """Mentee: I'll paint the shutters at the weekend.
        Mentee: It'll be done by Monday.""",
        "Paint the shutters",
    ),
    "what is asked first is what it waits for": (
        "Mentor: Just drop the plans in my box on Monday and I'll read them on Tuesday.",
        "Read the plans once Sam drops the plans in their box",
    ),
    "an email that one gives is sent": (
        "Mentor: I'll give Pam an email tonight about the loan.",
        "Email Pam about the loan",
    ),
    "what two verbs of one breath do is done, said as present too": (
        "Mentee: On Monday I'll copy the deed and I bring it to the notary.",
        "Copy the deed and bring it to the notary",
    ),
    "what is told stands after its day": (
        "Mentee: I'll tell the baker tomorrow: eighty rolls.",
        "Tell the baker: eighty rolls",
    ),
    "it goes before whom it is texted to": (
        "Mentor: The gate code, yes. I'll text you it tonight.",
        "Text it to Sam",
    ),
    "a thing may stand before whom it is sent to": (
        "Mentee: I send the new plan Ada on Monday.",
        "Send Ada the new plan",
    ),
    "that is a thing after the one who gets it": (
        """Mentor: There's a one-page sheet on hives that I use with the trainees.
        Mentee: Oh, nice.
        Mentor: I can get you that by Monday.""",
        "Get Sam the one-page sheet on hives",
    ),
    "me is nobody's thing where one lets or adds": (
        "Mentor: I'll ask the clerk on Monday to write to you and let me know as well.",
        "Ask the clerk to write to Sam and let them know",
    ),
    "a name is told without the greeting before it": (
        """Mentor: And Wes knows the yard.
        Mentee: "Hey Wes, have you a skip?" Like that? I'll ask Wes on Monday.""",
        "Ask Wes",
    ),
    "a feast is nobody": (
        """Mentor: Have you told the foreman?
        Mentee: They meet on Tuesday, Monday's Thanksgiving. I'll grab him Tuesday right after.""",
        "Grab him",
    ),
    "how much of it is told without a verb": (
        "Mentee: I'll write the two stories down on Monday. Half a page each.",
        "Write the two stories down (half a page each)",
    ),
    "how much of it is told before it": (
        "Mentee: Half a page each. I'll do mine on Monday.",
        "Do their own (half a page each)",
    ),
    "what is told before is no part of what does not point to it": (
        "Mentee: Three kids at home. I'll ring the nursery on Monday.",
        "Ring the nursery",
    ),
    "to let somebody know is no filler": (
        "Mentee: I'll let you know by, eh, by the end of the week.",
        "Let Ada know",
    ),
    "a number before a hyphen is no day of the month": (
        "Mentee: I'll post it to Gerry on Thursday, the one-pager.",
        "Post it to Gerry, the one-pager",
    ),
    "an hour is no measure": (
        "Mentee: I'll ring the nursery on Monday. Ten o'clock.",
        "Ring the nursery",
    ),
}
CLOSING = """
Mentor: So, before we stop.
Mentee: Right, so. The bees on Saturday, %s, Friday.
Mentor: Lovely."""
LISTED = {
    "a bare deed is told with its name in the closing list": (
        """Mentor: There's the school bursary.
        Mentee: I'd like that. Would you put me in for it?
        Mentor: Think on it till Monday.
        Mentee: I'll nominate myself by Friday.""",
        "the bursary",
        "Nominate (the bursary)",
    ),
    "a name that says nothing new is left out": (
        "Mentee: I'll post the bursary form by Friday.",
        "the bursary",
        "Post the bursary form",
    ),
    "what nobody spoke of beside it is another thing's name": (
        "Mentee: I'll post the bursary form by Friday.",
        "the caravan",
        "Post the bursary form",
    ),
    "a name alone is told with the words that first spoke of it": (
        """Mentor: There's the fire certificate, level two.
        Mentee: There is, so.""",
        "fire certificate",
        "Fire certificate (“There's the fire certificate, level two”)",
    ),
    "a person is no name for a deed": (
        """Mentor: Will Marcus be there?
        Mentee: Ask Marcus, he knows. I'll post the bursary form by Friday.""",
        "Marcus",
        "Post the bursary form",
    ),
}


@pytest.mark.parametrize(("text", "expected"), WORDED.values(), ids=WORDED)
def test_a_deed_is_told_with_what_belongs_to_it(text: str, expected: str) -> None:
    claims = OfflineReader().read(dialogue(text)).commitments
    assert [claim.action for claim in claims][:1] == [expected]


@pytest.mark.parametrize(("text", "label", "expected"), LISTED.values(), ids=LISTED)
def test_a_deed_bears_the_name_of_the_closing_list(text: str, label: str, expected: str) -> None:
    talk = f"{SMALL_TALK}\n{text}\nMentee: And I'll see to the bees on Saturday.\n{SMALL_TALK}"
    claims = OfflineReader().read(dialogue(talk + CLOSING % label)).commitments
    assert expected in [claim.action for claim in claims]
