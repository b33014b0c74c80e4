"""What time it is: the one place where the coach's verbs look at a clock."""

from __future__ import annotations

from datetime import UTC, datetime


def now() -> datetime:
    """This moment, in UTC, to the second."""
    return exactly().replace(microsecond=0)


def exactly() -> datetime:
    """This moment, in UTC, to the microsecond: of two changes by hand the later one is known."""
    return datetime.now(UTC)
