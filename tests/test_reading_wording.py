"""An action stands alone: plain verb, named person and thing, no date, no filler, nothing added."""

from __future__ import annotations

from dataclasses import replace

import pytest
from dialogue import MENTOR, dialogue
from hypothesis import given
from hypothesis import strategies as st

from coach.reading.offline import OfflineReader
from coach.reading.promise.deed import infinitive
from coach.reading.wording.plain_verbs import in_plain_verbs
from coach.records import Commitment, Person
from coach.records.recap import Status

WORDED = {
    "what was asked for is named as the one who asked means it": (
        """Mentee: Could you also look at my pricing sheet?
        Mentor: Sure, I'll read it on Saturday.""",
        "Read Sam's pricing sheet",
    ),
    "a yes takes its words from the request": (
        """Mentor: Could you ask Denise to come in for the first ten minutes?
        Mentee: Yes, I'll ask her on Thursday.""",
        "Ask Denise to come in for the first ten minutes",
    ),
    "doing that is what was advised": (
        """Mentor: You could ask the harbour master for the tide tables.
        Mentee: Good idea. I'll do that tomorrow.""",
        "Ask the harbour master for the tide tables",
    ),
    "her is the person the talk is of": (
        """Mentor: Have you spoken to Mrs Abara about the lease?
        Mentee: Not yet. She was away. I'll ring her on Friday.""",
        "Ring Mrs Abara",
    ),
    "her is whom the other one knows": (
        """Mentee: And you know Bia Duarte, don't you? She ran the one in Leeds.
        Mentor: I know Bia well.
        Mentee: I'd love to meet somebody who has done it.
        Mentor: I'll drop her an email tonight.""",
        "Email Bia Duarte",
    ),
    "her is nobody of the wrong sort": (
        """Mentor: Have you told Mr Obi about the lease?
        Mentee: Not yet. And my aunt wants to know. I'll ring her on Friday.""",
        "Ring her",
    ),
    "a language is nobody": (
        """Mentor: How is your Portuguese?
        Mentee: My Portuguese goes to pieces. I'll ring her on Friday, she's the buyer.""",
        "Ring her",
    ),
    "it is what the talk keeps in view": (
        """Mentor: There's a one-page sheet on writing labels that I use with the trainees.
        Mentee: Oh, nice.
        Mentor: I'll ping it across to you this afternoon.""",
        "Send Sam the one-page sheet on writing labels",
    ),
    "that is the thing that is done": (
        """Mentee: The label on drawer nine says eight.
        Mentor: Does it.
        Mentee: I'll fix that tonight, it's only the one.""",
        "Fix that (“The label on drawer nine says eight”)",
    ),
    "what is written first is told with what is in it": (
        """Mentee: So I'll draft it. One page, the prices, and a timetable. I'll send it on Sunday.
        Mentor: Good.""",
        "Draft one page, the prices, and a timetable and send it",
    ),
    "what arrives is what was posted": (
        """Mentor: I'll post you the green folder tomorrow. It'll be with you by Easter.
        Mentee: Thank you.""",
        "Post Sam the green folder",
    ),
    "what is asked comes after a breath": (
        """Mentor: Mr Abara is in on Thursday.
        Mentee: I'll ask him then, if I may borrow the long ladder.""",
        "Ask Mr Abara if they may borrow the long ladder",
    ),
    "a capital letter that opens a sentence is nobody": (
        """Mentor: And the baker, did he call? Worst he can say is no.
        Mentee: I'll ring him on Friday.""",
        "Ring him",
    ),
    "her is nobody who is a he in all the talk": (
        """Mentor: I'd ask Oskar, he has the moulds.
        Mentee: Oskar said he lent them out.
        Mentor: Not to Oskar then. Write to the college.
        Mentee: Then it's the office. I'll ring her on Friday.""",
        "Ring her",
    ),
    "a nod tells nothing of whether somebody is a he": (
        """Mentor: Did you speak to Oskar?
        Mentee: Sort of. He's away.
        Mentor: And the moulds?
        Mentee: I'll ring her on Friday.""",
        "Ring her",
    ),
    "whom one is introduced to is a person": (
        """Mentor: Did you speak to Oskar?
        Mentee: Sort of. He's away. Could you introduce me to Britta at the college?
        Mentor: Sure, I'll ring her on Friday.""",
        "Ring Britta",
    ),
    "her before a day is no possessive": (
        """Mentee: Mrs Abara has the deeds. I'll ring her same evening, on Friday.
        Mentor: Good.""",
        "Ring her same evening",
    ),
    "it is had back from whoever reads": (
        """Mentee: That's chapter nine.
        Mentor: You'll get it back off me on Friday, with the red pen.""",
        "Send it back with the red pen",
    ),
    "that will be done": (
        """Mentor: And your half of the form?
        Mentee: That'll be done and back with you by Friday.""",
        "Have it done and back with Ada",
    ),
    "a thing beside it is not it": (
        """Mentee: It's nearly there. I go through it with a red pen every night.
        Mentor: Good.
        Mentee: I'll email it to you tomorrow.""",
        "Email it to Ada",
    ),
    "it stays where its thing is in the same deed": (
        """Mentee: I'll write one page on the mill and post it for the crew by Friday.
        Mentor: Good.""",
        "Write one page on the mill and post it for the crew",
    ),
    "a bell is a ring, and what is to be found out stays": (
        """Mentor: I'll give Petra a bell on Monday and see if she'd take you on for a day.
        Mentee: Thanks.""",
        "Ring Petra and see if she would take Sam on for a day",
    ),
    "what will be there is sent": (
        """Mentee: You'll have the wiring diagram by Tuesday.
        Mentor: Perfect.""",
        "Send Ada the wiring diagram",
    ),
    "what one is doing is to be done": (
        """Mentee: I'm posting the permit on Thursday, so you know.
        Mentor: Good.""",
        "Post the permit",
    ),
    "a simile goes": (
        """Mentee: I'll wait by the gate for the inspector on Friday like a lost dog.
        Mentor: Ha.""",
        "Wait by the gate for the inspector",
    ),
    "the condition is part of what was promised": (
        """Mentor: If the council says no, I'll write to the ombudsman.
        Mentee: Fair.""",
        "Write to the ombudsman if the council says no",
    ),
    "a piece said after the full stop goes on": (
        """Mentee: I'll film the lesson on Tuesday. From the back, with the sound off.
        Mentor: Right.""",
        "Film the lesson, from the back with the sound off",
    ),
    "two deeds of one promise": (
        """Mentee: I'll write up the safety drill. And I'll send it to you on Sunday.
        Mentor: Perfect.""",
        "Write up the safety drill and send it to Ada",
    ),
    "the same deed said twice is said once": (
        """Mentee: I'll send the invoice. Yes, I'll send it on Sunday.
        Mentor: Perfect.""",
        "Send the invoice",
    ),
    "what is put first comes after its verb": (
        """Mentee: So the tide list I'll make by Thursday.
        Mentor: Good.""",
        "Make the tide list",
    ),
    "a moment put first is not what is done": (
        """Mentee: The next morning I'll read on the ferry.
        Mentor: Good.""",
        "Read on the ferry",
    ),
    "who sees is not who is seen, and the whole request is answered": (
        """Mentee: Could you read my lease and tell me what you see?
        Mentor: Sure, I'll read it on Friday.""",
        "Read Sam's lease and tell Sam what they see",
    ),
    "a date in the middle parts nothing": (
        """Mentee: I'll tell Mr Obi on Monday that the lease is his.
        Mentor: Good.""",
        "Tell Mr Obi that the lease is his",
    ),
    "the same evening is told by what it follows": (
        """Mentor: If the council says no, I'll ring you the same evening.
        Mentee: Thanks.""",
        "Ring Sam the same evening if the council says no",
    ),
    "a short form has the words that were said at length": (
        """Mentor: There's a laminated chart of knots in the shed.
        Mentee: Yes.
        Mentor: Do you know it?
        Mentee: I do.
        Mentor: I'll send the chart to you on Friday.""",
        "Send Sam the laminated chart of knots",
    ),
    "what tells one from another is not lent": (
        """Mentee: The old chart was wrong.
        Mentor: Really?
        Mentee: I'll draw the chart again on Friday.
        Mentor: Good.""",
        "Draw the chart again",
    ),
    "a first name is followed by the other": (
        """Mentor: Do you remember Linda Foss? She runs the course.
        Mentee: Yes.
        Mentor: I'll ring Linda on Friday.""",
        "Ring Linda Foss",
    ),
    "of two who bear a name neither is meant": (
        """Mentor: Linda Foss runs the course, and Linda Abara said she pays for it.
        Mentee: Yes.
        Mentor: I'll ring Linda on Friday.""",
        "Ring Linda",
    ),
    "a thank-you is not the partner": (
        """Mentee: I'll write the foreman a thank you tomorrow.
        Mentor: Good.""",
        "Write the foreman a thank-you",
    ),
}


@pytest.mark.parametrize(("text", "expected"), WORDED.values(), ids=WORDED)
def test_an_action_stands_alone(text: str, expected: str) -> None:
    assert [claim.action for claim in OfflineReader().read(dialogue(text)).commitments] == [
        expected
    ]


def test_what_the_pair_of_them_promise_is_done_together() -> None:
    text = """Mentor: Will we give it an hour with the lathe on Friday, the pair of us?
        Mentee: Yes, let's."""
    claims = OfflineReader().read(dialogue(text)).commitments
    assert [claim.action for claim in claims] == ["Give it an hour with the lathe together"] * 2


OFFERED = {
    "Mentor: Would it help if I sent you the budget page from ours?\nMentee: Oh God, yes please.\n"
    "Mentor: I'll send you that tomorrow morning.": "Send Sam the budget page from theirs",
    "Mentor: Would it help if I asked Orla about the vans?\nMentee: Yes please.": (
        "Ask Orla about the vans"
    ),
    "Mentor: What if I wrote to the bursar and copied you in?\nMentee: Yes please.": (
        "Write to the bursar and copy Sam in"
    ),
    "Mentor: Shall I embed the film in the page?\nMentee: Yes please.": (
        "Embed the film in the page"
    ),
}


@pytest.mark.parametrize(("text", "expected"), OFFERED.items())
def test_what_is_supposed_in_an_offer_is_worded_as_a_deed_to_come(text: str, expected: str) -> None:
    assert [claim.action for claim in OfflineReader().read(dialogue(text)).commitments] == [
        expected
    ]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Mentee: I'll finish the plan on Friday.\nMentor: Good.", "Finish their outreach plan"),
        ("Mentor: I'll print the plan on Friday.\nMentee: Good.", "Print Sam's outreach plan"),
    ],
    ids=("the owner's own", "the other one's"),
)
def test_an_owners_own_thing_is_theirs_and_the_other_ones_is_named(
    said: str, expected: str
) -> None:
    earlier = Commitment(
        id="01#c1", owner=MENTOR, action="Go through Sam's outreach plan", status="open"
    )
    claims = OfflineReader().read(dialogue(said, [earlier])).commitments
    assert [claim.action for claim in claims] == [expected]


def test_the_day_of_a_thing_is_no_part_of_its_name() -> None:
    text = """Mentee: I'll send you the outreach plan on the twenty-fourth.
        Mentor: Then I'll go through it by Friday week.
        Mentee: Good."""
    actions = [claim.action for claim in OfflineReader().read(dialogue(text)).commitments]
    assert actions[1:] == ["Go through the outreach plan"]


@pytest.mark.parametrize(
    ("status", "said", "expected"),
    [
        (
            "open",
            "Mentor: Not Linda again. I'll ring Linda today, the class is nearly full.",
            "Ring Linda about the seat in the class",
        ),
        (
            "done",
            "Mentor: Not Linda again. I'll ring Linda today, the class is nearly full.",
            "Ring Linda",
        ),
        ("open", "Mentor: It's Linda's birthday. I'll ring Linda today.", "Ring Linda"),
    ],
    ids=("spoken of again", "settled", "not spoken of"),
)
def test_a_word_with_somebody_has_the_open_matter_that_is_spoken_of_again(
    status: Status, said: str, expected: str
) -> None:
    earlier = Commitment(
        id="01#c1", owner=MENTOR, action="Ask Linda about the seat in the class", status=status
    )
    claims = OfflineReader().read(dialogue(f"{said}\nMentee: Good.", [earlier])).commitments
    assert [claim.action for claim in claims] == [expected]


@pytest.mark.parametrize(
    ("said", "plainly"),
    [
        ("shoot Tasha a picture of the board", "send Tasha a picture of the board"),
        ("get them back to Ada", "send them back to Ada"),
        ("pop the form in the post to Ada", "post the form to Ada"),
        ("have a quiet word with Batt", "speak to Batt"),
        ("chuck the old plan in the folder", "put the old plan in the folder"),
        ("send it Robyn", "send it to Robyn"),
        ("get Beth a locker", "get Beth a locker"),
        ("drop Ada a line", "drop Ada a line"),
        ("have the plan with HR", "have the plan with HR"),
    ],
)
def test_a_breezy_verb_becomes_the_plain_one_and_no_other_does(said: str, plainly: str) -> None:
    assert in_plain_verbs(said) == plainly


@pytest.mark.parametrize(
    "pair",
    """making-make writing-write putting-put asking-ask calling-call coming-come sitting-sit
    sharing-share visiting-visit filling-fill bringing-bring changing-change booking-book
    using-use""".split(),
)
def test_a_participle_is_spelled_back(pair: str) -> None:
    doing, _, do = pair.partition("-")
    assert infinitive(doing) == do


@given(given_name=st.text("Ab*+?()[]{}|^$.\\-'", min_size=1, max_size=4))
def test_a_name_is_a_name_whatever_signs_it_holds(given_name: str) -> None:
    who = f"{given_name} Okafor"
    told = dialogue("""Mentor: I'll send you the plan by Friday, and I'll read your report.
        Mentee: Thanks. Did you ring the bank? I'll also check the list tomorrow.""")
    pair = told.relationship.model_copy(update={"mentor": Person(name=who)})
    names = tuple(who if name == MENTOR else name for name in told.names)
    found = OfflineReader().read(replace(told, relationship=pair, names=names)).commitments
    assert "Send Sam the plan" in [one.action for one in found if one.owner == who]
