"""What a call holds besides promises: goals, wins, challenges, insights, decisions."""

from __future__ import annotations

from collections.abc import Iterable
from typing import get_args

from coach.reading.listening import retold
from coach.reading.moments import Moments, quotes
from coach.reading.signs.scales import SCALES
from coach.reading.speech import Sentence
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
        and not (kind == "decision" and _is_asked(moments.heart(moment)))
    )


def _is_asked(told: Iterable[Sentence]) -> bool:
    return all(sentence.text.rstrip(" \"'”’").endswith("?") for sentence in told)
