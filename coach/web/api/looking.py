"""Looking through the API: nothing here changes anything or asks a model."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated

from fastapi import APIRouter, Query

from coach.after import mark_of
from coach.given import checked_when
from coach.library import Framework
from coach.promises import Step
from coach.records import Agenda, Commitment, Kind, Patterns, Phases, Relationship, Role
from coach.render.recap import seen_by
from coach.web.api.answers import (
    Agreed,
    Draft,
    DueCommitment,
    GoalNow,
    Kept,
    NextDay,
    Notes,
    OpenQuestion,
    Promise,
    besides_of,
)
from coach.web.given import TheCoach, ThePair

routes = APIRouter()
PAIR = "/relationships/{who}"

For = Annotated[
    Role | None, Query(alias="for", description="Whose eyes; else those of this home's owner.")
]
Days = Annotated[int, Query(ge=0, le=366, description="How far ahead.")]
Words = Annotated[str, Query(min_length=1, max_length=500, description="What to look for.")]


@routes.get("/relationships")
def relationships(coach: TheCoach) -> tuple[Relationship, ...]:
    """Every relationship of this home."""
    return coach.relationships()


@routes.get(PAIR)
def relationship(coach: TheCoach, pair: ThePair) -> Kept:
    """One relationship with its calls."""
    sessions = coach.store.sessions.list(pair.id)
    return Kept(**dict(pair), sessions=sessions, texts=coach.kept_texts(pair.id))


@routes.get(f"{PAIR}/commitments")
def commitments(
    coach: TheCoach, pair: ThePair, open: bool = False, kind: Kind | None = None
) -> tuple[Commitment, ...]:
    """What both promised, and what a file of the partner tells of the owner's promises."""
    found = coach.commitments(pair.id, open, kind)
    return found if kind else (*found, *coach.heard(pair.id))


@routes.get(f"{PAIR}/commitments/{{id}}")
def commitment(coach: TheCoach, pair: ThePair, id: str) -> Promise:
    """One promise, and its whole life."""
    now = coach.store.ledger.get(pair.id, id)
    return Promise(commitment=now, history=coach.history(pair.id, id))


@routes.get(f"{PAIR}/history")
def history(coach: TheCoach, pair: ThePair) -> tuple[Step, ...]:
    """Everything that was ever said or done about any promise, the newest first."""
    return coach.history(pair.id)


@routes.get("/due")
def due(coach: TheCoach, who: str | None = None, days: Days = 7) -> tuple[DueCommitment, ...]:
    """Open promises whose day has come or comes soon, of one relationship or of all."""
    found = coach.due(who, until=coach.today() + timedelta(days=days))
    return tuple(
        DueCommitment(**dict(promise), relationship=one.relationship.id)
        for one in found
        for promise in one.promises
    )


@routes.get(f"{PAIR}/agenda")
def agenda(
    coach: TheCoach,
    pair: ThePair,
    role: For = None,
    both: Annotated[bool, Query(description="The shared agenda instead of a brief.")] = False,
    minutes: Annotated[int, Query(ge=10, le=480)] = 60,
    on: Annotated[str | None, Query(max_length=40, description="When; else as it was set.")] = None,
) -> Agenda:
    """The next call's agenda or one person's brief, as the rules alone word it."""
    eyes = None if both else role or pair.me
    return coach.agenda(pair.id, role=eyes, minutes=minutes, on=checked_when(on), engine="offline")


@routes.get(f"{PAIR}/next-call")
def next_call(coach: TheCoach, pair: ThePair) -> NextDay:
    """The day of the next call: as a person set it, else as the last call agreed on it."""
    return NextDay(on=coach.next_call(pair.id))


@routes.get(f"{PAIR}/sessions/{{session}}/recap")
def draft(coach: TheCoach, pair: ThePair, session: str) -> Draft:
    """The draft recap of a call with its mark; what was confirmed, where no draft waits."""
    found = coach.draft(pair.id, session)
    waits = coach.store.sessions.draft(pair.id, session) is not None
    seen = seen_by(found, pair, pair.me)
    return Draft(draft=mark_of(found), besides=besides_of(found), confirmed=not waits, recap=seen)


@routes.get(f"{PAIR}/notes")
def notes(
    coach: TheCoach, pair: ThePair, query: Words, limit: Annotated[int, Query(ge=1, le=50)] = 8
) -> Notes:
    """Notes of past calls that fit the words, of those that this home's owner may see."""
    found = coach.find(pair.id, query, pair.me, limit)
    return Notes(hits=found.hits, notices=found.notices)


@routes.get(f"{PAIR}/questions")
def open_questions(coach: TheCoach, pair: ThePair, role: For = None) -> tuple[OpenQuestion, ...]:
    """Follow-up questions that wait for an answer."""
    found = coach.open_questions(pair.id, role or pair.me)
    return tuple(OpenQuestion(**dict(question), id=id) for id, question in found)


@routes.get(f"{PAIR}/patterns")
def patterns(coach: TheCoach, pair: ThePair, role: For = None) -> Patterns:
    """What the calls say together."""
    return coach.patterns(pair.id, role or pair.me)


@routes.get(f"{PAIR}/phase")
def phase(coach: TheCoach, pair: ThePair) -> Phases:
    """Which phases the pair is in: set, and suggested with what speaks for each."""
    return coach.phase(pair.id)


@routes.get(f"{PAIR}/agreement")
def agreement(coach: TheCoach, pair: ThePair) -> Agreed:
    """The working agreement, topic by topic."""
    return Agreed(
        relationship=pair.id,
        terms=coach.agreement(pair.id),
        off_limits=pair.agreement.off_limits,
        initials=pair.agreement.initials.on,
    )


@routes.get(f"{PAIR}/goals")
def goals(coach: TheCoach, pair: ThePair) -> tuple[GoalNow, ...]:
    """What the mentee works towards."""
    return tuple(GoalNow(**dict(goal)) for goal in pair.goals)


@routes.get("/frameworks")
def frameworks(coach: TheCoach) -> tuple[Framework, ...]:
    """Every pack of questions, with its sources."""
    return tuple(coach.frameworks.values())
