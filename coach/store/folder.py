"""An index folder: the vectors of a relationship's notes, and their words.

Both are copies of what SQL holds, written and thrown away together: see `index`. Whoever has added
to them puts a seal beside them, the hash of the words and of the graphs that Chroma has written
out, which change at no other time: a folder that does not fit its seal is never opened.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from coach.records import Note, Role
from coach.store import chroma
from coach.store.chroma import Collections
from coach.store.places import Places, Ranked
from coach.store.private import everything, on_disk, private_folder
from coach.store.shelves import Shelf
from coach.store.words import Words

if TYPE_CHECKING:
    from coach.embedding import Vectors

WORDS = "words.db"
SEAL = "seal"
OPENING = "opening"
"""An empty file that stands in a folder while it is being opened: if it stays, somebody died."""


class Asked(NamedTuple):
    """A question to an index: its words, its vector, who asks, and the shelves that are theirs."""

    words: str
    vector: Vectors
    role: Role | None
    shelves: tuple[Shelf, ...]
    most: int
    """how many either way may find"""


class Matches(NamedTuple):
    """What was found by each way, and where in the talk everything stands that may be seen."""

    by_meaning: Ranked
    by_words: Ranked
    places: Places


class Folder:
    """An open index folder. Only one process may have it in use at a time."""

    def __init__(self, path: Path) -> None:
        self.path = private_folder(path)
        opening = path / OPENING
        opening.touch()
        self._words = Words(path / WORDS)
        try:
            self._vectors = Collections(path)
        except BaseException:
            self._words.close()
            raise
        opening.unlink()

    def counts(self) -> dict[str, int]:
        """How many notes there are, by the name of their shelf; the empty ones are left out."""
        found = {**self._vectors.counts(), **self._words.counts()}
        return {name: count for name, count in found.items() if count}

    def ids(self) -> dict[str, set[str]]:
        """Every note id, by the name of its shelf."""
        return {**self._vectors.ids(), **self._words.ids()}

    def add_vectors(self, shelf: Shelf, vectors: Mapping[str, Vectors]) -> None:
        """Put new ids with their vectors on a shelf."""
        self._vectors.add(shelf.name, vectors)

    def add_words(self, eyes: str, new: Iterable[Note]) -> None:
        """Put in the words of new notes, for these eyes."""
        self._words.add(eyes, new)

    def seal(self) -> None:
        """Say that what was added is whole, and on the disk."""
        seal = self.path / SEAL
        with suppress(FileNotFoundError):  # somebody has removed what was built beside: see `index`
            seal.touch(mode=0o600)
            seal.write_text(_hash(self.path), encoding="ascii")
            for file in (*_sealed(self.path), seal):
                on_disk(file)

    def nearest(self, shelf: Shelf, vector: Vectors, limit: int) -> list[tuple[str, float]]:
        """Up to `limit` ids of a shelf with their cosine, nearest first."""
        return self._vectors.nearest(shelf.name, vector, limit)

    def search(self, asked: Asked) -> Matches:
        """Look on the asker's shelves, and on no others."""
        near = [hit for one in asked.shelves for hit in self.nearest(one, asked.vector, asked.most)]
        return Matches(
            sorted(near, key=lambda hit: -hit[1])[: asked.most],
            self._words.matching(asked.role, asked.words, asked.most),
            self._words.places(asked.role),
        )

    def close(self) -> None:
        """Give the files back. Call it exactly once."""
        self._words.close()
        self._vectors.close()


def was_left(path: Path) -> bool:
    """Was a folder or a part of it taken away, or did somebody die in opening it?"""
    parts = (chroma.DATABASE, WORDS, SEAL)
    return not all((path / name).is_file() for name in parts) or (path / OPENING).exists()


def is_whole(path: Path) -> bool:
    """May a folder that is not open here be opened? A torn file can crash whoever does.

    It takes about 20 ms for 4,000 notes.
    """
    sealed = (path / SEAL).read_text(encoding="ascii", errors="replace")
    return sealed == _hash(path) and chroma.is_sound(path)


def _hash(path: Path) -> str:
    found = hashlib.sha256()
    for file in _sealed(path):
        content = file.read_bytes()
        found.update(f"{file.relative_to(path)} {len(content)}\n".encode() + content)
    return found.hexdigest()


def _sealed(path: Path) -> list[Path]:
    parts = (path / WORDS, *chroma.written_out(path))
    return sorted(file for part in parts for file in everything(part) if file.is_file())
