"""The hour as a line of time: when each item begins, how long it is, and what it comes from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from coach.library import Framework
from coach.records import Agenda, AgendaItem, Person, Relationship, Role, Source, When, day_of
from coach.render.page import Line, clock, own_first, weekday
from coach.render.sources import Naming

AROUND = ("before", "private")
"""Kinds of items that stand before and after the hour."""
QUOTE = 400
"""Characters of a quote where there is room."""


@dataclass(frozen=True, slots=True)
class Told:
    """A source: its line, and the words to look up."""

    line: Line
    source: Source
    said_on: str = ""
    """the day of the call that its words are from"""


@dataclass(frozen=True, slots=True)
class Stop:
    """One item on the line, or around it."""

    item: AgendaItem
    start: str
    """on the reader's clock; empty where the hour is not known"""
    length: int
    """of the line, in proportion to its minutes"""
    told: tuple[Told, ...]
    topics: str = ""
    """topics of the working agreement that are open, in one line"""


@dataclass(frozen=True, slots=True)
class Timeline:
    """An agenda from its first minute to its last, and what stands around it."""

    before: tuple[Stop, ...]
    stops: tuple[Stop, ...]
    private: tuple[Stop, ...]
    end: str
    """when the hour is over"""


def timeline(
    agenda: Agenda,
    relationship: Relationship,
    frameworks: Mapping[str, Framework],
    *,
    viewer: Role | None = None,
    calls: Mapping[str, When] | None = None,
    length: int = 280,
) -> Timeline:
    """Lay an agenda out along a line of about `length`, on the clock of `viewer`.

    `calls` tell the days of calls by id. What stands before the call is not told again in it.
    """
    reader, _ = own_first(relationship, viewer or agenda.role)
    starts = clocks(agenda, reader)
    naming, days = Naming(frameworks), calls or {}

    above = {_key(s) for item in agenda.items if item.kind == "before" for s in item.sources}

    def stop(item: AgendaItem, start: str = "") -> Stop:
        again = above if item.kind not in AROUND else set()
        open_ = [source for source in item.sources if naming.is_open(source)]
        told = (
            Told(naming.line(source, QUOTE), source, _said_on(source, days))
            for source in item.sources
            if source.kind != "framework" and source not in open_ and _key(source) not in again
        )
        share = round(item.minutes * length / agenda.minutes)
        topics = ", ".join(map(naming.topic, open_))
        return Stop(item, start, share, tuple(told), topics[:1].upper() + topics[1:])

    return Timeline(
        before=tuple(stop(item) for item in agenda.items if item.kind == "before"),
        stops=tuple(map(stop, hour_of(agenda), starts)),
        private=tuple(stop(item) for item in agenda.items if item.kind == "private"),
        end=next(reversed(list(_moments(agenda, reader))), ""),
    )


def hour_of(agenda: Agenda) -> list[AgendaItem]:
    """The items of the call itself, whose minutes add up."""
    return [item for item in agenda.items if item.kind not in AROUND]


def clocks(agenda: Agenda, reader: Person) -> Sequence[str]:
    """When each item of the hour begins, on the reader's clock; empty where it is not known."""
    known = list(_moments(agenda, reader))[:-1]
    return known or [""] * len(hour_of(agenda))


def _moments(agenda: Agenda, reader: Person) -> Iterator[str]:
    """The beginning of every item and the end of the last; nothing where only the day is known."""
    if not isinstance(agenda.on, datetime):
        return
    now = agenda.on.astimezone(ZoneInfo(reader.zone)) if reader.zone else agenda.on
    yield clock(now)
    for item in hour_of(agenda):
        now += timedelta(minutes=item.minutes)
        yield clock(now)


def _key(source: Source) -> tuple[str, str]:
    return source.kind, source.id


def _said_on(source: Source, calls: Mapping[str, When]) -> str:
    day = calls.get(source.session or "")
    return weekday(day_of(day)) if day and source.quote else ""
