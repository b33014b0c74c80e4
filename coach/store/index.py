"""A relationship's vectors in Chroma: a copy of what SQL holds, thrown away on any doubt.

Each relationship has a room, a folder of a name that says nothing, and in it one index folder. SQL
knows of it (table `indexes`):

    wanted       how often the notes have changed; raised in the transaction that changes them
    done         the `wanted` that the index has caught up with
    writing      set, and on disk, before Chroma is written; cleared afterwards
    generation   raised with every write, so that other processes reopen what they hold open
    folder       the index folder in use

Writers of notes touch SQL alone; who searches next brings the index up to date. All use of a room
is under its lock, so whoever holds it and reads `writing` knows that somebody died there: such a
folder may crash the process that opens it, and is never opened. A new one is built beside it from
the vectors in SQL, under a name never used before, and `folder` is switched. The same happens when
notes were deleted, because Chroma's delete leaves their vectors in the files.

Setting the mark inside the lock, not with the note, keeps a note that merely waits (`wanted` ahead
of `done`) apart from a torn folder: the first costs an addition, the second a rebuild.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, NamedTuple, TypeVar
from uuid import uuid4

from sqlalchemy import Connection, select, update

from coach.errors import CoachError, StoreError
from coach.store import notes, private, schema
from coach.store.chroma import Folder
from coach.store.database import Database
from coach.store.lock import held
from coach.store.notes import Shelf
from coach.store.relationships import required

if TYPE_CHECKING:
    from coach.embedding import Vectors

MOST_OPEN = 16
"""Chroma folders that a process holds open; each costs about 4 MB, 11 files and 5 threads."""

T = TypeVar("T")
Held = dict[Shelf, dict[str, bytes]]


class Broken(StoreError):
    """Chroma failed, in whatever way."""


class State(NamedTuple):
    """What SQL knows of an index."""

    room: str
    folder: str | None
    wanted: int
    done: int
    generation: int
    writing: bool


class Opened(NamedTuple):
    """A folder this process has open, at the generation it has seen."""

    folder: Folder
    generation: int


class Index:
    """The vectors of every relationship, behind one lock a process and one lock a room."""

    def __init__(self, database: Database, root: Path) -> None:
        self._database, self._root = database, root
        self._open: dict[str, Opened] = {}
        self._one = RLock()  # Chroma's constructor races between threads
        self._process = os.getpid()

    def nearest(
        self, relationship: str, shelves: list[Shelf], vector: Vectors, limit: int
    ) -> list[tuple[str, float]]:
        """Up to `limit` note ids of these shelves with their cosine, nearest first.

        Raises StoreError where no index can be had.
        """

        def look(folder: Folder) -> list[tuple[str, float]]:
            found = [hit for one in shelves for hit in folder.nearest(one.name, vector, limit)]
            return sorted(found, key=lambda hit: -hit[1])[:limit]

        return self._ask(relationship, look)

    def catch_up(self, relationship: str) -> None:
        """Bring the index up to the records now, not with the next search."""
        self._ask(relationship, lambda folder: None)

    def rebuild(self, relationship: str) -> None:
        """Build the index anew from the vectors in SQL."""
        with self._alone_in(relationship), _chroma_may_fail():
            self._build(relationship)

    def inspect(self, relationship: str) -> tuple[State, Held, dict[str, set[str]] | None]:
        """State, the vectors that should be there, and the ids that are: None if not to be opened.

        Taken under the lock, so that the three belong together.
        """
        with self._alone_in(relationship):
            state, wanted = self._look(relationship)
            if not self._sound(state):
                return state, wanted, None
            with _chroma_may_fail():
                return state, wanted, self._reopened(relationship, state).ids()

    def close(self) -> None:
        """Close every folder this process has open."""
        with self._one:
            for relationship in list(self._open):
                self._close(relationship)

    @contextmanager
    def emptied(self, relationship: str) -> Iterator[Path]:
        """The relationship's room, locked, and with nothing of it open in this process."""
        with self._alone_in(relationship) as room:
            self._close(relationship)
            yield room

    def given_up(self, connection: Connection, relationship: str) -> None:
        """Say, in a transaction, that the folder goes: whoever searches next builds a new one."""
        table = schema.indexes
        here = table.c.relationship == relationship
        connection.execute(update(table).where(here).values(folder=None))

    def close_erased(self) -> None:
        """Close what another process has erased: an open folder keeps its bytes on the disk."""
        with self._one:
            if self._open:
                with self._database.reading() as connection:
                    there = set(connection.scalars(select(schema.indexes.c.relationship)))
                for relationship in self._open.keys() - there:
                    self._close(relationship)

    def _ask(self, relationship: str, question: Callable[[Folder], T]) -> T:
        """Put a question to an up-to-date folder; if that fails, once more to a new one."""
        if os.getpid() != self._process:
            raise StoreError("an index cannot be used in a forked process")
        with self._alone_in(relationship):
            try:
                with _chroma_may_fail():
                    return question(self._fresh(relationship))
            except Broken:
                self._set(relationship, writing=True)
            with _chroma_may_fail():
                return question(self._build(relationship))

    def _fresh(self, relationship: str) -> Folder:
        with self._database.reading() as connection:
            state = _state(connection, relationship)
        if not self._sound(state):
            return self._build(relationship)
        folder = self._reopened(relationship, state)
        return folder if state.done == state.wanted else self._caught_up(relationship, folder)

    def _sound(self, state: State) -> bool:
        """Is there a folder that nobody died in, and that nobody took away?"""
        return not state.writing and self._path(state).joinpath("chroma.sqlite3").is_file()

    def _path(self, state: State) -> Path:
        return self._root / state.room / (state.folder or "none")

    def _caught_up(self, relationship: str, folder: Folder) -> Folder:
        """Add what is missing; where something has to go, build a folder that never held it."""
        state, wanted = self._look(relationship)
        by_name = {shelf.name: vectors for shelf, vectors in wanted.items()}
        there = folder.ids()
        if any(ids - by_name.get(name, {}).keys() for name, ids in there.items()):
            return self._build(relationship)
        self._set(relationship, writing=True)
        self._fill(folder, wanted, there)
        self._settle(relationship, state, folder)
        return folder

    def _build(self, relationship: str) -> Folder:
        state, wanted = self._look(relationship)
        self._close(relationship)
        self._make_place()
        room = self._root / state.room
        folder = Folder(private.private_folder(room) / uuid4().hex)
        self._open[relationship] = Opened(folder, state.generation)
        self._fill(folder, wanted, {})
        self._settle(relationship, state, folder)
        for old in room.iterdir():
            if old.name != folder.path.name:
                private.remove(old)
        return folder

    @staticmethod
    def _fill(folder: Folder, wanted: Held, there: dict[str, set[str]]) -> None:
        for shelf, vectors in wanted.items():
            missing = sorted(vectors.keys() - there.get(shelf.name, set()))
            if missing:
                folder.add(shelf.name, {one: notes.as_vector(vectors[one]) for one in missing})

    def _settle(self, relationship: str, seen: State, folder: Folder) -> None:
        """Say that `folder` holds all that was wanted when it was looked at."""
        generation = seen.generation + 1
        self._set(
            relationship,
            folder=folder.path.name,
            done=seen.wanted,
            generation=generation,
            writing=False,
        )
        self._open[relationship] = Opened(folder, generation)

    def _reopened(self, relationship: str, state: State) -> Folder:
        """The folder in use, opened again if anybody has written since it was opened here."""
        opened = self._open.pop(relationship, None)
        if opened and (opened.folder.path, opened.generation) != (
            self._path(state),
            state.generation,
        ):
            opened.folder.close()
            opened = None
        if not opened:
            self._make_place()
            opened = Opened(Folder(self._path(state)), state.generation)
        self._open[relationship] = opened  # in last place: the first is the next to be closed
        return opened.folder

    def _make_place(self) -> None:
        while len(self._open) >= MOST_OPEN:
            self._close(next(iter(self._open)))

    def _close(self, relationship: str) -> None:
        if opened := self._open.pop(relationship, None):
            opened.folder.close()

    @contextmanager
    def _alone_in(self, relationship: str) -> Iterator[Path]:
        self.close_erased()
        with self._database.reading() as connection:
            room = self._root / _state(connection, relationship).room
        private.private_folder(self._root)
        with self._one, held(self._root / f"{room.name}.lock"):
            yield room

    def _look(self, relationship: str) -> tuple[State, Held]:
        """State and vectors from one view, so that `wanted` counts exactly these vectors."""
        with self._database.reading() as connection:
            return _state(connection, relationship), notes.shelves(connection, relationship)

    def _set(self, relationship: str, **values: object) -> None:
        table = schema.indexes
        with self._database.writing() as connection:
            connection.execute(
                update(table).where(table.c.relationship == relationship).values(**values)
            )


def _state(connection: Connection, relationship: str) -> State:
    required(connection, relationship)
    table = schema.indexes
    columns = [table.c[name] for name in State._fields]
    return State(
        *connection.execute(select(*columns).where(table.c.relationship == relationship)).one()
    )


@contextmanager
def _chroma_may_fail() -> Iterator[None]:
    try:
        yield
    except (CoachError, KeyboardInterrupt, SystemExit):
        raise
    except BaseException as problem:  # a panic in Chroma's Rust is no Exception
        raise Broken(f"the index failed: {type(problem).__name__}") from problem
