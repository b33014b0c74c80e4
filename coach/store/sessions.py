"""Calls as they are kept: redacted words, a draft, and the recap that a person confirmed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, and_, delete, func, insert, select, update

from coach.errors import OvertakenError, UnknownError
from coach.evidence import WITHHELD
from coach.records import Coverage, Recap, Session, Transcript, When
from coach.records.base import moment
from coach.store import schema
from coach.store.database import Database
from coach.store.meanwhile import Turns, require_as_opened, require_left_out, require_struck
from coach.store.mistaken import cover_again, never_promised
from coach.store.records import Imported
from coach.store.relationships import consented, required


class Sessions:
    """The calls of every relationship. Their ids, 01, 02, ..., are given once, on import."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def import_call(
        self,
        relationship: str,
        transcript: Transcript,
        held_on: datetime | date,
        digest: str,
        draft: Recap | None = None,
        at: datetime | None = None,
        not_secret: tuple[int, ...] = (),
        instead_of: tuple[int, ...] = (),
    ) -> Imported:
        """Keep a redacted transcript. The same words (by `digest`) again are the same session.

        Its `draft`, read under the id that `upcoming` gave, is kept with it or neither is; what was
        confirmed stays beside it. Where the old draft withheld other turns, no byte of it is left.
        Raises OvertakenError where another call has that id by now.

        A call read again may withhold more than before: its new turns take the place of the old,
        of which no byte is left, unless they were dropped. A different `held_on` is a correction;
        the id stays; `not_secret` turns are read as ordinary talk now, `instead_of` were before.
        `at` is now: from there a draft's days count. Raises ConsentError before both people have
        said yes, StoreError where a person left out others meanwhile; then nothing is stored.
        """
        with self._database.writing() as connection:
            consented(connection, relationship)
            known = _known(connection, relationship, digest)
            session = known or added(connection, relationship, held_on, digest, transcript, at)
            session = _as_told(connection, session, held_on, not_secret, instead_of)
            outdated = known is not None and _reworded(connection, session, transcript)
            if draft:
                outdated |= _put_draft(connection, session, draft)
            if outdated:
                self._database.owe_purge(connection)
        if outdated:
            schema.forget()
            self._database.purge()
        return Imported(session, new=known is None)

    def upcoming(
        self,
        relationship: str,
        transcript: Transcript,
        held_on: datetime | date,
        digest: str,
    ) -> Session:
        """The session that `import_call` would make or find; nothing is stored."""
        with self._database.reading() as connection:
            required(connection, relationship)
            known = _known(connection, relationship, digest)
            if known:
                return known.model_copy(update={"held_on": held_on})
            return _next(connection, relationship, held_on, digest, transcript)

    def get(self, relationship: str, session: str) -> Session:
        """Raises UnknownError, which names the sessions there are."""
        with self._database.reading() as connection:
            return required_session(connection, relationship, session)

    def list(self, relationship: str) -> tuple[Session, ...]:
        """Every call, the earliest held first."""
        with self._database.reading() as connection:
            required(connection, relationship)
            return tuple(in_order(connection, relationship))

    def transcript(self, relationship: str, session: str) -> Transcript | None:
        """The redacted words, or None where they were dropped."""
        with self._database.reading() as connection:
            required_session(connection, relationship, session)
            found: Transcript | None = connection.scalar(
                select(schema.transcripts.c.record).where(
                    *_of(schema.transcripts, relationship, session)
                )
            )
        return found

    def draft(self, relationship: str, session: str) -> Recap | None:
        """What waits for a person's yes, or None."""
        return self._recap(relationship, session, confirmed=False)

    def waiting(self, relationship: str) -> frozenset[str]:
        """The sessions whose draft waits for a person's yes."""
        table = schema.recaps
        chosen = select(table.c.session).where(
            table.c.relationship == relationship, table.c.confirmed.is_(False)
        )
        with self._database.reading() as connection:
            required(connection, relationship)
            return frozenset(connection.scalars(chosen))

    def recaps(self, relationship: str) -> tuple[Recap, ...]:
        """What was confirmed of every call, the earliest held first."""
        calls, table = schema.sessions, schema.recaps
        same = (table.c.relationship == calls.c.relationship, table.c.session == calls.c.id)
        chosen = (
            select(table.c.record)
            .join(calls, and_(*same))
            .where(table.c.relationship == relationship, table.c.confirmed.is_(True))
            .order_by(calls.c.held_at, calls.c.number)
        )
        with self._database.reading() as connection:
            required(connection, relationship)
            never = never_promised(connection, relationship)
            return tuple(recap.without(never) for recap in connection.scalars(chosen))

    def recap(self, relationship: str, session: str) -> Recap | None:
        """What a person confirmed, or None."""
        return self._recap(relationship, session, confirmed=True)

    def recaps_or_drafts(self, relationship: str) -> dict[str, Recap]:
        """Of every session what a person confirmed, or else its draft, by the session's id."""
        table = schema.recaps
        chosen = select(table.c.session, table.c.record).where(table.c.relationship == relationship)
        with self._database.reading() as connection:
            required(connection, relationship)
            rows = connection.execute(chosen.order_by(table.c.confirmed))  # the confirmed one last
            never = never_promised(connection, relationship)
            return {row.session: row.record.without(never) for row in rows}

    def cover_again(self, relationship: str, how: Callable[[Recap], tuple[Coverage, ...]]) -> None:
        """Say of every confirmed recap anew what it covers, without what was never promised."""
        with self._database.writing() as connection:
            cover_again(connection, relationship, how)

    def as_kept(self, relationship: str, session: str) -> tuple[Recap, bool] | None:
        """The draft, or else what was confirmed, with what was never promised; is it confirmed?"""
        with self._database.reading() as connection:
            required_session(connection, relationship, session)
            return _as_kept(connection, relationship, session)

    def redraft(self, recap: Recap, instead_of: Recap, confirmed: bool = False) -> None:
        """Put a draft, or a confirmed recap, that a person changed in the place of what stands.

        Raises OvertakenError where that is not `instead_of` any more.
        """
        with self._database.writing() as connection:
            session = required_session(connection, recap.relationship, recap.session)
            require_kept(connection, instead_of, confirmed)
            put_recap(connection, session, recap, confirmed)

    def _recap(self, relationship: str, session: str, confirmed: bool) -> Recap | None:
        with self._database.reading() as connection:
            required_session(connection, relationship, session)
            found = _recap(connection, relationship, session, confirmed)
            return found and found.without(never_promised(connection, relationship))


def _known(connection: Connection, relationship: str, digest: str) -> Session | None:
    table = schema.sessions
    same = (table.c.relationship == relationship, table.c.digest == digest)
    found: Session | None = connection.scalar(select(table.c.record).where(*same))
    return found


def added(
    connection: Connection,
    relationship: str,
    held_on: datetime | date,
    digest: str,
    transcript: Transcript | None,
    at: datetime | None = None,
    received_from: str | None = None,
) -> Session:
    """A new session under the next id; without a transcript, one that a partner's file tells of."""
    session = _next(connection, relationship, held_on, digest, transcript)
    new = session.model_copy(update={"imported_at": at, "received_from": received_from})
    since, number = place(new)
    row = {"relationship": relationship, "id": new.id, "digest": digest}
    connection.execute(
        insert(schema.sessions).values(**row, number=number, held_at=since, record=new)
    )
    if transcript is not None:
        words = {"relationship": relationship, "session": new.id, "record": transcript}
        connection.execute(insert(schema.transcripts).values(**words))
    return new


def _next(
    connection: Connection,
    relationship: str,
    held_on: datetime | date,
    digest: str,
    transcript: Transcript | None,
) -> Session:
    """The session that would come next; nothing is stored."""
    table = schema.sessions
    highest = select(func.max(table.c.number)).where(table.c.relationship == relationship)
    given = required(connection, relationship).numbers_given
    return Session(
        id=f"{max(connection.scalar(highest) or 0, given) + 1:02d}",
        relationship=relationship,
        held_on=held_on,
        source=transcript.source if transcript else "",
        digest=digest,
    )


def _as_told(
    connection: Connection, session: Session, held_on: When, plain: Turns, instead_of: Turns
) -> Session:
    """The session, at the time it was held after all; compared as written, with its offset."""
    kept = _recap(connection, session.relationship, session.id, confirmed=True)
    require_as_opened(session, kept, plain, instead_of)
    told = session.model_copy(update={"held_on": held_on, "not_secret": plain})
    if (str(held_on), plain) != (str(session.held_on), session.not_secret):
        replace_session(connection, told, held_at=moment(held_on))
    return told


def _reworded(connection: Connection, session: Session, transcript: Transcript) -> bool:
    """Put these turns, and nothing else, in the place of the stored ones; were there others?"""
    table = schema.transcripts
    here = _of(table, session.relationship, session.id)
    old: Transcript | None = connection.scalar(select(table.c.record).where(*here))
    if old is None or old.turns == transcript.turns:
        return False
    marked = {number for number, turn in enumerate(transcript.turns) if WITHHELD in turn.text}
    require_struck(session, marked)
    new = old.model_copy(update={"turns": transcript.turns})
    connection.execute(update(table).where(*here).values(record=new))
    return True


def required_session(connection: Connection, relationship: str, session: str) -> Session:
    """The session of this id, or UnknownError."""
    required(connection, relationship)
    table = schema.sessions
    here = (table.c.relationship == relationship, table.c.id == session)
    found: Session | None = connection.scalar(select(table.c.record).where(*here))
    if found is None:
        names = ", ".join(one.id for one in in_order(connection, relationship)) or "none yet"
        raise UnknownError(f"No session {session!r} of {relationship!r}; there are: {names}.")
    return found


def in_order(connection: Connection, relationship: str) -> list[Session]:
    """The sessions as they were held; on one day, as they were imported."""
    table = schema.sessions
    return list(
        connection.scalars(
            select(table.c.record)
            .where(table.c.relationship == relationship)
            .order_by(table.c.held_at, table.c.number)
        )
    )


def place(session: Session) -> tuple[float, int]:
    """What sessions are ordered by: when they were held; on one day, when they were imported."""
    return moment(session.held_on), int(session.id)


def _recap(
    connection: Connection, relationship: str, session: str, confirmed: bool
) -> Recap | None:
    table = schema.recaps
    here = (*_of(table, relationship, session), table.c.confirmed == confirmed)
    found: Recap | None = connection.scalar(select(table.c.record).where(*here))
    return found


def _as_kept(connection: Connection, relationship: str, session: str) -> tuple[Recap, bool] | None:
    for confirmed in (False, True):
        if found := _recap(connection, relationship, session, confirmed):
            return found, confirmed
    return None


def require_kept(connection: Connection, recap: Recap, confirmed: bool) -> None:
    """Raises OvertakenError where another recap stands there by now: it must not be lost."""
    if _as_kept(connection, recap.relationship, recap.session) != (recap, confirmed):
        raise OvertakenError(f"Session {recap.session} was changed meanwhile; look at it again.")


def put_recap(connection: Connection, session: Session, recap: Recap, confirmed: bool) -> None:
    """Put this recap in the place of the session's old one; confirming also ends the draft."""
    require_struck(session, {one.turn for one in recap.withheld})
    if confirmed:
        require_left_out(_recap(connection, recap.relationship, recap.session, False), recap)
    table = schema.recaps
    here = _of(table, recap.relationship, recap.session)
    replaced = here if confirmed else (*here, table.c.confirmed.is_(False))
    connection.execute(delete(table).where(*replaced))
    row = {"relationship": recap.relationship, "session": recap.session, "confirmed": confirmed}
    connection.execute(insert(table).values(**row, record=recap))


def _put_draft(connection: Connection, session: Session, recap: Recap) -> bool:
    """Put this draft in the place of the old one; did that withhold other turns?"""
    if recap.session != session.id:
        raise OvertakenError(f"Another call was kept as {recap.session} meanwhile; read it again.")
    old = _recap(connection, recap.relationship, recap.session, confirmed=False)
    put_recap(connection, session, recap, confirmed=False)
    return old is not None and old.withheld != recap.withheld


def mark_confirmed(connection: Connection, session: Session, at: datetime | None = None) -> Session:
    """The session, from now on as one that a person has confirmed; the first time counts."""
    since = session.confirmed_at or at
    confirmed = session.model_copy(update={"confirmed": True, "confirmed_at": since})
    replace_session(connection, confirmed)
    return confirmed


def replace_session(connection: Connection, session: Session, **columns: float) -> None:
    """Put this session in the place of the one of its id."""
    table = schema.sessions
    here = (table.c.relationship == session.relationship, table.c.id == session.id)
    connection.execute(update(table).where(*here).values(record=session, **columns))


def _of(table: Any, relationship: str, session: str) -> tuple[Any, Any]:
    return (table.c.relationship == relationship, table.c.session == session)
