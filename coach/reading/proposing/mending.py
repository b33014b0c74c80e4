"""A model's claims with their names and places set right, before they are checked.

What is mended is the address, never the words: a first name becomes the person, a quote that names
the wrong turn is looked for nearby, one that runs over two turns becomes two. Words that stand
nowhere stay as they are, and the check sets them aside.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypeVar

from coach.evidence import locate, words
from coach.reading import Call
from coach.reading.proposing.sheet import called
from coach.records.base import Record
from coach.records.claims import Claims, Quote

R = TypeVar("R", bound=Record)

NEAR = 4
"""Turns around the one that a claim names in which its words are looked for first."""
_FEW = 4
"""Fewer words than this may stand in many places, and are looked for nearby only."""
_GAP = re.compile(r"\s*(?:\.{3,}|…|\[…\])\s*")
_NAMES = ("owner", "assigned_by", "joint_with", "who", "giver", "receiver")


def mended(claims: Claims, call: Call) -> Claims:
    """The same claims, about the same words."""
    names = _known_names(call)
    changes: dict[str, object] = {}
    for field in Claims.model_fields:
        value = getattr(claims, field)
        if isinstance(value, tuple):
            changes[field] = tuple(_mended(one, call, names) for one in value)
        elif isinstance(value, Record):
            changes[field] = _mended(value, call, names)
    return claims.model_copy(update=changes)


def _mended(claim: R, call: Call, names: dict[str, str]) -> R:
    changes: dict[str, object] = {
        field: names.get(said.strip().casefold(), said)
        for field in _NAMES
        if isinstance(said := getattr(claim, field, None), str)
    }
    quotes: tuple[Quote, ...] = getattr(claim, "quotes", ())
    placed = (found for quote in quotes for found in _placed(quote, call))
    changes["quotes"] = tuple(dict.fromkeys(placed))
    return claim.model_copy(update=changes)


def _known_names(call: Call) -> dict[str, str]:
    """Every way to name one of the two, to that person's name; what names both names nobody."""
    ways: dict[str, set[str]] = {}
    for role in ("mentor", "mentee"):
        person = call.relationship.person(role)
        for way in (role, person.name, person.name.split()[0], called(call, person.name)):
            ways.setdefault(way.casefold(), set()).add(person.name)
        for label in person.labels:
            ways.setdefault(label.casefold(), set()).add(person.name)
    return {way: next(iter(people)) for way, people in ways.items() if len(people) == 1}


def _placed(quote: Quote, call: Call) -> Iterator[Quote]:
    """The quote in the turn where it stands, in pieces where it leaves out or runs over."""
    for piece in filter(None, _GAP.split(quote.words)):
        yield from _found(quote.turn, piece, call) or (Quote(turn=quote.turn, words=piece),)


def _found(turn: int, said: str, call: Call) -> tuple[Quote, ...]:
    turns = call.transcript.turns
    near = sorted(range(len(turns)), key=lambda other: (abs(other - turn), other))[: 2 * NEAR + 1]
    for other in near:
        if locate(said, turns[other].text):
            return (Quote(turn=other, words=said),)
    for other in near:
        if both := _over_two(other, said, call):
            return both
    if len(words(said)) >= _FEW:
        places = [n for n, other in enumerate(turns) if locate(said, other.text)]
        if len(places) == 1:
            return (Quote(turn=places[0], words=said),)
    return ()


def _over_two(turn: int, said: str, call: Call) -> tuple[Quote, ...]:
    """Words that begin in this turn and end in the speaker's next one."""
    turns, name = call.transcript.turns, call.names[turn]
    after = range(turn + 1, min(turn + 3, len(turns)))
    follows = next((n for n in after if call.names[n] == name), None)
    parts = said.split()
    if follows is None or len(parts) < 2 or not locate(parts[0], turns[turn].text):
        return ()
    for cut in range(len(parts) - 1, 0, -1):
        first, second = " ".join(parts[:cut]), " ".join(parts[cut:])
        if locate(first, turns[turn].text) and locate(second, turns[follows].text):
            return (Quote(turn=turn, words=first), Quote(turn=follows, words=second))
    return ()
