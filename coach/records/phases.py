"""Which of Kram's phases a pair is in: what speaks for it, and what people set."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field

from coach.records.agenda import Source
from coach.records.base import Record
from coach.records.people import Phase

PHASES: tuple[Phase, ...] = ("initiation", "cultivation", "separation", "redefinition")


class PhaseSign(Record):
    """Something that speaks for a phase, with what it comes from."""

    phase: Phase
    text: str
    sources: tuple[Source, ...] = ()


class Observation(Record):
    """Calls that lie further apart, or something that comes back and does not move."""

    kind: Literal["drift", "stall"]
    text: str
    sources: tuple[Source, ...] = ()


class Stretch(Record):
    """Calls one after the other that a phase shows in."""

    phase: Phase
    first: str = Field(description="id of the first of them")
    last: str = Field(description="id of the last, which may be the same")


class Phases(Record):
    """The phases of a pair: those people set, those suggested, and why. They may overlap."""

    version: Literal[1] = 1
    relationship: str
    set: tuple[Phase, ...] = ()
    suggested: tuple[Phase, ...] = ()
    signs: tuple[PhaseSign, ...] = ()
    observed: tuple[Observation, ...] = ()
    course: tuple[Stretch, ...] = Field((), description="what each call would have suggested")

    @property
    def in_force(self) -> tuple[Phase, ...]:
        """What an agenda goes by: what people set; else what is suggested, but for any ending.

        Nobody is led to an end because of a suggestion.
        """
        return self.set or tuple(p for p in self.suggested if p in PHASES[:2]) or ("cultivation",)

    def to_json(self) -> dict[str, Any]:
        """The phases by the names of the records."""
        return self.model_dump(mode="json")
