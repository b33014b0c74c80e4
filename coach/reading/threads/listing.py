"""How a list of promises is said: labels with their days, in either order.

"Letter Friday, application, Sunday, the storyboard, that's the thirty-first, and the form."

>>> from datetime import date
>>> said = items("Letter Friday, application, Sunday.", date(2025, 10, 22))
>>> [(item.label, str(item.due.due)) for item in said]
[('Letter', '2025-10-24'), ('application', '2025-10-26')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from coach.cues import plain
from coach.dates import Spoken, due_of
from coach.evidence import WITHHELD
from coach.reading.nouns import NUMBERS
from coach.reading.words import content, count

LONGEST = 6
"""Words of a label; what is longer is a sentence."""

_PIECES = re.compile(
    r"(?<!\bmr)(?<!\bms)(?<!\bdr)(?<!\bmrs)[.,;:!?]+\s*|\s+and\s+|^and\s+", re.IGNORECASE
)
_OPENING = re.compile(
    r"^(?:(?:so|and|then|okay|ok|right|righto|well|yes|yeah|what have (?:i|we) got|it's|that's"
    r"|there's|which is|oh|um|uh|er"
    r"|(?:i|you|we)(?:'ve| have)(?: got)?|(?:i'm|you're)(?: doing)?|(?:mine|yours) (?:is|are)"
    r"|(?:i|you|we) said(?: that's)?|for you|for me|from me)\b\s*)+",
    re.IGNORECASE,
)
FINITE = re.compile(
    r"\b(?:i'll|we'll|you'll|he'll|she'll|they'll|it'll|i'd|was|were|did|do|does|is|are|am|i|he"
    r"|she|they|we|has|have|had|can|could|would|will)\b"
)
_AWAY = re.compile(
    r"\b(?:i'm|i am|we're|we are|he's|she's|they're) (?:off|away|out|busy|closed|on (?:leave|nights"
    r"|holiday))\b"
)
"""“I'm off Monday” lists nothing for Monday."""
_DOING = re.compile(r"^[a-z]{3,}ing\s(?=\S)")
"""“Posting the letter” names the letter."""
_NO_NAME = re.compile(
    r"^(?:the )?\d*(?:st|nd|rd|th)?$|o'clock|^(?:the )?\w+(?:th|first|second|third)$|^\d+ days$"
    r"|^(?:gonna|going)\b"
)


@dataclass(frozen=True, slots=True)
class Label:
    """What a promise is called, and its day."""

    label: str
    due: Spoken | None


def items(text: str, today: date) -> Iterator[Label]:
    """Labels with their days: "letter Friday", "letter, Friday" and "Friday, the letter" alike."""
    spoken = [piece for piece in _PIECES.split(text) if not _AWAY.search(plain(piece))]
    pieces = [_OPENING.sub("", piece.strip()).strip() for piece in spoken]
    days = [due_of(said, today=today, bare=count(said) <= 4) for said in pieces]
    label, day = "", None
    for said, told in zip(pieces, days, strict=True):
        if told and told.preposition:
            day = None  # "Friday, [cut out] and the roof on Monday": it has a day of its own
        due = None if day else told
        name = _named(said, due)
        if name and day:
            yield Label(name, day)
            label, day = "", None
        elif name and due:
            yield Label(name, due)
            label = ""
        elif name:
            if label:
                yield Label(label, None)
            label = name
        elif due and label:
            yield Label(label, due)
            label = ""
        elif due:
            day = due
    if label:
        yield Label(label, None)


def _named(said: str, due: Spoken | None) -> str:
    """The piece without its day, if it is short and a name rather than a sentence."""
    name = said.replace(due.phrase, "").strip(" ,") if due else said
    name = _DOING.sub("", re.sub(r"\s{2,}", " ", name))
    if not content(name) or count(name) > LONGEST or FINITE.search(plain(name)):
        return ""
    if WITHHELD in name or _NO_NAME.search(plain(name)) or plain(name).endswith("'s"):
        return ""  # "the board's on the 15th" tells of the board
    return name


def names_a_thing(label: str) -> bool:
    """Is it surely a thing, a person or a deed, rather than an hour, a place or a remark?"""
    return not _NO_THING.search(plain(label))


def is_to_the_speaker(label: str) -> bool:
    """ "Letter to me on Friday": who says so lists what the other one does."""
    return bool(_TO_ME.search(plain(label)))


_TO_ME = re.compile(r"\bto (?:me|us)\b")


_NO_THING = re.compile(
    r"^(?:not|no|nothing|never|at|in|on|by|before|after|for|from|till|until|with|without|to|of|as"
    r"|half|quarter|noon|midday|ah|oh|ha|sorry|also|maybe|once|next|last|same|every|each)\b"
    rf"|^(?:{NUMBERS}|one|\d+)(?:\W|$)(?!\s*[a-z]{{3,}})|\b(?:my|your) time\b"
    r"|\b(?:[ap] ?m|o'clock)$"
    r"|'(?:s|d|ll|re|ve)\b(?!\s[a-z])|\w'd\b"
)
