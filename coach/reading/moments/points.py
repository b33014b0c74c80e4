"""What a call holds besides promises: goals, wins, challenges, insights, decisions."""

from __future__ import annotations

from typing import get_args

from coach.reading.moments import Moments, is_asked, quotes
from coach.reading.moments.listening import retold
from coach.reading.moments.signs.scales import SCALES
from coach.records.claims import PointClaim, PointKind


def find_points(moments: Moments) -> tuple[PointClaim, ...]:
    """Return the strongest goals, wins, challenges, insights and decisions, best first a kind.

    A goal is the mentee's, whoever of the two puts it into words. What is only asked is settled by
    nobody, and one turn is one thing: what it is most surely.
    """
    mentee = moments.call.relationship.mentee.name
    found = [
        (kind, moment, retold(moments.gist(moment)))
        for kind in get_args(PointKind)
        for moment in moments.strongest(kind)
    ]
    surest = {
        moment.turns[0]: kind
        for kind, moment, _ in sorted(found, key=lambda it: it[1].weight - SCALES[it[0]].enough)
    }
    return tuple(
        PointClaim(
            kind=kind,
            text=text,
            who=mentee if kind == "goal" else moment.who,
            quotes=quotes(moments, moment),
        )
        for kind, moment, text in found
        if surest[moment.turns[0]] == kind
        and not (kind == "decision" and is_asked(moments.heart(moment)))
    )
