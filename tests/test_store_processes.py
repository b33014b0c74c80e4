"""Several processes in one home, some of them killed: nothing kept is lost or found stale."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

from store_samples import Numbers, opened

WHO = "ines-tomasz"
KILLS = 6


def started(home: Path, start: int, count: int) -> subprocess.Popen[str]:
    worker = Path(__file__).with_name("store_worker.py")
    command = [sys.executable, str(worker), str(home), str(start), str(count)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def kept(lines: str) -> set[str]:
    """The notes a worker says it has kept, by their text."""
    said = [line.split() for line in lines.splitlines()]
    return {Numbers.spelled(int(line[1])) for line in said if len(line) == 2 and line[0] == "kept"}


def test_two_writers_lose_nothing_and_never_miss_what_the_other_has_kept(tmp_path: Path) -> None:
    opened(tmp_path, Numbers()).close()
    workers = [started(tmp_path, start, 60) for start in (100, 200)]
    said = [worker.communicate(timeout=120) for worker in workers]
    assert [worker.returncode for worker in workers] == [0, 0], said
    lines = "".join(out for out, _ in said)
    assert "lost" not in lines and "noticed" not in lines
    with opened(tmp_path, Numbers()) as store:
        texts = {note.text for note in store.memory.notes(WHO)}
        assert texts == kept(lines) and len(texts) == 120
        store.memory.catch_up(WHO)
        assert store.doctor(WHO) == ()


def test_what_was_kept_before_a_kill_is_there_and_found_after_it(tmp_path: Path) -> None:
    opened(tmp_path, Numbers()).close()
    chance, acknowledged = random.Random(7), set[str]()
    for kill in range(KILLS):
        worker = started(tmp_path, 1000 * (kill + 1), 900)
        assert worker.stdout
        # The second line comes after the first search: from then on the index is being written.
        first = worker.stdout.readline() + worker.stdout.readline()
        time.sleep(chance.uniform(0.0, 0.4))
        worker.kill()
        rest, errors = worker.communicate()
        assert first.startswith("kept"), errors
        acknowledged |= kept(first + rest)
    with opened(tmp_path, Numbers()) as store:
        texts = {note.text for note in store.memory.notes(WHO)}
        assert acknowledged <= texts
        for text in texts:
            found = store.memory.search(WHO, str(Numbers.number(text)), None, limit=1)
            assert found.hits[0].note.text == text and found.notices == ()
        assert store.doctor(WHO) == ()
