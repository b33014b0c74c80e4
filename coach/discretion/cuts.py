"""Places that a person struck, in numbers that hold for the same words in whatever file they are.

Spaces, quotes and dashes may differ between two files of one call; how many words stand between its
spaces does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from coach.discretion import Span
from coach.evidence import WITHHELD
from coach.records import Cut, Transcript

_WORD = re.compile(r"\S+")


def cuts_of(transcript: Transcript, spans: Iterable[Span]) -> tuple[Cut, ...]:
    """The spans as places to remember; whole words, where a span ends inside of one.

    In a turn with a withheld place already, all of the turn is struck: how many words that place
    stands for in the file is not known any more.

    >>> from coach.records import Turn
    >>> call = Transcript(turns=(Turn(text="Well. It is May."),), source="c", format="txt")
    >>> (cut,) = cuts_of(call, [Span(0, 6, 16, "off_record")])
    >>> cut.start, cut.end
    (1, 4)
    """
    return together(cut for span in spans if (cut := _cut(transcript.turns[span.turn].text, span)))


def _cut(text: str, span: Span) -> Cut | None:
    words = [word.span() for word in _WORD.finditer(text)]
    within = [n for n, (start, end) in enumerate(words) if start < span.end and span.start < end]
    if WITHHELD in text or len(within) == len(words):
        return Cut(turn=span.turn, scope=span.scope)
    if not within:
        return None
    return Cut(turn=span.turn, start=within[0], end=within[-1] + 1, scope=span.scope)


def spans_of(transcript: Transcript, cuts: Iterable[Cut]) -> Iterator[Span]:
    """The characters of a transcript, of this call, that stand at these places."""
    for cut in cuts:
        if cut.turn < len(transcript.turns):
            text = transcript.turns[cut.turn].text
            words = [word.span() for word in _WORD.finditer(text)][cut.start : cut.end]
            start, end = (words[0][0], words[-1][1]) if cut.end and words else (0, len(text))
            yield Span(cut.turn, start, end, cut.scope)


def together(cuts: Iterable[Cut]) -> tuple[Cut, ...]:
    """In the order of the call; where all of a turn is struck, nothing else of it is named."""
    found: dict[tuple[int, int, int | None], Cut] = {}
    for cut in cuts:
        found.setdefault((cut.turn, cut.start, cut.end), cut)
    whole = {cut.turn for cut in found.values() if cut.end is None}
    kept = (cut for cut in found.values() if cut.end is None or cut.turn not in whole)
    return tuple(sorted(kept, key=lambda cut: (cut.turn, cut.start)))
