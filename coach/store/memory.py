"""What is remembered, and how it is found again: by meaning and by words, for one role's eyes.

A search looks only at what the role may see; the other's private notes are neither compared nor
counted. Where the index fails, the vectors in SQL are compared one by one, and the person is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, select

from coach.embedding import Embedder
from coach.errors import StoreError
from coach.records import Hit, Note, Role
from coach.store import notes, schema
from coach.store.database import Database
from coach.store.folder import Asked, Matches
from coach.store.index import Index
from coach.store.notes import Row
from coach.store.places import Ranked, Weights
from coach.store.records import Found
from coach.store.relationships import required
from coach.store.shelves import EVERYONE, Shelf
from coach.store.words import Words

if TYPE_CHECKING:
    from coach.embedding import Vectors

NEAREST = 200
"""How many the vectors find at least: with fewer, what stands beside a match finds less beside it.

On public questions about long conversations 100 found as much in the first ten, and the right call
less often; beyond 300 nothing changed.
"""
USUAL = Weights()


class Memory:
    """The notes of every relationship. `embedder` None: they are found by words alone."""

    def __init__(self, database: Database, index: Index, embedder: Embedder | None) -> None:
        self._database, self._index, self.embedder = database, index, embedder

    def add(self, new: Iterable[Note]) -> int:
        """Keep notes made by `make_note`; how many of them are new.

        Raises ConsentError for words of a call without both people's yes, UserError for what is
        private to the partner of this home's owner.
        """
        rows = self.embedded(list(new))
        with self._database.writing() as connection:
            return notes.put(connection, rows, of_recap=False)

    def notes(self, relationship: str, role: Role | None = None) -> tuple[Note, ...]:
        """All that a role may see (None: what both may), the earliest first."""
        table = schema.notes
        chosen = select(table.c.record).where(notes.permitted(relationship, role))
        with self._database.reading() as connection:
            required(connection, relationship)
            return tuple(connection.scalars(chosen.order_by(table.c.occurred_at, table.c.id)))

    def forget(self, relationship: str, note: str) -> bool:
        """Delete a note, and its vector and words from the index's files. Was it there?"""
        with self._database.writing() as connection:
            there = notes.remove(connection, relationship, note)
            self._database.owe_purge(connection)
        self._database.purge()
        if there:
            try:
                self._index.catch_up(relationship)
            except StoreError as problem:
                raise StoreError(
                    f"The note is deleted, but it stands in the index ({problem}): "
                    f"coach reindex {relationship}"
                ) from problem
        return there

    def search(
        self,
        relationship: str,
        query: str,
        role: Role | None,
        limit: int = 8,
        before: datetime | date | None = None,
        weights: Weights = USUAL,
    ) -> Found:
        """Up to `limit` notes that fit the query, of those that `role` may see.

        `before` leaves out what happened then or later. Raises UnknownError.
        """
        permitted = notes.permitted(relationship, role, before)
        with self._database.reading() as connection:
            required(connection, relationship)
            hidden = notes.count_mistaken(connection, relationship)
        if not query.strip() or limit < 1:
            return Found(())
        most = limit + hidden  # an index knows those too, and they go only afterwards
        found, notices = self._matches(relationship, query, role, max(NEAREST, 4 * most), before)
        best = found.places.ranked(found.by_meaning, found.by_words, weights, most)
        return Found(self._hits(permitted, best)[:limit], notices)

    def catch_up(self, relationship: str) -> None:
        """Bring the index up to the notes now, so that the next search need not."""
        self._index.catch_up(relationship)

    def reindex(self, relationship: str) -> int:
        """Embed what this embedder has not, and build the index anew; how many were embedded."""
        rows = self._rows_to_embed(relationship)
        if rows:
            with self._database.writing() as connection:
                notes.put_vectors(connection, relationship, rows)
        self._index.rebuild(relationship)
        return len(rows)

    def embedded(self, new: Sequence[Note]) -> list[Row]:
        """Notes with their vectors, for a transaction that is about to begin."""
        self._database.require_own_process()  # an embedder's threads are not forked either
        return notes.embedded(new, self.embedder)

    def _rows_to_embed(self, relationship: str) -> list[Row]:
        if not self.embedder:
            return []
        everything = schema.notes.c.relationship == relationship
        with self._database.reading() as connection:
            required(connection, relationship)
            strangers = notes.strangers(connection, everything, self.embedder.name)
        return notes.embedded(strangers, self.embedder)

    def _matches(
        self,
        relationship: str,
        query: str,
        role: Role | None,
        most: int,
        before: datetime | date | None,
    ) -> tuple[Matches, tuple[str, ...]]:
        """What the index finds, or the records where there is none to ask; and how it was found."""
        permitted = notes.permitted(relationship, role, before)
        if not self.embedder:
            notice = "Searched by words alone: no embedding model is set up."
            return self._one_by_one(permitted, query, None, most), (notice,)
        notices = self._note_strangers(permitted, self.embedder.name)
        vector = self.embedder.embed([query])[0]
        if before is not None:  # an index cannot leave out by date without missing some
            return self._one_by_one(permitted, query, vector, most), notices
        theirs = tuple(Shelf(kind, self.embedder.name) for kind in notes.visible_to(role))
        try:
            asked = Asked(query, vector, role, theirs, most)
            return self._index.search(relationship, asked), notices
        except StoreError as problem:
            notice = f"Searched the records one by one, without the index: {problem}."
            return self._one_by_one(permitted, query, vector, most), (*notices, notice)

    def _note_strangers(self, permitted: ColumnElement[bool], embedder: str) -> tuple[str, ...]:
        with self._database.reading() as connection:
            count = notes.count_strangers(connection, permitted, embedder)
        if not count:
            return ()
        return (
            f"{count} notes are found by words alone until `coach doctor` embeds them: "
            f"this is {embedder}, and they were kept without it.",
        )

    def _one_by_one(
        self, permitted: ColumnElement[bool], query: str, vector: Vectors | None, most: int
    ) -> Matches:
        """Every permitted note compared, and the words of these counted and no others."""
        table = schema.notes
        columns = select(table.c.record, table.c.embedder, table.c.vector).where(permitted)
        with self._database.reading() as connection:
            rows = connection.execute(columns).all()
        name = self.embedder.name if self.embedder else None
        near = [
            (row.record.id, float(notes.as_vector(row.vector) @ vector))
            for row in rows
            if vector is not None and row.embedder == name
        ]
        words = Words()
        try:
            words.add(EVERYONE, [row.record for row in rows])
            return Matches(
                sorted(near, key=lambda hit: -hit[1])[:most],
                words.matching(None, query, most),
                words.places(None),
            )
        finally:
            words.close()

    def _hits(self, permitted: ColumnElement[bool], ranked: Ranked) -> tuple[Hit, ...]:
        """The notes of these ids, asked of SQL under the same condition once more."""
        table = schema.notes
        chosen = permitted & table.c.id.in_([note for note, _ in ranked])
        with self._database.reading() as connection:
            found = {
                note.id: note for note in connection.scalars(select(table.c.record).where(chosen))
            }
        return tuple(Hit(note=found[note], score=score) for note, score in ranked if note in found)
