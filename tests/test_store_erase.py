"""Erasing: of one relationship not a byte is left, of the others every byte."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from store_samples import call, note, opened, promise, read_again, recap, relationship, transcript

from coach.embedding import HashedNgrams
from coach.errors import StoreError, UnknownError
from coach.records import Goal, Point, Session, Withheld
from coach.store import Answer, Store
from coach.store.opened import FOLDERS

WHO, CANARY = "quokka-narwhal", "zebracrossing"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with opened(tmp_path / "home") as store:
        keep(store)
        yield store


def texts() -> list[str]:
    return [f"{CANARY} {number} of the {CANARY}s" for number in range(40)]


def keep(store: Store) -> None:
    """Put the canary everywhere that anything of a relationship can be."""
    goal = Goal(id="g1", text=CANARY)
    store.relationships.add(relationship(WHO, goals=(goal,)))
    words = transcript(*texts())
    session = store.sessions.import_call(WHO, words, date(2025, 3, 3), f"{CANARY}-digest").session
    read_again(store, recap(session, wins=(Point(text=CANARY, who=None),)))
    notes = [note(text, session, id=WHO) for text in texts()]
    store.confirm(recap(session), commitments=[promise(session, 1, CANARY)], notes=notes)
    store.ledger.edit(WHO, "01#c1", date(2025, 3, 5), action=f"{CANARY}!")
    store.memory.add([note(f"{CANARY} mine", session, id=WHO, visibility="mentee")])
    store.memory.search(WHO, CANARY, "mentee")
    store.memory.forget(WHO, notes[0].id)  # and so a second index folder
    fields = {"question": "q", "role": "mentee", "visibility": "mentee", "at": date(2025, 3, 4)}
    store.answers.add(Answer(relationship=WHO, text=CANARY, **fields))
    read_again(store, recap(session))


def traces() -> list[bytes]:
    """The words and ids in two encodings, and the vectors in the two precisions they are kept.

    Full text keeps the stem of a word, without the letters it shares with the word before it.
    """
    words = (CANARY, CANARY[3:-3], WHO, note(texts()[1], id=WHO).id)
    vectors = HashedNgrams().embed(texts())
    rows = [row.astype(kind).tobytes() for row in vectors for kind in ("f2", "f4")]
    rows += [row.astype("f2").astype("f4").tobytes() for row in vectors]
    spelled = [word.encode(code) for word in words for code in ("utf-8", "utf-16-le", "utf-16-be")]
    return spelled + rows


def left(home: Path) -> set[str]:
    """The files of a home that hold a trace, in their bytes or in their name."""
    found = set()
    for path in home.rglob("*"):
        name = path.relative_to(home).as_posix()
        held = path.read_bytes() if path.is_file() else b""
        if any(trace in held or trace in name.encode() for trace in traces()):
            found.add(name)
    return found


def test_the_search_for_traces_sees_them_in_the_records_and_in_the_index(store: Store) -> None:
    assert any(name.startswith("coach.db") for name in left(store.home))
    store.memory.catch_up(WHO)
    assert any(name.endswith("chroma.sqlite3") for name in left(store.home))
    assert any(name.endswith("words.db") for name in left(store.home))


def test_nothing_of_an_erased_relationship_is_left_in_the_home(store: Store) -> None:
    receipt = store.erase(WHO)
    assert left(store.home) == set()
    assert receipt[:4] == (1, 1, 40, 1) and receipt.files > 0
    assert CANARY not in repr(receipt) and WHO not in repr(receipt)
    with pytest.raises(UnknownError):
        store.memory.search(WHO, CANARY, None)


def test_the_other_relationships_are_whole_after_an_erasure(store: Store) -> None:
    session = call(store)
    ours = [note(f"ours {number}", session) for number in range(20)]
    store.confirm(recap(session), commitments=[promise(session)], notes=ours)
    store.memory.search("ines-tomasz", "ours", None)
    before = store.export("ines-tomasz")
    store.erase(WHO)
    assert store.export("ines-tomasz") == before
    assert store.doctor("ines-tomasz") == ()
    found = store.memory.search("ines-tomasz", "ours 7", None, limit=1)
    assert found.hits[0].note.text == "ours 7" and found.notices == ()


def test_an_id_can_be_used_again_after_its_erasure(store: Store) -> None:
    store.erase(WHO)
    store.relationships.add(relationship(WHO))
    assert store.memory.search(WHO, CANARY, None).hits == ()
    assert call(store, id=WHO).id == "01"


def test_another_process_lets_go_of_what_was_erased(store: Store) -> None:
    with Store(store.home, HashedNgrams()) as other:
        other.memory.search(WHO, CANARY, "mentee")
        store.erase(WHO)
        with pytest.raises(UnknownError):
            other.memory.search(WHO, CANARY, "mentee")
        other.memory.add([note("ours")])
        other.memory.search("ines-tomasz", "ours", None)
        assert sum(store.home in folder.parents for folder in FOLDERS) == 1
    assert left(store.home) == set()


def test_an_erasure_that_was_cut_off_is_finished_by_the_next_start(store: Store) -> None:
    room = next(store.home.glob("memory/*/"))
    store._index.close()
    with store._database.writing() as connection:
        connection.exec_driver_sql("DELETE FROM relationships WHERE id = ?", (WHO,))
        store._database.owe_purge(connection)
    assert room.exists() and left(store.home)
    with Store(store.home):
        assert left(store.home) == set()


def test_an_erasure_that_somebody_holds_up_says_so_and_is_finished_later(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = sqlite3.connect(store.home / "coach.db")
    reader.execute("BEGIN").execute("SELECT * FROM notes").fetchone()
    monkeypatch.setattr("coach.store.database.PATIENCE", 0.05)
    with pytest.raises(StoreError, match="another program still reads"):
        store.erase(WHO)
    reader.close()
    with Store(store.home):
        assert left(store.home) == set()


def test_words_that_a_second_reading_withholds_are_gone_from_the_files(tmp_path: Path) -> None:
    with opened(tmp_path / "home") as store:
        words = (*texts(), "We talked.")
        session = call_of(store, *words)
        read_again(store, recap(session, wins=(Point(text=CANARY, who=None),)))
        assert left(store.home)
        assert call_of(store, *("[…]" for _ in texts()), "We talked.") == session
        again = recap(session, withheld=(Withheld(turn=0, scope="off_record"),))
        read_again(store, again)
        assert left(store.home) == set()
        assert store.sessions.draft("ines-tomasz", session.id) == again


def test_words_withheld_while_another_program_reads_are_gone_with_the_next_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with opened(tmp_path / "home") as store:
        call_of(store, *texts())
        reader = sqlite3.connect(store.home / "coach.db")
        reader.execute("BEGIN").execute("SELECT * FROM notes").fetchone()
        monkeypatch.setattr("coach.store.database.PATIENCE", 0.05)
        call_of(store, "[…]")
        assert left(store.home)
        reader.close()
    with Store(tmp_path / "home"):
        assert left(tmp_path / "home") == set()


def call_of(store: Store, *lines: str) -> Session:
    words = transcript(*lines)
    return store.sessions.import_call("ines-tomasz", words, date(2025, 3, 3), "abc").session


def test_vectors_are_looked_for_in_the_form_they_are_kept() -> None:
    row = HashedNgrams().embed(["word"])[0]
    assert np.allclose(np.frombuffer(row.astype("f2").tobytes(), "f2"), row, atol=1e-3)
