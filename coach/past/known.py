"""What is known before a call."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from coach import offlimits
from coach.asking import is_vague, question_id
from coach.records import (
    SMART,
    Commitment,
    FollowUp,
    Goal,
    NextMeeting,
    Recap,
    Relationship,
    day_of,
)

if TYPE_CHECKING:
    from coach.promises import Step
    from coach.store import Answer


_TOLD = (
    *("commitments", "updates", "goals", "wins", "challenges", "insights", "decisions"),
    *("feedback", "trust", "agreement", "slippage", "endings", "useful", "left_open", "questions"),
)
"""Fields of a recap that hold what was said, item by item."""
_WORDED = ("text", "action", "asked", "goal", *SMART)
"""Fields of an item that hold its wording."""


@dataclass(frozen=True)
class Past:
    """What is known before a call, as far as one pair of eyes may see it.

    `recaps` are confirmed ones, the earliest call first; `ledger` holds open and closed
    commitments; `answers` those to the pre-call plan and to follow-up questions; `kept_by_hand`
    what a person entered as done since the last call.
    """

    recaps: tuple[Recap, ...] = ()
    ledger: tuple[Commitment, ...] = ()
    answers: tuple[Answer, ...] = ()
    kept_by_hand: tuple[Step, ...] = ()

    @property
    def last(self) -> Recap | None:
        """The latest call's recap; of two calls on one day, the later one in the list."""
        return max(reversed(self.recaps), key=lambda recap: day_of(recap.held_on), default=None)

    @property
    def kept(self) -> frozenset[str]:
        """Ids of the promises that were kept at the last call, or by hand since: to be praised."""
        done = {c.id for c in self.ledger if c.status == "done"}
        last = self.last
        heard = {u.commitment for u in (last.updates if last else ()) if u.status == "done"}
        return frozenset(done & (heard | {step.commitment for step in self.kept_by_hand}))

    @property
    def new_answers(self) -> tuple[Answer, ...]:
        """Answers given since the last call."""
        last = self.last
        since = day_of(last.held_on) if last else date.min
        return tuple(answer for answer in self.answers if day_of(answer.at) >= since)

    @property
    def unanswered(self) -> tuple[tuple[str, Recap, FollowUp], ...]:
        """Follow-up questions, with their ids and calls, that nobody answered, or only vaguely.

        What became of a promise answers every question about it; a day that it was given since
        answers the one that asks for a day.
        """
        answered = {a.question for a in self.answers if not is_vague(a.text)}
        closed = {commitment.id for commitment in self.ledger if not commitment.is_open}
        dated = {commitment.id for commitment in self.ledger if commitment.due}
        return tuple(
            (id, recap, question)
            for recap in reversed(self.recaps)
            for question in recap.questions
            if (id := question_id(recap.session, question)) not in answered
            and question.about not in closed
            and not (question.gap == "time_bound" and question.about in dated)
        )

    def within_limits(self, relationship: Relationship) -> Past:
        """The same past without whatever speaks of a subject off limits, in its wording or quotes.

        With a promise or a goal goes what was asked of it and what became of it: what is made of
        the rest can speak of none.
        """

        def spoken_of(item: Any) -> bool:
            return offlimits.speaks_of(_words_of(item), relationship)

        things: tuple[Commitment | Goal, ...] = (*self.ledger, *relationship.goals)
        off = {one.id for one in things if spoken_of(one)}

        def kept(items: Iterable[Any]) -> tuple[Any, ...]:
            return tuple(one for one in items if not spoken_of(one) and off.isdisjoint(_ties(one)))

        def recap_within(recap: Recap) -> Recap:
            fields: dict[str, Any] = {name: kept(getattr(recap, name)) for name in _TOLD}
            if recap.next_meeting and spoken_of(recap.next_meeting):
                fields["next_meeting"] = _day_alone(recap.next_meeting)
            return recap.model_copy(update=fields)

        return replace(
            self,
            recaps=tuple(map(recap_within, self.recaps)),
            ledger=kept(self.ledger),
            answers=kept(self.answers),
        )


def _day_alone(meeting: NextMeeting) -> NextMeeting | None:
    """The day that a person set, without what was said of it."""
    return NextMeeting(date=meeting.date, phrase="", by_hand=True) if meeting.by_hand else None


def _words_of(item: Any) -> str:
    """All words of an item: its own, and those of its evidence."""
    own = (getattr(item, name, None) or "" for name in _WORDED)
    return " ".join([*own, *(quote.quote for quote in getattr(item, "evidence", ()))])


def _ties(item: Any) -> set[str]:
    """The promise or goal that an item is, or is of."""
    return {getattr(item, name, "") for name in ("id", "commitment", "about")}
