"""A call that is read again: what a person said of it stands, whatever the new reading finds."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from by_hand import CALL, DAY, LATER, LATER_DAY, ME, SLIPPED, named, with_a_draft
from cli_home import done, refused
from two_homes import WHO, hear, home

from coach import Coach
from coach.promises.following import taken_up
from coach.records import Commitment, Evidence, Update
from coach.render.exchange import shared_text

pytestmark = pytest.mark.usefixtures("each_call_read_once")


@pytest.fixture
def coach(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Coach]:
    yield from with_a_draft(tmp_path, monkeypatch)


def later(coach: Coach, tmp_path: Path) -> tuple[Update, ...]:
    """Read the later call, once more if it was read before: what it says became of promises."""
    (tmp_path / "later.txt").write_text(LATER, encoding="utf-8")
    return coach.recap(tmp_path / "later.txt", who=ME, held_on=LATER_DAY).recap.updates


def test_a_state_that_was_put_right_outlives_the_next_reading(coach: Coach, tmp_path: Path) -> None:
    coach.confirm(ME, "01")
    budget = named(coach, "budget").id
    assert {one.commitment: one.status for one in later(coach, tmp_path)}[budget] == "done"
    coach.confirm(ME, "02", edits={budget: {"status": "not_done"}})
    assert {one.commitment: one.status for one in later(coach, tmp_path)}[budget] == "not_done"
    coach.confirm(ME, "02")
    assert named(coach, "budget").status == "not_done"


def test_a_call_on_another_day_is_not_earlier_than_itself(coach: Coach, tmp_path: Path) -> None:
    coach.confirm(ME, "01")
    drafted = coach.recap(tmp_path / "call.txt", who=ME, held_on="2025-09-10")
    assert drafted.recap.commitments and drafted.earlier == ()
    shown = done("recap", tmp_path / "call.txt", "--with", ME, "--held-on", "2025-09-11")
    assert "Its day was Wednesday 10 September 2025" in shown


def test_a_line_that_was_left_out_does_not_come_back_as_another(
    coach: Coach, tmp_path: Path
) -> None:
    words = (
        "Dana: How was the week?\n"
        "Karthik: I'll send you the hiring budget by Friday.\n"
        "Dana: Good.\n"
        "Karthik: And I'll write the travel policy by Monday.\n"
        "Dana: So what are you taking away?\n"
        "Karthik: The hiring budget on Friday and the travel policy on Monday.\n"
    )
    (tmp_path / "two.txt").write_text(words, encoding="utf-8")
    first = coach.recap(tmp_path / "two.txt", who=ME, held_on=LATER_DAY).recap
    assert len(first.commitments) == 2
    coach.confirm(ME, first.session, reject=[first.commitments[0].id])
    again = coach.recap(tmp_path / "two.txt", who=ME, held_on=LATER_DAY).recap
    assert sorted(one.action for one in again.commitments) == sorted(
        one.action for one in first.commitments
    )


def test_a_state_that_does_not_move_a_promise_leaves_its_day(coach: Coach, tmp_path: Path) -> None:
    coach.confirm(ME, "01")
    put_right = {"01#c1": {"status": "not_done"}}
    hear(coach, tmp_path, SLIPPED, LATER_DAY, accept=["01#c1"], edits=put_right)
    now = coach.store.ledger.get(ME, "01#c1")
    assert (now.status, now.due) == ("not_done", date(2025, 9, 5))


def promised(action: str, turn: int, id: str = "02#c1") -> Commitment:
    said = Evidence(session="02", turn=turn, speaker="Tobias Kern", quote="I will")
    return Commitment(id=id, owner="Maren Vogt", action=action, evidence=(said,))


def test_the_name_of_the_partner_ties_no_promise_to_a_moved_one() -> None:
    moved = promised("Send Tobias the checklist", 3, "01#c1")
    other = promised("Introduce Tobias to Ines", 9)
    assert taken_up(moved, [20], [other]) is None
    again = promised("Finish the checklist for Tobias", 9)
    assert taken_up(moved, [20], [again]) == again


def test_what_is_only_heard_of_has_no_life_here_yet(coach: Coach, tmp_path: Path) -> None:
    coach.strike(ME, "01", whole=True)
    with home(tmp_path, "mentor") as theirs:
        theirs.recap(tmp_path / "call.txt", who=WHO["mentor"], held_on=DAY)
        theirs.confirm(WHO["mentor"], "01")
        text = shared_text(theirs.share(WHO["mentor"]))
    (tmp_path / "theirs.md").write_text(text, encoding="utf-8")
    done("receive", tmp_path / "theirs.md", "--with", ME, "--yes")
    heard = coach.heard(ME)[0].id
    assert refused("commitments", ME, heard) == (
        f"coach: {heard} is not yours yet: coach confirm {ME} heard"
    )


def test_the_number_of_a_call_that_was_taken_back_is_given_to_no_other(
    coach: Coach, tmp_path: Path
) -> None:
    coach.strike(ME, "01", whole=True)
    assert CALL in (tmp_path / "call.txt").read_text()
    assert coach.recap(tmp_path / "call.txt", who=ME, held_on=DAY).recap.session == "02"
