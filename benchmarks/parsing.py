"""A file into turns: how fast, and whether ten times as much takes ten times as long."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from benchmarks import call
from benchmarks.measuring import Figure, cpu
from coach import read_transcript, read_transcript_text

RUNS = 7
TIMES = 10


def figures() -> Iterator[Figure]:
    """For each text format, megabytes a second and growth; for Word, the time of one hour."""
    small, large = call.hour(), call.hour(TIMES)
    for name, write in call.FORMATS.items():
        little, much = write(small), write(large)
        assert len(read_transcript_text(little).turns) == len(small), name
        one, ten = (
            cpu(partial(read_transcript_text, text), RUNS, collecting=False)
            for text in (little, much)
        )
        speed = len(much.encode()) / 1e6 / ten
        yield Figure(f"parse {name}", speed, "MB/s", 10, RUNS, at_least=True)
        yield Figure(f"parse {name}, ten hours / one", ten / one, "times", 12, RUNS)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "call.docx"
        file.write_bytes(call.docx(small))
        yield Figure("parse one hour of Word", cpu(lambda: read_transcript(file), 3), "s", None, 3)
