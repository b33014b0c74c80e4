"""What an index has to hold of a relationship, and on which shelf: whose eyes it is for."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import Connection, select

from coach.records import Note, Visibility
from coach.store import schema

EVERYONE = "everyone"
"""The eyes that see what both may."""


class Shelf(NamedTuple):
    """One part of an index: the notes of one visibility, by one embedder.

    Who may not see a visibility never asks its shelf, so its vectors are not even compared.
    """

    visibility: Visibility
    embedder: str

    @property
    def name(self) -> str:
        """What Chroma calls it, whose names allow little."""
        return f"{self.visibility}-{hashlib.sha256(self.embedder.encode()).hexdigest()[:12]}"


class Wanted(NamedTuple):
    """The note ids that an index has to hold: vectors by shelf, words by whose eyes they are for.

    Each role sees the shared and its own; who has nothing of their own sees what everyone does.
    """

    vectors: dict[Shelf, set[str]]
    words: dict[str, set[str]]

    def by_name(self) -> dict[str, set[str]]:
        """The same by the names that an index has for its parts."""
        return {**{shelf.name: ids for shelf, ids in self.vectors.items()}, **self.words}


def wanted(connection: Connection, relationship: str) -> Wanted:
    """What an index has to hold of a relationship."""
    table = schema.notes
    columns = select(table.c.visibility, table.c.embedder, table.c.id)
    vectors: dict[Shelf, set[str]] = {}
    seen: dict[Visibility, set[str]] = {}
    for visibility, embedder, note in connection.execute(
        columns.where(table.c.relationship == relationship)
    ):
        seen.setdefault(visibility, set()).add(note)
        if embedder is not None:
            vectors.setdefault(Shelf(visibility, embedder), set()).add(note)
    shared = seen.pop("shared", set())
    return Wanted(vectors, {EVERYONE: shared, **{who: shared | own for who, own in seen.items()}})


def counts(connection: Connection, relationship: str) -> dict[str, int]:
    """How many notes an index has to hold, by the names it has for its parts, if any."""
    return {
        name: len(ids) for name, ids in wanted(connection, relationship).by_name().items() if ids
    }


def blobs(
    connection: Connection, relationship: str, shelf: Shelf, ids: Sequence[str]
) -> dict[str, bytes]:
    """The vectors of these notes, of those that stand on the shelf."""
    table = schema.notes
    stored = select(table.c.id, table.c.vector).where(
        table.c.relationship == relationship,
        table.c.visibility == shelf.visibility,
        table.c.embedder == shelf.embedder,
        table.c.id.in_(ids),
    )
    return {row.id: row.vector for row in connection.execute(stored)}


def by_ids(connection: Connection, relationship: str, ids: Sequence[str]) -> list[Note]:
    """Those of these notes that are there still."""
    table = schema.notes
    here = (table.c.relationship == relationship) & table.c.id.in_(ids)
    return list(connection.scalars(select(table.c.record).where(here)))
