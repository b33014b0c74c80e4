"""Header blocks: `Dana W  0:00` on a line, the words below it. Otter's text, Teams' docx, Zoom's.

Otter puts a title, a date, SUMMARY KEYWORDS and SPEAKERS above the first block.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain

from coach.records import Turn
from coach.transcript.labels import is_name, unbold
from coach.transcript.stated import stated_in
from coach.transcript.turns import Reading, one_line, seconds, spoken, turn

_TIME = r"(?P<time>[0-9]{1,3}(?::[0-9]{2}){1,2})"
_WHO = r"(?P<label>[^\s:][^:\n]{0,99}?)"
# Two spaces or a tab before the time, or brackets around the name: what nobody says.
_HEADS = (
    re.compile(rf"{_WHO}(?:[ \xa0]{{2,9}}|\t)\s{{0,9}}{_TIME}\s{{0,9}}"),
    re.compile(rf"\[(?P<label>[^\[\]\n]{{1,100}})\]\s{{1,4}}{_TIME}\s{{0,9}}"),
)
# What people do say: a header where it is a name that comes again, or that the file begins with.
_LOOSE = (
    re.compile(rf"{_WHO}\s{{0,4}}[\[(]{_TIME}[\])]\s{{0,9}}"),
    re.compile(rf"{_WHO} {_TIME}\s{{0,9}}"),
    re.compile(rf"[\[(]?{_TIME}[\])]?\s{{1,4}}(?:[-–|]\s{{1,4}})?{_WHO}\s{{0,9}}"),
)
_BOLD = re.compile(rf"\s{{0,4}}\*\*(?P<label>[^*\n]{{1,100}})\*\*\s{{1,4}}{_TIME}\s{{0,9}}")
_NOT_SPOKEN = re.compile(
    r"Transcribed by https?://otter\.ai\S*|.{1,100} (?:started|stopped) transcription"
)


def matches(text: str) -> bool:
    """At least one header that has words right below it."""
    lines = text.split("\n")
    below = [*lines[1:], ""]
    return any(below[at].strip() for at, _ in chain(_sure(lines), _headers(lines)))


def read(text: str) -> Reading:
    """The turns of the header blocks, with the title and day that Otter writes above them."""
    lines = text.split("\n")
    headers = _headers(lines)
    above = lines[: headers[0][0]]
    turns = spoken(_turns(lines, headers))
    otter = any(
        line.strip() == "SUMMARY KEYWORDS" or "otter.ai" in line for line in (*above, lines[-1])
    )
    title = next((one_line(line) for line in above if line.strip()), None) if otter else None
    return Reading(
        "otter-txt" if otter else "header-blocks",
        turns,
        title=None if title == "SUMMARY KEYWORDS" or stated_in([title or ""]) else title,
        held_on=stated_in(above),
    )


def _turns(lines: Sequence[str], headers: Sequence[tuple[int, re.Match[str]]]) -> Iterator[Turn]:
    ends = [at for at, _ in headers[1:]] + [len(lines)]
    for (at, header), end in zip(headers, ends, strict=True):
        words = [line for line in lines[at + 1 : end] if not _is_added(line)]
        yield turn(header["label"].strip(" :"), "\n".join(words), seconds(header["time"]))


def _is_added(line: str) -> bool:
    """Is this the tool's own line, and nobody's words?"""
    return "ranscri" in line and bool(_NOT_SPOKEN.fullmatch(line.strip()))


def _headers(lines: Sequence[str]) -> list[tuple[int, re.Match[str]]]:
    """Every header with the number of its line."""
    if sure := list(_sure(lines)):
        return sure
    loose = [
        (at, header)
        for at, line in enumerate(lines)
        if (line[:1] in "[(0123456789" or _ends_in_time(line))
        and 5 <= len(line) <= 140
        and (header := _first(_LOOSE, line))
        and is_name(header["label"])
    ]
    uses = Counter(header["label"] for _, header in loose)
    begins = bool(loose) and not any(map(str.strip, lines[: loose[0][0]]))
    return loose if begins or max(uses.values(), default=0) > 1 else []


def _sure(lines: Sequence[str]) -> Iterator[tuple[int, re.Match[str]]]:
    """Headers of a form that nobody says."""
    return ((at, header) for at, line in enumerate(lines) if (header := _header(line)))


def _header(line: str) -> re.Match[str] | None:
    if not 5 <= len(line) <= 140 or not _ends_in_time(line):
        return None
    bold = _BOLD.fullmatch(line) if "**" in line else None
    return bold or _first(_HEADS, unbold(line))


def _ends_in_time(line: str) -> bool:
    """A look at three characters, which spares nearly every line the patterns."""
    return line.rstrip(" \t])\xa0")[-3:-2] == ":"


def _first(patterns: Sequence[re.Pattern[str]], line: str) -> re.Match[str] | None:
    return next((match for each in patterns if (match := each.fullmatch(line))), None)
