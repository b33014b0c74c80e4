"""What a person changes or leaves out of a draft: it is kept nowhere, and asked about no more."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from by_hand import ME, with_a_draft
from cli_home import DEMO, FIRST, agreed, done, read, refused, run

from coach import Coach
from coach.errors import UnknownError
from coach.records import FollowUp, Goal
from coach.render.recap import BECAME

pytestmark = pytest.mark.usefixtures("each_call_read_once")

CALL = """\
Dana: How was the week?
Karthik: I'll think about the seating chart for the offsite, and write something down.
Dana: I'll ring the cable people.
Karthik: Right.
Dana: Anything else there?
Karthik: No, that was the offsite for me.
Dana: And the budget?
Karthik: I'll ask Meera for the hiring budget before Friday.
Dana: Good.
Karthik: Yes, it is.
Dana: What about the report?
Karthik: I will rewrite the report for the board.
"""


@pytest.fixture
def coach(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Coach]:
    yield from with_a_draft(tmp_path, monkeypatch)


@pytest.fixture
def asked(coach: Coach, tmp_path: Path) -> Coach:
    """A home with a draft, 02, that asks its questions."""
    (tmp_path / "second.txt").write_text(CALL, encoding="utf-8")
    coach.recap(tmp_path / "second.txt", who=ME, held_on="2025-09-17")
    return coach


@pytest.fixture
def robyn(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> str:
    """A home with the draft of the demo's first call."""
    monkeypatch.setenv("COACH_HOME", str(tmp_path / "home"))
    who = agreed()
    done("recap", DEMO / "01.txt", "--with", who, "--held-on", FIRST)
    return who


def questions(coach: Coach, confirmed: bool = False) -> dict[str, FollowUp]:
    recap = coach.store.sessions.recap(ME, "02") if confirmed else coach.draft(ME, "02")
    assert recap is not None
    return {question.about: question for question in recap.questions}


def of_gap(coach: Coach, gap: str) -> FollowUp:
    return next(one for one in questions(coach).values() if one.gap == gap)


# --- questions ------------------------------------------------------------------------------------


def test_a_question_speaks_of_a_promise_in_the_words_that_a_person_gave_it(asked: Coach) -> None:
    old = next(one for one in questions(asked).values() if "Meera" in one.text)
    edits = {old.about: {"action": "Ask Priya for the travel plan"}}
    asked.confirm(ME, "02", edits=edits)
    new = questions(asked, confirmed=True)[old.about]
    assert "Priya" in new.text and "Meera" not in new.text and new.gap == old.gap
    assert all("Meera" not in question.text for _, question in asked.open_questions(ME))


def test_a_question_that_asks_for_a_day_goes_where_the_day_was_given(asked: Coach) -> None:
    old = of_gap(asked, "time_bound")
    others = set(questions(asked)) - {old.about}
    asked.confirm(ME, "02", edits={old.about: {"due": "2025-10-03"}})
    now = questions(asked, confirmed=True)
    assert old.about not in now and set(now) == others


def test_a_day_given_after_the_yes_answers_it_too(asked: Coach) -> None:
    old = of_gap(asked, "time_bound")
    asked.confirm(ME, "02")
    assert old.about in {question.about for _, question in asked.open_questions(ME)}
    asked.edit_commitment(ME, old.about, due="2025-10-03")
    assert old.about not in {question.about for _, question in asked.open_questions(ME)}


def test_what_nobody_changed_is_asked_word_for_word_as_in_the_draft(asked: Coach) -> None:
    before = questions(asked)
    asked.confirm(ME, "02")
    assert questions(asked, confirmed=True) == before


def test_who_it_is_asked_of_is_whose_promise_it_is_now(asked: Coach) -> None:
    old = next(one for one in questions(asked).values() if "Meera" in one.text)
    asked.confirm(ME, "02", edits={old.about: {"owner": "Dana Whitfield"}})
    now = questions(asked, confirmed=True).get(old.about)
    assert now is None or now.addressee == "Dana Whitfield"


def test_a_goal_worded_anew_before_the_yes_is_asked_about_in_its_new_words(
    asked: Coach, tmp_path: Path
) -> None:
    asked.add_goal(ME, Goal(id="g1", text="Run the design review alone"))
    asked.recap(tmp_path / "second.txt", who=ME, held_on="2025-09-17")
    assert "design review" in questions(asked)["g1"].text
    asked.add_goal(ME, Goal(id="g1", text="Chair the hiring panel"))
    asked.confirm(ME, "02")
    now = questions(asked, confirmed=True)["g1"]
    assert "hiring panel" in now.text and "design review" not in now.text


def test_questions_follow_a_change_where_the_text_of_the_call_is_gone(tmp_path: Path) -> None:
    from two_homes import NOW, home, it_is

    with pytest.MonkeyPatch.context() as patch:
        it_is(patch)
        with home(tmp_path, "mentee") as coach:
            (tmp_path / "second.txt").write_text(CALL, encoding="utf-8")
            coach.recap(tmp_path / "second.txt", who=ME, held_on="2025-09-17")
            (draft,) = coach.store.sessions.list(ME)
            coach.store.let_go(NOW.replace(year=NOW.year + 9), 1)
            old = next(o for o in coach.draft(ME, draft.id).questions if "Meera" in o.text)
            coach.confirm(ME, draft.id, edits={old.about: {"action": "Ask Priya for the plan"}})
            kept = coach.draft(ME, draft.id).questions
            assert "Meera" not in str(kept) and "Priya" in str(kept)


# --- what is kept with the lines ------------------------------------------------------------------


def test_a_line_that_is_kept_with_the_draft_is_left_out_by_its_id(robyn: str) -> None:
    with Coach() as coach:
        draft = coach.draft(robyn, "01")
        besides = draft.besides()
        first, kept = draft.ids_beside("insights")[0], draft.ids_beside("wins")
        assert besides[first] == draft.insights[0]
        words = draft.insights[0].evidence[0].quote
        term, trust = draft.ids_beside("agreement")[0], draft.ids_beside("trust")[0]
        coach.confirm(robyn, "01", reject=[first, term, trust, "01#g1"])
        now = coach.store.sessions.recap(robyn, "01")
        assert now is not None
        assert now.insights == draft.insights[1:] and len(now.wins) == len(kept)
        assert now.agreement == draft.agreement[1:] and now.trust == draft.trust[1:]
        assert now.commitments == draft.commitments and now.goals == draft.goals[1:]
        topics = {one.topic for one in coach.relationship(robyn).agreement.terms}
        assert draft.agreement[0].topic not in topics
        assert not any(words in str(note.evidence) for note in coach.notes(robyn))
        assert all(words not in str(one.sources) for one in now.reflections)


def test_what_is_told_of_its_words_alone_goes_with_it(robyn: str) -> None:
    with Coach() as coach:
        draft = coach.draft(robyn, "01")
        (useful,) = draft.ids_beside("useful")
        said = {(one.turn, one.quote) for one in draft.useful[0].evidence}
        within = [f for f in draft.feedback if {(e.turn, e.quote) for e in f.evidence} <= said]
        coach.confirm(robyn, "01", reject=[useful])
        now = coach.draft(robyn, "01")
        assert now.useful == () and not set(within) & set(now.feedback)


@pytest.mark.parametrize("id", ["01#i99", "01#w1x", "02#i1", "01#i0", "01#i-1", "i1", "01#i１"])
def test_an_id_that_nothing_has_leaves_nothing_out(robyn: str, id: str) -> None:
    with Coach() as coach:
        with pytest.raises(UnknownError, match="has no"):
            coach.confirm(robyn, "01", reject=[id])
        assert coach.commitments(robyn) == ()


def test_a_draft_shows_each_of_these_lines_with_its_id_and_a_recap_none(robyn: str) -> None:
    shown = done("show", robyn, "01")
    with Coach() as coach:
        ids = [id for id in coach.draft(robyn, "01").besides() if "#f" not in id]
    assert ids and all(f"[{id}" in shown for id in ids)
    assert "Kept for later calls" in shown and "[01#g1" in shown
    done("confirm", robyn, "01", "--all", "--reject", ids[0])
    assert "#i1" not in done("show", robyn, "01")


def test_on_a_terminal_it_is_asked_once_what_stays_out(
    robyn: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("coach.cli.terminal.interactive", lambda: True)
    with Coach() as coach:
        draft = coach.draft(robyn, "01")
    answers = ["y"] * (len(draft.commitments) + len(draft.updates)) + ["01#x9", "01#i1, 01#t1", ""]
    given = iter(answers)
    monkeypatch.setattr("coach.cli.terminal.ask", lambda prompt="": next(given, None))
    told = done("confirm", robyn, "01")
    assert "There is no 01#x9 above." in told and "Left out: 01#i1, 01#t1." in told
    with Coach() as coach:
        now = coach.draft(robyn, "01")
    assert now.insights == draft.insights[1:] and now.trust == draft.trust[1:]


def test_left_out_goals_and_lines_are_named_once_and_as_left_out(robyn: str) -> None:
    told = done("confirm", robyn, "01", "--all", "--reject", "01#g1", "--reject", "01#d2")
    assert "Left out: 01#g1, 01#d2." in " ".join(told.split())
    assert "still there" not in told


# --- words of the screens -------------------------------------------------------------------------


@pytest.mark.parametrize("word", ["Kept", "kept", "done", "KEPT "])
def test_what_became_of_a_promise_is_said_in_the_words_of_the_screens(
    robyn: str, word: str
) -> None:
    done("confirm", robyn, "01", "--all")
    done("recap", DEMO / "02.vtt", "--with", robyn, "--held-on", "2026-03-12T16:30+11:00")
    done("confirm", robyn, "02", "--all", "--edit", "01#c8", f"status={word}")
    states = {one["id"]: one["status"] for one in read("commitments", robyn)}
    assert states["01#c8"] == "done"


def test_each_word_that_a_screen_shows_is_taken_and_others_are_not(asked: Coach) -> None:
    from coach.promises.editing import as_status

    assert {as_status(word): word for word in BECAME.values()} == BECAME
    assert as_status("Partly kept") == "partly"
    asked.confirm(ME, "02")
    one = asked.commitments(ME)[0].id
    assert asked.edit_commitment(ME, one, status="Not kept").status == "not_done"
    assert "not 'junk'" in refused("edit", ME, one, "junk")
    assert "give its new day" in refused("edit", ME, one, "status=Moved")


def test_moved_needs_its_new_day_whatever_it_is_called(robyn: str) -> None:
    done("confirm", robyn, "01", "--all")
    done("recap", DEMO / "02.vtt", "--with", robyn, "--held-on", "2026-03-12T16:30+11:00")
    moved = ("confirm", robyn, "02", "--all", "--edit", "01#c10", "status=moved")
    assert "needs its new day" in refused(*moved)
    done(*moved, "--edit", "01#c10", "due=2026-04-20")
    kept = next(one for one in read("commitments", robyn) if one["id"] == "01#c10")
    assert kept["due"] == date(2026, 4, 20).isoformat()


# --- a draft that waits ---------------------------------------------------------------------------


def test_the_list_of_promises_says_that_a_draft_waits_and_how_to_confirm_it(robyn: str) -> None:
    told = " ".join(done("commitments", robyn).split())
    assert "Nothing is confirmed yet." in told and "Nothing yet" not in told
    assert (
        "The draft of call 1 waits for a yes; until then nothing of it is in this list: "
        f"coach confirm {robyn} 01" in told
    )
    done("confirm", robyn, "01", "--all")
    assert "waits for a yes" not in done("commitments", robyn)
    assert run("commitments", robyn, "--json").stdout.startswith("[")
