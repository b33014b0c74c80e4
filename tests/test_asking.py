"""Gaps become questions: open, one at a time, to the one who can answer, in the pair's nouns."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach import after, asking
from coach.asking.nouns import as_thing, gerund, goal_as_thing, short_quote
from coach.library import frameworks
from coach.reading.offline import OfflineReader
from coach.records import (
    Commitment,
    Evidence,
    Firmness,
    Goal,
    Point,
    Recap,
    Relationship,
    Update,
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


def test_more_than_five_promises_of_one_person_are_asked_about_first() -> None:
    promised = [promise(n, f"Write chapter {n}") for n in range(1, 7)]
    questions = completed(commitments=tuple(promised)).questions
    assert questions[0].gap == "overload"
    assert [question.gap for question in questions].count("overload") == 1
    calm = completed(commitments=tuple(promised[:5])).questions
    assert "overload" not in {question.gap for question in calm}


def test_a_promise_without_an_owner_is_nobodys_to_be_asked_about() -> None:
    assert completed(commitments=(promise(1, "Write to Meera", owner=None),)).questions == ()


def test_what_is_for_the_partner_is_not_asked_about_as_help_from_the_partner() -> None:
    promised = tuple(promise(n, f"Send Ada chapter {n}") for n in range(1, 5))
    texts = [question.text for question in completed(commitments=promised).questions]
    assert texts
    assert not [text for text in texts if text.count("Ada") > 1]


def test_what_was_moved_is_asked_about_before_what_comes_next() -> None:
    old = promise(1, "Send the plan", session="01")
    said = evidence("I've to move the plan", turn=0)
    update = Update(commitment="01#c1", status="rescheduled", evidence=(said,))
    new = promise(1, "Ring the bank")
    recap = completed(ledger=[old], updates=(update,), commitments=(new,))
    assert recap.questions[0].about == "01#c1"
    assert recap.questions[0].addressee == MENTEE


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


# --- what a promise leaves open -------------------------------------------------------------------

FRIDAY = date(2025, 10, 3)


@pytest.mark.parametrize(
    ("action", "due", "gaps"),
    [
        ("Send the rubric", FRIDAY, ()),
        ("Send the rubric", None, ("time_bound",)),
        ("Get better at delegating", None, ("specific", "measurable", "time_bound")),
        ("Look into it", None, ("specific", "measurable", "time_bound")),
        ("Look into it", FRIDAY, ("specific", "measurable")),
        ("Sort out the stuff", None, ("specific", "measurable", "time_bound")),
        ("Do everything", None, ("specific", "measurable", "time_bound")),
        ("Write one thing down each evening", FRIDAY, ()),
        ("Ring three suppliers", FRIDAY, ()),
        ("Try the new roster on Ward 4 for two weeks", FRIDAY, ()),
        ("Read chapter 4", FRIDAY, ()),
        ("Be there at nine", None, ("time_bound",)),
        ("Improve the handover some day", None, ("specific", "measurable", "time_bound")),
        ("Think about the offer", None, ("specific", "measurable", "time_bound")),
    ],
)
def test_a_promise_is_held_to_less_than_a_goal(
    action: str, due: date | None, gaps: tuple[str, ...]
) -> None:
    assert asking.commitment_gaps(action, due, "firm") == gaps


@given(
    st.text(max_size=60),
    st.one_of(st.none(), st.dates()),
    st.sampled_from(["firm", "conditional"]),
)
@settings(max_examples=60)
def test_a_promise_lacks_a_day_exactly_where_it_has_none(
    action: str, due: date | None, firmness: Firmness
) -> None:
    gaps = asking.commitment_gaps(action, due, firmness)
    assert ("time_bound" in gaps) == (due is None)


VAGUE = """
    yes | not sure | I'll try | I'll think about it | work on my communication | one day
    some day soon I hope | it depends | we'll see how it goes | be more confident
    get better at saying no | just keep going with it | something with the team maybe
    I don't really know yet | more of the same I suppose | at some point this year hopefully
    no one really knows what would help with that stuff | I want to improve things bit by bit here
    everything | one of these days I'll get round to it
"""
SPECIFIC = """
    Friday | on Friday | by 3 October | every Monday at nine | done | Sent | it's done
    I've sent it | dropped, we agreed | Ask Meera on Monday for half the reviews | tomorrow
    I'll ring HR before the roster goes out | I sat down with Rohit and read him the page
    three calls a week until half term | half of the ledger reviews go to Anand
    two hours, with the door shut | nothing, it went as planned
    The supplier wants cash before delivery, so the margin on each crate is gone
"""


def rows(table: str) -> list[str]:
    return [cell.strip() for cell in re.split(r"\||\n", table) if cell.strip()]


@pytest.mark.parametrize("answer", ["", " ", *rows(VAGUE)])
def test_a_vague_answer_is_worth_one_more_question(answer: str) -> None:
    assert asking.is_vague(answer)


@pytest.mark.parametrize("answer", rows(SPECIFIC))
def test_an_answer_with_a_day_a_number_a_name_or_an_outcome_is_enough(answer: str) -> None:
    assert not asking.is_vague(answer)


# --- nouns ---------------------------------------------------------------------------------------

GERUNDS = """
    Send Dana the video = sending Dana the video
    Put it in the diary = putting it in the diary
    Bring the champagne = bringing the champagne
    Ring the bank = ringing the bank
    Ping Luis = pinging Luis
    Scan the form = scanning the form
    Knit a scarf = knitting a scarf
    Quit the committee = quitting the committee
    Fix the link = fixing the link
    Play the tape = playing the tape
    Row to the island = rowing to the island
    Visit the ward = visiting the ward
    Open the tin = opening the tin
    Offer Sam the job = offering Sam the job
    Submit the form = submitting the form
    Prefer the train = preferring the train
    Write to Gregor = writing to Gregor
    See the doctor = seeing the doctor
    Agree on a date = agreeing on a date
    Free up Friday = freeing up Friday
    Dye the wool = dyeing the wool
    Tie the boat = tying the boat
    Be on time = being on time
    Panic less = panicking less
    Not open the laptop = not opening the laptop
    Don't open the laptop = not opening the laptop
    Do not open the laptop = not opening the laptop
    Never call at night = never calling at night
    Definitely send it = definitely sending it
    Apply for the job = applying for the job
    Reply to Meera = replying to Meera
    Also ask Joy = asking Joy
    Run the numbers = running the numbers
    Stop the standup = stopping the standup
    Read the guideline = reading the guideline
    Set up the call = setting up the call
    Let the girls know = letting the girls know
"""


@pytest.mark.parametrize("row", [line.strip() for line in GERUNDS.strip().splitlines()])
def test_an_instruction_can_be_talked_about(row: str) -> None:
    action, _, spoken = row.partition(" = ")
    assert gerund(action) == spoken


@pytest.mark.parametrize(
    ("action", "thing"),
    [
        ("Message her and ask for a coffee", "messaging her"),
        ("Go through it and send Tobi the comments", "going through it"),
        ("Plan and book the room", "booking the room"),
        ("Go and climb the crates", "climbing the crates"),
        ("Sit with him and we'll write it together", "sitting with him"),
        ("Send the count, before and after", "sending the count, before and after"),
        ("Write the headline and the about", "writing the headline and the about"),
        ("Tell Beth, if she comes back", "telling Beth"),
        ("Write to Gregor, but only once", "writing to Gregor"),
        ("Do it (“I'll sign it and send it”)", "doing it (“I'll sign it and send it”)"),
        ("I'll be there", '"I\'ll be there"'),
        ("JD to HR", '"JD to HR"'),
    ],
)
def test_a_promise_stands_in_a_question_by_its_first_deed(action: str, thing: str) -> None:
    assert as_thing(action) == thing


@pytest.mark.parametrize(
    ("goal", "thing"),
    [
        ("Close a seed round", "closing a seed round"),
        ("Be signed off for IV medicines", "being signed off for IV medicines"),
        ("A first job as a designer", "a first job as a designer"),
        ("More women on the board", "more women on the board"),
        ("Year 9 settled", 'the goal "Year 9 settled"'),
        ("600k by June", 'the goal "600k by June"'),
        ("The goal is what we said", 'the goal "The goal is what we said"'),
        ("I want credit for two years", 'the goal "I want credit for two years"'),
    ],
)
def test_a_goal_stands_in_a_question_as_a_deed_a_thing_or_its_own_words(
    goal: str, thing: str
) -> None:
    assert goal_as_thing(goal) == thing


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("And, so it's the speed", "it's the speed"),
        ("No one told me", "No one told me"),
        ("No, I saw it", "I saw it"),
        ("So far it holds", "So far it holds"),
        ("Well done you", "Well done you"),
        ("And", "And"),
        ("Like a vending machine", "Like a vending machine"),
    ],
)
def test_a_quote_starts_where_its_sentence_does_and_keeps_what_it_means(
    words: str, shown: str
) -> None:
    assert short_quote(words) == shown


@given(st.text(max_size=200))
@settings(max_examples=80)
def test_no_wording_breaks_a_noun(text: str) -> None:
    for noun in (as_thing, goal_as_thing, gerund, short_quote):
        assert isinstance(noun(text), str)
    assert len(as_thing(text).split()) <= 40


# --- short ways ----------------------------------------------------------------------------------


def evidence(quote: str, turn: int = 0, who: str = MENTEE) -> Evidence:
    return Evidence(turn=turn, speaker=who, quote=quote)


def promise(
    number: int, action: str, owner: str | None = MENTEE, session: str = "02"
) -> Commitment:
    said = (evidence(action, turn=number),)
    id = f"{session}#c{number}"
    return Commitment(id=id, owner=owner, action=action, due=FRIDAY, evidence=said)


def completed(ledger: list[Commitment] | None = None, **found: object) -> Recap:
    call = dialogue("Mentee: Hello.", ledger or [])
    draft = Recap.model_validate(
        {"relationship": "pair", "session": "02", "held_on": call.held_on, "engine": "hand"}
    )
    return asking.complete(draft.model_copy(update=found), call, PACKS)
