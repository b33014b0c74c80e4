"""Striking by a person: they are asked, told what goes, and no reading brings it back."""

from __future__ import annotations

import json
from collections.abc import Iterator
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
    relationship,
)
from struck_words import (
    DAY,
    LINES,
    SECRET,
    STRUCK,
    TRACES,
    WHO,
    left,
    words,
)

from coach.app import Coach
from coach.cli import terminal
from coach.discretion import Span
from coach.discretion.cuts import cuts_of, spans_of
from coach.embedding import HashedNgrams
from coach.records import (
    Recap,
    Transcript,
)
from coach.store import Store

pytestmark = pytest.mark.usefixtures("each_call_read_once")


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


def test_the_same_file_is_a_new_call_after_that(coach: Coach, tmp_path: Path) -> None:
    coach.strike(WHO, "01", whole=True)
    assert coach.store.sessions.list(WHO) == ()
    drafted = coach.recap(tmp_path / "call.txt", who=WHO, held_on=DAY)
    assert not drafted.seen_before and drafted.recap.withheld == ()


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
