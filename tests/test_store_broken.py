"""Broken files, a full disk, strange places: searches answer, records are never written over."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from broken_home import WHO, finds_all, in_a_process, index_of, sixty_notes
from store_samples import Numbers, note, opened, relationship

from coach.errors import StoreError
from coach.store import Store
from coach.store.chroma import FLUSHED_AT
from coach.store.folder import Folder
from coach.store.shelves import EVERYONE, Shelf


@pytest.fixture(scope="module")
def pattern(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sixty_notes(tmp_path_factory.mktemp("pattern") / "home")


@pytest.fixture
def home(pattern: Path, tmp_path: Path) -> Path:
    """Sixty notes and their index, closed."""
    return Path(shutil.copytree(pattern, tmp_path / "home"))


# --- broken indexes -------------------------------------------------------------------------------


def _noise(file: Path, seed: int, start: int = 0) -> None:
    content, chance = bytearray(file.read_bytes()), random.Random(seed)
    for _ in range(len(content) // 60):
        content[chance.randrange(start, len(content))] = chance.randrange(256)
    file.write_bytes(content)


def _header(file: Path) -> None:
    file.write_bytes(b"a letter perhaps" + file.read_bytes()[16:])


def _forget_words(file: Path) -> None:
    """As SQLite sees it, a sound file with all its tables, and nothing in them."""
    with sqlite3.connect(file) as connection:
        connection.execute("DELETE FROM places_everyone")
    connection.close()


def _of_another_dimension(index: Path) -> None:
    """An index that is sound in itself, with as many vectors, but of eight numbers each."""
    folder = Folder(index.parents[2] / "apart")
    rows = Numbers().embed([str(number) for number in range(60)])[:, :8]
    made = [note(Numbers.spelled(number)) for number in range(1, 61)]
    shelf = Shelf("shared", Numbers.name)
    folder.add_vectors(shelf, {one.id: row for one, row in zip(made, rows, strict=True)})
    folder.add_words(EVERYONE, made)
    folder.seal()
    folder.close()
    shutil.rmtree(index)
    folder.path.rename(index)


HARM: dict[str, Callable[[Path], object]] = {
    "gone": shutil.rmtree,
    "emptied": lambda index: [shutil.rmtree(index), index.mkdir()],
    "no bytes": lambda index: (index / "chroma.sqlite3").write_bytes(b""),
    "cut": lambda index: os.truncate(index / "chroma.sqlite3", 90_000),
    "wrong header": lambda index: _header(index / "chroma.sqlite3"),
    "noise": lambda index: _noise(index / "chroma.sqlite3", 2, start=100),
    "more noise": lambda index: _noise(index / "chroma.sqlite3", 3, start=4096),
    "no graph": lambda index: [shutil.rmtree(path) for path in index.iterdir() if path.is_dir()],
    "a noisy graph": lambda index: [_noise(path, 4) for path in index.glob("*/*.bin")],
    "of another dimension": _of_another_dimension,
    "no words": lambda index: (index / "words.db").unlink(),
    "no bytes of words": lambda index: (index / "words.db").write_bytes(b""),
    "words emptied": lambda index: _forget_words(index / "words.db"),
    "words cut": lambda index: os.truncate(index / "words.db", 8192),
    "noisy words": lambda index: _noise(index / "words.db", 5, start=4096),
    "no seal": lambda index: (index / "seal").unlink(),
    "somebody died opening it": lambda index: (index / "opening").touch(),
}


@pytest.mark.parametrize("harm", HARM.values(), ids=HARM)
def test_a_broken_index_is_built_anew_by_the_next_search(
    home: Path, harm: Callable[[Path], object]
) -> None:
    harm(index_of(home))
    with Store(home, Numbers()) as store:
        assert finds_all(store) == set()
        assert store.doctor(WHO) == ()
    assert len(list(home.glob("memory/*/*"))) == 1


LARGE = FLUSHED_AT + 20


@pytest.fixture(scope="module")
def large_pattern(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("large") / "home"
    with opened(home, Numbers()) as store:
        store.memory.add([note(Numbers.spelled(number)) for number in range(1, LARGE + 1)])
        store.memory.catch_up(WHO)
    return home


GRAPH: dict[str, Callable[[Path], object]] = {
    "gone": shutil.rmtree,
    "noisy": lambda graph: [_noise(path, 4) for path in graph.glob("*.bin")],
    "cut": lambda graph: os.truncate(graph / "data_level0.bin", 300_000),
    "half": lambda graph: (graph / "index_metadata.pickle").unlink(),
    "no header": lambda graph: (graph / "header.bin").unlink(),
}


@pytest.mark.parametrize("harm", GRAPH.values(), ids=GRAPH)
def test_a_broken_graph_that_was_written_out_is_built_anew_and_never_opened(
    large_pattern: Path, tmp_path: Path, harm: Callable[[Path], object]
) -> None:
    home = Path(shutil.copytree(large_pattern, tmp_path / "home"))
    (written,) = home.glob("memory/*/*/*/index_metadata.pickle")
    harm(written.parent)
    with Store(home, Numbers()) as store:
        for number in range(1, LARGE, 40):
            (hit,) = store.memory.search(WHO, str(number), None, limit=1).hits
            assert hit.note.text == Numbers.spelled(number)
        assert not written.exists() and store.doctor(WHO) == ()


def test_a_sound_index_is_opened_again_and_not_built_anew(large_pattern: Path) -> None:
    before = index_of(large_pattern)
    for number in (1, LARGE):
        with Store(large_pattern, Numbers()) as store:
            assert store.doctor(WHO) == ()
            (hit,) = store.memory.search(WHO, str(number), None, limit=1).hits
            assert hit.note.text == Numbers.spelled(number)
    assert index_of(large_pattern) == before


@pytest.mark.parametrize(
    "harm",
    [
        "gone",
        "no bytes",
        "cut",
        "wrong header",
        "noise",
        "no words",
        "words emptied",
        "noisy words",
    ],
)
def test_the_doctor_sees_a_broken_index_and_mends_it(home: Path, harm: str) -> None:
    HARM[harm](index_of(home))
    with Store(home, Numbers()) as store:
        (finding,) = store.doctor(WHO)
        assert finding.kind in ("unfinished", "unreachable") and not finding.mended
        assert [finding.mended for finding in store.doctor(WHO, mend=True)] == [True]
        assert store.doctor(WHO) == () and finds_all(store) == set()


def test_a_rebuilding_that_fails_leaves_the_index_in_use_and_nothing_behind(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Store(home, Numbers()) as store:
        before = index_of(home)

        def full(self: Folder, *_: object) -> None:
            raise RuntimeError("error returned from database: (code: 13) database or disk is full")

        monkeypatch.setattr(Folder, "add_vectors", full)
        with pytest.raises(StoreError, match="the disk is full"):
            store.memory.reindex(WHO)
        assert index_of(home) == before and len(list(before.parent.iterdir())) == 1
        assert finds_all(store) == set()


def test_a_note_that_is_forgotten_while_an_index_is_built_is_not_in_the_new_one(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    added = Folder.add_vectors
    with Store(home, Numbers()) as store:
        gone = note(Numbers.spelled(60))

        def meanwhile(folder: Folder, *args: object) -> None:
            monkeypatch.setattr(Folder, "add_vectors", added)
            folder.add_vectors(*args)
            done = in_a_process(
                "Store(Path(sys.argv[1]), Numbers()).memory.forget('ines-tomasz', sys.argv[2])",
                *(home, gone.id),
            )
            assert done.returncode == 0, done.stderr

        monkeypatch.setattr(Folder, "add_vectors", meanwhile)
        store.memory.reindex(WHO)
        assert store.doctor(WHO) == ()
        vector = Numbers().embed(["60"])[0].astype("f2").astype("f4").tobytes()
        files = [path for path in home.rglob("*") if path.is_file()]
        assert not any(vector in path.read_bytes() for path in files)


def test_where_an_index_folder_cannot_be_written_the_records_answer_and_say_so(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(30, "Read-only file system")

    with Store(home, Numbers()) as store:
        monkeypatch.setattr(Path, "touch", refuse)  # root may write to what is closed to others
        (notice,) = finds_all(store)
    assert notice == ("Searched the records one by one, without the index: Read-only file system.")


# --- a full disk, and broken records --------------------------------------------------------------


def test_on_a_full_disk_nothing_acknowledged_is_lost_and_one_line_says_so(home: Path) -> None:
    code = """
import resource, signal
from coach.errors import StoreError
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, resource.RLIM_INFINITY))
store = Store(Path(sys.argv[1]), Numbers())
try:
    for number in range(100, 5000):
        store.memory.add([note(Numbers.spelled(number))])
        print(number)
        if number % 100 == 0:
            assert store.memory.search("ines-tomasz", str(number), None, limit=1).hits
except StoreError as problem:
    print(problem, file=sys.stderr)
assert store.memory.search("ines-tomasz", "17", None, limit=1).hits
"""
    done = in_a_process(code, home)
    assert done.returncode == 0, done.stderr
    (line,) = done.stderr.splitlines()
    assert "coach.db: the disk" in line and "nothing was changed" in line
    kept = {Numbers.spelled(int(number)) for number in done.stdout.split()}
    with Store(home, Numbers()) as store:
        there = {one.text for one in store.memory.notes(WHO)}
        assert len(kept) > 20 and kept <= there and len(there) == len(kept) + 60
        assert finds_all(store) == set() and store.doctor(WHO) == ()


def _sql(statement: str) -> Callable[[Path], object]:
    def harm(file: Path) -> None:
        with sqlite3.connect(file) as connection:
            connection.execute(statement)
        connection.close()

    return harm


SECRET = "quokka"
RECORDS: dict[str, tuple[Callable[[Path], object], str]] = {
    "gone": (Path.unlink, "the records are gone"),
    "no bytes": (lambda file: file.write_bytes(b""), "the records are gone"),
    "cut": (lambda file: os.truncate(file, 30_000), "it is damaged"),
    "wrong header": (_header, "no file of the coach's, or it is damaged"),
    "noise": (lambda file: _noise(file, 2, start=100), "it is damaged"),
    "newer": (_sql("UPDATE alembic_version SET version_num = '9999'"), "made by a newer coach"),
    "a stranger's": (_sql("DROP TABLE alembic_version"), "no file of the coach's"),
    "a strange record": (
        _sql(f"""UPDATE relationships SET record = '{{"{SECRET}": 1}}'"""),
        "stored Relationship cannot be read",
    ),
    "a strange text": (
        _sql(f"UPDATE relationships SET record = CAST(CAST('{SECRET}' AS BLOB)||x'ff' AS TEXT)"),
        "could not be read",
    ),
}


@pytest.mark.parametrize(("harm", "says"), RECORDS.values(), ids=RECORDS)
def test_broken_records_are_one_clear_line_and_nothing_is_overwritten(
    home: Path,
    harm: Callable[[Path], object],
    says: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from cli_home import refused

    file = home / "coach.db"
    harm(file)
    before = file.read_bytes() if file.exists() else None
    indexes = sorted(home.glob("memory/*"))
    monkeypatch.setenv("COACH_HOME", str(home))
    for command in ("relationship list", f"notes {WHO} word", "doctor"):
        line = refused(*command.split(), code=1)
        assert says in line and "mistake of ours" not in line and SECRET not in line
    assert (file.read_bytes() if file.exists() else None) == before
    assert sorted(home.glob("memory/*")) == indexes


# --- where a home lies ----------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["with space", "Ünï 日本", "what?x=1#y", "100%", "a:b@c'\""])
def test_a_home_may_lie_anywhere_and_be_moved(home: Path, tmp_path: Path, name: str) -> None:
    moved = tmp_path / name / "home"
    moved.parent.mkdir()
    shutil.copytree(home, moved)
    with Store(moved, Numbers()) as store:
        store.memory.add([note(Numbers.spelled(61))])
        assert finds_all(store) == set() and store.doctor(WHO) == ()
    shutil.move(moved, tmp_path / "back")
    with Store(tmp_path / "back", Numbers()) as store:
        assert finds_all(store) == set() and len(store.memory.notes(WHO)) == 61
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(["back", "home", name])


# --- coach reindex --------------------------------------------------------------------------------


def test_reindex_builds_the_index_of_one_or_of_all_anew(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from cli_home import done, read, refused

    monkeypatch.setenv("COACH_HOME", str(home))
    with Store(home) as store:
        store.relationships.add(relationship("other"))
    before = index_of(home)
    assert "60 notes were embedded first" in done("reindex", WHO)
    assert not before.exists() and index_of(home).parent == before.parent
    assert read("reindex", "--all") == [
        {"relationship": name, "embedded": 0} for name in (WHO, "other")
    ]
    assert read("doctor")["findings"] == []
    assert "coach reindex --all" in refused("reindex")
    assert "coach reindex --all" in refused("reindex", WHO, "--all")
    assert "there are: ines-tomasz, other" in refused("reindex", "nobody")
