"""What one engine reached: its scores, its figures as rows, and the whole as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple

from evals.cases import Case
from evals.interval import f1_interval
from evals.scoring import Scored, Tally, figures, score, total
from evals.scoring.tally import Count, Share


@dataclass(frozen=True)
class Row:
    """One figure: a count with F1 and its 95 % interval over calls, or a share."""

    figure: str
    count: Count | Share
    interval: tuple[float, float] | None = None

    @property
    def values(self) -> dict[str, float | None]:
        """Its numbers by name: `commitments f1`, `... p`, `... r`; or the one of a share."""
        if isinstance(self.count, Share):
            return {self.figure: self.count.ratio}
        return {f"{self.figure} {rate}": self.count.shown[rate] for rate in ("f1", "p", "r")}


class Cost(NamedTuple):
    """What reading one call took on average; tokens as the server counts them."""

    seconds: float = 0.0
    requests: float = 0.0
    tokens_in: float = 0.0
    tokens_out: float = 0.0


@dataclass(frozen=True)
class Result:
    """The scores of one engine on a set of cases. `missing` names calls without a recap."""

    engine: str
    scores: tuple[Scored, ...]
    missing: tuple[str, ...] = ()
    cost: Cost = field(default_factory=Cost)

    @cached_property
    def tally(self) -> Tally:
        """All calls together."""
        return total(scored.tally for scored in self.scores)

    @cached_property
    def rows(self) -> dict[str, Row]:
        """Every figure by its name."""
        return {name: self._row(name, count) for name, count in self.tally.counts().items()}

    @cached_property
    def values(self) -> dict[str, float | None]:
        """Every number by its name."""
        return {name: value for row in self.rows.values() for name, value in row.values.items()}

    def to_json(self) -> dict[str, Any]:
        """Everything, as `--json` prints it and `--compare` reads it."""
        return {
            "engine": self.engine,
            "figures": {**figures(self.tally), "missing": list(self.missing)},
            "values": self.values,
            "cost": self.cost._asdict(),
            "intervals": {row.figure: row.interval for row in self.rows.values() if row.interval},
            "calls": {scored.name: figures(scored.tally) for scored in self.scores},
            "findings": [
                {
                    "call": scored.name,
                    "kind": finding.kind,
                    "what": finding.what,
                    "said": [{"turn": turn, "words": words} for turn, words in finding.said],
                }
                for scored in self.scores
                for finding in scored.findings
            ],
        }

    def _row(self, name: str, count: Count | Share) -> Row:
        if isinstance(count, Share):
            return Row(name, count)
        return Row(name, count, f1_interval([getattr(one.tally, name) for one in self.scores]))


def evaluate(engine: str, cases: Iterable[Case], recaps: Mapping[str, Any]) -> Result:
    """Score the recaps of an engine; a call without one counts as an empty recap."""
    cases = tuple(cases)
    return Result(
        engine=engine,
        scores=tuple(score(case, recaps.get(case.name, {})) for case in cases),
        missing=tuple(case.name for case in cases if case.name not in recaps),
        cost=_cost(list(recaps.values())),
    )


def _cost(recaps: Sequence[Mapping[str, Any]]) -> Cost:
    used = [recap.get("usage") or {} for recap in recaps]
    n = max(1, len(recaps))
    requests, tokens_in, tokens_out = (
        sum(usage.get(name) or 0 for usage in used) / n
        for name in ("requests", "tokens_in", "tokens_out")
    )
    seconds = sum(recap.get("seconds", 0.0) for recap in recaps) / n
    return Cost(seconds, requests, tokens_in, tokens_out)
