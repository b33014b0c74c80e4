"""A word on what is left out of a call, said while that call is being read or said yes to."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from cli_home import done, read

from coach import Coach
from coach.errors import CoachError
from coach.reading import Call
from coach.reading.offline import OfflineReader
from coach.records.claims import Claims

CALL = """\
Dana: Hello Karthik, how did the demo go on Tuesday?
Karthik: Good, they asked about the price. I'll send you the pricing sheet by Friday.
Dana: Good. I'll read it on Monday.
Karthik: Off the record, I had an interview at Brightwell. I will send Brightwell my portfolio.
Dana: Okay, back on the record. I'll introduce you to Femi this week.
"""
SECRET = 3


class Slow(OfflineReader):
    """A reader that takes so long that a person does something meanwhile."""

    def __init__(self, meanwhile: Callable[[], object]) -> None:
        super().__init__()
        self.meanwhile = meanwhile

    def read(self, call: Call) -> Claims:
        self.meanwhile()
        return super().read(call)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of Karthik's, with a draft of his call in which he opened a secret of his."""
    monkeypatch.setenv("COACH_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    Path("call.txt").write_text(CALL, encoding="utf-8")
    names = ("--mentor", "Dana Whitfield", "--mentee", "Karthik Subramanian", "--me", "mentee")
    done("relationship", "add", "dana", *names)
    done("relationship", "consent", "dana", "--by", "both")
    recapped("--held-on", "2025-08-21")
    recapped("--not-secret", str(SECRET))
    assert b"Brightwell" in bytes_of(tmp_path)
    return tmp_path


def recapped(*more: str) -> None:
    done("recap", "call.txt", "--with", "dana", *more)


def bytes_of(home: Path) -> bytes:
    return b"".join(file.read_bytes() for file in home.rglob("home/**/*") if file.is_file())


def left_out() -> list[int]:
    return [one["turn"] for one in read("show", "dana", "01")["withheld"]]


@pytest.mark.parametrize("source", ["its file", "its kept words"])
def test_what_is_left_out_again_while_a_call_is_read_does_not_come_back(
    home: Path, source: str
) -> None:
    slow = Slow(lambda: recapped("--secret", str(SECRET)))
    with Coach() as coach:
        call: Any = "call.txt" if source == "its file" else coach.store.sessions.get("dana", "01")
        with pytest.raises(CoachError, match="read the call again"):
            coach.recap(call, who="dana", engine=slow)
    assert b"Brightwell" not in bytes_of(home) and left_out() == [SECRET]
    recapped()
    assert b"Brightwell" not in bytes_of(home) and left_out() == [SECRET]


def test_what_is_left_out_again_is_held_in_no_memory(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    forgotten: list[bool] = []
    monkeypatch.setattr("coach.store.schema.forget", lambda: forgotten.append(True))
    recapped()
    assert not forgotten
    recapped("--secret", str(SECRET))
    assert forgotten


def test_a_yes_while_words_are_left_out_again_is_told_of(home: Path) -> None:
    slow = Slow(lambda: done("confirm", "dana", "01", "--all"))
    with Coach() as coach, pytest.raises(CoachError, match="read the call again"):
        coach.recap("call.txt", who="dana", engine=slow, secret=[range(SECRET, SECRET + 1)])
    assert left_out() == []
    done("strike", "dana", "01", "--turns", str(SECRET), "--yes")
    assert b"Brightwell" not in bytes_of(home)


def test_a_yes_to_an_older_draft_enters_nothing_that_was_left_out_since(home: Path) -> None:
    with Coach() as coach:
        seen = coach.draft("dana", "01")
        recapped("--secret", str(SECRET))
        with pytest.raises(CoachError, match="left out"):
            coach.confirm("dana", "01", seen=seen)
        assert coach.commitments("dana") == ()
    assert b"Brightwell" not in bytes_of(home) and left_out() == [SECRET]
