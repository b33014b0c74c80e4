"""Forgetting a relationship: no byte of a text, an id or a vector of it stays in the home.

What lies outside the home, such as backups, copies given away or worn cells of a disk, is out of
reach, and a front end should say so.
"""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, Table, delete, func, select

from coach.store import private, schema
from coach.store.database import Database
from coach.store.index import Index
from coach.store.records import Receipt
from coach.store.relationships import required


def erase(database: Database, index: Index, relationship: str) -> Receipt:
    """See `Store.erase`."""
    with index.emptied(relationship) as room:
        with database.writing() as connection:
            required(connection, relationship)
            counts = {table.name: _count(connection, table, relationship) for table in COUNTED}
            table = schema.relationships
            connection.execute(delete(table).where(table.c.id == relationship))
            database.owe_purge(connection)
        files = private.remove(room)
    (room.parent / f"{room.name}.lock").unlink(missing_ok=True)
    database.purge_wholly("the relationship is deleted")
    return Receipt(**counts, files=files)


COUNTED = (schema.sessions, schema.commitments, schema.notes, schema.answers)


def _count(connection: Connection, table: Table, relationship: str) -> int:
    return (
        connection.scalar(
            select(func.count()).select_from(table).where(table.c.relationship == relationship)
        )
        or 0
    )


def sweep(database: Database, root: Path) -> None:
    """Remove rooms that no relationship has: what is left if an erasure was cut off."""
    found = list(root.iterdir()) if root.is_dir() else []
    with database.reading() as connection:  # after the look: a room is made after its row
        there = set(connection.scalars(select(schema.indexes.c.room)))
    for path in found:
        if path.stem not in there:
            if path.is_dir():
                private.remove(path)
            else:
                path.unlink(missing_ok=True)
