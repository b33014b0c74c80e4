"""When a call was held, where the file itself states it beyond doubt."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta, timezone

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?P<month>[A-Z][a-z]{2})[a-z]{0,6}\.?"
_ISO = re.compile(
    r"(?<![0-9])(?P<year>[12][0-9]{3})[-/](?P<month>[0-9]{2})[-/](?P<day>[0-9]{2})(?![0-9])"
    r"(?:[ T](?P<hour>[0-9]{2}):(?P<minute>[0-9]{2})(?::[0-9]{2}(?:\.[0-9]{1,6})?)?"
    r" ?(?P<zone>Z\b|(?:(?:GMT|UTC)(?![A-Za-z])|(?=[+-][0-9]{2}:?[0-9]{2}))"
    r"(?:[+−-][0-9]{1,2}(?::?[0-9]{2})?)?)?)?"
)
_WORDED = re.compile(
    rf"\b(?:{_MONTH} (?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?,? |"
    rf"(?P<day2>[0-9]{{1,2}})(?:st|nd|rd|th|\.)? {_MONTH.replace('month', 'month2')},? )"
    r"(?P<year>[12][0-9]{3})\b"
)
_OFFSET = re.compile(r"([+−-])([0-9]{1,2}):?([0-9]{2})?$")
# A date of the file's making is not the date of the call.
_OF_THE_FILE = re.compile(r"export|generat|creat|download|print|upload|modif|updat|born", re.I)


def stated_in(lines: Iterable[str]) -> datetime | date | None:
    """The one day that the lines above a transcript name; None where they name none or two."""
    found = {
        when
        for line in lines
        if len(line) <= 300 and not _OF_THE_FILE.search(line) and (when := stated(line))
    }
    return found.pop() if len(found) == 1 else None


def stated(text: str) -> datetime | date | None:
    """A date with its year; a date-time only where its offset from UTC is given.

    >>> stated("Thu, Sep 4, 2025 8:01AM").isoformat()
    '2025-09-04'
    >>> stated("Call (2025-05-06 18:00 GMT+1) - Transcript").isoformat()
    '2025-05-06T18:00:00+01:00'
    >>> stated("12 02 2026") is None
    True
    """
    try:
        if match := _ISO.search(text):
            day = date(int(match["year"]), int(match["month"]), int(match["day"]))
            if not match["zone"]:
                return day
            moment = datetime(
                day.year, day.month, day.day, int(match["hour"]), int(match["minute"])
            )
            return moment.replace(tzinfo=_zone(match["zone"]))
        if match := _WORDED.search(text):
            name = (match["month"] or match["month2"]).lower()
            number = int(match["day"] or match["day2"])
            return date(int(match["year"]), _MONTHS.index(name) + 1, number)
    except ValueError:  # no such month, day, hour or offset
        return None
    return None


def _zone(text: str) -> timezone:
    match = _OFFSET.search(text)
    if not match:
        return UTC
    sign = 1 if match[1] == "+" else -1
    return timezone(sign * timedelta(hours=int(match[2]), minutes=int(match[3] or 0)))
