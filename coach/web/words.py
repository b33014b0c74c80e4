"""A call beside what was read from it: each turn in pieces, which know what stands on them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from coach.evidence import WITHHELD, locate
from coach.records import Evidence, Transcript


class Piece(NamedTuple):
    """Some words of a turn, and the lines of the page that stand on them."""

    text: str
    of: tuple[str, ...] = ()

    @property
    def left_out(self) -> bool:
        """Does it stand for words that were left out?"""
        return self.text == WITHHELD


class Spoken(NamedTuple):
    """A turn as the page shows it; or several in a row of which nothing is left."""

    turn: int
    last: int
    name: str
    at: float | None
    pieces: tuple[Piece, ...]

    @property
    def gone(self) -> bool:
        """Is nothing of it left?"""
        return all(piece.left_out for piece in self.pieces)


def spoken(
    transcript: Transcript,
    names: Sequence[str | None],
    lines: Mapping[str, Iterable[Evidence]],
    session: str,
) -> list[Spoken]:
    """The turns of a call; `lines` are the lines of the page by key, with the words each rests on.

    Turns in a row that were left out whole are one.
    """
    spans = _spans(transcript, lines, session)
    shown: list[Spoken] = []
    for number, (turn, name) in enumerate(zip(transcript.turns, names, strict=True)):
        pieces = tuple(pieces_of(turn.text, spans.get(number, ())))
        now = Spoken(number, number, name or "Unknown", turn.start, pieces)
        if shown and now.gone and shown[-1].gone:
            shown[-1] = shown[-1]._replace(last=number)
        else:
            shown.append(now)
    return shown


Span = tuple[int, int, str]
"""First letter, the one after the last, and the key of a line."""


def _spans(
    transcript: Transcript, lines: Mapping[str, Iterable[Evidence]], session: str
) -> dict[int, list[Span]]:
    """Where in each turn the words of this call stand that a line rests on."""
    found: dict[int, list[Span]] = {}
    for key, evidence in lines.items():
        for item in evidence:
            if item.session not in (None, session) or item.turn >= len(transcript.turns):
                continue
            if at := locate(item.quote, transcript.turns[item.turn].text):
                found.setdefault(item.turn, []).append((*at, key))
    return found


def pieces_of(text: str, spans: Iterable[Span]) -> Iterator[Piece]:
    """A text cut wherever what stands on it changes, and around what was left out.

    >>> list(pieces_of("I'll send it by Friday", [(0, 12, "a"), (13, 22, "b"), (5, 12, "b")]))
    ... # doctest: +NORMALIZE_WHITESPACE
    [Piece(text="I'll ", of=('a',)), Piece(text='send it', of=('a', 'b')),
     Piece(text=' ', of=()), Piece(text='by Friday', of=('b',))]
    """
    spans = list(spans)
    cuts = {0, len(text), *(edge for start, end, _ in spans for edge in (start, end))}
    at = text.find(WITHHELD)
    while at >= 0:
        cuts |= {at, at + len(WITHHELD)}
        at = text.find(WITHHELD, at + 1)
    edges = sorted(cuts)
    for start, end in pairwise(edges):
        of = (key for first, last, key in spans if first <= start and end <= last)
        yield Piece(text[start:end], tuple(dict.fromkeys(of)))
