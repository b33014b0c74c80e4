"""What grows between the two: calls and phases, goals, what comes back, and one's own talking."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Annotated, Any, Literal, NamedTuple

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, Response

from coach.app import Coach
from coach.errors import UnknownError, UserError
from coach.patterns import amount
from coach.records import (
    PHASES,
    SMART,
    Goal,
    GoalState,
    Measure,
    Patterns,
    Phase,
    Relationship,
    Smart,
    day_of,
)
from coach.render.page import Page
from coach.render.patterns import patterns_page
from coach.render.phases import TITLES, phases_page
from coach.render.recap import BECAME
from coach.web import charts
from coach.web.drawing import Chart, clean
from coach.web.given import Line, TheCoach, ThePair
from coach.web.pages.agreement import agreement
from coach.web.showing import at, done, show

pages = APIRouter()

DRAWN = 40
"""Calls of the time-line, the latest ones: more of them stand too close to be told apart."""
LISTED = 8
"""Lines of what comes back, the latest ones, until somebody asks for all."""
RECENT = 12
"""Calls whose talk figures are drawn; what was longer ago says less of how somebody talks now."""


class Told(NamedTuple):
    """A goal with what can be drawn of it, and the questions that its open letters ask."""

    state: GoalState
    goal: Goal
    charts: tuple[Chart, ...]


@pages.get("/with/{who}/together")
def together(
    request: Request, coach: TheCoach, pair: ThePair, names: bool = False, whole: bool = False
) -> HTMLResponse:
    """All of it; `names` looks as well for what third people may still be named by.

    Of what comes back only the latest, unless it is to be shown `whole`.
    """
    found = coach.patterns(pair.id, pair.me)
    back = found.model_copy(update={"goals": (), "measures": ()})
    page = patterns_page(back, pair)
    return show(
        request,
        "together.html",
        pair=pair,
        here="together",
        back=page if whole else _latest(page),
        more=not whole and _latest(page) != page,
        talk=_talk(coach, pair),
        **_phase(coach, pair),
        **_goals(coach, pair, found),
        **agreement(coach, pair),
        left=coach.names_left(pair.id) if names else None,
    )


@pages.post("/with/{who}/together/phase")
def set_phase(
    request: Request,
    coach: TheCoach,
    pair: ThePair,
    phase: Annotated[list[Phase], Form()] = [],  # noqa: B006
) -> Response:
    """Say which phases the two are in; none of them: as suggested again."""
    pair = coach.set_phase(pair.id, phase)
    part = show(request, "_phase.html", pair=pair, **_phase(coach, pair))
    return done(request, f"{at(pair.id, 'together')}#phase", part)


@pages.post("/with/{who}/together/goals")
def add_goal(
    request: Request,
    coach: TheCoach,
    pair: ThePair,
    text: Line,
    specific: Line = "",
    measurable: Line = "",
    achievable: Line = "",
    relevant: Line = "",
    time_bound: Line = "",
) -> Response:
    """Add a goal; what is left empty stays open."""
    letters = (specific, measurable, achievable, relevant, time_bound)
    said = {letter: _said(words) for letter, words in zip(SMART, letters, strict=True)}
    return _with_goal(request, coach, pair, Goal(id="", text=_needed(text), **said))


@pages.post("/with/{who}/together/goals/{id}")
def change_goal(
    request: Request,
    coach: TheCoach,
    pair: ThePair,
    id: str,
    what: Annotated[Literal["text"] | Smart, Form()],
    value: Line = "",
) -> Response:
    """Change the wording of a goal, or one of its letters; an empty letter is open again."""
    goal = next((one for one in pair.goals if one.id == id), None)
    if goal is None:
        raise UnknownError(f"There is no goal {id!r} here.")
    words = _needed(value) if what == "text" else _said(value)
    return _with_goal(request, coach, pair, goal.model_copy(update={what: words}))


def _with_goal(request: Request, coach: Coach, pair: Relationship, goal: Goal) -> Response:
    pair = coach.add_goal(pair.id, goal)
    found = coach.patterns(pair.id, pair.me)
    part = show(request, "_goals.html", pair=pair, **_goals(coach, pair, found))
    return done(request, f"{at(pair.id, 'together')}#goals", part)


def _said(words: str) -> str | None:
    return clean(words) or None


def _needed(words: str) -> str:
    if said := _said(words):
        return said
    raise UserError("A goal needs words: what is to be reached?")


# --- what is shown --------------------------------------------------------------------------------


def _latest(page: Page) -> Page:
    """The same page with the last lines of each section only."""
    sections = (replace(one, lines=one.lines[-LISTED:]) for one in page.sections)
    return replace(page, sections=tuple(sections))


def _phase(coach: Coach, pair: Relationship) -> dict[str, Any]:
    found = coach.phase(pair.id)
    calls = _calls(coach, pair)
    places = {id: place for place, (id, _) in enumerate(calls)}
    stretches = [
        charts.Stretch(one.phase.capitalize(), places.get(one.first, 0), places[one.last])
        for one in found.course
        if one.last in places
    ]
    return {
        "phases": found,
        "phase_titles": {phase: TITLES[phase].partition(": ") for phase in PHASES},
        "signs": phases_page(found, pair).sections,
        "time_line": charts.time_line("calls", [call for _, call in calls], stretches)
        if places
        else None,
    }


def _calls(coach: Coach, pair: Relationship) -> list[tuple[str, charts.Call]]:
    """The confirmed calls by their days, and the next one where its day is known and to come."""
    calls = [
        (call.id, charts.Call(_number(call.id), day_of(call.held_on)))
        for call in coach.store.sessions.list(pair.id)
        if call.confirmed
    ][-DRAWN:]
    upcoming = coach.next_call(pair.id) if calls and not pair.closed else None
    if upcoming and day_of(upcoming) >= coach.today():
        calls.append(("", charts.Call("next", day_of(upcoming), held=False)))
    return calls


def _goals(coach: Coach, pair: Relationship, found: Patterns) -> dict[str, Any]:
    known = {goal.id: goal for goal in pair.goals}
    asked = {question.id: question.text for question in coach.frameworks["smart"].questions}
    return {
        "goals": [
            Told(state, known[state.goal], tuple(_drawn(state.goal, state.measures)))
            for state in found.goals
        ],
        "gap_questions": asked,
        "letters": SMART,
        "became": BECAME,
        "measures": tuple(_drawn("other", found.measures)),
        "numbers": found.measures,
    }


def _drawn(of: str, measures: tuple[Measure, ...]) -> Iterator[Chart]:
    """A chart for each measure whose words are all numbers."""
    for place, one in enumerate(measures):
        amounts = [amount(reading.value) for reading in one.readings]
        readings = [
            charts.Reading(told.value, known.number, day_of(told.source.date), told.aim)
            for told, known in zip(one.readings, amounts, strict=True)
            if known and told.source.date
        ]
        wholes = {known.whole for known in amounts if known}
        if len(readings) == len(amounts) and len(wholes) == 1:
            name = one.unit[:1].upper() + one.unit[1:]
            yield charts.measure(f"{of}-{place}", name, readings, *wholes)


def _talk(coach: Coach, pair: Relationship) -> tuple[Chart, ...] | None:
    """One's own figures of the last calls; None where nobody said whose home this is."""
    if pair.me is None:
        return None
    name, recaps = pair.person(pair.me).name, coach.past(pair.id, None).recaps
    told = [recap for recap in recaps[-RECENT:] if name in recap.talk.share]
    if not told:
        return ()
    labels = [f"Call {_number(recap.session)}" for recap in told]
    talks = [recap.talk for recap in told]
    return (
        charts.talk_share(
            "share", [(label, talk.share[name]) for label, talk in zip(labels, talks, strict=True)]
        ),
        charts.questions(
            "asked",
            [
                (label, talk.open_questions.get(name, 0), talk.closed_questions.get(name, 0))
                for label, talk in zip(labels, talks, strict=True)
            ],
        ),
    )


def _number(session: str) -> str:
    return session.lstrip("0") or session
