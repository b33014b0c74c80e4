"""Striking: of words that are taken back not a byte is left, and of the others every byte."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from cli_home import done, read, refused, run
from hypothesis import given, settings
from hypothesis import strategies as st
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

from coach.app import Coach
from coach.cli import terminal
from coach.discretion import Span
from coach.discretion.cuts import cuts_of, spans_of
from coach.embedding import HashedNgrams
from coach.errors import StoreError, UnknownError, UserError
from coach.library import frameworks
from coach.records import (
    Agreement,
    ClosingAnswer,
    Coverage,
    Ending,
    Evidence,
    Feedback,
    FollowUp,
    Goal,
    HeardOnce,
    LeftOpen,
    NextMeeting,
    Note,
    Point,
    Recap,
    Reflection,
    Session,
    Slippage,
    Term,
    Transcript,
    TrustMoment,
    Turn,
    Unsupported,
    Update,
    Withheld,
)
from coach.store import Answer, Store, Struck
from coach.striking import cutting
from coach.transcript import digest

pytestmark = pytest.mark.usefixtures("each_call_read_once")

WHO = "ines-tomasz"
DAY = date(2025, 3, 3)
SECRET = "zebracross"
LINES = (
    "How was the week?",
    "I'll write the outline by Friday.",
    f"Halvorsen buys us, the {SECRET} closes in Kaunas.",
    f"I'll ring Halvorsen about the {SECRET} on Monday.",
    "The rehearsal went well, everybody stayed.",
    "Good. I'll book the room. And I'll read the notes.",
)
STRUCK, TRACES = range(2, 4), (SECRET, "Halvorsen", "Kaunas")
PACKS = frameworks()


def words(*lines: str) -> Transcript:
    turns = tuple(
        Turn(speaker=(MENTOR, MENTEE)[number % 2], text=line) for number, line in enumerate(lines)
    )
    return Transcript(turns=turns, source="call.txt", format="labelled")


def imported(store: Store, *lines: str) -> Session:
    said = words(*lines or LINES)
    return store.sessions.import_call(WHO, said, DAY, digest(said)).session


def said(turn: int, quote: str = "", session: str = "01") -> Evidence:
    return Evidence(session=session, turn=turn, quote=quote or LINES[turn])


def items(turn: int) -> dict[str, Any]:
    """One of everything that rests on a turn, in its words."""
    text, proof = LINES[turn], (said(turn),)
    point = Point(text=text, who=MENTEE, evidence=proof)
    return {
        **dict.fromkeys(("goals", "wins", "challenges", "insights", "decisions"), (point,)),
        "feedback": (Feedback(giver=MENTOR, receiver=MENTEE, text=text, evidence=proof),),
        "trust": (
            TrustMoment(behaviour="discretion", who=MENTOR, polarity="shown", evidence=proof),
        ),
        "agreement": (Term(topic="pace", state="agreed", text=text, evidence=proof),),
        "slippage": (Slippage(commitment=None, reason="obstacle", evidence=proof),),
        "endings": (Ending(phase="separation", who=MENTEE, evidence=proof),),
        "useful": (ClosingAnswer(kind="useful", text=text, who=MENTEE, evidence=proof),),
        "left_open": (LeftOpen(text=text, who=MENTEE, evidence=proof),),
        "coverage": (
            Coverage(framework="post-call", part="insights", state="covered", evidence=proof),
        ),
        "questions": (
            FollowUp(
                addressee=MENTEE,
                text=f"What follows from “{text}”?",
                framework="smart",
                part="specific",
                about=f"turn:{turn}",
                gap="insight",
            ),
        ),
        "reflections": (Reflection(addressee=MENTEE, text=text, framework="trust", sources=proof),),
        "unsupported": (Unsupported(kind="win", claim=text, why="nobody said it"),),
    }


def both(*some: dict[str, Any]) -> dict[str, Any]:
    """Items of several turns in one recap."""
    return {name: tuple(one for each in some for one in each[name]) for name in some[0]}


def answer(
    text: str, question: str, about: str | None = None, session: str | None = "01"
) -> Answer:
    return Answer(
        relationship=WHO,
        question=question,
        role="mentee",
        visibility="mentee",
        at=date(2025, 3, 9),
        text=text,
        session=session,
        about=about,
    )


def fill(store: Store) -> tuple[Session, Session]:
    """Two calls, of which the first left its passage in every place that can hold words."""
    first = imported(store)
    kept, gone = (
        promise(first, 1, "Write the outline", evidence=(said(1),), due_phrase="by Friday"),
        promise(first, 2, f"Ring Halvorsen about the {SECRET}", evidence=(said(3),)),
    )
    meeting = NextMeeting(
        date=None, phrase="on Monday", goal=f"What the {SECRET} means", evidence=(said(3),)
    )
    first_recap = recap(
        first,
        commitments=(kept, gone),
        next_meeting=meeting,
        heard_once=(HeardOnce(item=gone.id, reader="offline"),),
        notices=(f"Whose is {SECRET}?",),
        **both(items(2), items(4)),
    )
    notes = [
        note(f"{MENTEE}: {LINES[turn]}", first, evidence=(said(turn),), about=about)
        for turn, about in ((1, kept.id), (3, gone.id), (2, None), (4, None))
    ]
    pair = store.relationships.get(WHO).model_copy(
        update={
            "goals": (
                Goal(id="g1", text=LINES[4], measurable=SECRET, evidence=(said(4),)),
                Goal(id="g2", text=LINES[2], evidence=(said(2),)),
                Goal(id="g3", text="Speak up"),
            ),
            "agreement": Agreement(terms=both(items(2), items(4))["agreement"]),
        }
    )
    store.confirm(first_recap, commitments=[kept, gone], notes=notes, relationship=lambda _: pair)
    store.ledger.edit(WHO, gone.id, date(2025, 3, 5), action=f"Write to {SECRET}")
    read_again(store, first_recap)
    store.memory.add([note(f"My own word on the {SECRET}", first, visibility="mentee")])
    for one in (
        answer(f"After the {SECRET}.", "01#q.turn:2.insight", "turn:2"),
        answer("Next week.", "01#q.01c2.specific", gone.id),
        answer("Calmly.", "01#q.turn:4.insight", "turn:4"),
        answer("To speak up.", "PC1", session=None),
    ):
        store.answers.add(one)
    second = call(store, date(2025, 3, 17))
    here = (said(0, "I'll write to Ada.", second.id),)
    moved = Update(commitment=gone.id, status="rescheduled", evidence=here)
    done = Update(commitment=kept.id, status="done", evidence=here)
    lives_on = promise(second, 1, gone.action, evidence=here)
    other = promise(second, 2, "Write to Ada", evidence=here)
    asked = items(2)["questions"][0].model_copy(update={"about": gone.id})
    later = recap(second, commitments=(lives_on, other), updates=(moved, done), questions=(asked,))
    told = note(f"01#c2 rescheduled: {SECRET}", second, about=gone.id, evidence=here)
    store.confirm(later, commitments=[lives_on, other], updates=[moved, done], notes=[told])
    store.memory.search(WHO, SECRET, "mentee")
    return first, second


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with opened(tmp_path / "home") as store:
        yield store


def left(home: Path, *traces: bytes) -> set[str]:
    """The files of a home that hold a struck word, in their bytes or in their name."""
    wanted = [
        form.encode(code)
        for word in TRACES
        for form in (word, word.lower())
        for code in ("utf-8", "utf-16-le", "utf-16-be")
    ]
    return {
        path.relative_to(home).as_posix()
        for path in home.rglob("*")
        for held in [path.name.encode() + (path.read_bytes() if path.is_file() else b"")]
        if any(trace in held for trace in (*wanted, *traces))
    }


def vectors(*notes: Note) -> list[bytes]:
    """What an index and the records hold of these notes, in the precisions they are kept in."""
    rows = HashedNgrams().embed([one.text for one in notes])
    forms = [row.astype(kind).tobytes() for row in rows for kind in ("f2", "f4")]
    return forms + [row.astype("f2").astype("f4").tobytes() for row in rows]


def strike(store: Store, session: str = "01", **what: Any) -> Struck:
    return store.strike(WHO, session, cutting(PACKS, **what))


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


def test_the_same_file_is_a_new_call_after_that(coach: Coach, tmp_path: Path) -> None:
    coach.strike(WHO, "01", whole=True)
    assert coach.store.sessions.list(WHO) == ()
    drafted = coach.recap(tmp_path / "call.txt", who=WHO, held_on=DAY)
    assert not drafted.seen_before and drafted.recap.withheld == ()


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


# --- read again -----------------------------------------------------------------------------------

CALL = "\n".join(f"{name}: {line}" for line, name in zip(LINES, (MENTOR, MENTEE) * 3, strict=True))


@pytest.fixture
def coach(tmp_path: Path) -> Iterator[Coach]:
    with Coach(tmp_path / "home") as mine:
        mine.store.relationships.add(relationship(WHO))
        (tmp_path / "call.txt").write_text(CALL, encoding="utf-8")
        mine.recap(tmp_path / "call.txt", who=WHO, held_on=DAY)
        yield mine


@pytest.mark.parametrize("what", [{"turns": STRUCK}, {"subject": f"{SECRET}, Halvorsen"}])
@pytest.mark.parametrize("confirmed", [False, True])
def test_the_same_file_read_again_stays_without_what_was_struck(
    coach: Coach, tmp_path: Path, what: dict[str, Any], confirmed: bool
) -> None:
    home = tmp_path / "home"
    if confirmed:
        coach.confirm(WHO, "01")
    assert left(home)
    struck = coach.strike(WHO, "01", **what)
    assert struck.turns == 2 and struck.promises == 1 and left(home) == set()
    recap_then = coach.draft(WHO, "01")
    curly = CALL.replace("'", "’").replace(" the ", "  the ")
    (tmp_path / "copy.txt").write_text(curly, encoding="utf-8")
    for name in ("call.txt", "copy.txt"):
        again = coach.recap(tmp_path / name, who=WHO, held_on=DAY)
        assert again.seen_before and again.recap.session == "01"
        assert [one.turn for one in again.recap.withheld] == [2, 3]
        assert again.recap.talk == recap_then.talk
        assert {c.action for c in again.recap.commitments} == {
            c.action for c in recap_then.commitments
        }
        assert not any(word in again.recap.model_dump_json() for word in TRACES)
        assert left(home) == set()
    coach.confirm(WHO, "01")
    assert left(home) == set()
    (cut, *_) = coach.store.sessions.get(WHO, "01").struck
    assert cut.turn == 2, "a place is remembered, and no word"


def test_what_a_model_would_be_sent_is_without_the_struck_words(
    coach: Coach, tmp_path: Path
) -> None:
    coach.strike(WHO, "01", turns=STRUCK)
    sending = coach.would_send(tmp_path / "call.txt", who=WHO, engine="openai:any")
    assert sending.messages and sending.withheld == 2
    assert not any(word in json.dumps(sending.messages) for word in TRACES)


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


def test_two_strikes_in_one_turn_take_all_of_it(coach: Coach, tmp_path: Path) -> None:
    coach.strike(WHO, "01", subject="room")
    coach.strike(WHO, "01", subject="notes")
    cuts = [(cut.turn, cut.start, cut.end) for cut in coach.store.sessions.get(WHO, "01").struck]
    assert cuts == [(5, 0, None)]
    coach.recap(tmp_path / "call.txt", who=WHO, held_on=DAY)
    kept = coach.store.sessions.transcript(WHO, "01")
    assert kept and kept.turns[5].text == "[…]"


# --- the command ----------------------------------------------------------------------------------


@pytest.fixture
def home(coach: Coach, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The command's home, which is that of `coach`; to be asked is a matter of a terminal."""
    monkeypatch.setenv("COACH_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def test_the_command_strikes_and_says_what_remains(home: Path) -> None:
    told = done("strike", WHO, "01", "--turns", "2-3", "--yes")
    assert "words in 2 turns, 1 promise" in told and "What remains" in told
    assert left(home) == set()
    assert "Nothing changed" in done("strike", WHO, "01", "--turns", "2-3", "--yes")


def test_the_receipt_as_json_counts_and_quotes_nothing(home: Path) -> None:
    receipt = read("strike", WHO, "01", "--subject", SECRET, "--scope", "between_us", "--yes")
    assert (receipt["session"], receipt["turns"], receipt["promises"]) == ("01", 2, 1)
    assert not any(word in json.dumps(receipt) for word in TRACES)
    again = read("recap", home.parent / "call.txt", "--with", WHO)
    assert {one["scope"] for one in again["withheld"]} == {"between_us"}


def test_a_subject_can_be_kept_out_of_the_shell(home: Path) -> None:
    told = done("strike", WHO, "01", "--subject", "-", "--yes", answers=f"{SECRET}\n")
    assert "words in 2 turns" in told and SECRET not in told


def test_off_a_terminal_nothing_is_struck_without_a_yes(home: Path) -> None:
    assert "--yes" in refused("strike", WHO, "01", "--turns", "2-3")
    assert left(home)


@pytest.mark.parametrize(("reply", "goes"), [("y", True), ("", False), ("no", False)])
def test_on_a_terminal_a_person_is_asked_first(
    home: Path, monkeypatch: pytest.MonkeyPatch, reply: str, goes: bool
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(terminal, "interactive", lambda: True)
    monkeypatch.setattr(terminal, "ask", lambda prompt: asked.append(prompt) or reply)
    result = run("strike", WHO, "01", "--turns", "2-3")
    assert (result.exit_code == 0, left(home) == set()) == (goes, goes)
    assert "2 turns, 1 promise" in asked[0]


def test_a_wrong_file_is_taken_back_with_one_command(home: Path) -> None:
    assert "--yes" in refused("strike", WHO, "01", "--whole")
    told = done("strike", WHO, "01", "--whole", "--yes")
    assert told.startswith("Session 01 is gone, with words in 6 turns") and "What remains" in told
    assert left(home) == set()
    assert "there are: none yet" in refused("strike", WHO, "01", "--whole", "--yes")


def test_without_an_option_the_turns_are_listed_by_number(home: Path) -> None:
    assert f"   3  {MENTEE}: {LINES[3]}" in done("strike", WHO, "01").splitlines()
    assert [turn["turn"] for turn in read("strike", WHO, "01")] == list(range(6))


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (("01", "--turns", "9-12"), "turns 0 to 5"),
        (("01", "--turns", "3-2"), "such as 12-18"),
        (("01", "--turns", "two"), "such as 12-18"),
        (("01", "--turns", "-1"), "such as 12-18"),
        (("01", "--turns", "0-999999999"), "turns 0 to 5"),
        (("01", "--subject", ""), "a word of its own"),
        (("07", "--turns", "1"), "there are: 01"),
    ],
)
def test_what_cannot_be_struck_is_refused_in_one_line(
    home: Path, args: tuple[str, ...], told: str
) -> None:
    assert told in refused("strike", WHO, *args, "--yes")
    assert left(home)


def test_a_cleaned_copy_of_the_file_is_without_what_was_struck(home: Path) -> None:
    done("strike", WHO, "01", "--turns", "2-3", "--yes")
    copy = home.parent / "cleaned.txt"
    done("recap", home.parent / "call.txt", "--with", WHO, "--cleaned", copy)
    assert LINES[4] in copy.read_text() and not any(w in copy.read_text() for w in TRACES)


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


# --- whatever is said and struck ------------------------------------------------------------------

ANY_TEXT = st.text(alphabet="abc .,!?'’\n\u00e9\u0301…[]", max_size=40)


@given(text=ANY_TEXT, start=st.integers(0, 40), length=st.integers(0, 40))
@settings(max_examples=200)
def test_a_remembered_place_holds_all_that_was_struck(text: str, start: int, length: int) -> None:
    call = words(text)
    span = Span(0, min(start, len(text)), min(start + length, len(text)), "off_record")
    struck = text[span.start : span.end]
    found = list(spans_of(call, cuts_of(call, [span])))
    if struck.strip():
        (place,) = found
        assert text[place.start : place.end].find(struck.strip()) >= 0
    else:
        assert not found or "[…]" in text or not text.strip()


SUBJECTS = ("harbour", "violin", "glacier", "pumpkin", "lantern", "saddle", "turbine", "walnut")
FRAMES = (
    "I'll finish the {} plan by Friday.",
    "The {} part went really well, I'm proud of that.",
    "I realised that the {} work needs a second pair of eyes.",
    "We decided to move the {} review to June.",
    "What would you do about the {}?",
)


@given(
    lines=st.lists(
        st.tuples(st.sampled_from(SUBJECTS), st.sampled_from(FRAMES)), min_size=2, max_size=8
    ),
    struck=st.sampled_from(SUBJECTS),
    confirmed=st.booleans(),
    data=st.data(),
)
@settings(max_examples=12)
def test_whatever_is_struck_leaves_no_byte_and_all_else_as_a_reading_finds_it(
    lines: list[tuple[str, str]], struck: str, confirmed: bool, data: st.DataObject
) -> None:
    by_turns = data.draw(st.booleans())
    turn = data.draw(st.integers(0, len(lines) - 1))
    gone = {lines[turn][0] if by_turns else struck}
    with TemporaryDirectory() as folder, Coach(Path(folder) / "home") as coach:
        coach.__dict__["store"] = Store(Path(folder) / "home", HashedNgrams())
        coach.store.relationships.add(relationship(WHO))
        file = Path(folder) / "call.txt"
        spoken = [frame.format(subject) for subject, frame in lines]
        names = [(MENTEE, MENTOR)[number % 2] for number in range(len(lines))]
        shown = (f"{name}: {line}" for name, line in zip(names, spoken, strict=True))
        file.write_text("\n".join(shown), encoding="utf-8")
        before = coach.recap(file, who=WHO, held_on=DAY).recap
        if confirmed:
            coach.confirm(WHO, "01")
            coach.find(WHO, struck)
        coach.strike(
            WHO,
            "01",
            turns=range(turn, turn + 1) if by_turns else None,
            subject=None if by_turns else struck,
        )
        after = coach.draft(WHO, "01")
        # A subject is struck wherever it is named; a turn, where nothing else names its subject
        # any more, or where talk comes back to it.
        kept = coach.store.sessions.transcript(WHO, "01")
        assert kept
        silent = gone - {word for word in SUBJECTS for each in kept.turns if word in each.text}
        assert by_turns or silent == gone
        files = (path for path in Path(folder, "home").rglob("*") if path.is_file())
        held = b"".join(path.read_bytes() for path in files)
        assert [word for word in silent if word.encode() in held] == []
        assert _about(after) >= {
            text for text in _about(before) if not _names(text, gone | _lost(spoken, kept))
        }
        again = coach.recap(file, who=WHO, held_on=DAY).recap
        assert [one.turn for one in again.withheld] == [one.turn for one in after.withheld]
        assert coach.store.sessions.transcript(WHO, "01") == kept
        assert {c.action for c in again.commitments} == {c.action for c in after.commitments}


def _about(found: Recap) -> set[str]:
    points = (*found.wins, *found.insights, *found.decisions, *found.challenges, *found.goals)
    return {c.action for c in found.commitments} | {point.text for point in points}


def _names(text: str, subjects: set[str]) -> bool:
    return any(word in text for word in subjects)


def _lost(spoken: list[str], kept: Transcript) -> set[str]:
    """Subjects of the turns of which words went."""
    gone = (line for line, turn in zip(spoken, kept.turns, strict=True) if line != turn.text)
    return {word for line in gone for word in SUBJECTS if word in line}
