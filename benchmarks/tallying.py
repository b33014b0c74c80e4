"""What every trial of durability needs: processes, notes that only their vectors find, a tally."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from coach.records import Consent, Note, Person, Relationship
from coach.store import Store, make_note

if TYPE_CHECKING:
    from coach.embedding import Vectors

SPAWN = get_context("forkserver")
SPAWN.set_forkserver_preload(["chromadb", "coach.app", "benchmarks.durability"])
DAY = date(2026, 3, 2)


class Numbers:
    """Embeds a number written in digits where it embeds the same one written in letters.

    The two share no word, so a search for "17" finds the note "number bh" by its vector alone.
    """

    name, dim = "numbers", 64

    def embed(self, texts: Sequence[str]) -> Vectors:
        """See `Embedder.embed`."""
        rows = [
            np.random.default_rng(self.number(text)).standard_normal(self.dim) for text in texts
        ]
        vectors = np.asarray(rows, np.float32).reshape(len(texts), self.dim)
        scaled: Vectors = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
        return scaled

    @staticmethod
    def number(text: str) -> int:
        """The number that a text holds, in either writing."""
        if text.isdigit():
            return int(text)
        return int("".join(str(ord(letter) - ord("a")) for letter in text.split()[-1]))

    @staticmethod
    def spelled(number: int) -> str:
        """The text of the note of this number."""
        return "number " + "".join(chr(ord("a") + int(digit)) for digit in str(number))


@dataclass
class Tally:
    """What a trial came to."""

    kept: int = 0
    lost: list[Any] = field(default_factory=list)
    """acknowledged, and not found by its own vector, or not there"""
    stale: list[Any] = field(default_factory=list)
    """found after it was forgotten"""
    noticed: int = 0
    """searches that were answered by the records alone, because the index was in use too long"""
    waits: list[float] = field(default_factory=list)
    """seconds, a search each"""
    findings: list[str] = field(default_factory=list)
    """what the doctor saw that does not mend itself"""
    seconds: float = 0.0

    def probe(self, store: Store, number: int, pair: str, there: bool = True) -> None:
        """Look for a note by its own vector; it must be found, or must not."""
        began = time.perf_counter()
        found = store.memory.search(pair, str(number), None, limit=1)
        self.waits.append(time.perf_counter() - began)
        self.noticed += bool(found.notices)
        hit = bool(found.hits) and found.hits[0].note.text == Numbers.spelled(number)
        if hit != there:
            (self.lost if there else self.stale).append((pair, number))

    def add(self, other: Tally) -> None:
        """Count another one's in."""
        for name in ("lost", "stale", "waits", "findings"):
            getattr(self, name).extend(getattr(other, name))
        self.kept += other.kept
        self.noticed += other.noticed

    def examine(self, store: Store) -> None:
        """Let the doctor look at every relationship."""
        for one in store.relationships.all():
            found = store.doctor(one.id)
            self.findings += [f"{one.id}: {finding.text}" for finding in found]


def home_of(home: Path, pairs: int) -> list[str]:
    """A home with so many relationships, both people of each agreed; their ids."""
    names = [f"pair-{number}" for number in range(pairs)]
    mentor, mentee = Person(name="Ines Duarte"), Person(name="Tomasz Wilk")
    agreed = [Consent(who=one.name, given_at=DAY, how="on the call") for one in (mentor, mentee)]
    with Store(home) as store:
        for name in names:
            people = {"mentor": mentor, "mentee": mentee, "consents": tuple(agreed)}
            store.relationships.add(Relationship(id=name, **people))
    return names


def note_of(number: int, pair: str) -> Note:
    """The note that says a number."""
    text = Numbers.spelled(number)
    return make_note(relationship=pair, session=None, kind="insight", text=text, occurred_at=DAY)


def at_once(jobs: Sequence[Callable[[], object]], tally: Tally) -> None:
    """Do these in a thread each; what goes wrong in one is lost work."""

    def run(job: Callable[[], object]) -> None:
        try:
            job()
        except Exception as problem:
            tally.lost.append(repr(problem))

    running = [threading.Thread(target=run, args=(job,)) for job in jobs]
    for one in running:
        one.start()
    for one in running:
        one.join()
