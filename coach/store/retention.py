"""How long the text of a call stays: recap, ledger and notes outlive it, with their quotes.

The days count from the first yes to the call's recap; of a draft that nobody confirmed, from its
import. Days pass while nobody looks, so a home lets go at its next opening.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta

from sqlalchemy import Connection, delete, select

from coach.records import Session
from coach.records.base import moment
from coach.store import schema
from coach.store.database import Database
from coach.store.sessions import replace_session


def goes_on(session: Session, days: int) -> datetime | date | None:
    """When the text of this call goes; None where that is not counted yet."""
    since = session.confirmed_at or session.imported_at
    return since + timedelta(days=days) if since else None


def let_go(database: Database, now: datetime, days: int) -> int:
    """Delete, to the last byte, the text of every call whose days are over; of how many.

    A call that an earlier coach kept without a date is counted from `now`.
    """
    with database.reading() as connection:
        if not any(_is_due(session, now, days) for session in _with_text(connection)):
            return 0
    gone = 0
    with database.writing() as connection:
        for session in _with_text(connection):
            if goes_on(session, days) is None:
                replace_session(connection, session.model_copy(update={"imported_at": now}))
            elif _is_due(session, now, days):
                gone += _drop(connection, session)
        if gone:
            database.owe_purge(connection)
    if gone:
        database.purge()  # where another program still reads the old pages, the next start does it
    return gone


def kept(database: Database, relationship: str) -> frozenset[str]:
    """Ids of the calls whose text is here."""
    table = schema.transcripts
    with database.reading() as connection:
        chosen = select(table.c.session).where(table.c.relationship == relationship)
        return frozenset(connection.scalars(chosen))


def _is_due(session: Session, now: datetime, days: int) -> bool:
    """Is there something to do about this call, now?"""
    until = goes_on(session, days)
    return until is None or moment(until) <= now.timestamp()


def _with_text(connection: Connection) -> list[Session]:
    sessions, texts = schema.sessions, schema.transcripts
    same = (texts.c.relationship == sessions.c.relationship) & (texts.c.session == sessions.c.id)
    return list(connection.scalars(select(sessions.c.record).join(texts, same)))


def _drop(connection: Connection, session: Session) -> int:
    table = schema.transcripts
    here = (table.c.relationship == session.relationship, table.c.session == session.id)
    return connection.execute(delete(table).where(*here)).rowcount
