"""Between calls: a question stays until it is answered well, and a goal said again is one goal."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from coach import between
from coach.asking import question_id
from coach.past import Past
from coach.records import (
    Agreement,
    Commitment,
    Evidence,
    Feedback,
    FollowUp,
    Goal,
    Person,
    Point,
    Recap,
    Relationship,
    Role,
    Term,
)
from coach.store import Answer

ADA, SAM = "Ada Okafor", "Sam Reid"
PAIR = Relationship(id="pair", mentor=Person(name=ADA), mentee=Person(name=SAM))


def question(text: str, about: str = "turn:3", who: str = SAM, gap: str = "support") -> FollowUp:
    return FollowUp(
        addressee=who, text=text, framework="smart", part="time_bound", about=about, gap=gap
    )


def recap(session: str, *questions: FollowUp, **found: object) -> Recap:
    fields = {"relationship": "pair", "session": session, "engine": "offline"}
    held_on = date(2026, int(session), 3)
    return Recap.model_validate({**fields, "held_on": held_on}).model_copy(
        update={"questions": questions, **found}
    )


def answer(question: str, text: str) -> Answer:
    return Answer(
        relationship="pair",
        question=question,
        role="mentee",
        text=text,
        at=datetime(2026, 3, 20, tzinfo=UTC),
        visibility="shared",
    )


ASKED = recap("01", question("Which day?"), question("What helps?", who=ADA, gap="motive"))


WHICH, HELPS = (question_id("01", question) for question in ASKED.questions)


def open_ids(past: Past, role: Role | None = None) -> list[str]:
    return [id for id, _ in between.open_questions(past, PAIR, role)]


def test_a_question_waits_until_it_is_answered() -> None:
    assert open_ids(Past(recaps=(ASKED,))) == [WHICH, HELPS]


@pytest.mark.parametrize("text", ["On Friday", "I'll ring Meera on 3 May", "done"])
def test_an_answer_that_says_something_closes_its_question_alone(text: str) -> None:
    past = Past(recaps=(ASKED,), answers=(answer(WHICH, text),))
    assert open_ids(past) == [HELPS]


@pytest.mark.parametrize("text", ["", "soon", "one day", "I'll try to get better at it"])
def test_a_vague_answer_leaves_its_question_open(text: str) -> None:
    past = Past(recaps=(ASKED,), answers=(answer(WHICH, text),))
    assert open_ids(past) == [WHICH, HELPS]


def test_a_second_and_better_answer_closes_it() -> None:
    past = Past(recaps=(ASKED,), answers=(answer(WHICH, "soon"), answer(WHICH, "Friday")))
    assert open_ids(past) == [HELPS]


def test_the_latest_calls_questions_come_first_and_each_person_sees_their_own() -> None:
    asked = question("What else?")
    later = question_id("02", asked)
    past = Past(recaps=(ASKED, recap("02", asked)))
    assert open_ids(past) == [later, WHICH, HELPS]
    assert open_ids(past, role="mentor") == [HELPS]
    assert open_ids(past, role="mentee") == [later, WHICH]


@pytest.mark.parametrize(
    ("status", "still"), [("open", True), ("partly", True), ("done", False), ("dropped", False)]
)
def test_what_became_of_a_promise_answers_the_questions_about_it(status: str, still: bool) -> None:
    promise = Commitment.model_validate(
        {"id": "01#c1", "owner": SAM, "action": "Write", "status": status}
    )
    past = Past(recaps=(recap("01", question("Which day?", about="01#c1")),), ledger=(promise,))
    assert bool(open_ids(past)) is still


def test_a_question_about_a_subject_off_limits_is_not_asked() -> None:
    pair = PAIR.model_copy(update={"agreement": Agreement(off_limits=("my divorce",))})
    past = Past(recaps=(recap("01", question("What does the divorce ask of you?")),))
    assert between.open_questions(past, pair) == ()


# --- what a confirmed recap brings along ---------------------------------------------------------


def goal(text: str, who: str | None = SAM) -> Point:
    return Point(text=text, who=who, evidence=(Evidence(turn=1, speaker=who, quote=text),))


def goals_after(*points: Point, known: tuple[Goal, ...] = ()) -> list[tuple[str, str]]:
    pair = PAIR.model_copy(update={"goals": known})
    changed = between.with_what_was_agreed(pair, recap("02", goals=points))
    return [(goal.id, goal.text) for goal in changed.goals]


KNOWN = (Goal(id="g1", text="Close a seed round of 600 thousand dollars", measurable="600k"),)


def test_a_goal_said_again_is_the_same_goal() -> None:
    again = goal("The seed round closed, 600 thousand dollars in the bank")
    assert goals_after(again, known=KNOWN) == [("g1", KNOWN[0].text)]
    assert goals_after(goal("Learn to weld"), goal("learn to weld")) == [("g1", "Learn to weld")]


def test_a_new_goal_gets_the_next_number_and_its_words() -> None:
    assert goals_after(goal("Hire a welder"), known=KNOWN)[1] == ("g2", "Hire a welder")
    named = (Goal(id="portfolio", text="Three pieces online"), *KNOWN)
    assert goals_after(goal("Hire a welder"), known=named)[2] == ("g2", "Hire a welder")


def test_goals_are_the_mentees() -> None:
    assert goals_after(goal("Sell the boat", who=ADA)) == []
    assert goals_after(goal("Sell the boat", who=None)) == [("g1", "Sell the boat")]


def test_confirming_twice_brings_nothing_twice() -> None:
    found = recap("02", goals=(goal("Hire a welder"),), agreement=(term("agreed", "weekly"),))
    once = between.with_what_was_agreed(PAIR, found)
    assert between.with_what_was_agreed(once, found) == once


def term(state: str, text: str, topic: str = "frequency") -> Term:
    return Term.model_validate({"topic": topic, "state": state, "text": text})


@pytest.mark.parametrize(
    ("before", "now", "kept"),
    [
        ("open", "discussed", "now"),
        ("open", "agreed", "now"),
        ("discussed", "agreed", "now"),
        ("agreed", "agreed", "now"),
        ("agreed", "discussed", "before"),
    ],
)
def test_a_term_is_replaced_by_what_was_agreed_later_and_never_by_mere_talk(
    before: str, now: str, kept: str
) -> None:
    settled = Agreement(terms=(term(before, "before"), term("agreed", "yes", "length")))
    pair = PAIR.model_copy(update={"agreement": settled})
    terms = between.with_what_was_agreed(
        pair, recap("02", agreement=(term(now, "now"),))
    ).agreement.terms
    assert {one.topic: one.text for one in terms} == {"frequency": kept, "length": "yes"}


def test_what_is_remembered_names_who_said_it_and_nobody_where_nobody_is_known() -> None:
    found = recap(
        "02",
        goals=(goal("Hire a welder"), goal("Sell the boat", who=None)),
        feedback=(Feedback(giver=ADA, receiver=SAM, text="Clear"),),
        commitments=(Commitment(id="02#c1", owner=None, action="Bring the cake"),),
    )
    notes = between.remembered(found)
    assert {note.text for note in notes} == {
        f"{SAM}: Hire a welder",
        "Sell the boat",
        f"{ADA} to {SAM}: Clear",
        "Somebody: Bring the cake",
    }
    assert {note.session for note in notes} == {"02"}
    assert {note.about for note in notes} == {None, "02#c1"}
