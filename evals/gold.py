"""What there is to find in a call: the records of `NN.gold.json` and `relationship.json`.

The form is described in cases/FORMAT.md. Fields that nothing here asks for are ignored.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from coach.errors import UserError
from coach.records import Became, Firmness, Goal, When


class GoldRecord(BaseModel):
    """A frozen part of a gold file."""

    model_config = ConfigDict(frozen=True, extra="ignore", populate_by_name=True)


class Found(GoldRecord):
    """Something that stands in turns. `sensitive`: not predicting it is no miss."""

    turns: tuple[int, ...] = ()
    text: str = ""
    gaps: tuple[str, ...] = ()
    sensitive: bool = False


class GoldCommitment(Found):
    """A promise; `carried_from` one of an earlier call that this one makes again.

    `neutral_action` words one of a withheld passage without giving it away.
    """

    id: str
    owner: str
    action: str
    due: str | None
    due_phrase: str | None
    evidence: tuple[str, ...] = ()
    firmness: Firmness
    carried_from: str | None = None
    neutral_action: str | None = None

    @property
    def is_conditional(self) -> bool:
        """Does its wording wait for something that may not happen?"""
        return self.firmness == "conditional"

    @property
    def optional(self) -> bool:
        """Is leaving it out no miss?"""
        return self.sensitive or self.carried_from is not None


class Trap(GoldRecord):
    """Words that look like a promise and are none."""

    turn: int
    text: str
    why: str


class GoldUpdate(GoldRecord):
    """What became of `commitment` of the call `session`."""

    session: str
    commitment: str
    status: Became
    turns: tuple[int, ...]
    evidence: tuple[str, ...] = ()
    new_due: str | None

    @property
    def key(self) -> str:
        """The commitment's id in the ledger, such as 01#c2."""
        return f"{self.session}#{self.commitment}"


class GoldMeeting(Found):
    """When the pair meets next."""

    date: str | None
    phrase: str | None = None
    goal: str | None = None


class Voiced(Found):
    """A win, challenge or insight of one person."""

    who: str | None


class GoldFeedback(Found):
    """What one told the other."""

    giver: str | None = Field(alias="from")
    receiver: str | None = Field(alias="to")


class GoldTrust(Voiced):
    """A trust behaviour, shown or missed."""

    behaviour: str
    polarity: str


class Confidential(GoldRecord):
    """A secret: its turns, its words, and the words that give it away."""

    turns: tuple[int, ...]
    evidence: str | tuple[str, ...]
    scope: str
    telling: tuple[str, ...] = ()

    @property
    def passages(self) -> tuple[str, ...]:
        """Its words, one passage each."""
        return (self.evidence,) if isinstance(self.evidence, str) else self.evidence


class Injection(GoldRecord):
    """Text that tries to instruct a machine that reads it."""

    turn: int
    text: str


class GoodFollowUp(GoldRecord):
    """A gap worth asking about: `about` is a commitment, a goal or turn:N."""

    about: str
    gap: str
    example: str
    sensitive: bool = False


class Gold(GoldRecord):
    """Everything that there is to find in one call."""

    session: str
    date: When
    commitments: tuple[GoldCommitment, ...]
    not_commitments: tuple[Trap, ...]
    updates: tuple[GoldUpdate, ...]
    next_meeting: GoldMeeting | None
    goals: tuple[Found, ...] = ()
    wins: tuple[Voiced, ...] = ()
    challenges: tuple[Voiced, ...] = ()
    insights: tuple[Voiced, ...] = ()
    decisions: tuple[Found, ...] = ()
    feedback: tuple[GoldFeedback, ...] = ()
    trust: tuple[GoldTrust, ...] = ()
    confidential: tuple[Confidential, ...] = ()
    injection: tuple[Injection, ...] = ()
    good_followups: tuple[GoodFollowUp, ...] = ()


class PersonOfPair(GoldRecord):
    """One of the two; `role` is the coach's `title`."""

    name: str
    role: str | None = None
    labels: tuple[str, ...] = ()


class Charter(GoldRecord):
    """What the pair agreed on; the coach's `Agreement`."""

    meets: str | None = None
    off_limits: tuple[str, ...] = ()
    confidentiality: str | None = None


class Pair(GoldRecord):
    """`relationship.json`."""

    id: str
    mentor: PersonOfPair
    mentee: PersonOfPair
    started: date | None = None
    charter: Charter | None = None
    goals: tuple[Goal, ...] = ()

    @field_validator("goals", mode="before")
    @classmethod
    def _known_fields(cls, goals: Any) -> Any:
        """What the coach has no place for is ignored here too."""
        return [{name: goal[name] for name in Goal.model_fields if name in goal} for goal in goals]


class Said(GoldRecord):
    """One turn of `NN.turns.json`."""

    speaker: str | None
    text: str


_R = TypeVar("_R", bound=GoldRecord)


def load(kind: type[_R], file: Path) -> _R:
    """Read one record from a JSON file; a `UserError` says what is wrong with it."""
    try:
        return kind.model_validate_json(_read(file))
    except ValidationError as error:
        raise _wrong(file, error) from None


def load_turns(file: Path) -> Sequence[Said]:
    """Read `NN.turns.json`."""

    class Turns(GoldRecord):
        turns: tuple[Said, ...]

    try:
        return Turns.model_validate_json(f'{{"turns": {_read(file)}}}').turns
    except ValidationError as error:
        raise _wrong(file, error) from None


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except OSError as error:
        raise UserError(f"{file}: cannot be read ({error.strerror})") from None


def _wrong(file: Path, error: ValidationError) -> UserError:
    first = error.errors()[0]
    where = ".".join(str(step) for step in first["loc"]) or "the file"
    return UserError(f"{file}: {where}: {first['msg']} (the form is in evals/cases/FORMAT.md)")
