"""Write a call as it is spoken: one line a turn, "Mentor: words" or "Mentee: words"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

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
