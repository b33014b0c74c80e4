"""The coach as front ends hold it: call by call, on a home of one's own, with a yes from both."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from store_samples import read_again

from coach.app import Coach
from coach.demo import CALLS, add_demo_pair, demo_files
from coach.drafting import Drafted
from coach.errors import CoachError, ConsentError, TranscriptError, UnknownError, UserError
from coach.records import Agreement, Goal, Role
from coach.store import Answer
from evals.cases import Case, read_cases

pytestmark = pytest.mark.usefixtures("each_call_read_once")

CASES = read_cases(Path(__file__).resolve().parents[1] / "evals" / "cases")
FIRST, SECOND = [case for case in CASES if case.folder.name == "eng-manager"][:2]
WHO = "dana-karthik"
CALL = """\
Dana: How was the week?
Karthik: I'll send you the budget by Friday.
Dana: And I'll ask Luis about the rota tomorrow.
Karthik: I'll ring the supplier on Monday. Off the record, my wife is in Vilnius for good.
"""
CALL_DAY = "2025-09-03"
LATER = """\
Dana: And the budget?
Karthik: I never sent you the budget, I'm sorry. I'll send you the budget tomorrow.
Dana: Thank you. And the reviewers?
Karthik: I'll ask the reviewers for the slides on Monday.
Dana: Will we say it back?
Karthik: So, the budget tomorrow, and the reviewers, Monday.
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def coach(home: Path) -> Iterator[Coach]:
    with Coach(home) as mine:
        yield mine


def open_room(coach: Coach, who: str = WHO, agreed: bool = True, me: Role | None = None) -> None:
    pair = FIRST.relationship()
    coach.add(who, mentor=pair.mentor, mentee=pair.mentee, me=me)
    if agreed:
        coach.consent(who, ["mentor", "mentee"])


def recap(coach: Coach, case: Case, who: str = WHO) -> Drafted:
    return coach.recap(case.transcript, who=who, held_on=case.gold.date)


def small(coach: Coach, folder: Path, name: str = "call.txt", words: str = CALL) -> Drafted:
    (folder / name).write_text(words, encoding="utf-8")
    return coach.recap(folder / name, who=WHO, held_on=date.fromisoformat(CALL_DAY))


def answer(text: str, role: Role, visibility: str, question: str = "PC3") -> Answer:
    return Answer(
        relationship=WHO,
        question=question,
        role=role,
        text=text,
        at=datetime.now(UTC),
        visibility=visibility,
    )


def bytes_of(home: Path) -> bytes:
    return b"\0".join(
        str(file.relative_to(home)).encode() + b"\0" + file.read_bytes()
        for file in sorted(home.rglob("*"))
        if file.is_file()
    )


def refused(problem: pytest.ExceptionInfo[CoachError]) -> str:
    """The message, which is one line and names no folder of this machine's code."""
    text = str(problem.value)
    assert "\n" not in text and "Traceback" not in text and text
    return text


# --- the whole loop ------------------------------------------------------------------------------


def test_two_calls_make_a_ledger_and_an_agenda_for_each(coach: Coach) -> None:
    open_room(coach)
    first = recap(coach, FIRST)
    assert first.stored and not first.seen_before and first.recap.session == "01"
    entered = coach.confirm(WHO, "01")
    assert {change.commitment for change in entered} == {c.id for c in first.recap.commitments}
    assert {c.status for c in coach.commitments(WHO)} == {"open"}

    second = recap(coach, SECOND)
    assert {c.id for c in second.earlier} == {c.id for c in first.recap.commitments}
    assert second.recap.updates
    coach.confirm(WHO, "02")
    ledger = {c.id: c for c in coach.commitments(WHO)}
    for update in second.recap.updates:
        assert ledger[update.commitment].status == update.status

    for role in (None, "mentor", "mentee"):
        agenda = coach.agenda(WHO, role=role)
        assert sum(item.minutes for item in agenda.items) == agenda.minutes == 60
        there = {s.id for item in agenda.items for s in item.sources if s.kind == "commitment"}
        assert there == {c.id for c in coach.commitments(WHO, open_only=True)}
    assert coach.open_questions(WHO)
    found = coach.find(WHO, "hiring a senior engineer").hits
    assert found and {hit.note.session for hit in found} <= {"01", "02"}


def test_a_home_without_a_call_prepares_the_first_meeting(coach: Coach) -> None:
    open_room(coach, agreed=False)
    assert "agreement" in {item.kind for item in coach.agenda(WHO).items}
    assert coach.open_questions(WHO) == ()


# --- consent -------------------------------------------------------------------------------------


@pytest.mark.parametrize("by", [(), ("mentor",), ("mentee",)])
def test_without_the_yes_of_both_a_recap_is_shown_and_nothing_of_it_is_stored(
    coach: Coach, home: Path, tmp_path: Path, by: tuple[Role, ...]
) -> None:
    open_room(coach, agreed=False)
    coach.consent(WHO, by)
    drafted = small(coach, tmp_path)
    assert drafted.recap.commitments and not drafted.stored
    with pytest.raises(UnknownError) as problem:
        coach.confirm(WHO, "01")
    refused(problem)
    coach.close()
    kept = bytes_of(home).lower()
    for word in ("budget", "supplier", "rota", "vilnius", "call.txt"):
        assert word.encode() not in kept


def test_consent_is_of_whom_it_is_recorded_for_and_given_once(coach: Coach) -> None:
    open_room(coach, agreed=False)
    coach.consent(WHO, "mentor")  # type: ignore[arg-type]  # one role is as good as a list of one
    assert [yes.who for yes in coach.relationship(WHO).consents] == ["Dana Whitfield"]
    coach.consent(WHO, ["mentor"])
    assert len(coach.relationship(WHO).consents) == 1
    assert not coach.relationship(WHO).consented
    assert coach.consent(WHO, ["mentee"]).consented


@pytest.mark.parametrize("by", [["boss"], "both", ["mentor", "dog"]])
def test_consent_of_somebody_else_is_refused_and_records_nothing(coach: Coach, by: Any) -> None:
    open_room(coach, agreed=False)
    with pytest.raises(UserError) as problem:
        coach.consent(WHO, by)
    assert "mentor or mentee" in refused(problem)
    assert coach.relationship(WHO).consents == ()


# --- the same call -------------------------------------------------------------------------------


def test_a_call_renamed_and_encoded_anew_is_the_same_session(coach: Coach, tmp_path: Path) -> None:
    open_room(coach)
    first = small(coach, tmp_path)
    lines = CALL.replace("\n", "\r\n")
    (tmp_path / "again.txt").write_bytes(lines.encode("utf-16"))
    (tmp_path / "bom.txt").write_bytes(CALL.encode("utf-8-sig"))
    for name in ("call.txt", "again.txt", "bom.txt"):
        again = coach.recap(tmp_path / name, who=WHO, held_on=date.fromisoformat(CALL_DAY))
        assert again.seen_before and again.recap == first.recap
    assert [session.id for session in coach.store.sessions.list(WHO)] == ["01"]


def test_the_same_words_with_another_pair_are_another_call(coach: Coach, tmp_path: Path) -> None:
    open_room(coach)
    small(coach, tmp_path)
    coach.add("other", mentor="Dana", mentee="Karthik")
    coach.consent("other", ["mentor", "mentee"])
    again = coach.recap(tmp_path / "call.txt", who="other", held_on=date(2025, 9, 3))
    assert not again.seen_before


def test_a_call_whose_day_nobody_knows_is_not_taken_for_todays(
    coach: Coach, tmp_path: Path
) -> None:
    open_room(coach)
    (tmp_path / "call.txt").write_text(CALL, encoding="utf-8")
    with pytest.raises(UserError) as problem:
        coach.recap(tmp_path / "call.txt", who=WHO)
    assert "--held-on" in refused(problem)
    assert coach.store.sessions.list(WHO) == ()


@pytest.mark.parametrize("words", ["", "\0\0\0", "{", "WEBVTT\n\n", "x" * 1000])
def test_a_file_that_is_no_call_is_one_line_and_stores_nothing(
    coach: Coach, tmp_path: Path, words: str
) -> None:
    open_room(coach)
    with pytest.raises(TranscriptError) as problem:
        small(coach, tmp_path, words=words)
    refused(problem)
    assert coach.store.sessions.list(WHO) == ()


def test_calls_imported_backwards_still_follow_the_calendar(coach: Coach) -> None:
    open_room(coach)
    later = recap(coach, SECOND)
    coach.confirm(WHO, later.recap.session)
    earlier = recap(coach, FIRST)
    assert earlier.recap.session == "02"
    assert earlier.earlier == () and earlier.recap.updates == ()
    assert [session.id for session in coach.store.sessions.list(WHO)] == ["02", "01"]
    assert [one.session for one in coach.past(WHO, None).recaps] == ["01"]


# --- confirming ----------------------------------------------------------------------------------


def test_only_what_is_accepted_enters(coach: Coach, tmp_path: Path) -> None:
    open_room(coach)
    ids = [c.id for c in small(coach, tmp_path).recap.commitments]
    assert len(ids) == 3
    coach.confirm(WHO, "01", accept=[ids[0]])
    assert [c.id for c in coach.commitments(WHO)] == ids[:1]


def test_what_is_rejected_stays_out_of_ledger_notes_and_questions(
    coach: Coach, tmp_path: Path
) -> None:
    open_room(coach)
    out = small(coach, tmp_path).recap.commitments[0].id
    coach.confirm(WHO, "01", reject=[out])
    assert out not in {c.id for c in coach.commitments(WHO)}
    assert out not in {note.about for note in coach.store.memory.notes(WHO)}
    assert out not in {question.about for _, question in coach.open_questions(WHO)}


def test_confirming_again_changes_nothing(coach: Coach, tmp_path: Path) -> None:
    open_room(coach)
    small(coach, tmp_path)
    coach.confirm(WHO, "01")
    before = coach.export(WHO)
    assert coach.confirm(WHO, "01") == ()
    small(coach, tmp_path)
    assert coach.confirm(WHO, "01") == ()
    assert coach.export(WHO) == before


def test_edits_given_with_a_yes_outlive_a_second_reading(coach: Coach, tmp_path: Path) -> None:
    open_room(coach)
    small(coach, tmp_path)
    coach.confirm(
        WHO,
        "01",
        edits={"01#c1": {"due": "2025-09-30", "action": "Send the final budget"}},
    )
    again = small(coach, tmp_path)
    assert again.recap.commitments[0].action == "Send the final budget"
    assert coach.confirm(WHO, "01") == ()
    (kept,) = [c for c in coach.commitments(WHO) if c.id == "01#c1"]
    assert (kept.action, kept.due) == ("Send the final budget", date(2025, 9, 30))


def test_edits_made_in_the_ledger_later_outlive_a_second_reading(
    coach: Coach, tmp_path: Path
) -> None:
    open_room(coach)
    small(coach, tmp_path)
    coach.confirm(WHO, "01")
    coach.store.ledger.edit(WHO, "01#c1", at=datetime.now(UTC), status="done", due="2025-10-10")
    small(coach, tmp_path)
    assert coach.confirm(WHO, "01") == ()
    (kept,) = [c for c in coach.commitments(WHO) if c.id == "01#c1"]
    assert (kept.status, kept.due) == ("done", date(2025, 10, 10))


def test_what_a_later_call_made_of_a_promise_outlives_a_second_reading(coach: Coach) -> None:
    open_room(coach)
    for case in (FIRST, SECOND):
        coach.confirm(WHO, recap(coach, case).recap.session)
    before = coach.commitments(WHO)
    recap(coach, FIRST)
    coach.confirm(WHO, "01")
    assert coach.commitments(WHO) == before


def test_a_moved_promise_stays_open_where_the_one_it_lives_on_in_is_left_out(
    coach: Coach, tmp_path: Path
) -> None:
    open_room(coach)
    small(coach, tmp_path)
    coach.confirm(WHO, "01")
    (tmp_path / "second.txt").write_text(LATER, encoding="utf-8")
    draft = coach.recap(tmp_path / "second.txt", who=WHO, held_on=date(2025, 9, 17)).recap
    (moved,) = (u.commitment for u in draft.updates if u.status == "rescheduled")
    (again,) = (c.id for c in draft.commitments if "budget" in c.action)
    coach.confirm(WHO, "02", reject=[again])
    (stays,) = (c for c in coach.commitments(WHO, open_only=True) if c.id == moved)
    assert stays.due == date(2025, 9, 18)
    assert [step.what for step in coach.history(WHO, moved)] == ["promised", "moved"]
    assert again not in {c.id for c in coach.commitments(WHO)}


def test_a_promise_that_was_left_out_does_not_lend_its_id_to_another(
    coach: Coach, tmp_path: Path
) -> None:
    open_room(coach)
    small(coach, tmp_path)
    coach.confirm(WHO, "01", accept=["01#c2"])
    again = small(coach, tmp_path).recap
    kept = {c.id: c.action for c in coach.commitments(WHO)}
    assert {c.id: c.action for c in again.commitments}.items() >= kept.items()
    assert len({c.id for c in again.commitments}) == 3


@pytest.mark.parametrize(
    "given",
    [
        {"accept": ["01#c99"]},
        {"reject": ["nonsense"]},
        {"edits": {"01#c99": {"due": "2025-10-03"}}},
        {"edits": {"01#c1": {"colour": "red"}}},
        {"edits": {"01#c1": {"due": "soon"}}},
        {"edits": {"01#c1": {"owner": "Maureen Doyle"}}},
        {"edits": {"01#c1": {"status": "done"}}},
    ],
)
def test_what_cannot_be_confirmed_is_one_line_and_enters_nothing(
    coach: Coach, tmp_path: Path, given: dict[str, Any]
) -> None:
    open_room(coach)
    small(coach, tmp_path)
    with pytest.raises(UserError) as problem:
        coach.confirm(WHO, "01", **given)
    refused(problem)
    assert coach.commitments(WHO) == ()


def test_a_session_or_relationship_that_is_not_there_is_one_line(coach: Coach) -> None:
    open_room(coach)
    for call in (
        lambda: coach.confirm(WHO, "07"),
        lambda: coach.draft(WHO, "../01"),
        lambda: coach.agenda("nobody"),
        lambda: coach.erase("nobody"),
        lambda: coach.export("../dana-karthik"),
        lambda: coach.agenda(WHO, role="boss"),  # type: ignore[arg-type]
        lambda: coach.agenda(WHO, minutes=0),
    ):
        with pytest.raises(UserError) as problem:
            call()
        refused(problem)


def test_a_goal_of_a_call_enters_with_its_recap_and_can_be_rejected(coach: Coach) -> None:
    open_room(coach)
    drafted = recap(coach, FIRST)
    assert drafted.recap.goals
    ids = [f"01#g{n}" for n, _ in enumerate(drafted.recap.goals, 1)]
    coach.confirm(WHO, "01", reject=ids)
    assert coach.relationship(WHO).goals == ()
    recap(coach, FIRST)
    coach.confirm(WHO, "01")
    assert coach.relationship(WHO).goals


# --- whose home this is --------------------------------------------------------------------------


def test_a_home_refuses_the_partners_private_answers(coach: Coach) -> None:
    open_room(coach, me="mentor")
    assert coach.answer(answer("I find the hour short", "mentor", "mentor"))
    assert coach.answer(answer("The rota", "mentee", "shared"))
    with pytest.raises(UserError) as problem:
        coach.answer(answer("I want to leave", "mentee", "mentee"))
    assert "mentor" in refused(problem)
    assert "leave" not in json.dumps(coach.export(WHO))


def test_a_brief_for_the_partner_holds_shared_things_only(coach: Coach, tmp_path: Path) -> None:
    open_room(coach, me="mentor")
    small(coach, tmp_path)
    coach.confirm(WHO, "01")
    coach.answer(answer("He talks too long", "mentor", "mentor"))
    assert "too long" in coach.agenda(WHO, role="mentor").model_dump_json()
    assert "too long" not in coach.agenda(WHO, role="mentee").model_dump_json()
    assert "too long" not in coach.agenda(WHO).model_dump_json()


def test_an_answer_closes_its_question_only_where_it_says_something(
    coach: Coach, tmp_path: Path
) -> None:
    open_room(coach)
    small(coach, tmp_path)
    coach.confirm(WHO, "01")
    (id, question), *rest = coach.open_questions(WHO)
    role = coach.relationship(WHO).role_of(question.addressee)
    assert role
    coach.answer(answer("we'll see", role, "shared", question=id))
    assert coach.open_questions(WHO)[0][0] == id
    coach.answer(answer("On Monday at nine, before the standup", role, "shared", question=id))
    assert coach.open_questions(WHO) == tuple(rest)


def test_a_subject_off_limits_is_no_search_hit(coach: Coach, tmp_path: Path) -> None:
    coach.add(
        WHO,
        mentor="Dana",
        mentee="Karthik",
        agreement=Agreement(off_limits=("the supplier",)),
    )
    coach.consent(WHO, ["mentor", "mentee"])
    small(coach, tmp_path)
    coach.confirm(WHO, "01")
    hits = coach.find(WHO, "ring the supplier").hits
    assert hits and not [hit for hit in hits if "supplier" in hit.note.text]


# --- a sealed room -------------------------------------------------------------------------------


def test_what_was_off_the_record_is_not_in_the_home(
    coach: Coach, home: Path, tmp_path: Path
) -> None:
    open_room(coach)
    drafted = small(coach, tmp_path)
    assert drafted.recap.withheld
    coach.confirm(WHO, "01")
    coach.find(WHO, "Vilnius")
    assert "Vilnius" not in json.dumps(coach.export(WHO))
    coach.close()
    kept = bytes_of(home)
    assert b"budget" in kept
    assert b"vilnius" not in kept.lower()


def test_erasing_leaves_no_word_and_no_id_in_the_home(
    coach: Coach, home: Path, tmp_path: Path
) -> None:
    open_room(coach)
    coach.add("other", mentor="Ifeoma Nwosu", mentee="Tobi Adeyemi")
    small(coach, tmp_path)
    coach.confirm(WHO, "01")
    coach.answer(answer("The rota keeps me up", "mentee", "shared"))
    assert coach.find(WHO, "budget").hits
    receipt = coach.erase(WHO)
    assert receipt.sessions == 1 and receipt.commitments == 3
    with pytest.raises(UnknownError):
        coach.relationship(WHO)
    assert [one.id for one in coach.relationships()] == ["other"]
    coach.close()
    kept = bytes_of(home).lower()
    for word in (WHO, "whitfield", "karthik", "budget", "rota", "supplier", "01#c1", "call.txt"):
        assert word.encode() not in kept, word
    assert b"ifeoma" in kept


def test_an_export_holds_everything_there_is(coach: Coach, tmp_path: Path) -> None:
    open_room(coach)
    small(coach, tmp_path)
    coach.confirm(WHO, "01")
    coach.answer(answer("The rota keeps me up", "mentee", "shared"))
    coach.add_goal(WHO, Goal(id="g1", text="Less firefighting"))
    told = coach.export(WHO)
    assert [session["id"] for session in told["sessions"]] == ["01"]
    assert len(told["transcripts"]["01"]["turns"]) == 4
    assert len(told["commitments"]) == 3 and all(one["history"] for one in told["commitments"])
    assert told["recaps"] and not told["drafts"] and told["notes"]
    assert [one["text"] for one in told["answers"]] == ["The rota keeps me up"]
    assert told["relationship"]["goals"][0]["text"] == "Less firefighting"
    assert json.loads(json.dumps(told)) == told


@pytest.mark.parametrize(
    "id", ["../x", "/etc/x", "a/b", "", ".", "-x", "a b", "x" * 65, "x\n", "é", "a\0b", "C:\\x"]
)
def test_a_relationship_whose_id_is_no_plain_word_is_refused(
    coach: Coach, home: Path, id: str
) -> None:
    with pytest.raises(UserError) as problem:
        coach.add(id, mentor="Dana", mentee="Karthik")
    refused(problem)
    assert coach.relationships() == ()
    assert not (home.parent / "x").exists()


def test_an_id_is_taken_once_and_the_two_have_two_names(coach: Coach) -> None:
    open_room(coach)
    with pytest.raises(UserError, match="already"):
        coach.add(WHO, mentor="A", mentee="B")
    for mentor, mentee in (("Sam", "Sam"), ("Sam", " sam "), ("", "Sam"), ("Sam", "  ")):
        with pytest.raises(UserError) as problem:
            coach.add("second", mentor=mentor, mentee=mentee)
        refused(problem)


def test_files_and_folders_of_a_home_are_its_owners_alone(
    coach: Coach, home: Path, tmp_path: Path
) -> None:
    open_room(coach)
    small(coach, tmp_path)
    coach.confirm(WHO, "01")
    coach.find(WHO, "budget")
    for path in (home, *home.rglob("*")):
        assert path.stat().st_mode & 0o077 == 0, path


# --- several at once -----------------------------------------------------------------------------


def test_two_coaches_on_one_home_see_each_others_work(home: Path, tmp_path: Path) -> None:
    with Coach(home) as one, Coach(home) as two:
        open_room(one)
        small(two, tmp_path)
        one.confirm(WHO, "01")
        assert len(two.commitments(WHO)) == 3
        assert two.find(WHO, "budget").hits
        assert one.find(WHO, "budget").hits
        one.store.ledger.edit(WHO, "01#c1", at=datetime.now(UTC), status="done")
        assert {c.status for c in two.commitments(WHO)} == {"done", "open"}
        two.erase(WHO)
        with pytest.raises(UnknownError):
            one.find(WHO, "budget")


def test_a_coach_opens_no_file_before_it_is_asked_for_something(home: Path) -> None:
    with Coach(home):
        assert not home.exists()


def test_a_label_that_a_person_explains_gives_its_words_an_owner(
    coach: Coach, tmp_path: Path
) -> None:
    open_room(coach)
    words = CALL.replace("Karthik:", "Guest 7:")
    drafted = small(coach, tmp_path, words=words)
    assert drafted.unknown == ("Guest 7",)
    assert {c.owner for c in drafted.recap.commitments} <= {"Dana Whitfield", None}
    coach.label(WHO, {"Guest 7": "mentee"})
    again = small(coach, tmp_path, words=words)
    assert again.unknown == () and again.seen_before
    assert "Karthik Subramanian" in {c.owner for c in again.recap.commitments}


def test_nothing_is_stored_by_the_store_itself_without_consent(coach: Coach) -> None:
    open_room(coach)
    draft = recap(coach, FIRST).recap
    pair = coach.relationship(WHO)
    coach.store.relationships.replace(pair.model_copy(update={"consents": ()}))
    with pytest.raises(ConsentError):
        read_again(coach.store, draft)


def test_what_a_person_leaves_out_fills_no_part_of_a_framework(tmp_path: Path) -> None:
    with Coach(tmp_path / "home") as coach:
        with demo_files() as folder:
            pair = add_demo_pair(coach, folder).id
            draft = coach.recap(folder / "01.txt", who=pair, held_on=CALLS[0].held_on).recap
        promised = {"next_steps", "accountabilities", "mentor_promises"}
        assert promised <= {one.part for one in draft.coverage if one.state == "covered"}
        coach.confirm(pair, "01", accept=[])
        kept = coach.draft(pair, "01").coverage
    assert {one.part for one in kept if one.part in promised and one.state == "open"} == promised
    said = {item.quote for promise in draft.commitments for item in promise.evidence}
    assert said.isdisjoint(i.quote for one in kept if one.part in promised for i in one.evidence)
