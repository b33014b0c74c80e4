"""A quick look before a slow one: which of many patterns could fit a text at all.

A call has two thousand sentences, there are hundreds of patterns, and hardly any pattern fits. Most
cannot fit without certain letters: `keep it quiet` needs a word with `quiet` in it and one with
`keep`. A `Sieve` looks up the words of a text, and lets through the patterns whose letters are
there.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import Generic, TypeAlias, TypeVar

T = TypeVar("T")
UNKNOWN: frozenset[str] = frozenset()
NEITHER = UNKNOWN, UNKNOWN
FEWEST = 2
"""A single letter is in too many words to tell anything."""
Both: TypeAlias = tuple[frozenset[str], frozenset[str]]


class Sieve(Generic[T]):
    """Things with a pattern each (for `re`, without flags), in order.

    >>> sieve = Sieve([("hush", r"keep (?:it|this) quiet"), ("soon", r"in \\d days|tomorrow")])
    >>> list(sieve.through("let's keep it quiet"))
    ['hush']
    >>> list(sieve.through("in a week or two"))
    []
    """

    def __init__(self, things: Iterable[tuple[T, str]]) -> None:
        # Two bits for each thing, one for each of the letters it needs: which could fit is the
        # union of what each word allows, where both bits are set.
        listed = list(things)
        self._things = {1 << number: thing for number, (thing, _) in enumerate(listed)}
        self._always, self._second = 0, len(listed)
        self._bits: dict[str, int] = defaultdict(int)
        for number, (_, pattern) in enumerate(listed):
            for place, letters in enumerate(_needs_both(pattern)):
                bit = 1 << number + place * self._second
                for each in letters:
                    self._bits[each] |= bit
                self._always |= 0 if letters else bit
        _LETTERS.take(self._bits)
        self._allowed_by = lru_cache(maxsize=20_000)(self._look_up)

    def through(self, text: str) -> Iterator[T]:
        """What could fit `text`: everything that does, and little else, in order."""
        could, allowed_by = self._always, self._allowed_by
        for word in text.split():
            could |= allowed_by(word)
        could &= could >> self._second
        while could:
            bit = could & -could
            yield self._things[bit]
            could ^= bit

    def _look_up(self, word: str) -> int:
        allowed, bits = 0, self._bits
        for letters in _LETTERS.within(word):
            if letters in bits:
                allowed |= bits[letters]
        return allowed


class _Letters:
    """The letters that any sieve asks for: a word is searched once for all of them."""

    def __init__(self) -> None:
        self._by_opening: dict[str, set[str]] = defaultdict(set)
        self.within = lru_cache(maxsize=50_000)(self._look_up)

    def take(self, letters: Iterable[str]) -> None:
        """Look for these too."""
        for each in letters:
            self._by_opening[each[:FEWEST]].add(each)
        self.within.cache_clear()

    def _look_up(self, word: str) -> tuple[str, ...]:
        return tuple(
            letters
            for at in range(len(word) - FEWEST + 1)
            for letters in self._by_opening.get(word[at : at + FEWEST], ())
            if word.startswith(letters, at)
        )


_LETTERS = _Letters()


def needs(pattern: str) -> frozenset[str]:
    """Letters of which some word of every text that `pattern` fits holds at least one.

    >>> sorted(needs(r"\\b(?:keep|kept) (?:it|this) (?:a )?secret\\b"))
    ['secret']
    >>> sorted(needs(r"soon$|(?:very )?quickly"))
    ['quickly', 'soon']
    >>> needs(r"\\d+") == UNKNOWN
    True
    """
    return _needs_both(pattern)[0]


@cache
def _needs_both(pattern: str) -> Both:
    """The same letters, and others that it cannot do without either ("keep" or "kept")."""
    tokens = [(token.lastgroup, token) for token in _TOKEN.finditer(f"{pattern})")]
    return NEITHER if any(kind == "strange" for kind, _ in tokens) else _of_group(iter(tokens))


_AT_LEAST_ONCE, _MAYBE = r"\+|\{0*[1-9]\d*(?:,\d*)?\}", r"[*?]|\{0*(?:,\d*)?\}"
_SET = r"\[\^?\]?(?:[^\]\\]|\\.)*\]"
_ESCAPED = r"\\(?:[^\duUxN]|\d+|x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8})"
_LETTER = r"[^\\.^$*+?{}\[\]()|]"
_TOKEN = re.compile(
    rf"(?P<letters>{_LETTER}+(?![*+?{{]))"
    r"|(?P<branch>\|)"
    r"|(?P<opens>\((?:\?:|\?P<\w+>|(?!\?)))"
    rf"|(?P<closes>\)(?:{_AT_LEAST_ONCE}|(?P<maybe>{_MAYBE}))?[?+]?)"
    r"|(?P<place>\\[bBAZ]|[\^$])"
    r"|(?P<looks>\(\?<?[=!])"
    rf"|(?P<sign>(?:{_ESCAPED}|{_SET}|{_LETTER}|\.)(?:{_AT_LEAST_ONCE}|{_MAYBE})?[?+]?)"
    r"|(?P<strange>.)",
    re.DOTALL,
)
"""The pieces of a pattern. What is strange may mean anything: `(?i)` makes other letters do."""


def _of_group(tokens: Iterator[tuple[str | None, re.Match[str]]]) -> Both:
    """Of what stands up to the closing bracket: what each of its branches needs, together."""
    branches: list[Both] = []
    found: list[frozenset[str]] = []
    run = ""
    for kind, token in tokens:
        if kind == "letters":
            run += token[0]
        elif kind == "looks":
            _of_group(tokens)  # it takes no room, as a place: the run goes on behind it
        elif kind != "place":
            found += [frozenset([word]) for word in run.split() if len(word) >= FEWEST]
            run = ""
            if kind == "opens":
                found += _of_group(tokens)
            elif kind != "sign":
                branches.append(_two_most_telling(found))
                found = []
            if kind == "closes":
                return NEITHER if token["maybe"] else _of_any(branches)
    return NEITHER


def _of_any(branches: list[Both]) -> Both:
    if len(branches) == 1:
        return branches[0]
    if not all(first for first, _ in branches):
        return NEITHER
    # A branch that has one need only has it for both.
    firsts, seconds = zip(*((first, second or first) for first, second in branches), strict=True)
    return frozenset().union(*firsts), frozenset().union(*seconds)


def _two_most_telling(found: list[frozenset[str]]) -> Both:
    best, second, *_ = *sorted(dict.fromkeys(found), key=_telling, reverse=True), *NEITHER
    return best, second


def _telling(letters: frozenset[str]) -> tuple[int, int]:
    return min(map(len, letters), default=0), -len(letters)
