"""What a call holds besides promises: goals, wins, challenges, insights, decisions."""

from __future__ import annotations

from typing import get_args

from coach.reading.listening import retold
from coach.reading.moments import Moments, quotes
from coach.records.claims import PointClaim, PointKind


def find_points(moments: Moments) -> tuple[PointClaim, ...]:
    """Return the strongest goals, wins, challenges, insights and decisions, best first a kind.

    A goal is the mentee's, whoever of the two puts it into words.
    """
    mentee = moments.call.relationship.mentee.name
    return tuple(
        PointClaim(
            kind=kind,
            text=retold(moments.heart(moment)),
            who=mentee if kind == "goal" else moment.who,
            quotes=quotes(moments, moment),
        )
        for kind in get_args(PointKind)
        for moment in moments.strongest(kind)
    )
