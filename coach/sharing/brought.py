"""What a partner's file brings to a home, as a person is shown it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple

from pydantic import TypeAdapter

from coach.records import Commitment, Goal, NextCall


class Differs(NamedTuple):
    """What stands here, and what the file says instead."""

    what: str
    here: str
    there: str
    id: str = ""


@dataclass(frozen=True)
class Brought:
    """What a file brings to a home, before or after it is taken."""

    sender: str
    made_at: datetime | date
    theirs: tuple[Commitment, ...] = ()
    """promises of the sender's own, confirmed by that"""
    heard: tuple[Commitment, ...] = ()
    """promises of this home's owner that only the file tells of"""
    settled: tuple[tuple[Commitment, Commitment], ...] = ()
    """promises as they stood here, and as their owner's later word has them"""
    never: tuple[Commitment, ...] = ()
    """promises that stand here, of which the sender says that nobody made them"""
    after_all: tuple[Commitment, ...] = ()
    """promises that were taken out here at the sender's word, who now takes that back"""
    taken_back: tuple[Commitment, ...] = ()
    """promises of which the sender's word waited for an answer here, and is taken back"""
    goals: tuple[Goal, ...] = ()
    """new ones, and those that got what they lacked"""
    next_call: NextCall | None = None
    differs: tuple[Differs, ...] = ()
    known: int = 0
    """promises that both homes hold alike"""
    off_limits: int = 0
    struck: int = 0
    """promises of calls from which words were struck here"""
    never_known: int = 0
    """lines that the sender takes out, and that are not here"""

    @property
    def is_news(self) -> bool:
        """Is there anything to take?"""
        said = self.theirs or self.heard or self.settled
        said = said or self.never or self.after_all or self.taken_back
        return bool(said or self.goals or self.next_call)

    def to_json(self) -> dict[str, Any]:
        """The same as JSON, by the names of the records."""
        told: dict[str, Any] = TypeAdapter(Brought).dump_python(self, mode="json")
        return told


def told_day(when: datetime | date) -> str:
    """A day as people read it."""
    return f"{when:%a} {when.day} {when:%b %Y}"
