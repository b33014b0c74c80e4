"""Gaps become questions: open, one at a time, to the one who can answer, in the pair's nouns."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from coach import after, asking
from coach.library import frameworks
from coach.reading.offline import OfflineReader
from coach.records import (
    Commitment,
    Evidence,
    Goal,
    Point,
    Recap,
    Relationship,
)
from coach.transcript import read_transcript
from evals.cases import Case, read_cases
from tests.dialogue import MENTEE, MENTOR, RELATIONSHIP, dialogue

PACKS = frameworks()
CASES = read_cases(Path(__file__).resolve().parents[1] / "evals" / "cases")
CLOSED = re.compile(r"(?:do|does|did|is|are|was|were|can|could|will|would|have|has|should)\b", re.I)


@cache
def recap_of(case: Case) -> tuple[Recap, Relationship]:
    pair = case.relationship()
    topics = PACKS["working-agreement"].kinds("topic")
    found = after.recap(
        after.withhold(read_transcript(case.transcript), pair),
        relationship=pair,
        held_on=case.gold.date,
        reader=OfflineReader({topic.id: topic.signs for topic in topics}),
        frameworks=PACKS,
        ledger=case.ledger(),
        session=case.session,
    )
    return found, pair


each_call = pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)


# --- follow-up questions -----------------------------------------------------------------------


@each_call
def test_every_follow_up_is_one_open_question_and_at_most_eight_stand(case: Case) -> None:
    questions = recap_of(case)[0].questions
    assert 1 <= len(questions) <= 8
    for question in questions:
        assert question.text.endswith("?"), question.text
        assert not CLOSED.match(question.text), question.text
        asked = re.sub(r"“[^”]*”|\"[^\"]*\"", "", question.text)
        assert asked.count("?") == 1, question.text


@each_call
def test_every_follow_up_names_a_gap_and_a_part_of_a_framework_that_exist(case: Case) -> None:
    gaps = {gap.id for pack in PACKS.values() for gap in pack.kinds("gap")}
    for question in recap_of(case)[0].questions:
        assert question.gap in gaps
        assert PACKS[question.framework].question(question.part)


@each_call
def test_every_follow_up_is_about_something_there_and_goes_to_its_owner(case: Case) -> None:
    recap, pair = recap_of(case)
    owners = {c.id: c.owner for c in (*case.ledger(), *recap.commitments)}
    owners |= {goal.id: pair.mentee.name for goal in pair.goals}
    owners |= {f"{case.session}#g{n + 1}": pair.mentee.name for n in range(len(recap.goals))}
    owners |= {f"turn:{e.turn}": e.speaker for point in recap.insights for e in point.evidence}
    for question in recap.questions:
        assert question.addressee == owners[question.about]


@each_call
def test_no_two_follow_ups_are_alike_and_none_asks_about_one_thing_twice(case: Case) -> None:
    questions = recap_of(case)[0].questions
    assert len({question.text for question in questions}) == len(questions)
    assert len({question.about for question in questions}) == len(questions)


@each_call
def test_reflections_are_three_at_most_each_on_words_that_its_person_said_in_this_call(
    case: Case,
) -> None:
    recap, pair = recap_of(case)
    turns = after.withhold(read_transcript(case.transcript), pair).transcript.turns
    for person in pair.people:
        assert sum(r.addressee == person.name for r in recap.reflections) <= 3
    for prompt in recap.reflections:
        assert prompt.addressee in {person.name for person in pair.people}
        assert prompt.sources
        for source in prompt.sources:
            assert source.speaker == prompt.addressee
            assert source.quote in turns[source.turn].text


@each_call
def test_coverage_names_parts_that_exist(case: Case) -> None:
    for part in recap_of(case)[0].coverage:
        assert PACKS[part.framework].question(part.part)


def test_more_than_seven_promises_of_one_person_are_asked_about_first() -> None:
    promised = [promise(n, f"Write chapter {n}") for n in range(1, 9)]
    questions = completed(commitments=tuple(promised)).questions
    assert questions[0].gap == "overload"
    assert [question.gap for question in questions].count("overload") == 1
    calm = completed(commitments=tuple(promised[:7])).questions
    assert "overload" not in {question.gap for question in calm}


@pytest.mark.parametrize(
    ("action", "asked"),
    [
        ("Ask Rohit to take the reviews", "What will you do if Rohit says no?"),
        ("Tell Meera why it slipped", "What could Meera say that you would find hard to answer?"),
        ("Note one line every evening", "What will remind you of noting one line every evening?"),
        ("Stick one on every door", "What stands between you and sticking one on every door?"),
    ],
)
def test_what_stands_in_the_way_is_asked_in_the_terms_of_the_promise(
    action: str, asked: str
) -> None:
    (question,) = completed(commitments=(promise(1, action),)).questions
    assert (question.gap, question.text) == ("obstacle", asked)


def test_a_promise_without_an_owner_is_nobodys_to_be_asked_about() -> None:
    assert completed(commitments=(promise(1, "Write to Meera", owner=None),)).questions == ()


def test_what_is_for_the_partner_is_not_asked_about_as_help_from_the_partner() -> None:
    promised = tuple(promise(n, f"Send Ada chapter {n}") for n in range(1, 5))
    texts = [question.text for question in completed(commitments=promised).questions]
    assert texts
    assert not [text for text in texts if text.count("Ada") > 1]


def test_a_word_for_word_empty_call_asks_nothing() -> None:
    assert completed().questions == ()
    assert completed().reflections == ()


def test_a_prompt_never_hands_a_person_the_words_of_the_other() -> None:
    point = Point(text="You saw it", who=MENTEE, evidence=(evidence("you saw it", who=MENTOR),))
    assert completed(insights=(point,)).reflections == ()


# --- goals ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text", ["Year 9 settled", "A first job", "Close a seed round", "I'd like to code less"]
)
def test_a_goal_is_asked_about_one_letter_that_it_lacks_to_the_mentee(text: str) -> None:
    question = asking.goal_question(Goal(id="g1", text=text), RELATIONSHIP, PACKS)
    assert question
    assert (question.addressee, question.about, question.framework) == (MENTEE, "g1", "smart")
    assert not CLOSED.match(question.text)


def test_a_goal_that_lacks_nothing_is_not_asked_about() -> None:
    full = dict.fromkeys(("specific", "measurable", "achievable", "relevant", "time_bound"), "yes")
    assert asking.goal_question(Goal(id="g1", text="Sing", **full), RELATIONSHIP, PACKS) is None


# --- short ways ----------------------------------------------------------------------------------


HELD_ON = date(2026, 3, 3)  # as `dialogue` has it
FRIDAY = date(2026, 3, 13)


def evidence(quote: str, turn: int = 0, who: str = MENTEE) -> Evidence:
    return Evidence(turn=turn, speaker=who, quote=quote)


def promise(
    number: int, action: str, owner: str | None = MENTEE, session: str = "02"
) -> Commitment:
    said = (evidence(action, turn=number),)
    id = f"{session}#c{number}"
    return Commitment(id=id, owner=owner, action=action, due=FRIDAY, evidence=said)


def completed(
    ledger: list[Commitment] | None = None, said: str = "Mentee: Hello.", **found: object
) -> Recap:
    call = dialogue(said, ledger or [])
    draft = Recap.model_validate(
        {"relationship": "pair", "session": "02", "held_on": call.held_on, "engine": "hand"}
    )
    return asking.complete(draft.model_copy(update=found), call, PACKS)
