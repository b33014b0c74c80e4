"""Striking in a home: of words taken back not a byte is left, and of the others every byte."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from store_samples import (
    MENTEE,
    MENTOR,
    call,
    let_texts_go,
    note,
    opened,
    promise,
    read_again,
    recap,
    relationship,
)
from struck_words import (
    DAY,
    LINES,
    PACKS,
    SECRET,
    STRUCK,
    TRACES,
    WHO,
    fill,
    imported,
    items,
    left,
    said,
    strike,
    vectors,
    words,
)

from coach.embedding import HashedNgrams
from coach.errors import StoreError, UnknownError, UserError
from coach.records import (
    Update,
    Withheld,
)
from coach.store import Store, Struck
from coach.striking import cutting


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with opened(tmp_path / "home") as store:
        yield store


# --- to the last byte -----------------------------------------------------------------------------


@pytest.mark.parametrize("what", [{"turns": STRUCK}, {"subject": f"the {SECRET}"}])
def test_not_a_byte_of_struck_words_is_left_in_the_home(store: Store, what: dict[str, Any]) -> None:
    fill(store)
    spoke = [one for one in store.memory.notes(WHO, "mentee") if SECRET in one.text]
    traces = vectors(*spoke)
    there = left(store.home, *traces)
    assert len(spoke) == 4 and "coach.db-wal" in there
    assert any(name.endswith("chroma.sqlite3") for name in there)
    struck = strike(store, **what)
    assert left(store.home, *traces) == set()
    assert not any(word in repr(struck) for word in TRACES)
    store.memory.search(WHO, "outline", "mentee")
    assert left(store.home, *traces) == set()


def test_the_receipt_counts_what_went(store: Store) -> None:
    fill(store)
    look = store.strike(WHO, "01", cutting(PACKS, turns=STRUCK), only_look=True)
    assert left(store.home)
    assert look == strike(store, turns=STRUCK)
    assert look == Struck(
        turns=2, promises=2, updates=1, points=13, questions=3, notes=4, answers=2
    )
    assert strike(store, turns=STRUCK) == Struck(0, 0, 0, 0, 0, 0, 0)


def test_what_was_not_struck_stays_as_it_was(store: Store) -> None:
    fill(store)
    before = store.export(WHO)
    strike(store, turns=STRUCK)
    after = store.export(WHO)
    assert [turn["text"] for turn in after["transcripts"]["01"]["turns"]] == [
        *LINES[:2],
        "[…]",
        "[…]",
        *LINES[4:],
    ]
    for states in ("drafts", "recaps"):
        was, now = before[states][0], after[states][0]
        for kind in items(4):
            if kind != "coverage":
                assert now[kind] == was[kind][1:], kind
        assert [one["id"] for one in now["commitments"]] == ["01#c1"]
        assert now["commitments"] == was["commitments"][:1]
        assert [(one["turn"], one["scope"]) for one in now["withheld"]] == [
            (2, "off_record"),
            (3, "off_record"),
        ]
        assert now["next_meeting"] is None and now["heard_once"] == now["notices"] == []
    (later,) = (one for one in after["recaps"] if one["session"] == "02")
    assert [one["id"] for one in later["commitments"]] == ["02#c2"]
    assert [one["commitment"] for one in later["updates"]] == ["01#c1"]
    assert later["questions"] == []
    assert [one["id"] for one in after["commitments"]] == ["01#c1", "02#c2"]
    assert after["commitments"] == [
        one for one in before["commitments"] if one["id"] in ("01#c1", "02#c2")
    ]
    texts = {one["text"] for one in after["notes"]}
    assert texts == {f"{MENTEE}: {LINES[1]}", f"{MENTEE}: {LINES[4]}"}
    assert {one["text"] for one in after["answers"]} == {"Calmly.", "To speak up."}
    pair = after["relationship"]
    assert [(goal["id"], goal["measurable"]) for goal in pair["goals"]] == [
        ("g1", None),
        ("g3", None),
    ]
    assert [term["text"] for term in pair["agreement"]["terms"]] == [LINES[4]]
    assert store.doctor(WHO) == ()
    found = store.memory.search(WHO, "rehearsal", "mentee", limit=1)
    assert found.hits[0].note.text == f"{MENTEE}: {LINES[4]}" and found.notices == ()


def test_coverage_that_rested_on_struck_words_is_told_anew(store: Store) -> None:
    fill(store)
    strike(store, turns=STRUCK)
    kept = store.sessions.recap(WHO, "01")
    assert kept
    insight = next(one for one in kept.coverage if one.part == "insights")
    assert insight.state == "covered" and insight.evidence == (said(4),)
    strike(store, turns=range(4, 5))
    kept = store.sessions.recap(WHO, "01")
    assert kept
    assert {one.state for one in kept.coverage if one.part == "insights"} == {"open"}


def test_another_relationship_is_left_whole(store: Store) -> None:
    store.relationships.add(relationship("other"))
    session = call(store, id="other")
    store.confirm(recap(session), notes=[note(f"our {SECRET}", session, id="other")])
    store.memory.search("other", SECRET, None)
    before = store.export("other")
    fill(store)
    strike(store, subject=SECRET)
    assert store.export("other") == before
    assert store.doctor("other") == ()


# --- the whole call -------------------------------------------------------------------------------


def test_a_call_taken_back_whole_leaves_no_byte_and_other_calls_as_they_were(store: Store) -> None:
    _, second = fill(store)
    traces = vectors(*[one for one in store.memory.notes(WHO, "mentee") if SECRET in one.text])
    look = store.strike(WHO, "01", cutting(PACKS, whole=True), only_look=True)
    assert left(store.home, *traces)
    assert look == strike(store, whole=True)
    assert (look.turns, look.promises, look.updates) == (6, 3, 2)
    assert left(store.home, *traces, LINES[4].encode()) == set()
    assert [one.id for one in store.sessions.list(WHO)] == [second.id]
    assert [one.id for one in store.ledger.commitments(WHO)] == ["02#c2"]
    (later,) = store.sessions.recaps(WHO)
    assert [one.id for one in later.commitments] == ["02#c2"]
    assert later.updates == later.questions == ()
    pair = store.relationships.get(WHO)
    assert [goal.id for goal in pair.goals] == ["g3"], "what was set by hand stays"
    assert pair.agreement.terms == ()
    texts = [one.text for one in store.answers.visible_to(WHO, "mentee")]
    assert texts == ["To speak up."]
    assert store.doctor(WHO) == ()


def test_what_a_wrong_call_made_of_an_earlier_promise_is_as_if_it_was_never_said(
    store: Store,
) -> None:
    fill(store)
    strike(store, "02", whole=True)
    assert [(one.id, one.status) for one in store.ledger.commitments(WHO)] == [
        ("01#c1", "open"),
        ("01#c2", "open"),
    ]


def test_the_whole_and_a_part_of_it_are_not_struck_at_once(store: Store) -> None:
    fill(store)
    with pytest.raises(UserError, match="one of them"):
        strike(store, whole=True, turns=STRUCK)


# --- what rests on more than the passage ----------------------------------------------------------


def test_a_joint_promise_with_words_elsewhere_stays_on_those(store: Store) -> None:
    session = imported(store)
    fields = {
        "joint_with": MENTOR,
        "due": date(2025, 3, 10),
        "due_phrase": "on Monday",
        "evidence": (said(3), said(5, "I'll book the room")),
    }
    joint = promise(session, 1, "Book the room", **fields)
    store.confirm(recap(session, commitments=(joint,)), commitments=[joint])
    store.ledger.edit(WHO, "01#c1", date(2025, 3, 8), action="Book the big room")
    struck = strike(store, turns=range(2, 4))
    assert struck.promises == 0 and left(store.home) == set()
    stays = store.ledger.get(WHO, "01#c1")
    assert stays.action == "Book the big room" and stays.joint_with == MENTOR
    assert [item.turn for item in stays.evidence] == [5]
    assert stays.due is None and stays.due_phrase is None, "only the struck words named a day"
    assert "time_bound" in stays.gaps
    kept = store.sessions.recap(WHO, "01")
    assert kept and [item.turn for item in kept.commitments[0].evidence] == [5]


def test_a_promise_elsewhere_that_repeats_a_struck_word_goes(store: Store) -> None:
    session = imported(store)
    worded = promise(session, 1, "Read the Halvorsen notes", evidence=(said(5),))
    store.confirm(recap(session, commitments=(worded,)), commitments=[worded])
    assert strike(store, turns=range(2, 4)).promises == 1
    assert store.ledger.commitments(WHO) == () and left(store.home) == set()


def test_a_word_that_is_said_elsewhere_too_costs_nobody_a_promise(store: Store) -> None:
    session = imported(store, "The outline is for Halvorsen.", "I'll write the outline.")
    kept = promise(session, 1, "Write the outline", evidence=(said(1, "I'll write the outline"),))
    store.confirm(recap(session, commitments=(kept,)), commitments=[kept])
    assert strike(store, subject="Halvorsen").turns == 1
    assert [one.action for one in store.ledger.commitments(WHO)] == ["Write the outline"]


def test_a_promise_that_a_hand_worded_by_the_subject_goes(store: Store) -> None:
    session = imported(store)
    made = promise(session, 1, "Book the room", evidence=(said(5, "I'll book the room"),))
    store.confirm(recap(session, commitments=(made,)), commitments=[made])
    store.ledger.edit(WHO, "01#c1", date(2025, 3, 8), action=f"Book the {SECRET} room")
    assert strike(store, subject=SECRET).promises == 1
    assert store.sessions.recap(WHO, "01") is not None
    assert not any(SECRET in json.dumps(one) for one in store.export(WHO)["commitments"])


def test_a_note_that_quotes_struck_words_goes_however_common_they_are(store: Store) -> None:
    session = imported(store)
    proof = (said(0), said(4))
    quoting = note(f"01#c1 done: {LINES[0]} {LINES[4]}", session, evidence=proof)
    telling = note(LINES[4], session, evidence=proof)
    store.confirm(recap(session), notes=[quoting, telling])
    assert strike(store, turns=range(1)).notes == 1
    (stays,) = store.memory.notes(WHO)
    assert stays.text == LINES[4] and stays.evidence == proof[1:]


def test_an_update_in_struck_words_is_as_if_it_was_never_said(store: Store) -> None:
    first = call(store, date(2025, 2, 1))
    made = promise(first)
    store.confirm(recap(first, commitments=(made,)), commitments=[made])
    second = imported(store)
    proof = (said(2, session=second.id),)
    done = Update(commitment=made.id, status="done", evidence=proof)
    store.confirm(recap(second, updates=(done,)), updates=[done])
    store.ledger.edit(WHO, made.id, date(2025, 3, 5), action="Ring Ada")
    assert store.ledger.get(WHO, made.id).status == "done"
    assert strike(store, second.id, turns=range(2, 3)).updates == 1
    assert store.ledger.get(WHO, made.id).status == "open"
    store.ledger.edit(WHO, made.id, date(2025, 3, 6), action="Ring Ada twice")
    assert [change.session for change in store.ledger.history(WHO, made.id)] == ["01", None, None]


def test_a_struck_subject_leaves_the_other_sentences_of_its_turn(store: Store) -> None:
    imported(store, "We met. The visa is late. I'll ring them today.", "Good luck.")
    assert strike(store, subject="visas").turns == 1
    kept = store.sessions.transcript(WHO, "01")
    assert kept and kept.turns[0].text == "We met. […] I'll ring them today."


def test_a_title_or_file_name_that_names_the_subject_goes(store: Store) -> None:
    call = words(*LINES).model_copy(update={"source": f"{SECRET}.vtt", "title": f"On {SECRET}"})
    store.sessions.import_call(WHO, call, DAY, "digest")
    strike(store, subject=SECRET)
    assert left(store.home) == set()


def test_a_call_whose_words_were_dropped_can_still_be_struck(store: Store) -> None:
    fill(store)
    let_texts_go(store)
    assert strike(store, subject=f"{SECRET} Halvorsen").promises == 2
    assert left(store.home) == set()
    with pytest.raises(UserError, match="turns 0 to 4"):
        strike(store, turns=range(10**9))


# --- while a recap is being made ------------------------------------------------------------------


def test_a_recap_that_was_being_made_meanwhile_is_refused(store: Store) -> None:
    session = imported(store)
    made_before = recap(session, wins=items(2)["wins"])
    strike(store, turns=STRUCK)
    with pytest.raises(StoreError, match="read the call again"):
        read_again(store, made_before)
    with pytest.raises(StoreError, match="read the call again"):
        store.confirm(made_before)
    with pytest.raises(StoreError, match="read the call again"):
        imported(store)
    assert left(store.home) == set()
    withheld = tuple(Withheld(turn=turn, scope="off_record") for turn in STRUCK)
    read_again(store, recap(session, withheld=withheld))


# --- hostile input --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "turns", [range(6, 7), range(2, 99), range(-2, 3), range(3, 3), range(4, 2), range(0, 6, 2)]
)
def test_turns_that_the_call_has_not_are_refused(store: Store, turns: range) -> None:
    fill(store)
    before = store.export(WHO)
    with pytest.raises(UserError, match=r"^Session 01 has turns 0 to 5"):
        strike(store, turns=turns)
    assert store.export(WHO) == before and store.doctor(WHO) == ()


@pytest.mark.parametrize("subject", ["", "  ", "—!", "it and the", "Tomasz", "Ines Duarte's", "\0"])
def test_a_subject_without_a_word_of_its_own_is_refused(store: Store, subject: str) -> None:
    fill(store)
    before = store.export(WHO)
    with pytest.raises(UserError, match="a word of its own"):
        strike(store, subject=subject)
    assert store.export(WHO) == before


def test_what_is_not_there_is_refused_with_what_is(store: Store) -> None:
    fill(store)
    with pytest.raises(UnknownError, match="there are: 01, 02"):
        strike(store, "09", turns=STRUCK)
    with pytest.raises(UnknownError, match="No relationship"):
        store.strike("nobody", "01", cutting(PACKS, turns=STRUCK))
    with pytest.raises(UserError, match="what to strike"):
        cutting(PACKS)


def test_a_subject_that_nobody_spoke_of_changes_nothing(store: Store) -> None:
    fill(store)
    before = store.export(WHO)
    assert not any(strike(store, subject="parachute' OR 1=1; DROP TABLE notes"))
    assert store.export(WHO) == before


def test_words_struck_while_another_program_reads_are_gone_with_the_next_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sqlite3

    with opened(tmp_path / "home") as store:
        fill(store)
        reader = sqlite3.connect(store.home / "coach.db")
        reader.execute("BEGIN").execute("SELECT * FROM notes").fetchone()
        monkeypatch.setattr("coach.store.database.PATIENCE", 0.05)
        with pytest.raises(StoreError, match="another program still reads"):
            strike(store, turns=STRUCK)
        reader.close()
    with Store(tmp_path / "home", HashedNgrams()):
        assert left(tmp_path / "home") == set()
