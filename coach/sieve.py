"""A quick look before a slow one: which of many patterns could fit a text at all.

A call has two thousand sentences, there are hundreds of patterns, and hardly any pattern fits. Most
cannot fit without certain letters: `keep it quiet` needs a word with `quiet` in it and one with
`keep`. A `Sieve` looks up the words of a text, and lets through the patterns whose letters are
there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

from coach.needs import DIGIT, EDGE, ways_of

T = TypeVar("T")


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
        ways = [(thing, way) for thing, pattern in things for way in ways_of(pattern)]
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


class _Wanted(NamedTuple):
    """Letters that a sieve asks for, with their place in a word."""

    needed: str
    letters: str
    begins: bool
    """must a word begin with them, or what follows a mark such as a hyphen?"""
    ends: bool


class _Letters:
    """The letters that any sieve asks for: a word is searched once for all of them."""

    def __init__(self) -> None:
        self._by_opening: dict[str, set[_Wanted]] = defaultdict(set)
        self.within = _Words(50_000, self._look_up)

    def take(self, needed: Iterable[str]) -> None:
        """Look for these too."""
        for each in needed:
            letters = each.strip(EDGE)
            wanted = _Wanted(each, letters, each[0] == EDGE, each[-1] == EDGE)
            self._by_opening[letters[:2]].add(wanted)
        self.within.clear()

    def _look_up(self, word: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self._found_in(f" {word} ")))

    def _found_in(self, spaced: str) -> Iterator[str]:
        if any(map(str.isdecimal, spaced)):
            yield DIGIT
        for at in range(len(spaced)):
            for opening in (spaced[at], spaced[at : at + 2]):
                for one in self._by_opening.get(opening, ()):
                    if (
                        spaced.startswith(one.letters, at)
                        and not (one.begins and not _is_edge(spaced, at))
                        and not (one.ends and not _is_edge(spaced, at + len(one.letters)))
                    ):
                        yield one.needed


def _is_edge(text: str, at: int) -> bool:
    """Does a word begin or end there, as `\\b` has it?"""
    return _is_of_a_word(text[at - 1]) != _is_of_a_word(text[at])


def _is_of_a_word(letter: str) -> bool:
    return letter.isalnum() or letter == "_"


_LETTERS = _Letters()
