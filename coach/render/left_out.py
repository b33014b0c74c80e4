"""What was left out of a draft: how many turns, of whom, where, and which words announced it.

For whoever looks through the draft, to judge whether it was a secret. No word of it is told: a cue
is a phrase of a fixed list. After the yes only the number of passages is shown.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from coach.records import Recap, Withheld
from coach.render.page import counted, given_name


class LeftOut(NamedTuple):
    """A passage of which words were left out."""

    first: int
    last: int
    text: str


def left_out(recap: Recap) -> tuple[LeftOut, ...]:
    """The passages, in the order of the call; none where no reason is known (any more)."""
    if all(one.asked_in is None for one in recap.withheld):
        return ()
    found: list[list[Withheld]] = []
    for one in recap.withheld:
        near = found and one.turn - found[-1][-1].turn <= APART
        if near and _announced(found[-1][0]) == _announced(one):
            found[-1].append(one)
        else:
            found.append([one])
    return tuple(LeftOut(some[0].turn, some[-1].turn, _told(some)) for some in found)


APART = 3
"""Turns at most from one to the next of a passage."""


def _announced(one: Withheld) -> tuple[int | None, str | None]:
    return one.asked_in, one.asked_by


def _told(some: Sequence[Withheld]) -> str:
    first, last = some[0], some[-1]
    turns = f"Turn {first.turn}" if first is last else f"Turns {first.turn}–{last.turn}"
    when = f" at {_clock(first.at)}" if first.at is not None else ""
    voices = Counter(given_name(one.speaker) if one.speaker else "somebody" for one in some)
    whose = ", ".join(f"{number} of {name}" for name, number in voices.items())
    words = f"{counted(len(some), 'turn')} ({whose})" if len(voices) > 1 else ", ".join(voices)
    return f"{turns}{when}: words of {words}. {_why(first)}."


def _why(one: Withheld) -> str:
    if one.asked_in is None:
        return "Struck"
    kept_for = f" for {given_name(one.asked_by)}" if one.asked_by else ""
    words = f" by “{one.cue}”" if one.cue else ""
    return f"Kept{kept_for}, announced in turn {one.asked_in}{words}"


def _clock(seconds: float) -> str:
    minutes, rest = divmod(int(seconds), 60)
    return f"{minutes}:{rest:02}"
