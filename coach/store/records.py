"""What the store itself has to say, beyond the language of `coach.records`."""

from __future__ import annotations

from typing import Any, Literal, NamedTuple

from pydantic import Field, model_validator

from coach.records import Evidence, Hit, Record, Role, Session, Visibility, When


class Imported(NamedTuple):
    """A call in the store, and whether this import brought it."""

    session: Session
    new: bool


class Change(Record):
    """One line of a commitment's history; what it is now is the sum of these."""

    commitment: str
    session: str | None = Field(description="the call that says so; None: a person")
    origin: str | None = Field(None, description="the partner whose file says so; None: this home")
    at: When = Field(description="when it came about: the day of that call, or of the edit")
    fields: dict[str, Any] = Field(
        description="the new values, as JSON; a commitment's first change holds all of it"
    )
    evidence: tuple[Evidence, ...] = ()
    by: str | None = Field(None, description="by hand: the name of whose home it is, if known")
    undoes: bool = Field(
        False, description="takes back the last change by hand that stands; nothing is deleted"
    )

    @property
    def by_hand(self) -> bool:
        """Did a person of this home change it, and no call or file?"""
        return self.session is None and self.origin is None


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
