"""Follow-up questions: those best spent first, nothing asked about twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from coach import offlimits
from coach.asking.needs import needs
from coach.asking.nouns import goal_as_thing
from coach.asking.wording import Need, Wording
from coach.library import Framework
from coach.reading import Call
from coach.records import FollowUp, Goal, Recap, Relationship, Smart

MOST = 8
"""Follow-up questions of a call."""
_LETTERS: tuple[Smart, ...] = ("measurable", "time_bound", "specific", "achievable", "relevant")
"""The letters of SMART, the one that moves a goal most first."""


def question_id(session: str, question: FollowUp) -> str:
    """What an answer names a follow-up question by: its gap and what it is about, not its place.

    So an answer stays with its question when the call is read again.
    """
    return f"{session}#q.{question.about.replace('#', '')}.{question.gap}"


def goal_question(
    goal: Goal, relationship: Relationship, frameworks: Mapping[str, Framework]
) -> FollowUp | None:
    """The question for the first SMART letter that a goal lacks."""
    gap = next((letter for letter in _LETTERS if letter in goal.gaps), None)
    if gap is None:
        return None
    need = Need(gap, relationship.mentee.name, goal_as_thing(goal.text), goal.id)
    return Wording(relationship, frameworks).ask(need)


def follow_ups(draft: Recap, call: Call, wording: Wording) -> list[FollowUp]:
    """Questions for the draft's gaps: those best spent first, nothing asked about twice."""
    return list(_asked(needs(draft, call), wording))


def whole(need: Need, question: FollowUp) -> str:
    """The question with the nouns that its wording may have left out."""
    return f"{question.text} {need.thing} {need.quote or ''}"


def _asked(wanted: Iterable[Need], wording: Wording) -> Iterator[FollowUp]:
    about: set[str] = set()
    nouns: set[str] = set()
    for need in wanted:
        if len(about) == MOST:
            return
        noun = need.thing or need.quote or need.about
        if need.about in about or noun in nouns:
            continue
        question = wording.ask(need)
        if question and not offlimits.speaks_of(whole(need, question), wording.relationship):
            about.add(need.about)
            nouns.add(noun)
            yield question
