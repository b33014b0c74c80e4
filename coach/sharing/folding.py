"""A call that was known from a partner's file, and is read here after all."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple

from coach.records import NEVER, Commitment, SharedPromise, SharedQuote
from coach.records.base import moment
from coach.records.history import sum_of
from coach.sharing.alike import pairs
from coach.sharing.taking import changed_fields, state
from coach.store import Arrival, Change, Held


class Folded(NamedTuple):
    """Promises that were known from a file, and are now known from the call itself."""

    arrival: Arrival


def fold(session: str, held: Held) -> Folded:
    """Let the promises of a call that was read here take the place of those a file told of it.

    What became of them since, by the file's later word or a person's hand, goes over to them.
    """
    ledger = {id: sum_of(history) for id, history in held.histories.items()}
    call = held.sessions[session]
    mine = [(one, call.held_on) for id, one in ledger.items() if id.partition("#")[0] == session]
    told, origin = [], ""
    for id, one in ledger.items():
        source = held.sessions[id.partition("#")[0]]
        if source.received_from and one.owner:
            told.append(_as_told(one, source.held_on, held.histories[id]))
            origin = source.received_from
    changes = []
    same = pairs(told, mine)
    for promise in told:
        here = same.get(promise.id)
        if here is None or here.status == NEVER or _is_refused(ledger[promise.id]):
            continue
        never = ledger[promise.id].status == NEVER
        becomes = here.model_copy(update={"status": NEVER} if never else state(promise))
        last = max(moment(change.at) for change in held.histories[here.id])
        if (fields := changed_fields(here, becomes)) and moment(promise.as_of) > last:
            changes.append(
                Change(
                    commitment=here.id,
                    session=None,
                    origin=origin,
                    at=promise.as_of,
                    fields=fields,
                )
            )
    return Folded(Arrival(held.relationship, origin, (), changes, sorted(same)))


def _is_refused(promise: Commitment) -> bool:
    return promise.heard_from is not None and promise.status == "dropped"


def _as_told(
    promise: Commitment, held_on: datetime | date, history: tuple[Change, ...]
) -> SharedPromise:
    return SharedPromise.model_construct(
        id=promise.id,
        owner=promise.owner or "",
        action=promise.action,
        due=promise.due,
        status="open" if promise.status == "draft" or promise.status == NEVER else promise.status,
        promised_on=held_on,
        as_of=max((change.at for change in history), key=moment),
        evidence=tuple(
            SharedQuote.model_construct(speaker=item.speaker, quote=item.quote, turn=item.turn)
            for item in promise.evidence
        ),
    )
