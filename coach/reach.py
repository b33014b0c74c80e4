"""How far a chat client or an agent reaches into a home: which pair, and what of it is sayable."""

from __future__ import annotations

from dataclasses import dataclass

from coach.app import Coach
from coach.errors import UserError
from coach.offlimits import discreet, speaks_of
from coach.records import Commitment, Goal, Relationship


@dataclass(frozen=True)
class Reach:
    """One person's coach, as far as somebody's program may look into it.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as home, Coach(home) as coach:
    ...     _ = coach.add("ada-ben", mentor="Ada", mentee="Ben")
    ...     Reach(coach, only="ada-ben").relationship("").id
    'ada-ben'
    """

    coach: Coach
    only: str | None = None
    """the one relationship there is to see; None: each question names one"""

    def relationship(self, who: str) -> Relationship:
        """The one that is asked about. Raises UserError where none is named, or another one."""
        if self.only is not None and who not in ("", self.only):
            raise UserError(f"who: these tools are for {self.only} alone.")
        if named := self.only or who:
            return self.coach.relationship(named)
        there = ", ".join(one.id for one in self.coach.relationships()) or "none yet"
        raise UserError(f"who: say which relationship. There are: {there}.")

    def relationships(self) -> tuple[Relationship, ...]:
        """Those that may be asked about."""
        return (self.relationship(""),) if self.only else self.coach.relationships()

    def commitments(self, one: Relationship, open_only: bool = False) -> tuple[Commitment, ...]:
        """What both promised; what speaks of something off limits, in neutral words."""
        return tuple(discreet(c, one) for c in self.coach.commitments(one.id, open_only))

    def goals(self, one: Relationship) -> tuple[Goal, ...]:
        """What the mentee works towards, without what is off limits."""
        return tuple(goal for goal in one.goals if not speaks_of(goal.text, one))
