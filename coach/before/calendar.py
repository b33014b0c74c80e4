"""When a pair meets: the days of meetings to come, and when the two agreed to end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from statistics import median_low
from typing import NamedTuple

from coach import dates
from coach.past import Past
from coach.reading.subject import NUMBERS
from coach.records import DayState, Evidence, Goal, Recap, Relationship, Source, When, day_of

_NUMBER = rf"\d{{1,2}}|{'|'.join(NUMBERS)}"
_NO_LIMIT = r"(?<!at least )(?<!every )(?<!first )"
_CALLS = re.compile(
    rf"{_NO_LIMIT}\b(?P<n>{_NUMBER})\s(?:more\s)?(?:calls|sessions|meetings|conversations)\b"
)
_SPAN = re.compile(rf"{_NO_LIMIT}\b(?:{_NUMBER}|an?)\s(?:weeks?|months?|years?)\b")


class Day(NamedTuple):
    """The day of a meeting to come, and how it is known."""

    on: When | None
    state: DayState


class End(NamedTuple):
    """When the two agreed to stop or look at it again: on a day, or after so many meetings."""

    on: date | None
    meetings: int | None
    source: Source


def in_order(past: Past) -> list[Recap]:
    """The calls that were held, the earliest first."""
    return sorted(past.recaps, key=lambda recap: day_of(recap.held_on))


def rhythm(past: Past) -> int | None:
    """How many days lie between two meetings as a rule; None before two days are known.

    Whole weeks where it is days rather than weeks by little: people keep to a weekday.
    """
    days = [day_of(recap.held_on) for recap in in_order(past)]
    if agreed := _agreed(past):
        days.append(day_of(agreed))
    gaps = [(later - earlier).days for earlier, later in pairwise(days) if later > earlier]
    if not gaps:
        return None
    usual = median_low(gaps)
    return 7 * round(usual / 7) if usual > 4 else usual


def next_call(relationship: Relationship, past: Past) -> When | None:
    """The day of the next call: that which the last one agreed on, else the one known otherwise.

    A day that a person set after that call stands in the place of both.
    """
    meeting = past.last.next_meeting if past.last else None
    if meeting and meeting.by_hand:
        return meeting.date
    return (meeting.date if meeting else None) or _known_otherwise(relationship, past)


def _known_otherwise(relationship: Relationship, past: Past) -> When | None:
    """The day that a person or a partner's file told, where no call since has passed over it."""
    told, last = relationship.next_call, past.last
    if told is None:
        return None
    if last and not (day_of(told.agreed_on) >= day_of(last.held_on) < day_of(told.on)):
        return None
    return told.on


def days_ahead(relationship: Relationship, past: Past) -> Iterator[Day]:
    """The days of the meetings to come, without end: the known one, then as the rhythm has it."""
    every, last, agreed = rhythm(past), past.last, next_call(relationship, past)
    day = day_of(last.held_on) if last else None
    if agreed and (day is None or day_of(agreed) > day):
        yield Day(agreed, "agreed")
        day = day_of(agreed)
    while True:
        day = day + timedelta(days=every) if day and every else None
        yield Day(day, "expected") if day else Day(None, "unknown")


def day_of_goal(goal: Goal, relationship: Relationship, past: Past) -> date | None:
    """The day until which a goal is to be reached, as its words say it; None where they do not."""
    since = _said_on(goal.evidence, relationship, past)
    return dates.resolve(goal.time_bound, today=since) if goal.time_bound and since else None


def agreed_end(relationship: Relationship, past: Past) -> End | None:
    """The end that the working agreement sets: a day, a stretch of time, or a number of meetings.

    "At least six months" is no end.
    """
    terms = (term for term in relationship.agreement.terms if term.topic == "duration")
    term = next((term for term in terms if term.state == "agreed"), None)
    if term is None:
        return None
    words = " ".join((term.text or " ".join(e.quote for e in term.evidence)).lower().split())
    since = _said_on(term.evidence, relationship, past)
    day = _last_day(words, since) if since else None
    calls = _CALLS.search(words)
    if not day and not calls:
        return None
    quote = term.evidence[0] if term.evidence else None
    source = Source(
        kind="agreement",
        id=term.topic,
        text=term.text,
        date=day,
        quote=quote.quote if quote else None,
        session=quote.session if quote else None,
        at=quote.at if quote else None,
    )
    return End(day, _number(calls["n"]) if calls and not day else None, source)


def _agreed(past: Past) -> When | None:
    """The day that the last call set for the next one, if it lies after it."""
    last = past.last
    when = last.next_meeting.date if last and last.next_meeting else None
    return when if last and when and day_of(when) > day_of(last.held_on) else None


def _said_on(evidence: tuple[Evidence, ...], relationship: Relationship, past: Past) -> date | None:
    """The day on which these words were said; else the day on which it all began."""
    held = {recap.session: day_of(recap.held_on) for recap in in_order(past)}
    said = [held[item.session] for item in evidence if item.session in held]
    return min(said, default=relationship.started or next(iter(held.values()), None))


def _last_day(words: str, since: date) -> date | None:
    """A limit that is named, else the longest stretch of time, else any day."""
    said = dates.due_of(words, today=since, bare=True)
    if said and said.due and said.preposition in dates.LIMITS:
        return said.due
    spans = [dates.resolve(f"in {span.group()}", today=since) for span in _SPAN.finditer(words)]
    ends = [day for day in spans if day]
    return max(ends) if ends else said.due if said else None


def _number(word: str) -> int:
    return NUMBERS[word] if word in NUMBERS else int(word)
