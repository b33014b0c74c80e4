"""Sharing out the minutes of a call."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from coach.records import AgendaItem


@dataclass(frozen=True)
class Draft:
    """An item before it has minutes: the share of the hour that it asks for."""

    item: AgendaItem
    share: float


def timed(drafts: Sequence[Draft], minutes: int) -> list[AgendaItem]:
    """Share out the minutes: whole ones, at least two an item, exactly as many as there are.

    The largest remainders get what rounding leaves (Hamilton's method).
    """
    floor = 2 if minutes >= 2 * len(drafts) else 0
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
