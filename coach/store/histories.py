"""The history of each promise as rows: read whole, and written a change at a time."""

from __future__ import annotations

from itertools import groupby

from sqlalchemy import Connection, delete, insert, select, update

from coach.errors import UnknownError
from coach.records import Commitment
from coach.records.history import Change, sum_of
from coach.store import schema


def all_histories(connection: Connection, relationship: str) -> list[tuple[Change, ...]]:
    """The history of every commitment, first change to last."""
    table = schema.changes
    rows = connection.scalars(
        select(table.c.record)
        .where(table.c.relationship == relationship)
        .order_by(table.c.commitment, table.c.number)
    )
    return [tuple(changes) for _, changes in groupby(rows, key=lambda change: change.commitment)]


def history_of(connection: Connection, relationship: str, commitment: str) -> tuple[Change, ...]:
    """All that was ever said of a promise; nothing where there is none."""
    table = schema.changes
    rows = connection.scalars(
        select(table.c.record)
        .where(table.c.relationship == relationship, table.c.commitment == commitment)
        .order_by(table.c.number)
    )
    return tuple(rows)


def required_history(
    connection: Connection, relationship: str, commitment: str
) -> tuple[Change, ...]:
    """The same, or UnknownError."""
    history = history_of(connection, relationship, commitment)
    if not history:
        raise UnknownError(f"No commitment {commitment!r} in the ledger of {relationship!r}.")
    return history


def replace_history(
    connection: Connection, relationship: str, commitment: str, history: tuple[Change, ...]
) -> None:
    """Let these changes be all that was ever said of a commitment; without any, it goes itself."""
    table, changes = schema.commitments, schema.changes
    here = (changes.c.relationship == relationship, changes.c.commitment == commitment)
    connection.execute(delete(changes).where(*here))
    if not history:
        one = (table.c.relationship == relationship, table.c.id == commitment)
        connection.execute(delete(table).where(*one))
    for length in range(1, len(history) + 1):
        append(connection, relationship, history[:length])


def append(connection: Connection, relationship: str, history: tuple[Change, ...]) -> Commitment:
    """Write the last change of `history`, and what the commitment thereby is."""
    change, now = history[-1], sum_of(history)
    connection.execute(
        insert(schema.changes).values(
            relationship=relationship,
            commitment=change.commitment,
            number=len(history),
            record=change,
        )
    )
    table = schema.commitments
    connection.execute(
        update(table)
        .where(table.c.relationship == relationship, table.c.id == change.commitment)
        .values(status=now.status, record=now)
    )
    return now
