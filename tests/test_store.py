"""Records: what goes in comes out, once, for whom it is meant, and with both people's yes."""

from __future__ import annotations

import json
import stat
import subprocess
import sys
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from threading import Thread

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError
from store_samples import (
    FIRST,
    MENTEE,
    SECOND,
    THIRD,
    call,
    let_texts_go,
    note,
    opened,
    promise,
    read_again,
    recap,
    relationship,
    transcript,
)

from coach.errors import ConsentError, StoreError, UnknownError, UserError
from coach.records import Goal, Person, Point, Role
from coach.store import Answer, Store, content_id, make_note

WHO = "ines-tomasz"
whens = st.dates() | st.datetimes(
    min_value=datetime(1990, 1, 1),
    max_value=datetime(2090, 1, 1),
    timezones=st.integers(-11, 13).map(lambda hours: timezone(timedelta(hours=hours))),
)
words = st.text(max_size=80).filter(lambda text: text.isprintable())


@pytest.fixture
def store(tmp_path: Path) -> Store:
    with opened(tmp_path / "home") as store:
        yield store


def answer(role: Role = "mentee", **more: object) -> Answer:
    fields = {"visibility": role, "text": "I want a plan.", "question": "pre_call.1", **more}
    return Answer(relationship=WHO, role=role, at=FIRST, **fields)


def test_a_relationship_comes_out_as_it_went_in(store: Store) -> None:
    other = relationship("other", goals=(Goal(id="g1", text="Lead a team"),), started=FIRST)
    store.relationships.add(other)
    assert store.relationships.get("other") == other
    assert [one.id for one in store.relationships.all()] == [WHO, "other"]


def test_an_unknown_relationship_is_an_error_that_names_the_known_ones(store: Store) -> None:
    with pytest.raises(UnknownError, match=f"'nobody'.*{WHO}"):
        store.relationships.get("nobody")
    for ask in (store.sessions.list, store.ledger.commitments, store.memory.notes, store.erase):
        with pytest.raises(UnknownError):
            ask("nobody")


def test_an_id_is_taken_once(store: Store) -> None:
    with pytest.raises(UserError, match="already"):
        store.relationships.add(relationship())


def test_a_home_knows_whose_it_is(store: Store) -> None:
    assert store.me() is None
    store.set_me(Person(name="Ines"))
    store.set_me(Person(name="Ines Duarte", zone="Europe/Lisbon"))
    assert store.me() == Person(name="Ines Duarte", zone="Europe/Lisbon")


def test_sessions_are_numbered_by_import_and_listed_by_when_they_were_held(store: Store) -> None:
    later, earlier = call(store, SECOND), call(store, FIRST)
    assert (later.id, earlier.id) == ("01", "02")
    assert [session.id for session in store.sessions.list(WHO)] == ["02", "01"]


def test_clocks_of_two_continents_sort_by_what_came_first(store: Store) -> None:
    tokyo = call(store, datetime.fromisoformat("2025-03-04T08:00+09:00"))
    lima = call(store, datetime.fromisoformat("2025-03-03T17:00-05:00"))
    day_before = call(store, date(2025, 3, 3))
    assert [one.id for one in store.sessions.list(WHO)] == [day_before.id, lima.id, tokyo.id]


def test_the_same_call_imported_again_is_one_session(store: Store) -> None:
    first = store.sessions.import_call(WHO, transcript("Hello."), FIRST, "abc")
    again = store.sessions.import_call(WHO, transcript("Hello."), FIRST, "abc")
    assert first.new and not again.new and again.session == first.session
    assert len(store.sessions.list(WHO)) == 1


def test_a_day_corrected_by_a_second_reading_moves_the_call_and_leaves_its_id(
    store: Store,
) -> None:
    wrong = call(store, THIRD, digest="abc")
    store.confirm(recap(wrong), commitments=[promise(wrong)])
    call(store, SECOND)
    before = store.export(WHO)
    moved = store.sessions.import_call(WHO, transcript(), FIRST, "abc")
    assert not moved.new
    assert moved.session == store.sessions.get(WHO, "01")
    assert (moved.session.id, moved.session.held_on, moved.session.confirmed) == ("01", FIRST, True)
    assert [session.id for session in store.sessions.list(WHO)] == ["01", "02"]
    after = store.export(WHO)
    assert {key for key in before if before[key] != after[key]} == {"sessions"}


def test_a_day_that_gets_its_time_is_a_correction_too(store: Store) -> None:
    call(store, FIRST, digest="abc")
    evening = datetime.fromisoformat("2025-03-03T20:00-06:00")
    assert call(store, evening, digest="abc").held_on == evening
    elsewhere = datetime.fromisoformat("2025-03-04T02:00+00:00")  # the same moment
    assert str(call(store, elsewhere, digest="abc").held_on) == str(elsewhere)


def test_a_call_read_again_is_kept_with_what_is_withheld_now(store: Store) -> None:
    store.sessions.import_call(WHO, transcript("I'm leaving.", "On Friday."), FIRST, "abc")
    store.sessions.import_call(WHO, transcript("[…]", "On Friday."), FIRST, "abc")
    kept = store.sessions.transcript(WHO, "01")
    assert kept is not None and [turn.text for turn in kept.turns] == ["[…]", "On Friday."]


def test_words_that_were_dropped_do_not_come_back_with_a_second_reading(store: Store) -> None:
    store.sessions.import_call(WHO, transcript("Hello."), FIRST, "abc")
    let_texts_go(store)
    store.sessions.import_call(WHO, transcript("Hello."), FIRST, "abc")
    assert store.sessions.transcript(WHO, "01") is None


def test_without_the_yeses_of_today_a_second_reading_changes_nothing(store: Store) -> None:
    store.sessions.import_call(WHO, transcript("Hello."), FIRST, "abc")
    store.relationships.replace(relationship(agreed=False))
    with pytest.raises(ConsentError):
        store.sessions.import_call(WHO, transcript("[…]"), SECOND, "abc")
    kept = store.sessions.transcript(WHO, "01")
    assert kept is not None and kept.turns[0].text == "Hello."
    assert store.sessions.get(WHO, "01").held_on == FIRST


def test_without_both_yeses_nothing_of_a_call_is_stored(store: Store) -> None:
    shy = relationship("shy", agreed=False)
    store.relationships.add(shy)
    with pytest.raises(ConsentError):
        store.sessions.import_call("shy", transcript(), FIRST, "abc")
    assert store.sessions.list("shy") == ()


def test_a_yes_taken_back_stops_drafts_confirmations_and_notes(store: Store) -> None:
    session = call(store)
    store.relationships.replace(relationship(agreed=False))
    for attempt in (
        lambda: read_again(store, recap(session)),
        lambda: store.confirm(recap(session)),
        lambda: store.memory.add([note("a word", session)]),
    ):
        with pytest.raises(ConsentError):
            attempt()
    assert store.memory.notes(WHO) == () and store.sessions.recap(WHO, "01") is None


def test_a_transcript_can_be_dropped_and_then_none_of_its_words_is_left(store: Store) -> None:
    words = transcript("The zebracrossing budget is mine.")
    session = store.sessions.import_call(WHO, words, FIRST, "abc").session
    assert store.sessions.transcript(WHO, session.id) == words
    let_texts_go(store)
    assert store.sessions.transcript(WHO, session.id) is None
    assert not any(
        b"zebracrossing" in path.read_bytes() for path in store.home.rglob("*") if path.is_file()
    )


def test_a_draft_is_kept_beside_the_confirmed_recap_until_it_is_confirmed(store: Store) -> None:
    session = call(store)
    first, second = recap(session), recap(session, wins=(Point(text="Sent it", who=MENTEE),))
    read_again(store, first)
    store.confirm(first)
    read_again(store, second)
    assert store.sessions.recap(WHO, "01") == first and store.sessions.draft(WHO, "01") == second
    store.confirm(second)
    assert store.sessions.recap(WHO, "01") == second and store.sessions.draft(WHO, "01") is None
    assert store.sessions.get(WHO, "01").confirmed


def test_all_that_was_confirmed_comes_by_the_days_of_the_calls_and_no_draft(store: Store) -> None:
    later, first, draft = (call(store, on) for on in (THIRD, FIRST, SECOND))
    for one in (later, first):
        store.confirm(recap(one))
    read_again(store, recap(draft))
    assert [one.session for one in store.sessions.recaps(WHO)] == [first.id, later.id]


def test_a_confirmation_that_fails_half_way_leaves_nothing(store: Store) -> None:
    session = call(store)
    stranger = promise(session).model_copy(update={"id": "07#c1"})
    with pytest.raises(StoreError, match="07#c1"):
        store.confirm(recap(session), commitments=[promise(session), stranger])
    assert store.ledger.commitments(WHO) == () and not store.sessions.get(WHO, "01").confirmed


def test_goals_and_agreement_change_with_the_confirmation(store: Store) -> None:
    grown = relationship(goals=(Goal(id="g1", text="Lead a team"),))
    store.confirm(recap(call(store)), relationship=lambda _: grown)
    assert store.relationships.get(WHO) == grown


def test_an_answer_is_read_by_who_gave_it_and_by_both_only_if_shared(store: Store) -> None:
    private, shared = answer("mentee"), answer("mentor", visibility="shared")
    assert store.answers.add(private) and store.answers.add(shared)
    assert not store.answers.add(private)
    assert set(store.answers.visible_to(WHO, "mentee")) == {private, shared}
    assert store.answers.visible_to(WHO, "mentor") == (shared,)
    assert store.answers.visible_to(WHO, None) == (shared,)
    with pytest.raises(ValidationError):
        answer("mentee", visibility="mentor")


def test_a_home_never_holds_what_is_private_to_the_partner(store: Store) -> None:
    store.relationships.set_me(WHO, "mentor")
    store.memory.add([note("mine", visibility="mentor"), note("ours")])
    for attempt in (
        lambda: store.memory.add([note("theirs", visibility="mentee")]),
        lambda: store.answers.add(answer("mentee")),
        lambda: store.relationships.set_me(WHO, "mentee"),  # it holds the mentor's by now
    ):
        with pytest.raises(UserError, match="private to the"):
            attempt()


def test_everything_of_a_relationship_is_exported_as_json(store: Store) -> None:
    session = call(store)
    store.confirm(recap(session), commitments=[promise(session)], notes=[note("kept", session)])
    store.answers.add(answer())
    out = json.loads(json.dumps(store.export(WHO)))
    assert [one["id"] for one in out["commitments"]] == ["01#c1"]
    assert out["commitments"][0]["history"][0]["session"] == "01"
    assert out["transcripts"]["01"]["turns"][0]["text"] == "I'll write to Ada."
    assert {key: len(out[key]) for key in ("sessions", "recaps", "notes", "answers", "drafts")} == {
        "sessions": 1,
        "recaps": 1,
        "notes": 1,
        "answers": 1,
        "drafts": 0,
    }


def test_folders_and_files_are_closed_to_others(store: Store) -> None:
    session = call(store)
    store.memory.add([note("a word", session)])
    store.memory.search(WHO, "word", None)
    modes = {
        path.relative_to(store.home).as_posix(): stat.S_IMODE(path.stat().st_mode)
        for path in (store.home, *store.home.rglob("*"))
    }
    assert {"coach.db", "coach.db-wal", "coach.db-shm"} < modes.keys() and len(modes) > 8
    folders = {path for path in modes if (store.home / path).is_dir()}
    assert {modes[path] for path in folders} == {0o700}
    assert {mode for path, mode in modes.items() if path not in folders} == {0o600}


def test_a_damaged_record_is_an_error_that_does_not_quote_it(store: Store) -> None:
    import sqlite3

    with sqlite3.connect(store.home / "coach.db") as raw:
        raw.execute('UPDATE relationships SET record = \'{"id": "zebracrossing"}\'')
    raw.close()
    with pytest.raises(StoreError) as caught:
        store.relationships.get(WHO)
    assert "zebracrossing" not in str(caught.value) and caught.value.__cause__ is None


def test_threads_may_share_a_store(store: Store) -> None:
    problems: list[BaseException] = []

    def work(number: int) -> None:
        try:
            for step in range(5):
                store.memory.add([note(f"thread {number} step {step}")])
                assert store.memory.search(WHO, f"step {step}", None).notices == ()
        except BaseException as problem:
            problems.append(problem)

    threads = [Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert problems == [] and len(store.memory.notes(WHO)) == 20


def test_opening_a_store_and_reading_the_ledger_imports_nothing_heavy(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        store.confirm(recap(call(store)), commitments=[])
    code = (
        "import sys; from pathlib import Path; from coach.store import Store;"
        "from coach.embedding import default_embedder;"
        f"store = Store(Path({str(tmp_path)!r}), default_embedder());"
        f"store.ledger.commitments({WHO!r});"
        "heavy = {'chromadb', 'numpy', 'alembic', 'onnxruntime'} & sys.modules.keys();"
        "assert not heavy, heavy"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


@settings(max_examples=40, deadline=None)
@given(text=words, when=whens, about=st.none() | words)
def test_a_note_has_the_id_of_its_content(text: str, when: date, about: str | None) -> None:
    def made(**more: object) -> str:
        fields = {"session": None, "kind": "win", "text": text, "occurred_at": when, "about": about}
        return make_note(**{"relationship": WHO, **fields, **more}).id

    assert made() == made()
    others = [made(text=text + "."), made(visibility="mentor"), made(relationship="other")]
    assert len({made(), *others, made(about=f"{about}!"), made(kind="insight")}) == 6


@settings(max_examples=25, deadline=None)
@given(texts=st.lists(words, max_size=5, unique=True), when=whens)
def test_notes_come_out_as_they_went_in(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str], when: date
) -> None:
    home = tmp_path_factory.getbasetemp() / "round-trip"
    with Store(home) as store:
        if not store.relationships.all():
            store.relationships.add(relationship())
        before = set(store.memory.notes(WHO))
        notes = [note(text, occurred_at=when) for text in texts]
        assert store.memory.add(notes) == len(set(notes) - before)
        assert store.memory.add(notes) == 0
        assert set(store.memory.notes(WHO)) == before | set(notes)


def test_a_note_under_a_name_that_is_not_its_own_is_refused(store: Store) -> None:
    forged = note("one thing").model_copy(update={"text": "another"})
    assert forged.id != content_id(forged)
    with pytest.raises(StoreError, match="make_note"):
        store.memory.add([forged])
