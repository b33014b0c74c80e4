"""An agenda as a message to the other one: short plain text, and nothing that is private."""

from __future__ import annotations

from collections.abc import Iterator

from coach.records import Agenda, AgendaItem, Relationship, day_of
from coach.render.page import counted, given_name, own_first, sentence, shorten, weekday
from coach.render.terminal import clean

LIMIT = 900
"""Characters: what a chat shows without folding it."""


def message(agenda: Agenda, relationship: Relationship) -> str:
    """Return the agenda in at most 900 characters. A brief's private parts are not in it."""
    for promises in range(4, -1, -1):
        for width in (80, 50):
            text = clean("\n".join(_lines(agenda, relationship, promises, width)))
            if len(text) <= LIMIT:
                return text
    return shorten(text, LIMIT)


def _lines(agenda: Agenda, relationship: Relationship, promises: int, width: int) -> Iterator[str]:
    day = f"on {weekday(day_of(agenda.on))}" if agenda.on else "(day to be settled)"
    yield f"Our call {day}, {counted(agenda.minutes, 'minute')}:"
    hour = [item for item in agenda.items if item.kind not in ("before", "private")]
    for item in hour:
        yield f"- {shorten(item.title, width)} ({item.minutes} min)"
    for person in own_first(relationship, agenda.role) if promises else ():
        own = [line for item in hour for line in _promises(item, person.name, width)]
        if own:
            yield f"Open, {given_name(person.name)}:"
            yield from own[:promises]
            if len(own) > promises:
                yield f"- and {len(own) - promises} more"
    yield "Add what is missing before then."


def _promises(item: AgendaItem, owner: str, width: int) -> Iterator[str]:
    for source in item.sources:
        if source.kind == "commitment" and item.owner == owner:
            day = weekday(day_of(source.date)) if source.date else "no date"
            yield f"- {shorten(sentence(source.text), width).rstrip('.')} ({day})"
