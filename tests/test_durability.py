"""Several programs at once, killed ones, stuck ones: nothing kept is lost, or found stale.

The trials are those of `python -m benchmarks durability`, smaller. COACH_TRIALS=10 makes ten times
as many notes and kills.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from broken_home import WHO, finds_all, in_a_process, sixty_notes
from store_samples import FIRST, Numbers, call, note, recap, transcript

from benchmarks import durability, killing
from coach import Coach
from coach.errors import OvertakenError, StoreError
from coach.records import Goal
from coach.store import Store
from coach.store.chroma import FLUSHED_AT

TIMES = int(os.environ.get("COACH_TRIALS", "1"))


@pytest.fixture(scope="module")
def pattern(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sixty_notes(tmp_path_factory.mktemp("pattern") / "home")


@pytest.fixture
def home(pattern: Path, tmp_path: Path) -> Path:
    """Sixty notes and their index, closed."""
    return Path(shutil.copytree(pattern, tmp_path / "home"))


# --- programs at once, and killed ones ------------------------------------------------------------


def sound(tally: durability.Tally) -> None:
    assert (tally.lost, tally.stale, tally.findings) == ([], [], [])
    assert tally.kept


def test_four_programs_lose_nothing_and_a_fifth_finds_what_is_kept_and_no_more(
    tmp_path: Path,
) -> None:
    sound(durability.writers(tmp_path / "home", 120 * TIMES))


def test_sixteen_threads_in_more_rooms_than_are_held_open_find_what_all_have_kept(
    tmp_path: Path,
) -> None:
    sound(durability.threads(tmp_path / "home", 120 * TIMES))


def test_what_was_acknowledged_before_a_kill_is_there_whole_and_found(tmp_path: Path) -> None:
    sound(durability.kills(tmp_path, 5 * TIMES))


def test_a_program_killed_while_it_writes_graphs_out_leaves_nothing_that_is_opened_torn(
    home: Path,
) -> None:
    keep = """
store, number = Store(Path(sys.argv[1]), Numbers()), int(sys.argv[2])
while True:
    many = [note(Numbers.spelled(one)) for one in range(number, number + FLUSHED_AT)]
    print("begun", flush=True)
    store.memory.add(many)
    store.memory.catch_up("ines-tomasz")
    number += FLUSHED_AT
"""
    chance = random.Random(5)
    for _ in range(3 * TIMES):
        with Store(home, Numbers()) as store:
            program = begun(
                f"from coach.store.chroma import FLUSHED_AT\n{keep}", home, there(store)
            )
            time.sleep(chance.uniform(0, 1.5))
            program.kill()
            program.communicate()
            for number in range(1, there(store), 90):
                (hit,) = store.memory.search(WHO, str(number), None, limit=1).hits
                assert hit.note.text == Numbers.spelled(number)
            assert store.doctor(WHO) == ()
    assert there(store) > FLUSHED_AT


def there(store: Store) -> int:
    """The number of the next note."""
    return len(store.memory.notes(WHO)) + 1


def test_an_index_is_built_anew_while_another_program_searches(tmp_path: Path) -> None:
    tally = durability.rebuild(tmp_path / "home", 1000 * TIMES)
    sound(tally)
    assert len(tally.waits) > 10 and tally.noticed == 0


def test_two_stores_of_one_home_in_a_program_both_see_what_another_program_keeps(
    home: Path,
) -> None:
    with Store(home, Numbers()) as one, Store(home, Numbers()) as two:
        assert finds_all(one) == finds_all(two) == set()
        keep = "Store(Path(sys.argv[1]), Numbers()).memory.add([note(Numbers.spelled(70))])\n"
        look = "opened(Path(sys.argv[1]), Numbers()).memory.search('ines-tomasz', '70', None)"
        done = in_a_process(keep + look, home)
        assert done.returncode == 0, done.stderr
        for store in (one, two):
            (hit,) = store.memory.search(WHO, "70", None, limit=1).hits
            assert hit.note.text == Numbers.spelled(70)


def test_a_second_store_does_not_end_the_locks_of_the_first(home: Path) -> None:
    with Store(home) as store, store._database.writing():
        Store(home).close()
        code = "Store(Path(sys.argv[1]))._database.writing(0.1).__enter__()"
        assert "another program is writing" in in_a_process(code, home).stderr


def test_two_spellings_of_a_home_are_one_home(home: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(home)
    with Store(tmp_path / "link", Numbers()) as store:
        keep = "s = Store(Path(sys.argv[1]), Numbers()); s.memory.add([note(Numbers.spelled(70))])"
        assert in_a_process(f"{keep}; s.memory.catch_up('ines-tomasz')", home).returncode == 0
        assert finds_all(store) == set()
        assert store.memory.search(WHO, "70", None, 1).hits[0].note.text == Numbers.spelled(70)
        assert store.home == home


def test_goals_that_are_added_at_one_moment_are_all_kept(home: Path) -> None:
    with Coach(home) as coach:
        jobs = [
            lambda n=number: coach.add_goal(WHO, Goal(id=f"g{n}", text="Lead"))  # type: ignore[misc]
            for number in range(12)
        ]
        durability.at_once(jobs, tally := durability.Tally())
        assert tally.lost == [] and len(coach.relationship(WHO).goals) == 12


def test_a_draft_is_kept_with_its_call_or_neither_is(home: Path) -> None:
    with Store(home) as store:
        words = transcript("I'll write to Ada.")
        expected = store.sessions.upcoming(WHO, words, FIRST, "abc")
        call(store)  # another one was quicker
        with pytest.raises(OvertakenError, match="01"):
            store.sessions.import_call(WHO, words, FIRST, "abc", draft=recap(expected))
        assert [session.id for session in store.sessions.list(WHO)] == ["01"]
        again = store.sessions.upcoming(WHO, words, FIRST, "abc")
        store.sessions.import_call(WHO, words, FIRST, "abc", draft=recap(again))
        assert store.sessions.draft(WHO, "02") == recap(again)


def test_a_call_whose_number_was_taken_while_it_was_read_is_read_again(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from coach import after

    def slowly(*args: object, **fields: object) -> object:
        if not store.sessions.list(WHO):
            call(store)
        return read(*args, **fields)

    read = after.recap
    monkeypatch.setattr(after, "recap", slowly)
    file = tmp_path / "call.txt"
    file.write_text(killing.call_text(7), encoding="utf-8")
    with Coach(home) as coach:
        store = coach.store
        drafted = coach.recap(file, who=WHO, held_on=FIRST, engine="offline")
        assert drafted.recap.session == "02" == drafted.recap.commitments[0].id[:2]
        assert coach.draft(WHO, "02") == drafted.recap


# --- a program that is stuck ----------------------------------------------------------------------


def begun(code: str, *args: object) -> subprocess.Popen[str]:
    """A program that runs on after it has said so."""
    begin = "import sys; from pathlib import Path; from store_samples import *\n"
    program = subprocess.Popen(
        [sys.executable, "-c", begin + code, *map(str, args)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert program.stdout and program.stdout.readline() == "begun\n"
    return program


STUCK = {
    "in the index": "room = s._index.emptied('ines-tomasz'); room.__enter__()",
    "in the records": "s.memory.add([note(Numbers.spelled(61))])\n"
    "writing = s._database.writing(); writing.__enter__()",
}


@pytest.fixture(params=STUCK.values(), ids=STUCK)
def stuck(home: Path, request: pytest.FixtureRequest) -> Iterator[None]:
    """Another program is stopped while it holds a lock."""
    program = begun(
        f"s = Store(Path(sys.argv[1]), Numbers())\n{request.param}\n"
        "print('begun', flush=True); sys.stdin.read()",
        home,
    )
    program.send_signal(signal.SIGSTOP)
    yield
    program.kill()
    program.communicate()


def test_where_another_program_is_stuck_searches_wait_seconds_and_then_ask_the_records(
    home: Path, stuck: None
) -> None:
    waits, notices = [], set()

    def search() -> None:
        began = time.perf_counter()
        found = store.memory.search(WHO, "17", None, limit=1)
        waits.append(time.perf_counter() - began)
        notices.update(found.notices)
        assert found.hits[0].note.text == Numbers.spelled(17)

    with Store(home, Numbers()) as store:
        searches = [threading.Thread(target=search) for _ in range(3)]
        for one in searches:
            one.start()
        for one in searches:
            one.join()
    assert len(waits) == 3 and max(waits) < 9
    assert notices
    for notice in notices:
        assert notice.startswith("Searched the records one by one, without the index: ")
        assert "another program" in notice or "another thread" in notice


def test_a_lock_file_that_was_left_behind_holds_nobody_up(home: Path) -> None:
    (lock,) = home.glob("memory/*.lock")
    lock.write_text("4711\n")
    with Store(home, Numbers()) as store:
        assert finds_all(store) == set()


@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
def test_a_forked_process_is_told_so_and_does_not_hang(home: Path) -> None:
    def own() -> str:
        with Store(home, Numbers()) as mine:
            return " ".join(mine.memory.search(WHO, "1", None).notices)

    tries: dict[str, Callable[[], object]] = {
        "search": lambda: store.memory.search(WHO, "1", None),
        "add": lambda: store.memory.add([note("a word")]),
        "list": lambda: store.relationships.all(),
        "close": lambda: store.close(),
        "own": own,
    }
    with Store(home, Numbers()) as store:
        store.memory.search(WHO, "1", None)
        said = {name: _in_a_fork(one) for name, one in tries.items()}
        for name in ("search", "add", "list"):
            assert "forked" in said[name] and "open it here anew" in said[name], name
        assert said["close"] == "None" and "Chroma was used before" in said["own"]
        assert finds_all(store) == set()


def _in_a_fork(work: Callable[[], object]) -> str:
    """What it gives in a forked process, or says; within ten seconds."""
    ours, theirs = os.pipe()
    child = os.fork()
    if child == 0:
        signal.alarm(10)
        try:
            told = str(work())
        except StoreError as problem:
            told = str(problem)
        os.write(theirs, told.encode()[:4000])
        os._exit(0)
    os.close(theirs)
    with os.fdopen(ours) as said:
        told = said.read()
    assert os.waitpid(child, 0)[1] == 0, "it hung"
    return told
