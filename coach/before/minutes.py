"""Sharing out the minutes of a call."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from coach.records import AgendaItem

LEAST = 2
"""Minutes that an item gets at least; where there are not enough, each gets the same."""


class Draft(NamedTuple):
    """An item before it has minutes, and the share of the hour that it asks for."""

    item: AgendaItem
    share: float


def timed(drafts: Sequence[Draft], minutes: int) -> list[AgendaItem]:
    """The items with whole minutes, exactly `minutes` together.

    What rounding down leaves goes to the largest remainders (Hamilton's method).
    """
    floor = min(LEAST, minutes // len(drafts))
    spare = minutes - floor * len(drafts)
    total = sum(draft.share for draft in drafts)
    exact = [spare * draft.share / total for draft in drafts]
    given = [int(share) for share in exact]
    by_remainder = sorted(range(len(drafts)), key=lambda i: given[i] - exact[i])
    for index in by_remainder[: spare - sum(given)]:
        given[index] += 1
    return [
        draft.item.model_copy(update={"minutes": floor + share})
        for draft, share in zip(drafts, given, strict=True)
    ]
