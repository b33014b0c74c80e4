"""The phase of a pair: suggested with what speaks for it, set by people, and felt in the agenda."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from cli_home import after_two_calls, done, read, refused
from hypothesis import given
from hypothesis import strategies as st

from coach.before import View, phases, prepare
from coach.before.drift import agreed_rhythm
from coach.cues import Cue, plain
from coach.library import frameworks
from coach.past import Past
from coach.reading import Call
from coach.reading.moments.ending import AFTERWARDS, ENDS, find_endings
from coach.records import (
    PHASES,
    Agreement,
    Commitment,
    Ending,
    Evidence,
    Goal,
    NextMeeting,
    Person,
    Phase,
    Phases,
    Point,
    Recap,
    Relationship,
    Term,
    Transcript,
    Turn,
    Update,
)

PACKS = frameworks()
ADA, SAM = "Ada Okafor", "Sam Reid"
START = date(2026, 1, 6)
SETTLED = Agreement(terms=(Term(topic="confidentiality", state="agreed", text="stays here"),))
PAIR = Relationship(
    id="pair", mentor=Person(name=ADA), mentee=Person(name=SAM), started=START, agreement=SETTLED
)
GOAL = Goal(id="g1", text="Lead the design review of the payment team alone")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COACH_HOME", str(tmp_path / "home"))


def said(quote: str, session: str = "01") -> tuple[Evidence, ...]:
    return (Evidence(session=session, turn=3, speaker=SAM, quote=quote, at=61.0),)


def call(number: int, days: int | None = None, **fields: Any) -> Recap:
    """The call of this number, two weeks after the one before it, or on this day."""
    on = START + timedelta(days=14 * (number - 1) if days is None else days)
    known = {"session": f"{number:02d}", "held_on": on, "engine": "offline"} | fields
    return Recap(relationship="pair", **known)


def promise(n: int = 1, action: str = "Draw up the rota") -> Commitment:
    return Commitment(id=f"01#c{n}", owner=SAM, action=action, status="open")


def became(status: str, quote: str) -> dict[str, Any]:
    update = {"commitment": "01#c1", "status": status, "evidence": said(quote, "02")}
    return {"updates": (Update.model_validate(update),)}


def ended(number: int, *, after: bool = False) -> Recap:
    last = Ending(phase="separation", who=SAM, evidence=said("so no next one on the calendar"))
    then = Ending(phase="redefinition", who=ADA, evidence=said("just a coffee every so often"))
    return call(number, endings=(last, then) if after else (last,))


def found(
    *recaps: Recap, ledger: tuple[Commitment, ...] = (), today: date | None = None, **pair: Any
) -> Phases:
    one = PAIR.model_copy(update=pair)
    return phases(View(one, Past(recaps, ledger), PACKS, None, None), today)


WORKED = call(2, **became("not_done", "I never got round to the rota this time"))


# --- what is suggested ---------------------------------------------------------------------------


def test_a_pair_begins_with_initiation_until_something_comes_back_from_a_call() -> None:
    assert found().suggested == ("initiation",)
    assert found(call(1)).suggested == ("initiation",)
    assert found(call(1), call(2)).suggested == ("initiation",)
    assert found(call(1), WORKED, ledger=(promise(),)).suggested == ("cultivation",)


def test_beginning_and_work_overlap_while_confidentiality_is_open_in_the_first_calls() -> None:
    early = (call(1), WORKED)
    both = ("initiation", "cultivation")
    assert found(*early, ledger=(promise(),), agreement=Agreement()).suggested == both
    later = (*early, call(3), call(4))
    assert found(*later, ledger=(promise(),), agreement=Agreement()).suggested == ("cultivation",)


def test_a_pair_that_met_long_before_is_not_at_its_beginning() -> None:
    assert found(call(1), started=START - timedelta(days=800)).suggested == ("cultivation",)


def test_an_end_that_was_spoken_of_is_suggested_and_what_comes_after_it_too() -> None:
    assert found(call(1), WORKED, ended(3)).suggested == ("separation",)
    assert found(call(1), ended(2, after=True)).suggested == ("separation", "redefinition")
    assert found(call(1), ended(2), call(3)).suggested != ("separation",)


def test_the_end_that_was_agreed_on_comes_near() -> None:
    term = Term(
        topic="duration", state="agreed", text="six sessions", evidence=said("six sessions")
    )
    agreed = Agreement(terms=(*SETTLED.terms, term))
    five = tuple(call(n) for n in range(1, 6))
    assert "separation" not in found(*five[:3], agreement=agreed).suggested
    assert found(*five, agreement=agreed).suggested == ("separation",)


def test_the_day_of_every_goal_has_come_and_no_next_call_is_known() -> None:
    goal = GOAL.model_copy(update={"time_bound": "by 20 January", "evidence": said("by then")})
    assert "separation" in found(call(1), WORKED, call(3), goals=(goal,)).suggested
    following = NextMeeting(date=START + timedelta(days=60), phrase="in March")
    on = call(3, next_meeting=following)
    assert "separation" not in found(call(1), WORKED, on, goals=(goal,)).suggested


def test_every_sign_says_what_it_comes_from() -> None:
    for one in (found(call(1)), found(call(1), WORKED, ended(3, after=True), ledger=(promise(),))):
        assert one.signs and all(sign.sources for sign in one.signs)
    (candour,) = [
        sign for sign in found(call(1), WORKED).signs if "did not go as meant" in sign.text
    ]
    assert candour.sources[0].quote == "I never got round to the rota this time"
    assert "call 2 (Tue 20 Jan)" in candour.text


kinds_of_call = st.sampled_from(["plain", "worked", "ended", "after"])


@given(st.lists(kinds_of_call, max_size=6), st.sets(st.sampled_from(PHASES)), st.booleans())
def test_any_past_suggests_a_phase_and_never_sets_one(
    kinds: list[str], put: set[Phase], settled: bool
) -> None:
    made = {
        "plain": lambda n: call(n),
        "worked": lambda n: call(n, **became("partly", "half of it is done now, not more")),
        "ended": ended,
        "after": lambda n: ended(n, after=True),
    }
    recaps = [made[kind](number) for number, kind in enumerate(kinds, 1)]
    wanted = tuple(phase for phase in PHASES if phase in put)
    one = found(
        *recaps,
        ledger=(promise(),),
        phases=wanted,
        agreement=SETTLED if settled else Agreement(),
        today=START + timedelta(days=400),
    )
    assert one.suggested and one.set == wanted
    assert {sign.phase for sign in one.signs} >= set(one.suggested) or len(recaps) >= 2
    assert one.in_force == (wanted or one.in_force)
    if not wanted:
        assert set(one.in_force) <= {"initiation", "cultivation"} and one.in_force


# --- what drifts and what stalls -----------------------------------------------------------------


def seen(*recaps: Recap, **more: Any) -> list[tuple[str, str]]:
    return [(one.kind, one.text) for one in found(*recaps, **more).observed]


def agreed_on(words: str) -> Agreement:
    return Agreement(terms=(Term(topic="frequency", state="agreed", text=words),))


def test_calls_further_apart_than_agreed_or_usual_are_counted_and_not_judged() -> None:
    apart = (call(1), call(2, days=50))
    assert seen(*apart, agreement=agreed_on("every two weeks")) == [
        ("drift", "The last two calls lie 50 days apart; 14 were agreed on.")
    ]
    assert seen(call(1), call(2), call(3), call(4, days=90)) == [
        ("drift", "The last two calls lie 62 days apart; 14 were usual before.")
    ]
    assert seen(call(1), call(2), agreement=agreed_on("every two weeks")) == []


def test_a_call_on_the_day_that_was_set_for_it_is_no_drift() -> None:
    following = NextMeeting(date=START + timedelta(days=50), phrase="after the holidays")
    apart = (call(1, next_meeting=following), call(2, days=50))
    assert seen(*apart, agreement=agreed_on("every two weeks")) == []


@pytest.mark.parametrize(("days", "drifts"), [(20, False), (60, True)])
def test_a_call_that_nobody_set_again_is_said_with_its_day(days: int, drifts: bool) -> None:
    today, agreed = START + timedelta(days=days), agreed_on("every two weeks")
    assert bool(seen(call(1), agreement=agreed, today=today)) is drifts
    following = NextMeeting(date=today + timedelta(days=3), phrase="next week")
    assert seen(call(1, next_meeting=following), agreement=agreed, today=today) == []
    assert seen(ended(1), agreement=agreed, today=today) == []


def test_a_promise_that_comes_back_and_is_open_still_is_shown_with_its_words() -> None:
    again = call(3, **became("not_done", "no rota yet"))
    (stall,) = found(call(1), WORKED, again, ledger=(promise(),)).observed
    assert stall.kind == "stall" and "2 calls" in stall.text
    assert {source.quote for source in stall.sources} >= {"no rota yet"}


def test_a_goal_without_news_in_three_calls_is_shown_and_one_with_news_is_not() -> None:
    quiet = (call(1), call(2), call(3))
    assert [kind for kind, _ in seen(*quiet, goals=(GOAL,))] == ["stall"]
    win = Point(text="Ran the first reviews", who=SAM, evidence=said("I ran two reviews"))
    assert seen(call(1), call(2, wins=(win,)), call(3), goals=(GOAL,)) == []
    assert seen(*quiet[:2], goals=(GOAL,)) == []


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("every four weeks, Tuesday 7pm", 28),
        ("every other Thursday week", None),
        ("every second week", 14),
        ("Monthly, on a Friday", 30),
        ("twice a month", 15),
        ("once a quarter", 91),
        ("when we can", None),
    ],
)
def test_the_rhythm_is_read_from_the_words_of_the_agreement(words: str, days: int | None) -> None:
    assert agreed_rhythm(words) == days


# --- what is said of an end ----------------------------------------------------------------------


@pytest.mark.parametrize("cue", [*ENDS, *AFTERWARDS], ids=lambda cue: cue.name)
def test_a_cue_fits_its_example_and_not_its_counter_example(cue: Cue) -> None:
    assert cue.search(plain(cue.fits)) and not cue.search(plain(cue.but_not))


def heard(*turns: str) -> list[str]:
    texts = tuple(Turn(speaker=(ADA, SAM)[n % 2], text=text) for n, text in enumerate(turns))
    read = Transcript(turns=texts, source="call", format="txt")
    names = tuple(turn.speaker for turn in texts)
    return [one.phase for one in find_endings(Call(read, PAIR, names, START), "01")]


@pytest.mark.parametrize(
    ("said", "phases"),
    [
        ("So this is our last session.", ["separation"]),
        ("In our last session you said you'd ring.", []),
        ("If it doesn't work we can stop these calls.", []),
        ("She said this is our last call with the client.", []),
        ("Let's keep in touch about it.", []),
        ("This is our final call. You can always ring me.", ["separation", "redefinition"]),
    ],
)
def test_an_end_counts_only_where_it_is_said_of_these_calls(said: str, phases: list[str]) -> None:
    assert heard("Hello.", said) == phases


@given(st.lists(st.text(max_size=80), max_size=4))
def test_any_talk_can_be_listened_to(turns: list[str]) -> None:
    assert set(heard(*turns)) <= {"separation", "redefinition"}


# --- what it changes -----------------------------------------------------------------------------


def kinds(*recaps: Recap, **pair: Any) -> list[str]:
    one = PAIR.model_copy(update=pair)
    return [item.kind for item in prepare(one, past=Past(recaps), frameworks=PACKS).items]


def test_each_phase_brings_what_is_its_own() -> None:
    one, goals = call(1), (GOAL,)
    assert "agreement" in kinds(one, phases=("initiation",), goals=goals)
    assert "deepening" in kinds(one, phases=("cultivation",), goals=goals)
    ends = kinds(one, phases=("separation",), goals=goals)
    assert "reached" in ends and not {"goal", "agreement", "deepening"} & set(ends)
    assert "from_here" in kinds(one, phases=("redefinition",), goals=goals)


def test_phases_that_overlap_each_bring_theirs() -> None:
    both = kinds(call(1), phases=("initiation", "cultivation"), goals=(GOAL,))
    assert {"agreement", "deepening", "goal"} <= set(both)
    assert {"reached", "from_here"} <= set(kinds(call(1), phases=("separation", "redefinition")))


def test_deepening_is_offered_from_cultivation_on_and_another_question_each_call() -> None:
    asked = set()
    for calls in range(1, 6):
        recaps = tuple(call(n) for n in range(1, calls + 1))
        pair = PAIR.model_copy(update={"phases": ("cultivation",)})
        agenda = prepare(pair, past=Past(recaps), frameworks=PACKS)
        asked |= {q for item in agenda.items if item.kind == "deepening" for q in item.questions}
        assert "deepening" not in kinds(*recaps, phases=("initiation",))
    assert len(asked) >= 3


def test_an_end_sets_what_was_reached_beside_the_words_of_the_first_call() -> None:
    goal = GOAL.model_copy(update={"evidence": said("I want to lead the review alone")})
    hard = Point(text="The rota", who=SAM, evidence=said("the rota is a mess"))
    pair = PAIR.model_copy(update={"phases": ("separation",), "goals": (goal,)})
    past = Past((call(1, challenges=(hard,)), call(2), call(3)))
    (item,) = [i for i in prepare(pair, past=past, frameworks=PACKS).items if i.kind == "reached"]
    assert [s.quote for s in item.sources] == [
        "I want to lead the review alone",
        "the rota is a mess",
    ]
    assert "Tue 6 Jan" in item.why and item.questions


def test_the_first_meeting_holds_a_goal_to_nothing_yet() -> None:
    pair = PAIR.model_copy(update={"goals": (GOAL,)})
    agenda = prepare(pair, past=Past(), frameworks=PACKS)
    assert agenda.phase == ("initiation",) and "rapport" in {item.kind for item in agenda.items}
    assert "SMART" not in agenda.model_dump_json()


def test_a_pair_that_is_at_work_when_it_comes_here_needs_no_getting_to_know_each_other() -> None:
    assert "rapport" in kinds() and "rapport" not in kinds(phases=("cultivation",))
    for phase in PHASES:
        found = prepare(PAIR.model_copy(update={"phases": (phase,)}), past=Past(), frameworks=PACKS)
        assert sum(item.minutes for item in found.items) == 60


def test_an_agenda_says_that_its_phase_is_a_suggestion_and_no_end_comes_of_one() -> None:
    past = Past((call(1), WORKED, ended(3, after=True)), (promise(),))
    agenda = prepare(PAIR, past=past, frameworks=PACKS)
    assert agenda.phase == ("cultivation",)
    assert any("suggestion (separation, redefinition)" in notice for notice in agenda.notices)
    assert not {"reached", "from_here"} & {item.kind for item in agenda.items}
    put = PAIR.model_copy(update={"phases": ("separation",)})
    agenda = prepare(put, past=past, frameworks=PACKS)
    assert agenda.phase == ("separation",)
    assert not any("suggestion" in notice for notice in agenda.notices)


def test_friendship_is_prompted_by_no_phase() -> None:
    for phase in PHASES:
        pair = PAIR.model_copy(update={"phases": (phase,), "goals": (GOAL,)})
        text = prepare(pair, past=Past((call(1),)), frameworks=PACKS).model_dump_json()
        assert "friend" not in text.casefold()


# --- the command ---------------------------------------------------------------------------------


def test_the_command_shows_the_suggestion_with_its_words_and_sets_nothing() -> None:
    who = after_two_calls()
    shown = done("phase", who)
    assert "Nobody has set it. Suggested:" in shown and "Cultivation:" in shown and "“" in shown
    assert read("phase", who)["set"] == [] == read("relationship", "show", who)["phases"]


def test_people_set_phases_that_overlap_and_take_them_back() -> None:
    who = after_two_calls()
    done("phase", who, "--set", "separation", "--set", "cultivation")
    assert read("phase", who)["set"] == ["cultivation", "separation"]
    assert read("agenda", who, "--for", "both")["phase"] == ["cultivation", "separation"]
    assert "Set: cultivation and separation." in done("phase", who)
    done("phase", who, "--unset")
    assert read("phase", who)["set"] == []


def test_a_phase_there_is_none_of_is_refused_in_one_line() -> None:
    who = after_two_calls()
    assert "there are: initiation" in refused("phase", who, "--set", "growth")
    assert "one or the other" in refused("phase", who, "--set", "cultivation", "--unset")


# --- from the first call to the last --------------------------------------------------------------


def course(*calls: Recap) -> list[tuple[str, str, str]]:
    told = found(*calls, ledger=(promise(),)).course
    return [(one.phase, one.first, one.last) for one in told]


def test_each_call_is_in_the_course_with_the_phase_it_showed_on_its_day() -> None:
    first, told = call(1), call(2, **became("done", "it went out on the Friday"))
    assert course() == []
    assert course(first) == [("initiation", "01", "01")]
    assert course(first, told) == [("initiation", "01", "01"), ("cultivation", "02", "02")]
    assert course(first, told, call(3), ended(4)) == [
        ("initiation", "01", "01"),
        ("cultivation", "02", "03"),
        ("separation", "04", "04"),
    ]


def test_an_end_that_was_spoken_of_and_did_not_come_is_a_stretch_of_its_own() -> None:
    told = call(2, **became("done", "it went out on the Friday"))
    assert course(call(1), told, ended(3, after=True), call(4)) == [
        ("initiation", "01", "01"),
        ("cultivation", "02", "02"),
        ("cultivation", "04", "04"),
        ("separation", "03", "03"),
        ("redefinition", "03", "03"),
    ]


@given(st.lists(st.sampled_from(["plain", "told", "ended", "after"]), min_size=1, max_size=8))
def test_the_course_ends_with_what_is_suggested_and_leaves_no_call_out(kinds: list[str]) -> None:
    made = {
        "plain": call,
        "told": lambda n: call(n, **became("done", "it went out on the Friday")),
        "ended": ended,
        "after": lambda n: ended(n, after=True),
    }
    calls = tuple(made[kind](number) for number, kind in enumerate(kinds, 1))
    told, last = found(*calls, ledger=(promise(),)), calls[-1].session
    assert {one.phase for one in told.course if one.last == last} == set(told.suggested)
    for each in calls:
        assert any(one.first <= each.session <= one.last for one in told.course)
