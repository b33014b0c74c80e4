"""Counts that add up over calls, and the figures that they make."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import Any, Self


@dataclass(frozen=True)
class Count:
    """Right ones among `predicted` and among `gold`: precision, recall, F1."""

    right: int = 0
    predicted: int = 0
    gold: int = 0

    def __add__(self, other: Count) -> Count:
        return Count(
            self.right + other.right, self.predicted + other.predicted, self.gold + other.gold
        )

    @property
    def precision(self) -> float:
        """Right ones among the predicted; 0 where nothing is."""
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Right ones among the gold; 0 where there is none."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    @property
    def shown(self) -> dict[str, float]:
        """As it is published, to three decimals; `n` is the gold."""
        return {
            "p": round(self.precision, 3),
            "r": round(self.recall, 3),
            "f1": round(self.f1, 3),
            "n": self.gold,
        }


@dataclass(frozen=True)
class Share:
    """A part of a whole, shown as a ratio."""

    part: float = 0
    whole: int = 0

    def __add__(self, other: Self) -> Self:
        return type(self)(self.part + other.part, self.whole + other.whole)

    @property
    def ratio(self) -> float | None:
        """To three decimals; None of nothing."""
        return round(self.part / self.whole, 3) if self.whole else None

    @property
    def shown(self) -> float | str | None:
        """As it is published."""
        return self.ratio


@dataclass(frozen=True)
class OutOf(Share):
    """A part of a whole that is small enough to be shown as both numbers, such as 15/16."""

    @property
    def shown(self) -> float | str | None:
        """Such as 15/16."""
        return f"{int(self.part)}/{self.whole}"


@dataclass(frozen=True)
class Tally:
    """Everything that is counted in one call, or in many; each name is a figure's name."""

    commitments: Count = Count()
    owner_accuracy: Share = Share()
    due_accuracy: Share = Share()
    due_wrong: Share = Share()
    due_invented: Share = Share()
    action_overlap: Share = Share()
    firmness_accuracy: Share = Share()
    conditional: Count = Count()
    traps_taken: OutOf = OutOf()
    quotes_verbatim: Share = Share()
    updates_proved: Count = Count()
    updates_exact: Count = Count()
    update_status_accuracy: Share = Share()
    new_due: OutOf = OutOf()
    next_meeting: OutOf = OutOf()
    secrets_leaked: OutOf = OutOf()
    withheld_turns: Count = Count()
    injections_quoted: OutOf = OutOf()
    goals: Count = Count()
    wins: Count = Count()
    challenges: Count = Count()
    insights: Count = Count()
    decisions: Count = Count()
    feedback: Count = Count()
    trust: Count = Count()
    trust_behaviour: Share = Share()
    gap_precision: Share = Share()
    followups_about: OutOf = OutOf()
    followups_gap: OutOf = OutOf()

    def __add__(self, other: Tally) -> Tally:
        mine, theirs = self.counts(), other.counts()
        return Tally(**{name: mine[name] + theirs[name] for name in mine})

    def counts(self) -> dict[str, Any]:
        """Each count or share by its name."""
        return {field.name: getattr(self, field.name) for field in fields(self)}


def total(tallies: Iterable[Tally]) -> Tally:
    """All of them together."""
    return sum(tallies, start=Tally())


def figures(tally: Tally) -> dict[str, Any]:
    """Every figure as it is published: precision, recall and F1 with n, a ratio, or both numbers.

    >>> figures(Tally(next_meeting=OutOf(15, 16)))["next_meeting"]
    '15/16'
    """
    return {name: count.shown for name, count in tally.counts().items()}
