"""A relationship's vectors and words: a copy of what SQL holds, thrown away on any doubt.

Each relationship has a room, a folder of a name that says nothing, and in it one index folder. SQL
knows of it (table `indexes`):

    wanted       how often the notes have changed; raised in the transaction that changes them
    done         the `wanted` that the index has caught up with
    writing      set, and on disk, before the folder is written; cleared afterwards
    generation   raised with every write, so that other processes reopen what they hold open
    folder       the index folder in use

Writers of notes touch SQL alone; who searches next brings the index up to date. All use of a room
is under its lock, so whoever holds it and reads `writing` knows that somebody died there: such a
folder may crash the process that opens it, and is never opened. A new one is built beside it from
the vectors in SQL, under a name never used before, and `folder` is switched. The same happens when
notes were deleted, because a delete leaves their vectors and words in the files.

Setting the mark inside the lock, not with the note, keeps a note that merely waits (`wanted` ahead
of `done`) apart from a torn folder: the first costs an addition, the second a rebuild.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar
from uuid import uuid4

from sqlalchemy import Connection, bindparam, select, update

from coach.errors import CoachError, StoreError, UnknownError
from coach.store import chroma, faults, notes, private, schema, shelves
from coach.store.database import BRIEFLY, PATIENCE, Database
from coach.store.folder import Asked, Folder, Matches, is_whole, was_left
from coach.store.lock import held
from coach.store.opened import FOLDERS
from coach.store.relationships import required
from coach.store.shelves import Shelf, Wanted

if TYPE_CHECKING:
    from coach.embedding import Vectors

AT_ONCE = 500
"""Notes that are read at a time on their way into an index."""

T = TypeVar("T")


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


class Index:
    """The vectors and words of every relationship: one lock a room, and one a process."""

    def __init__(self, database: Database, root: Path) -> None:
        self._database, self._root = database, root

    def search(self, relationship: str, asked: Asked) -> Matches:
        """What is found by meaning and by words.

        Raises StoreError where no index can be had, or not within a few seconds.
        """
        return self._ask(relationship, lambda folder: folder.search(asked), BRIEFLY)

    def nearest(self, relationship: str, shelf: Shelf, vector: Vectors) -> str | None:
        """The note on a shelf that lies nearest. Raises StoreError as `search` does."""
        found = self._ask(relationship, lambda folder: folder.nearest(shelf, vector, 1), BRIEFLY)
        return found[0][0] if found else None

    def catch_up(self, relationship: str) -> None:
        """Bring the index up to the records now, not with the next search."""
        self._ask(relationship, lambda folder: None, PATIENCE)

    def rebuild(self, relationship: str) -> None:
        """Build the index anew from the vectors in SQL, while others go on reading the old one."""
        chroma.load()
        with FOLDERS.alone(PATIENCE):
            seen, folder = self._built_beside(relationship)
        try:
            with self._alone_in(relationship):
                self._switch(relationship, seen, folder)
        except BaseException:
            self._discard(folder.path)
            raise

    def inspect(self, relationship: str) -> tuple[State, Wanted, dict[str, set[str]] | None]:
        """State, the notes that should be there, and the ids that are: None if not to be opened.

        Taken under the lock, so that the three belong together.
        """
        chroma.load()
        with self._alone_in(relationship):
            state, wanted = self._look(relationship)
            if not self._sound(state):
                return state, wanted, None
            with _chroma_may_fail():
                return state, wanted, self._reopened(relationship, state).ids()

    def close(self) -> None:
        """Close every folder of this home; in a forked process they are the parent's to close."""
        if not FOLDERS.forked:
            with FOLDERS.alone(PATIENCE):
                FOLDERS.close_home(self._root)

    @contextmanager
    def emptied(self, relationship: str) -> Iterator[Path]:
        """The relationship's room, locked, and with nothing of it open in this process."""
        with self._alone_in(relationship) as room:
            FOLDERS.close_room(room)
            yield room

    def given_up(self, connection: Connection, relationship: str) -> None:
        """Say, in a transaction, that the folder goes: whoever searches next builds a new one."""
        table = schema.indexes
        here = table.c.relationship == relationship
        connection.execute(update(table).where(here).values(folder=None))

    def _ask(self, relationship: str, question: Callable[[Folder], T], patience: float) -> T:
        """Put a question to an up-to-date folder; if that fails, once more to a new one."""
        chroma.load()
        with self._alone_in(relationship, patience):
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
        return not state.writing and not was_left(self._path(state))

    def _path(self, state: State) -> Path:
        return self._root / state.room / (state.folder or "none")

    def _caught_up(self, relationship: str, folder: Folder) -> Folder:
        """Add what is missing; where something has to go, build a folder that never held it."""
        state, wanted = self._look(relationship)
        by_name, there = wanted.by_name(), folder.ids()
        if any(ids - by_name.get(name, set()) for name, ids in there.items()):
            return self._build(relationship)
        self._set(relationship, writing=True)
        self._fill(relationship, folder, wanted, there)
        self._settle(relationship, state, folder)
        return folder

    def _build(self, relationship: str) -> Folder:
        state, folder = self._built_beside(relationship)
        self._switch(relationship, state, folder)
        return folder

    def _built_beside(self, relationship: str) -> tuple[State, Folder]:
        """A folder that nobody knows of yet, and the state whose `wanted` it holds."""
        state, wanted = self._look(relationship)
        path = private.private_folder(self._root / state.room) / uuid4().hex
        try:
            with _chroma_may_fail():
                folder = FOLDERS.open(path, state.generation)
                self._fill(relationship, folder, wanted, {})
        except BaseException:
            self._discard(path)
            raise
        return state, folder

    def _switch(self, relationship: str, seen: State, folder: Folder) -> None:
        """Let `folder` be the one in use, and remove what else is in the room."""
        with self._database.reading() as connection:
            state = _state(connection, relationship)
        if was_left(folder.path):
            FOLDERS.close(folder.path)  # somebody else was quicker, and has removed it
            return
        room = folder.path.parent
        FOLDERS.close_room(room, but=folder.path)
        self._settle(relationship, state._replace(wanted=seen.wanted), folder)
        for old in room.iterdir():
            if old != folder.path:
                private.remove(old)

    @staticmethod
    def _discard(path: Path) -> None:
        with suppress(BaseException):  # what is being thrown away may fail as it likes
            FOLDERS.close(path)
        private.remove(path)

    def _fill(
        self, relationship: str, folder: Folder, wanted: Wanted, there: dict[str, set[str]]
    ) -> None:
        """Add what is not there. What was deleted since `wanted` was looked at is left out."""
        for shelf, ids in wanted.vectors.items():
            for some in _parts(ids - there.get(shelf.name, set())):
                with self._database.reading() as connection:
                    blobs = shelves.blobs(connection, relationship, shelf, some)
                vectors = {one: notes.as_vector(blob) for one, blob in blobs.items()}
                folder.add_vectors(shelf, vectors)
        for eyes, ids in wanted.words.items():
            for some in _parts(ids - there.get(eyes, set())):
                with self._database.reading() as connection:
                    found = shelves.by_ids(connection, relationship, some)
                folder.add_words(eyes, found)
        folder.seal()

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
        FOLDERS.saw(folder, generation)

    def _reopened(self, relationship: str, state: State) -> Folder:
        """The folder in use, opened again if anybody has written since it was opened here."""
        path = self._path(state)
        FOLDERS.close_room(path.parent, but=path)
        if folder := FOLDERS.get(path, state.generation):
            return folder
        if not is_whole(path):
            raise Broken("its files are damaged")
        folder = FOLDERS.open(path, state.generation)
        self._require_all(relationship, folder)
        return folder

    def _require_all(self, relationship: str, folder: Folder) -> None:
        """A file that was emptied opens as well as any other: there is only less in it."""
        with self._database.reading() as connection:
            state, expected = (
                _state(connection, relationship),
                shelves.counts(connection, relationship),
            )
        if state.done == state.wanted and folder.counts() != expected:
            raise Broken("it does not hold what it should")

    @contextmanager
    def _alone_in(self, relationship: str, patience: float = PATIENCE) -> Iterator[Path]:
        """Hold the lock of the room, then that of the process: a room in use holds up no other."""
        with self._database.reading() as connection:
            room = self._root / _state(connection, relationship).room
        private.private_folder(self._root)
        with held(self._root / f"{room.name}.lock", patience), FOLDERS.alone(patience):
            with self._database.reading() as connection:
                rooms = set(connection.scalars(select(schema.indexes.c.room)))
            FOLDERS.close_home(self._root, but=rooms)  # an open file keeps its bytes on the disk
            if room.name not in rooms:
                raise UnknownError(f"{relationship!r} was erased just now.")
            yield room

    def _look(self, relationship: str) -> tuple[State, Wanted]:
        """State and ids from one view, so that `wanted` counts exactly these notes."""
        with self._database.reading() as connection:
            return _state(connection, relationship), shelves.wanted(connection, relationship)

    def _set(self, relationship: str, **values: object) -> None:
        table = schema.indexes
        with self._database.writing(BRIEFLY) as connection:
            connection.execute(
                update(table).where(table.c.relationship == relationship).values(**values)
            )


_STATE = select(*(schema.indexes.c[name] for name in State._fields)).where(
    schema.indexes.c.relationship == bindparam("relationship")
)


def _state(connection: Connection, relationship: str) -> State:
    found = connection.execute(_STATE, {"relationship": relationship}).one_or_none()
    if found is None:
        required(connection, relationship)  # it says which there are
        raise StoreError(f"{relationship!r} has no place for an index.")
    return State(*found)


def _parts(ids: set[str]) -> Iterator[list[str]]:
    """All of them, a part at a time, so that no statement grows with a relationship."""
    some = iter(sorted(ids))
    return iter(lambda: list(islice(some, AT_ONCE)), [])


@contextmanager
def _chroma_may_fail() -> Iterator[None]:
    try:
        yield
    except (CoachError, KeyboardInterrupt, SystemExit):
        raise
    except BaseException as problem:  # a panic in Chroma's Rust is no Exception
        raise Broken(faults.of_chroma(problem)) from problem
