"""`python -m evals weigh DIR...`: learn how much each feature tells of each kind of moment.

A logistic scale a kind, held small (ridge), learned from calls whose moments are known. Turns right
beside a known moment are neither for nor against it. How many moments to keep, and from which
weight on, is chosen on relationships that the scale has not seen: each is left out once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from coach.after import withhold
from coach.reading import Call
from coach.reading.moments import MENTEES_OWN, OF_BOTH, REACH, Moment, Moments
from coach.reading.signs import weights
from coach.reading.signs.scales import KINDS, Kind, Scale
from coach.transcript import read_transcript
from evals.cases import Case, read_cases
from evals.command import OneLineParser
from evals.gold import Found, GoldFeedback
from evals.words import who

RIDGE = 8.0
"""How strongly weights are pulled to nothing: there are few moments to learn from."""
MOST = range(1, 4)
"""How many moments of a kind may be kept."""
LEAST = np.arange(-4.5, 0.5, 0.25)
"""The weights that may be enough."""
SEEN = 8
"""A feature of fewer turns than this is left out."""

EXPECTED: Mapping[Kind, Mapping[str, float]] = {
    "goal": {"own.names_aim": 3, "own.wants": 1, "own.by_then": 1},
    "win": {"own.triumphs": 2, "own.they_said_yes": 1, "answer.praises": 1, "answer.exclaims": 0.5},
    "challenge": {"own.struggles": 2.5, "own.feels": 1, "answer.pities": 1},
    "insight": {"own.realises": 2, "own.sees": 1, "answer.is_struck": 0.5},
    "decision": {"own.decides": 2, "own.rules": 1, "answer.accepts": 1, "own.is_unable": -1},
    "feedback": {"own.honours": 3, "asked.asks_worth": 3, "own.ranks": 1, "own.takes_in": -2},
    "trust": {
        f"own.{clear}": 1.5
        for clear in ("admits", "broke_word", "not_my_field", "stays_here", "declares")
    },
}
"""What clear words are worth before any call is read; weights are pulled to these, else to 0.

A few dozen known moments a kind do not show every plain way of saying it."""

Floats = NDArray[np.float64]


def main(arguments: Sequence[str]) -> int:
    """Learn, say what holds on relationships left out, and write the weights on request."""
    parser = OneLineParser("python -m evals weigh", description=__doc__)
    parser.add_argument("cases", type=Path, nargs="+", metavar="DIR", help="cases to learn from")
    parser.add_argument("--write", action="store_true", help="replace the weights of the reader")
    asked = parser.parse_args(arguments)
    heard = [_Heard.of(case) for folder in asked.cases for case in read_cases(folder)]
    print(f"{len(heard)} calls; each relationship left out once")
    scales = {kind: _learned(kind, heard) for kind in KINDS}
    if asked.write:
        Path(weights.__file__).write_text(_module(scales, len(heard)), encoding="utf-8")
    return 0


@dataclass(frozen=True)
class _Heard:
    """One call with its known moments."""

    case: Case
    moments: Moments

    @classmethod
    def of(cls, case: Case) -> _Heard:
        relationship = case.relationship()
        redacted = withhold(read_transcript(case.transcript), relationship)
        call = Call(
            redacted.transcript,
            relationship,
            redacted.who.names,
            case.gold.date,
            case.ledger(),
        )
        return cls(case, Moments(call))

    @cached_property
    def names(self) -> list[str]:
        return sorted({name for turn in self.moments.turns for name in turn.features})

    def gold(self, kind: Kind) -> list[tuple[frozenset[int], str | None, bool]]:
        """Turns, person (None where none is asked for) and whether a miss is none."""
        known: Sequence[Found] = getattr(self.case.gold, _PLURAL.get(kind, f"{kind}s"))
        return [(frozenset(g.turns), self._person(kind, g), bool(g.sensitive)) for g in known]

    def labelled(self, kind: Kind) -> Iterator[tuple[Mapping[str, float], bool]]:
        """The features of each turn that is a moment or is clear of any."""
        gold = self.gold(kind)
        for turn in self.moments.could_be(kind):
            teller = self._teller(kind, turn.who)
            mine = [turns for turns, person, _ in gold if person in (None, teller)]
            if any(turn.index in turns for turns in mine):
                yield turn.features, True
            elif not any(abs(turn.index - t) <= REACH for turns in mine for t in turns):
                yield turn.features, False

    def counted(self, kind: Kind, found: Sequence[Moment]) -> tuple[int, int, int]:
        """Right, extra and missed ones."""
        left = self.gold(kind)
        right = 0
        for moment in found:
            person = self._teller(kind, moment.who)
            fits = (g for g in left if g[0] & set(moment.turns) and g[1] in (None, person))
            if (match := next(fits, None)) is not None:
                left.remove(match)
                right += 1
        return right, len(found) - right, sum(not sensitive for _, _, sensitive in left)

    def _teller(self, kind: Kind, name: str) -> str:
        return self.moments.call.relationship.mentee.name if kind in MENTEES_OWN else name

    def _person(self, kind: Kind, item: Found) -> str | None:
        if kind in OF_BOTH:
            return None
        name = item.giver if isinstance(item, GoldFeedback) else getattr(item, "who", None)
        return who(name, self.case.people)


_PLURAL: Mapping[Kind, str] = {"feedback": "feedback", "trust": "trust"}


def _learned(kind: Kind, heard: Sequence[_Heard]) -> Scale:
    """A scale from all calls; what it keeps is chosen on relationships left out."""
    homes = sorted({each.case.folder for each in heard})
    ranked: list[tuple[_Heard, list[Moment]]] = []
    for home in homes:
        scale = _fitted(kind, [each for each in heard if each.case.folder != home])
        ranked += [
            (each, each.moments.strongest(kind, scale))
            for each in heard
            if each.case.folder == home
        ]
    choices = product(MOST, LEAST)
    (value, p, r, n), fewest, enough = max(
        (_figures(kind, ranked, kept, least), -kept, least) for kept, least in choices
    )
    figures = f"F0.7 {value:.3f}  P {p:.3f}  R {r:.3f}  n {n}"
    print(f"{kind:10} {figures}  at most {-fewest}, from {enough}")
    final = _fitted(kind, heard)
    return Scale(final.weights, final.bias, -fewest, float(enough))


def _figures(
    kind: Kind, ranked: Sequence[tuple[_Heard, list[Moment]]], kept: int, enough: float
) -> tuple[float, float, float, int]:
    """F0.7, P, R and n: a line that is none costs a reader more than a moment that is missed."""
    right = extra = missed = 0
    for heard, moments in ranked:
        found = [moment for moment in moments[:kept] if moment.weight >= enough]
        counts = heard.counted(kind, found)
        right, extra, missed = right + counts[0], extra + counts[1], missed + counts[2]
    n = right + missed
    return (
        1.5 * right / max(1, right + extra + 0.5 * n),
        right / max(1, right + extra),
        right / max(1, n),
        n,
    )


def _fitted(kind: Kind, heard: Sequence[_Heard]) -> Scale:
    """Keeps more than any choice of `MOST` and `LEAST` would."""
    labelled = [pair for each in heard for pair in each.labelled(kind)]
    names = sorted({name for features, _ in labelled for name in features})
    at = {name: column for column, name in enumerate(names)}
    table = np.zeros((len(labelled), len(names)))
    for row, (features, _) in enumerate(labelled):
        for name, much in features.items():
            table[row, at[name]] = much
    is_expected = np.array([name in EXPECTED[kind] for name in names])
    common = (np.count_nonzero(table, axis=0) >= SEEN) | is_expected
    told = [name for name, is_common in zip(names, common, strict=True) if is_common]
    expected = np.array([EXPECTED[kind].get(name, 0.0) for name in (*told, "bias")])
    is_one = np.array([float(is_one) for _, is_one in labelled])
    found = _logistic(table[:, common], is_one, expected)
    by_name = {name: round(float(w), 1) + 0.0 for name, w in zip(told, found, strict=False)}
    return Scale(by_name, round(float(found[-1]), 2), max(MOST), float(LEAST[0]))


def _logistic(table: Floats, is_one: Floats, expected: Floats) -> Floats:
    """Weights, and the bias last, by Newton's method."""
    table = np.hstack([table, np.ones((len(table), 1))])
    pull = np.full(table.shape[1], RIDGE)
    pull[-1] = 1e-3
    found = expected.copy()
    for _ in range(15):
        odds = 1 / (1 + np.exp(-np.clip(table @ found, -30, 30)))
        slope = table.T @ (odds - is_one) + pull * (found - expected)
        bend = (table * (odds * (1 - odds))[:, None]).T @ table + np.diag(pull)
        found = found - np.linalg.solve(bend, slope)
    return found


def _module(scales: Mapping[Kind, Scale], calls: int) -> str:
    names = sorted({name for scale in scales.values() for name in scale.weights})
    rows = [["feature", *KINDS], ["bias", *(f"{scales[kind].bias:.2f}" for kind in KINDS)]]
    for name in names:
        cells = [scales[kind].weights.get(name, 0.0) + 0.0 for kind in KINDS]
        if any(cells):
            rows.append([name, *(f"{cell:.1f}" for cell in cells)])
    table = "\n".join(f"{row[0]:24}" + "".join(f"{cell:>10}" for cell in row[1:]) for row in rows)
    kept = {kind: scales[kind].kept for kind in KINDS}
    enough = {kind: scales[kind].enough for kind in KINDS}
    return _HEAD.format(calls=calls, kept=_lines(kept), enough=_lines(enough), table=table)


def _lines(by_kind: Mapping[Kind, float]) -> str:
    return "\n".join(f'    "{kind}": {value},' for kind, value in by_kind.items())


_HEAD = '''"""What each feature of a turn is worth for each kind of moment, as log odds.

Made by `python -m evals weigh DIR... --write` from {calls} calls: logistic weights, held small,
with the number of moments and the least weight that did best on relationships left out. Learn
again with calls of your own rather than edit a figure here.
"""

from __future__ import annotations

KEPT = {{
{kept}
}}
"""At most so many a call: a recap that lists everything says nothing."""
ENOUGH = {{
{enough}
}}
"""The least weight that is worth a line."""
TABLE = """
{table}
"""
"""`own`: signs of the turn itself; `asked`: of the turn it follows; `answer`: of the next one."""
'''
