"""A whole relationship as one JSON object, by the names of the records."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Table, select

from coach.records import Record
from coach.store import schema
from coach.store.database import Database
from coach.store.relationships import required
from coach.store.sessions import in_order


def export(database: Database, relationship: str) -> dict[str, Any]:
    """See `Store.export`."""
    with database.reading() as connection:
        record = required(connection, relationship)

        def all_of(table: Table, *order: str) -> list[Any]:
            return _rows(connection, table, relationship, order)

        changes = groupby(
            all_of(schema.changes, "commitment", "number"), key=lambda change: change.commitment
        )
        histories = {commitment: _json(history) for commitment, history in changes}
        recaps = select(schema.recaps).where(schema.recaps.c.relationship == relationship)
        by_state: dict[bool, list[Any]] = {True: [], False: []}
        for row in connection.execute(recaps.order_by("session")):
            by_state[row.confirmed].append(row.record)
        transcripts = select(schema.transcripts).where(
            schema.transcripts.c.relationship == relationship
        )
        return {
            "version": 1,
            "relationship": record.model_dump(mode="json"),
            "sessions": _json(in_order(connection, relationship)),
            "transcripts": {
                row.session: row.record.model_dump(mode="json")
                for row in connection.execute(transcripts.order_by("session"))
            },
            "drafts": _json(by_state[False]),
            "recaps": _json(by_state[True]),
            "commitments": [
                {**one, "history": histories.get(one["id"], [])}
                for one in _json(all_of(schema.commitments, "id"))
            ],
            "notes": _json(all_of(schema.notes, "occurred_at", "id")),
            "answers": _json(all_of(schema.answers, "answered_at", "id")),
        }


def _rows(
    connection: Connection, table: Table, relationship: str, order: tuple[str, ...]
) -> list[Any]:
    chosen = select(table.c.record).where(table.c.relationship == relationship)
    return list(connection.scalars(chosen.order_by(*(table.c[name] for name in order))))


def _json(records: Any) -> list[dict[str, Any]]:
    found: list[Record] = list(records)
    return [record.model_dump(mode="json") for record in found]
