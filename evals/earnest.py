"""`python -m evals earnest DIR...`: learn what shows that silence is asked for in earnest.

A logistic scale, held small (ridge), over every place where a cue opens a secret: is what is told
there known to be one? Each relationship is left out once, with some of the excerpts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from coach.discretion import call_of
from coach.discretion.passages import earnest_weights
from coach.discretion.passages.earnest import shown
from coach.records import Transcript
from coach.scale import Scale
from coach.transcript import read_transcript
from evals.cases import read_cases
from evals.command import OneLineParser
from evals.logistic import Floats, logistic
from evals.withholding import read_excerpts

RIDGE = 10.0
"""How strongly weights are pulled to nothing."""
SEEN = 5
"""A feature of fewer places than this is left out."""
PLAY = 2.0
"""How much a place in play counts, of which there are few."""
ENOUGH = 0.0
"""Log odds from which it is taken for earnest: to hear a secret as play costs more than the other
way round, and from 0.5 on one plain secret in fourteen would be."""
LEAST = np.arange(-0.5, 2.01, 0.25)
"""Log odds for which it is said how many are taken for earnest."""
PARTS = 10
"""Parts of the excerpts, of which one is left out with each relationship."""


@dataclass(frozen=True)
class Opened:
    """A place where a cue opens a secret: what is shown there, and whether it is one."""

    home: str
    shown: Mapping[str, float]
    is_secret: bool


def main(arguments: Sequence[str]) -> int:
    """Learn, say what holds on relationships left out, and write the weights on request."""
    parser = OneLineParser("python -m evals earnest", description=__doc__)
    add = parser.add_argument
    add("cases", type=Path, nargs="+", metavar="DIR", help="calls to learn from")
    add("--excerpts", type=Path, nargs="+", metavar="FILE", help="and files of evals/discretion")
    add("--write", action="store_true", help="replace the weights of the coach")
    asked = parser.parse_args(arguments)
    excerpts = [each for file in asked.excerpts or () for each in _of_excerpts(file)]
    calls = [each for folder in asked.cases for each in _of_calls(folder)]
    places = [*excerpts, *calls]
    homes = sorted({each.home for each in calls})
    weighed: list[tuple[float, Opened]] = []
    for home in homes:
        scale = fitted([each for each in places if each.home != home])
        weighed += [(scale.weigh(each.shown), each) for each in calls if each.home == home]
    secrets = [weight for weight, each in weighed if each.is_secret]
    play = [weight for weight, each in weighed if not each.is_secret]
    print(f"{len(places)} places, {len(secrets)} secrets and {len(play)} others left out once")
    pairs = [(a > b) + (a == b) / 2 for a in secrets for b in play]
    print(f"a secret weighs more than another {np.mean(pairs):.3f}; taken for earnest from")
    print("       secrets  others")
    for least in LEAST:
        shares = (np.mean(np.array(weights) >= least) for weights in (secrets, play))
        print(f"{least:5.2f}  {'  '.join(f'{share:.3f}' for share in shares)}")
    if asked.write:
        text = _module(fitted(places), len(places))
        Path(earnest_weights.__file__).write_text(text, encoding="utf-8")
    return 0


def fitted(places: Sequence[Opened]) -> Scale:
    """A scale from all of these."""
    seen = Counter(name for each in places for name in each.shown)
    names = sorted(name for name, times in seen.items() if times >= SEEN)
    at = {name: column for column, name in enumerate(names)}
    table: Floats = np.zeros((len(places), len(names) + 1))
    table[:, -1] = 1
    for row, each in zip(table, places, strict=True):
        for name, much in each.shown.items():
            if name in at:
                row[at[name]] = much
    is_secret = np.array([float(each.is_secret) for each in places])
    *found, bias = logistic(table, is_secret, RIDGE, counts=np.where(is_secret == 0, PLAY, 1.0))
    weights = {name: round(float(worth), 2) + 0.0 for name, worth in zip(names, found, strict=True)}
    return Scale(weights, round(float(bias), 2), ENOUGH)


def _of_excerpts(file: Path) -> Iterator[Opened]:
    for number, excerpt in enumerate(read_excerpts(file)):
        voices = [turn.speaker for turn in excerpt.call.turns]
        known = excerpt.secret | excerpt.announced
        yield from _opened(f"excerpts {number % PARTS}", excerpt.call, voices, known)


def _of_calls(folder: Path) -> Iterator[Opened]:
    for case in read_cases(folder):
        known = frozenset(turn for item in case.gold.confidential for turn in item.turns)
        call = read_transcript(case.transcript)
        yield from _opened(str(case.folder), call, case.call().names, known)


def _opened(
    home: str, transcript: Transcript, voices: Sequence[str | None], known: frozenset[int]
) -> Iterator[Opened]:
    call = call_of(transcript, voices)
    for each in call.opened():
        turns = {said.turn for said in call.row[each.told[0] : each.told[1]]}
        weighed = shown(call, each.told, each.heard, agreed=each.agreed)
        yield Opened(home, weighed, not turns.isdisjoint(known))


def _module(scale: Scale, places: int) -> str:
    rows = sorted(scale.weights.items(), key=lambda row: (-row[1], row[0]))
    table = "\n".join(f"{name:24}{worth:6.2f}" for name, worth in rows if worth)
    return _HEAD.format(places=places, bias=scale.bias, enough=scale.enough, table=table)


_HEAD = '''"""What shows how much that silence is asked for in earnest, as log odds.

Made by `python -m evals earnest DIR... --excerpts FILE... --write` from {places} places: logistic
weights, held small. Learn again with talk of your own rather than edit a figure here.
"""

from __future__ import annotations

BIAS = {bias}
ENOUGH = 0.0
"""The least weight from which talk after the telling is withheld, too."""
TABLE = """
{table}
"""
'''
