"""How often something is to be done: "every lesson", "three days a week", "on Tuesdays"."""

from __future__ import annotations

import re

from coach.dates.words import FULL_WEEKDAY

_HOW_OFTEN = re.compile(
    r"\b(?:every|each)(?: single| other| second)? (?!(?:time|one|bit|word|penny|chance)\b)[a-z]+"
    r"|\b(?:once|twice|(?:\d+|half|an?|one|two|three|four|five|six|ten|fifteen|twenty|thirty)"
    r"(?: [a-z-]+){1,3}) (?:a|per) (?:day|week|month|night|evening|morning|sprint|term|shift)\b"
    rf"|\bon {FULL_WEEKDAY}s\b"
)


def is_often(said: str) -> bool:
    """Does `said`, in plain letters, tell how often?

    >>> is_often("walk home three days a week"), is_often("learn every word of it")
    (True, False)
    """
    return bool(_HOW_OFTEN.search(said))
