"""The roadmap of a pair: topics in numbered meetings, drawn anew from what every call left behind.

What was held stands as it was. What is to come is placed by rule, so the same past gives the same
roadmap: the first meetings settle how to work together, confidentiality first; every meeting looks
at a goal, and the last one before a goal's day asks what became of it; what comes back and what
nobody answered fill the room that is left; where the relationship has an end, the last meeting is
for ending well.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import islice

from coach.before import calendar, goals, recurring, topics
from coach.before.calendar import Day, End
from coach.before.topics import Idea
from coach.before.view import View
from coach.errors import UserError
from coach.library import Framework
from coach.past import Past
from coach.past.sources import of_commitment
from coach.records import Goal, Meeting, Recap, Relationship, Roadmap, Source, Topic, day_of
from coach.records.roadmap import MOST_TOPICS

MEETINGS, MOST_MEETINGS = 6, 24
"""Meetings to come: as a rule, and at most."""
FIRST_MEETINGS = 3
"""Meetings that settle how to work together, unless people set another phase."""


def roadmap(
    relationship: Relationship,
    *,
    past: Past,
    frameworks: Mapping[str, Framework],
    meetings: int = MEETINGS,
) -> Roadmap:
    """Return the meetings held and the next `meetings`, fewer where the two agreed to end before.

    `past` must hold only what both may see. Raises UserError for a number that is none of 1 to 24.
    """
    if not 1 <= meetings <= MOST_MEETINGS:
        raise UserError(f"A roadmap looks 1 to {MOST_MEETINGS} meetings ahead, not {meetings}.")
    view = View(relationship, past, frameworks, None, None)
    held = [_held(number, recap, view) for number, recap in enumerate(calendar.in_order(past), 1)]
    end = calendar.agreed_end(relationship, past)
    ahead = _Ahead.of(view, len(held), meetings, end)
    plan = _Plan(view, ahead, end.source if end else None)
    coming = [plan.meeting(index) for index in range(len(ahead.days))]
    return Roadmap(
        relationship=relationship.id,
        meetings=(*held, *coming),
        every_days=calendar.rhythm(past),
        ends=end.on if end else None,
        later=tuple(plan.left_over()),
        notices=tuple(_notices(coming, end, ahead)),
    )


def _held(number: int, recap: Recap, view: View) -> Meeting:
    """A meeting as it was: drawn from its own recap, so that nothing later changes it."""
    about = islice(topics.fit(topics.talked_about(recap, view), view), MOST_TOPICS)
    return Meeting(
        number=number,
        state="held",
        on=recap.held_on,
        session=recap.session,
        topics=_numbered(about, str(number)),
    )


def _numbered(ideas: Iterator[Idea] | Sequence[Idea], meeting: str) -> tuple[Topic, ...]:
    return tuple(idea.at(f"{meeting}.{place}") for place, idea in enumerate(ideas, 1))


def _notices(coming: Sequence[Meeting], end: End | None, ahead: _Ahead) -> Iterator[str]:
    if any(meeting.state == "unknown" for meeting in coming):
        yield (
            "The days of meetings are not known: a call that sets the next day makes them known, "
            "and places each goal before its own."
        )
    if end and end.on and not ahead.closes:
        yield f"The end that was agreed on, {topics.told_day(end.on)}, lies after these meetings."


@dataclass(frozen=True)
class _Ahead:
    """The meetings to come: their days, the number before the first, whether the last one ends it.

    `after` is the day of the one that would follow.
    """

    days: tuple[Day, ...]
    held: int
    closes: bool
    after: Day

    @classmethod
    def of(cls, view: View, held: int, wanted: int, end: End | None) -> _Ahead:
        days = tuple(islice(calendar.days_ahead(view.relationship, view.past), wanted + 1))
        room = _room(days, held, end)
        number = min(wanted, room or wanted)
        ending = bool({"separation", "redefinition"} & set(view.relationship.phases))
        ends = end is not None and (room is None or room <= wanted)
        return cls(days[:number], held, (ending or ends) and held + number > 1, days[number])

    def number(self, index: int) -> int:
        """The number of the meeting at this place among those to come."""
        return self.held + index + 1

    def is_last(self, index: int) -> bool:
        """Is this the meeting that ends it well?"""
        return self.closes and index == len(self.days) - 1

    def day(self, index: int) -> date | None:
        """The calendar day of a meeting, as far as it is known."""
        when = [*self.days, self.after][index].on
        return day_of(when) if when else None

    def last_before(self, due: date) -> int | None:
        """The place of the last meeting that is not after `due`; -1 before the first of them.

        None where it is not among these, or where days are not known.
        """
        known = [self.day(index) for index in range(len(self.days) + 1)]
        if None in known:
            return None
        place = sum(1 for day in known if day and day <= due) - 1
        return place if place < len(self.days) or self.closes else None


def _room(days: Sequence[Day], held: int, end: End | None) -> int | None:
    """How many meetings the end leaves, one at least; None without an end, or without days."""
    if end and end.meetings is not None:
        return max(end.meetings - held, 1)
    if end and end.on and all(day.on for day in days):
        return max(sum(1 for day in days if day.on and day_of(day.on) <= end.on), 1)
    return None


@dataclass
class _Plan:
    """Fills one meeting after the other; what found no room waits for the next one."""

    view: View
    ahead: _Ahead
    end: Source | None
    asked: set[str] = field(default_factory=set)
    seen: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.agreement = self._queue(topics.agreement(self.view))
        self.recurring = self._queue(recurring.recurring(self.view))
        self.lingering = self._queue(recurring.lingering(self.view))
        self.goals = self._goals()

    def _queue(self, ideas: Iterable[Idea]) -> deque[Idea]:
        return deque(topics.fit(ideas, self.view))

    def _goals(self) -> list[tuple[Goal, date | None]]:
        """The goals with their days, the earliest first."""
        pair, past = self.view.relationship, self.view.past
        found = [(goal, calendar.day_of_goal(goal, pair, past)) for goal in pair.goals]
        return sorted(found, key=lambda one: one[1] or date.max)

    def meeting(self, index: int) -> Meeting:
        """The meeting at this place among those to come."""
        number, day = self.ahead.number(index), self.ahead.days[index]
        chosen = list(islice(topics.fit(self._wanted(index), self.view), MOST_TOPICS))
        for queue in (self.recurring, self.lingering):
            if queue and len(chosen) < MOST_TOPICS:
                chosen.append(queue.popleft())
        return Meeting(
            number=number,
            state=day.state,
            on=day.on,
            topics=_numbered([self._asking(idea) for idea in chosen], str(number)),
            promises=tuple(self._due_before(index)),
        )

    def left_over(self) -> Iterator[Topic]:
        """What no meeting had room for."""
        first = self.ahead.number(len(self.ahead.days))
        agreement = self.agreement if self._settles_how(first) else ()
        waiting = [*agreement, *self.recurring, *self.lingering]
        yield from _numbered([self._asking(idea) for idea in waiting], "later")

    def _wanted(self, index: int) -> Iterator[Idea]:
        """What a meeting is for before anything else."""
        if self.ahead.number(index) == 1:
            yield topics.acquaintance(self.view)
        if index == 0:
            yield from topics.purpose(self.view)
        if self.ahead.is_last(index):
            yield from topics.farewell(self.view, self.end)
            return
        if self.agreement and self._settles_how(self.ahead.number(index)):
            yield self.agreement.popleft()
        if goal := self._goal(index):
            yield goal

    def _settles_how(self, number: int) -> bool:
        phases = self.view.relationship.phases
        return "initiation" in phases if phases else number <= FIRST_MEETINGS

    def _goal(self, index: int) -> Idea | None:
        """Goals whose day comes before the next meeting, else the one whose turn it is."""
        if self.ahead.number(index) == 1:
            return goals.first_goals(self.view)
        if not self.goals:
            return goals.no_goal(self.view) if index == 0 else None
        last = {goal.id: self.ahead.last_before(due) if due else None for goal, due in self.goals}
        passed = [(g, due) for g, due in self.goals if due and last[g.id] == -1]
        ready = [(g, due) for g, due in self.goals if due and last[g.id] == index]
        if ready or (passed and index == 0):
            return goals.review(self.view, passed if index == 0 else [], ready)
        ahead = [(g, due) for g, due in self.goals if (at := last[g.id]) is None or at > index]
        if ahead:
            goal, due = ahead[self.ahead.number(index) % len(ahead)]
            at = last[goal.id]
            left = None if at is None else min(at, len(self.ahead.days) - 1) - index
            again = goal.id in self.seen
            self.seen.add(goal.id)
            return goals.progress(self.view, goal, due, left, again)
        reached = max((place for place in last.values() if place is not None), default=-1)
        return goals.new_goals(self.view) if index == max(reached, 0) + 1 else None

    def _asking(self, idea: Idea) -> Idea:
        """The same question stands on a roadmap once."""
        if idea.question in self.asked:
            return idea._replace(question=None)
        if idea.question:
            self.asked.add(idea.question)
        return idea

    def _due_before(self, index: int) -> Iterator[Source]:
        """Open promises whose day comes before this meeting and after the one before it."""
        until = self.ahead.day(index)
        since = self.ahead.day(index - 1) if index else date.min
        if not until or not since:
            return
        dated = [c for c in self.view.past.ledger if c.is_open and c.due]
        for promise in sorted(dated, key=lambda c: (c.due or date.max, c.id)):
            source = of_commitment(promise)
            words = f"{source.text} {source.quote or ''}"
            if promise.due and since < promise.due <= until and not self.view.is_off_limits(words):
                yield source
