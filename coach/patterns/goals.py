"""A goal by what was said and promised about it: its letters, its milestones, its numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from coach import dates
from coach.past import Past
from coach.past.sources import of_commitment, of_words
from coach.patterns.measures import numbers
from coach.reading.words import content
from coach.records import (
    SMART,
    Evidence,
    Goal,
    GoalState,
    LetterState,
    Measure,
    Milestone,
    Point,
    Recap,
    Relationship,
    Smart,
    day_of,
)

_NAME = re.compile(r"(?<![.!?“\"] )(?<!^)\b[A-Z][\w'’-]+")
_DAY = 7
"""Days ahead from which on a day is a goal's, not an errand's."""


def same_goal(said: str, goal: str) -> bool:
    """Is a goal that was said the one that is known? It is told by half of its telling words.

    >>> same_goal("One day a week in the code", "Spend a day a week in the code at most")
    True
    """
    words = content(said)
    return bool(words) and 2 * len(words & content(goal)) >= min(len(words), 4)


def states(point: Point, goal: Goal) -> bool:
    """Does a goal of a call state this one, in its wording or in a quote of it?"""
    quoted = (content(item.quote) & content(goal.text) for item in point.evidence)
    return same_goal(point.text, goal.text) or any(len(shared) >= 2 for shared in quoted)


def goal_states(
    past: Past, relationship: Relationship, counted: Sequence[Measure]
) -> tuple[tuple[GoalState, ...], tuple[Measure, ...]]:
    """Each goal as it stands, and the measures that no goal names."""
    mentee = relationship.mentee.name
    names = content(" ".join(person.name for person in relationship.people))
    theirs = {goal.id: [m for m in counted if _counts(goal, m)] for goal in relationship.goals}
    taken = {id(measure) for found in theirs.values() for measure in found}
    states = tuple(
        GoalState(
            goal=goal.id,
            text=goal.text,
            letters=tuple(_letter(letter, goal, past, mentee) for letter in SMART),
            milestones=(*_milestones(goal, past, names), *_days(goal, past)),
            measures=tuple(theirs[goal.id]),
        )
        for goal in relationship.goals
    )
    return states, tuple(measure for measure in counted if id(measure) not in taken)


# --- letters --------------------------------------------------------------------------------------


def _letter(letter: Smart, goal: Goal, past: Past, mentee: str) -> LetterState:
    """A letter that a person filled in, with the words behind it; else what a call says for it."""
    told = list(_talk_of(goal, past))
    if filled := getattr(goal, letter):
        proof = next(((r, e) for r, e in told if _tells(filled, e.quote)), None)
        return _state(letter, "filled", filled, proof)
    for recap, evidence in told:
        if evidence.speaker == mentee and (words := _said_for(letter, evidence, recap)):
            return _state(letter, "said", words, (recap, evidence))
    return _state(letter, "open", None, None)


def _state(
    letter: Smart, state: str, text: str | None, proof: tuple[Recap, Evidence] | None
) -> LetterState:
    source = None
    if proof:
        recap, evidence = proof
        place = f"{recap.session}#turn:{evidence.turn}"
        source = of_words("note", place, "", recap, [evidence])
    who = proof[1].speaker if proof else None
    return LetterState.model_validate(
        {"letter": letter, "state": state, "text": text, "who": who, "source": source}
    )


def _talk_of(goal: Goal, past: Past) -> Iterator[tuple[Recap, Evidence]]:
    """The words in which this goal was stated, the earliest call first."""
    own = {(item.session, item.turn, item.quote) for item in goal.evidence}
    for recap in past.recaps:
        for point in recap.goals:
            same = states(point, goal)
            for item in point.evidence:
                if same or (recap.session, item.turn, item.quote) in own:
                    yield recap, item


def _tells(filled: str, quote: str) -> bool:
    """Does a quote hold what was filled in: half of its telling words, two at least, or its day?"""
    words = content(filled)
    shared = words & content(quote)
    if 2 * len(shared) >= len(words) and len(shared) >= min(2, len(words)) and words:
        return True
    return " ".join(filled.casefold().split()) in " ".join(quote.casefold().split())


def _said_for(letter: Smart, evidence: Evidence, recap: Recap) -> str | None:
    """The words that would fill a letter; only a day and a number are known by their form."""
    today = day_of(recap.held_on)
    if letter == "time_bound":
        return next((said.phrase for said in _far_days(evidence.quote, today)), None)
    if letter == "measurable":
        found_numbers = (f"{one.value} {one.unit}".strip() for one in numbers(evidence.quote))
        return next(found_numbers, None)
    return None


def _far_days(quote: str, today: date) -> Iterator[dates.Spoken]:
    """Days by which something is to be reached: not those on which something takes place."""
    for said in dates.find(quote, today=today):
        if said.due and (said.due - today).days >= _DAY and said.preposition in dates.LIMITS:
            yield said


# --- milestones and measures ----------------------------------------------------------------------


def _milestones(goal: Goal, past: Past, names: frozenset[str]) -> Iterator[Milestone]:
    """Promises and decisions that name what the goal names."""
    for promise in past.ledger:
        if _is_about(promise.action, goal, names):
            yield Milestone(
                kind="commitment",
                text=promise.action,
                who=promise.owner,
                state="open" if promise.status == "draft" else promise.status,
                due=promise.due,
                source=of_commitment(promise),
            )
    for recap in past.recaps:
        for point in recap.decisions:
            if _is_about(point.text, goal, names):
                turn = point.evidence[0].turn if point.evidence else 0
                place = f"{recap.session}#turn:{turn}"
                source = of_words("note", place, "", recap, point.evidence)
                yield Milestone(
                    kind="decision", text=point.text, who=point.who, state="decided", source=source
                )


def _days(goal: Goal, past: Past) -> Iterator[Milestone]:
    """Days on the way that were named with the goal; its own day is the letter's."""
    for recap, evidence in _talk_of(goal, past):
        today = day_of(recap.held_on)
        own = dates.resolve(goal.time_bound, today=today) if goal.time_bound else None
        for said in _far_days(evidence.quote, today):
            if own and said.due != own:
                place = f"{recap.session}#turn:{evidence.turn}"
                yield Milestone(
                    kind="day",
                    text=evidence.quote,
                    who=evidence.speaker,
                    state="said",
                    due=said.due,
                    source=of_words("note", place, "", recap, [evidence]),
                )


def _is_about(said: str, goal: Goal, names: frozenset[str]) -> bool:
    """Two telling words in common, or a name that stands in the goal; the pair's own count not."""
    words = content(said) - names
    named = content(" ".join(_NAME.findall(goal.text))) - names
    return len(words & (_words_of(goal) - names)) >= 2 or bool(words & named)


def _counts(goal: Goal, measure: Measure) -> bool:
    """Does a measure count what the goal names, or a share of the same whole as it?"""
    if measure.unit.startswith("out of "):
        stated = (goal.text, goal.measurable or "", *(item.quote for item in goal.evidence))
        return measure.unit in {f"out of {one.whole}" for text in stated for one in numbers(text)}
    return bool(content(measure.unit) & _words_of(goal))


def _words_of(goal: Goal) -> frozenset[str]:
    return _all(goal.text, goal.specific, goal.measurable)


def _all(*texts: str | None) -> frozenset[str]:
    return content(" ".join(text for text in texts if text))
