"""Five minutes before a call: one's own debts, the hour, and one question."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial

from coach.library import Framework
from coach.records import Agenda, AgendaItem, Relationship, Source, day_of
from coach.render.page import Line, own_first, sentence, shorten
from coach.render.sources import Naming, due
from coach.render.timeline import Timeline, hour_of, timeline

DEBTS = 4
"""Promises that a phone shows beside the hour and a question."""
QUOTE = 90
"""Characters of the words of a promise; the promise itself is there whole."""
TITLE = 34
_SAYS_MORE = re.compile(r"[:,] ")


@dataclass(frozen=True, slots=True)
class Glance:
    """A brief on one screen; below it the partner's side."""

    debts: tuple[Line, ...]
    more: int
    """promises of one's own that had no room"""
    line: Timeline
    titles: tuple[str, ...]
    """of the items, each on a line of a phone"""
    question: str
    theirs: tuple[Line, ...]
    kept: tuple[Line, ...]
    """what the partner kept, to be praised"""
    answered: tuple[Line, ...]
    """what one wants of the call, in one's own words"""


def glance(
    agenda: Agenda,
    relationship: Relationship,
    frameworks: Mapping[str, Framework],
    today: date | None = None,
) -> Glance:
    """What of this agenda a person needs in view. For both where it is nobody's brief.

    Days before `today` are said to have passed.
    """
    told = partial(_debt, today=today)
    reader, other = own_first(relationship, agenda.role)
    line = timeline(agenda, relationship, frameworks, length=100)
    own = _of(agenda, reader.name, "before") if agenda.role else []
    own = own or _of(agenda, reader.name, "follow_through", "commitment")
    shown = own if len(own) <= DEBTS else own[: DEBTS - 1]
    naming = Naming(frameworks)
    return Glance(
        debts=tuple(map(told, shown)),
        more=len(own) - len(shown),
        line=line,
        titles=tuple(_in_a_line(stop.item.title) for stop in line.stops),
        question=_heart(agenda),
        theirs=tuple(map(told, _of(agenda, other.name, "follow_through", "commitment"))),
        kept=tuple(map(told, _of(agenda, other.name, "follow_through", "update"))),
        answered=tuple(
            naming.line(source, 200)
            for item in agenda.items
            for source in item.sources
            if source.kind == "answer" and source.id == "PC7"
        ),
    )


def _in_a_line(title: str) -> str:
    """A long title up to where it says more."""
    if len(title) <= TITLE:
        return title
    return shorten(_SAYS_MORE.split(title, maxsplit=1)[0], TITLE)


def _heart(agenda: Agenda) -> str:
    """The question of the longest stretch of the hour; who asks one asks this."""
    asking = [item for item in hour_of(agenda) if item.questions]
    return max(asking, key=_minutes).questions[0] if asking else ""


def _minutes(item: AgendaItem) -> int:
    return item.minutes


def _of(agenda: Agenda, owner: str, kind: str, *sources: str) -> list[Source]:
    """What one person's items of a kind come from."""
    items = (item for item in agenda.items if item.kind == kind and item.owner == owner)
    return [one for item in items for one in item.sources if not sources or one.kind in sources]


def _debt(source: Source, today: date | None) -> Line:
    """A promise with its day and its words; a word given has no day and no words."""
    if source.kind not in ("commitment", "update"):
        return Line(sentence(source.text), "Given")
    mark = "Kept" if source.kind == "update" else due(source, today)
    if today and source.kind == "commitment" and source.date and day_of(source.date) < today:
        mark += ", passed"
    return Line(
        sentence(source.text),
        mark,
        note=shorten(source.quote, QUOTE) if source.quote else "",
    )
