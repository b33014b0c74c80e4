"""Scales: how much each feature of a turn tells of each kind of moment.

A scale is a logistic one: its weights add up to the log odds that a careful person would write this
turn down as a moment of that kind.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from coach.reading.moments.signs.weights import TABLE
from coach.scale import Scale

Kind = Literal["goal", "win", "challenge", "insight", "decision", "feedback", "trust"]
KINDS: tuple[Kind, ...] = get_args(Kind)


@dataclass(frozen=True)
class MomentScale(Scale):
    """At most `kept` moments a call, each of at least the weight `enough`."""

    kept: int = 1


def _scales() -> dict[Kind, MomentScale]:
    rows = [line.split() for line in TABLE.strip().splitlines()]
    heads, *rest = rows
    columns: dict[str, dict[str, float]] = {
        kind: {name: float(cells[at]) for name, *cells in rest} for at, kind in enumerate(heads[1:])
    }
    return {
        kind: MomentScale(
            bias=columns[kind].pop("bias"),
            kept=int(columns[kind].pop("kept")),
            enough=columns[kind].pop("enough"),
            weights=columns[kind],
        )
        for kind in KINDS
    }


SCALES: Mapping[Kind, MomentScale] = _scales()
