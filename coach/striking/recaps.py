"""A recap without what was made of struck words; a later one without what hung on that."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from coach.asking.coverage import coverage
from coach.library import Framework
from coach.reading.words import content
from coach.records import (
    Coverage,
    FollowUp,
    NextMeeting,
    Recap,
    Relationship,
    Unsupported,
    Withheld,
)
from coach.striking.passage import Passage
from coach.striking.promises import falls, promise_without

_PROVED = (
    *("updates", "goals", "wins", "challenges", "insights", "decisions"),
    *("feedback", "trust", "agreement", "slippage", "endings", "useful", "left_open"),
)
"""Fields whose items stand on their evidence."""


@dataclass(frozen=True)
class Loss:
    """Ids of what is not there any more, or lost some of its words (`shaken`)."""

    promises: frozenset[str]
    goals: frozenset[str]
    shaken: frozenset[str]

    @property
    def things(self) -> frozenset[str]:
        """What nothing may be about any more."""
        return self.promises | self.goals


def later_recap(recap: Recap, loss: Loss) -> Recap:
    """Another call's recap, without what speaks of a promise or goal that is gone."""
    kept = recap.without(loss.promises)
    asked = tuple(q for q in kept.questions if q.about not in loss.goals)
    return kept.model_copy(update={"questions": asked})


def struck_recap(
    recap: Recap,
    passage: Passage,
    loss: Loss,
    relationship: Relationship,
    frameworks: Mapping[str, Framework],
) -> Recap:
    """The recap of the call that words were struck from."""
    goals = [goal.text for goal in recap.goals if falls(goal, passage)]
    kept = later_recap(recap, loss)
    kept = kept.model_copy(
        update={
            "notices": tuple(text for text in recap.notices if not passage.asked_in(text)),
            "commitments": tuple(promise_without(c, passage) for c in kept.commitments),
            **{name: tuple(_standing(getattr(kept, name), passage)) for name in _PROVED},
            "next_meeting": _meeting(recap.next_meeting, passage),
            "questions": tuple(
                q for q in kept.questions if not _asks(q, passage, loss.shaken, goals)
            ),
            "reflections": tuple(
                prompt
                for prompt in kept.reflections
                if not any(map(passage.holds, prompt.sources)) and not passage.asked_in(prompt.text)
            ),
            "withheld": _withheld(recap.withheld, passage),
            "unsupported": tuple(u for u in recap.unsupported if not _claims(u, passage, loss)),
        }
    )
    again = coverage(kept, relationship, frameworks)
    covered = tuple(_covered(recap.coverage, passage, again))
    return kept.model_copy(update={"coverage": covered})


def _standing(items: Iterable[Any], passage: Passage) -> Iterator[Any]:
    for item in items:
        if not falls(item, passage):
            left = passage.standing(item.evidence)
            yield item if left == item.evidence else item.model_copy(update={"evidence": left})


def _meeting(meeting: NextMeeting | None, passage: Passage) -> NextMeeting | None:
    """The next call; what it is for only where none of its words are struck."""
    if meeting is None:
        return None
    left = passage.standing(meeting.evidence)
    shaken = left != meeting.evidence or passage.told_in(meeting.goal)
    kept = meeting.model_copy(update={"evidence": left, "goal": None if shaken else meeting.goal})
    if meeting.by_hand:  # that day is a person's own word
        return kept
    return None if falls(kept, passage) or (meeting.evidence and not left) else kept


def _asks(
    question: FollowUp, passage: Passage, shaken: frozenset[str], goals: Iterable[str]
) -> bool:
    """Is it about struck words, or in them? A goal of the call is known by its words."""
    about = question.about
    if about.startswith(f"{passage.session}#g"):
        asked = content(question.text)
        if any(asked & content(goal) for goal in goals):
            return True
    of_a_turn = about in {f"turn:{turn}" for turn in passage.turns}
    return of_a_turn or about in shaken or passage.asked_in(question.text)


def _withheld(known: tuple[Withheld, ...], passage: Passage) -> tuple[Withheld, ...]:
    places = {cut.turn: Withheld(turn=cut.turn, scope=cut.scope) for cut in passage.cuts}
    places |= {one.turn: one for one in known}
    return tuple(places[turn] for turn in sorted(places))


def _claims(aside: Unsupported, passage: Passage, loss: Loss) -> bool:
    """What was set aside names its place, or is in words that nothing was proved by."""
    first, _, _ = aside.claim.partition(" ")
    placed = first in {f"turn:{turn}" for turn in passage.turns}
    return placed or passage.touches(aside.claim) or any(id in aside.claim for id in loss.promises)


def _covered(
    known: Iterable[Coverage], passage: Passage, again: Iterable[Coverage]
) -> Iterator[Coverage]:
    """Which parts the call covers: told anew where it was told by struck words."""
    anew = {(one.framework, one.part): one for one in again}
    for one in known:
        if not any(map(passage.holds, one.evidence)):
            yield one
        elif found := anew.get((one.framework, one.part)):
            yield found
