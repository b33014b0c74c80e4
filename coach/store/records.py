"""What the store itself has to say, beyond the language of `coach.records`."""

from __future__ import annotations

from typing import Literal, NamedTuple

from pydantic import Field, model_validator

from coach.records import Hit, Record, Role, Session, Visibility, When


class Imported(NamedTuple):
    """A call in the store, and whether this import brought it."""

    session: Session
    new: bool


class Answer(Record):
    """What a person answered to a question: of the pre-call plan, or a follow-up."""

    relationship: str
    question: str = Field(description="id of the question")
    asked: str = Field("", description="the question as it was worded")
    role: Role = Field(description="who answers")
    text: str
    at: When
    visibility: Visibility = Field(description="the answering role, or shared")
    session: str | None = None
    about: str | None = Field(None, description="id of the commitment or goal it is about")

    @model_validator(mode="after")
    def _is_ones_own(self) -> Answer:
        if self.visibility not in ("shared", self.role):
            raise ValueError("an answer is shared or private to who gives it")
        return self


class Found(NamedTuple):
    """What a search found, best first, and what the person should know about how."""

    hits: tuple[Hit, ...]
    notices: tuple[str, ...] = ()


FindingKind = Literal["records", "unembedded", "unfinished", "disagree", "unreachable"]


class Finding(NamedTuple):
    """Something the doctor found, without a word of content."""

    kind: FindingKind
    text: str
    mended: bool = False


class Receipt(NamedTuple):
    """What an erasure took away, counted. It names nobody and quotes nothing."""

    sessions: int
    commitments: int
    notes: int
    answers: int
    files: int


class Struck(NamedTuple):
    """What striking a passage or a subject took away, counted. It names nobody, quotes nothing."""

    turns: int
    """turns of which words are struck"""
    promises: int
    updates: int
    points: int
    """what else a recap holds: wins, decisions, feedback, terms, the next call"""
    questions: int
    """follow-up questions and prompts to reflect on"""
    notes: int
    answers: int
