"""The day of what a promise waits for, asked for and told: "When is she back?" "The sixteenth."

"I'll do it when Karen's back" has no day until the other one asks when that is; what is answered
then is the day of the deed.
"""

from __future__ import annotations

import re
from itertools import pairwise

from coach.reading import Call
from coach.reading.promise.thread import DayTold, Thread
from coach.reading.words import count

SOON = 5
"""Sentences after the promise in which it may be asked for."""
SHORT = 8
"""Words of an answer in which a bare "sixteenth" is the day."""
_WAITS = re.compile(
    r"\b(?:when|once|as soon as|after) (?!i\b|we\b|you\b|i'|we')[\w'-]+(?: [\w'-]+){0,3}?"
    r"(?:'s| is| are|'re| comes?| gets?| opens?| starts?| begins?| lands?| arrives?)\b"
)
_ASKS_WHEN = re.compile(
    r"^\W*(?:(?:and|so|okay|right)\W+)*when(?:'s| is| are|'re| does| do| will|'ll) "
    r"(?!you\b|that\b|i\b|we\b)[^?]+\?"
)


def when_it_comes(thread: Thread, call: Call) -> DayTold | None:
    """The day on which what the promise waits for will be, if that was asked for."""
    for promise in reversed(thread.promises):
        if not _WAITS.search(promise.sentence.plain):
            continue
        at = promise.sentence.index + 1
        near = call.sentences[at : at + SOON]
        for asked, answer in pairwise(near):
            own = asked.speaker != thread.owner and answer.speaker == thread.owner
            if own and _ASKS_WHEN.match(asked.plain) and count(answer.text) <= SHORT:
                day = answer.due(call.today(thread.owner), bare=True)
                return (day, answer) if day and day.due else None
    return None
