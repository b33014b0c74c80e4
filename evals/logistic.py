"""Logistic scales, learned: the solver of every `python -m evals` that learns a yes or no."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
CLOSE = 1e-3
"""A step of less changes no weight that is written down."""


def logistic(
    table: Floats,
    is_one: Floats,
    ridge: float,
    expected: Floats | None = None,
    start: Floats | None = None,
    counts: Floats | None = None,
) -> Floats:
    """Weights of the columns by Newton's method; the last column is the bias, all ones.

    `ridge` says how strongly weights are pulled to what is `expected` of them, else to nothing;
    `start` is where to begin, which changes how long it takes and not what is found; `counts`
    how much each row counts, else 1.
    """
    if expected is None:
        expected = np.zeros(table.shape[1])
    pull = np.full(table.shape[1], ridge)
    pull[-1] = 1e-3
    found = expected if start is None else start
    weigh = np.ones(len(table)) if counts is None else counts
    for _ in range(15):
        odds = 1 / (1 + np.exp(-np.clip(table @ found, -30, 30)))
        slope = table.T @ (weigh * (odds - is_one)) + pull * (found - expected)
        bend = (table * (weigh * odds * (1 - odds))[:, None]).T @ table + np.diag(pull)
        step = np.linalg.solve(bend, slope)
        found = found - step
        if np.abs(step).max() < CLOSE:
            break
    return found
