"""Which parts of the frameworks the latest calls touched, and where."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from coach.asking.coverage import coverage
from coach.library import Framework
from coach.records import Evidence, Recap, Relationship, When, day_of

RECENT = 5
"""Calls that are looked at: an older answer may not hold any more."""
_ORDER = ("partly", "covered")


class Touched(NamedTuple):
    """A part of a framework in the latest calls: how far, and the words of the last such call."""

    state: Literal["covered", "partly"]
    session: str
    held_on: When
    evidence: Evidence


class Covered(NamedTuple):
    """What calls touched, by framework and part; a part that is in none of them is open."""

    calls: tuple[str, ...]
    """ids of those that were looked at, the earliest first"""
    parts: Mapping[tuple[str, str], Touched]

    def of(self, framework: str) -> Mapping[str, Touched]:
        """What was touched of one framework, by the id of its part."""
        return {part: seen for (pack, part), seen in self.parts.items() if pack == framework}


def covered(
    recaps: Sequence[Recap], relationship: Relationship, frameworks: Mapping[str, Framework]
) -> Covered:
    """Of each part the furthest that a call got, the later call where two got as far.

    `recaps` are confirmed ones, within the limits of the pair. What a person rejected of a draft
    covers nothing, so it is found anew from what was kept.
    """
    latest = sorted(recaps, key=lambda recap: day_of(recap.held_on))[-RECENT:]
    parts: dict[tuple[str, str], Touched] = {}
    for recap in latest:
        for one in coverage(recap, relationship, frameworks):
            key, before = (one.framework, one.part), parts.get((one.framework, one.part))
            if one.state == "open" or not one.evidence:
                continue
            if before is None or _ORDER.index(one.state) >= _ORDER.index(before.state):
                parts[key] = Touched(one.state, recap.session, recap.held_on, one.evidence[0])
    return Covered(tuple(recap.session for recap in latest), parts)
