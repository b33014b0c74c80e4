"""A search among many notes: in a home that grows, in one large relationship, warm and reopened.

Vectors are drawn, not embedded, and notes are strings of drawn words, rare and common as in talk;
what a search costs does not depend on what they mean. Beside it, on the same vectors: all of them
compared by numpy, in memory; and one Chroma collection for everybody, asked with `where`.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from statistics import quantiles
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from benchmarks.measuring import Figure, Took, timed
from coach.embedding import Embedder, default_embedder
from coach.records import Note, Person, Relationship
from coach.store import Store, make_note

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from coach.embedding import Vectors

TOTALS = (1_000, 10_000, 100_000)
EACH, LARGE = 250, 4_000
"""Notes of a usual relationship, after some years; and of a very large one."""
ASKED, OPEN, CYCLED = 100, 4, 24
"""Searches a figure; relationships that are searched in turn; and when each must be reopened."""
COMMONEST = 100
"""Words of the drawn language that no question has."""
DIM = 384


class Drawn:
    """Embeds a text as a vector drawn by chance; `real`, if given, is made to work as well."""

    name, dim = "drawn", DIM

    def __init__(self) -> None:
        self.real: Embedder | None = None
        self._chance = np.random.default_rng(1)

    def embed(self, texts: Sequence[str]) -> Vectors:
        """See `Embedder.embed`."""
        if self.real:
            self.real.embed(texts)
        vectors = self._chance.standard_normal((len(texts), DIM), dtype=np.float32)
        vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
        return vectors


class Talk:
    """Notes of drawn words: some in nearly all of them, most in few."""

    def __init__(self) -> None:
        self._chance = np.random.default_rng(2)
        letters = self._chance.integers(97, 123, size=(8_000, 6), dtype=np.uint8)
        self._words = [bytes(row).decode() for row in letters]

    def words(self, count: int = 20) -> str:
        """So many words, the common ones more often."""
        return self._spelled(self._chance.zipf(1.2, size=count))

    def question(self) -> str:
        """Five words, drawn likewise, without the commonest: as a search leaves out "the"."""
        drawn = self._chance.zipf(1.2, size=100)
        return self._spelled(drawn[drawn > COMMONEST][:5])

    def _spelled(self, ranks: NDArray[np.int64]) -> str:
        return " ".join(self._words[rank % len(self._words)] for rank in ranks)

    def notes(self, who: str, count: int) -> list[Note]:
        """Notes of one relationship, a few a week."""
        first = date(2020, 1, 1)
        return [
            make_note(
                relationship=who,
                session=None,
                kind="insight",
                text=self.words(),
                occurred_at=first + timedelta(days=number % 2_000),
            )
            for number in range(count)
        ]


def figures() -> Iterator[Figure]:
    """The middle and the slowest twentieth of each way of searching."""
    with tempfile.TemporaryDirectory() as folder:
        yield from _growing(Path(folder))
        shutil.rmtree(folder, ignore_errors=True)
    with tempfile.TemporaryDirectory() as folder:
        yield from _large(Path(folder))


def _growing(folder: Path) -> Iterator[Figure]:
    """One home of ever more relationships."""
    drawn, talk = Drawn(), Talk()
    beside = Beside(folder / "plain")
    slowest = []
    with Store(folder / "home", drawn) as store:
        names = [f"pair-{number}" for number in range(max(TOTALS) // EACH)]
        filled = 0
        for total in TOTALS:
            for name in names[filled : total // EACH]:
                _fill(store, talk, name, EACH)
            beside.add(names[filled : total // EACH], EACH, drawn)
            filled = total // EACH
            what = f"search, {total:,} notes"
            found = _search(store, talk, names[:OPEN])
            slowest.append(found.cpu95)
            yield from _rows(what, found, 15)
            yield from beside.figures(names[:OPEN])
        flat = slowest[-1] / slowest[0]
        yield Figure("  100,000 / 1,000, processor p95", flat, "times", 1.5, ASKED)
        yield from _rows("  reopened", _search(store, talk, names[:CYCLED]), 150)
        drawn.real = default_embedder()
        found = _search(store, talk, names[:OPEN])
        yield from _rows("  with the query's embedding", found, 40)


def _large(folder: Path) -> Iterator[Figure]:
    """One relationship of very many notes."""
    drawn, talk = Drawn(), Talk()
    beside = Beside(folder / "plain")
    with Store(folder / "home", drawn) as store:
        for name in ("large", *(f"small-{number}" for number in range(CYCLED - 1))):
            _fill(store, talk, name, LARGE if name == "large" else 1)
        beside.add(["large"], LARGE, drawn)
        what = f"search, {LARGE:,} of one pair"
        yield from _rows(what, _search(store, talk, ["large"]), 15)
        yield from beside.figures(["large"])
        reopened = []
        for _ in range(10):
            for number in range(CYCLED - 1):
                store.memory.search(f"small-{number}", "what", None)
            reopened.append(timed(partial(store.memory.search, "large", talk.question(), None)))
        yield from _rows("  reopened", _spread(reopened), 150)


def _fill(store: Store, talk: Talk, name: str, count: int) -> None:
    people = {"mentor": Person(name="Ada"), "mentee": Person(name="Ben")}
    store.relationships.add(Relationship(id=name, **people))
    store.memory.add(talk.notes(name, count))


def _search(store: Store, talk: Talk, names: Sequence[str]) -> Spread:
    """One relationship after the other, each with its index up to date."""
    for name in names:
        store.memory.search(name, talk.question(), None)
    return _spread(
        timed(partial(store.memory.search, names[number % len(names)], words, None))
        for number, words in enumerate(talk.question() for _ in range(ASKED))
    )


class Beside:
    """The other ways: every vector of the home in one array, and in one Chroma collection."""

    def __init__(self, folder: Path) -> None:
        import chromadb
        from chromadb.config import Settings

        settings = Settings(_env_file=None, anonymized_telemetry=False)
        client = chromadb.PersistentClient(str(folder), settings)
        # A sparse graph, or filling it would take most of the run: `where` hardly asks it.
        graph = {"space": "cosine", "sync_threshold": 1_000_000}
        sparse = {"ef_construction": 40, "max_neighbors": 8}
        self._all = client.create_collection(
            "everybody", embedding_function=None, configuration={"hnsw": {**graph, **sparse}}
        )
        self._vectors = np.zeros((0, DIM), np.float32)
        self._whose = np.zeros(0, dtype="U16")

    def add(self, names: Sequence[str], each: int, drawn: Drawn) -> None:
        """As many vectors for each of these."""
        start = len(self._whose)
        self._vectors = np.vstack([self._vectors, drawn.embed([""] * (len(names) * each))])
        self._whose = np.concatenate([self._whose, np.repeat(names, each)])
        for at in range(start, len(self._whose), 5_000):
            some = slice(at, at + 5_000)
            self._all.add(
                ids=[str(one) for one in range(len(self._whose))[some]],
                embeddings=self._vectors[some],
                metadatas=[{"who": str(who)} for who in self._whose[some]],
            )

    def figures(self, names: Sequence[str]) -> Iterator[Figure]:
        """The same searches by either."""
        ways: dict[str, Callable[[str, Vectors], object]] = {
            "numpy": self._by_numpy,
            "plain Chroma": self._by_where,
        }
        asked = Drawn().embed([""] * ASKED)
        for way, look in ways.items():
            spread = _spread(
                timed(partial(look, names[number % len(names)], vector))
                for number, vector in enumerate(asked)
            )
            yield from _rows(f"  {way}", spread, None)

    def _by_numpy(self, who: str, vector: Vectors) -> object:
        likeness = np.where(self._whose == who, self._vectors @ vector, -1)
        return np.argpartition(-likeness, 10)[:10]

    def _by_where(self, who: str, vector: Vectors) -> object:
        return self._all.query(query_embeddings=[vector], n_results=10, where={"who": who})


class Spread(NamedTuple):
    """Milliseconds: the middle on the clock, and what all but a twentieth stay below."""

    p50: float
    p95: float
    cpu95: float


def _spread(each: Iterable[Took]) -> Spread:
    took = list(each)
    wall = quantiles([one.wall * 1000 for one in took], n=20)
    return Spread(wall[9], wall[18], quantiles([one.cpu * 1000 for one in took], n=20)[18])


def _rows(what: str, found: Spread, goal: float | None) -> Iterator[Figure]:
    yield Figure(f"{what}, wall p50", found.p50, "ms", None, ASKED)
    yield Figure(f"{what}, wall p95", found.p95, "ms", None, ASKED)
    yield Figure(f"{what}, processor p95", found.cpu95, "ms", goal, ASKED)
