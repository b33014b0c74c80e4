"""What a chart is drawn of: words, bars, points and lines at their places, in pixels."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from coach.render.page import HIDDEN

SIZE = 13
"""Of all words, as static/together.css has it."""
_HIGH = 1.3 * SIZE
_UNFIT = re.compile(r"[\ufffe\uffff\ud800-\udfff]")
"""What no XML may hold, besides what is hidden in any line."""
Anchor = Literal["start", "middle", "end"]


@dataclass(frozen=True, slots=True)
class Words:
    """A line of text; `y` is where it stands, `x` its start, middle or end."""

    x: float
    y: float
    text: str
    anchor: Anchor = "start"
    look: str = ""

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.x - {"start": 0.0, "middle": 0.5, "end": 1.0}[self.anchor] * wide(self.text)

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.left + wide(self.text)

    def meets(self, other: Words) -> bool:
        """Would the two be printed over each other?"""
        apart = self.right + 2 <= other.left or other.right + 2 <= self.left
        return not apart and abs(self.y - other.y) < _HIGH


class Band(NamedTuple):
    """A bar."""

    x: float
    y: float
    width: float
    height: float
    look: str


class Dot(NamedTuple):
    """A point in time."""

    x: float
    y: float
    radius: float
    look: str


class Rule(NamedTuple):
    """A line."""

    x1: float
    y1: float
    x2: float
    y2: float
    look: str


@dataclass(slots=True)
class Drawing:
    """What is drawn in one width."""

    width: int
    height: float
    bands: list[Band] = field(default_factory=list)
    dots: list[Dot] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    words: list[Words] = field(default_factory=list)

    def say(self, words: Words) -> None:
        """Print words where they fit whole; those that do not are left to the table."""
        fits = words.left >= 0 and words.right <= self.width
        if fits and not any(words.meets(other) for other in self.words):
            self.words.append(words)


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing for each width, and the same as a table for who cannot see it."""

    name: str
    """its id on the page"""
    title: str
    told: str
    """what it shows, in a sentence"""
    drawings: tuple[Drawing, ...]
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


# --- sizes ----------------------------------------------------------------------------------------


def clean(text: str) -> str:
    """Words on one line, without what nobody sees."""
    return " ".join(_UNFIT.sub("", HIDDEN.sub(" ", text)).split())


def wide(text: str) -> float:
    """How wide words may be, in pixels: rather more than less, whatever the letters."""
    return SIZE * sum(map(_letter, text))


def _letter(sign: str) -> float:
    if sign.isascii():
        return 1.0 if sign in "MWmw@%" else 0.4 if sign in " .,:;'|ijl" else 0.72
    return 0.0 if unicodedata.combining(sign) else 1.2


def fitted(text: str, room: float) -> str:
    """As much of the words as there is room for; the cut is shown.

    >>> fitted("Redefinition", 200), fitted("Redefinition", 60)
    ('Redefinition', 'Rede…')
    """
    if wide(text) <= room:
        return text
    while text and wide(text + "…") > room:
        text = text[:-1]
    return text + "…" if text else ""


def scale(values: Sequence[float], low: float, high: float) -> Callable[[float], float]:
    """From the least of the values to the greatest onto `low` to `high`; all alike: its middle."""
    least, most = min(values, default=0.0), max(values, default=0.0)
    span = most / 2 - least / 2  # halves: the difference itself may be more than a number holds
    if not span:
        return lambda value: (low + high) / 2
    return lambda value: low + (high - low) * ((value / 2 - least / 2) / span)
