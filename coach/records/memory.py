"""What is remembered of a session."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from coach.records.base import Record, When
from coach.records.call import Evidence

NoteKind = Literal[
    "commitment",
    "update",
    "goal",
    "win",
    "challenge",
    "insight",
    "decision",
    "feedback",
    "question",
    "answer",
    "reflection",
    "turn",
]
Visibility = Literal["shared", "mentor", "mentee"]


class Note(Record):
    """One thing worth finding again. Its id is made from its words, so adding it twice is once."""

    id: str
    relationship: str
    session: str | None
    kind: NoteKind
    visibility: Visibility = "shared"
    occurred_at: When
    text: str
    evidence: tuple[Evidence, ...] = ()
    about: str | None = Field(
        None, description="id of the commitment, goal or question it is about"
    )


class Hit(Record):
    """A note that was found, and how well it fits (only comparable within one search)."""

    note: Note
    score: float
