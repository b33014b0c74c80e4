"""What spoken dates mean: sets of days.

"Friday" is every Friday to come, "the 3rd" every third of a month, "next week" seven days. Words
said together mean the days that all of them allow ("Friday" and "next week" leave one), and a
deadline is the last day of the first unbroken run that is left. No day at all: a deadline was
spoken, but it cannot be pinned.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise
from typing import TypeAlias

Days: TypeAlias = frozenset[date]
UNKNOWN: Days = frozenset()

AHEAD = 800
"""How many days a word like "Friday" looks ahead: enough for "a Friday of next year"."""

SOON = 100
"""How many days a number without a month looks ahead."""

DAY = timedelta(days=1)
FRIDAY, SATURDAY, SUNDAY = 4, 5, 6


def only(day: date | None) -> Days:
    """The set of one day, or of none."""
    return frozenset((day,)) if day else UNKNOWN


def after(day: date, days: int) -> date | None:
    """That many days on, or None beyond the calendar's end."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def span(first: date | None, days: int) -> Days:
    """So many days in a row."""
    if first is None:
        return UNKNOWN
    return frozenset(day for step in range(days) if (day := after(first, step)))


@lru_cache(maxsize=64)
def weekdays(today: date, weekday: int) -> Days:
    """Every such weekday after today (Monday is 0)."""
    return frozenset(day for day in _ahead(today) if day.weekday() == weekday)


@lru_cache(maxsize=256)
def numbered(today: date, number: int) -> Days:
    """The next few days after today that have this number in their month.

    Few, because nobody means "Friday the 23rd" of a month that is half a year away: whoever says
    so has mistaken the day, and the phrase has none.
    """
    return frozenset(day for day in _ahead(today)[:SOON] if day.day == number)


@lru_cache(maxsize=2)
def _ahead(today: date) -> tuple[date, ...]:
    return tuple(sorted(span(after(today, 1), AHEAD)))


def dated(today: date, month: int, number: int, year: int | None = None) -> date | None:
    """The next day of this month and number, today included; None where no year has it."""
    years = (year,) if year else range(today.year, min(today.year + 9, date.max.year + 1))
    for each in years:
        if each <= date.max.year and 1 <= month <= 12 and 1 <= number <= monthrange(each, month)[1]:
            day = date(each, month, number)
            if day >= today:
                return day
    return None


def week(today: date, later: int = 0) -> Days:
    """The calendar week of today, Monday to Sunday, or one that is so many weeks later."""
    return span(after(today, 7 * later - today.weekday()), 7)


def month(today: date, later: int = 0) -> Days:
    """The calendar month of today, or one that is so many months later."""
    return months(today, later, 1)


def months(today: date, later: int, length: int) -> Days:
    """`length` whole months from the one that is `later` months after today's."""
    starts = [today.year * 12 + today.month - 1 + later + step for step in range(length)]
    return frozenset(
        date(start // 12, start % 12 + 1, number)
        for start in starts
        if start // 12 <= date.max.year
        for number in range(1, monthrange(start // 12, start % 12 + 1)[1] + 1)
    )


def in_months(today: date, later: int) -> date | None:
    """The same day of a later month, or that month's last day where it is shorter."""
    there = month(today, later)
    return max((day for day in there if day.day <= today.day), default=None)


def nth(days: Iterable[date], number: int) -> date | None:
    """The first, second, ... or (-1) last of these days."""
    ordered = sorted(days)
    index = number if number < 0 else number - 1
    return ordered[index] if -len(ordered) <= index < len(ordered) else None


def friday_of(days: Days) -> date | None:
    """The Friday that ends a week."""
    return nth((day for day in days if day.weekday() == FRIDAY), 1)


def easter(year: int) -> date:
    """Easter Sunday (Gregorian computus, Meeus/Jones/Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    l = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7  # noqa: E741
    m = (a + 11 * h + 22 * l) // 451
    return date(year, (h + l - 7 * m + 114) // 31, (h + l - 7 * m + 114) % 31 + 1)


def run(days: Days) -> tuple[date, ...]:
    """The first unbroken run of these days."""
    if not days:
        return ()
    ordered = sorted(days)
    length = next(
        (n for n, (one, two) in enumerate(pairwise(ordered), 1) if two - one != DAY),
        len(ordered),
    )
    return tuple(ordered[:length])


def deadline(days: Days) -> date | None:
    """The last day of the first run. A week ends on its Friday, a weekend on its Sunday.

    >>> deadline(week(date(2025, 9, 25), later=1)).isoformat()
    '2025-10-03'
    """
    first = run(days)
    if not first:
        return None
    last = first[-1]
    is_week = 3 <= len(first) <= 7 and last.weekday() == SUNDAY
    return last - 2 * DAY if is_week else last
