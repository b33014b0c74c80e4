"""A bare deed takes what it lacks from the turns around it, and nothing where that is not sure."""

from __future__ import annotations

import pytest
from dialogue import MENTOR, dialogue

from coach.reading.offline import OfflineReader
from coach.records import Commitment

COMPLETED = {
    "whom one catches one asks for what was to be asked": (
        """Mentee: Our foreman, Mr Obi, plans the shifts.
        Mentor: Ask him for a week on the lathe.
        Mentee: I'll ask him on Monday.
        Mentee: I'll catch him before the briefing.""",
        "Ask Mr Obi for a week on the lathe before the briefing",
    ),
    "a question about somebody is what they are asked": (
        """Mentor: There's Mrs Bello at the co-op.
        Mentee: Would she lend me the van for a morning?
        Mentor: I'll ring her on Thursday.""",
        "Ring Mrs Bello and ask whether she would lend Sam the van for a morning",
    ),
    "a question about their feelings is none": (
        """Mentor: There's Mrs Bello at the co-op.
        Mentee: Would she mind that?
        Mentor: I'll ring her on Thursday.""",
        "Ring Mrs Bello",
    ),
    "what is told goes on in a sentence of its own": (
        """Mentee: Mrs Bello is my boss.
        Mentee: I'll tell her on Monday. That I want the Tuesday class.""",
        "Tell Mrs Bello that they want the Tuesday class",
    ),
    "a remark is not what is told": (
        """Mentee: Mrs Bello is my boss.
        Mentee: I'll tell her on Monday. That would be a relief.""",
        "Tell Mrs Bello",
    ),
    "what is not to be asked is left out": (
        """Mentor: There's Mr Obi at the co-op. Don't ask him about the van.
        Mentee: I'll ring him on Thursday.""",
        "Ring Mr Obi",
    ),
    "comments are on what was sent": (
        """Mentee: I'll send you the report on Friday.
        Mentor: Then you'll have my comments by Monday.""",
        "Send Sam their comments on the report",
    ),
    "one looks at what was sent": (
        """Mentee: I've made a seating plan. I'll send you the seating plan tonight.
        Mentor: I'll look on Monday.""",
        "Look at the seating plan",
    ),
    "a list is told by what is to be in it": (
        "Mentee: I'll make a list by Friday. Eight repairs with the price of each.",
        "Make a list: eight repairs with the price of each",
    ),
    "what comes after a list may be about something else": (
        "Mentee: I'll make a list by Friday. The bus is late again, sorry.",
        "Make a list",
    ),
    "yours is one of what was named": (
        "Mentor: When the autumn figures come in on Monday I'll send you yours.",
        "Send Sam the autumn figures",
    ),
    "a relation without a name is told by it": (
        """Mentee: I rang three of the parents, starting with Bo's dad.
        Mentee: I'll ring him again on Friday.""",
        "Ring Bo's dad again",
    ),
    "a relation of the other sex is not": (
        """Mentee: I rang three of the parents, starting with Bo's mum.
        Mentee: I'll ring him again on Friday.""",
        "Ring him again",
    ),
    "a shop with a name is not the one of another": (
        """Mentor: The Hull shop has a new wall.
        Mentor: I'll run your shop on Monday.""",
        "Run Sam's shop",
    ),
}


LONG_AGO = """Mentee: I saw Mr Obi. He was cross.
Mentor: With Mr Obi, what did he say?
"""
"""Somebody the talk goes on about."""
_RAIN = "Mentor: It rained here all day.\nMentee: It did.\n" * 9


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (LONG_AGO + _RAIN, "Ring Mr Obi"),
        ("Mentee: I saw Mr Obi. He was cross.\n" + _RAIN, "Ring him"),
        (LONG_AGO + "Mentee: And I met Mr Bello, he fishes.\n" + _RAIN, "Ring him"),
        (LONG_AGO + _RAIN * 3, "Ring him"),
    ],
    ids=("talked of", "named once", "one of two", "too long ago"),
)
def test_whom_the_talk_went_on_about_may_be_named_a_while_ago(text: str, expected: str) -> None:
    claims = OfflineReader().read(dialogue(f"{text}Mentee: I'll ring him on Friday.")).commitments
    assert [claim.action for claim in claims] == [expected]


@pytest.mark.parametrize(("text", "expected"), COMPLETED.values(), ids=COMPLETED)
def test_a_bare_deed_takes_what_it_lacks(text: str, expected: str) -> None:
    claims = OfflineReader().read(dialogue(text)).commitments
    assert claims and claims[-1].action == expected


def test_a_number_alone_does_not_show_that_an_earlier_matter_is_spoken_of() -> None:
    earlier = Commitment(
        id="01#c1", owner=MENTOR, action="Ask Linda to come in for ten minutes", status="open"
    )
    text = "Mentor: Ten chairs are gone. I'll ask Linda today.\nMentee: Good."
    claims = OfflineReader().read(dialogue(text, [earlier])).commitments
    assert [claim.action for claim in claims] == ["Ask Linda"]


def test_what_is_said_of_a_day_is_not_what_a_bare_deed_is_about() -> None:
    text = """Mentor: And will the reviewers get the new figures this time?
    Mentee: Thursday's the offsite for everybody.
    Mentee: I'll do it on Friday.
    Mentor: Good."""
    (claim,) = OfflineReader().read(dialogue(text)).commitments
    assert claim.action == "Do it (“And will the reviewers get the new figures this time”)"
