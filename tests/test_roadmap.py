"""A roadmap: what was talked about stands, what is to come is placed by rule and says why."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from cli_home import DEMO, FIRST, SECOND, after_two_calls, agreed, done, read, refused
from hypothesis import given, settings
from hypothesis import strategies as st

from coach import offlimits
from coach.before import roadmap
from coach.before.calendar import agreed_end, day_of_goal, rhythm
from coach.errors import UserError
from coach.library import frameworks
from coach.past import Past
from coach.records import (
    SMART,
    Agreement,
    Commitment,
    Evidence,
    FollowUp,
    Goal,
    Meeting,
    NextMeeting,
    Person,
    Point,
    Recap,
    Relationship,
    Roadmap,
    Slippage,
    Term,
    Topic,
    Update,
)
from coach.render.markdown import markdown
from coach.render.roadmap import roadmap_page
from coach.store import Answer

pytestmark = pytest.mark.usefixtures("each_call_read_once")

PACKS = frameworks()
ADA, SAM = "Ada Okafor", "Sam Reid"
START = date(2026, 1, 6)
FULL = dict.fromkeys(SMART, "so and so")
PAIR = Relationship(
    id="pair", mentor=Person(name=ADA), mentee=Person(name=SAM), started=date(2026, 1, 1)
)


def said(quote: str, session: str, turn: int = 3) -> tuple[Evidence, ...]:
    return (Evidence(session=session, turn=turn, speaker=SAM, quote=quote, at=61.0),)


def call(number: int, **fields: Any) -> Recap:
    """The call of this number, two weeks after the one before, which set the day of the next."""
    session, held_on = f"{number:02d}", START + timedelta(days=14 * (number - 1))
    following = NextMeeting(date=held_on + timedelta(days=14), phrase="in two weeks")
    filled = {"next_meeting": following, "engine": "offline"} | fields
    return Recap(relationship="pair", session=session, held_on=held_on, **filled)


def hard(text: str, session: str) -> tuple[Point, ...]:
    return (Point(text=text, who=SAM, evidence=said(text, session)),)


def goal(id: str, text: str, **fields: str | None) -> Goal:
    return Goal(id=id, text=text, **(FULL | {"time_bound": None} | fields))


def question(text: str, about: str = "turn:7") -> FollowUp:
    return FollowUp(
        addressee=SAM, text=text, framework="four-ps", part="lingering", about=about, gap="insight"
    )


def drawn(
    *recaps: Recap,
    goals: Sequence[Goal] = (),
    meetings: int = 6,
    ledger: Sequence[Commitment] = (),
    answers: Sequence[Answer] = (),
    **pair: Any,
) -> Roadmap:
    one = PAIR.model_copy(update={"goals": tuple(goals), **pair})
    past = Past(recaps=recaps, ledger=tuple(ledger), answers=tuple(answers))
    return roadmap(one, past=past, frameworks=PACKS, meetings=meetings)


def topics(of: Roadmap) -> Iterator[Topic]:
    for meeting in of.meetings:
        yield from meeting.topics
    yield from of.later


def kinds(meeting: Meeting) -> list[str]:
    return [topic.kind for topic in meeting.topics]


def where(of: Roadmap, text: str) -> list[int]:
    """The numbers of the meetings to come with a topic that says this."""
    return [m.number for m in of.coming for t in m.topics if text in f"{t.title} {t.why}"]


# --- what holds for every roadmap ----------------------------------------------------------------

_WORDS = (
    "the rota is a mess",
    "the rota again, a mess",
    "saying no to Gill",
    "sleep",
    "the budget",
)
_POINTS = st.lists(st.sampled_from(_WORDS), max_size=3)
_GOALS = st.lists(
    st.sampled_from(["end of January 2026", "end of March 2026", "spring", "1 June 2026", None]),
    max_size=5,
)
_TERMS = st.lists(
    st.sampled_from([topic.id for topic in PACKS["working-agreement"].kinds("topic")]), unique=True
)
_ENDS = st.sampled_from(["", "until the end of April", "six calls", "at least a year"])


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Relationship, Past]:
    recaps = []
    for number in range(1, draw(st.integers(0, 6)) + 1):
        session = f"{number:02d}"
        voiced = tuple(point for text in draw(_POINTS) for point in hard(text, session))
        asked = tuple(
            question(f"What follows from {text}?", f"turn:{turn}")
            for turn, text in enumerate(draw(_POINTS))
        )
        meeting = draw(st.sampled_from([None, NextMeeting(date=None, phrase="soon", goal="sleep")]))
        known = {} if draw(st.booleans()) else {"next_meeting": meeting}
        recaps.append(call(number, challenges=voiced, questions=asked, **known))
    goals = tuple(
        Goal(id=f"g{n}", text=f"Goal number {n}", time_bound=until)
        for n, until in enumerate(draw(_GOALS), 1)
    )
    terms = [Term(topic=topic, state="agreed") for topic in draw(_TERMS) if topic != "duration"]
    terms.append(Term(topic="duration", state="agreed", text=draw(_ENDS)))
    phases = draw(
        st.lists(st.sampled_from(["initiation", "cultivation", "separation"]), max_size=2)
    )
    pair = PAIR.model_copy(
        update={
            "goals": goals,
            "phases": tuple(phases),
            "agreement": Agreement(terms=tuple(terms)),
            "started": draw(st.sampled_from([None, START])),
        }
    )
    due = date(2026, 3, 1)
    promise = Commitment(id="01#c1", owner=SAM, action="Ring the bank", due=due, status="open")
    return pair, Past(recaps=tuple(recaps), ledger=(promise,) if recaps else ())


@given(pairs(), st.integers(1, 24))
@settings(max_examples=120, deadline=None)
def test_each_meeting_has_three_topics_at_most_and_each_topic_its_sources(
    known: tuple[Relationship, Past], meetings: int
) -> None:
    pair, past = known
    found = roadmap(pair, past=past, frameworks=PACKS, meetings=meetings)
    assert [m.number for m in found.meetings] == list(range(1, len(found.meetings) + 1))
    assert len(found.held) == len(past.recaps) and 1 <= len(found.coming) <= meetings
    assert all(len(meeting.topics) <= 3 for meeting in found.meetings)
    assert all(topic.sources and topic.title for topic in topics(found))
    ids = [topic.id for topic in topics(found)]
    assert len(ids) == len(set(ids))
    days = [meeting.on for meeting in found.meetings if meeting.on]
    assert days == sorted(days)
    asked = [topic.question for topic in topics(found) if topic.question]
    assert len(asked) == len(set(asked)), "a question stands once"
    assert found == roadmap(pair, past=past, frameworks=PACKS, meetings=meetings)
    assert Roadmap.model_validate(found.to_json()) == found
    assert all(meeting.topics for meeting in found.coming[:1]), "the next one is for something"


@given(pairs(), pairs())
@settings(max_examples=60, deadline=None)
def test_what_was_held_is_not_changed_by_later_calls_goals_or_promises(
    known: tuple[Relationship, Past], other: tuple[Relationship, Past]
) -> None:
    pair, past = known
    whole = roadmap(pair, past=past, frameworks=PACKS).held
    for number in range(len(past.recaps)):
        earlier = Past(recaps=past.recaps[:number])
        assert roadmap(other[0], past=earlier, frameworks=PACKS).held == whole[:number]


@given(pairs())
@settings(max_examples=60, deadline=None)
def test_an_end_is_the_last_meeting_and_there_is_one_end(
    known: tuple[Relationship, Past],
) -> None:
    pair, past = known
    found = roadmap(pair, past=past, frameworks=PACKS, meetings=24)
    closing = [m.number for m in found.coming if "close" in kinds(m)]
    assert closing in ([], [found.meetings[-1].number])


@given(pairs(), st.integers(1, 8))
@settings(max_examples=60, deadline=None)
def test_looking_further_ahead_moves_nothing_that_was_placed(
    known: tuple[Relationship, Past], meetings: int
) -> None:
    pair, past = known
    pair = pair.model_copy(update={"phases": (), "agreement": Agreement()})
    near = roadmap(pair, past=past, frameworks=PACKS, meetings=meetings)
    far = roadmap(pair, past=past, frameworks=PACKS, meetings=meetings + 4)

    def placed(of: Roadmap) -> list[list[str]]:
        return [[topic.title for topic in meeting.topics] for meeting in of.meetings]

    assert placed(far)[: len(near.meetings)] == placed(near)


@pytest.mark.parametrize("meetings", [-1, 0, 25])
def test_a_number_that_is_no_roadmaps_is_the_users_to_mend(meetings: int) -> None:
    with pytest.raises(UserError, match=f"not {meetings}"):
        drawn(meetings=meetings)


# --- the first meetings --------------------------------------------------------------------------


def test_the_first_meetings_settle_how_to_work_together_confidentiality_first() -> None:
    found = drawn(goals=[goal("g1", "Lead the ward round")])
    assert kinds(found.meetings[0]) == ["rapport", "agreement", "goal"]
    offered = [t for m in found.meetings for t in m.topics if t.kind == "agreement"]
    assert [t.id.partition(".")[0] for t in offered] == ["1", "2", "3"]
    ids = [source.id for topic in offered for source in topic.sources]
    assert ids[0] == "confidentiality"
    assert sorted(ids) == sorted(t.id for t in PACKS["working-agreement"].kinds("topic"))
    assert all("goal" in kinds(meeting) for meeting in found.meetings)


def test_what_was_agreed_is_not_offered_again_and_nothing_is_after_the_third_meeting() -> None:
    settled = Agreement(terms=(Term(topic="confidentiality", state="agreed"),))
    found = drawn(call(1), call(2), agreement=settled)
    (offered,) = [t for t in topics(found) if t.kind == "agreement"]
    assert offered.id == "3.1"
    assert "confidentiality" not in {source.id for source in offered.sources}
    assert not [t for t in topics(drawn(call(1), call(2), call(3))) if t.kind == "agreement"]


def test_the_phase_that_people_set_goes_before_the_count_of_meetings() -> None:
    assert not [t for t in topics(drawn(phases=("cultivation",))) if t.kind == "agreement"]
    later = drawn(call(1), call(2), call(3), call(4), phases=("initiation", "cultivation"))
    assert "agreement" in kinds(later.coming[0])


# --- goals and their days ------------------------------------------------------------------------


def test_the_last_meeting_before_a_goals_day_is_for_that_goal() -> None:
    """Meetings stand on 20 January, 3 and 17 February, 3 March ..."""
    first = goal("g1", "Lead the ward round", time_bound="2 March 2026")
    found = drawn(call(1), goals=[goal("g2", "Write the thesis"), first])
    (number,) = where(found, "The last meeting before its day, Mon 2 Mar.")
    assert found.meetings[number - 1].on == date(2026, 2, 17)
    assert all(n <= number for n in where(found, "Lead the ward round"))
    assert max(where(found, "Write the thesis")) == 7


def test_a_goals_day_that_is_a_meetings_own_is_still_before_it() -> None:
    found = drawn(call(1), goals=[goal("g1", "Lead", time_bound="17 February 2026")])
    assert where(found, "The last meeting before its day, Tue 17 Feb.") == [4]
    assert where(found, "What comes after these goals") == [5]


def test_a_day_that_has_passed_is_said_as_not_known() -> None:
    found = drawn(call(1), call(2), goals=[goal("g1", "Lead", time_bound="12 January 2026")])
    (number,) = where(found, "has passed; what became of it is not known here")
    assert number == 3


def test_several_goals_whose_day_has_come_are_one_topic() -> None:
    days = ["2 January 2026", "3 January 2026", "4 February 2026", "5 February 2026"]
    due = [goal(f"g{n}", f"Goal {n}", time_bound=day) for n, day in enumerate(days, 1)]
    found = drawn(call(1), call(2), goals=due)
    (topic,) = [t for t in found.coming[0].topics if t.kind == "goal"]
    assert [source.id for source in topic.sources] == ["g1", "g2", "g3", "g4"]
    assert topic.why.count("has passed") == 2 and topic.why.count("The last meeting before") == 2


def test_goals_take_turns_and_what_they_lack_is_asked_once() -> None:
    lacking = Goal(id="g1", text="Lead the ward round")
    found = drawn(call(1), call(2), call(3), goals=[lacking, goal("g2", "Write the thesis")])
    turns = [meeting.topics[0].title for meeting in found.coming]
    assert turns == ["Lead the ward round", "Write the thesis"] * 3
    asked = [meeting.topics[0] for meeting in found.coming if meeting.topics[0].question]
    assert "Still open of SMART: specific, measurable" in asked[0].why
    assert [topic.sources[0].id for topic in asked] == ["g1", "g2"]
    filled = goal("g1", "Lead the ward round", time_bound="31 December 2026")
    assert not where(drawn(call(1), goals=[filled]), "Still open of SMART")


def test_a_goals_turn_stays_with_its_meeting_when_a_call_was_held() -> None:
    both = [goal("g1", "Lead the ward round"), goal("g2", "Write the thesis")]
    before, after = (
        drawn(*map(call, range(1, held + 1)), goals=both, meetings=4) for held in (3, 4)
    )
    planned = {m.number: m.topics[0].title for m in before.coming}
    assert {n: planned[n] for n in (5, 6, 7)} == {
        m.number: m.topics[0].title for m in after.coming if m.number <= 7
    }


def test_without_a_goal_the_next_meeting_looks_for_one() -> None:
    assert where(drawn(call(1)), "A goal to work towards") == [2]


# --- what comes back, what was left open ----------------------------------------------------------


def test_what_was_hard_in_two_calls_comes_back_and_what_was_hard_once_does_not() -> None:
    one, two = hard("The rota is a mess", "01"), hard("Again that mess of a rota", "02")
    once = drawn(call(1, challenges=one), call(2, challenges=hard("My sleep", "02")))
    assert not [t for m in once.coming for t in m.topics if t.kind == "challenge"]
    twice_in_one = drawn(call(1, challenges=(*one, *two)), call(2))
    assert not [t for m in twice_in_one.coming for t in m.topics if t.kind == "challenge"]
    twice = drawn(call(1, challenges=one), call(2, challenges=two))
    (topic,) = [t for m in twice.coming for t in m.topics if t.kind == "challenge"]
    assert topic.why == "Hard in 2 calls."
    assert [source.session for source in topic.sources] == ["01", "02"]


def test_a_reason_that_one_person_gave_twice_is_nobodys_topic_but_their_own() -> None:
    def slipped(session: str, words: str) -> tuple[Slippage, ...]:
        return (Slippage(commitment=None, reason="bandwidth", evidence=said(words, session)),)

    mine = slipped("01", "I didn't write it, there was no time")
    again = slipped("02", "I haven't written it, no time at all")
    both = drawn(call(1, slippage=mine), call(2, slippage=again))
    assert not any("no time" in (source.quote or "") for t in topics(both) for source in t.sources)


def test_a_promise_that_moved_in_two_calls_comes_back_until_it_is_kept() -> None:
    moved = [
        Update(commitment="01#c1", status="partly", evidence=said("half of it", session))
        for session in ("02", "03")
    ]
    recaps = (call(1), *(call(n, updates=(u,)) for n, u in enumerate(moved, 2)))
    promise = Commitment(id="01#c1", owner=SAM, action="Write to Meera", status="partly")
    assert where(drawn(*recaps, ledger=[promise]), "Write to Meera") == [4]
    kept = promise.model_copy(update={"status": "done"})
    assert where(drawn(*recaps, ledger=[kept]), "Write to Meera") == []


def test_a_question_that_nobody_answered_has_its_place_until_somebody_does() -> None:
    text = "What has become clear to you about the rota?"
    recap = call(1, questions=(question(text),))
    assert where(drawn(recap), text) == [2] or where(drawn(recap), text) == [3]
    answer = Answer(
        relationship="pair",
        question="01#q.turn:7.insight",
        asked=text,
        role="mentee",
        text="That I made it myself on Mondays",
        at=datetime(2026, 1, 9, tzinfo=UTC),
        visibility="shared",
    )
    assert where(drawn(recap, answers=[answer]), text) == []


def test_a_question_about_a_promise_or_a_goal_has_its_place_elsewhere() -> None:
    asked = (question("What stands in the way?", "01#c1"), question("By when?", "g1"))
    promise = Commitment(id="01#c1", owner=SAM, action="Write to Meera", status="open")
    found = drawn(call(1, questions=asked), goals=[goal("g1", "Lead")], ledger=[promise])
    assert "question" not in [topic.kind for topic in topics(found)]


def test_what_finds_no_room_waits_and_is_placed_when_there_is_some() -> None:
    asked = tuple(question(f"What follows from {n}?", f"turn:{n}") for n in range(5))
    found = drawn(call(1, questions=asked), meetings=2)
    waiting = len(found.later)
    assert waiting >= 3
    assert [topic.id for topic in found.later] == [f"later.{n}" for n in range(1, waiting + 1)]
    assert drawn(call(1, questions=asked), meetings=2 + waiting).later == ()
    page = markdown(roadmap_page(found, PAIR))
    assert f"coach roadmap pair --meetings {2 + waiting}" in page


def test_what_the_last_call_set_the_next_one_for_stands_first() -> None:
    meeting = NextMeeting(date=START + timedelta(days=14), phrase="then", goal="look at the rubric")
    found = drawn(call(1, next_meeting=meeting))
    assert (found.coming[0].topics[0].kind, found.coming[0].topics[0].title) == (
        "purpose",
        "look at the rubric",
    )
    assert "purpose" not in [t.kind for m in found.coming[1:] for t in m.topics]


def test_promises_stand_with_the_meeting_that_comes_after_their_day() -> None:
    days = {"c1": date(2026, 1, 2), "c2": date(2026, 1, 20), "c3": date(2026, 1, 21), "c4": None}
    ledger = [
        Commitment(id=f"01#{id}", owner=SAM, action=f"Do {id}", due=due, status="open")
        for id, due in days.items()
    ]
    closed = ledger[0].model_copy(update={"id": "01#c9", "status": "done"})
    found = drawn(call(1), ledger=[*ledger, closed])
    placed = [[source.id for source in meeting.promises] for meeting in found.coming[:3]]
    assert placed == [["01#c1", "01#c2"], ["01#c3"], []]


# --- days and ends -------------------------------------------------------------------------------


def test_days_to_come_follow_the_one_agreed_in_the_rhythm_so_far() -> None:
    found = drawn(call(1), call(2))
    assert found.every_days == 14
    assert [(m.state, m.on) for m in found.coming[:2]] == [
        ("agreed", date(2026, 2, 3)),
        ("expected", date(2026, 2, 17)),
    ]
    assert {meeting.state for meeting in drawn().coming} == {"unknown"}
    assert drawn().notices and not found.notices


def test_people_keep_to_a_weekday() -> None:
    days = [date(2026, 1, 6), date(2026, 1, 26), date(2026, 2, 17)]
    recaps = [call(1).model_copy(update={"held_on": day, "next_meeting": None}) for day in days]
    assert rhythm(Past(recaps=tuple(recaps))) == 21


def test_a_day_that_lies_before_the_call_that_set_it_is_not_believed() -> None:
    back = NextMeeting(date=START - timedelta(days=7), phrase="last week")
    assert [m.state for m in drawn(call(1, next_meeting=back)).coming] == ["unknown"] * 6


@pytest.mark.parametrize(
    ("words", "day", "meetings"),
    [
        ("until the end of June", date(2026, 6, 30), None),
        ("We do three months and then we look at it", date(2026, 4, 6), None),
        ("every two weeks for six months", date(2026, 7, 6), None),
        ("for a year, so until 31 December 2026", date(2026, 12, 31), None),
        ("Six calls, then we look again", None, 6),
        ("8 sessions", None, 8),
        ("at least six months", None, None),
        ("as long as it helps", None, None),
        ("the first three months every week", None, None),
    ],
)
def test_an_end_is_read_from_what_was_agreed(
    words: str, day: date | None, meetings: int | None
) -> None:
    term = Term(topic="duration", state="agreed", text=words, evidence=said(words, "01"))
    pair = PAIR.model_copy(update={"agreement": Agreement(terms=(term,))})
    end = agreed_end(pair, Past(recaps=(call(1),)))
    assert (end and (end.on, end.meetings)) == ((day, meetings) if day or meetings else None)
    talked = Agreement(terms=(term.model_copy(update={"state": "discussed"}),))
    assert agreed_end(pair.model_copy(update={"agreement": talked}), Past()) is None


@pytest.mark.parametrize(
    ("words", "last"),
    [("until the end of February", 4), ("five calls", 5), ("until 1 January 2026", 2)],
)
def test_the_last_meeting_before_the_end_is_for_ending_well(words: str, last: int) -> None:
    term = Term(topic="duration", state="agreed", text=words)
    found = drawn(
        call(1), goals=[goal("g1", "Lead")], agreement=Agreement(terms=(term,)), meetings=10
    )
    assert found.meetings[-1].number == last
    assert kinds(found.meetings[-1])[:2] == ["close", "close"]
    assert "duration" in {source.id for topic in topics(found) for source in topic.sources}


def test_an_end_beyond_these_meetings_is_told_and_closes_none_of_them() -> None:
    term = Term(topic="duration", state="agreed", text="until the end of November")
    found = drawn(call(1), agreement=Agreement(terms=(term,)), meetings=3)
    assert "close" not in [topic.kind for topic in topics(found)]
    assert found.notices == ("The end that was agreed on, Mon 30 Nov, lies after these meetings.",)


@pytest.mark.parametrize("phase", ["separation", "redefinition"])
def test_a_pair_that_separates_ends_with_a_meeting_for_it(phase: str) -> None:
    found = drawn(call(1), call(2), call(3), phases=("cultivation", phase), meetings=2)
    assert kinds(found.coming[-1])[:2] == ["close", "close"]
    assert "close" not in kinds(found.coming[0])


def test_a_first_meeting_is_never_the_last_one() -> None:
    assert kinds(drawn(phases=("separation",), meetings=1).meetings[0])[0] == "rapport"
    assert "close" not in kinds(drawn(phases=("separation",), meetings=1).meetings[0])


@pytest.mark.parametrize(
    ("words", "day"),
    [("end of May", date(2026, 5, 31)), ("Easter 2026", date(2026, 4, 5)), ("spring", None)],
)
def test_a_goals_day_is_read_from_its_words_as_of_the_day_they_were_said(
    words: str, day: date | None
) -> None:
    one = goal("g1", "Lead", time_bound=words)
    assert day_of_goal(one, PAIR, Past()) == day
    nowhere = PAIR.model_copy(update={"started": None})
    assert day_of_goal(one, nowhere, Past()) is None


# --- what was held -------------------------------------------------------------------------------


def test_a_held_meeting_tells_what_it_was_about_in_its_own_words() -> None:
    recap = call(
        1,
        goals=hard("I want to lead the round", "01"),
        challenges=hard("The rota", "01"),
        insights=hard("It is the speed", "01"),
        wins=hard("It went well", "01"),
        agreement=(Term(topic="confidentiality", state="agreed", evidence=said("ours", "01")),),
    )
    (held,) = drawn(recap).held
    assert (held.number, held.state, held.on, held.session) == (1, "held", START, "01")
    assert kinds(held) == ["goal", "agreement", "challenge"]
    assert {source.session for topic in held.topics for source in topic.sources} == {"01"}
    assert "“I want to lead the round”" in markdown(roadmap_page(drawn(recap), PAIR))


def test_a_call_of_promises_alone_was_about_those() -> None:
    promise = Commitment(id="01#c1", owner=SAM, action="Ring the bank", evidence=said("I'll", "01"))
    (held,) = drawn(call(1, commitments=(promise,))).held
    assert [(topic.kind, topic.title) for topic in held.topics] == [("promise", "Ring the bank")]


# --- what stays out ------------------------------------------------------------------------------


def test_private_answers_are_no_part_of_it() -> None:
    secret = Answer(
        relationship="pair",
        question="PC3",
        asked="Which challenges are you working on?",
        role="mentee",
        text="My marriage is failing",
        at=datetime(2026, 1, 9, tzinfo=UTC),
        visibility="mentee",
    )
    shared = secret.model_copy(update={"visibility": "shared", "text": "The thesis"})
    found = drawn(call(1), answers=[secret, shared]).model_dump_json()
    assert "marriage" not in found and "thesis" not in found


def test_a_subject_off_limits_stands_nowhere_not_even_in_what_was_held() -> None:
    rota = "the rota keeps me up at night"
    recaps = [
        call(
            n,
            challenges=hard(rota, f"0{n}"),
            insights=hard(f"{rota}, I see", f"0{n}"),
            decisions=hard("Leave the rota", f"0{n}"),
            questions=(question("What follows for the rota?"),),
            commitments=(Commitment(id=f"0{n}#c2", owner=SAM, action="Mend the rota"),),
            next_meeting=NextMeeting(date=None, phrase="then", goal="the rota"),
        )
        for n in (1, 2)
    ]
    due = START + timedelta(days=20)
    ledger = [Commitment(id="01#c1", owner=SAM, action="Ask about the rota", due=due)]
    goals = [goal("g1", "A rota that works"), goal("g2", "Lead", relevant="the rota")]
    open_ = drawn(*recaps, ledger=ledger, goals=goals)
    assert open_.model_dump_json().casefold().count("rota") > 10
    shut = drawn(*recaps, ledger=ledger, goals=goals, agreement=Agreement(off_limits=("the rota",)))
    assert "rota" not in shut.model_dump_json().casefold()
    pair = PAIR.model_copy(update={"agreement": Agreement(off_limits=("the rota",))})
    assert offlimits.speaks_of(rota, pair)
    assert "rota" not in markdown(roadmap_page(shut, pair)).casefold()


def test_of_a_topic_with_several_sources_only_those_off_limits_go() -> None:
    shut = {"agreement": Agreement(off_limits=("the rota",))}
    one, two = hard("The handover is a shambles", "01"), hard("A shambles, that handover", "02")
    words = hard("The handover is a shambles, and the rota", "03")
    recaps = (call(1, challenges=one), call(2, challenges=words), call(3, challenges=two))
    (topic,) = [t for m in drawn(*recaps, **shut).coming for t in m.topics if t.kind == "challenge"]
    assert [source.quote for source in topic.sources] == [p[0].text for p in (one, two)]


def test_a_title_off_limits_goes_with_sources_that_are_not() -> None:
    retold = Point(text="The rota", who=SAM, evidence=said("it is a mess", "01"))
    recap = call(1, challenges=(retold,))
    assert kinds(drawn(recap).meetings[0]) == ["challenge"]
    shut = drawn(recap, agreement=Agreement(off_limits=("the rota",)))
    assert kinds(shut.meetings[0]) == []


def test_a_question_off_limits_goes_and_its_topic_stays() -> None:
    (first, *_) = drawn().meetings[0].topics
    assert first.question
    word = max(re.findall(r"\w+", first.question), key=len)
    (left, *_) = drawn(agreement=Agreement(off_limits=(word,))).meetings[0].topics
    assert (left.title, left.question) == (first.title, None)


def test_a_reason_off_limits_goes_and_its_topic_stays() -> None:
    vague = goal("g1", "Lead the ward round", time_bound="once the rota is out")
    asked = {"agreement": Agreement(off_limits=("the rota",))}
    (open_,), (shut,) = (
        [
            t
            for t in drawn(call(1), goals=[vague], meetings=1, **more).coming[0].topics
            if t.kind == "goal"
        ]
        for more in ({}, asked)
    )
    assert "rota" in open_.why and (shut.title, shut.why) == (open_.title, "")


_NEVER = re.compile(r"\bI\b|(?i:overdue|failed|never)|!|\bscore\b")


def test_a_roadmap_speaks_of_goals_and_promises_and_not_of_persons() -> None:
    late = [goal("g1", "Lead", time_bound="2 January 2026"), Goal(id="g2", text="Write")]
    for found in (
        drawn(goals=late),
        drawn(call(1), call(2), goals=late, phases=("separation",)),
    ):
        for topic in topics(found):
            assert not _NEVER.search(f"{topic.title} {topic.why} {topic.question or ''}")
            assert topic.question is None or topic.question.endswith("?")


# --- the command ---------------------------------------------------------------------------------


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COACH_HOME", str(tmp_path / "home"))


@pytest.mark.usefixtures("home")
def test_the_command_shows_what_was_held_and_what_is_to_come() -> None:
    after_two_calls()
    found = Roadmap.model_validate(read("roadmap", "robyn", "--meetings", "4"))
    assert (len(found.held), len(found.coming)) == (2, 4)
    shown = done("roadmap", "robyn", "--meetings", "4")
    assert "Held" in shown and "Meeting 6: " in shown and "Meeting 7: " not in shown
    page = done("roadmap", "robyn", "--as", "markdown")
    assert page.startswith("# Roadmap of Robyn and Lachie\n")


@pytest.mark.usefixtures("home")
def test_a_pair_before_its_first_call_has_a_roadmap_too() -> None:
    agreed()
    assert "Meeting 1: day not known" in done("roadmap", "robyn")


@pytest.mark.usefixtures("home")
def test_a_roadmap_of_nobody_and_of_no_meetings_is_refused_in_a_line() -> None:
    assert "nobody" in refused("roadmap", "nobody")
    agreed()
    assert "--meetings" in refused("roadmap", "robyn", "--meetings", "0")


@pytest.mark.usefixtures("home")
def test_topics_from_goals_stand_in_numbered_meetings_adjusted_after_each_call() -> None:
    who = agreed()
    drawn_after: list[dict[str, Any]] = [read("roadmap", who)]
    for file, held_on, session in (("01.txt", FIRST, "01"), ("02.vtt", SECOND, "02")):
        done("recap", DEMO / file, "--with", who, "--held-on", held_on)
        assert read("roadmap", who) == drawn_after[-1], "a draft changes nothing"
        done("confirm", who, session, "--all")
        drawn_after.append(read("roadmap", who))
    for held, drawn in enumerate(drawn_after):
        meetings = drawn["meetings"]
        assert [m["number"] for m in meetings] == list(range(1, len(meetings) + 1))
        assert [m["state"] for m in meetings].count("held") == held
    before, first, second = ([_said(m) for m in drawn["meetings"]] for drawn in drawn_after)
    assert before != first != second and first[0] == second[0], "what was held stands"
    goals = {goal["text"] for goal in read("goals", who)}
    assert goals and goals & {title for meeting in second[2:] for title in meeting}
    done("goals", who, "add", "Run the maths evening alone", "--time-bound", "end of June")
    added = [_said(m) for m in read("roadmap", who)["meetings"]]
    assert any("Run the maths evening alone" in meeting for meeting in added[2:])


def _said(meeting: dict[str, Any]) -> list[str]:
    return [topic["title"] for topic in meeting["topics"]]
