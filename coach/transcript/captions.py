"""Cues to turns: one turn a cue, a turn each where a cue holds several voices.

For the formats made of timed cues (VTT, SRT, SBV), whose labels, if any, stand in the words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from coach.records import Turn
from coach.transcript.labels import Head, Labels, head_of
from coach.transcript.turns import spoken, turn


class Timed(NamedTuple):
    """Plain words with their times, in seconds."""

    words: str
    start: float | None
    end: float | None


def labelled(cues: Sequence[Timed], goes_on: bool) -> tuple[list[Turn], bool]:
    """The turns of `cues`, and whether the file labels its speakers.

    With `goes_on`, a cue without a label is still the speaker's before it (SRT labels a change);
    otherwise that holds only where the file never repeats a label in the next cue. A file that
    does, labels every cue, and then a cue without one is nobody's we know.
    """
    heads = [head_of(_first_line(cue.words)) for cue in cues]
    labels = Labels(heads)
    if not labels.used:
        return spoken(turn(None, *cue) for cue in cues), False
    accepted = [head if head and head.label in labels else None for head in heads]
    goes_on = goes_on or not _repeats(accepted)
    turns: list[Turn] = []
    speaker: str | None = None
    for cue, head in zip(cues, accepted, strict=True):
        if not head and (not goes_on or cue.words.lstrip().startswith(">>")):
            speaker = None  # ">>" marks a change of speaker, here to one without a name
        for label, words in _by_label(cue.words, head, labels):
            speaker = label or speaker
            turns.append(turn(speaker, words, cue.start, cue.end))
    return spoken(turns), True


def _by_label(words: str, head: Head | None, labels: Labels) -> Iterator[tuple[str | None, str]]:
    """The words of one cue, divided where a line of it begins with a label of the file."""
    label, part = (head.label, [head.text]) if head else (None, [])
    rest = words.lstrip("\n").split("\n")
    for line in rest[1:] if head else rest:
        inner = head_of(line)
        if inner and inner.label in labels:
            yield label, "\n".join(part)
            label, part = inner.label, [inner.text]
        else:
            part.append(line)
    yield label, "\n".join(part)


def _repeats(heads: Sequence[Head | None]) -> bool:
    return any(one and two and one.label == two.label for one, two in pairwise(heads))


def _first_line(words: str) -> str:
    return words.lstrip().split("\n", 1)[0]
