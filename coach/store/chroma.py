"""The one door to Chroma: a folder of collections that hold ids and vectors, and nothing else.

Chroma keeps what it opened by the spelling of the path until it is closed, so a folder is opened
once, closed once, and its name never used again for another one.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coach.store.private import make_private, private_folder

if TYPE_CHECKING:
    from coach.embedding import Vectors

NEVER_FLUSH = 1_000_000
"""Vectors before Chroma writes its graph to disk: torn graph files crash whoever opens them."""
DATABASE = "chroma.sqlite3"
OPENING = "opening"
"""An empty file that stands in a folder while it is being opened: if it stays, somebody died."""
UNFLUSHED = ("data_level0.bin", "length.bin")
"""Files of the graph, which stay without content: see `NEVER_FLUSH`."""
AT_ONCE = 200
"""Vectors a call: adding holds the interpreter, about 60 ms for these."""


def load() -> None:
    """Import Chroma, which takes about a second: before a lock is taken that others wait for."""
    import chromadb  # noqa: F401


class Folder:
    """An open Chroma folder. Only one process may have it in use at a time: see `index`."""

    def __init__(self, path: Path) -> None:
        import chromadb
        from chromadb.config import Settings

        private_folder(path)
        opening = path / OPENING
        opening.touch()
        # Without `_env_file=None` Chroma takes settings from any .env in the current folder.
        settings = Settings(_env_file=None, anonymized_telemetry=False)
        self.path = path
        self._client = chromadb.PersistentClient(str(path), settings)
        self._collections: dict[str, Any] = {
            found.name: self._client.get_collection(found.name, embedding_function=None)
            for found in self._client.list_collections()
        }
        self._tidy()
        opening.unlink()

    def counts(self) -> dict[str, int]:
        """How many vectors there are, by collection; the empty ones are left out."""
        found = {name: collection.count() for name, collection in self._collections.items()}
        return {name: count for name, count in found.items() if count}

    def ids(self) -> dict[str, set[str]]:
        """Every id, by collection."""
        return {
            name: set(collection.get(include=[])["ids"])
            for name, collection in self._collections.items()
        }

    def add(self, name: str, vectors: Mapping[str, Vectors]) -> None:
        """Put new ids with their vectors into a collection, made at need."""
        if name not in self._collections:
            self._collections[name] = self._client.create_collection(
                name,
                embedding_function=None,
                configuration={"hnsw": {"space": "cosine", "sync_threshold": NEVER_FLUSH}},
            )
        ids = list(vectors)
        for some in (ids[at : at + AT_ONCE] for at in range(0, len(ids), AT_ONCE)):
            self._collections[name].add(ids=some, embeddings=[vectors[one] for one in some])
        self._tidy()

    def nearest(self, name: str, vector: Vectors, limit: int) -> list[tuple[str, float]]:
        """Up to `limit` ids with their cosine, nearest first."""
        if name not in self._collections:
            return []
        found = self._collections[name].query(
            query_embeddings=[vector], n_results=limit, include=["distances"]
        )
        self._clear()  # the first query writes files too
        ids, distances = found["ids"][0], found["distances"][0]
        return [(one, 1.0 - distance) for one, distance in zip(ids, distances, strict=True)]

    def _tidy(self) -> None:
        make_private(self.path)
        self._clear()

    def _clear(self) -> None:
        """Clear memory that Chroma put into its files unasked.

        The graph is never flushed, so its files hold no vector of ours; Chroma makes them from
        memory that it has not cleared, and a vector that was just forgotten can stand in there.
        """
        for name in UNFLUSHED:
            for file in self.path.glob(f"*/{name}"):
                content = file.read_bytes()
                if content.strip(b"\0"):
                    with file.open("r+b") as opened:
                        opened.write(bytes(len(content)))

    def close(self) -> None:
        """Give the files back. Call it exactly once: Chroma counts."""
        self._client.close()


def was_left(path: Path) -> bool:
    """Was a folder taken away, or did somebody die in opening it?"""
    return not (path / DATABASE).is_file() or (path / OPENING).exists()


def is_whole(path: Path) -> bool:
    """May a folder that is not open here be opened? A torn file can crash whoever does.

    SQLite must find no fault with its file, which takes 4 ms for 4,000 vectors.
    """
    try:
        with closing(sqlite3.connect(f"{(path / DATABASE).as_uri()}?mode=ro", uri=True)) as file:
            return bool(file.execute("PRAGMA quick_check(1)").fetchall() == [("ok",)])
    except sqlite3.Error:
        return False
