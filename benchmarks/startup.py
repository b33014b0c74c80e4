"""What it costs to start."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from statistics import median

from benchmarks.measuring import Figure, middle, process

RUNS = 9
CLIENT = {"name": "benchmarks", "version": "1"}


def figures() -> Iterator[Figure]:
    """`coach --version`: the time, and how many modules more than Python's own it imports."""
    cost = middle([process(["-m", "coach", "--version"]) for _ in range(RUNS)])
    yield Figure("coach --version, wall", cost.wall, "s", 0.15, RUNS)
    asked = "import sys; sys.argv = ['coach', '--version']; from coach.cli import main; main()"
    more = _modules(asked) - _modules("import sys")
    yield Figure("coach --version, modules imported", more, "modules", None, 1)
    yield Figure("coach mcp, first answer, wall", _first_answer(), "s", 2, RUNS)
    helped = middle([process(["-m", "coach", "--help"]) for _ in range(RUNS)])
    yield Figure("coach --help, wall", helped.wall, "s", 0.4, RUNS)


def _first_answer() -> float:
    """From starting the server, as a chat client does, to its first answer."""
    hello = {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": CLIENT}
    asked = json.dumps({"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": hello}) + "\n"

    def answered(home: str) -> float:
        began = time.perf_counter()
        with subprocess.Popen(
            [sys.executable, "-m", "coach", "mcp"],
            env={**os.environ, "COACH_HOME": home},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        ) as server:
            assert server.stdin and server.stdout
            server.stdin.write(asked)
            server.stdin.flush()
            answer = json.loads(server.stdout.readline())
            took = time.perf_counter() - began
            server.stdin.close()
        assert "result" in answer
        return took

    with tempfile.TemporaryDirectory() as home:
        return median(answered(home) for _ in range(RUNS))


def _modules(code: str) -> int:
    run = subprocess.run(
        [sys.executable, "-c", f"{code}\nprint(len(sys.modules))"],
        capture_output=True,
        text=True,
        check=True,
    )
    return int(run.stdout.split()[-1])
