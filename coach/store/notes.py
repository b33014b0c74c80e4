"""Notes in SQL: how they are made, kept with their vectors, and whose eyes they are for."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, delete, func, select, update
from sqlalchemy.dialects.sqlite import insert

from coach.embedding import Embedder
from coach.errors import StoreError
from coach.records import Evidence, Note, NoteKind, Role, Visibility
from coach.records.base import moment
from coach.store import schema
from coach.store.mistaken import is_about_no_mistake
from coach.store.relationships import consented, require_own, required

if TYPE_CHECKING:
    from coach.embedding import Vectors


class Row(NamedTuple):
    """A note on its way into SQL."""

    note: Note
    vector: bytes | None
    embedder: str | None


def make_note(
    *,
    relationship: str,
    session: str | None,
    kind: NoteKind,
    text: str,
    occurred_at: datetime | date,
    visibility: Visibility = "shared",
    evidence: tuple[Evidence, ...] = (),
    about: str | None = None,
) -> Note:
    """A note under the id of its content: the same thing noted twice is one note."""
    note = Note(
        id="",
        relationship=relationship,
        session=session,
        kind=kind,
        visibility=visibility,
        occurred_at=occurred_at,
        text=text,
        evidence=evidence,
        about=about,
    )
    return note.model_copy(update={"id": content_id(note)})


def content_id(note: Note) -> str:
    """The id that follows from what a note says, of whom, when and to whom; not from evidence."""
    content = (
        note.relationship,
        note.session,
        note.kind,
        note.visibility,
        note.occurred_at.isoformat(),
        note.text,
        note.about,
    )
    return f"n-{hashlib.sha256(json.dumps(content).encode()).hexdigest()[:24]}"


def embedded(notes: Sequence[Note], embedder: Embedder | None) -> list[Row]:
    """The notes with their vectors; made before a transaction, because it takes its time."""
    for note in notes:
        if note.id != content_id(note):
            raise StoreError(f"Note {note.id!r} was not made by make_note: its id is not its own.")
    if not embedder or not notes:
        return [Row(note, None, None) for note in notes]
    vectors = embedder.embed([note.text for note in notes])
    return [
        Row(note, as_blob(vector), embedder.name)
        for note, vector in zip(notes, vectors, strict=True)
    ]


def as_blob(vector: Vectors) -> bytes:
    """A vector as SQL keeps it: float16, which moves a cosine by less than 0.001."""
    return vector.astype("<f2").tobytes()


def as_vector(blob: bytes) -> Vectors:
    """A vector as it is compared."""
    import numpy as np

    return np.frombuffer(blob, "<f2").astype(np.float32)


def put(connection: Connection, rows: Iterable[Row], of_recap: bool) -> int:
    """Store what is new of these; how many that is."""
    count = 0
    for relationship, some in _by_relationship(rows).items():
        of_a_call = any(row.note.session is not None for row in some)
        record = (consented if of_a_call else required)(connection, relationship)
        for visibility in {row.note.visibility for row in some}:
            require_own(record, visibility)
        stored = sum(_put_one(connection, row, of_recap) for row in some)
        if stored:
            _index_falls_behind(connection, relationship)
        count += stored
    return count


def put_back(connection: Connection, relationship: str, rows: Iterable[tuple[Row, bool]]) -> None:
    """Store the notes of a restored relationship; the second of each: is it a recap's?"""
    for row, of_recap in rows:
        _put_one(connection, row, of_recap)
    _index_falls_behind(connection, relationship)


def replace_recap_notes(
    connection: Connection, relationship: str, session: str, rows: Sequence[Row]
) -> None:
    """Let the notes of a confirmed recap take the place of those of the one before."""
    table = schema.notes
    gone = connection.execute(
        delete(table).where(
            table.c.relationship == relationship,
            table.c.session == session,
            table.c.of_recap,
            table.c.id.not_in([row.note.id for row in rows]),
        )
    )
    if gone.rowcount:
        _index_falls_behind(connection, relationship)
    put(connection, rows, of_recap=True)


def remove(connection: Connection, relationship: str, note: str) -> bool:
    """Delete one note; was it there?"""
    table = schema.notes
    gone = connection.execute(
        delete(table).where(table.c.relationship == relationship, table.c.id == note)
    )
    if gone.rowcount:
        _index_falls_behind(connection, relationship)
    return bool(gone.rowcount)


def visible_to(role: Role | None) -> tuple[Visibility, ...]:
    """What a role may see: the shared, and its own. None sees what both may."""
    return ("shared", role) if role else ("shared",)


def permitted(
    relationship: str, role: Role | None, before: datetime | date | None = None
) -> ColumnElement[bool]:
    """The condition that every look at notes starts from."""
    table = schema.notes
    condition = (table.c.relationship == relationship) & table.c.visibility.in_(visible_to(role))
    condition &= is_about_no_mistake(relationship)
    if before is not None:
        condition &= table.c.occurred_at < moment(before)
    return condition


def count_mistaken(connection: Connection, relationship: str) -> int:
    """How many notes are about what was never promised."""
    table = schema.notes
    hidden = (table.c.relationship == relationship) & ~is_about_no_mistake(relationship)
    return connection.scalar(select(func.count()).select_from(table).where(hidden)) or 0


def strangers(connection: Connection, condition: ColumnElement[bool], embedder: str) -> list[Note]:
    """The notes that this embedder has made no vector of."""
    table = schema.notes
    return list(connection.scalars(select(table.c.record).where(condition, _not_by(embedder))))


def count_strangers(connection: Connection, condition: ColumnElement[bool], embedder: str) -> int:
    """How many notes this embedder has made no vector of."""
    counted = select(func.count()).select_from(schema.notes)
    return connection.scalar(counted.where(condition, _not_by(embedder))) or 0


def put_vectors(connection: Connection, relationship: str, rows: Iterable[Row]) -> None:
    """Replace the vectors of notes that are there still."""
    table = schema.notes
    for row in rows:
        connection.execute(
            update(table)
            .where(table.c.relationship == relationship, table.c.id == row.note.id)
            .values(vector=row.vector, embedder=row.embedder)
        )
    _index_falls_behind(connection, relationship)


def _not_by(embedder: str) -> ColumnElement[bool]:
    return schema.notes.c.embedder.is_distinct_from(embedder)


def _by_relationship(rows: Iterable[Row]) -> Mapping[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row.note.relationship, []).append(row)
    return found


def _put_one(connection: Connection, row: Row, of_recap: bool) -> int:
    note = row.note
    values: dict[str, Any] = {
        "relationship": note.relationship,
        "id": note.id,
        "session": note.session,
        "kind": note.kind,
        "visibility": note.visibility,
        "occurred_at": moment(note.occurred_at),
        "of_recap": of_recap,
        "text": note.text,
        "embedder": row.embedder,
        "vector": row.vector,
        "record": note,
    }
    done = connection.execute(insert(schema.notes).values(**values).on_conflict_do_nothing())
    return done.rowcount


def _index_falls_behind(connection: Connection, relationship: str) -> None:
    """Say, in the same transaction, that the index has something to catch up with."""
    table = schema.indexes
    connection.execute(
        update(table).where(table.c.relationship == relationship).values(wanted=table.c.wanted + 1)
    )
