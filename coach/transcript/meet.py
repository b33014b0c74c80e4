"""Google Meet: a title with the call's time, the attendees, then labelled lines (txt, md, docx)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coach.transcript.labelled import turns_of
from coach.transcript.stated import stated
from coach.transcript.turns import Reading, one_line

_TITLE = re.compile(
    r"(?P<title>.{0,200}?)\s{0,4}\((?P<when>[0-9]{4}[-/][0-9]{2}[-/][0-9]{2}[^()]{0,40})\)"
    r"\s{0,4}[-–—]\s{0,4}Transcript\b"
)
_HEADING = re.compile(r"[#*_\s\W]{0,12}(Attendees|Invited|Transcript)\b[*_:\s]{0,8}")
_END = re.compile(
    r"(?:Transcription|Meeting) ended after [0-9:]{4,12}|This editable transcript was"
)


def matches(text: str) -> bool:
    """Meet's title line, or its heading over the attendees together with that over the words."""
    top = text[:4000].split("\n")[:40]
    if any(_TITLE.match(_bare(line)) for line in top):
        return True
    headings = {match[1] for line in top if (match := _HEADING.fullmatch(line))}
    return {"Attendees", "Transcript"} <= headings


def read(text: str) -> Reading:
    """The turns of a Meet transcript. Its five-minute marks are too coarse to time a turn."""
    lines = text.split("\n")
    title = next((match for line in lines[:40] if (match := _TITLE.match(_bare(line)))), None)
    turns, _ = turns_of(_words(lines), known=_attendees(lines))
    return Reading(
        "google-meet",
        turns,
        title=one_line(title["title"]) if title else None,
        held_on=stated(title["when"]) if title else None,
    )


def _attendees(lines: Sequence[str]) -> frozenset[str]:
    """The names of the line below the heading; a name with a comma in it is not found again."""
    for at, line in enumerate(lines[:60]):
        match = _HEADING.fullmatch(line)
        if match and match[1] != "Transcript":
            names = next((each for each in lines[at + 1 : at + 4] if each.strip()), "")
            return frozenset(name.strip() for name in names.split(","))
    return frozenset()


def _words(lines: Sequence[str]) -> list[str]:
    """The lines below the heading `Transcript`, up to Meet's own closing lines."""
    begun = next(
        (
            at + 1
            for at, line in enumerate(lines[:200])
            if (match := _HEADING.fullmatch(line)) and match[1] == "Transcript"
        ),
        0,
    )
    spoken = lines[begun:]
    ended = next((at for at, line in enumerate(spoken) if _END.match(line) and at > 3), None)
    return list(spoken[:ended])


def _bare(line: str) -> str:
    return line.lstrip("#*_ \t")[:400]
