"""The day of the next call has a place of its own: a person sees it and sets it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from by_hand import ME, with_a_draft
from cli_home import done, read, refused
from two_homes import home
from web_home import served

from coach import Coach
from coach.app import clock
from coach.errors import UnknownError, UserError
from coach.records import Cut
from coach.render.exchange import shared_text

pytestmark = pytest.mark.usefixtures("each_call_read_once")

CALL = """\
Dana: How was the week?
Karthik: I'll send you the hiring budget by Friday.
Dana: Shall we meet again on the 24th of September, to look at the budget?
Karthik: Yes, the 24th.
"""
HELD, AGREED, SET = "2025-09-10", date(2025, 9, 24), date(2025, 10, 2)


@pytest.fixture
def coach(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Coach]:
    """A home with the draft 02 of a call that agrees on the 24th, after an older one, 01."""
    for coach in with_a_draft(tmp_path, monkeypatch):
        (tmp_path / "next.txt").write_text(CALL, encoding="utf-8")
        coach.recap(tmp_path / "next.txt", who=ME, held_on=HELD)
        yield coach


def meeting_of(coach: Coach, session: str = "02") -> date | datetime | None:
    meeting = coach.draft(ME, session).next_meeting
    return meeting.date if meeting else None


def test_a_day_set_in_a_draft_counts_at_once_and_outlives_the_yes(coach: Coach) -> None:
    assert meeting_of(coach) == AGREED and coach.next_call(ME) is None
    set_ = coach.set_next_call(ME, "2025-10-02")
    assert (set_.date, set_.by_hand) == (SET, True)
    assert set_.evidence, "what was said of it stays beside it"
    assert coach.next_call(ME) == coach.agenda(ME).on == SET
    coach.confirm(ME, "02")
    assert coach.next_call(ME) == coach.agenda(ME).on == SET == meeting_of(coach)


def test_a_day_set_after_the_yes_is_on_every_agenda_and_in_the_file_for_the_partner(
    coach: Coach,
) -> None:
    coach.confirm(ME, "02")
    assert coach.next_call(ME) == AGREED
    coach.set_next_call(ME, SET)
    for role in ("mentor", "mentee", None):
        assert coach.agenda(ME, role=role).on == SET
    assert coach.share(ME).next_call.on == SET  # type: ignore[union-attr]
    assert any(meeting.on == SET for meeting in coach.roadmap(ME).meetings)


def test_taken_away_it_is_not_known_and_the_agenda_says_how_to_set_it(coach: Coach) -> None:
    coach.confirm(ME, "02")
    coach.set_next_call(ME, None)
    assert coach.next_call(ME) is None
    assert f"to set it: coach next {ME} DAY" in " ".join(coach.agenda(ME).notices)


@pytest.mark.parametrize("day", [SET, None], ids=["set", "taken away"])
def test_a_new_reading_changes_no_day_that_a_person_set(
    coach: Coach, tmp_path: Path, day: date | None
) -> None:
    for confirm_first in (False, True):
        if confirm_first:
            coach.confirm(ME, "02")
        coach.set_next_call(ME, day)
        coach.recap(tmp_path / "next.txt", who=ME, held_on=HELD)
        assert meeting_of(coach) == day


def test_the_next_call_that_is_confirmed_brings_its_own_day(coach: Coach, tmp_path: Path) -> None:
    coach.confirm(ME, "02")
    coach.set_next_call(ME, SET)
    later = CALL.replace("24th of September", "24th of October").replace("the 24th.", "that day.")
    (tmp_path / "later.txt").write_text(later, encoding="utf-8")
    coach.recap(tmp_path / "later.txt", who=ME, held_on="2025-09-19")
    assert coach.next_call(ME) == SET, "a draft changes nothing by itself"
    coach.confirm(ME, "03")
    assert coach.next_call(ME) == date(2025, 10, 24)


def test_struck_words_take_no_day_along_that_a_person_set(coach: Coach) -> None:
    coach.set_next_call(ME, SET)
    coach.strike(ME, "02", turns=range(2, 4))
    assert meeting_of(coach) == SET
    assert "budget" not in str(coach.draft(ME, "02").next_meeting)
    assert coach.store.sessions.get(ME, "02").struck == (Cut(turn=2), Cut(turn=3))


def test_a_subject_put_off_limits_takes_no_day_along(coach: Coach) -> None:
    coach.confirm(ME, "02")
    coach.set_next_call(ME, SET)
    coach.off_limits(ME, add=["the budget"])
    assert coach.next_call(ME) == SET
    assert "budget" not in str(coach.agenda(ME))


def test_an_hour_with_its_offset_is_kept(coach: Coach) -> None:
    coach.set_next_call(ME, "2025-10-02T19:30+05:30")
    assert coach.next_call(ME) == datetime.fromisoformat("2025-10-02T19:30+05:30")


@pytest.mark.parametrize(
    ("day", "why"),
    [
        ("2025-09-10", "the last one was on"),
        ("2025-09-01", "the last one was on"),
        ("1990-01-01", "the last one was on"),
        ("2035-09-30", "years after"),
        ("9999-12-31", "years after"),
        ("soon", "is no day"),
        ("2025-13-01", "is no day"),
        ("2025-10-02T10:00", "offset"),
        ("<script>", "is no day"),
    ],
)
def test_a_day_that_cannot_be_is_one_line_and_changes_nothing(
    coach: Coach, day: str, why: str
) -> None:
    with pytest.raises(UserError, match=why):
        coach.set_next_call(ME, day)
    assert meeting_of(coach) == AGREED


def test_of_an_unknown_call_or_a_pair_that_ended_nothing_is_set(coach: Coach) -> None:
    with pytest.raises(UnknownError):
        coach.set_next_call(ME, SET, "09")
    coach.end(ME)
    with pytest.raises(UserError, match="was closed"):
        coach.set_next_call(ME, SET)


def test_two_windows_that_change_a_draft_at_once_lose_nothing(coach: Coach) -> None:
    new = coach.add_commitment(ME, "02", "Bring the chart", turn=1)
    coach.set_next_call(ME, SET)
    assert new in coach.draft(ME, "02").commitments and meeting_of(coach) == SET


def test_next_shows_and_sets_it(coach: Coach) -> None:
    assert f"The day of the next call is not known: coach next {ME} DAY" in done("next", ME)
    assert "Thursday 2 October 2025." in done("next", ME, "2025-10-02")
    assert "[set by hand]" in done("show", ME, "02")
    assert read("next", ME) == {"relationship": ME, "on": "2025-10-02"}
    assert read("next", ME, "none") == {"relationship": ME, "on": None}
    assert "not a date" in refused("next", ME, "soon")
    assert "No next call is on 2025-09-01" in refused("next", ME, "2025-09-01")
    assert "No date" not in done("show", ME, "02") and "No day is set" in done("show", ME, "02")


# --- before the first call ------------------------------------------------------------------------


@pytest.fixture
def new(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Coach]:
    """A home of Karthik's on the first of September, with no call yet."""
    for name in ("now", "exactly"):
        monkeypatch.setattr(clock, name, lambda: datetime(2025, 9, 1, 9, 0, tzinfo=UTC))
    monkeypatch.setenv("COACH_HOME", str(tmp_path / "mentee"))
    with home(tmp_path, "mentee") as coach:
        yield coach


def test_the_day_of_the_first_call_is_on_its_agenda_its_calendar_and_the_roadmap(
    new: Coach,
) -> None:
    assert new.next_call("dana") is None
    assert new.set_next_call("dana", "2025-09-10").by_hand
    for role in ("mentor", "mentee", None):
        agenda = new.agenda("dana", role=role)
        assert agenda.on == date(2025, 9, 10) == new.next_call("dana")
        assert "is not known" not in " ".join(agenda.notices)
    assert new.roadmap("dana").meetings[0].on == date(2025, 9, 10)
    new.set_next_call("dana", None)
    assert new.next_call("dana") is None and new.agenda("dana").on is None


def test_the_first_call_passes_over_the_day_that_was_set_for_it(
    new: Coach, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new.set_next_call("dana", "2025-09-01")
    for name in ("now", "exactly"):
        monkeypatch.setattr(clock, name, lambda: datetime(2025, 9, 12, 9, 0, tzinfo=UTC))
    (tmp_path / "first.txt").write_text(CALL.partition("Dana: Shall")[0], encoding="utf-8")
    for day, session in (("2025-09-01", "01"), ("2025-09-10", "02")):
        call = tmp_path / "first.txt"
        call.write_text(f"{call.read_text(encoding='utf-8')}Dana: Good.\n", encoding="utf-8")
        new.recap(call, who="dana", held_on=day)
        new.confirm("dana", session)
        assert new.next_call("dana") is None


@pytest.mark.parametrize(
    ("day", "why"),
    [("2025-08-31", "that day has passed"), ("2035-01-01", "years from now"), ("soon", "no day")],
)
def test_a_first_day_that_cannot_be_is_one_line(new: Coach, day: str, why: str) -> None:
    with pytest.raises(UserError, match=why):
        new.set_next_call("dana", day)
    assert new.next_call("dana") is None


def test_the_partner_hears_of_the_first_day_and_keeps_a_later_one_of_their_own(
    new: Coach, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new.set_next_call("dana", "2025-09-10")
    file = tmp_path / "shared.md"
    file.write_text(shared_text(new.share("dana")), encoding="utf-8")
    with home(tmp_path, "mentor") as dana:
        dana.receive(file)
        assert dana.next_call("karthik") == date(2025, 9, 10)
        assert dana.share("karthik").next_call is None, "it is told by whoever set it"
        for name in ("now", "exactly"):
            monkeypatch.setattr(clock, name, lambda: datetime(2025, 9, 2, 9, 0, tzinfo=UTC))
        dana.set_next_call("karthik", "2025-09-11")
        _, brought = dana.receive(file)
        assert not brought.is_news and brought.differs[0].what == "The next call"
        assert dana.next_call("karthik") == date(2025, 9, 11)


@pytest.mark.allow_hosts(["127.0.0.1"])
def test_the_terminal_and_the_browser_set_the_first_day(new: Coach, tmp_path: Path) -> None:
    assert "Wednesday 10 September 2025" in done("next", "dana", "2025-09-10")
    with served(tmp_path / "mentee") as app, app.asking() as browser:
        browser.post("/with/dana/next", data={"on": "2025-09-11"})
        assert "11 September" in browser.get("/with/dana/agenda").text
        assert "11 Sep" in browser.get("/").text
    assert read("next", "dana") == {"relationship": "dana", "on": "2025-09-11"}


# --- the day of the call itself -------------------------------------------------------------------


def test_no_verb_takes_a_call_of_a_day_that_is_still_to_come(coach: Coach, tmp_path: Path) -> None:
    from coach.records.claims import Claims

    (tmp_path / "ahead.txt").write_text(CALL.replace("week", "month"), encoding="utf-8")
    call, named = tmp_path / "ahead.txt", {"who": ME, "held_on": "2035-01-01"}
    for verb in (
        lambda: coach.recap(call, **named),  # type: ignore[arg-type]
        lambda: coach.hand_in(call, Claims(), **named),  # type: ignore[arg-type]
        lambda: coach.would_send(call, **named),  # type: ignore[arg-type]
        lambda: coach.recap(call, who=ME, held_on="1889-01-01"),
    ):
        with pytest.raises(UserError, match="No call was held on"):
            verb()
    assert len(coach.store.sessions.list(ME)) == 2
