"""`python -m evals traces DIR...`: learn what speaks for a sentence to tell of a promise.

One logistic scale, held small (ridge), from every sentence that stands near enough to what a
promise names: is it of the turns in which the gold has it told? Each relationship is left out once
to say how well it does on those it has not seen.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from coach.reading.updates import tracing_weights
from coach.reading.updates.ground import Ground
from coach.reading.updates.tracing import Shown, Traces
from evals.cases import Case, read_cases
from evals.command import OneLineParser
from evals.logistic import Floats, logistic

RIDGE = 3.0
"""How strongly weights are pulled to nothing."""


@dataclass(frozen=True)
class Near:
    """One sentence near what a promise names: what speaks for it, and whether it tells."""

    home: str
    promise: str
    shown: Shown
    tells: bool


def main(arguments: Sequence[str]) -> int:
    """Learn, say what holds on relationships left out, and write the weights on request."""
    parser = OneLineParser("python -m evals traces", description=__doc__)
    parser.add_argument("cases", type=Path, nargs="+", metavar="DIR", help="cases to learn from")
    parser.add_argument("--write", action="store_true", help="replace the weights of the reader")
    asked = parser.parse_args(arguments)
    near = [each for folder in asked.cases for case in read_cases(folder) for each in heard(case)]
    names = [*sorted({name for each in near for name, _ in each.shown} - {"bias"}), "bias"]
    table = _table(near, names)
    tells = np.array([float(each.tells) for each in near])
    homes = np.array([each.home for each in near])
    print(f"{len(near)} sentences, {len(names)} features; each relationship left out once")
    right = told = 0
    for home in sorted(set(homes)):
        left = homes == home
        odds = table[left] @ logistic(table[~left], tells[~left], RIDGE)
        promises = np.array([each.promise for each in near if each.home == home])
        for promise in sorted(set(promises)):
            own = promises == promise
            told += bool(tells[left][own].any())
            right += int(tells[left][own][odds[own].argmax()])
    print(f"the likeliest sentence tells {right / max(1, told):.3f}  n {told}")
    if asked.write:
        weights = logistic(table, tells, RIDGE)
        rows = "\n".join(
            f"{name:16}{much:>8.2f}" for name, much in zip(names, weights, strict=True)
        )
        text = _HEAD.format(sentences=len(near), rows=rows)
        Path(tracing_weights.__file__).write_text(text, encoding="utf-8")
    return 0


def heard(case: Case) -> Iterator[Near]:
    """Every sentence near a promise of the ledger that the gold of this call knows."""
    call, numbers = case.call().spoken
    promises = [promise for promise in call.ledger if promise.is_open]
    if not promises:
        return
    known = {update.key: set(update.turns) for update in case.gold.updates}
    for index, place, shown in Traces(Ground(call, promises)).shown(range(len(promises))):
        promise, sentence = promises[place].id, call.sentences[index]
        tells = numbers[sentence.turn] in known.get(promise, ())
        yield Near(case.folder.name, f"{case.session}/{promise}", shown, tells)


def _table(near: Sequence[Near], names: Sequence[str]) -> Floats:
    columns = {name: at for at, name in enumerate(names)}
    table = np.zeros((len(near), len(names)))
    for row, each in zip(table, near, strict=True):
        for name, much in each.shown:
            row[columns[name]] = much
    return table


_HEAD = '''"""What is worth how much for a sentence to tell of a promise, as log odds.

Made by `python -m evals traces DIR... --write` from {sentences} sentences: logistic weights, held
small. Learn again with calls of your own rather than edit a figure here.
"""

from __future__ import annotations

TABLE = """
{rows}
"""
'''
