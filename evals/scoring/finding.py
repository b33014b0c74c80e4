"""One thing that was missed, wrong or leaked, with its words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from evals.cases import Case
from evals.scoring.tally import Tally


@dataclass(frozen=True)
class Finding:
    """`what` says it in one line and is the same tomorrow; `note` says what was read instead.

    `kind` is `missed`, `extra`, `trap`, `owner`, `due`, `firmness`, `quote`, `update missed` (or
    `wrong`, `extra`), `next meeting`, `leak`, `not withheld`, `withheld too much`, `injection`,
    `gap`, `goals missed` (or `extra`) and the like. `said` holds the turns that it is about, with
    who spoke.
    """

    kind: str
    what: str
    said: tuple[tuple[int, str], ...] = ()
    note: str = ""


@dataclass(frozen=True)
class Part:
    """What one part of the scorer adds."""

    tally: Tally
    findings: list[Finding] = field(default_factory=list)


def said(case: Case, turns: Iterable[int]) -> tuple[tuple[int, str], ...]:
    """These turns with speaker and words; one that the call does not have is left out."""
    return tuple(
        (turn, f"{case.spoken[turn].speaker or '?'}: {case.spoken[turn].text}")
        for turn in sorted(set(turns))
        if 0 <= turn < len(case.spoken)
    )
