"""Measuring a function or a process, several times; the median counts."""

from __future__ import annotations

import gc
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import NamedTuple

_LAUNCHER = """
import json, os, subprocess, sys, time
began = time.perf_counter()
running = subprocess.Popen([sys.executable, *sys.argv[1:]], stdout=subprocess.DEVNULL)
_, status, used = os.wait4(running.pid, 0)
took = time.perf_counter() - began
peak = used.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
print(json.dumps([os.waitstatus_to_exitcode(status), used.ru_utime + used.ru_stime, took, peak]))
"""
"""A small process that starts the measured one: a child begins with the peak of its parent."""


@dataclass(frozen=True)
class Figure:
    """One line of the table: the median of `n` measurements beside its goal."""

    what: str
    value: float
    unit: str
    goal: float | None
    n: int
    at_least: bool = False
    """Is more better?"""

    @property
    def reached(self) -> bool:
        """Is the goal reached? Where there is none, it is."""
        if self.goal is None:
            return True
        return self.value >= self.goal if self.at_least else self.value <= self.goal


@dataclass(frozen=True)
class Cost:
    """What one run of a process took: seconds, and bytes at its largest."""

    cpu: float
    wall: float
    peak: int


class Took(NamedTuple):
    """Seconds of processor time, of all threads, and on the clock."""

    cpu: float
    wall: float


def cpu(work: Callable[[], object], n: int, collecting: bool = True) -> float:
    """Median seconds of processor time; `collecting` False: without garbage collection.

    What a collection costs depends on all that lives, not on the work alone (so `timeit` does).
    """
    gc.collect()
    if not collecting:
        gc.disable()
    try:
        return median(_timed(work, time.process_time) for _ in range(n))
    finally:
        gc.enable()


def wall(work: Callable[[], object], n: int) -> float:
    """Median seconds on the clock."""
    return median(_timed(work, time.perf_counter) for _ in range(n))


def timed(work: Callable[[], object]) -> Took:
    """What it took once."""
    cpu, wall = time.process_time(), time.perf_counter()
    work()
    return Took(time.process_time() - cpu, time.perf_counter() - wall)


def process(arguments: Sequence[str], home: Path | None = None) -> Cost:
    """Run Python with these arguments, and a coach's home, to the end. It must succeed."""
    environment = {**os.environ, **({"COACH_HOME": str(home)} if home else {})}
    launched = subprocess.run(
        [sys.executable, "-S", "-c", _LAUNCHER, *arguments],
        env=environment,
        stdout=subprocess.PIPE,
        check=True,
    )
    ended, cpu, wall, peak = json.loads(launched.stdout)
    if ended:
        raise SystemExit(f"python {' '.join(arguments)}: ended with {ended}")
    return Cost(cpu, wall, peak)


def middle(costs: Sequence[Cost]) -> Cost:
    """Each part of the cost, at its median."""
    return Cost(
        cpu=median(cost.cpu for cost in costs),
        wall=median(cost.wall for cost in costs),
        peak=int(median(cost.peak for cost in costs)),
    )


def _timed(work: Callable[[], object], clock: Callable[[], float]) -> float:
    began = clock()
    work()
    return clock() - began
