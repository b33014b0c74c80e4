"""A promise taken back in the breath that made it: "I'll ring the man. No, scratch that." """

from __future__ import annotations

import re

from coach.cues import plain
from coach.dates import due_of
from coach.reading import Call
from coach.reading.promise import Promise

_RETRACTS = re.compile(
    r"\b(?:(?:scrap|scratch) that|forget\.|forget (?:it|that)|never mind|strike that|cancel that"
    r"|take that back|that's gone|(?:actually|no|oh),? don't (?:worry|bother)|forget i (?:said"
    r"|spoke))\b"
)
_YOU_DO_IT = re.compile(r"\b(?:actually|no),? you (?P<verb>[a-z]+)\b")
"""“I'll check. Actually you check.” """
_CANNOT = re.compile(r"no,? i (?:can't|cannot|couldn't|can not)\b")
_REPAIRS = re.compile(
    r"\b(?:actually,? no|no,? actually|on second thoughts?|no,? wait|wait,? no|(?<!yes )or,? no)\b"
    r"|\b(?:i'll|i will|i'm|i|my|your|the|a|to),? no\."
)
"""Takes something back: the deed, unless another day follows."""
BREATH = 400
"""Characters of a sentence after a promise in which it may be taken back."""


def is_retracted(promise: Promise, call: Call) -> bool:
    """Did the speaker take it back in the same breath?"""
    at = promise.sentence.index
    rest = plain(promise.deed + " " + promise.sentence.text[promise.end : promise.end + BREATH])
    own = [
        sentence.text
        for sentence in call.sentences[at + 1 : at + 5]
        if sentence.speaker == promise.owner and sentence.turn <= promise.sentence.last_turn + 1
    ]
    rest += " " + plain(" ".join(own[:1]))
    if _RETRACTS.search(rest) or (not promise.due and _CANNOT.match(plain(" ".join(own[:1])))):
        return True
    if (handed := _YOU_DO_IT.search(rest)) and handed["verb"] in plain(promise.deed).split()[:1]:
        return True
    repair = _REPAIRS.search(rest)
    if repair is None:
        return False
    after = " ".join([rest[repair.end() :], *own[1:]])
    return due_of(after, today=call.today(promise.owner), bare=True) is None
