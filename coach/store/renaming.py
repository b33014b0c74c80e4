"""Every text of a relationship in other words: what is kept is read, worded anew, written again.

As with an erasure no byte of the old words is left: the index folder goes, and is built anew from
the vectors in SQL with the next search; the database file is rebuilt.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy import Connection, Row, Table, select, update

from coach.embedding import Embedder
from coach.records import Note, Record, Relationship
from coach.store import notes, private, relationships, schema
from coach.store.answers import answer_id
from coach.store.database import Database
from coach.store.index import Index

Rewording = Callable[[Any, Relationship], Any]
"""What a record is in other words, one of its own kind; the second is the pair that it is of."""


def reword(
    database: Database,
    index: Index,
    embedder: Embedder | None,
    relationship: str,
    how: Callable[[Relationship], Relationship],
    anew: Rewording,
) -> Relationship:
    """See `Store.reword`."""
    with index.emptied(relationship) as room, database.writing() as connection:
        changed = how(relationships.required(connection, relationship))
        new: Relationship = anew(changed, changed)
        relationships.replace(connection, new)
        for table in schema.metadata.sorted_tables:
            if "record" in table.c and "relationship" in table.c:
                _reword_table(connection, table, new, anew, embedder)
        index.given_up(connection, relationship)
        private.remove(room)  # before the commit: without its folder an index is only built again
        database.owe_purge(connection)
    database.purge_wholly("the names are gone")
    return new


def _reword_table(
    connection: Connection,
    table: Table,
    pair: Relationship,
    anew: Rewording,
    embedder: Embedder | None,
) -> None:
    rows = connection.execute(select(table).where(table.c.relationship == pair.id)).all()
    for row in rows:
        record = anew(row.record, pair)
        if record != row.record:
            _write(connection, table, row, record, embedder)


def _write(
    connection: Connection, table: Table, row: Row[Any], record: Record, embedder: Embedder | None
) -> None:
    if isinstance(record, Note):
        note = record.model_copy(update={"id": notes.content_id(record)})
        notes.remove(connection, note.relationship, row.id)
        [fresh] = notes.embedded([note], embedder)
        notes.put_back(connection, note.relationship, [(fresh, row.of_recap)])
        return
    here = [column == row._mapping[column.name] for column in table.primary_key]
    values: dict[str, Any] = {"record": record}
    if table is schema.answers:
        values["id"] = answer_id(record)
    # Two answers that differed by a name alone are one from now on.
    written = update(table).prefix_with("OR REPLACE").where(*here).values(**values)
    connection.execute(written)
