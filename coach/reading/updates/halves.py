# ruff: noqa: E501  a pattern is one row of a table
"""Deals: each of two promised the other the same, and "mine" and "yours" keep the halves apart.

Ten questions of hers for ten of his, a page by each: the words of the one are the words of the
other, so that only whose it is tells of which an account is.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from coach.cues import plain

_MINE_OR_YOURS = re.compile(
    r"\b(?:(?P<mine>mine|my (?:half|part|own|side)|i owed?)|yours|your (?:half|part|own|side)|you owed?)\b"
)
_WHO_DID = re.compile(
    r"\b(?P<who>i|you)(?:"
    r"(?:'ve|'d| have| had| did| didn't| haven't| hadn't)?(?: (?:just|also|even|still|all|only|never|not|\w+ly))*"
    r" (?:(?P<gets>(?:got|get)(?! (?:to|round|around|it done)\b)|gotten|received?|had (?:it|them|that))|did|do|done|sent|send|wrote|write|written)\b"
    r"| (?:didn't|haven't|did not|have not|never did)(?=\W*$|[.,;!]))"
)
_GIVES_FOR = re.compile(r"\b(?:swap|trad|exchang|compar|shar)\w*\b", re.IGNORECASE)


class Half(NamedTuple):
    """Is it the speaker's half? And is it named as theirs, rather than by who did something?"""

    is_speakers: bool
    is_named: bool


def half_of(text: str) -> Half | None:
    """Which half of a deal `text` speaks of, by whose it is, or else by who did or got something.

    >>> half_of("I never saw yours."), half_of("Mine I never wrote."), half_of("It rained.")
    (Half(is_speakers=False, is_named=True), Half(is_speakers=True, is_named=True), None)
    >>> half_of("I sent it on Friday."), half_of("I received it on Friday.")
    (Half(is_speakers=True, is_named=False), Half(is_speakers=False, is_named=False))
    """
    said = plain(text)
    if named := _MINE_OR_YOURS.search(said):
        return Half(bool(named["mine"]), True)
    if done := _WHO_DID.search(said):
        return Half((done["who"] == "i") != bool(done["gets"]), False)
    return None


def is_exchange(action: str) -> bool:
    """Is one thing to be given for another?

    >>> is_exchange("Write a page and swap it with Ada"), is_exchange("Write a page")
    (True, False)
    """
    return bool(_GIVES_FOR.search(action))
