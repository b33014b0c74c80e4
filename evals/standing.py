"""`python -m evals standing DIR...`: learn what speaks for a promise, all of it weighed together.

A logistic scale over the threads of calls whose promises are known, held small (ridge). Which log
odds are enough is chosen on relationships left out, each once, and moved into the bias.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from coach.reading.offline import hear
from coach.reading.promise.thread import ENOUGH, Thread
from coach.reading.threads import standing_weights
from coach.reading.threads.standing import features_of
from coach.scale import Scale
from evals.cases import Case, read_cases
from evals.command import OneLineParser
from evals.logistic import Floats, logistic
from evals.words import who

RIDGE = 20.0
"""How strongly weights are pulled to nothing."""
SLOPE = 1.5
"""Log odds that a unit of the weight by hand is worth at first."""
SEEN = 6
"""A feature of fewer threads than this is left out."""
EXPECTED = {"weight": SLOPE, "bias": -SLOPE * ENOUGH}
"""What is thought before any call is read: the weight by hand is right."""
LEAST = np.arange(-1.5, 1.5, 0.1)
"""The log odds that may be enough."""


@dataclass(frozen=True)
class Heard:
    """A thread of a call, and the promises of the gold that it may be."""

    case: Case
    by_hand: float
    features: Mapping[str, float]
    fits: tuple[str, ...]

    @property
    def home(self) -> str:
        """Its relationship, which is left out whole."""
        return str(self.case.folder)


def main(arguments: Sequence[str]) -> int:
    """Learn, say what holds on relationships left out, and write the weights on request."""
    parser = OneLineParser("python -m evals standing", description=__doc__)
    parser.add_argument("cases", type=Path, nargs="+", metavar="DIR", help="cases to learn from")
    parser.add_argument("--write", action="store_true", help="replace the weights of the reader")
    asked = parser.parse_args(arguments)
    cases = [case for folder in asked.cases for case in read_cases(folder)]
    heard = [thread for case in cases for thread in threads_of(case)]
    known = sum(len(case.gold.commitments) for case in cases)
    left_out = {home: fitted([h for h in heard if h.home != home]) for home in _homes(heard)}
    unseen = [left_out[each.home].weigh(each.features) for each in heard]
    enough = float(max(LEAST, key=lambda least: _figures(heard, unseen, least, known)[2]))
    by_hand = _figures(heard, [each.by_hand for each in heard], ENOUGH, known)
    learned = _figures(heard, unseen, enough, known)
    print(f"{len(cases)} calls, {known} promises, {len(heard)} threads; each relationship left out")
    for name, (p, r, f1) in (("weights by hand", by_hand), ("learned", learned)):
        print(f"{name:16} P {p:.3f}  R {r:.3f}  F1 {f1:.3f}")
    if asked.write:
        scale = fitted(heard)
        text = _module(Scale(scale.weights, scale.bias - enough), len(cases))
        Path(standing_weights.__file__).write_text(text, encoding="utf-8")
    return 0


def threads_of(case: Case) -> Iterator[Heard]:
    """Every thread of a call, whether it stands or not."""
    for thread in hear(case.call()):
        yield Heard(case, thread.weight, features_of(thread), tuple(_fits(thread, case)))


def _fits(thread: Thread, case: Case) -> Iterator[str]:
    """Promises of the gold by the same person, of which half of the cited turns are turns."""
    cited = {quote.turn for quote in thread.quotes}
    owner = who(thread.owner, case.people)
    for known in case.gold.commitments:
        is_theirs = who(known.owner, case.people) == owner
        if is_theirs and 2 * len(cited & set(known.turns)) >= len(cited):
            yield known.id


def fitted(heard: Sequence[Heard]) -> Scale:
    """A scale from all of these."""
    seen = Counter(name for each in heard for name in each.features)
    names = sorted(name for name, times in seen.items() if times >= SEEN)
    at = {name: column for column, name in enumerate(names)}
    table: Floats = np.zeros((len(heard), len(names) + 1))
    table[:, -1] = 1
    for row, each in enumerate(heard):
        for name, much in each.features.items():
            if name in at:
                table[row, at[name]] = much
    expected = np.array([EXPECTED.get(name, 0.0) for name in (*names, "bias")])
    is_one = np.array([float(bool(each.fits)) for each in heard])
    *found, bias = logistic(table, is_one, RIDGE, expected)
    weights = {name: round(float(worth), 2) for name, worth in zip(names, found, strict=True)}
    return Scale(weights, float(bias))


def _figures(
    heard: Sequence[Heard], weights: Sequence[float], least: float, known: int
) -> tuple[float, float, float]:
    """P, R and F1 of the threads of at least this weight, one to one, the heaviest first."""
    ranked = sorted(zip(weights, heard, strict=True), key=lambda pair: -pair[0])
    kept = [each for weight, each in ranked if weight >= least]
    taken: set[tuple[str, str]] = set()
    for each in kept:
        free = (id for id in each.fits if (each.case.name, id) not in taken)
        if (promise := next(free, None)) is not None:
            taken.add((each.case.name, promise))
    p, r = len(taken) / max(1, len(kept)), len(taken) / max(1, known)
    return p, r, 2 * p * r / max(1e-9, p + r)


def _homes(heard: Sequence[Heard]) -> list[str]:
    return sorted({each.home for each in heard})


def _module(scale: Scale, calls: int) -> str:
    rows = sorted(scale.weights.items(), key=lambda row: (-row[1], row[0]))
    table = "\n".join(f"{name:28}{worth:6.2f}" for name, worth in rows if worth)
    return _HEAD.format(calls=calls, bias=round(scale.bias, 2), table=table)


_HEAD = '''"""What each thing heard of a thread is worth for its being a promise, as log odds.

Made by `python -m evals standing DIR... --write` from {calls} calls: logistic weights, held small,
with the bias that did best on relationships left out. Learn again with calls of your own rather
than edit a figure here.
"""

from __future__ import annotations

BIAS = {bias}
TABLE = """
{table}
"""
"""`form`: of its best clause; `said`: of any clause; `reason`: what speaks for or against it."""
'''
