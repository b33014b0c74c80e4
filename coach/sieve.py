"""A quick look before a slow one: which of many patterns could fit a text at all.

A call has two thousand sentences, there are hundreds of patterns, and hardly any pattern fits. Most
cannot fit without certain letters: `keep it quiet` needs a word with `quiet` in it. A `Sieve` looks
up the words of a text and lets through the patterns whose letters are there.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from re import _constants as code  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, Generic, TypeVar

T = TypeVar("T")
UNKNOWN: frozenset[str] = frozenset()
FEWEST = 2
"""A single letter is in too many words to tell anything."""


class Sieve(Generic[T]):
    """Things with a pattern each (for `re`, without flags), in order.

    >>> sieve = Sieve([("hush", r"keep (?:it|this) quiet"), ("soon", r"in \\d days|tomorrow")])
    >>> list(sieve.through("let's keep it quiet"))
    ['hush']
    >>> list(sieve.through("in a week or two"))
    []
    """

    def __init__(self, things: Iterable[tuple[T, str]]) -> None:
        # A bit for each thing: which could fit is the union of what each word allows.
        self._things: dict[int, T] = {}
        self._always = 0
        self._by_opening: dict[str, list[tuple[str, int]]] = defaultdict(list)
        for number, (thing, pattern) in enumerate(things):
            bit = 1 << number
            self._things[bit] = thing
            letters = needs(pattern)
            for each in letters:
                self._by_opening[each[:FEWEST]].append((each, bit))
            self._always |= 0 if letters else bit
        self._allowed_by = lru_cache(maxsize=20_000)(self._look_up)

    def through(self, text: str) -> Iterator[T]:
        """What could fit `text`: everything that does, and little else, in order."""
        could, allowed_by = self._always, self._allowed_by
        for word in text.split():
            could |= allowed_by(word)
        while could:
            bit = could & -could
            yield self._things[bit]
            could ^= bit

    def _look_up(self, word: str) -> int:
        allowed = 0
        for at in range(len(word) - FEWEST + 1):
            for letters, bit in self._by_opening.get(word[at : at + FEWEST], ()):
                if word.startswith(letters, at):
                    allowed |= bit
        return allowed


@cache
def needs(pattern: str) -> frozenset[str]:
    """Letters of which some word of every text that `pattern` fits holds at least one.

    >>> sorted(needs(r"\\b(?:keep|kept) (?:it|this) (?:a )?secret\\b"))
    ['secret']
    >>> sorted(needs(r"soon$|(?:very )?quickly"))
    ['quickly', 'soon']
    >>> needs(r"\\d+") == UNKNOWN
    True
    """
    parsed = parser.parse(pattern)
    return UNKNOWN if parsed.state.flags & re.IGNORECASE else _of_all(parsed)


def _of_all(parts: Iterable[tuple[Any, Any]]) -> frozenset[str]:
    """Of parts that must all fit, one after the other: what the most telling of them needs."""
    best, run = UNKNOWN, ""
    for kind, what in [*parts, (None, None)]:
        if kind is code.LITERAL:
            run += chr(what)
        elif kind not in (code.AT, code.ASSERT, code.ASSERT_NOT):  # these take no room
            word = max(run.split(), key=len, default="")
            spelled = frozenset([word]) if len(word) >= FEWEST else UNKNOWN
            best = max(best, spelled, _of_one(kind, what), key=_telling)
            run = ""
    return best


def _of_one(kind: Any, what: Any) -> frozenset[str]:
    if kind is code.SUBPATTERN:
        _, flags, _, parts = what
        return UNKNOWN if flags & re.IGNORECASE else _of_all(parts)
    if kind is code.BRANCH:
        branches = [_of_all(branch) for branch in what[1]]
        return frozenset().union(*branches) if all(branches) else UNKNOWN
    if kind in (code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT):
        at_least, _, parts = what
        return _of_all(parts) if at_least else UNKNOWN
    return UNKNOWN


def _telling(letters: frozenset[str]) -> tuple[int, int]:
    return min(map(len, letters), default=0), -len(letters)
