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

DATABASE = "chroma.sqlite3"
FLUSHED_AT = 500
"""Vectors after which Chroma writes its graph to disk; until then each opening builds it anew.

That takes 50 ms for 500 and more than a second for 4,000. Torn graph files crash whoever opens
them, but Chroma writes them while vectors are added and at no other time, so under the mark that
keeps a torn folder from being opened (see `index`); what happens to them later, the seal tells (see
`folder`).
"""
GRAPH = "header.bin"
"""A file that every graph has, in a folder of its own."""
FLUSHED = "index_metadata.pickle"
"""A file that a graph has once it was written out."""
UNFLUSHED = ("data_level0.bin", "length.bin")
"""Files of a graph that stay without content until then."""
AT_ONCE = 200
"""Vectors a call: adding holds the interpreter, about 60 ms for these."""


def load() -> None:
    """Import Chroma, which takes about a second: before a lock is taken that others wait for."""
    import chromadb  # noqa: F401


class Collections:
    """An open Chroma folder. Only one process may have it in use at a time: see `index`."""

    def __init__(self, path: Path) -> None:
        import chromadb
        from chromadb.config import Settings

        private_folder(path)
        # Without `_env_file=None` Chroma takes settings from any .env in the current folder.
        settings = Settings(_env_file=None, anonymized_telemetry=False)
        self.path = path
        self._client = chromadb.PersistentClient(str(path), settings)
        self._collections: dict[str, Any] = {
            found.name: self._client.get_collection(found.name, embedding_function=None)
            for found in self._client.list_collections()
        }
        self._tidy()

    def counts(self) -> dict[str, int]:
        """How many vectors there are, by collection."""
        return {name: collection.count() for name, collection in self._collections.items()}

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
                configuration={"hnsw": {"space": "cosine", "sync_threshold": FLUSHED_AT}},
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

        Until a graph is written out its files hold no vector of ours; Chroma makes them from
        memory that it has not cleared, and a vector that was just forgotten can stand in there.
        """
        for graph in graphs(self.path):
            if not graph.joinpath(FLUSHED).exists():
                for file in map(graph.joinpath, UNFLUSHED):
                    content = file.read_bytes()
                    if content.strip(b"\0"):
                        with file.open("r+b") as opened:
                            opened.write(bytes(len(content)))

    def close(self) -> None:
        """Give the files back. Call it exactly once: Chroma counts."""
        self._client.close()


def graphs(path: Path) -> list[Path]:
    """The folders of the graphs in a Chroma folder."""
    return sorted(file.parent for file in path.glob(f"*/{GRAPH}"))


def written_out(path: Path) -> list[Path]:
    """Those of them that hold vectors."""
    return [graph for graph in graphs(path) if graph.joinpath(FLUSHED).exists()]


def is_sound(path: Path) -> bool:
    """Does SQLite find no fault with the file of a folder that is not open here?

    It takes 4 ms for 4,000 vectors.
    """
    try:
        with closing(sqlite3.connect(f"{(path / DATABASE).as_uri()}?mode=ro", uri=True)) as file:
            return bool(file.execute("PRAGMA quick_check(1)").fetchall() == [("ok",)])
    except sqlite3.Error:
        return False
