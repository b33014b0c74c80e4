"""What is vague, and what a promise leaves open."""

from __future__ import annotations

import re
from datetime import date

from coach.reading.words import content, count
from coach.records import Firmness, Smart

_VAGUE = re.compile(
    r"\b(?:better|more|less|improve|work on|look into|look at|think about|try|keep (?:going|at it)|"
    r"stuff|things?|something|somehow|sort out|deal with|bit by bit|small small|at some point)\b",
    re.IGNORECASE,
)
_CONCRETE = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|half|every|each|"
    r"monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|tonight|january|february|march|april|june|july|"
    r"august|september|october|november|december)\b",
    re.IGNORECASE,
)


def commitment_gaps(action: str, due: date | None, firmness: Firmness) -> tuple[Smart, ...]:
    """The SMART letters that a promise leaves open.

    A promise is held to less than a goal: what is sent or not sent needs no measure. Only a deed
    without an end of its own does.

    >>> commitment_gaps("Collect the old credit bit by bit", None, "firm")
    ('specific', 'measurable', 'time_bound')
    >>> commitment_gaps("Send the rubric", date(2025, 9, 30), "firm")
    ()
    """
    vague = bool(_VAGUE.search(action)) and not _CONCRETE.search(action)
    gaps: list[Smart] = []
    if vague and (due is None or len(content(action)) < 2):
        gaps += ["specific", "measurable"]
    if due is None:
        gaps.append("time_bound")
    return tuple(gaps)


def is_vague(answer: str) -> bool:
    """Is this an answer that a good mentor would ask one more question about?

    >>> is_vague("Work on my communication"), is_vague("Ask Meera on Monday for half the reviews")
    (True, False)
    """
    words = count(answer)
    if words < 4:
        return True
    named = re.findall(r"(?<!^)(?<![.!?] )\b[A-Z][a-z]+", answer)
    if _CONCRETE.search(answer) or named:
        return False
    return words < 8 or bool(_VAGUE.search(answer)) or len(content(answer)) < 4
