"""SubViewer (.sbv), as YouTube writes it: a line `0:00:00.378,0:00:11.378`, then the words."""

from __future__ import annotations

import re

from coach.transcript.captions import Timed, labelled
from coach.transcript.turns import Reading, seconds

_STAMP = r"([0-9]{1,3}:[0-9]{2}:[0-9]{2}\.[0-9]{1,3})"
_TIMING = re.compile(rf"^{_STAMP},{_STAMP}[ \t]*$", re.MULTILINE)


def matches(text: str) -> bool:
    """Two times with a comma between them, alone on a line."""
    return _TIMING.search(text) is not None


def read(text: str) -> Reading:
    """The turns of an SBV file."""
    _, *parts = _TIMING.split(text)
    cues = [
        Timed(words.strip(), seconds(start), seconds(end))
        for start, end, words in zip(parts[0::3], parts[1::3], parts[2::3], strict=True)
    ]
    return Reading("sbv", labelled(cues, goes_on=True)[0])
