"""Header blocks: `Dana W  0:00` on a line, the words below it. Otter's text, Teams' docx, Zoom's.

Otter puts a title, a date, SUMMARY KEYWORDS and SPEAKERS above the first block.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from coach.records import Turn
from coach.transcript.labels import unbold
from coach.transcript.stated import stated_in
from coach.transcript.turns import Reading, one_line, seconds, spoken, turn

_TIME = r"(?P<time>[0-9]{1,3}(?::[0-9]{2}){1,2})"
# Two spaces or a tab before the time, or brackets around the name or the time: what nobody says.
_HEADS = (
    re.compile(rf"(?P<label>\S.{{0,99}}?)(?:[ \xa0]{{2,9}}|\t)\s{{0,9}}{_TIME}\s{{0,9}}"),
    re.compile(rf"\[(?P<label>[^\[\]\n]{{1,100}})\]\s{{1,4}}{_TIME}\s{{0,9}}"),
    re.compile(rf"(?P<label>\S.{{0,99}}?)\s{{0,4}}[\[(]{_TIME}[\])]\s{{0,9}}"),
)
_BOLD = re.compile(rf"\s{{0,4}}\*\*(?P<label>[^*\n]{{1,100}})\*\*\s{{1,4}}{_TIME}\s{{0,9}}")
_NOT_SPOKEN = re.compile(
    r"Transcribed by https?://otter\.ai\S*|.{1,100} (?:started|stopped) transcription"
)


def matches(text: str) -> bool:
    """At least one header that has words right below it."""
    lines = text.split("\n")
    return any(_header(line) and lines[at + 1].strip() for at, line in enumerate(lines[:-1]))


def read(text: str) -> Reading:
    """The turns of the header blocks, with the title and day that Otter writes above them."""
    lines = text.split("\n")
    headers = [(at, header) for at, line in enumerate(lines) if (header := _header(line))]
    above = lines[: headers[0][0]]
    turns = spoken(_turns(lines, headers))
    otter = any(
        line.strip() == "SUMMARY KEYWORDS" or "otter.ai" in line for line in (*above, lines[-1])
    )
    title = next((one_line(line) for line in above if line.strip()), None)
    when = stated_in(above)
    return Reading(
        "otter-txt" if otter else "header-blocks",
        turns,
        title=title
        if otter and title != "SUMMARY KEYWORDS" and not stated_in([title or ""])
        else None,
        held_on=when,
    )


def _turns(lines: Sequence[str], headers: Sequence[tuple[int, re.Match[str]]]) -> Iterator[Turn]:
    ends = [at for at, _ in headers[1:]] + [len(lines)]
    for (at, header), end in zip(headers, ends, strict=True):
        words = [line for line in lines[at + 1 : end] if not _NOT_SPOKEN.fullmatch(line.strip())]
        yield turn(header["label"].strip(" :"), "\n".join(words), seconds(header["time"]))


def _header(line: str) -> re.Match[str] | None:
    if not 5 <= len(line) <= 140 or line.rstrip(" \t])\xa0")[-3:-2] != ":":
        return None
    if match := _BOLD.fullmatch(line):
        return match
    bare = unbold(line)
    return next((match for head in _HEADS if (match := head.fullmatch(bare))), None)
