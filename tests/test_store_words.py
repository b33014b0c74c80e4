"""Ranks: by words, by what was said around them, by day; and never by what others may not see."""

from __future__ import annotations

import doctest
import sqlite3
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from store_samples import FIRST, SECOND, Numbers, call, note, opened

from coach.embedding import HashedNgrams
from coach.records import Evidence, Note, Session
from coach.store import Store, Weights, words
from coach.store.chroma import FLUSHED_AT
from coach.store.folder import Folder
from coach.store.words import MOST_WORDS

WHO = "ines-tomasz"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with opened(tmp_path / "home") as store:
        yield store


def said(session: Session, turn: int, text: str, **more: object) -> Note:
    """A note with the words of one turn."""
    quote = Evidence(session=session.id, turn=turn, speaker="Ines Duarte", quote=text)
    return note(text, session, evidence=(quote,), **more)


def texts(store: Store, query: str, **more: object) -> list[str]:
    return [hit.note.text for hit in store.memory.search(WHO, query, None, **more).hits]


def by_words(store: Store, query: str, role: str | None = None) -> list[str]:
    weights = Weights(meaning=0)
    return [hit.note.text for hit in store.memory.search(WHO, query, role, weights=weights).hits]


def test_words_are_found_in_their_other_forms(store: Store) -> None:
    kept = ["The panels were réservés in May.", "A budget, promised by nobody."]
    store.memory.add(map(note, kept))
    assert by_words(store, "panel") == by_words(store, "RESERVES") == kept[:1]
    assert by_words(store, "who made promises about budgets?") == kept[1:]
    assert by_words(store, "harpsichord") == []


def test_the_words_that_every_question_has_find_nothing_by_themselves(store: Store) -> None:
    store.memory.add(map(note, ["What did she do there?", "Ada offered a seat."]))
    assert by_words(store, "what did Ada do?") == ["Ada offered a seat."]
    assert by_words(store, "what did she do?") == ["What did she do there?"]


def test_what_stands_beside_a_match_in_its_call_rises_with_it(store: Store) -> None:
    first, second = call(store, FIRST), call(store, SECOND)
    store.memory.add(
        [
            said(first, 3, "Soup again, with salt."),
            said(first, 30, "In Oslo, of all places."),
            said(first, 31, "Where did you buy the kayak?"),
            said(second, 32, "My uncle mends clocks."),
        ]
    )
    assert by_words(store, "kayak") == ["Where did you buy the kayak?", "In Oslo, of all places."]
    alone = store.memory.search(WHO, "kayak", None, weights=Weights(meaning=0, near=())).hits
    assert [hit.note.text for hit in alone] == ["Where did you buy the kayak?"]


def test_a_private_note_lends_nothing_to_what_the_other_finds(store: Store) -> None:
    session = call(store)
    shared = [said(session, 1, "In Oslo."), said(session, 9, "A kayak, then.")]
    store.memory.add(shared)
    before = store.memory.search(WHO, "kayak", "mentee").hits
    store.memory.add([said(session, 2, "That kayak, a secret kayak.", visibility="mentor")])
    assert store.memory.search(WHO, "kayak", "mentee").hits == before
    assert store.memory.search(WHO, "kayak", None).hits == before
    assert by_words(store, "secret", "mentee") == by_words(store, "secret") == []
    assert "That kayak, a secret kayak." in by_words(store, "secret", "mentor")
    assert "In Oslo." in by_words(store, "kayak", "mentor")


def test_of_equals_the_newer_comes_first(store: Store) -> None:
    days = [date(2025, month, 3) for month in (4, 9, 1, 7, 2, 11)]
    store.memory.add([note("The panel.", occurred_at=day) for day in days])
    hits = store.memory.search(WHO, "panel", None).hits
    assert [hit.note.occurred_at for hit in hits] == sorted(days, reverse=True)


def test_a_better_match_comes_before_a_newer_one(store: Store) -> None:
    store.memory.add([note("The panel on grants.", occurred_at=FIRST)])
    store.memory.add([note("The grants office moved house.", occurred_at=date(2026, 9, 1))])
    assert texts(store, "panel on grants")[0] == "The panel on grants."


def test_the_records_one_by_one_are_ranked_as_the_index_ranks(store: Store) -> None:
    session = call(store)
    lines = ("A kayak.", "In Oslo.", "The panel.", "Ada offered a seat.", "Soup with salt.")
    store.memory.add([said(session, turn, line) for turn, line in enumerate(lines)])
    for query in ("kayak", "who offered seats?", "salted soups", "panel in Oslo"):
        indexed = store.memory.search(WHO, query, None).hits
        exact = store.memory.search(WHO, query, None, before=date(2999, 1, 1)).hits
        assert [hit.note for hit in indexed] == [hit.note for hit in exact]
        assert [hit.score for hit in indexed] == pytest.approx(
            [hit.score for hit in exact], abs=2e-3
        )


def test_a_note_without_a_vector_is_found_by_its_words(tmp_path: Path) -> None:
    with Store(tmp_path) as bare, opened(tmp_path) as store:
        bare.memory.add([note("The panel, in May.")])
        found = store.memory.search(WHO, "panels", None)
        assert [hit.note.text for hit in found.hits] == ["The panel, in May."]
        assert "1 notes are found by words alone" in found.notices[0]
        assert bare.memory.search(WHO, "panels", None).hits


def test_where_the_index_fails_the_records_are_searched_by_words_and_surroundings_too(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = call(store)
    store.memory.add([said(session, 1, "A kayak."), said(session, 2, "In Oslo.")])
    store.memory.add([said(session, 3, "A secret kayak.", visibility="mentor")])
    before = by_words(store, "kayaks")

    def broken(*_: object) -> None:
        raise sqlite3.DatabaseError("quokka")

    monkeypatch.setattr(Folder, "search", broken)
    found = store.memory.search(WHO, "kayaks", None, weights=Weights(meaning=0))
    assert [hit.note.text for hit in found.hits] == before == ["A kayak.", "In Oslo."]
    assert found.notices[0].startswith("Searched the records one by one, without the index: ")
    assert "quokka" not in found.notices[0]


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.text(max_size=80), st.sampled_from([None, "mentor", "mentee"]))
@example('panel" OR words_mentor MATCH "secret', None)
@example("NEAR(panel, secret) AND NOT ^panel* -x : {text}", "mentee")
@example("panel\x00'; DROP TABLE words_everyone; --", "mentee")
@example("ſecret ＳＥＣＲＥＴ sécret 𝕤ecret", "mentee")
@example("secret " * 20_000, "mentee")
@example(" ".join(f"w{number}" for number in range(20_000)), None)
def test_no_question_finds_what_its_asker_may_not_see(
    store: Store, query: str, role: str | None
) -> None:
    store.memory.add([note("the panel"), note("a secret panel", visibility="mentor")])
    found = store.memory.search(WHO, query, role).hits
    seen = {"shared", role}
    assert {hit.note.visibility for hit in found} <= seen
    assert len(words.asked(query)) <= MOST_WORDS


# --- the files ------------------------------------------------------------------------------------


def word_files(store: Store) -> list[Path]:
    return list(store.home.glob("memory/*/*/words.db"))


def test_words_lie_where_only_their_relationship_looks_and_go_with_the_note(store: Store) -> None:
    secret = note("a zebracrossing", visibility="mentor")
    store.memory.add([secret, note("the panel")])
    store.memory.search(WHO, "panel", None)
    (file,) = word_files(store)
    assert b"zebracross" in file.read_bytes() and file.stat().st_mode & 0o077 == 0
    store.memory.forget(WHO, secret.id)
    (other,) = word_files(store)
    assert other != file and b"ebracross" not in other.read_bytes()


def test_a_note_is_forgotten_by_a_process_without_an_embedder_as_well(store: Store) -> None:
    secret = note("a zebracrossing")
    store.memory.add([secret, note("the panel")])
    store.memory.search(WHO, "panel", None)
    with Store(store.home) as bare:
        assert bare.memory.forget(WHO, secret.id)
        (file,) = word_files(store)
        assert b"ebracross" not in file.read_bytes()


@pytest.mark.parametrize("harm", ["gone", "garbage", "emptied"])
def test_words_that_were_harmed_are_put_in_anew(store: Store, harm: str) -> None:
    store.memory.add([note("the panel")])
    assert by_words(store, "panels") == ["the panel"]
    (file,) = word_files(store)
    store.close()
    file.unlink()
    if harm != "gone":
        file.write_bytes(b"garbage" * 2000 if harm == "garbage" else b"")
    with Store(store.home, HashedNgrams()) as again:
        if harm == "emptied":  # as SQLite sees it, a sound file without a table
            assert [finding.mended for finding in again.doctor(WHO, mend=True)] == [True]
        assert by_words(again, "panels") == ["the panel"]
        assert again.doctor(WHO) == ()


def test_a_graph_that_was_written_out_is_found_again_and_forgotten(tmp_path: Path) -> None:
    many = FLUSHED_AT + 50
    with opened(tmp_path, Numbers()) as store:
        store.memory.add([note(Numbers.spelled(number)) for number in range(many)])
        store.memory.catch_up(WHO)
        assert list(store.home.glob("memory/*/*/*/index_metadata.pickle"))
    with Store(tmp_path, Numbers()) as store:
        for number in range(0, many, 37):
            (hit,) = store.memory.search(WHO, str(number), None, limit=1).hits
            assert hit.note.text == Numbers.spelled(number)
        assert store.doctor(WHO) == ()
        one = note(Numbers.spelled(74))
        assert in_graphs(store, one)
        store.memory.forget(WHO, one.id)
        assert not in_graphs(store, one) and in_graphs(store, note(Numbers.spelled(75)))


def in_graphs(store: Store, one: Note) -> bool:
    """Does a graph's file hold the vector of this note? It is kept scaled, so bytes may differ."""
    (vector,) = Numbers().embed([one.text])
    for file in store.home.rglob("data_level0.bin"):
        read = np.frombuffer(file.read_bytes(), np.float32)
        windows = np.lib.stride_tricks.sliding_window_view(read, Numbers.dim)
        if np.abs(windows - vector).max(axis=1).min() < 1e-3:
            return True
    return False


def test_the_examples_in_its_docstrings_hold() -> None:
    assert doctest.testmod(words).failed == 0
