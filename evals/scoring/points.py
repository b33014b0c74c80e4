"""Wins, challenges, insights, goals, decisions, feedback and trust.

A match is the same person (where the gold names one) and a cited turn among the gold turns, one to
one. An entry marked `sensitive` that is not predicted is no miss.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from evals.cases import Case
from evals.gold import Found, GoldFeedback, GoldTrust, Voiced
from evals.scoring.finding import Finding, Part, said
from evals.scoring.predicted import Json, Predicted
from evals.scoring.tally import Count, Share, Tally
from evals.words import who

_F = TypeVar("_F", bound=Found)


def score_points(case: Case, predicted: Predicted) -> Part:
    """Score everything that is not a promise."""
    gold = case.gold
    pairs = _Pairs(case, predicted)
    trust = pairs.of("trust", gold.trust, pairs.same_voice)
    paired: dict[str, _Paired[Any]] = {
        "goals": pairs.of("goals", gold.goals),
        "wins": pairs.of("wins", gold.wins, pairs.same_voice),
        "challenges": pairs.of("challenges", gold.challenges, pairs.same_voice),
        "insights": pairs.of("insights", gold.insights, pairs.same_voice),
        "decisions": pairs.of("decisions", gold.decisions),
        "feedback": pairs.of("feedback", gold.feedback, pairs.same_direction),
        "trust": trust,
    }
    counts: dict[str, Any] = {kind: pair.count for kind, pair in paired.items()}
    as_seen = sum(_same_behaviour(claim, item) for claim, item in trust.matched.values())
    return Part(
        Tally(**counts, trust_behaviour=Share(as_seen, len(trust.matched))),
        [finding for kind, pair in paired.items() for finding in pairs.findings(kind, pair)],
    )


def match_goals(case: Case, predicted: Predicted) -> dict[int, Found]:
    """Which goal of the gold each predicted goal (by index) is."""
    matched = _Pairs(case, predicted).of("goals", case.gold.goals).matched
    return {index: item for index, (_, item) in matched.items()}


@dataclass(frozen=True)
class _Paired(Generic[_F]):
    matched: dict[int, tuple[Json, _F]]
    missed: list[_F]
    extra: list[Json]

    @property
    def count(self) -> Count:
        right = len(self.matched)
        return Count(right, right + len(self.extra), right + len(self.missed))


class _Pairs:
    """Pairs the entries of one kind with the gold, in the order of the recap."""

    def __init__(self, case: Case, predicted: Predicted) -> None:
        self.case, self.predicted = case, predicted

    def of(
        self,
        kind: str,
        gold: Sequence[_F],
        same_person: Callable[[Json, _F], bool] = lambda claim, item: True,
    ) -> _Paired[_F]:
        claims = self.predicted.items(kind)
        left = list(gold)
        matched: dict[int, tuple[Json, _F]] = {}
        for index, claim in enumerate(claims):
            cited = self.predicted.cited_turns(claim)
            fits = (item for item in left if cited & set(item.turns) and same_person(claim, item))
            item = next(fits, None)
            if item is not None:
                left.remove(item)
                matched[index] = (claim, item)
        return _Paired(
            matched,
            missed=[item for item in left if not item.sensitive],
            extra=[claim for index, claim in enumerate(claims) if index not in matched],
        )

    def findings(self, kind: str, pair: _Paired[_F]) -> Iterator[Finding]:
        for item in pair.missed:
            what = _what(item.model_dump(by_alias=True))
            yield Finding(f"{kind} missed", what, said(self.case, item.turns))
        for claim in pair.extra:
            turns = self.predicted.cited_turns(claim)
            yield Finding(f"{kind} extra", _what(claim), said(self.case, turns))

    def same_voice(self, claim: Json, item: Voiced) -> bool:
        return self._who(claim.get("who")) == self._who(item.who)

    def same_direction(self, claim: Json, item: GoldFeedback) -> bool:
        said = (self._who(claim.get("from")), self._who(claim.get("to")))
        return said == (self._who(item.giver), self._who(item.receiver))

    def _who(self, name: object) -> str | None:
        return who(name, self.case.people)


def _same_behaviour(claim: Json, item: GoldTrust) -> bool:
    said = (claim.get("behaviour"), claim.get("polarity"))
    return said == (item.behaviour, item.polarity)


def _what(entry: Json) -> str:
    """An entry in one line: whose, and its words or its behaviour."""
    people = [str(entry[key]) for key in ("who", "from", "to") if entry.get(key)]
    words = [str(entry[key]) for key in ("text", "behaviour", "polarity") if entry.get(key)]
    return f"{' to '.join(people) or 'both'}: {' '.join(words)}"
