"""What a partner's file brings, and a call that was known from one until it was read here.

What to take is not for the store to say: it hands over what it holds, and writes what it is given
back in the same transaction, so that two programs that take one file take it once.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple, Protocol, TypeVar

from sqlalchemy import Connection, delete, insert, select

from coach.records import Commitment, Recap, Relationship, Session, Transcript
from coach.records.history import Change
from coach.store import schema
from coach.store.database import Database
from coach.store.histories import all_histories, append, replace_history
from coach.store.relationships import consented, replace
from coach.store.sessions import added, in_order, replace_session


@dataclass(frozen=True)
class Held:
    """What a home holds of a pair, as far as a file of the partner may bear on it."""

    relationship: Relationship
    sessions: Mapping[str, Session]
    histories: Mapping[str, tuple[Change, ...]]
    """by commitment; those that were only heard of too"""
    recaps: tuple[Recap, ...]
    """the confirmed ones, the earliest call first"""
    texts: Mapping[str, Transcript]
    """of the calls whose text is here"""


class Arrived(NamedTuple):
    """A promise that no call of this home holds; it gets its id here."""

    promise: Commitment
    promised_on: datetime | date
    as_of: datetime | date


@dataclass(frozen=True)
class Arrival:
    """What is to be written."""

    relationship: Relationship
    origin: str
    """whose file it comes from"""
    promises: Sequence[Arrived] = ()
    changes: Sequence[Change] = ()
    gone: Sequence[str] = ()
    """ids of promises that another one of this home takes the place of"""


class Weighed(Protocol):
    """What was made of something, in the light of what is held."""

    @property
    def arrival(self) -> Arrival:
        """What of it is to be written."""


T = TypeVar("T", bound=Weighed)


def receive(
    database: Database, relationship: str, weigh: Callable[[Held], T], only_look: bool
) -> T:
    """See `Store.receive`."""
    if only_look:
        with database.reading() as connection:
            return weigh(_held(connection, relationship))
    with database.writing() as connection:
        held = _held(connection, relationship)
        weighed = weigh(held)
        _write(connection, held, weighed.arrival)
    return weighed


def _held(connection: Connection, relationship: str) -> Held:
    record = consented(connection, relationship)
    sessions = in_order(connection, relationship)
    recaps, texts = schema.recaps, schema.transcripts
    confirmed = select(recaps).where(recaps.c.relationship == relationship, recaps.c.confirmed)
    by_session = {row.session: row.record for row in connection.execute(confirmed)}
    words = connection.execute(select(texts).where(texts.c.relationship == relationship))
    histories = all_histories(connection, relationship)
    return Held(
        relationship=record,
        sessions={session.id: session for session in sessions},
        histories={history[0].commitment: history for history in histories},
        recaps=tuple(by_session[one.id] for one in sessions if one.id in by_session),
        texts={row.session: row.record for row in words},
    )


def _write(connection: Connection, held: Held, arrival: Arrival) -> None:
    id = held.relationship.id
    if arrival.relationship != held.relationship:
        replace(connection, arrival.relationship)
    calls = {
        session.held_on: session
        for session in held.sessions.values()
        if session.received_from == arrival.origin
    }
    taken = set(held.histories)
    for one in arrival.promises:
        if (day := one.promised_on) not in calls:
            calls[day] = _call(connection, id, day, arrival.origin)
        taken.add(_add(connection, calls[day], one, arrival.origin, taken))
    histories = dict(held.histories)
    for change in arrival.changes:
        histories[change.commitment] = (*histories[change.commitment], change)
        append(connection, id, histories[change.commitment])
    for promise in arrival.gone:
        replace_history(connection, id, promise, ())
    if arrival.gone:
        _drop_empty_calls(connection, id)


def _call(connection: Connection, id: str, held_on: datetime | date, origin: str) -> Session:
    digest = f"received: {held_on.isoformat()}"
    session = added(connection, id, held_on, digest, None, received_from=origin)
    confirmed = session.model_copy(update={"confirmed": True})
    replace_session(connection, confirmed)
    return confirmed


def _add(connection: Connection, call: Session, one: Arrived, origin: str, taken: set[str]) -> str:
    numbers = (f"{call.id}#c{number}" for number in range(1, len(taken) + 2))
    id = next(free for free in numbers if free not in taken)
    words = tuple(item.model_copy(update={"session": call.id}) for item in one.promise.evidence)
    promise = one.promise.model_copy(update={"id": id, "evidence": words})
    row = {"relationship": call.relationship, "id": id, "session": call.id}
    connection.execute(
        insert(schema.commitments).values(**row, status=promise.status, record=promise)
    )
    made = Change(
        commitment=id,
        session=call.id,
        origin=origin,
        at=one.as_of,
        fields=promise.model_dump(mode="json"),
        evidence=words,
    )
    append(connection, call.relationship, (made,))
    return id


def _drop_empty_calls(connection: Connection, relationship: str) -> None:
    """A call that was known from promises alone goes with the last of them."""
    sessions, promises = schema.sessions, schema.commitments
    here = select(promises.c.session).where(promises.c.relationship == relationship)
    there = set(connection.scalars(here))
    for session in in_order(connection, relationship):
        if session.received_from and session.id not in there:
            one = (sessions.c.relationship == relationship, sessions.c.id == session.id)
            connection.execute(delete(sessions).where(*one))
