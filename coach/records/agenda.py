"""What a call is for: items with minutes, each with what it comes from."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field

from coach.records.base import Record, When
from coach.records.people import Phase, Role

SourceKind = Literal[
    "commitment",
    "goal",
    "note",
    "update",
    "question",
    "answer",
    "agreement",
    "framework",
    "meeting",
]


class Source(Record):
    """Where an item comes from: an id, and the words and date where it has them."""

    kind: SourceKind
    id: str
    text: str = Field("", description="what it is: an action, a goal, a question, a topic")
    date: When | None = None
    quote: str | None = None
    session: str | None = Field(None, description="the call that the quote is from")
    turn: int | None = Field(None, description="the turn of that call, counted from 0")
    at: float | None = Field(None, description="seconds from the start of that call")


class AgendaItem(Record):
    """A stretch of the hour."""

    title: str
    kind: str = Field(
        description="win, intent, follow_through, goal, lingering, agreement, close..."
    )
    minutes: int = Field(ge=0)
    owner: str | None = None
    why: str = ""
    sources: tuple[Source, ...] = ()
    questions: tuple[str, ...] = ()


class Agenda(Record):
    """One call's plan. With `role` it is a brief: the hour as that person sees it."""

    version: Literal[1] = 1
    relationship: str
    on: When | None = None
    minutes: int
    role: Role | None = Field(None, description="None: the agenda both may see")
    phase: tuple[Phase, ...] = ()
    items: tuple[AgendaItem, ...] = ()
    left_out: str = ""
    notices: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """The agenda by the names of the published schema."""
        return self.model_dump(mode="json")
