"""`python -m evals fates DIR...`: learn what became of a promise from how it is told.

One logistic scale for the four fates, held small (ridge), from every promise that a call comes back
to: where the reader finds it told, or else, at half weight, where the gold says it is. Each
relationship is left out once to say how well it does on those it has not seen.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import numpy as np

from coach.reading.speech import Sentence
from coach.reading.updates import Accounts, fate_weights
from coach.reading.updates.fates import FATES, OF, Fate
from coach.reading.updates.ground import Ground
from coach.reading.updates.outcomes import Review
from coach.reading.updates.trail import Stretch
from evals.cases import Case, read_cases
from evals.command import OneLineParser
from evals.logistic import Floats, logistic
from evals.plainly import plain_calls

RIDGE = 1.5
"""How strongly weights are pulled to nothing."""
UNFOUND = 0.5
"""What a passage counts that the reader did not find by itself."""
SEEN = 12
"""A feature of fewer passages than this is left out."""
WIDEST = 25
"""Sentences: what is told over more of the call than this is no one passage."""


@dataclass(frozen=True)
class Passed:
    """One passage with what it shows and what came of the promise."""

    home: str
    shows: Mapping[str, float]
    fate: Fate
    is_found: bool

    @property
    def counts(self) -> float:
        """How much it weighs in learning."""
        return 1.0 if self.is_found else UNFOUND


def main(arguments: Sequence[str]) -> int:
    """Learn, say what holds on relationships left out, and write the weights on request."""
    parser = OneLineParser("python -m evals fates", description=__doc__)
    parser.add_argument("cases", type=Path, nargs="+", metavar="DIR", help="cases to learn from")
    parser.add_argument("--write", action="store_true", help="replace the weights of the reader")
    asked = parser.parse_args(arguments)
    told = [each for folder in asked.cases for case in read_cases(folder) for each in heard(case)]
    told += plainly_told()
    names = _common(told)
    print(f"{len(told)} passages, {len(names)} features; each relationship left out once")
    right = 0
    for home in sorted({each.home for each in told}):
        scale = learned([each for each in told if each.home != home], names)
        left = [each for each in told if each.home == home and each.is_found]
        right += sum(_likeliest(scale, names, each) == each.fate for each in left)
    found = sum(each.is_found for each in told)
    print(f"right {right / max(1, found):.3f}  n {found}")
    if asked.write:
        text = _module(names, learned(told, names), len(told))
        Path(fate_weights.__file__).write_text(text, encoding="utf-8")
    return 0


def heard(case: Case) -> Iterator[Passed]:
    """Every promise of the ledger whose fate the gold of this call knows."""
    call, numbers = case.call().spoken
    promises = [promise for promise in call.ledger if promise.is_open]
    if not promises:
        return
    known = {update.key: update for update in case.gold.updates}
    ground = Ground(call, promises)
    told = Accounts(ground)
    for promise, found in zip(promises, told.stretches, strict=True):
        if promise.id not in known:
            continue
        turns = set(known[promise.id].turns)
        places = [s.index for s in call.sentences if turns & {numbers[t] for t in _turns(s)}]
        hits = [s for s in found if any(s.start <= at <= s.end for at in places)]
        if hits:
            stretch = max(hits, key=lambda each: each.weight)
        elif places and places[-1] - places[0] <= WIDEST:
            stretch = Stretch(places[0], places[-1], 1.0)
        else:
            continue
        passage = told.review.passage(promise, stretch)
        yield Passed(case.folder.name, passage.shows, OF[known[promise.id].status], bool(hits))


def plainly_told() -> Iterator[Passed]:
    """What is made up for every scale to know; it belongs to no relationship."""
    for fate, call, turns in plain_calls():
        places = [each.index for each in call.sentences if each.turn in turns]
        stretch = Stretch(places[0], places[-1], 1.0)
        review = Review(Ground(call, call.ledger), [[stretch]])
        passage = review.passage(call.ledger[0], stretch)
        yield Passed("", passage.shows, cast(Fate, fate), False)


def _turns(sentence: Sentence) -> range:
    return range(sentence.turn, sentence.last_turn + 1)


def _common(told: Sequence[Passed]) -> list[str]:
    names = sorted({name for each in told for name in each.shows} - {"bias"})
    return [*(n for n in names if sum(n in each.shows for each in told) >= SEEN), "bias"]


def learned(told: Sequence[Passed], names: Sequence[str]) -> Floats:
    """Weights, a row a feature, the bias last, and a column a fate: each against the rest."""
    table, counts = _table(told, names), np.array([each.counts for each in told])
    columns = (
        logistic(table, np.array([float(each.fate == fate) for each in told]), RIDGE, counts=counts)
        for fate in FATES
    )
    return np.stack(list(columns), axis=1)


def _table(told: Sequence[Passed], names: Sequence[str]) -> Floats:
    return np.array([[each.shows.get(name, 0.0) for name in names] for each in told])


def _likeliest(scale: Floats, names: Sequence[str], each: Passed) -> Fate:
    return FATES[int((_table([each], names) @ scale).argmax())]


def _module(names: Sequence[str], scale: Floats, passages: int) -> str:
    rows = [["feature", *FATES]]
    rows += [[n, *(f"{w:.2f}" for w in row)] for n, row in zip(names, scale, strict=True)]
    table = "\n".join(f"{row[0]:24}" + "".join(f"{cell:>10}" for cell in row[1:]) for row in rows)
    return _HEAD.format(passages=passages, table=table)


_HEAD = '''"""What each feature of a passage is worth for each fate of a promise, as log odds.

Made by `python -m evals fates DIR... --write` from {passages} passages: logistic weights, held
small. Learn again with calls of your own rather than edit a figure here.
"""

from __future__ import annotations

TABLE = """
{table}
"""
"""`.owner`, `.partner`: who says it; `.core`, `.after`: in the stretch itself or after it; `told`:
what the rules make of it."""
'''
