# ruff: noqa: E501  a pattern is one row of a table
"""Less was done than was promised: how people tell of numbers, out of how many.

>>> falls_short("Ask three real questions", "Two. I asked two.")
True
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from coach.cues import plain
from coach.dates.words import FULL_WEEKDAY
from coach.reading.speech import Sentence
from coach.reading.subject import NUMBERS

_COUNT = rf"(?:\d{{1,3}}|{'|'.join(NUMBERS)})"
_UNIT = r"(?:[- ](?:minutes?|hours?|days?|weeks?|months?|years?|pages?|sides?|lines?|euros?|pounds?|dollars?|percent|thousand|hundred|pm|am|o'clock|to|till|until|half)\b|[:.]\d|[-%])"
_AMOUNT = re.compile(rf"(?<!\bto )(?<!\bfrom )(?<!\bat )(?<!\d)\b({_COUNT})\b(?!{_UNIT})(?= \w)")
_REACHED = re.compile(
    rf"\b(?:did|have|'ve|got|had|asked|sent|wrote|put|made|called|rang|spoke to|met|read|done|got to|found|managed|finished|paid|counted|saw|seen)\s+(?:(?:only|just|like|about|maybe|up|in|me|you|them|to|with|through|for)\s+)*({_COUNT})\b(?!{_UNIT}|th|st|nd| times? a|'clock| (?:thing|question|day)\b)"
)
_A_COUNT = re.compile(rf"\b{_COUNT}\b")
_OF = re.compile(
    rf"\b({_COUNT})\s+(?:(?:\w+\s+)?(?:out of|of)|from)\s+(?:the\s+)?({_COUNT})\b(?!{_UNIT})"
)


_AGAINST = re.compile(
    rf"\b(?:said|promised|told|asked for|supposed|wanted|meant)(?: \w+){{0,3}} ({_COUNT})\b.{{0,40}}?\b(?:did|got|have|in|only|sent|had|made|and it was|managed)\b(?: \w+)? ({_COUNT})\b"
)
# "I said two and I did one": the promise and what came of it, side by side.
_WORD_AND_DEED = re.compile(
    rf"\b(?:i|we) (?:said|promised|told you|owed you)(?: (?:i'd|we'd|you|do|\w+)){{0,3}}? ({_COUNT})\b(?!{_UNIT})[^.?!]{{0,30}}?\b(?:i|we|it)(?:'ve| have)? (?:only |just )?(?:did|got|have|sent|had|made|managed|wrote|asked|was|were)(?: only)? ({_COUNT})\b(?!{_UNIT})"
)
_OF_THEM = re.compile(
    rf"\b(?:i|we)\b[^.?!,;]{{0,25}}? ({_COUNT}) of (?:them|'em|those|these|the|your|my|our)\b"
)
# What was promised for every day, and is told of some.
_EACH = re.compile(r"\b(?:every|each|daily|all|monday to friday|mondays? (?:to|till|through))\b")
_DAYS = re.compile(rf"\b{FULL_WEEKDAY}\b")
_KEPT_ON = re.compile(r"\b(?:i|we) (?:did|got|had|made|managed|kept|wrote|put|logged|only)\b")


def falls_short(action: str, text: str) -> bool:
    """Does `text` report a smaller number than the action promises?

    >>> falls_short("Ask three real questions", "Two. I asked two.")
    True
    >>> falls_short("Ask three real questions", "I asked three.")
    False
    """
    said = plain(text)
    some_days = 2 <= len(set(_DAYS.findall(said))) < 5
    if some_days and _EACH.search(plain(action)) and _KEPT_ON.search(said):
        return True
    if not _A_COUNT.search(said):
        return False
    if any(0 < _number(a) < _number(b) for a, b in _OF.findall(said)):
        return True
    if any(_number(a) > _number(b) for a, b in _WORD_AND_DEED.findall(said)):
        return True
    if _is_fewer(plain(action), said):
        return True
    amounts = [_number(word) for word in _AMOUNT.findall(plain(action))]
    wanted = max(amounts, default=0)
    if wanted < 2:
        return False
    reached = [_number(word) for word in (*_REACHED.findall(said), *_OF_THEM.findall(said))]
    return any(0 < number < wanted for number in reached) or any(
        _number(a) == wanted != _number(b) < wanted for a, b in _AGAINST.findall(said)
    )


def first_short(action: str, told: Sequence[Sentence]) -> Sentence | None:
    """The first sentence that reports a smaller number, with the one before it if it needs that."""
    for before, sentence in zip([*told[:1], *told], told, strict=False):
        words = sentence.text
        if words.lower().startswith(("of ", "out of ")):  # "Eight nights. Of eleven."
            words = f"{before.text.rstrip('. ')} {words}"
        if falls_short(action, words):
            return sentence
    return None


_SO_MANY = re.compile(rf"({_COUNT}) (?!{_UNIT})([a-z]{{3,}})")
_ONLY = re.compile(rf"^\W*(?:just |only )?({_COUNT}) ([a-z]{{3,}})\W*$")


def _is_fewer(action: str, said: str) -> bool:
    """ "Read two chapters." "One chapter." An answer that is a number and its noun."""
    if (told := _ONLY.match(said)) is None:
        return False
    number, thing = _number(told[1]), told[2].rstrip("s")
    return any(
        noun.rstrip("s") == thing and number < _number(wanted)
        for wanted, noun in _SO_MANY.findall(action)
    )


def _number(word: str) -> int:
    return int(word) if word.isdigit() else NUMBERS[word]
