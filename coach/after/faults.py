"""Where claims fail, one by one, told so that whoever made them can mend them.

The recap sets aside what does not stand, and says why; here each claim goes the same way alone, so
that the reason has an address: `commitments[2].quotes[0]`. What is told of a call are words of the
turns that a reader was shown, and none besides.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

from pydantic import Field

from coach.after.checking import NOT_SAID, Check
from coach.after.tying import Ties
from coach.discretion.planted import spoken_in
from coach.evidence import locate, words
from coach.reading import Call
from coach.reading.proposing.mending import NEAR, mended
from coach.records.base import Record
from coach.records.claims import Claims, PointClaim, Quote

_ALIKE = 1 / 3
"""Of the words of a quote, those that the nearest words share with it; else nothing is near."""
_CHECKS: dict[str, Callable[[Check, Any], Any]] = {
    "commitments": lambda check, claim: check.commitments((claim,), None),
    "updates": lambda check, claim: check.updates((claim,), None),
    "next_meeting": lambda check, claim: check.meeting(claim),
    "points": lambda check, claim: check.points((claim,), claim.kind),
    "feedback": lambda check, claim: check.feedback((claim,)),
    "trust": lambda check, claim: check.trust((claim,)),
    "terms": lambda check, claim: check.terms((claim,)),
    "slippage": lambda check, claim: check.slippage((claim,)),
}
_NAMES = ("owner", "joint_with", "giver", "receiver")


class Fault(Record):
    """One thing that does not stand as it was claimed."""

    where: str = Field(description="a claim, or a part of it: commitments[2].quotes[0]")
    why: str
    kept: bool = Field(description="True where the claim stands without that part")
    turn: int | None = Field(None, description="the turn in which `nearest` stands")
    nearest: str | None = Field(None, description="words of the call most like a quote that fails")


def faults(
    claims: Claims, call: Call, topics: frozenset[str], hidden: frozenset[str] | None = frozenset()
) -> tuple[Fault, ...]:
    """Everything that does not stand, in the order of the claims; nothing where all of it does."""
    ties = Ties.of(call, hidden)
    found = []
    for where, field, claim in _each(claims):
        check = Check(call, "00", topics, ties)
        alone = Claims().model_copy(update={field: claim if where == field else (claim,)})
        together = getattr(mended(alone, call), field)
        placed = together[0] if isinstance(together, tuple) else together
        kept = bool(_CHECKS[field](check, placed))
        quotes = list(_of_quotes(where, claim, call, kept))
        # That nothing proves a claim is told of its quotes, one by one: those can be mended.
        reasons = (one for one in check.unsupported if kept or one.why != NOT_SAID or not quotes)
        found += [Fault(where=where, why=f"{one.kind}: {one.why}", kept=kept) for one in reasons]
        found += [*quotes, *_of_names(where, claim, placed, call, kept)]
    return tuple(found)


def _each(claims: Claims) -> Iterator[tuple[str, str, Any]]:
    for field in Claims.model_fields:
        value = getattr(claims, field)
        if isinstance(value, tuple):
            yield from ((f"{field}[{n}]", field, claim) for n, claim in enumerate(value))
        elif value is not None:
            yield field, field, value


def _of_quotes(where: str, claim: Any, call: Call, kept: bool) -> Iterator[Fault]:
    if not claim.quotes:
        why = "there is none, and nothing stands without"
        yield Fault(where=f"{where}.quotes", why=why, kept=kept)
    last = len(call.transcript.turns) - 1
    for n, quote in enumerate(claim.quotes):
        place = f"{where}.quotes[{n}]"
        if not 0 <= quote.turn <= last:
            why = f"there is no turn {quote.turn}; they are 0 to {last}"
            yield Fault(where=place, why=why, kept=kept)
        elif not _stands(quote, call):
            turn, nearest = _nearest(quote, call) or (None, None)
            why = f"these words do not stand in turn {quote.turn}"
            yield Fault(where=place, why=why, kept=kept, turn=turn, nearest=nearest)


def _stands(quote: Quote, call: Call) -> bool:
    """Does it stand, where it says or where it is put?"""
    claim = PointClaim(kind="win", text="", quotes=(quote,))
    pieces = mended(Claims(points=(claim,)), call).points[0].quotes
    return bool(pieces) and all(locate(one.words, _shown(one.turn, call)) for one in pieces)


def _of_names(where: str, claim: Any, placed: Any, call: Call, kept: bool) -> Iterator[Fault]:
    """Names that are neither of the two; where one is needed, the check has said so."""
    either = " or ".join(person.name for person in call.relationship.people)
    for field in _NAMES:
        said = getattr(claim, field, None)
        if kept and said and not call.is_participant(getattr(placed, field)):
            yield Fault(where=f"{where}.{field}", why=f"it is {either}, or null", kept=kept)


def _shown(turn: int, call: Call) -> str:
    """The words of a turn as a reader is shown them, without what was planted for a machine."""
    known = 0 <= turn < len(call.transcript.turns)
    return spoken_in(call.transcript, turn) if known else ""


def _nearest(quote: Quote, call: Call) -> tuple[int, str] | None:
    """The words around the turn that share most with the quote, if they share enough of it."""
    wanted = Counter(words(quote.words))
    around = range(quote.turn - NEAR, quote.turn + NEAR + 1)
    best, place = 0, None
    for turn in sorted(around, key=lambda turn: abs(turn - quote.turn)):
        parts = _shown(turn, call).split()
        plain = [words(part) for part in parts]
        length = max(1, wanted.total())
        for start in range(max(1, len(parts) - length + 1)):
            there = Counter(word for part in plain[start : start + length] for word in part)
            if (shared := (wanted & there).total()) > best:
                best, place = shared, (turn, " ".join(parts[start : start + length]))
    return place if best >= _ALIKE * max(1, wanted.total()) else None
