"""Calls as they are kept: redacted words, a draft, and the recap that a person confirmed."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, update

from coach.errors import UnknownError
from coach.records import Recap, Session, Transcript
from coach.store import schema
from coach.store.database import Database
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
    ) -> Imported:
        """Keep a redacted transcript. The same words (by `digest`) again are the same session.

        Raises ConsentError before both people have said yes, and then nothing is stored.
        """
        table = schema.sessions
        with self._database.writing() as connection:
            consented(connection, relationship)
            same = select(table.c.record).where(
                table.c.relationship == relationship, table.c.digest == digest
            )
            if (before := connection.scalar(same)) is not None:
                return Imported(before, new=False)
            highest = select(func.max(table.c.number)).where(table.c.relationship == relationship)
            number = (connection.scalar(highest) or 0) + 1
            session = Session(
                id=f"{number:02d}",
                relationship=relationship,
                held_on=held_on,
                source=transcript.source,
                digest=digest,
            )
            row = {"relationship": relationship, "id": session.id, "digest": digest}
            at = schema.moment(held_on)
            connection.execute(
                insert(table).values(**row, number=number, held_at=at, record=session)
            )
            connection.execute(
                insert(schema.transcripts).values(
                    relationship=relationship, session=session.id, record=transcript
                )
            )
        return Imported(session, new=True)

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

    def drop_transcript(self, relationship: str, session: str) -> None:
        """Delete the words for good; recap, ledger and notes stay."""
        with self._database.writing() as connection:
            required_session(connection, relationship, session)
            connection.execute(
                delete(schema.transcripts).where(*_of(schema.transcripts, relationship, session))
            )
            self._database.owe_purge(connection)
        self._database.purge()

    def save_draft(self, recap: Recap) -> None:
        """Keep an already redacted recap as the draft of its session; the confirmed one stays."""
        with self._database.writing() as connection:
            consented(connection, recap.relationship)
            required_session(connection, recap.relationship, recap.session)
            put_recap(connection, recap, confirmed=False)

    def draft(self, relationship: str, session: str) -> Recap | None:
        """What waits for a person's yes, or None."""
        return self._recap(relationship, session, confirmed=False)

    def recap(self, relationship: str, session: str) -> Recap | None:
        """What a person confirmed, or None."""
        return self._recap(relationship, session, confirmed=True)

    def _recap(self, relationship: str, session: str, confirmed: bool) -> Recap | None:
        table = schema.recaps
        with self._database.reading() as connection:
            required_session(connection, relationship, session)
            found: Recap | None = connection.scalar(
                select(table.c.record).where(
                    *_of(table, relationship, session), table.c.confirmed == confirmed
                )
            )
        return found


def required_session(connection: Connection, relationship: str, session: str) -> Session:
    """The session of this id, or UnknownError."""
    required(connection, relationship)
    there = {one.id: one for one in in_order(connection, relationship)}
    if session not in there:
        names = ", ".join(there) or "none yet"
        raise UnknownError(f"No session {session!r} of {relationship!r}; there are: {names}.")
    return there[session]


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


def put_recap(connection: Connection, recap: Recap, confirmed: bool) -> None:
    """Put this recap in the place of the session's old one; confirming also ends the draft."""
    table = schema.recaps
    here = _of(table, recap.relationship, recap.session)
    replaced = here if confirmed else (*here, table.c.confirmed.is_(False))
    connection.execute(delete(table).where(*replaced))
    row = {"relationship": recap.relationship, "session": recap.session, "confirmed": confirmed}
    connection.execute(insert(table).values(**row, record=recap))


def mark_confirmed(connection: Connection, session: Session) -> Session:
    """The session, from now on as one that a person has confirmed."""
    table = schema.sessions
    confirmed = session.model_copy(update={"confirmed": True})
    connection.execute(
        update(table)
        .where(table.c.relationship == session.relationship, table.c.id == session.id)
        .values(record=confirmed)
    )
    return confirmed


def _of(table: Any, relationship: str, session: str) -> tuple[Any, Any]:
    return (table.c.relationship == relationship, table.c.session == session)
