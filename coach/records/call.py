"""One call: its turns, and the words in them that prove something."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from coach.records.base import Record, When


class Turn(Record):
    """One cue, segment, header block or labelled line of the file; never two merged."""

    speaker: str | None = Field(None, description="the label in the file; None where it has none")
    text: str
    start: float | None = Field(None, description="seconds from the start of the call")
    end: float | None = Field(None, description="seconds from the start of the call")


class Transcript(Record):
    """A call as a file holds it. `Evidence.turn` counts `turns` from 0."""

    turns: tuple[Turn, ...]
    source: str = Field(description="the file's name, without its folder")
    format: str = Field(description="which reader read it, such as zoom-vtt or otter-txt")
    title: str | None = None
    held_on: When | None = Field(None, description="only where the file itself states it")

    @property
    def speakers(self) -> tuple[str, ...]:
        """Every label, in order of first appearance."""
        return tuple(dict.fromkeys(turn.speaker for turn in self.turns if turn.speaker))


class Evidence(Record):
    """Words of one turn, as they stand there."""

    session: str | None = Field(None, description="the call's id; None for a call not yet stored")
    turn: int = Field(ge=0)
    speaker: str | None = None
    quote: str
    at: float | None = Field(None, description="seconds from the start of the call")


Scope = Literal["off_record", "between_us", "third_party_secret"]


class Withheld(Record):
    """Where something was left out: the place and the kind, never the words."""

    turn: int = Field(ge=0)
    scope: Scope
    speaker: str | None = Field(None, description="who speaks there")
    at: float | None = Field(None, description="seconds from the start of the call")
    asked_by: str | None = Field(
        None, description="whose silence it is; None for both, or nobody known"
    )
    asked_in: int | None = Field(None, ge=0, description="the turn that announced it")
    cue: str = Field("", description="its phrase, where it is one of a fixed list")

    @property
    def place(self) -> Withheld:
        """The same after a person's yes: no word of why it was left out."""
        return Withheld(turn=self.turn, scope=self.scope)


class Cut(Record):
    """Where a person struck words of a turn: a place and a kind, never the words.

    Words are counted from 0, between white space, as the file has them: so the place holds for the
    same call in any spelling, also where it is read again.
    """

    turn: int = Field(ge=0)
    start: int = Field(0, ge=0, description="the first word struck")
    end: int | None = Field(None, description="the first word after it; None: all of the turn")
    scope: Scope = "off_record"


class Session(Record):
    """One call of a relationship, as it is kept."""

    id: str = Field(description="01, 02, ... in the order of import")
    relationship: str
    held_on: When
    source: str
    digest: str = Field(description="of the words alone, so that a renamed copy is the same call")
    confirmed: bool = False
    imported_at: When | None = None
    confirmed_at: When | None = Field(None, description="when a person first said yes to its recap")
    received_from: str | None = Field(
        None, description="whose file told of this call; None for a call that was read here"
    )
    struck: tuple[Cut, ...] = Field((), description="what a person withheld afterwards")
    not_secret: tuple[int, ...] = Field(
        (), description="turns that a person said hold no secret, as the file is read"
    )
