"""Memory: found by meaning and by words, for one role's eyes, with the index or without it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from store_samples import FIRST, SECOND, THIRD, Numbers, note, opened, relationship

from coach.embedding import HashedNgrams
from coach.store import Store
from coach.store.chroma import UNFLUSHED
from coach.store.opened import FOLDERS, MOST_OPEN

WHO = "ines-tomasz"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with opened(tmp_path / "home", Numbers()) as store:
        yield store


def keep(store: Store, *numbers: int, **more: object) -> None:
    store.memory.add([note(Numbers.spelled(number), **more) for number in numbers])


def finds(store: Store, number: int, role: str | None = None) -> bool:
    """Is the nearest note this number's, by the index alone?"""
    found = store.memory.search(WHO, str(number), role, limit=1)
    assert found.notices == ()
    return bool(found.hits) and found.hits[0].note.text == Numbers.spelled(number)


def folder(store: Store) -> Path:
    """The index folder in use; there is one."""
    (found,) = store.home.glob("memory/*/*/chroma.sqlite3")
    return found.parent


def mark(store: Store, **values: int) -> None:
    """What a process that died while writing leaves in SQL."""
    from sqlalchemy import update

    from coach.store import schema

    with store._database.writing() as connection:
        connection.execute(update(schema.indexes).values(**values))


def test_a_note_is_found_by_its_words_and_by_its_meaning(store: Store, tmp_path: Path) -> None:
    keep(store, 17, 42)
    assert finds(store, 17) and finds(store, 42)
    with opened(tmp_path, HashedNgrams()) as store:
        store.memory.add([note("Ada offered a seat on the panel"), note("The budget is late")])
        best, *_ = store.memory.search(WHO, "who spoke of the panels?", None).hits
        assert best.note.text.startswith("Ada")


def test_a_role_finds_the_shared_and_its_own_and_never_the_others(store: Store) -> None:
    keep(store, 1)
    keep(store, 2, visibility="mentor")
    keep(store, 3, visibility="mentee")
    seen = {
        role: {number for number in (1, 2, 3) if finds(store, number, role)}
        for role in (None, "mentor", "mentee")
    }
    assert seen == {None: {1}, "mentor": {1, 2}, "mentee": {1, 3}}
    assert {one.text for one in store.memory.notes(WHO, "mentor")} == {
        Numbers.spelled(1),
        Numbers.spelled(2),
    }


def test_private_notes_weigh_on_nothing_that_the_other_role_finds(tmp_path: Path) -> None:
    def scores(home: Path, private: int) -> list[tuple[str, float]]:
        with opened(home, HashedNgrams()) as store:
            store.memory.add([note("the panel in May"), note("the budget in June")])
            theirs = [note(f"panel secret {n}", visibility="mentee") for n in range(private)]
            store.memory.add(theirs)
            hits = store.memory.search(WHO, "panel budget secret", "mentor").hits
            return [(hit.note.text, hit.score) for hit in hits]

    with_theirs, without = scores(tmp_path / "with", 30), scores(tmp_path / "without", 0)
    assert dict(with_theirs) == pytest.approx(dict(without))


def test_relationships_are_sealed_from_each_other(store: Store) -> None:
    store.relationships.add(relationship("other"))
    keep(store, 1)
    store.memory.add([note(Numbers.spelled(2), id="other")])
    (hit,) = store.memory.search(WHO, "2", "mentor").hits
    assert hit.note.text == Numbers.spelled(1)


def test_a_search_into_the_past_leaves_out_what_came_later(store: Store) -> None:
    keep(store, 1, occurred_at=FIRST)
    keep(store, 2, occurred_at=SECOND)
    keep(store, 3, occurred_at=THIRD)
    found = store.memory.search(WHO, "3", None, before=THIRD)
    assert {hit.note.occurred_at for hit in found.hits} == {FIRST, SECOND}
    assert store.memory.search(WHO, "3", None, before=date(2020, 1, 1)).hits == ()


def test_an_empty_question_and_an_empty_memory_find_nothing(store: Store) -> None:
    assert store.memory.search(WHO, "1", None).hits == ()
    keep(store, 1)
    assert store.memory.search(WHO, "  ", None).hits == ()


def test_without_an_embedder_words_alone_are_searched_and_that_is_said(tmp_path: Path) -> None:
    with Store(tmp_path) as store:
        store.relationships.add(relationship())
        store.memory.add([note("Ada offered a seat on the panel"), note("The budget is late")])
        found = store.memory.search(WHO, "panel", None)
        assert [hit.note.text[:3] for hit in found.hits] == ["Ada"] and "words" in found.notices[0]


def test_another_process_sees_a_note_as_soon_as_it_is_kept(store: Store, tmp_path: Path) -> None:
    with Store(tmp_path / "home", Numbers()) as other:
        for number in range(10, 20):
            writer, reader = (store, other) if number % 2 else (other, store)
            keep(writer, number)
            assert finds(writer, number) and finds(reader, number)


def test_an_index_that_somebody_died_in_is_rebuilt_beside_and_never_opened(store: Store) -> None:
    keep(store, 1, 2)
    assert finds(store, 1)
    torn = folder(store)
    store.close()
    torn.joinpath("chroma.sqlite3").write_bytes(b"torn")  # opening this would fail
    with Store(store.home, Numbers()) as again:
        mark(again, writing=True)
        assert finds(again, 1) and finds(again, 2)
        assert folder(again) != torn and not torn.exists()
        assert again.doctor(WHO) == ()


@pytest.mark.parametrize("harm", ["gone", "garbage", "emptied"])
def test_an_index_that_was_harmed_is_rebuilt_from_the_records(store: Store, harm: str) -> None:
    keep(store, *range(1, 6))
    assert finds(store, 3)
    harmed = folder(store)
    store.close()
    if harm == "gone":
        shutil.rmtree(harmed)
    elif harm == "garbage":
        harmed.joinpath("chroma.sqlite3").write_bytes(b"garbage" * 2000)
    else:
        harmed.joinpath("chroma.sqlite3").write_bytes(b"")
    with Store(store.home, Numbers()) as again:
        if harm != "garbage":
            assert [finding.mended for finding in again.doctor(WHO, mend=True)] == [True]
        assert all(finds(again, number) for number in range(1, 6))
        assert again.doctor(WHO) == ()


def test_where_no_index_can_be_made_the_records_are_searched_and_that_is_said(
    store: Store, tmp_path: Path
) -> None:
    keep(store, 1, 2, 3)
    (tmp_path / "home" / "memory").write_text("a file where the folder should be")
    found = store.memory.search(WHO, "2", None, limit=1)
    assert found.hits[0].note.text == Numbers.spelled(2)
    assert "one by one" in found.notices[0]


def test_the_doctor_finds_vectors_that_went_astray_and_mends_them(store: Store) -> None:
    keep(store, *range(1, 9))
    assert finds(store, 1)
    assert store.doctor(WHO) == ()
    keep(store, 9)
    mark(store, wanted=1, done=1)  # as if the index had been told of everything
    (finding,) = store.doctor(WHO)
    assert finding.kind == "disagree" and "1 missing" in finding.text and not finding.mended
    assert [found.mended for found in store.doctor(WHO, mend=True)] == [True]
    assert store.doctor(WHO) == () and finds(store, 9)


def test_another_embedder_finds_by_words_until_the_doctor_has_embedded_anew(
    tmp_path: Path,
) -> None:
    with opened(tmp_path, HashedNgrams()) as store:
        keep(store, 1, 2)
        store.memory.search(WHO, "number", None)
    with Store(tmp_path, Numbers()) as store:
        assert "2 notes" in store.memory.search(WHO, "number b", None).notices[0]
        assert [finding.kind for finding in store.doctor(WHO)] == ["unembedded"]
        assert all(finding.mended for finding in store.doctor(WHO, mend=True))
        assert finds(store, 1) and finds(store, 2)


def test_a_forgotten_note_leaves_the_indexs_files_too(store: Store) -> None:
    keep(store, 1, 2)
    assert finds(store, 2)
    one = note(Numbers.spelled(1))
    vector = Numbers().embed([one.text])[0].astype("f2").astype("f4")
    assert any(vector.tobytes() in path.read_bytes() for path in folder(store).rglob("*.*"))
    assert store.memory.forget(WHO, one.id) and not store.memory.forget(WHO, one.id)
    for path in store.home.rglob("*.*"):
        if path.is_file():
            assert vector.tobytes() not in path.read_bytes()
    assert finds(store, 2) and not finds(store, 1)


def test_memory_that_chroma_left_in_the_graphs_files_is_cleared(store: Store) -> None:
    # Chroma makes these files from memory that it has not cleared, when it comes to it.
    keep(store, *range(1, 9))
    assert finds(store, 3)
    graph = [path for path in folder(store).rglob("*.bin") if path.name in UNFLUSHED]
    assert graph
    for path in graph:
        path.write_bytes(b"vector!!" * (path.stat().st_size // 8))
    assert finds(store, 3) and finds(store, 8)
    assert not any(path.read_bytes().strip(b"\0") for path in graph)


def test_no_more_than_sixteen_folders_are_held_open(store: Store) -> None:
    names = [f"pair-{number}" for number in range(20)]
    for name in names:
        store.relationships.add(relationship(name))
        store.memory.add([note(Numbers.spelled(len(name)), id=name)])
        store.memory.search(name, "1", None)
    assert len(FOLDERS) == MOST_OPEN == 16
    for name in names:
        assert store.memory.search(name, "1", None).hits
