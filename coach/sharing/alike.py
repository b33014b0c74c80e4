"""The same promise in two homes: its owner, its call, and its words or what it is about.

Ids say nothing here: each home counts its calls by itself. Nor does a digest of the call leave a
home, for it is made of withheld words too, and two exports of one call differ.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime

from coach.evidence import words
from coach.reading.words import content
from coach.records import Commitment, SharedPromise, day_of

A_DAY = 1
"""Days that two homes may differ on when one call was: clocks hang in two places."""
ALIKE = 0.6
"""The part of the fewer content words that two wordings of one thing share."""


def overlap(one: str, two: str) -> float:
    """How much of the shorter wording the other one says too, from 0 to 1.

    >>> overlap("Send the interview rubric", "Send Dana the rubric for interviews")
    1.0
    """
    if words(one) == words(two):
        return 1.0
    said, told = content(one), content(two)
    return len(said & told) / min(len(said), len(told)) if said and told else 0.0


def same_day(one: datetime | date, two: datetime | date) -> bool:
    """May these be days of one call?"""
    return abs((day_of(one) - day_of(two)).days) <= A_DAY


def likeness(told: SharedPromise, ours: Commitment) -> float:
    """How sure it is that two promises of one owner, of one call, are the same; 0: they are not.

    The same words spoken, and a word in common for what is promised; else most of what the shorter
    one is about, and two words of it at least.
    """
    alike = overlap(told.action, ours.action)
    spoken = {words(item.quote) for item in told.evidence}
    if alike and spoken & {words(item.quote) for item in ours.evidence}:
        return 1 + alike
    shared = content(told.action) & content(ours.action)
    return alike if alike == 1.0 or (alike >= ALIKE and len(shared) > 1) else 0.0


def pairs(
    told: Sequence[SharedPromise],
    ours: Iterable[tuple[Commitment, datetime | date]],
) -> dict[str, Commitment]:
    """For the id of each promise that is told of, the one here that is the same; each once.

    `ours` comes with the day of its call. The surest pair is taken first.
    """
    sure = [
        (likeness(promise, here), promise.id, here)
        for here, held_on in ours
        for promise in told
        if promise.owner == here.owner and same_day(promise.promised_on, held_on)
    ]
    ranked = sorted(sure, key=lambda one: (-one[0], _order(one[1]), _order(one[2].id)))
    found: dict[str, Commitment] = {}
    taken: set[str] = set()
    for certainty, id, here in ranked:
        if certainty and id not in found and here.id not in taken:
            found[id] = here
            taken.add(here.id)
    return found


def _order(id: str) -> tuple[int, ...]:
    return tuple(int(part) for part in id.split("#c"))


def by_text(wanted: str, known: Mapping[str, str]) -> str | None:
    """The key of the text that says the same, if one does."""
    ranked = sorted(known, key=lambda key: -overlap(wanted, known[key]))
    return next((key for key in ranked[:1] if overlap(wanted, known[key]) >= ALIKE), None)
