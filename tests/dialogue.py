"""Write a call as it is spoken: one line a turn, "Mentor: words" or "Mentee: words"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

from coach.reading import Call
from coach.records import Commitment, Person, Relationship, Transcript, Turn

MENTOR, MENTEE = "Ada Okafor", "Sam Reid"
RELATIONSHIP = Relationship(id="pair", mentor=Person(name=MENTOR), mentee=Person(name=MENTEE))
_NAMES = {"Mentor": MENTOR, "Mentee": MENTEE}


def dialogue(text: str, ledger: Sequence[Commitment] = ()) -> Call:
    """A call of these lines; any other label is a third voice."""
    lines = [line.strip().partition(": ") for line in text.strip().splitlines()]
    turns = tuple(Turn(speaker=label, text=words) for label, _, words in lines)
    return Call(
        transcript=Transcript(turns=turns, source="call.txt", format="labelled"),
        relationship=RELATIONSHIP,
        names=tuple(_NAMES.get(label, label) for label, _, _ in lines),
        held_on=datetime(2026, 3, 3, 17, tzinfo=UTC),
        ledger=tuple(ledger),
    )


HELD_ON = date(2025, 9, 25)  # a Thursday
SMALL_TALK = """
N: Morning. Is the rain as bad with you as it is here?
S: Worse. The yard is a lake, the dog is swimming in it.
N: Ha. Well, let's see where we are.
"""
TAIL = """
N: And how is it at home?
S: Quiet for once. The boys are at their gran's.
N: Right. Anything else for today?
S: No, that was everything I think.
"""


def later_call(text: str, *ledger: Commitment) -> Call:
    """A call some weeks on, of lines "N: words" of the mentor and "S: words" of the mentee."""
    spelled = text.replace("\nN: ", "\nMentor: ").replace("\nS: ", "\nMentee: ")
    return replace(dialogue(spelled, ledger), held_on=HELD_ON)
