"""A home with sixty notes, to be harmed; and how a process of its own uses it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from store_samples import Numbers, note, opened

from coach.store import Store

WHO = "ines-tomasz"


def sixty_notes(home: Path) -> Path:
    """Make it, with an index, and close it."""
    with opened(home, Numbers()) as store:
        store.memory.add([note(Numbers.spelled(number)) for number in range(1, 61)])
        store.memory.catch_up(WHO)
    return home


def index_of(home: Path) -> Path:
    (found,) = home.glob("memory/*/*/chroma.sqlite3")
    return found.parent


def finds_all(store: Store) -> set[str]:
    """Every note finds itself; what was said about how."""
    notices: set[str] = set()
    for number in range(1, 61):
        found = store.memory.search(WHO, str(number), None, limit=1)
        assert found.hits and found.hits[0].note.text == Numbers.spelled(number), number
        notices |= set(found.notices)
    return notices


def in_a_process(code: str, *args: object) -> subprocess.CompletedProcess[str]:
    begin = "import sys; from pathlib import Path; from store_samples import *\n"
    return subprocess.run(
        [sys.executable, "-c", begin + code, *map(str, args)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
