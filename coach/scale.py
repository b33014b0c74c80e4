"""A scale: what each sign of a thing is worth, and how much it takes.

Where many signs speak for a thing and none decides, their weights are added up: to the log odds
that it is so, as logistic regression learns them (`python -m evals standing`, and the like).
"""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass
from math import fsum
from typing import TypeAlias

Features: TypeAlias = Mapping[str, float] | Set[str]


@dataclass(frozen=True)
class Scale:
    """Log odds by feature: with `enough` of them or more, it is so.

    >>> rain = Scale({"clouds": 1.5, "wind": 0.5}, bias=-1.0)
    >>> rain.weigh({"clouds": 1, "wind": 2}), rain.holds({"wind"})
    (1.5, False)
    """

    weights: Mapping[str, float]
    bias: float
    enough: float = 0.0

    def weigh(self, features: Features) -> float:
        """The log odds of something with so much of each feature, or with these features."""
        # A set has no order, and a plain sum would depend on it in its last digit: `fsum` is exact.
        weights = self.weights
        if isinstance(features, Mapping):
            return self.bias + fsum(
                [weights[name] * n for name, n in features.items() if name in weights]
            )
        return self.bias + fsum([weights[name] for name in features if name in weights])

    def holds(self, features: Features) -> bool:
        """Is it so, of something with these features?"""
        return self.weigh(features) >= self.enough


def weights_in(table: str) -> dict[str, float]:
    """The weights of a table that has a feature and its worth in each line."""
    return {name: float(worth) for name, worth in map(str.split, table.strip().splitlines())}
