"""Turns into sentences, across the cuts that a transcriber makes.

Meeting tools cut where somebody breathes, so one sentence may run over several cues ("I'll look you
out" / "the list of questions"), and some tools write no full stops at all. A `Sentence` knows which
words came from which turn, so that every quote can be given back exactly as it stands.

>>> [s.text for s in sentences(["Right. I'll look you out", "the list."], ["Maureen", "Maureen"])]
['Right.', "I'll look you out the list."]
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from coach.cues import plain
from coach.dates import Spoken, chosen, find
from coach.evidence import WITHHELD
from coach.reading.words import content, count

Heard = TypeVar("Heard")

# A full stop ends a sentence unless it stands in a title, an initial or a number. What stands
# before it is looked at only where there is one.
_END = re.compile(
    r"(?=[.!?…])(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)(?<!\bSt)(?<!\b[A-Z])"
    r"[.!?…]+[\"'”’)]*(?=\s|$)"
)
_TERMINAL = re.compile(r"[.!?…][\"'”’)]*\s*$")
# Where nobody wrote full stops, a new clause begins at a connective with its own subject.
_CLAUSE = re.compile(
    r"\s+(?=(?:(?:and|but|so|then|or|cause|because|well|no|yeah|okay|ok|right)\s+)+"
    r"(?:i|i'll|i'm|i've|i'd|you|you'll|you've|he|he's|she|she's|we|we'll|they|it|it's|let\s+me"
    r"|there's)\b)"
    r"|(?<=[,;])\s+(?=(?:and\s+|but\s+|so\s+|then\s+)?(?:i|i'll|i'm|you|you'll|we|we'll|let me)\b)",
    re.IGNORECASE,
)
# A listener's noise between two halves of a sentence does not end it.
_BACKCHANNEL = re.compile(
    r"^\W*(?:m+|mm+-?h*m*|uh[- ]?huh|yeah|yes|yep|okay|ok|right|sure|aye|oh)\W*$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Part:
    """Characters `start` to `end` of turn `turn`."""

    turn: int
    start: int
    end: int


@dataclass(frozen=True)
class Sentence:
    """One sentence of one speaker. `text` is its parts joined by single spaces.

    Its words are asked about by every rule: what was found in them once stays with the sentence.
    """

    index: int
    speaker: str | None
    text: str
    parts: tuple[Part, ...]

    @cached_property
    def turn(self) -> int:
        """The turn it begins in."""
        return self.parts[0].turn

    @cached_property
    def last_turn(self) -> int:
        """The turn it ends in."""
        return self.parts[-1].turn

    @cached_property
    def plain(self) -> str:
        """Its words in lower case, with straight apostrophes."""
        return plain(self.text)

    @cached_property
    def content(self) -> frozenset[str]:
        """Its content words."""
        return content(self.text)

    @cached_property
    def length(self) -> int:
        """How many words it has."""
        return count(self.text)

    def days(self, today: date, bare: bool = False) -> tuple[Spoken, ...]:
        """Every deadline spoken in it, by somebody for whom it is `today` (`coach.dates.find`)."""
        known = self._days
        if (today, bare) not in known:
            known[today, bare] = tuple(find(self.text, today=today, bare=bare))
        return known[today, bare]

    def due(self, today: date, bare: bool = False) -> Spoken | None:
        """The deadline of a promise in it, told likewise (`coach.dates.due_of`)."""
        return chosen(self.text, self.days(today, bare), bare=bare)

    @cached_property
    def _days(self) -> dict[tuple[date, bool], tuple[Spoken, ...]]:
        return {}

    def hear(self, listen: Callable[[str], Heard]) -> Heard:
        """What `listen`, a function that lives as long as the program, hears in its text."""
        heard = self._heard
        if listen not in heard:
            heard[listen] = listen(self.text)
        found: Heard = heard[listen]
        return found

    @cached_property
    def _heard(self) -> dict[Callable[[str], Any], Any]:
        return {}

    @cached_property
    def is_question(self) -> bool:
        """Does it end in a question mark? One inside quotation marks is somebody else's."""
        return self.text.rstrip().endswith("?")

    def quotes(self, start: int = 0, end: int | None = None) -> tuple[tuple[int, str], ...]:
        """Characters `start` to `end` of `text` as (turn, words), one for each turn they touch.

        Of a turn in which something is withheld, the longest stretch beside it: nothing is proved
        by words with a hole in them.
        """
        end = len(self.text) if end is None else end
        found, at = [], 0
        for part in self.parts:
            length = part.end - part.start
            piece = self.text[max(start - at, 0) + at : min(end - at, length) + at].strip()
            piece = max(piece.split(WITHHELD), key=len).strip()
            if start < at + length and end > at and piece:
                found.append((part.turn, piece))
            at += length + 1
        return tuple(found)


def sentences(texts: Sequence[str], speakers: Sequence[str | None]) -> tuple[Sentence, ...]:
    """Cut turns into sentences; `texts` and `speakers` are parallel, one entry a turn."""
    punctuated = _writes_full_stops(texts)
    found: list[Sentence] = []
    unfinished: dict[str | None, tuple[Part, ...]] = {}
    for turn, (text, speaker) in enumerate(zip(texts, speakers, strict=True)):
        pieces = _cut(text, punctuated)
        if not (punctuated and _BACKCHANNEL.match(text)):
            _flush_others(found, unfinished, speaker, texts)
        for start, end in pieces:
            parts = (*unfinished.pop(speaker, ()), Part(turn, start, end))
            is_last = end == pieces[-1][1]
            if punctuated and is_last and len(parts) < 4 and _runs_on(text, turn, speakers):
                unfinished[speaker] = parts
            else:
                found.append(_sentence(len(found), speaker, parts, texts))
    _flush_others(found, unfinished, None, texts, everybody=True)
    return tuple(found)


def _writes_full_stops(texts: Sequence[str]) -> bool:
    spoken = [text for text in texts if len(text) > 40]
    return not spoken or sum(bool(_TERMINAL.search(text)) for text in spoken) > 0.3 * len(spoken)


def _cut(text: str, punctuated: bool) -> list[tuple[int, int]]:
    """Character ranges of the sentences (or, without full stops, the clauses) of one turn."""
    cuts = [match.end() for match in _END.finditer(text)]
    if not punctuated:
        cuts += [match.start() for match in _CLAUSE.finditer(text)]
    ranges, start = [], 0
    for cut in sorted({*cuts, len(text)}):
        piece = text[start:cut]
        if piece.strip():
            ranges.append((start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())))
        start = cut
    return ranges


def _runs_on(text: str, turn: int, speakers: Sequence[str | None]) -> bool:
    """Does this turn break off and the same person go on, at most one short reply later?"""
    if _TERMINAL.search(text):
        return False
    return speakers[turn] is not None and speakers[turn] in speakers[turn + 1 : turn + 3]


def _flush_others(
    found: list[Sentence],
    unfinished: dict[str | None, tuple[Part, ...]],
    speaker: str | None,
    texts: Sequence[str],
    everybody: bool = False,
) -> None:
    """Whoever was interrupted by a real reply has said what they said."""
    for other in [name for name in unfinished if everybody or name != speaker]:
        found.append(_sentence(len(found), other, unfinished.pop(other), texts))


def _sentence(
    index: int, speaker: str | None, parts: tuple[Part, ...], texts: Sequence[str]
) -> Sentence:
    text = " ".join(texts[part.turn][part.start : part.end] for part in parts)
    return Sentence(index, speaker, text, parts)
