"""Follow-up questions: the sharpest gaps first, no promise asked about twice."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from coach.asking.nouns import as_thing, given_name, goal_as_thing
from coach.asking.wording import Need, Wording
from coach.library import Framework
from coach.reading import Call
from coach.records import Commitment, FollowUp, Goal, Recap, Relationship, Smart

MOST = 8
"""Follow-up questions of a call."""
LOAD = 5
"""Promises that one person can be expected to keep before the next call."""


def question_id(session: str, question: FollowUp) -> str:
    """What an answer names a follow-up question by: its gap and what it is about, not its place.

    So an answer stays with its question when the call is read again.
    """
    return f"{session}#q.{question.about.replace('#', '')}.{question.gap}"


def goal_question(
    goal: Goal, relationship: Relationship, frameworks: Mapping[str, Framework]
) -> FollowUp | None:
    """The question for the first SMART letter that a goal lacks."""
    order: tuple[Smart, ...] = ("measurable", "time_bound", "specific", "achievable", "relevant")
    gap = next((letter for letter in order if letter in goal.gaps), None)
    if gap is None:
        return None
    need = Need(gap, relationship.mentee.name, goal_as_thing(goal.text), goal.id)
    return Wording(relationship, frameworks).ask(need)


def follow_ups(draft: Recap, call: Call, wording: Wording) -> list[FollowUp]:
    """Questions for the draft's gaps: the sharpest first, no promise asked about twice."""
    asked: list[FollowUp] = []
    about: set[str] = set()
    for need in _needs(draft, call):
        if len(asked) >= MOST:
            break
        if need.about in about:
            continue
        if question := wording.ask(need):
            asked.append(question)
            about.add(need.about)
    return asked


def _needs(draft: Recap, call: Call) -> Iterator[Need]:
    mine = [c for c in draft.commitments if c.owner]
    yield from _overload(mine)
    yield from _undated(mine, call)
    yield from _slips(draft, call)
    yield from _goal_gaps(call)
    yield from _obstacles(mine, call)


def _overload(commitments: Sequence[Commitment]) -> Iterator[Need]:
    """Too many promises for one person; asked about by the last of them, which tipped it."""
    last = {c.owner: c for c in commitments if c.owner}
    for owner, promised in Counter(c.owner for c in commitments if c.owner).items():
        if promised > LOAD:
            yield Need("overload", owner, f"{promised} promises", last[owner].id)


def _undated(commitments: Iterable[Commitment], call: Call) -> Iterator[Need]:
    for commitment in commitments:
        gap = next((g for g in ("time_bound", "specific") if g in commitment.gaps), None)
        spoken = gap == "time_bound" and commitment.due_phrase  # a deadline, if not a day
        if gap and not spoken and commitment.firmness == "firm":
            yield _need(gap, commitment, call)


def _slips(draft: Recap, call: Call) -> Iterator[Need]:
    """What was moved or not done: what stood in the way, before what comes next."""
    known = {commitment.id: commitment for commitment in call.ledger}
    for update in draft.updates:
        earlier = known.get(update.commitment)
        if earlier and earlier.owner and update.status in ("rescheduled", "not_done", "partly"):
            yield _need("obstacle", earlier.model_copy(update={"due": None}), call)


def _goal_gaps(call: Call) -> Iterator[Need]:
    owner = call.relationship.mentee.name
    for goal in call.relationship.goals:
        for letter in ("measurable", "achievable"):
            if letter in goal.gaps:
                yield Need(letter, owner, goal_as_thing(goal.text), goal.id)
                break


def _obstacles(commitments: Sequence[Commitment], call: Call) -> Iterator[Need]:
    """The promises that ask most of their owner: repeated deeds, conditional ones, far days."""
    ranked = sorted(commitments, key=lambda c: -_demand(c))
    for number, commitment in enumerate(ranked):
        if commitment.firmness == "conditional":
            yield _need("not_heard", commitment, call)
        elif number % 2 and not _is_for_partner(commitment, call):
            yield _need("support", commitment, call)
        else:
            yield _need("obstacle", commitment, call)


def _is_for_partner(commitment: Commitment, call: Call) -> bool:
    """Does it name the partner? "What do you need from Dana for texting Dana" reads badly."""
    assert commitment.owner
    return given_name(call.partner(commitment.owner)) in as_thing(commitment.action)


def _demand(commitment: Commitment) -> float:
    repeated = bool(
        re.search(r"\b(?:every|each|daily|a week|times|not)\b", commitment.action, re.I)
    )
    return 2.0 * repeated + min(len(commitment.evidence), 4) * 0.5 + (commitment.due is None)


def _need(gap: str, commitment: Commitment, call: Call) -> Need:
    assert commitment.owner
    thing = as_thing(commitment.action)
    return Need(gap, commitment.owner, thing, commitment.id, due=commitment.due)
