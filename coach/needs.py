"""What a pattern cannot do without: read from its spelling, before it is ever compiled.

`\\bkeep (?:it|this) quiet\\b` fits no text without the word `keep`, and none without a word that
ends in `quiet`. A need is written with a space where a word must begin or end with it, and with
`EDGE` where what stands beside it must at least be no letter: ` it ` is no part of `with`.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TypeAlias

UNKNOWN: frozenset[str] = frozenset()
NEITHER = UNKNOWN, UNKNOWN
FEWEST = 2
"""A single letter is in too many words to tell anything, unless one begins or ends with it."""
EDGE, DIGIT = "\b", "\0"
"""An edge of letters, and any digit at all."""
Way: TypeAlias = tuple[frozenset[str], frozenset[str]]
"""Letters that some word of a text must hold, and others that one must hold as well."""
Ways: TypeAlias = tuple[Way, ...]
ANY: Ways = (NEITHER,)


def needs(pattern: str) -> frozenset[str]:
    """Letters of which some word of every text that `pattern` fits holds at least one.

    >>> sorted(needs(r"\\b(?:keep|kept) (?:it|this) (?:a )?secret\\b"))
    ['secret']
    >>> sorted(needs(r"soon$|(?:very )?quickly"))
    ['quickly', 'soon']
    >>> needs(r"\\w+") == UNKNOWN
    True
    """
    return frozenset(map(_bare, _any_of(ways_of(pattern))[0]))


@cache
def ways_of(pattern: str) -> Ways:
    """For each way in which it can fit: such letters, and others that it needs as well."""
    tokens = list(_TOKEN.finditer(f"{pattern})"))
    if any(token.lastgroup == "strange" for token in tokens):
        return ANY
    return _Pattern(tokens).ways(0, len(tokens) - 1)


_AT_LEAST_ONCE, _MAYBE = r"\+|\{0*[1-9]\d*(?:,\d*)?\}", r"[*?]|\{0*(?:,\d*)?\}"
_SET = r"\[\^?\]?(?:[^\]\\]|\\.)*\]"
_ESCAPED = r"\\(?:[^\duUxN]|\d+|x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8})"
_AGAIN = r"\(\?P=\w+\)"
_LETTER = r"[^\\.^$*+?{}\[()|]"
_TOKEN = re.compile(
    rf"(?P<letters>(?:{_LETTER}|\\[^\w\s])+(?![*+?{{]))"
    r"|(?P<branch>\|)"
    r"|(?P<opens>\((?:\?:|\?P<\w+>|(?!\?)))"
    rf"|(?P<closes>\)(?:{_AT_LEAST_ONCE}|(?P<maybe>{_MAYBE}))?[?+]?)"
    r"|(?P<place>\\[bBAZ]|[\^$])"
    r"|(?P<looks>\(\?<?[=!])"
    rf"|(?P<sign>(?P<one>{_ESCAPED}|{_AGAIN}|{_SET}|{_LETTER}|\.)"
    rf"(?:{_AT_LEAST_ONCE}|(?P<perhaps>{_MAYBE}))?[?+]?)"
    r"|(?P<strange>.)",
    re.DOTALL,
)
"""The pieces of a pattern. What is strange may mean anything: `(?i)` makes other letters do."""
_ESCAPE = re.compile(r"\\(?=.)", re.DOTALL)
_DIGITS = re.compile(r"\d-\d")
_SIGN = re.compile(r"\\?.", re.DOTALL)
_OF_LETTERS = frozenset((r"\w", r"\W", r"\S", r"\D"))
_MARKS = (" ", EDGE)
_EITHER = "".join(_MARKS)
_PLACES = {r"\b": EDGE, r"\A": " ", r"\Z": " ", "^": " ", "$": " "}
_WORD = re.compile(rf"([ {EDGE}]?)([^\s{EDGE}]+)(?=([ {EDGE}]?))")


class _Pattern:
    """The pieces of a pattern, group within group."""

    def __init__(self, tokens: list[re.Match[str]]) -> None:
        self.tokens = tokens
        self.closing: dict[int, int] = {}
        """for each piece that opens a group, the one that closes it"""
        opened: list[int] = []
        for at, token in enumerate(tokens[:-1]):
            if token.lastgroup in ("opens", "looks"):
                opened.append(at)
            elif token.lastgroup == "closes":
                self.closing[opened.pop()] = at

    def ways(self, at: int, end: int, before: str = "", after: str = "") -> Ways:
        """What the pieces up to `end`, which closes them, need: the ways of all their branches.

        `before` and `after` say what stands beside them: a space, an edge, or nobody knows.
        """
        ways: list[Way] = []
        found: list[Ways] = []
        run = before
        while at <= end:
            token, close = self.tokens[at], self.closing.get(at, at)
            kind = token.lastgroup
            if at == end or kind == "branch":
                ways += _all_of([*found, *_words(run + after)])
                found, run = [], before
            elif kind == "looks":  # it takes no room, as a place: the run goes on behind it
                beside = "" if "<" in token[0] else _mark(run[-1:])
                seen = self.ways(at + 1, close, beside)
                found += [seen] if token[0].endswith("=") else []
            elif kind == "opens":
                found += [*_words(run), self._of_group(at, close, end, _mark(run[-1:]), after)]
                run = ""
            elif kind != "sign" or _text(token) == " ":
                run += _text(token)
            else:
                found += [*_words(run + _text(token)), ((_signs(token), UNKNOWN),)]
                run = ""
            at = close + 1
        return ANY if NEITHER in ways else tuple(ways)

    def _of_group(self, at: int, close: int, end: int, before: str, after: str) -> Ways:
        """What a group within the pieces up to `end` needs."""
        closes = self.tokens[close]
        if closes["maybe"]:
            return ANY
        is_once = closes[0] == ")"  # else what follows may be the group again
        behind = self._mark_at(close + 1, end, after) if is_once else ""
        return self.ways(at + 1, close, before, behind)

    def _mark_at(self, at: int, end: int, after: str) -> str:
        """What begins there: a space, an edge, or nobody knows."""
        token = self.tokens[at]
        if at == end or token.lastgroup == "branch":
            return after
        if token.lastgroup == "looks":
            return self._mark_at(self.closing[at] + 1, end, after)
        return _mark(_text(token)[:1])


def _text(token: re.Match[str]) -> str:
    """The letters that a piece stands for, and where a word begins or ends; else nothing."""
    if token.lastgroup == "letters":
        return _ESCAPE.sub("", token[0]) if "\\" in token[0] else token[0]
    if token.lastgroup == "place":
        return _PLACES.get(token[0], "")
    one = token["one"]
    if token["perhaps"] or not one or one == ".":
        return ""
    return " " if one == r"\s" else one if len(one) == 1 else ""


def _signs(token: re.Match[str]) -> frozenset[str]:
    """All that a set of signs may stand for, or an escaped one, if no letter is among it."""
    one = token["one"]
    if token["perhaps"] or len(one) < FEWEST or one in _OF_LETTERS:
        return UNKNOWN
    inner = _DIGITS.sub(r"\\d", one[1:-1]) if one.startswith("[") else one
    if inner[0] == "^" or "-" in inner[1:-1]:
        return UNKNOWN
    each = [DIGIT if sign == r"\d" else sign[-1] for sign in _SIGN.findall(inner)]
    tells = not any(sign.isalnum() or sign.isspace() for sign in each)
    return frozenset(each) if tells else UNKNOWN


def _mark(letter: str) -> str:
    return letter if letter in _MARKS else ""


def _words(run: str) -> list[Ways]:
    """The words of a run that tell anything, each with the marks beside it."""
    return [
        ((frozenset([before + word + after]), UNKNOWN),)
        for before, word, after in (_WORD.findall(run) if run else ())
        if len(word) >= FEWEST or before or after or not word.isalnum()
    ]


def _all_of(found: list[Ways]) -> Ways:
    """Of parts that must all fit, one after the other: the two most telling needs of them all."""
    known = [ways for ways in found if ways != ANY]
    if not known:
        return ANY
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


def _telling(needed: frozenset[str]) -> tuple[int, int]:
    return min((len(_bare(each)) for each in needed), default=0), -len(needed)


def _bare(needed: str) -> str:
    return needed.strip(_EITHER)
