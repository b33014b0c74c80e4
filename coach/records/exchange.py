"""What one home tells the other: promises both may know, goals, and the next day. Nothing else.

Such a file comes from outside, so every text and list in it has a bound.
"""

from __future__ import annotations

import unicodedata
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    Field,
    SerializerFunctionWrapHandler,
    model_serializer,
    model_validator,
)

from coach.records.base import Record, When
from coach.records.people import Role
from coach.records.recap import Became, Firmness, Kind

JOINERS = "\u200c\u200d"
"""Characters that nobody sees and some writing needs."""


def visible(text: str) -> str:
    """The text on one line, without what nobody sees or a terminal would act on.

    >>> visible("by\\x1b[2J  Friday\\u202e")
    'by[2J Friday'
    """
    if text.isprintable():  # as nearly every text is
        return " ".join(text.split())
    spaced = "".join(" " if letter.isspace() else letter for letter in text)
    seen = (x for x in spaced if x in JOINERS or unicodedata.category(x) not in _UNSEEN)
    return " ".join("".join(seen).split())


_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})


def _checked(text: str) -> str:
    if text != visible(text) or not text:
        raise ValueError("is empty, or holds characters that nobody sees")
    return text


Text = Annotated[str, Field(max_length=2_000), AfterValidator(_checked)]
Name = Annotated[str, Field(max_length=200), AfterValidator(_checked)]


Fingerprint = Annotated[str, Field(pattern=r"^[0-9a-f]{32}$")]


class SharedQuote(Record):
    """Words that prove a promise: whose they are, and where they stand in the sender's call."""

    speaker: Name | None = None
    quote: Text
    turn: int = Field(ge=0, le=10**6)
    at: float | None = Field(None, ge=0, le=10**6)


class SharedPromise(Record):
    """A promise, as it stands in the home that tells of it."""

    id: str = Field(pattern=r"^\d{2,6}#c\d{1,6}$", description="its name in that home alone")
    owner: Name
    action: Text
    due: date | None = None
    due_phrase: Text | None = None
    firmness: Firmness = "firm"
    status: Literal["open"] | Became = "open"
    kind: Kind = "other"
    joint_with: Name | None = None
    promised_on: When = Field(description="the call in which it was made")
    as_of: When = Field(description="when it last changed")
    evidence: tuple[SharedQuote, ...] = Field((), max_length=20)


class SharedNever(Record):
    """A line that the sender says was never promised: no words of it, only where it stood.

    A fingerprint is made of words that whoever was told of the line holds. It has no salt, as the
    two homes share no secret: who guesses the exact words can check that they are right.
    """

    id: str = Field(pattern=r"^\d{2,6}#c\d{1,6}$", description="its name in that home alone")
    owner: Name = Field(description="whose promise it was said to be")
    promised_on: When = Field(description="the call that it was entered from")
    as_of: When = Field(description="when it was taken out")
    fingerprints: tuple[Fingerprint, ...] = Field(
        max_length=60, description="of its wordings and of the words that were to prove it"
    )


class SharedGoal(Record):
    """A goal, with the SMART fields that somebody filled in."""

    text: Text
    specific: Text | None = None
    measurable: Text | None = None
    achievable: Text | None = None
    relevant: Text | None = None
    time_bound: Text | None = None


class SharedDay(Record):
    """The next call, and the one in which it was agreed."""

    on: When
    agreed_on: When


class Shared(Record):
    """Everything that leaves one home for the other, in one file."""

    coach: Literal["shared"] = "shared"
    version: Literal[1, 2] = Field(1, description="2 where something was never promised")
    sender: Role = Field(description="whose home it comes from")
    mentor: Name
    mentee: Name
    made_at: When
    promises: tuple[SharedPromise, ...] = Field((), max_length=2_000)
    never_promised: tuple[SharedNever, ...] = Field((), max_length=2_000)
    goals: tuple[SharedGoal, ...] = Field((), max_length=100)
    next_call: SharedDay | None = None

    @model_validator(mode="after")
    def _is_of_these_two(self) -> Shared:
        names = {self.mentor, self.mentee}
        ids = [one.id for one in self.promises] + [one.id for one in self.never_promised]
        if len(names) < 2:
            raise ValueError("mentor and mentee have one name")
        if len(set(ids)) < len(ids):
            raise ValueError("two promises have one id")
        for promise in self.promises:
            voices = {quote.speaker for quote in promise.evidence}
            if not {promise.owner, promise.joint_with, *voices} <= {None, *names}:
                raise ValueError(f"{promise.id} names somebody who is neither of the two")
        for gone in self.never_promised:
            if gone.owner not in names:
                raise ValueError(f"{gone.id} names somebody who is neither of the two")
        if self.never_promised and self.version == 1:
            raise ValueError("a file of version 1 takes nothing out")
        return self

    @model_serializer(mode="wrap")
    def _as_an_older_coach_reads_it(self, written: SerializerFunctionWrapHandler) -> dict[str, Any]:
        told: dict[str, Any] = written(self)
        if not self.never_promised:
            del told["never_promised"]
        return told

    @property
    def sent_by(self) -> str:
        """The name of whose home it comes from."""
        return self.mentor if self.sender == "mentor" else self.mentee
