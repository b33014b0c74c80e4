"""`python -m evals weigh DIR...`: learn how much each feature tells of each kind of moment.

A logistic scale a kind, held small (ridge), learned from calls whose moments are known. Turns right
beside a known moment are neither for nor against it. How many moments to keep, and from which
weight on, is chosen on relationships that the scale has not seen: each is left out once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import product
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from coach.reading.moments import MENTEES_OWN, OF_BOTH, REACH, Moment, Moments
from coach.reading.moments.signs import weights
from coach.reading.moments.signs.scales import KINDS, Kind, MomentScale
from evals.cases import Case, read_cases
from evals.command import OneLineParser
from evals.gold import Found, GoldFeedback
from evals.logistic import Floats, logistic
from evals.words import who

RIDGE = 8.0
"""How strongly weights are pulled to nothing: there are few moments to learn from."""
MOST = range(1, 4)
"""How many moments of a kind may be kept."""
FEWEST: Mapping[Kind, int] = {"goal": 1}
"""A call has one aim; of the other kinds a second one is not to be lost to the first."""
STEP = 0.25
LEAST = np.arange(-2.25, -0.5, STEP)
"""The weights that may be enough: neither at one in ten nor only at evens."""
AROUND = 2
"""So many steps on either side a weight must do well too, to be enough."""
SEEN = 15
"""A feature of fewer turns than this is left out."""
TELLS = 0.15
"""What is worth less tells nothing."""
MOST_OF: Mapping[Kind, tuple[int, float]] = {"challenge": (2, -1.25), "decision": (3, -0.75)}
"""At most so many, of at least this: where half of what is shown would else be none. What is called
hard and is not hurts more than a miss, and of decisions little is alike from pair to pair."""

EXPECTED: Mapping[Kind, Mapping[str, float]] = {
    "goal": {"own.names_aim": 5, "own.wants": 1, "own.by_then": 1, "asked.asks_aim": 1.5},
    "win": {
        "own.triumphs": 2.2,
        "own.went_well": 3,
        "own.they_said_yes": 1,
        "answer.praises": 1,
        "answer.exclaims": 0.5,
        "answer.judges": 0.5,
    },
    "challenge": {
        "own.struggles": 3.5,
        "own.is_at_a_loss": 2,
        "own.feels": 1,
        "answer.pities": 1,
        "own.realises": -1,
    },
    "insight": {"own.realises": 2.5, "own.sees": 1, "answer.is_struck": 0.5},
    "decision": {"own.decides": 3.5, "own.rules": 1, "answer.accepts": 1, "own.is_unable": -1},
    "feedback": {
        "own.honours": 4,
        "asked.asks_worth": 4,
        "own.ranks": 1,
        "own.others_do": 1,
        "own.you_then": 1,
        "own.takes_in": -2,
    },
    "trust": {
        f"own.{clear}": 3.2
        for clear in ("admits", "broke_word", "not_my_field", "stays_here", "declares")
    },
}
"""What clear words are worth before any call is read; weights are pulled to these, else to 0.

A few dozen known moments a kind do not show every plain way of saying it."""


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
        return cls(case, Moments(case.call()))

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


def _learned(kind: Kind, heard: Sequence[_Heard]) -> MomentScale:
    """A scale from all calls; what it keeps is chosen on relationships left out."""
    lesson = _Lesson.of(kind, heard)
    final = lesson.fitted()
    ranked: list[tuple[_Heard, list[Moment]]] = []
    for home in sorted({each.case.folder for each in heard}):
        scale = lesson.scale(lesson.fitted(without=home, start=final))
        ranked += [
            (each, each.moments.strongest(kind, scale))
            for each in heard
            if each.case.folder == home
        ]
    kept, enough = _chosen(kind, ranked)
    value, p, r, n = _figures(kind, ranked, kept, enough)
    figures = f"F0.5 {value:.3f}  P {p:.3f}  R {r:.3f}  n {n}"
    print(f"{kind:10} {figures}  at most {kept}, from {enough}")
    return replace(lesson.scale(final), kept=kept, enough=enough)


def _chosen(kind: Kind, ranked: Sequence[tuple[_Heard, list[Moment]]]) -> tuple[int, float]:
    """How many to keep, and from where: what does well some steps higher and lower too.

    The best of many is best by luck.
    """
    most, from_here = MOST_OF.get(kind, (max(MOST), float(LEAST[0])))
    value = {at: _figures(kind, ranked, *at)[0] for at in product(MOST, LEAST)}
    around = {
        (kept, least): sum(
            value[kept, least + steps * STEP] for steps in range(-AROUND, AROUND + 1)
        )
        for kept, least in product(MOST, LEAST[AROUND:-AROUND])
        if FEWEST.get(kind, 2) <= kept <= most
    }
    kept, enough = max(around, key=lambda at: (around[at], at[1], -at[0]))
    return kept, max(float(enough), from_here)


def _figures(
    kind: Kind, ranked: Sequence[tuple[_Heard, list[Moment]]], kept: int, enough: float
) -> tuple[float, float, float, int]:
    """F0.5, P, R and n: a line that is none costs a reader more than a moment that is missed."""
    right = extra = missed = 0
    for heard, moments in ranked:
        found = [moment for moment in moments[:kept] if moment.weight >= enough]
        counts = heard.counted(kind, found)
        right, extra, missed = right + counts[0], extra + counts[1], missed + counts[2]
    n = right + missed
    return (
        1.25 * right / max(1, right + extra + 0.25 * n),
        right / max(1, right + extra),
        right / max(1, n),
        n,
    )


@dataclass(frozen=True)
class _Lesson:
    """What there is to learn of a kind: a row a turn, a column a feature, and the bias last."""

    kind: Kind
    names: tuple[str, ...]
    table: Floats
    is_one: Floats
    homes: NDArray[np.str_]

    @classmethod
    def of(cls, kind: Kind, heard: Sequence[_Heard]) -> _Lesson:
        rows = [(*pair, str(each.case.folder)) for each in heard for pair in each.labelled(kind)]
        seen = Counter(name for features, _, _ in rows for name in features)
        names = tuple(sorted(n for n in seen if seen[n] >= SEEN or n in EXPECTED[kind]))
        at = {name: column for column, name in enumerate(names)}
        table = np.zeros((len(rows), len(names) + 1))
        table[:, -1] = 1
        for row, (features, _, _) in enumerate(rows):
            for name in features.keys() & at.keys():
                table[row, at[name]] = features[name]
        is_one = np.array([float(is_one) for _, is_one, _ in rows])
        return cls(kind, names, table, is_one, np.array([home for *_, home in rows]))

    def fitted(self, without: Path | None = None, start: Floats | None = None) -> Floats:
        """Weights from all relationships but one."""
        rows = self.homes != str(without)
        expected = np.array([EXPECTED[self.kind].get(name, 0.0) for name in (*self.names, "bias")])
        return logistic(self.table[rows], self.is_one[rows], RIDGE, expected, start)

    def scale(self, found: Floats) -> MomentScale:
        """Keeps more than any choice of `MOST` and `LEAST` would."""
        told = zip(self.names, found, strict=False)
        weights = {name: round(float(much), 1) for name, much in told if abs(much) >= TELLS}
        return MomentScale(weights, round(float(found[-1]), 2), float(LEAST[0]), max(MOST))


def _module(scales: Mapping[Kind, MomentScale], calls: int) -> str:
    names = sorted({name for scale in scales.values() for name in scale.weights})
    told = [scales[kind] for kind in KINDS]
    rows = [
        ["feature", *KINDS],
        ["bias", *(f"{scale.bias:.2f}" for scale in told)],
        ["enough", *(f"{scale.enough:.2f}" for scale in told)],
        ["kept", *(f"{scale.kept}" for scale in told)],
        *([name, *(f"{scale.weights.get(name, 0.0):.1f}" for scale in told)] for name in names),
    ]
    table = "\n".join(f"{row[0]:24}" + "".join(f"{cell:>10}" for cell in row[1:]) for row in rows)
    return _HEAD.format(calls=calls, table=table)


_HEAD = '''"""What each feature of a turn is worth for each kind of moment, as log odds.

Made by `python -m evals weigh DIR... --write` from {calls} calls: logistic weights, held small,
with what did best on relationships left out. Learn again rather than edit a figure here.
"""

from __future__ import annotations

TABLE = """
{table}
"""
"""`enough`: the least weight worth a line; `kept`: at most so many lines a call; `own`: of this
turn; `asked`: of the one it follows; `answer`: of the next; `before`: its speaker's last."""
'''
