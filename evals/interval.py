"""How far a figure may be off: a seeded bootstrap, so that it says the same twice."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from statistics import fmean

from evals.scoring.tally import Count

_ROUNDS = 1000


def f1_interval(counts: Sequence[Count], seed: int = 1) -> tuple[float, float]:
    """The 95 % interval of F1 when as many calls are drawn again and again, with replacement.

    >>> f1_interval([Count(1, 1, 1)] * 5)
    (1.0, 1.0)
    """
    draw = random.Random(seed)
    return _middle(
        _f1(draw.choices(counts, k=len(counts))) if counts else 0.0 for _ in range(_ROUNDS)
    )


def mean_interval(values: Sequence[float], seed: int = 1) -> tuple[float, float]:
    """The 95 % interval of the mean when as many values are drawn again and again.

    >>> mean_interval([0.5] * 5)
    (0.5, 0.5)
    """
    draw = random.Random(seed)
    return _middle(fmean(draw.choices(values, k=len(values))) for _ in range(_ROUNDS))


def _middle(drawn: Iterable[float]) -> tuple[float, float]:
    """From where to where 95 of 100 of these lie."""
    values = sorted(drawn)
    return round(values[_ROUNDS * 25 // 1000], 3), round(values[_ROUNDS * 975 // 1000 - 1], 3)


def _f1(counts: Sequence[Count]) -> float:
    right = sum(count.right for count in counts)
    both = sum(count.predicted + count.gold for count in counts)
    return 2 * right / both if both else 0.0
