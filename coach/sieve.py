"""A quick look before a slow one: which of many patterns could fit a text at all.

A call has two thousand sentences, there are hundreds of patterns, and hardly any pattern fits. Most
cannot fit without certain letters: `keep it quiet` needs a word with `quiet` in it and one with
`keep`. A `Sieve` looks up the words of a text, and lets through the patterns whose letters are
there.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import Generic, TypeAlias, TypeVar

T = TypeVar("T")
UNKNOWN: frozenset[str] = frozenset()
NEITHER = UNKNOWN, UNKNOWN
FEWEST = 2
"""A single letter is in too many words to tell anything."""
Way: TypeAlias = tuple[frozenset[str], frozenset[str]]
"""Letters that some word of a text must hold, and others that one must hold as well."""
Ways: TypeAlias = tuple[Way, ...]
ANY: Ways = (NEITHER,)


class _Words(dict[str, T]):
    """What is known of each word, found when it is first asked for; at most of so many words."""

    def __init__(self, most: int, find: Callable[[str], T]) -> None:
        self._most, self._find = most, find

    def __missing__(self, word: str) -> T:
        if len(self) >= self._most:
            self.clear()
        known = self[word] = self._find(word)
        return known


class Sieve(Generic[T]):
    """Things with a pattern each (for `re`, without flags), in order.

    >>> sieve = Sieve([("hush", r"keep (?:it|this) quiet"), ("soon", r"in \\d days|tomorrow")])
    >>> list(sieve.through("let's keep it quiet"))
    ['hush']
    >>> list(sieve.through("in a week or two"))
    []
    """

    def __init__(self, things: Iterable[tuple[T, str]]) -> None:
        # Two bits for each way that a thing can fit, one for each of the letters it needs: which
        # could fit is the union of what each word allows, where both bits are set.
        ways = [(thing, way) for thing, pattern in things for way in _ways(pattern)]
        self._things = [thing for thing, _ in ways]
        self._always, self._second = 0, len(ways)
        self._bits: dict[str, int] = defaultdict(int)
        for number, (_, way) in enumerate(ways):
            for place, letters in enumerate(way):
                bit = 1 << number + place * self._second
                for each in letters:
                    self._bits[each] |= bit
                self._always |= 0 if letters else bit
        _LETTERS.take(self._bits)
        self._allowed_by = _Words(20_000, self._look_up)

    def through(self, text: str) -> Sequence[T]:
        """What could fit `text`: everything that does, and little else, in order."""
        could = self._always
        for allowed in map(self._allowed_by.__getitem__, text.split()):
            could |= allowed
        could &= could >> self._second
        return self._those(could) if could else ()

    def _those(self, could: int) -> list[T]:
        """The things of these bits, each once."""
        those: list[T] = []
        while could:
            last = could.bit_length() - 1
            if not those or self._things[last] is not those[-1]:
                those.append(self._things[last])
            could ^= 1 << last
        return those[::-1]

    def _look_up(self, word: str) -> int:
        allowed, bits = 0, self._bits
        for letters in _LETTERS.within[word]:
            if letters in bits:
                allowed |= bits[letters]
        return allowed


class _Letters:
    """The letters that any sieve asks for: a word is searched once for all of them."""

    def __init__(self) -> None:
        self._by_opening: dict[str, set[str]] = defaultdict(set)
        self.within = _Words(50_000, self._look_up)

    def take(self, letters: Iterable[str]) -> None:
        """Look for these too."""
        for each in letters:
            self._by_opening[each[:FEWEST]].add(each)
        self.within.clear()

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
    return _any_of(_ways(pattern))[0]


@cache
def _ways(pattern: str) -> Ways:
    """For each way in which it can fit: such letters, and others that it needs as well."""
    tokens = [(token.lastgroup, token) for token in _TOKEN.finditer(f"{pattern})")]
    return ANY if any(kind == "strange" for kind, _ in tokens) else _of_group(iter(tokens))


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


def _of_group(tokens: Iterator[tuple[str | None, re.Match[str]]]) -> Ways:
    """What stands up to the closing bracket needs: one of the ways of one of its branches."""
    ways: list[Way] = []
    found: list[Ways] = []
    run = ""
    for kind, token in tokens:
        if kind == "letters":
            run += token[0]
        elif kind == "looks":  # it takes no room, as a place: the run goes on behind it
            seen = _of_group(tokens)
            found += [seen] if token[0].endswith("=") else []
        elif kind != "place":
            words = (word for word in run.split() if len(word) >= FEWEST)
            found += [((frozenset([word]), UNKNOWN),) for word in words]
            run = ""
            if kind == "opens":
                found.append(_of_group(tokens))
            elif kind != "sign":
                ways += _all_of(found)
                found = []
            if kind == "closes":
                return ANY if token["maybe"] or NEITHER in ways else tuple(ways)
    return ANY


def _all_of(found: list[Ways]) -> Ways:
    """Of parts that must all fit, one after the other: the two most telling needs of them all."""
    known = [ways for ways in found if ways != ANY]
    if len(known) == 1:
        return known[0]
    each = (letters for ways in known for letters in _any_of(ways))
    best, second, *_ = *sorted(dict.fromkeys(each), key=_telling, reverse=True), *NEITHER
    return ((best, second),)


def _any_of(ways: Ways) -> Way:
    """What all ways need, together. One that has one need only has it for both."""
    if len(ways) == 1:
        return ways[0]
    firsts, seconds = zip(*((first, second or first) for first, second in ways), strict=True)
    return frozenset().union(*firsts), frozenset().union(*seconds)


def _telling(letters: frozenset[str]) -> tuple[int, int]:
    return min(map(len, letters), default=0), -len(letters)
