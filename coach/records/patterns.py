"""What several calls say together: never more than their words, side by side with their days.

Nothing here is a judgement. What was heard in one call is told as heard once; a pattern is what
came back in two calls or more, and it is about a promise, a subject or a reason, never a person.
"""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

from pydantic import Field

from coach.records.agenda import Source
from coach.records.base import Record, When
from coach.records.people import Role, Smart
from coach.records.recap import Became, ClosingKind, SlippageReason

PatternKind = Literal["reason", "promise", "challenge", "topic"]
"""The same reason for what slipped, a promise that is not there yet, what is hard, a subject."""


class Slipped(Record):
    """Something that was meant to happen and did not, as one call tells it."""

    session: str
    who: str
    commitment: str | None = Field(None, description="the promise, where it was one")
    text: str = Field("", description="what was promised; empty where no promise is known")
    became: Became | None = None
    reason: SlippageReason | None = Field(None, description="None where no reason was given")
    sources: tuple[Source, ...] = Field(min_length=1)


class Pattern(Record):
    """What came back in two calls or more, with the words of each."""

    kind: PatternKind
    text: str = Field(description="the reason, the promise, or the words of the latest call")
    who: str | None = Field(None, description="whose reason, promise or challenge it is")
    reason: SlippageReason | None = None
    sessions: tuple[str, ...] = Field(min_length=2, description="the calls, the earliest first")
    sources: tuple[Source, ...] = Field(min_length=1)
    question: str | None = Field(None, description="one open question, in a framework's own words")


class LetterState(Record):
    """One letter of SMART: filled in, said in a call but not filled in, or open."""

    letter: Smart
    state: Literal["filled", "said", "open"]
    text: str | None = Field(None, description="what was filled in, or the words that were said")
    who: str | None = Field(None, description="whose words; None where no call holds them")
    source: Source | None = Field(None, description="the earliest call that holds its words")


class Milestone(Record):
    """A promise or a decision that names the same things as a goal, or a day named with it."""

    kind: Literal["commitment", "decision", "day"]
    text: str
    who: str | None = None
    state: Literal["open", "decided", "said"] | Became
    due: date | None = None
    source: Source


class MeasureReading(Record):
    """A number as it was said once."""

    value: str = Field(description="the words of the number: four of six, 22%")
    who: str | None
    aim: bool = Field(description="said of what is wanted, not of what is")
    source: Source


class Measure(Record):
    """Numbers of the same thing in two calls or more. What they mean is for the two to say."""

    unit: str = Field(description="what is counted, as it was last said")
    readings: tuple[MeasureReading, ...] = Field(min_length=2)


class GoalState(Record):
    """How a goal stands, by what was said and promised about it."""

    goal: str
    text: str
    letters: tuple[LetterState, ...]
    milestones: tuple[Milestone, ...] = ()
    measures: tuple[Measure, ...] = ()


class Lingering(Record):
    """A question that waits for an answer."""

    question: str = Field(description="its id, for an answer")
    text: str
    addressee: str = Field(alias="for")
    asked_on: When = Field(description="the day of the call that it comes from")
    calls_since: int = Field(ge=0, description="calls held since then")
    source: Source


class UsefulState(Record):
    """What somebody said was useful or should change, and where the next call speaks of it."""

    kind: ClosingKind
    text: str
    who: str
    source: Source
    next_call: str | None = Field(None, description="None where none was held since")
    touched: Source | None = Field(
        None, description="words of the next call that name the same; None: not heard there"
    )


class Patterns(Record):
    """What a pair's calls say together. With `role`, also what is for that person's eyes only."""

    version: Literal[1] = 1
    relationship: str
    role: Role | None = Field(None, description="None: what both may see")
    calls: int
    slipped: tuple[Slipped, ...] = ()
    patterns: tuple[Pattern, ...] = ()
    goals: tuple[GoalState, ...] = ()
    measures: tuple[Measure, ...] = Field((), description="of nothing that a goal names")
    lingering: tuple[Lingering, ...] = ()
    useful: tuple[UsefulState, ...] = ()

    def of(self, kind: PatternKind) -> tuple[Pattern, ...]:
        """The patterns of one kind, the latest first."""
        return tuple(pattern for pattern in self.patterns if pattern.kind == kind)

    def to_json(self) -> dict[str, Any]:
        """The patterns by the names of the published schema."""
        return self.model_dump(mode="json")
