"""What a person says was no secret, before their yes: whose word it takes.

The file is read again with those turns as ordinary talk; of withheld words nothing is kept for it.
Whoever runs this has the file anyway. What it guards is what the coach keeps, searches, and may
send to a model or show to the other one. So one may open what one said oneself under a silence
that one asked for oneself; where the other one speaks, or asked for it, silence is theirs as well,
and both have to say that it was none. So they have where one only says again what the other one was
first to tell under silence. What was struck stays out.
"""

from __future__ import annotations

from collections.abc import Sequence

from coach.errors import UserError
from coach.records import Cut, Relationship, Withheld

AT_ONCE = 20
"""Turns that an answer lists; of more it tells the first."""


def require_openable(
    turns: Sequence[range],
    withheld: Sequence[Withheld],
    of: int,
    *,
    struck: Sequence[Cut],
    pair: Relationship,
    both: bool,
) -> tuple[int, ...]:
    """The turns that may be read as ordinary ones, of a call of so many.

    `withheld` is what would be left out without it, `both`: did the two say so? Raises UserError.
    """
    for some in turns:
        if some.start < 0 or some.stop > of:
            raise UserError(f"{_said(some)}: this call has turns 0 to {of - 1}.")
    asked = {turn for some in turns for turn in some}
    if gone := asked & {cut.turn for cut in struck}:
        raise UserError(f"Struck, and out for good: turn {_listed(gone)}.")
    places = {one.turn: one for one in withheld if one.turn in asked}
    for some in turns:
        if places.keys().isdisjoint(some):
            raise UserError(f"{_said(some)}: nothing is left out there.")
    me = pair.person(pair.me).name if pair.me else None
    theirs = {turn for turn, one in places.items() if not me or {one.speaker, one.asked_by} != {me}}
    if theirs and not both:
        raise UserError(
            f"Not yours alone to open: turn {_listed(theirs)}, where your partner speaks, asked "
            "for silence, or told it first. It takes the word of both of you that it was no secret "
            "(--by both; in the browser, the tick for it)."
        )
    return tuple(sorted(places))


def _said(turns: range) -> str:
    return f"Turn {turns.start}" + (f"-{turns.stop - 1}" if len(turns) > 1 else "")


def _listed(turns: set[int]) -> str:
    first = sorted(turns)[:AT_ONCE]
    return ", ".join(map(str, first)) + (" and more" if len(turns) > AT_ONCE else "")
