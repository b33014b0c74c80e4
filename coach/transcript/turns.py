"""What every format's reader makes: turns whose words are the file's, and what the file states."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime
from functools import lru_cache
from typing import NamedTuple

from coach.records import Turn


class Malformed(Exception):
    """A reader's word for `TranscriptError`, before it is known which file this is."""

    def __init__(self, expected: str, line: int | None = None) -> None:
        super().__init__(expected)
        self.expected, self.line = expected, line


class Reading(NamedTuple):
    """What a reader found. `title` and `held_on` only where the file itself states them."""

    format: str
    turns: list[Turn]
    title: str | None = None
    held_on: datetime | date | None = None


# Characters that are no words and do harm where words are shown: controls (but tab and line ends),
# overrides of the writing direction, and halves of a surrogate pair, which no encoding can write.
_HARMFUL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def turn(
    speaker: str | None, text: str, start: float | None = None, end: float | None = None
) -> Turn:
    """A turn: lines joined by one space, harmful characters left out, an empty speaker None.

    >>> turn(" Dana ", "I will\\n  send it.").text
    'I will send it.'
    """
    if _HARMFUL.search(text):
        text = _harmless(text)
    return Turn(
        speaker=one_line(speaker) if speaker else None, text=joined(text), start=start, end=end
    )


def joined(text: str) -> str:
    """The lines of `text`, each without its outer white space, joined by one space."""
    text = text.strip()
    if "\n" not in text:
        return text
    return " ".join(line for line in map(str.strip, text.split("\n")) if line)


@lru_cache(maxsize=1024)  # a call has few labels, and says each of them hundreds of times
def one_line(label: str) -> str | None:
    """A label as one line of at most 200 characters, or None where nothing is left of it."""
    return " ".join(_harmless(label[:1000]).split())[:200] or None


def _harmless(text: str) -> str:
    return _HARMFUL.sub(lambda match: " " if match[0].isspace() else "", text)


def spoken(turns: Iterable[Turn]) -> list[Turn]:
    """The turns that hold words; a cue that shows nothing is nobody's turn."""
    return [each for each in turns if each.text]


_CLOCK = re.compile(r"(?:([0-9]{1,4}):)?([0-9]{1,3}):([0-9]{2})(?:[.,]([0-9]{1,6}))?")


def seconds(clock: str) -> float | None:
    """Seconds of a clock such as 1:02:03.5, 02:03 or 00:02:03,500; None for anything else.

    >>> seconds("1:02:03.5"), seconds("0:48"), seconds("soon")
    (3723.5, 48.0, None)
    """
    match = _CLOCK.fullmatch(clock)
    if not match:
        return None
    hours, minutes, whole, part = match.groups(default="0")
    return int(hours) * 3600 + int(minutes) * 60 + int(whole) + float(f"0.{part}")
