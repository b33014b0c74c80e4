"""What it costs to start."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

from benchmarks.measuring import Figure, middle, process

RUNS = 9


def figures() -> Iterator[Figure]:
    """`coach --version`: the time, and how many modules more than Python's own it imports."""
    cost = middle([process(["-m", "coach", "--version"]) for _ in range(RUNS)])
    yield Figure("coach --version, wall", cost.wall, "s", 0.15, RUNS)
    asked = "import sys; sys.argv = ['coach', '--version']; from coach.cli import main; main()"
    more = _modules(asked) - _modules("import sys")
    yield Figure("coach --version, modules imported", more, "modules", None, 1)
    helped = middle([process(["-m", "coach", "--help"]) for _ in range(RUNS)])
    yield Figure("coach --help, wall", helped.wall, "s", 0.4, RUNS)


def _modules(code: str) -> int:
    run = subprocess.run(
        [sys.executable, "-c", f"{code}\nprint(len(sys.modules))"],
        capture_output=True,
        text=True,
        check=True,
    )
    return int(run.stdout.split()[-1])
