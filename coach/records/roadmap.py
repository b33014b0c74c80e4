"""What the meetings of a pair are for, one after the other: those held, and those to come."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

from pydantic import Field

from coach.records.agenda import Source
from coach.records.base import Record, When

MOST_TOPICS = 3
"""Topics of a meeting; more is a list, not a talk."""

TopicKind = Literal[
    "rapport",
    "purpose",
    "agreement",
    "goal",
    "challenge",
    "insight",
    "decision",
    "win",
    "promise",
    "question",
    "close",
]
DayState = Literal["held", "agreed", "expected", "unknown"]
"""How a meeting's day is known: it took place, was agreed on, follows from the rhythm, or not."""


class Topic(Record):
    """What a meeting is meant for, or was about, with what that comes from."""

    id: str = Field(description="its meeting and its place there, such as 4.2; later.1")
    kind: TopicKind
    title: str
    why: str = ""
    sources: tuple[Source, ...] = Field(min_length=1)
    question: str | None = Field(None, description="one open question to start with")


class Meeting(Record):
    """One meeting by its number."""

    number: int = Field(ge=1)
    state: DayState
    on: When | None = None
    session: str | None = Field(None, description="the call, where it was held")
    topics: tuple[Topic, ...] = Field((), max_length=MOST_TOPICS)
    promises: tuple[Source, ...] = Field((), description="open ones whose day comes before it")


class Roadmap(Record):
    """Topics in numbered meetings: what was talked about, and what is still to come."""

    version: Literal[1] = 1
    relationship: str
    meetings: tuple[Meeting, ...] = ()
    every_days: int | None = Field(None, description="how far apart the meetings are, about")
    ends: date | None = Field(None, description="the day until which the two agreed to meet")
    later: tuple[Topic, ...] = Field((), description="what finds no room in these meetings")
    notices: tuple[str, ...] = ()

    @property
    def held(self) -> tuple[Meeting, ...]:
        """The meetings that took place."""
        return tuple(meeting for meeting in self.meetings if meeting.state == "held")

    @property
    def coming(self) -> tuple[Meeting, ...]:
        """The meetings to come."""
        return tuple(meeting for meeting in self.meetings if meeting.state != "held")

    def to_json(self) -> dict[str, Any]:
        """The roadmap by the names of the published schema."""
        return self.model_dump(mode="json")
