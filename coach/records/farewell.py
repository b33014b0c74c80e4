"""How a relationship ends well: the last meeting, what became of the goals, thanks, a keepsake."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field

from coach.records.agenda import Agenda, Source
from coach.records.base import Record, When


class GoalStory(Record):
    """A goal, in the first words that were said of it, and in the last."""

    id: str
    text: str
    then: Source | None = None
    now: Source | None = Field(None, description="None: no later call speaks of it")


class Thanks(Record):
    """What one may thank the other for: promises that were kept, for the giver to put in words."""

    giver: str
    to: str
    kept: tuple[Source, ...]


class Farewell(Record):
    """What the two have for their last meeting."""

    version: Literal[1] = 1
    relationship: str
    agenda: Agenda
    goals: tuple[GoalStory, ...] = ()
    thanks: tuple[Thanks, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """The same as JSON, by the names of the records."""
        return self.model_dump(mode="json")


class Keepsake(Record):
    """What one of the two takes along: their own, each with its words."""

    version: Literal[1] = 1
    relationship: str
    owner: str
    partner: str
    calls: tuple[When, ...] = ()
    goals: tuple[GoalStory, ...] = ()
    wins: tuple[Source, ...] = ()
    insights: tuple[Source, ...] = ()
    kept: tuple[Source, ...] = ()
    told: tuple[Source, ...] = Field((), description="what the partner told them, as feedback")
    private: tuple[Source, ...] = Field((), description="their own answers, for nobody else")

    def to_json(self) -> dict[str, Any]:
        """The same as JSON, by the names of the records."""
        return self.model_dump(mode="json")
