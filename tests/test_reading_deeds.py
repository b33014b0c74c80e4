"""What is said of a deed beside its verb: who does it, with whom, what for, once what has come."""

from __future__ import annotations

import pytest
from dialogue import dialogue

from coach.reading.offline import OfflineReader

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
}


@pytest.mark.parametrize(("text", "expected"), WORDED.values(), ids=WORDED)
def test_a_deed_is_told_with_what_belongs_to_it(text: str, expected: str) -> None:
    claims = OfflineReader().read(dialogue(text)).commitments
    assert [claim.action for claim in claims][:1] == [expected]
