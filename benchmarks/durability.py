"""Several programs in one home, some of them killed: is anything kept lost, or found stale?

`python -m benchmarks durability` makes the full trials; the tests make the same, smaller.

    writers   four programs that keep and forget notes while a fifth looks for each: a command that
              opens the home for every note, two servers, and a web app of four threads
    threads   sixteen threads of one program, in more relationships than it holds open
    kills     a program that imports calls, killed in the middle, and begun again
    rebuild   one program builds an index anew while another searches
"""

from __future__ import annotations

import random
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path

import numpy as np

from benchmarks.killing import kills as kills
from benchmarks.measuring import Figure
from benchmarks.tallying import SPAWN, Numbers, Tally, at_once, home_of, note_of
from coach.store import Store

PASSING = 20
"""One note in so many is forgotten again by who kept it."""


# --- writers --------------------------------------------------------------------------------------


def writers(home: Path, notes: int, pairs: int = 5, programs: int = 4) -> Tally:
    """Programs keep and forget notes; another looks for all of them, meanwhile and afterwards."""
    names, began = home_of(home, pairs), time.perf_counter()
    share = notes // programs
    kept: list[int] = []
    forgotten: list[int] = []
    tally, running = Tally(), []
    for program in range(programs):
        ours, theirs = SPAWN.Pipe()
        numbers = range(1000 + program * share, 1000 + (program + 1) * share)
        worker = SPAWN.Process(target=_program, args=(home, names, numbers, program, theirs))
        worker.start()
        theirs.close()
        listener = threading.Thread(target=_listen, args=(ours, kept, forgotten, tally))
        listener.start()
        running.append((worker, listener))
    with Store(home, Numbers()) as store:
        chance = random.Random(5)
        while any(listener.is_alive() for _, listener in running):
            for numbers_, there in ((kept, True), (forgotten, False)):
                if numbers_:
                    one = chance.choice(numbers_)
                    tally.probe(store, one, names[one % pairs], there)
            time.sleep(0.002)
        for worker, _ in running:
            worker.join()
            if worker.exitcode:
                tally.lost.append(f"a program ended with {worker.exitcode}")
        for one in kept:
            tally.probe(store, one, names[one % pairs])
        for one in forgotten:
            tally.probe(store, one, names[one % pairs], there=False)
        tally.examine(store)
    tally.kept, tally.seconds = len(kept) + len(forgotten), time.perf_counter() - began
    return tally


def _listen(said: Connection, kept: list[int], forgotten: list[int], tally: Tally) -> None:
    """What a program acknowledges; its own tally comes last."""
    with suppress(EOFError):
        while True:
            word = said.recv()
            if isinstance(word, Tally):
                tally.add(word)
            else:
                done, number = word
                (kept if done == "kept" else forgotten).append(number)


def _program(home: Path, names: list[str], numbers: range, kind: int, said: Connection) -> None:
    """Kind 0 opens the home for every note, as a command does; kind 1 has four threads."""
    tally = Tally()
    if kind == 0:
        for number in numbers:
            with Store(home, Numbers()) as store:
                _keep(store, number, names, said, tally)
    else:
        threads = 4 if kind == 1 else 1
        with Store(home, Numbers()) as store:

            def work(thread: int) -> None:
                for number in numbers[thread::threads]:
                    _keep(store, number, names, said, tally)

            at_once([partial(work, thread) for thread in range(threads)], tally)
    said.send(tally)
    said.close()


_SAYING = threading.Lock()


def _keep(store: Store, number: int, names: list[str], said: Connection, tally: Tally) -> None:
    """Keep a note, look for it; some are forgotten again, and looked for in vain."""
    pair, note = names[number % len(names)], note_of(number, names[number % len(names)])
    store.memory.add([note])
    passing = number % PASSING == 0
    if not passing:
        with _SAYING:
            said.send(("kept", number))
    tally.probe(store, number, pair)
    if passing:
        store.memory.forget(pair, note.id)
        with _SAYING:
            said.send(("forgot", number))
        tally.probe(store, number, pair, there=False)


# --- threads --------------------------------------------------------------------------------------


def threads(home: Path, notes: int, pairs: int = 20, many: int = 16) -> Tally:
    """Threads of one program keep notes in all relationships and look for those of all others."""
    names, began = home_of(home, pairs), time.perf_counter()
    kept: list[int] = []
    tally = Tally()
    with Store(home, Numbers()) as store:

        def work(thread: int) -> None:
            chance = random.Random(thread)
            for number in range(1000 + thread, 1000 + notes, many):
                note = note_of(number, names[number % pairs])
                store.memory.add([note])
                if number % PASSING:
                    kept.append(number)
                else:
                    tally.probe(store, number, names[number % pairs])
                    store.memory.forget(note.relationship, note.id)
                    tally.probe(store, number, names[number % pairs], there=False)
                one = chance.choice(kept or [number])
                tally.probe(store, one, names[one % pairs], there=one in kept)

        at_once([partial(work, thread) for thread in range(many)], tally)
        for one in kept:
            tally.probe(store, one, names[one % pairs])
        tally.examine(store)
    tally.kept, tally.seconds = len(kept), time.perf_counter() - began
    return tally


# --- rebuild --------------------------------------------------------------------------------------


def rebuild(home: Path, notes: int) -> Tally:
    """Build an index anew in one program while another searches it."""
    (pair,) = home_of(home, 1)
    tally = Tally(kept=notes)
    with Store(home, Numbers()) as store:
        store.memory.add([note_of(1000 + number, pair) for number in range(notes)])
        tally.probe(store, 1000, pair)
        tally.waits.clear()
        began = time.perf_counter()
        rebuilding = SPAWN.Process(target=_rebuild, args=(home, pair))
        rebuilding.start()
        chance = random.Random(3)
        while rebuilding.is_alive():
            tally.probe(store, 1000 + chance.randrange(notes), pair)
        tally.seconds = time.perf_counter() - began
        if rebuilding.exitcode:
            tally.lost.append(f"the rebuilding ended with {rebuilding.exitcode}")
        tally.examine(store)
    return tally


def _rebuild(home: Path, pair: str) -> None:
    with Store(home, Numbers()) as store:
        store.memory.reindex(pair)


# --- figures --------------------------------------------------------------------------------------


def figures() -> Iterator[Figure]:
    """The full trials."""
    trials: dict[str, tuple[Callable[[Path], Tally], int]] = {
        "4 writers": (lambda home: writers(home, 2000), 2000),
        "16 threads": (lambda home: threads(home, 2000), 2000),
        "kill -9": (lambda home: kills(home, 50), 50),
        "reindex 10,000": (lambda home: rebuild(home, 10_000), 10_000),
    }
    for name, (trial, n) in trials.items():
        with tempfile.TemporaryDirectory() as folder:
            tally = trial(Path(folder))
        for each in (*tally.lost, *tally.stale, *tally.findings)[:5]:
            print(f"  {name}: {each}")
        yield Figure(f"{name}: kept", tally.kept, "", None, n)
        yield Figure(f"{name}: lost", len(tally.lost), "", 0, n)
        yield Figure(f"{name}: stale", len(tally.stale), "", 0, n)
        yield Figure(f"{name}: unsound for the doctor", len(tally.findings), "", 0, n)
        if tally.waits:
            p50, p95 = np.percentile(tally.waits, (50, 95)) * 1000
            yield Figure(f"{name}: search p50", p50, "ms", None, len(tally.waits))
            yield Figure(f"{name}: search p95", p95, "ms", None, len(tally.waits))
            yield Figure(f"{name}: longest search", max(tally.waits), "s", None, len(tally.waits))
        yield Figure(f"{name}: without the index", tally.noticed, "", None, len(tally.waits))
        yield Figure(f"{name}: took", tally.seconds, "s", None, 1)
