"""What a person says was no secret, before their yes: whose word it takes.

The file is read again with those turns as ordinary talk; of withheld words nothing is kept for it.
Whoever runs this has the file anyway. What it guards is what the coach keeps, searches, and may
send to a model or show to the other one. So one may open what one said oneself under a silence
that one asked for oneself; where the other one speaks, or asked for it, silence is theirs as well,
and both have to say that it was none. So they have where one only says again what the other one was
first to tell under silence. Whose words are whose the labels say: where they are mine only because
this home's owner said so, and by no name of theirs, it is nobody's word alone. What was struck
stays out.

What was opened is left out again by one word of either, until it was said yes to: from then on it
may stand in what that yes entered, and is taken back with all of it, by a strike.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from coach.errors import UserError
from coach.records import Cut, Relationship, Session, Withheld

AT_ONCE = 20
"""Turns that an answer lists; of more it tells the first."""


class Opening(NamedTuple):
    """What a person says of the secrets of a call, by its turns, from 0."""

    not_secret: Sequence[range] = ()
    """were left out, and hold none"""
    both: bool = False
    """do both people say so?"""
    secret: Sequence[range] = ()
    """were opened, and are left out again"""


def ordinary(
    opening: Opening,
    withheld: Sequence[Withheld],
    of: int,
    *,
    call: Session | None,
    out_since: Collection[int] | None,
    pair: Relationship,
    doubtful: str,
) -> tuple[int, ...]:
    """The turns of so many that are read as ordinary talk from now on.

    `withheld` is what would be left out if nothing was opened, `call` what is known of it,
    `out_since` the turns that were left out when it was last said yes to (None: it never was), and
    `doubtful` why the labels do not tell by themselves which words are the owner's, where they do
    not. Raises UserError.
    """
    again = _to_close(opening.secret, withheld, of, call, out_since)
    struck = call.struck if call else ()
    opened = _to_open(opening, withheld, of, struck=struck, pair=pair, doubtful=doubtful)
    before = call.not_secret if call else ()
    return tuple(sorted({*before, *opened} - {*again}))


def _to_open(
    opening: Opening,
    withheld: Sequence[Withheld],
    of: int,
    *,
    struck: Sequence[Cut],
    pair: Relationship,
    doubtful: str,
) -> tuple[int, ...]:
    """The turns that may be opened by this word. Raises UserError."""
    turns = opening.not_secret
    asked = _turns(turns, of)
    if both_ways := asked & _turns(opening.secret, of):
        raise UserError(f"Turn {_listed(both_ways)}: a secret, or none? You named it as both.")
    if gone := asked & {cut.turn for cut in struck}:
        raise UserError(f"Struck, and out for good: turn {_listed(gone)}.")
    places = {one.turn: one for one in withheld if one.turn in asked}
    for some in turns:
        if places.keys().isdisjoint(some):
            raise UserError(f"{_said(some)}: nothing is left out there.")
    me = pair.person(pair.me).name if pair.me else None
    theirs = {turn for turn, one in places.items() if not me or {one.speaker, one.asked_by} != {me}}
    if doubtful and not theirs and not opening.both:
        raise UserError(
            f"Not yours alone to open: turn {_listed({*places})}. {doubtful} It takes the word of "
            "both of you that it was no secret (--by both; in the browser, the tick for it)."
        )
    if theirs and not opening.both:
        raise UserError(
            f"Not yours alone to open: turn {_listed(theirs)}, where your partner speaks, asked "
            "for silence, or told it first. It takes the word of both of you that it was no secret "
            "(--by both; in the browser, the tick for it)."
        )
    return tuple(sorted(places))


def _to_close(
    turns: Sequence[range],
    withheld: Sequence[Withheld],
    of: int,
    call: Session | None,
    out_since: Collection[int] | None,
) -> tuple[int, ...]:
    """The turns that are left out again; those that are so already are none. Raises UserError."""
    asked, opened = _turns(turns, of), {*call.not_secret} if call else set()
    hidden = opened | {one.turn for one in withheld}
    strike = f"coach strike {call.relationship} {call.id}" if call else "coach strike"
    for some in turns:
        if hidden.isdisjoint(some):
            raise UserError(
                f"{_said(some)}: nothing was left out or opened there. Words that nobody announced "
                f"as a secret are taken back by a strike: {strike} --turns {_plain(some)}"
            )
    again = asked & opened
    if out_since is not None and (entered := again - {*out_since}):
        first = min(entered)
        raise UserError(
            f"Turn {_listed(entered)}: you said yes to this call since, so it takes a strike, with "
            f"which all goes that was entered from there: {strike} --turns {first}"
        )
    return tuple(sorted(again))


def _turns(turns: Sequence[range], of: int) -> set[int]:
    """Each of these turns. Raises UserError where a call of so many has not all of them."""
    for some in turns:
        if some.start < 0 or some.stop > of:
            raise UserError(f"{_said(some)}: this call has turns 0 to {of - 1}.")
    return {turn for some in turns for turn in some}


def _said(turns: range) -> str:
    return f"Turn {_plain(turns)}"


def _plain(turns: range) -> str:
    return f"{turns.start}" + (f"-{turns.stop - 1}" if len(turns) > 1 else "")


def _listed(turns: set[int]) -> str:
    first = sorted(turns)[:AT_ONCE]
    return ", ".join(map(str, first)) + (" and more" if len(turns) > AT_ONCE else "")
