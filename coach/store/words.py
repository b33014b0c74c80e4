"""Finding by words: full text in SQLite (FTS5), in a file that goes with the folder it lies in.

A table for each pair of eyes holds exactly what those may see. What is private to the other is so
neither compared nor counted: how rare a word is, and how long notes are, follows from what may be
seen. The tables hold words without the texts, and are only ever added to: where a note goes, the
whole file goes, as with the vectors (see `index`).
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable
from pathlib import Path

from coach.records import Note, Role
from coach.records.base import moment
from coach.store.places import Place, Places
from coach.store.private import private_file
from coach.store.shelves import EVERYONE

MOST_WORDS = 64
"""Words of a question that are looked for: a whole page pasted in is cut here."""

_WORD = re.compile(r"[^\W_]+")
# What most questions are put with tells no note from another.
_LITTLE = frozenset(
    """
    a about again all also am an and any are as at be been before being between both but by can
    could d did didn do does doesn doing don for from had has have having he her here him his how i
    if in into is isn it its just ll m may me might mine more most my no nor not of off on once only
    or our ours out over own re s shall she should so some such t than that the their them then
    there these they this those to too us ve very was wasn we were what when where which while who
    whom whose why will with would you your yours
    """.split()
)


class Words:
    """The words of a relationship's notes. Without a `path` they are held in memory."""

    def __init__(self, path: Path | None = None) -> None:
        self._file = sqlite3.connect(
            private_file(path) if path else ":memory:",
            isolation_level=None,
            check_same_thread=False,  # one thread at a time: see `index`
        )
        # The mark in the records tells a torn file; a journal beside it would tell nothing more.
        self._file.execute("PRAGMA journal_mode=MEMORY")
        self._file.execute("PRAGMA temp_store=MEMORY")
        tables = self._file.execute("SELECT name FROM sqlite_master WHERE name LIKE 'places_%'")
        self._eyes = {name.removeprefix("places_") for (name,) in tables.fetchall()}
        self._places: dict[str, Places] = {}

    def counts(self) -> dict[str, int]:
        """How many notes there are, by whose eyes they are for."""
        return {
            eyes: self._file.execute(f"SELECT count(*) FROM places_{eyes}").fetchone()[0]
            for eyes in self._eyes
        }

    def ids(self) -> dict[str, set[str]]:
        """Every note id, by whose eyes they are for."""
        return {
            eyes: {id for (id,) in self._file.execute(f"SELECT id FROM places_{eyes}")}
            for eyes in self._eyes
        }

    def add(self, eyes: str, new: Iterable[Note]) -> None:
        """Put in notes that are not there yet."""
        self._file.execute("BEGIN")
        if eyes not in self._eyes:
            self._make(eyes)
        for note in new:
            row = self._file.execute(
                f"INSERT INTO places_{eyes} (id, session, turn, at) VALUES (?, ?, ?, ?)",
                _place(note),
            ).lastrowid
            self._file.execute(
                f"INSERT INTO words_{eyes} (rowid, text) VALUES (?, ?)", (row, note.text)
            )
        self._file.execute("COMMIT")
        self._places.pop(eyes, None)

    def matching(self, role: Role | None, query: str, most: int) -> list[tuple[str, float]]:
        """The notes that share a word with the query, with their BM25 score, best first."""
        eyes, wanted = self._of(role), asked(query)
        if not wanted or eyes not in self._eyes:
            return []
        rows = self._file.execute(
            f"SELECT id, -score FROM places_{eyes} JOIN ("
            f"SELECT rowid AS found, rank AS score FROM words_{eyes} "
            f"WHERE words_{eyes} MATCH ? ORDER BY rank LIMIT ?) ON found = row",
            (" OR ".join(f'"{word}"' for word in wanted), most),
        )
        return sorted(rows.fetchall(), key=lambda found: (-found[1], found[0]))

    def places(self, role: Role | None) -> Places:
        """Where in the talk everything stands that the role may see."""
        eyes = self._of(role)
        if eyes not in self._places:
            select = f"SELECT id, session, turn, at FROM places_{eyes}"
            rows = self._file.execute(select).fetchall() if eyes in self._eyes else []
            self._places[eyes] = Places(Place(*row) for row in rows)
        return self._places[eyes]

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

    def _of(self, role: Role | None) -> str:
        """Who has nothing private sees what everyone does, and needs no table of their own."""
        return role if role and role in self._eyes else EVERYONE

    def _make(self, eyes: str) -> None:
        self._file.execute(
            f"CREATE TABLE places_{eyes} (row INTEGER PRIMARY KEY, "
            f"id TEXT NOT NULL UNIQUE, session TEXT, turn INTEGER, at REAL)"
        )
        self._file.execute(
            f"CREATE VIRTUAL TABLE words_{eyes} "
            f"USING fts5(text, content='', tokenize='porter unicode61 remove_diacritics 2')"
        )
        self._eyes.add(eyes)


def asked(query: str) -> list[str]:
    """The words of a question that tell notes apart; all of them where none does.

    >>> asked("What did Ada say about the grant?")
    ['ada', 'say', 'grant']
    >>> asked("who is she?")
    ['who', 'is', 'she']
    """
    words = list(dict.fromkeys(_WORD.findall(query.lower())))
    return ([word for word in words if word not in _LITTLE] or words)[:MOST_WORDS]


def _place(note: Note) -> Place:
    turns = (said.turn for said in note.evidence if said.session == note.session)
    return Place(note.id, note.session, next(turns, None), moment(note.occurred_at))
