"""Cases become agendas: what a pair would be given before each of its calls.

`read` is what a user gets: a home in which each earlier call was read by the rules and all of it
confirmed. `gold` draws the agenda of recaps without a fault, so that what it lacks is its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from coach.app import Coach
from coach.before import prepare
from coach.engine import OFFLINE
from coach.errors import CoachError
from coach.library import frameworks
from coach.past import Past
from coach.records import (
    ROLES,
    Agenda,
    Commitment,
    Evidence,
    NextMeeting,
    Point,
    Recap,
    Relationship,
    Role,
    Update,
    parse_when,
)
from evals.cases import Case
from evals.gold import Found
from evals.words import who

VIEWS: tuple[Role | None, ...] = (None, *ROLES)
"""Whose eyes: those of both, then each one's own."""


class Prepared(NamedTuple):
    """What was drawn up for a call, what it could draw on, and the call as it then went."""

    case: Case
    """the call that the agenda is for; its gold is what came"""
    relationship: Relationship
    past: Past
    turns: Mapping[str, Sequence[str]]
    """the words of the earlier calls, by session"""
    agendas: Mapping[Role | None, Agenda]

    @property
    def first(self) -> bool:
        """Is it the first meeting, before which nothing was said?"""
        return not self.case.earlier


def prepared(
    cases: Iterable[Case], source: str, complain: Callable[[str], None]
) -> Iterator[Prepared]:
    """The agendas of every call, each drawn from the calls before it, by `gold` or `read` recaps.

    `complain` is told of a call that cannot be read; it leaves nothing to the next agenda.
    """
    for _, found in groupby(cases, key=lambda case: case.folder):
        calls = tuple(found)
        yield from (_of_gold(calls) if source == "gold" else _of_a_home(calls, complain))


# --- what a user gets -----------------------------------------------------------------------------


def _of_a_home(calls: Iterable[Case], complain: Callable[[str], None]) -> Iterator[Prepared]:
    turns: dict[str, Sequence[str]] = {}
    with TemporaryDirectory() as home, Coach(home) as coach:
        for case in calls:
            pair = _known(coach, case)
            yield Prepared(
                case,
                pair,
                coach.past(pair.id, None),
                dict(turns),
                {role: coach.agenda(pair.id, role=role, engine=OFFLINE) for role in VIEWS},
            )
            try:
                drafted = coach.recap(
                    case.transcript, who=pair.id, held_on=case.gold.date, engine=OFFLINE
                )
                coach.confirm(pair.id, drafted.recap.session)
            except CoachError as error:
                complain(f"{case.name}: {error}")
            turns[case.session] = case.turns


def _known(coach: Coach, case: Case) -> Relationship:
    """The pair in this home. Goals and off-limits subjects are typed in after the first call."""
    told = case.relationship()
    if not case.earlier:
        coach.add(told.id, mentor=told.mentor, mentee=told.mentee, started=told.started)
        return coach.consent(told.id, ROLES)
    there = coach.relationship(told.id)
    topics = {term.topic for term in told.agreement.terms}
    heard = tuple(term for term in there.agreement.terms if term.topic not in topics)
    agreement = told.agreement.model_copy(update={"terms": (*told.agreement.terms, *heard)})
    changed = there.model_copy(
        update={"goals": told.goals or there.goals, "agreement": agreement},
    )
    coach.store.relationships.replace(changed)
    return changed


# --- of recaps without a fault --------------------------------------------------------------------


def _of_gold(calls: Iterable[Case]) -> Iterator[Prepared]:
    packs = frameworks()
    recaps: tuple[Recap, ...] = ()
    turns: dict[str, Sequence[str]] = {}
    known: dict[str, dict[str, Any]] = {}
    for case in calls:
        pair = case.relationship()
        ledger = (promise.model_copy(update=known[promise.id]) for promise in case.ledger())
        past = Past(recaps, tuple(ledger))
        agendas = {role: prepare(pair, past=past, frameworks=packs, role=role) for role in VIEWS}
        yield Prepared(case, pair, past, dict(turns), agendas)
        recaps = (*recaps, recap := recap_of_gold(case))
        turns[case.session] = case.turns
        known |= {c.id: {"action": c.action, "evidence": c.evidence} for c in recap.commitments}


def recap_of_gold(case: Case) -> Recap:
    """The gold of a call as a recap; what is marked `sensitive` has no place in one."""
    gold = case.gold
    points: dict[str, Any] = {
        kind: tuple(_point(case, found) for found in getattr(gold, kind) if not found.sensitive)
        for kind in ("goals", "wins", "challenges", "insights", "decisions")
    }
    return Recap(
        relationship=case.pair.id,
        session=case.session,
        held_on=gold.date,
        engine="gold",
        commitments=_commitments(case),
        updates=tuple(
            Update(
                commitment=update.key,
                status=update.status,
                new_due=parse_when(update.new_due) if update.new_due else None,
                evidence=_words(case, update, update.evidence),
            )
            for update in gold.updates
        ),
        next_meeting=_next_meeting(case),
        **points,
    )


def _commitments(case: Case) -> tuple[Commitment, ...]:
    return tuple(
        Commitment(
            id=f"{case.session}#{promise.id}",
            owner=who(promise.owner, case.people),
            action=promise.neutral_action or promise.action,
            due=parse_when(promise.due) if promise.due else None,
            firmness=promise.firmness,
            evidence=_words(case, promise, promise.evidence),
        )
        for promise in case.gold.commitments
    )


def _next_meeting(case: Case) -> NextMeeting | None:
    meeting = case.gold.next_meeting
    if meeting is None:
        return None
    return NextMeeting(
        date=parse_when(meeting.date) if meeting.date else None,
        phrase=meeting.phrase or "",
        goal=None if meeting.sensitive else meeting.goal,
        evidence=_words(case, meeting, (meeting.phrase or "",)),
    )


def _point(case: Case, found: Found) -> Point:
    return Point(text=found.text, who=getattr(found, "who", None), evidence=_words(case, found, ()))


def _words(case: Case, found: Any, quotes: Iterable[str]) -> tuple[Evidence, ...]:
    """The gold's own quotes, else its turns whole; none of a turn that speaks of a secret."""
    secret = {turn for item in case.gold.confidential for turn in item.turns}
    turns = [turn for turn in found.turns if turn < len(case.spoken) and turn not in secret]
    given = [quote for quote in quotes if quote]
    placed = [(turn, quote) for turn in turns for quote in given if quote in case.spoken[turn].text]
    return tuple(
        Evidence(
            session=case.session,
            turn=turn,
            speaker=who(case.spoken[turn].speaker, case.people),
            quote=quote,
        )
        for turn, quote in placed or [(turn, case.spoken[turn].text) for turn in turns]
    )
