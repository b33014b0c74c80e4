# ruff: noqa: E501  a pattern is one row of a table
"""How people give account of what they promised: headings, references back, days and numbers."""

from __future__ import annotations

import re

from coach.cues import plain
from coach.reading.resolution import asks
from coach.reading.subject import NUMBERS
from coach.records import Commitment

_WHETHER = re.compile(
    r"\b(?:did|have|has|had|was|were|done|sent|any (?:news|luck|joy)|talked|spoke|spoken|get|got|came|come|went|managed?|happened?|worked?)\b"
)
# A speaker who points back at what was agreed is giving account of it.
_RECALLS = re.compile(
    r"\b(?:like|as) (?:i|we|you) (?:said|agreed|promised|planned)\b|\bas (?:agreed|promised|planned)\b|"
    r"\blike agreed\b|\b(?:was|were) (?:supposed|meant) to\b|\bi (?:said|promised|told you) i(?:'d| would)\b|"
    r"\b(?:you|i) (?:were going|was going|said you'd|said you would|wanted) to\b|\bit was for the\b|"
    r"\bfrom (?:the )?last (?:time|call|session)\b|\bi said (?:by|until|on|mon|tues|wednes|thurs|fri|satur|sun)"
)  # fmt: skip
_OPENS = re.compile(r"^\W*(?:(?:and|so|now|then|ok|okay|right|next)\W+)*(?:the|your|my|our|this)\b")
_VERBAL = re.compile(
    r"\b(?:i|you|he|she|it|we|they|is|are|was|were|did|has|have|had|will|\w+'\w+|\w+ed|came|went)\b"
)
_RUN_UP = re.compile(
    r"^(?:[\W_]|\b(?:and|so|then|now|ok|okay|right|the|your|my|this|that|well|um+|uh|your|you know|next|what about|how about|with)\b)+"
)


def is_heading(text: str) -> bool:
    """Does `text` merely name what comes next ("Right, reflection.", "And the quote?")?

    >>> is_heading("Right, the reflection."), is_heading("I never sent you the reflection, did I?")
    (True, False)
    """
    said = plain(text)
    rest = _RUN_UP.sub("", said).split()
    return 0 < len(rest) <= (3 if opens(text) and not _VERBAL.search(said) else 2)


def opens(text: str) -> bool:
    """Does `text` start like the next point of a list ("The day on nine.", "And the quote?")?"""
    return bool(_OPENS.search(plain(text)))


def asks_whether(text: str) -> bool:
    """Does `text` ask for a yes or no about what was?

    >>> asks_whether("Did you ring her?"), asks_whether("What about the others?")
    (True, False)
    """
    said = plain(text)
    return asks(said) and bool(_WHETHER.search(said))


def recalls(text: str) -> bool:
    """Does `text` point back at what was agreed?

    >>> recalls("I rang on the Monday, like I said."), recalls("I like it, she said.")
    (True, False)
    """
    return bool(_RECALLS.search(plain(text)))


_COUNT = rf"(?:\d{{1,3}}|{'|'.join(NUMBERS)})"
_UNIT = r"(?:[- ](?:minutes?|hours?|days?|weeks?|months?|years?|pages?|sides?|lines?|euros?|pounds?|dollars?|percent|thousand|hundred|pm|am|o'clock|to|till|until|half)\b|[:.]\d|[-%])"
_AMOUNT = re.compile(rf"(?<!\bto )(?<!\bfrom )(?<!\bat )(?<!\d)\b({_COUNT})\b(?!{_UNIT})(?= \w)")
_REACHED = re.compile(
    rf"\b(?:did|have|'ve|got|asked|sent|wrote|put|made|called|rang|spoke to|met|read|done|got to|found|managed|finished|paid)\s+(?:(?:only|just|like|about|maybe|up|in|me|you|them)\s+)*({_COUNT})\b(?!{_UNIT}|th|st|nd| times? a|'clock| (?:thing|question|day)\b)"
)
_OF = re.compile(rf"\b({_COUNT})\s+(?:out of|of)\s+(?:the\s+)?({_COUNT})\b")


def falls_short(action: str, text: str) -> bool:
    """Does `text` report a smaller number than the action promises?

    >>> falls_short("Ask three real questions", "Two. I asked two.")
    True
    >>> falls_short("Ask three real questions", "I asked three.")
    False
    """
    said = plain(text)
    if any(0 < _number(a) < _number(b) for a, b in _OF.findall(said)):
        return True
    amounts = [_number(word) for word in _AMOUNT.findall(plain(action))]
    wanted = max(amounts, default=0)
    reached = [_number(word) for word in _REACHED.findall(said)]
    return wanted >= 2 and any(0 < number < wanted for number in reached)


def _number(word: str) -> int:
    return int(word) if word.isdigit() else NUMBERS[word]


def names_day(text: str, promise: Commitment) -> bool:
    """Does `text` name the day that the promise was due, by its weekday or its number?"""
    if promise.due is None:
        return False
    day = promise.due
    said = plain(text)
    return f"{day:%A}".lower() in said or bool(
        re.search(rf"\b(?:{day.day}(?:st|nd|rd|th)|{_ORDINALS[day.day]})\b", said)
    )


_ONES = "first second third fourth fifth sixth seventh eighth ninth".split()
_ORDINALS = dict(
    enumerate(
        _ONES
        + "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth "
        "nineteenth twentieth".split()
        + [f"twenty {one}" for one in _ONES]
        + ["thirtieth", "thirty first"],
        1,
    )
)
