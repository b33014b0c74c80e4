"""A home with three confirmed calls: the commands a person waits for, cold and warm."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path

from benchmarks import call
from benchmarks.measuring import Cost, Figure, middle, process, wall
from coach import Coach

RUNS = 5
WHO = "pair"


def figures() -> Iterator[Figure]:
    """`recap`, `confirm`, `agenda` and a search, each as it is met."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        yield from _confirming(home)
        yield from _cold(Path(folder), home)
        yield from _warm(home)


def _confirming(home: Path) -> Iterator[Figure]:
    """Make the home; what is confirmed there is embedded and indexed."""
    with Coach(home) as coach:
        pair = call.cases()[0].relationship()
        coach.add(WHO, mentor=pair.mentor, mentee=pair.mentee, me="mentee")
        coach.consent(WHO, ("mentor", "mentee"))
        took = []
        for case in call.cases()[:3]:
            draft = coach.recap(case.transcript, who=WHO, held_on=case.gold.date).recap
            took.append(wall(partial(coach.confirm, WHO, draft.session), 1))
    yield Figure("confirm a call, cold wall", took[0], "s", None, 1)
    yield Figure("confirm a call, warm wall", sum(took[1:]) / 2, "s", None, 2)


def _cold(folder: Path, home: Path) -> Iterator[Figure]:
    file = folder / "hour.vtt"
    file.write_text(call.vtt(call.hour()), encoding="utf-8")
    held_on = call.cases()[-1].gold.date.isoformat()

    def recapped(number: int) -> Cost:
        fresh = shutil.copytree(home, folder / f"copy{number}")
        return process(
            ["-m", "coach", "recap", str(file), "--with", WHO, "--held-on", held_on], fresh
        )

    recap = middle([recapped(number) for number in range(RUNS)])
    yield Figure("coach recap, an hour, cold processor", recap.cpu, "s", 0.9, RUNS)
    yield Figure("coach recap, an hour, cold wall", recap.wall, "s", None, RUNS)
    yield Figure("coach recap, an hour, peak memory", recap.peak / 1e6, "MB", 150, RUNS)
    agenda = middle([process(["-m", "coach", "agenda", WHO], home) for _ in range(RUNS)])
    yield Figure("coach agenda, cold wall", agenda.wall, "s", 3, RUNS)
    search = ["-m", "coach", "notes", WHO, "what did the director say"]
    found = middle([process(search, home) for _ in range(RUNS)])
    yield Figure("coach notes, a search, cold wall", found.wall, "s", None, RUNS)


def _warm(home: Path) -> Iterator[Figure]:
    on = call.cases()[-1].gold.date + timedelta(days=14)
    with Coach(home) as coach:
        coach.agenda(WHO, role="mentee", on=on)
        warm = wall(lambda: coach.agenda(WHO, role="mentee", on=on), RUNS)
        yield Figure("agenda, warm wall", warm, "s", 0.2, RUNS)
        coach.find(WHO, "promotion", "mentee")
        found = wall(lambda: coach.find(WHO, "what did the director say", "mentee"), RUNS)
        yield Figure("search, warm wall", found, "s", None, RUNS)
