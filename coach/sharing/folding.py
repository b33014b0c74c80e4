"""A call that was known from a partner's file, and is read here after all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import NamedTuple

from coach.records import NEVER, Commitment, SharedPromise, SharedQuote
from coach.records.base import moment
from coach.records.history import Change, in_time, sum_of, taken_back
from coach.sharing.alike import pairs
from coach.sharing.taking import changed_fields
from coach.store import Arrival, Held

_BECAME = frozenset({"status", "due", "partner_says"})
"""What goes over: its wording and its owner are as the call has them that was read here."""


class Folded(NamedTuple):
    """Promises that were known from a file, and are now known from the call itself."""

    arrival: Arrival


def fold(session: str, held: Held) -> Folded:
    """Let the promises of a call that was read here take the place of those a file told of it.

    What became of them since goes over to them, change by change: what the file said and when, and
    what a person here answered to it, so that nothing is asked twice and nothing is forgotten.
    """
    ledger = {id: sum_of(history) for id, history in held.histories.items()}
    call = held.sessions[session]
    mine = [(one, call.held_on) for id, one in ledger.items() if id.partition("#")[0] == session]
    told, origin = [], ""
    for id, one in ledger.items():
        source = held.sessions[id.partition("#")[0]]
        if source.received_from and one.owner:
            told.append(_as_told(one, source.held_on))
            origin = source.received_from
    same = pairs(told, mine)
    changes = [
        change.model_copy(update={"commitment": here.id})
        for id, here in same.items()
        if here.status != NEVER and not _is_refused(ledger[id])
        for change in _since(held.histories[id], here, held.histories[here.id])
    ]
    return Folded(Arrival(held.relationship, origin, (), changes, sorted(same)))


def _since(told: Sequence[Change], here: Commitment, read: Sequence[Change]) -> Iterator[Change]:
    """What was said and done of a promise that was known from a file, since it was made."""
    made, *later = in_time(told)
    as_first_told = here.model_copy(
        update={name: getattr(sum_of((made,)), name) for name in ("status", "due")}
    )
    fields = changed_fields(here, as_first_told)
    if moment(made.at) > max(moment(change.at) for change in read):
        yield Change(
            commitment=here.id, session=None, origin=made.origin, at=made.at, fields=fields
        )
    gone = taken_back((made, *later))
    left = {id(undo) for place, undo in gone.items() if not _goes_over((made, *later)[place])}
    for change in later:
        if _goes_over(change) and id(change) not in left:
            became = {name: value for name, value in change.fields.items() if name in _BECAME}
            yield change.model_copy(update={"fields": became})


def _goes_over(change: Change) -> bool:
    """Is it more than that its owner said yes to it, or worded it anew?"""
    return change.undoes or change.is_a_word or not _BECAME.isdisjoint(change.fields)


def _is_refused(promise: Commitment) -> bool:
    return promise.heard_from is not None and promise.status == "dropped"


def _as_told(promise: Commitment, held_on: datetime | date) -> SharedPromise:
    return SharedPromise.model_construct(
        id=promise.id,
        owner=promise.owner or "",
        action=promise.action,
        due=promise.due,
        status="open" if promise.status == "draft" or promise.status == NEVER else promise.status,
        promised_on=held_on,
        as_of=held_on,
        evidence=tuple(
            SharedQuote.model_construct(speaker=item.speaker, quote=item.quote, turn=item.turn)
            for item in promise.evidence
        ),
    )
