"""SubRip (.srt): labels `NAME:` or `[NAME]`, often only where the speaker changes."""

from __future__ import annotations

import re

from coach.transcript.captions import Timed, labelled
from coach.transcript.turns import Reading
from coach.transcript.webvtt import captions

_TIMING = re.compile(
    r"^\s{0,9}(?:[0-9]{1,3}:)?[0-9]{1,2}:[0-9]{1,2}(?:,[0-9]{1,3})?[ \t]{0,9}-->", re.MULTILINE
)
_STYLE = re.compile(
    r"</?(?:i|b|u|s|font)\b[^<>\n]{0,200}>|\{\\[a-zA-Z][^{}\n]{0,50}\}", re.IGNORECASE
)


def matches(text: str) -> bool:
    """A cue time with a comma before its fraction."""
    return "-->" in text and _TIMING.search(text) is not None


def read(text: str) -> Reading:
    """The turns of an SRT file; a cue without a label is the speaker's before it."""
    cues = captions(text, lenient=True)
    timed = [Timed(_unstyled(cue.payload), cue.start, cue.end) for cue in cues]
    return Reading("srt", labelled(timed, goes_on=True)[0])


def _unstyled(words: str) -> str:
    return _STYLE.sub("", words) if "<" in words or "{" in words else words
