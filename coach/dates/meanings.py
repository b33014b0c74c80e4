"""From the words of a rule to the days they mean."""

from __future__ import annotations

import re
from datetime import date

from coach.dates import days as d
from coach.dates.days import UNKNOWN, Days, only
from coach.dates.rule import Frame, Groups, Meaning
from coach.dates.words import FEASTS, HOLIDAYS, MONTHS, WEEKDAYS, number


def later(start: date | None, count: int, unit: str) -> date | None:
    """So many units after a day; None where the calendar ends."""
    if start is None:
        return None
    if unit in ("month", "year"):
        return d.in_months(start, count * (12 if unit == "year" else 1))
    return d.after(start, count * {"day": 1, "week": 7, "fortnight": 14}[unit])


def counted(m: Groups, on: Frame) -> Days:
    """ "In two weeks", "two weeks from Tuesday", "Monday two weeks from now"."""
    anchor = m.get("anchor", "now")
    start = on.today if anchor in ("now", "this day") else on.day(anchor)
    day = later(start, number(m["count"]), m["unit"])
    if m.get("weekday") and day:
        return d.week(day) & weekday(m, on)
    return only(day)


def working_days(m: Groups, on: Frame) -> Days:
    """ "Within three working days"."""
    ahead = (day for day in d.span(on.today, 200) if day > on.today and day.weekday() < d.SATURDAY)
    return only(d.nth(ahead, number(m["count"])))


def weekday(m: Groups, on: Frame) -> Days:
    """Every such weekday to come."""
    return d.weekdays(on.today, WEEKDAYS[m["weekday"]])


def nth_weekday(m: Groups, on: Frame) -> Days:
    """ "The next two Wednesdays" end on the second."""
    return only(d.nth(weekday(m, on), number(m["count"])))


def weekday_later(m: Groups, on: Frame) -> Days:
    """ "Tuesday week"."""
    weeks = (number(m.get("count") or "one") or 1) * (2 if "fortnight" in m["unit"] else 1)
    return only(later(d.nth(weekday(m, on), 1), weeks, "week"))


def counted_back(m: Groups, on: Frame) -> Days:
    """ "Two days before our next call", "the day before Friday"."""
    day = on.meeting if m.get("call") else on.day(m["anchor"])
    days = number(m.get("count") or "one") * (7 if m["unit"] == "week" else 1)
    return only(d.after(day, -days) if day else None)


def month(m: Groups, on: Frame) -> Days:
    """A month by its name, this one, or the next."""
    if m.get("next"):
        return d.month(on.today, 1)
    if not m.get("month"):
        return d.month(on.today)
    ahead = (MONTHS.get(m["month"]) or number(m["month"])) - on.today.month
    later = ahead + 12 * (int(m["year"]) - on.today.year) if m.get("year") else ahead % 12
    return d.month(on.today, later) if later >= 0 else UNKNOWN


def weekdays_of_month(m: Groups, on: Frame) -> Days:
    """ "The first Friday of November"."""
    of_month = (day for day in month(m, on) if day.weekday() == WEEKDAYS[m["weekday"]])
    return only(d.nth(of_month, number(m["nth"])))


def numbered(m: Groups, on: Frame) -> Days:
    """ "The 3rd"."""
    return d.numbered(on.today, number(m["day"]))


def numbered_week(m: Groups, on: Frame) -> Days:
    """A week by its number in the calendar (ISO 8601)."""
    year, number_ = on.today.year, int(m["week"])
    if not 1 <= number_ <= 52 or year >= date.max.year:
        return UNKNOWN
    passed = date.fromisocalendar(year, number_, d.SUNDAY + 1) < on.today
    return d.week(date.fromisocalendar(year + passed, number_, 1))


def numbered_weekday(m: Groups, on: Frame) -> Days:
    """ "Monday the 29th", which may be today."""
    names = (name for name in WEEKDAYS if name.startswith(m["weekday"][:3]))
    weekday_ = WEEKDAYS[next(names)]
    if on.today.weekday() == weekday_ and on.today.day == number(m["day"]):
        return only(on.today)
    return numbered(m, on) & d.weekdays(on.today, weekday_)


def dated(m: Groups, on: Frame) -> Days:
    """A number and a month, and a year where one was said."""
    year = int(m["year"]) if m.get("year") else None
    month = MONTHS.get(m["month"]) or number(m["month"])
    return only(d.dated(on.today, month, number(m["day"]), year))


def numbered_weekday_or_weekday(m: Groups, on: Frame) -> Days:
    """ "Friday the twelve", where the next twelfth is a Friday; else the twelve are no date."""
    number_ = d.nth(numbered(m, on), 1)
    return (only(number_) & weekday(m, on)) or weekday(m, on)


def in_eight_days(m: Groups, on: Frame) -> Days:
    """ "Today in eight", "Friday in fifteen days": the day itself is counted, so whole weeks."""
    start = on.day(m["anchor"])
    return only(later(start, 2 if m["count"] in ("fifteen", "15") else 1, "week"))


def slashed(m: Groups, on: Frame) -> Days:
    """Two numbers, of which either may be the day."""
    # Day first or month first? Both readings stand, and a weekday beside them may rule one out.
    one, two = number(m["one"]), number(m["two"])
    year = int(m["year"]) if m.get("year") else None
    readings = (d.dated(on.today, two, one, year), d.dated(on.today, one, two, year))
    return frozenset(filter(None, readings))


def slashed_weekday(m: Groups, on: Frame) -> Days:
    """ "Friday 3/10", of which the weekday tells which is the day; it may be today."""
    return frozenset(day for day in slashed(m, on) if day.weekday() == WEEKDAYS[m["weekday"]])


def end_of(m: Groups, on: Frame) -> Days:
    """The last day of a week, month, quarter or year; a week ends on its Friday."""
    if m.get("month"):
        return only(max(month(m, on), default=None))
    later = 1 if m.get("next") else 0
    unit = m["unit"][0]
    if unit == "w":
        return only(d.friday_of(d.week(on.today, later)))
    if unit == "q":
        return only(max(quarter(on.today, later), default=None))
    if unit == "y":
        return only(d.dated(on.today, 12, 31, on.today.year + later))
    return only(max(d.month(on.today, later), default=None))


def quarter(today: date, later: int) -> Days:
    """The calendar quarter of today, or a later one."""
    return d.months(today, 3 * later - (today.month - 1) % 3, 3)


def numbered_quarter(m: Groups, on: Frame) -> Days:
    """ "Q4", of the year that was said or the one that is not over."""
    ahead = number(m["nth"]) - 1 - (on.today.month - 1) // 3
    years = int(m["year"]) - on.today.year if m.get("year") else ahead < 0
    return quarter(on.today, ahead + 4 * years) if ahead + 4 * years >= 0 else UNKNOWN


def year(today: date, later: int) -> Days:
    """The calendar year of today, or a later one."""
    return d.months(today, 12 * later - today.month + 1, 12)


def weekend(today: date, later: int) -> Days:
    """Saturday and Sunday of this week, or of a later one."""
    return frozenset(day for day in d.week(today, later) if day.weekday() >= d.SATURDAY)


def holiday(m: Groups, on: Frame) -> Days:
    """The next time a feast comes round."""
    name = " ".join(re.split(r"[\s,]{1,3}", m["holiday"]))
    for names, (month, number_) in HOLIDAYS.items():
        if re.fullmatch(names, name):
            return only(d.dated(on.today, month, number_))
    shift = next(days for names, days in FEASTS.items() if re.fullmatch(names, name))
    years = range(on.today.year, min(on.today.year + 2, date.max.year + 1))
    feasts = (d.after(d.easter(year), shift) for year in years)
    return only(next((day for day in feasts if day and day >= on.today), None))


def weekday_before(m: Groups, on: Frame) -> Days:
    """ "The Friday before Christmas", "the Sunday before our next call"."""
    end = on.meeting if m.get("call") else min(holiday(m, on), default=None)
    return only(d.nth((day for day in weekday(m, on) if day < end), -1)) if end else UNKNOWN


def weekday_after(m: Groups, on: Frame) -> Days:
    """ "The Thursday after Easter": the first one after that day."""
    feast = min(holiday(m, on), default=None)
    return only(d.nth((day for day in weekday(m, on) if day > feast), 1)) if feast else UNKNOWN


def today(m: Groups, on: Frame) -> Days:
    """ "Tonight"."""
    return only(on.today)


def in_days(count: int) -> Meaning:
    """So many days from today."""
    return lambda m, on: only(d.after(on.today, count))


def unpinned(m: Groups, on: Frame) -> Days:
    """A deadline without a day of its own, or no deadline."""
    return UNKNOWN
