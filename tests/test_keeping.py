"""What is kept for how long, and on whose yes: consent taken back, the text of a call let go."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cli_home import DEMO, FIRST, agreed, done, made_once, read, refused

from coach.app import Coach, clock
from coach.errors import ConsentError

pytestmark = pytest.mark.usefixtures("each_call_read_once")

NOW = datetime(2026, 3, 20, 9, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("COACH_HOME", str(tmp_path / "home"))
    days_pass(monkeypatch, 0)
    return tmp_path / "home"


@pytest.fixture
def pass_days(monkeypatch: pytest.MonkeyPatch) -> Iterator[object]:
    yield lambda days: days_pass(monkeypatch, days)


def days_pass(monkeypatch: pytest.MonkeyPatch, days: float) -> None:
    """It is now so many days after the first look at the clock."""
    monkeypatch.setattr(clock, "now", lambda: NOW + timedelta(days=days))


@made_once
def heard(confirmed: bool = True) -> str:
    who = agreed()
    done("recap", DEMO / "01.txt", "--with", who, "--held-on", FIRST)
    if confirmed:
        done("confirm", who, "01", "--all")
    return who


def texts(who: str = "robyn") -> frozenset[str]:
    with Coach() as coach:
        return frozenset(coach.kept_texts(who))


def bytes_of(home: Path) -> bytes:
    return b"\0".join(path.read_bytes() for path in home.rglob("*") if path.is_file())


# --- the text of a call --------------------------------------------------------------------------


@pytest.mark.parametrize("confirmed", [True, False], ids=["confirmed", "draft"])
def test_a_text_stays_thirty_days_and_then_no_byte_of_it_is_left(
    confirmed: bool, home: Path, pass_days
) -> None:
    who = heard(confirmed)
    with Coach() as coach:
        words = coach.store.sessions.transcript(who, "01")
        kept = coach.export(who)
    assert words is not None
    quoted = str([kept["recaps"], kept["drafts"]])
    unquoted = next(t.text for t in words.turns if len(t.text) > 30 and t.text not in quoted)
    pass_days(29.9)
    assert texts() == {"01"} and unquoted.encode() in bytes_of(home)
    pass_days(30)
    done("commitments", who)  # any command that opens the home
    assert unquoted.encode() not in bytes_of(home)
    with Coach() as coach:
        after = coach.export(who)
    for part in ("recaps", "drafts", "commitments", "notes", "relationship"):
        assert after[part] == kept[part]
    assert after["transcripts"] == {} and texts() == frozenset()


def test_the_days_count_from_the_first_yes_not_from_the_last(pass_days) -> None:
    who = heard(confirmed=False)
    pass_days(20)
    done("confirm", who, "01", "--all")
    pass_days(40)
    done("recap", DEMO / "01.txt", "--with", who)
    done("confirm", who, "01", "--all")
    assert texts() == {"01"}
    pass_days(50)
    assert texts() == frozenset()


def test_nought_days_let_the_text_go_with_the_yes_and_forever_keeps_it(
    monkeypatch: pytest.MonkeyPatch, pass_days
) -> None:
    monkeypatch.setenv("COACH_KEEP_TRANSCRIPT_DAYS", "forever")
    who = heard()
    pass_days(10_000)
    assert texts() == {"01"}
    assert "its text goes" not in done("relationship", "show", who)
    monkeypatch.setenv("COACH_KEEP_TRANSCRIPT_DAYS", "0")
    assert texts() == frozenset()
    done("recap", DEMO / "02.vtt", "--with", who, "--held-on", "2026-03-12")
    with Coach() as coach:
        coach.confirm(who, "02")
        assert coach.kept_texts(who) == {}


@pytest.mark.parametrize("days", ["-1", "soon", "1e9", "3.5", "99999999"])
def test_a_number_of_days_that_cannot_be_is_one_line(
    days: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COACH_KEEP_TRANSCRIPT_DAYS", days)
    assert "COACH_KEEP_TRANSCRIPT_DAYS: write a number of days" in refused("doctor")


def test_what_needs_the_text_afterwards_says_so_and_what_does_not_still_works(pass_days) -> None:
    who = heard()
    shown = done("relationship", "show", who)
    assert "its text goes on Sun 19 Apr" in shown
    assert "30 days from the yes to its recap" in " ".join(done("doctor").split())
    pass_days(31)
    shown = done("relationship", "show", who)
    assert "its text is gone, its quotes stay" in " ".join(shown.split())
    assert read("relationship", "show", who)["texts"] == {}
    assert "The text of session 01 is gone" in refused("strike", who, "01")
    done("strike", who, "01", "--turns", "3", "--yes")
    done("recap", DEMO / "01.txt", "--with", who)
    assert texts() == frozenset()


def test_the_texts_of_other_pairs_keep_their_own_days(pass_days) -> None:
    heard()
    pass_days(20)
    agreed("later")
    done("recap", DEMO / "01.txt", "--with", "later", "--held-on", FIRST)
    pass_days(31)
    assert texts() == frozenset() and texts("later") == {"01"}


# --- a yes that is taken back --------------------------------------------------------------------


def test_after_a_yes_is_taken_back_no_call_is_read_and_what_was_kept_stays() -> None:
    who = heard()
    with Coach() as coach:
        kept = coach.export(who)
    said = done("relationship", "consent", who, "--withdraw", "mentor")
    assert "Robyn Teague took their yes back on Fri 20 Mar" in said
    assert "What was kept until then stays" in said and "coach relationship erase" in said
    for more in ((), ("--show-prompt", "--engine", "openai:x")):
        told = refused("recap", DEMO / "02.vtt", "--with", who, "--held-on", "2026-03-12", *more)
        assert "took back the yes" in told and "not read" in told
    with Coach() as coach:
        with pytest.raises(ConsentError):
            coach.confirm(who, "01")
        after = coach.export(who)
    del kept["relationship"], after["relationship"]
    assert after == kept
    assert "took back the yes" in " ".join(done("relationship", "show", who).split())
    done("agenda", who)
    assert "took back the yes" in refused("agenda", who, "--engine", "openai:x")


def test_a_yes_taken_back_is_recorded_with_its_day_and_can_be_given_anew() -> None:
    who = heard()
    done("relationship", "consent", who, "--withdraw", "mentee")
    done("relationship", "consent", who, "--by", "mentee", "--how", "in call 2")
    with Coach() as coach:
        one = coach.relationship(who)
        assert one.consented and one.taken_back == ()
        lachie = [yes for yes in one.consents if yes.who == "Lachie Burke"]
        assert [(yes.how, yes.withdrawn_at) for yes in lachie] == [
            ("said so to the other", NOW),
            ("in call 2", None),
        ]
    done("recap", DEMO / "02.vtt", "--with", who, "--held-on", "2026-03-12")


def test_a_yes_that_was_never_given_cannot_be_taken_back() -> None:
    who = agreed()
    done("relationship", "consent", who, "--withdraw", "mentee")
    assert "no yes" in refused("relationship", "consent", who, "--withdraw", "mentee")
    assert "--by both" in refused("relationship", "consent", who)
    assert "--by both" in refused(
        "relationship", "consent", who, "--by", "both", "--withdraw", "mentee"
    )


# --- erasing -------------------------------------------------------------------------------------


def test_erasing_says_what_remains_and_drafts_the_request_to_each() -> None:
    who = heard()
    said = done("relationship", "erase", who, "--yes")
    assert "out of reach" in said and "partner's own copy" in said
    assert "To send to Robyn Teague" in said and "To send to whoever recorded the calls" in said
    assert "the call of 12 February 2026" in said and "delete" in said
    agreed()
    done("recap", DEMO / "01.txt", "--with", who, "--held-on", FIRST)
    asked = read("relationship", "erase", who, "--yes")["requests"]
    assert set(asked) == {"Robyn Teague", "whoever recorded the calls"}


def test_a_request_to_delete_holds_names_and_days_and_nothing_that_was_said() -> None:
    who = heard()
    with Coach() as coach:
        coach.add_goal(who, _goal("kittiwake"))
    asked = " ".join(read("relationship", "erase", who, "--yes")["requests"].values())
    assert "kittiwake" not in asked and "01.txt" not in asked and who not in asked


def _goal(text: str):
    from coach.records import Goal

    return Goal(id="g9", text=text)
