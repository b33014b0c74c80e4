"""`python -m evals announcing EXCERPTS DIR...`: learn what signs of an announced secret are worth.

A logistic scale over single sentences, held small (ridge). Of a turn that announces a secret, the
sentence that weighs most is the one; what else is said of the secret is neither for nor against it.
Everything else in the excerpts, and in the calls but near their secrets, announces nothing. The
weight that is enough is the least that opens `SPARED` false passages a call where each register,
and the relationships read with it, was left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np

from coach.discretion.passages.announcing import features_at, weights
from coach.discretion.talk import Sentence, sentences
from coach.scale import Scale
from coach.transcript import read_transcript
from evals.cases import read_cases
from evals.command import OneLineParser
from evals.logistic import Floats, logistic
from evals.withholding import read_excerpts

RIDGE = 4.0
"""How strongly weights are pulled to nothing."""
ROUNDS = 4
"""Times that the announcing sentence of a turn is chosen anew."""
NEAR = 3
"""Turns beside a known secret that are neither for nor against."""
SPARED = 0.1
"""False passages a call that one more secret found is worth."""


@dataclass(frozen=True)
class Heard:
    """Sentences with what is known of them: the places of announcing turns, of what is neither."""

    home: str
    row: Sequence[Sentence]
    announced: frozenset[int] = frozenset()
    neither: frozenset[int] = frozenset()
    is_call: bool = False

    @cached_property
    def turns(self) -> dict[int, list[int]]:
        """The sentences of each turn."""
        found: dict[int, list[int]] = {}
        for at, said in enumerate(self.row):
            found.setdefault(said.turn, []).append(at)
        return found

    @cached_property
    def features(self) -> list[frozenset[str]]:
        """Those of each sentence."""
        return [features_at(at, self.row, self.turns) for at in range(len(self.row))]

    def others(self) -> Iterator[frozenset[str]]:
        """Features of the sentences that announce nothing and show a sign."""
        for said, features in zip(self.row, self.features, strict=True):
            if features and said.turn not in self.announced | self.neither:
                yield features


def main(arguments: Sequence[str]) -> int:
    """Learn, say what holds on registers left out, and write the weights on request."""
    parser = OneLineParser("python -m evals announcing", description=__doc__)
    parser.add_argument(
        "excerpts", type=Path, metavar="EXCERPTS", help="a file of evals/discretion"
    )
    parser.add_argument("cases", type=Path, nargs="+", metavar="DIR", help="calls to learn from")
    parser.add_argument("--write", action="store_true", help="replace the weights of the coach")
    asked = parser.parse_args(arguments)
    told = list(excerpts_of(asked.excerpts))
    calls = [call for folder in asked.cases for call in _calls(folder)]
    enough = _enough(told, calls)
    scale = fitted([*told, *calls])
    if asked.write:
        text = _module(Scale(scale.weights, scale.bias, enough), len(told), len(calls))
        Path(weights.__file__).write_text(text, encoding="utf-8")
    return 0


def fitted(heard: Sequence[Heard]) -> Scale:
    """A scale from all of these."""
    others = [features for each in heard for features in each.others()]
    turns = [
        [each.features[at] for at in each.turns[turn]]
        for each in heard
        for turn in sorted(each.announced)
    ]
    rows = [*others, *(features for turn in turns for features in turn)]
    names = sorted({name for features in rows for name in features})
    at = {name: column for column, name in enumerate(names)}

    def table(rows: Sequence[frozenset[str]]) -> Floats:
        found = np.zeros((len(rows), len(names) + 1))
        found[:, -1] = 1
        for number, features in enumerate(rows):
            found[number, [at[name] for name in features]] = 1
        return found

    against = table(others)
    parts = [table(turn) for turn in turns]
    found = np.append(np.ones(len(names)), 0.0)
    for _ in range(ROUNDS):
        best = [part[int(np.argmax(part @ found))] for part in parts]
        best = [row for row in best if row[:-1].any()]
        is_one = np.repeat([1.0, 0.0], [len(best), len(against)])
        found = logistic(np.vstack([best, against]), is_one, RIDGE)
    by_name = {name: round(float(w), 1) + 0.0 for name, w in zip(names, found, strict=False)}
    return Scale(by_name, round(float(found[-1]), 2), 0.0)


def _enough(told: Sequence[Heard], calls: Sequence[Heard]) -> float:
    """The weight that is enough, chosen on what each scale has not learned from."""
    registers = sorted({each.home for each in told})
    homes = sorted({each.home for each in calls})
    secrets: list[float] = []
    spared: list[float] = []
    false: list[float] = []
    for number, register in enumerate(registers):
        out = {register, *homes[number :: len(registers)]}
        scale = fitted([each for each in (*told, *calls) if each.home not in out])
        for each in (*told, *calls):
            if each.home not in out:
                continue
            weighed = [scale.weigh(features) if features else -99.0 for features in each.features]
            secrets += [max(weighed[at] for at in each.turns[turn]) for turn in each.announced]
            rest = [scale.weigh(features) for features in each.others()]
            if each.is_call:
                false += rest
            elif not each.announced:
                spared.append(max(rest, default=-99.0))
    values = np.arange(-4.0, 2.0, 0.25)
    print(f"{len(secrets)} secrets, {len(spared)} that are none, {len(calls)} calls; left out once")
    for value in values:
        print(
            f"{value:5.2f}  found {np.mean(np.array(secrets) >= value):.3f}"
            f"  false {np.mean(np.array(spared) >= value):.3f}"
            f"  a call {np.sum(np.array(false) >= value) / len(calls):.2f}"
        )
    good = [v for v in values if np.sum(np.array(false) >= v) <= SPARED * len(calls)]
    return float(min(good))


def excerpts_of(file: Path) -> Iterator[Heard]:
    """The excerpts of a file, as sentences."""
    for excerpt in read_excerpts(file):
        said = sentences(excerpt.call, [turn.speaker for turn in excerpt.call.turns])
        yield Heard(excerpt.register, said, excerpt.announced, excerpt.secret)


def _calls(folder: Path) -> Iterator[Heard]:
    for case in read_cases(folder):
        call = read_transcript(case.transcript)
        known = {turn for item in case.gold.confidential for turn in item.turns}
        neither = {turn + by for turn in known for by in range(-NEAR, NEAR + 1)}
        said = sentences(call, [turn.speaker for turn in call.turns])
        yield Heard(case.folder.name, said, frozenset(), frozenset(neither), is_call=True)


def _module(scale: Scale, excerpts: int, calls: int) -> str:
    rows = sorted(scale.weights.items(), key=lambda row: (-row[1], row[0]))
    table = "\n".join(f"{name:24}{worth:5.1f}" for name, worth in rows if worth)
    return _HEAD.format(
        excerpts=excerpts, calls=calls, bias=scale.bias, enough=scale.enough, table=table
    )


_HEAD = '''"""What each sign of an announced secret is worth, as log odds.

Made by `python -m evals announcing EXCERPTS DIR... --write` from {excerpts} excerpts and {calls}
calls: logistic weights, held small, with the weight that was enough on registers left out. Learn
again with talk of your own rather than edit a figure here. `evals/discretion/README.md` says what
they were learned from and how well they do.
"""

from __future__ import annotations

BIAS = {bias}
ENOUGH = {enough}
"""The least weight that opens a secret."""
TABLE = """
{table}
"""
'''
