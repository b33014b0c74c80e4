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
from coach.store import notes, schema, words
from coach.store.database import Database
from coach.store.index import Index
from coach.store.notes import Row, Shelf
from coach.store.records import Found
from coach.store.relationships import required

if TYPE_CHECKING:
    from coach.embedding import Vectors

Ranked = list[tuple[str, float]]
"""Note ids with a score, best first."""

DEPTH = 4
"""How many times `limit` each way of finding contributes, before the two are fused."""
WORDS_WEIGHT = 0.5
"""What the best match by words is worth beside a cosine of 1.

Of 0.15 to 1, and of fusing by ranks, this gave the best mean reciprocal rank on two public sets of
questions about long conversations; names and numbers are found by words, paraphrases by meaning.
"""


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
        """Delete a note, and its vector from the index's files. Was it there?"""
        with self._database.writing() as connection:
            there = notes.remove(connection, relationship, note)
            self._database.owe_purge(connection)
        self._database.purge()
        if there:
            try:
                self._index.catch_up(relationship)
            except StoreError as problem:
                raise StoreError(
                    f"The note is deleted, but its vector stands in the index ({problem}): "
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
    ) -> Found:
        """Up to `limit` notes that fit the query, of those that `role` may see.

        `before` leaves out what happened then or later. Raises UnknownError.
        """
        permitted = notes.permitted(relationship, role, before)
        table = schema.notes
        with self._database.reading() as connection:
            required(connection, relationship)
            rows = connection.execute(select(table.c.id, table.c.text).where(permitted))
            texts = {row.id: row.text for row in rows}
        if not texts or not query.strip() or limit < 1:
            return Found(())
        by_words = words.rank(query, texts)[: DEPTH * limit]
        by_meaning, notices = self._by_meaning(relationship, query, role, DEPTH * limit, before)
        best = _fused(by_meaning, by_words)[:limit]
        return Found(self._hits(permitted, best), notices)

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

    def _by_meaning(
        self,
        relationship: str,
        query: str,
        role: Role | None,
        limit: int,
        before: datetime | date | None,
    ) -> tuple[Ranked, tuple[str, ...]]:
        if not self.embedder:
            return [], ("Searched by words alone: no embedding model is set up.",)
        permitted = notes.permitted(relationship, role, before)
        notices = self._note_strangers(permitted, self.embedder.name)
        vector = self.embedder.embed([query])[0]
        if before is not None:  # an index cannot leave out by date without missing some
            return self._one_by_one(permitted, vector)[:limit], notices
        shelves = [Shelf(kind, self.embedder.name) for kind in notes.visible_to(role)]
        try:
            return self._index.nearest(relationship, shelves, vector, limit), notices
        except StoreError as problem:
            notice = f"Searched the records one by one, without the index: {problem}."
            return self._one_by_one(permitted, vector)[:limit], (*notices, notice)

    def _note_strangers(self, permitted: ColumnElement[bool], embedder: str) -> tuple[str, ...]:
        with self._database.reading() as connection:
            count = notes.count_strangers(connection, permitted, embedder)
        if not count:
            return ()
        return (
            f"{count} notes are found by words alone until `coach doctor` embeds them: "
            f"this is {embedder}, and they were kept without it.",
        )

    def _one_by_one(self, permitted: ColumnElement[bool], vector: Vectors) -> Ranked:
        """Every permitted note with its exact cosine, nearest first."""
        assert self.embedder
        table = schema.notes
        comparable = permitted & (table.c.embedder == self.embedder.name)
        with self._database.reading() as connection:
            rows = connection.execute(select(table.c.id, table.c.vector).where(comparable)).all()
        scored = [(note, float(notes.as_vector(blob) @ vector)) for note, blob in rows]
        return sorted(scored, key=lambda found: (-found[1], found[0]))

    def _hits(self, permitted: ColumnElement[bool], ranked: Ranked) -> tuple[Hit, ...]:
        """The notes of these ids, asked of SQL under the same condition once more."""
        table = schema.notes
        chosen = permitted & table.c.id.in_([note for note, _ in ranked])
        with self._database.reading() as connection:
            found = {
                note.id: note for note in connection.scalars(select(table.c.record).where(chosen))
            }
        return tuple(Hit(note=found[note], score=score) for note, score in ranked if note in found)


def _fused(by_meaning: Ranked, by_words: Ranked) -> Ranked:
    """One order of two: the cosine, plus the share of the best match by words."""
    best = by_words[0][1] if by_words else 1.0
    scores = dict(by_meaning)
    floor = min(scores.values(), default=0.0)
    for note, score in by_words:
        scores[note] = scores.get(note, floor) + WORDS_WEIGHT * score / best
    return sorted(scores.items(), key=lambda found: (-found[1], found[0]))
