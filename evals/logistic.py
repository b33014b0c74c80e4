"""Logistic scales, learned: the one solver that every `python -m evals` that learns uses."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def logistic(table: Floats, is_one: Floats, ridge: float, expected: Floats | None = None) -> Floats:
    """Weights of the columns by Newton's method; the last column is the bias, all ones.

    `ridge` says how strongly weights are pulled to what is `expected` of them, else to nothing.
    """
    expected = np.zeros(table.shape[1]) if expected is None else expected
    pull = np.full(table.shape[1], ridge)
    pull[-1] = 1e-3
    found = expected.copy()
    for _ in range(15):
        odds = 1 / (1 + np.exp(-np.clip(table @ found, -30, 30)))
        slope = table.T @ (odds - is_one) + pull * (found - expected)
        bend = (table * (odds * (1 - odds))[:, None]).T @ table + np.diag(pull)
        found = found - np.linalg.solve(bend, slope)
    return found
