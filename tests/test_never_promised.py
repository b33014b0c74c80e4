"""What a person says was never promised: it is in its history, and nowhere else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from by_hand import DAY, LATER, LATER_DAY, ME, SLIPPED, again, named, told_of, with_a_draft
from cli_home import done
from icalendar import Calendar
from two_homes import NOW, WHO, hear, home

from coach import Coach
from coach.errors import UserError
from coach.given import answer_to
from coach.records import CLOSED, NEVER
from coach.render.exchange import shared_text

pytestmark = pytest.mark.usefixtures("each_call_read_once")


@pytest.fixture
def coach(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Coach]:
    yield from with_a_draft(tmp_path, monkeypatch)


def test_what_was_never_promised_is_nowhere_but_in_the_history_and_comes_back_whole(
    coach: Coach,
) -> None:
    coach.confirm(ME, "01")
    everywhere, wrong = told_of(coach, "cable"), named(coach, "cable")
    assert {"ledger", "due", "recap", "recaps", "agendas", "notes", "found", "file"} <= set(
        everywhere
    )
    never = coach.edit_commitment(ME, wrong.id, status=NEVER)
    assert never.status in CLOSED
    assert told_of(coach, "cable") == []
    assert "cable" in str(coach.export(ME)), "the history keeps it"
    assert [step.what for step in coach.history(ME, wrong.id)] == ["promised", NEVER]
    assert wrong.id in {step.commitment for step in coach.history(ME)}
    assert coach.undo(ME).commitment == wrong.id
    assert told_of(coach, "cable") == everywhere
    assert named(coach, "cable") == wrong


def test_it_stays_out_when_its_call_is_read_again(coach: Coach, tmp_path: Path) -> None:
    coach.confirm(ME, "01")
    id = named(coach, "cable").id
    coach.edit_commitment(ME, id, status=NEVER)
    assert not any("cable" in action for action in again(coach, tmp_path))
    coach.confirm(ME, "01")
    assert told_of(coach, "cable") == []
    assert id not in {one.id for one in coach.commitments(ME)}


def test_nothing_becomes_of_it_in_a_later_call(coach: Coach, tmp_path: Path) -> None:
    coach.confirm(ME, "01")
    coach.edit_commitment(ME, named(coach, "cable").id, status=NEVER)
    (tmp_path / "later.txt").write_text(LATER, encoding="utf-8")
    recap = coach.recap(tmp_path / "later.txt", who=ME, held_on=LATER_DAY).recap
    assert [update.commitment for update in recap.updates] == [named(coach, "budget").id]


def test_a_no_to_what_an_earlier_yes_entered_takes_it_out(coach: Coach, tmp_path: Path) -> None:
    coach.confirm(ME, "01")
    id = named(coach, "cable").id
    again(coach, tmp_path)
    shown = done("confirm", ME, "01", "--reject", id)
    assert f"Taken out, as never promised: {id}; coach undo brings it back." in shown
    assert told_of(coach, "cable") == []
    coach.undo(ME, id)
    assert named(coach, "cable").id == id


def test_what_was_moved_was_promised(coach: Coach, tmp_path: Path) -> None:
    coach.confirm(ME, "01")
    hear(coach, tmp_path, SLIPPED, LATER_DAY)
    both = [one.id for one in coach.commitments(ME) if "budget" in one.action]
    assert len(both) == 2
    for id in both:
        with pytest.raises(UserError, match=f"goes by {', '.join(both)}, so it was promised"):
            coach.edit_commitment(ME, id, status=NEVER)


def test_a_calendar_calls_off_what_was_never_promised(coach: Coach) -> None:
    coach.confirm(ME, "01")
    coach.edit_commitment(ME, named(coach, "budget").id, due="2026-01-09")
    coach.edit_commitment(ME, named(coach, "budget").id, status=NEVER)
    (event,) = Calendar.from_ical(done("due", ME, "--as", "ics")).walk("VEVENT")
    assert event["STATUS"] == "CANCELLED"


def test_the_partners_file_does_not_bring_it_back(coach: Coach, tmp_path: Path) -> None:
    coach.confirm(ME, "01")
    coach.edit_commitment(ME, named(coach, "cable").id, status=NEVER)
    with home(tmp_path, "mentor") as theirs:
        theirs.recap(tmp_path / "call.txt", who=WHO["mentor"], held_on=DAY)
        theirs.confirm(WHO["mentor"], "01")
        text = shared_text(theirs.share(WHO["mentor"]))
    (tmp_path / "theirs.md").write_text(text, encoding="utf-8")
    done("receive", tmp_path / "theirs.md", "--with", ME, "--yes")
    assert told_of(coach, "cable") == []
    assert coach.heard(ME) == ()


def test_it_comes_back_whole_whatever_was_done_to_its_call_meanwhile(
    coach: Coach, tmp_path: Path
) -> None:
    coach.confirm(ME, "01")
    everywhere, wrong = told_of(coach, "cable"), named(coach, "cable")
    coach.edit_commitment(ME, wrong.id, status=NEVER)
    coach.add_commitment(ME, "01", "Make the seating chart", turn=3)
    assert told_of(coach, "cable") == []
    coach.undo(ME, wrong.id)
    assert told_of(coach, "cable") == everywhere
    for _ in range(2):
        again(coach, tmp_path)
        coach.confirm(ME, "01", reject=[wrong.id] if wrong in coach.commitments(ME) else ())
        assert told_of(coach, "cable") == []
    coach.undo(ME, wrong.id)
    assert set(everywhere) - set(told_of(coach, "cable")) <= {"questions"}


def test_said_to_be_open_after_all_it_is_known_to_a_later_call_again(
    coach: Coach, tmp_path: Path
) -> None:
    coach.confirm(ME, "01")
    budget = named(coach, "budget").id
    coach.edit_commitment(ME, budget, status=NEVER)
    coach.edit_commitment(ME, budget, status="open")
    (tmp_path / "later.txt").write_text(LATER, encoding="utf-8")
    recap = coach.recap(tmp_path / "later.txt", who=ME, held_on=LATER_DAY).recap
    assert budget in {update.commitment for update in recap.updates}


def test_what_was_answered_about_it_is_on_no_agenda_either(coach: Coach) -> None:
    coach.confirm(ME, "01")
    wrong, pair = named(coach, "cable"), coach.relationship(ME)
    (id,) = (id for id, question in coach.open_questions(ME) if question.about == wrong.id)
    words = "The cable people ring back on Mondays."
    coach.answer(
        answer_to(
            id, words, pair=pair, role="mentee", asked="", about=wrong.id, shared=True, at=NOW
        )
    )
    assert [one.text for one in coach.answers(ME, "mentee")] == [words]
    coach.edit_commitment(ME, wrong.id, status=NEVER)
    assert told_of(coach, "cable") == [] and coach.answers(ME, "mentee") == ()
    coach.undo(ME, wrong.id)
    assert [one.text for one in coach.answers(ME, "mentee")] == [words]


def test_a_search_finds_as_much_as_is_asked_for_beside_what_was_never_promised(
    coach: Coach,
) -> None:
    coach.confirm(ME, "01")
    wrong = [
        coach.add_commitment(ME, "01", f"Ring the cable people, number {n}", turn=4)
        for n in range(6)
    ]

    def found() -> int:
        return len(coach.store.memory.search(ME, "ring the cable people", "mentee", 2).hits)

    assert found() == 2
    for one in wrong:
        coach.edit_commitment(ME, one.id, status=NEVER)
    assert found() == 2
