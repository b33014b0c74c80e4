"""WebVTT as meeting tools write it: Zoom's `Name: text`, Teams' `<v Name>`, and any other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from coach.transcript.captions import Timed, labelled
from coach.transcript.turns import Reading, spoken, turn
from coach.transcript.webvtt import Caption, captions, is_signed, plain, voices

_DOTTED = re.compile(
    r"^[ \t]{0,9}(?:[0-9]{1,3}:)?[0-9]{1,2}:[0-9]{2}\.[0-9]{1,3} *-->", re.MULTILINE
)
_VOICE = re.compile(r"<v[ .\t]")
_TEAMS_ID = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}/[0-9]+-[0-9]+")


def matches(text: str) -> bool:
    """A signature, or (in sloppy files) a cue time with a full stop before its fraction."""
    return is_signed(text) or ("-->" in text and _DOTTED.search(text) is not None)


def read(text: str) -> Reading:
    """The turns of a WebVTT file."""
    cues = _cues(text)
    if _VOICE.search(text):
        turns = [
            turn(who, words, cue.start, cue.end)
            for cue in cues
            for who, words in _said(cue.payload)
        ]
        teams = any(_TEAMS_ID.fullmatch(cue.id) for cue in cues[:20])
        return Reading("teams-vtt" if teams else "vtt", spoken(turns))
    timed = [Timed(plain(cue.payload), cue.start, cue.end) for cue in cues]
    turns, labels = labelled(timed, goes_on=False)
    return Reading("zoom-vtt" if labels else "vtt", turns)


def _said(payload: str) -> Iterator[tuple[str | None, str]]:
    """Who says what in one cue: a turn each, but one that only closes and opens again is one."""
    spans = [span for span in voices(payload) if span[0] or any(map(str.isalnum, span[1]))]
    for who, same in groupby(spans, key=lambda span: span[0]):
        yield who, "\n".join(words for _, words in same)


def _cues(text: str) -> list[Caption]:
    """The cues as the specification has them, or as a sloppy writer meant them.

    The specification drops a cue whose time has a comma or too few digits. Where every arrow of the
    file would be a time without that rule, nobody meant those cues to be dropped.
    """
    if not is_signed(text):
        return captions(text, lenient=True)
    cues, arrows = captions(text), text.count("-->")
    if len(cues) < arrows and len(meant := captions(text, lenient=True)) == arrows:
        return meant
    return cues
