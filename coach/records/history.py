"""What a promise's history adds up to, now or before some call.

A history is a list of changes that only grows: nothing is ever taken out of it, and an undo is one
more change. What the promise is, is their sum in the order in which things came about.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, datetime
from math import inf
from typing import Any

from pydantic import Field

from coach.records.base import Record, When, day_of, moment
from coach.records.call import Evidence
from coach.records.recap import NEVER, Commitment


class Change(Record):
    """One line of a commitment's history; what it is now is the sum of these."""

    commitment: str
    session: str | None = Field(description="the call that says so; None: a person")
    origin: str | None = Field(None, description="the partner whose file says so; None: this home")
    at: When = Field(description="when it came about: the day of that call, or of the edit")
    fields: dict[str, Any] = Field(
        description="the new values, as JSON; a commitment's first change holds all of it"
    )
    evidence: tuple[Evidence, ...] = ()
    by: str | None = Field(None, description="by hand: the name of whose home it is, if known")
    undoes: bool = Field(
        False, description="takes back the last change by hand that stands; nothing is deleted"
    )

    @property
    def by_hand(self) -> bool:
        """Did a person of this home change it, and no call or file?"""
        return self.session is None and self.origin is None

    @property
    def is_a_word(self) -> bool:
        """Is it only the partner's word on whether it was promised, which changes nothing here?"""
        return self.origin is not None and self.fields.keys() <= {"partner_says"}


def sum_of(history: Iterable[Change]) -> Commitment:
    """What a commitment is after these changes, the first of which made it."""
    ordered = in_time(tuple(history))
    gone = taken_back(ordered)
    fields = dict(ordered[0].fields)
    for place, change in enumerate(ordered):
        if place not in gone:
            fields |= change.fields
    return Commitment.model_validate(fields)


def in_time(history: Sequence[Change]) -> tuple[Change, ...]:
    """The changes in the order in which they came about; the one that made the promise first.

    A hand sees what stands there: what it changes counts after all that was entered before it,
    whatever the clocks say. So does a partner's word that asks for a yes or no here: it asks from
    when it arrives. A call says how things were on its own day, whenever it is read.
    """
    made, *later = history
    latest, moments = -inf, []
    for change in later:
        at = moment(change.at)
        moments.append(max(at, latest) if change.by_hand or change.is_a_word else at)
        latest = max(latest, at)
    order = sorted(range(len(later)), key=moments.__getitem__)
    return (made, *(later[place] for place in order))


def last_change(history: Iterable[Change]) -> Change:
    """The latest one that changed anything: a word that waits for an answer changes nothing."""
    return max((one for one in history if not one.is_a_word), key=lambda one: moment(one.at))


def taken_back(history: Sequence[Change]) -> Mapping[int, Change]:
    """The places of the changes by hand that were undone, each with the undo.

    An undo takes back the last change by hand that still stands; so it can be repeated until none
    is left.
    """
    standing: list[int] = []
    gone = {}
    for place, change in enumerate(history):
        if change.undoes and standing:
            gone[standing.pop()] = change
        elif change.by_hand and not change.undoes:
            standing.append(place)
    return gone


def last_by_hand(history: Sequence[Change]) -> Change | None:
    """The change that an undo would take back."""
    gone = taken_back(history)
    standing = [
        change
        for place, change in enumerate(history)
        if change.by_hand and not change.undoes and place not in gone
    ]
    return standing[-1] if standing else None


def stood_before(history: Sequence[Change]) -> str:
    """How a promise stood before a person said that it was never promised."""
    ordered = in_time(history)
    states = (sum_of(ordered[:length]).status for length in range(len(ordered), 0, -1))
    return next((state for state in states if state != NEVER), "open")


def known_before(
    history: Sequence[Change], earlier: Collection[str], call: datetime | date
) -> tuple[Change, ...]:
    """The part of a history that holds before a call; empty where the promise came with it.

    `earlier` are the ids of the sessions before it. What a hand corrected since (a name, a date)
    stands corrected, and what it took back is taken back; what became of the promise since is left
    out. That it was never promised holds for all time, as long as it is said.
    """
    if history[0].session not in earlier:
        return ()
    gone, never = taken_back(history), sum_of(history).status == NEVER
    known = []
    for place, change in enumerate(history):
        if not change.by_hand:
            if change.session in earlier or (not change.session and _is_before(change, call)):
                known.append(change)
        elif not change.undoes:
            known.append(_as_known(change, gone.get(place), call, never))
    return tuple(known)


def _as_known(change: Change, undo: Change | None, call: datetime | date, never: bool) -> Change:
    """A change by hand with what of it holds before the call: its status from its day on."""
    told = _is_before(change, call) and not (undo and _is_before(undo, call))
    held = {
        name: value
        for name, value in change.fields.items()
        if (told if name == "status" and value != NEVER else undo is None)
        and (never or value != NEVER)
    }
    return change.model_copy(update={"fields": held})


def _is_before(change: Change, call: datetime | date) -> bool:
    """Of a call whose hour is not known: was it on an earlier day?"""
    if isinstance(call, datetime):
        return moment(change.at) < moment(call)
    return day_of(change.at) < call
