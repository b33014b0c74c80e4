"""What is promised by its result, as a deed: "you'll have it Friday" is to send it.

>>> from coach.reading.promise.results import _whole
>>> _whole("Then my notes'll be ", "with you on Friday")
'send my notes to you on Friday'
>>> _whole("you get ", "the plan from me tonight")
'give you the plan tonight'
"""

from __future__ import annotations

import re

from coach.cues import plain
from coach.reading.promise import Promise

_RESULTS: tuple[tuple[str, str], ...] = (
    (r"\byou(?:'ll| will) (?:have|get) (?=it back)", "send "),
    (r"\byou(?:'ll|'d|'ve| will| have) ", "send you "),
    (r"\bi(?:'ve| have) (?=(?:it|them|that|this)\b)", "have "),
    (r"\bi'm (?:there|with you)", "be "),
    (
        r"\b(?:it|they|that|those|these)(?:'ll|'s|'re| will| is)? "
        r"(?:be|gonna be|comes?|goes?|go|there|done|ready|with|on|in)\b",
        "have it ",
    ),
)
"""What is promised by its result, as a deed."""
_GETS = re.compile(
    r"\b(?P<who>you|he|she|they)(?:['’]ll| will)? (?:gets?|has|have)\b", re.IGNORECASE
)
_WHOM = {"you": "you", "he": "him", "she": "her", "they": "them"}
_THING = re.compile(
    r"\b(?:my|your|the|an?|those|these|his|her)(?: [\w'’-]+?){1,3}"
    r"(?=['’]ll\b| (?:will|is|are|goes|comes)\b)",
    re.IGNORECASE,
)
_WITH_YOU = re.compile(r"(?:with|to) you\b", re.IGNORECASE)
_FROM_ME = re.compile(r" (?:(?:from|off) me|in front of you)\b", re.IGNORECASE)


def brought_about(promise: Promise, deed: str) -> str:
    """What one does in order that it will be so."""
    if promise.form in ("result_yours", "want_it_done"):
        return _whole(promise.sentence.text[promise.start : promise.begins], deed)
    said = plain(promise.sentence.text[promise.start : promise.end])
    deed = _FROM_ME.sub("", deed)
    return next((verb for says, verb in _RESULTS if re.search(says, said)), "") + deed


def _whole(before: str, deed: str) -> str:
    """The deed with the thing that stands before it."""
    if gets := _GETS.search(before):
        return f"give {_WHOM[gets['who'].lower()]} {_FROM_ME.sub('', deed)}"
    found = _THING.search(before)
    thing = found.group() if found else "it"
    if to_whom := _WITH_YOU.match(deed):
        return f"send {thing} to you{deed[to_whom.end() :]}"
    return f"have {thing} {deed}"
