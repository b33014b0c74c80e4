"""What every record shares: frozen, no unknown fields, JSON by the contract's names."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import Annotated, Any
from zoneinfo import ZoneInfo

from pydantic import BaseModel, BeforeValidator, ConfigDict, PlainSerializer


class Record(BaseModel):
    """A value that does not change; a changed one is a new one (`model_copy(update=...)`)."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", populate_by_name=True, serialize_by_alias=True
    )


def parse_when(value: Any) -> Any:
    """Read an ISO date, or an ISO date-time that says its offset from UTC."""
    if isinstance(value, str):
        text = value.strip()
        if len(text) == 10:
            return date.fromisoformat(text)
        value = datetime.fromisoformat(text)
    if isinstance(value, datetime) and value.tzinfo is None:
        raise ValueError("a time needs its offset, for example 2025-09-25T08:02-06:00")
    return value


When = Annotated[
    datetime | date,
    BeforeValidator(parse_when),
    PlainSerializer(lambda when: when.isoformat(), return_type=str),
]
"""A day, or a moment with its offset. Never guessed to be today."""


def day_of(when: datetime | date, zone: str | None = None) -> date:
    """The calendar day of `when`, as the clock on the wall in `zone` shows it.

    >>> day_of(parse_when("2025-09-25T20:02-06:00"), "Asia/Kolkata").isoformat()
    '2025-09-26'
    """
    if not isinstance(when, datetime):
        return when
    return (when.astimezone(ZoneInfo(zone)) if zone else when).date()


def moment(when: datetime | date) -> float:
    """Seconds since 1970, to sort by. A bare day counts as its noon in UTC.

    Noon comes after nearly every moment of the day before and before nearly every one of the day
    after, wherever on earth their clocks hang.

    >>> evening = parse_when("2025-09-24T20:02-06:00")
    >>> moment(evening) < moment(parse_when("2025-09-25"))
    True
    """
    if not isinstance(when, datetime):
        when = datetime.combine(when, time(12), UTC)
    return when.timestamp()
