"""An agenda as a message to the other one: short plain text, and nothing that is private."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from coach.records import Agenda, Commitment, Relationship, day_of
from coach.render.page import counted, given_name, own_first, sentence, shorten, weekday
from coach.render.terminal import clean

LIMIT = 900
"""Characters: what a chat shows without folding it."""


def message(agenda: Agenda, relationship: Relationship, ledger: Sequence[Commitment] = ()) -> str:
    """Return the agenda in at most 900 characters. A brief's private parts are not in it."""
    for promises in range(4, -1, -1):
        for width in (80, 50):
            text = clean("\n".join(_lines(agenda, relationship, ledger, promises, width)))
            if len(text) <= LIMIT:
                return text
    return shorten(text, LIMIT)


def _lines(
    agenda: Agenda,
    relationship: Relationship,
    ledger: Sequence[Commitment],
    promises: int,
    width: int,
) -> Iterator[str]:
    day = f"on {weekday(day_of(agenda.on))}" if agenda.on else "(day to be settled)"
    yield f"Our call {day}, {counted(agenda.minutes, 'minute')}:"
    for item in agenda.items:
        if item.kind not in ("before", "private"):
            yield f"- {shorten(item.title, width)} ({item.minutes} min)"
    for person in own_first(relationship, agenda.role) if promises else ():
        own = sorted(
            (c for c in ledger if c.is_open and c.owner == person.name and c.due),
            key=lambda c: (str(c.due), c.id),
        )
        if own:
            yield f"Open, {given_name(person.name)}:"
            yield from (_promise(commitment, width) for commitment in own[:promises])
            if len(own) > promises:
                yield f"- and {len(own) - promises} more"
    yield "Add what is missing before then."


def _promise(commitment: Commitment, width: int) -> str:
    day = weekday(commitment.due) if commitment.due else "no date"
    return f"- {shorten(sentence(commitment.action), width).rstrip('.')} ({day})"
