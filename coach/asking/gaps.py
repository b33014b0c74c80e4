"""What is vague, and what a promise leaves open."""

from __future__ import annotations

import re
from datetime import date

from coach.reading.words import content, count
from coach.records import Firmness, Smart

_VAGUE = re.compile(
    r"\b(?:better|more|less|improve|work on|look into|look at|think about|try|keep (?:going|at it)|"
    r"stuff|things?|something|everything|somehow|sort out|deal with|bit by bit|small small|"
    r"at some point)\b",
    re.IGNORECASE,
)
_CONCRETE = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|half|every|each|"
    r"monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|today|tomorrow|tonight|"
    r"january|february|march|april|may|june|july|august|september|october|november|december)\b",
    re.IGNORECASE,
)
_ONLY_SOUNDS_CONCRETE = re.compile(
    r"\b(?:(?:one|some) ?day|one of these days|no ?one|(?:this|that|the|which) one|one thing|"
    r"each other|i may|may(?:be| well)|half the time)\b",
    re.IGNORECASE,
)
_ANNOUNCES = re.compile(r"\bdo (?:something|one thing|a thing) for\b", re.IGNORECASE)
"""What only opens a request: "will you do something for me?" is followed by what it is."""
_NAMED = re.compile(r"(?<!^)(?<![.!?] )\b[A-Z][a-z]+|\b[A-Z]{2,}\b")
_SETTLED = re.compile(
    r"(?:(?:it|that|all)(?:['’]s| is| was)? |i(?:['’]ve| have)? )?"
    r"(?:done|sent|finished|dropped|cancelled|posted|booked|nothing)\b",
    re.IGNORECASE,
)
"""What became of something, which takes no more than a word to say."""


def commitment_gaps(action: str, due: date | None, firmness: Firmness) -> tuple[Smart, ...]:
    """The SMART letters that a promise leaves open.

    A promise is held to less than a goal: what is sent or not sent needs no measure. Only a deed
    without an end of its own does.

    >>> commitment_gaps("Collect the old credit bit by bit", None, "firm")
    ('specific', 'measurable', 'time_bound')
    >>> commitment_gaps("Send the rubric", date(2025, 9, 30), "firm")
    ()
    """
    said = _ONLY_SOUNDS_CONCRETE.sub("", action)
    vague = bool(_VAGUE.search(_ANNOUNCES.sub("", action))) and not _CONCRETE.search(said)
    gaps: list[Smart] = []
    if vague and (due is None or len(content(action)) < 2):
        gaps += ["specific", "measurable"]
    if due is None:
        gaps.append("time_bound")
    return tuple(gaps)


def vague_word(answer: str) -> str | None:
    """The word of an answer that says least, as it was written; None where no word stands out.

    >>> vague_word("I'd like to get better at it"), vague_word("Ring her")
    ('better', None)
    """
    found = _VAGUE.search(answer)
    return found.group() if found else None


def is_vague(answer: str) -> bool:
    """Is this an answer that a good mentor would ask one more question about?

    >>> is_vague("Work on my communication"), is_vague("Ask Meera on Monday for half the reviews")
    (True, False)
    >>> is_vague("One day"), is_vague("Friday"), is_vague("Done")
    (True, False, False)
    """
    said = _ONLY_SOUNDS_CONCRETE.sub("", answer.strip())
    if _CONCRETE.search(said) or _NAMED.search(said) or _SETTLED.match(said):
        return False
    return count(said) < 8 or bool(_VAGUE.search(answer)) or len(content(said)) < 4
