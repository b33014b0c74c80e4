"""Who announced a secret, and by which words: so much of it as gives nothing away.

What a draft tells of a withheld passage must hold no word of it, and a cue may: "Don't tell Rita."
So only words of a fixed list are told, which say that something is kept, and never what.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Any, NamedTuple

from coach.discretion import cues
from coach.discretion.talk import FUNCTION, WORD, Sentence
from coach.records import Transcript

OF_THE_LISTENER = ("promises", "assures", "spares", "answers")
"""Kinds of cue that the other one says, and not whoever tells the secret."""
MOST = 12
"""Words of a cue at most."""
_OF_SECRECY = frozenset(
    """
    off record recorded recording recorder between us just only strictly purely unofficially keep
    kept keeps keeping stay stays staying hold quiet quietly private privately secret secrets
    confidence confidential confidentially sensitive delicate hush hat wraps sealed lips vault
    write writing written down note notes minute minutes transcript tape pause stop switch turn
    tell telling told say saying said mention repeat share sharing spread pass talk speak word
    know knows knew known notice notices see sees guess find out hear hears heard anyone anybody
    nobody no-one people others else yourself ourselves here room call further nowhere walls
    promise trust please don't won't can't mustn't shouldn't isn't not never official public yet
    embargo nda forget pretend surprised supposed allowed ears grave safe put leave cut delete
    """.split()
)
_TELLABLE = FUNCTION | _OF_SECRECY


class Asked(NamedTuple):
    """The sentence that announced a secret: characters of a turn, counted from 0."""

    turn: int
    start: int
    end: int
    by_listener: bool
    """is it the other one who promises silence?"""
    besides: tuple[tuple[int, int, int, bool], ...] = ()
    """where else it was announced, in the same four"""

    def moved(self, numbers: Sequence[int]) -> Asked:
        """The same where turns have these numbers."""
        besides = tuple((numbers[n], start, end, other) for n, start, end, other in self.besides)
        return self._replace(turn=numbers[self.turn], besides=besides)

    def and_in(self, other: Asked | tuple[()]) -> Asked:
        """The same of what both announce."""
        if not other:
            return self
        return self._replace(besides=(*self.besides, *other.each))

    @property
    def each(self) -> tuple[tuple[int, int, int, bool], ...]:
        """Every place where it was announced."""
        return ((self.turn, self.start, self.end, self.by_listener), *self.besides)


def told_of(
    turn: int, asked: Asked | tuple[()], transcript: Transcript, names: Sequence[str | None]
) -> dict[str, Any]:
    """What a draft may tell of a withheld turn, by the fields of `Withheld`."""
    here = transcript.turns[turn]
    known: dict[str, Any] = {"speaker": names[turn], "at": here.start}
    if not asked:
        return known
    announced = {_whose(turn, by_listener, names) for turn, _, _, by_listener in asked.each}
    by = announced.pop() if len(announced) == 1 else None
    for at, start, end, _ in asked.each:
        said = Sentence(at, start, end, transcript.turns[at].text[start:end], names[at])
        if cue := safe_words(said):
            return {**known, "asked_by": by, "asked_in": at, "cue": cue}
    return {**known, "asked_by": by, "asked_in": asked.turn}


def _whose(turn: int, by_listener: bool, names: Sequence[str | None]) -> str | None:
    """Whose silence was announced in a turn; None where that is not known."""
    by = names[turn]
    others = {name for name in names if name and name != by}
    if by_listener:
        return others.pop() if by and len(others) == 1 else None
    return by


def safe_words(said: Sentence) -> str:
    """The words of a sentence that are a cue; … for each that is not of the fixed list.

    >>> safe_words(Sentence(0, 0, 40, "Don't tell Rita, it stays between us.", None))
    'stays between us'
    """
    for cue in cues.OPENING:
        if found := cue.regex.search(said.heard):
            words = [word if word in _TELLABLE else "…" for word in WORD.findall(found[0])][:MOST]
            told = " ".join(word for word, _ in groupby(words)).strip("… ")
            return "" if _OF_SECRECY.isdisjoint(words) else told
    return ""
