"""What was said off the record: found offline, and taken out before anything else sees the call.

Three kinds of secret (off the record, between the two, somebody else's) are withheld alike, with
later talk of the same subject in that call. Nothing here stores, logs or returns their words: a
`Span` is a place, a `Withheld` is a turn and a scope.

    dialect, everyday    many Englishes in one; words too common to give anything away
    cues         how people say that something is not for others, and what takes that back
    talk, hearing, subject    a call as sentences; the words that a secret is known by
    passages     each secret with its talk: who announced it, where it is told, where it comes back
    planted      text for a machine, which is nobody's speech; foreign    in no words the rules know
    cuts         what a person struck, as places that outlast the file
    initials, pseudonyms    other names, where words leave this machine or names are not to be kept

Each leans only on those above it; the page of each folder says what its files hold.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from coach.discretion.passages import Call, Passage
from coach.discretion.passages.announced import Asked, told_of, with_whom_it_was_first
from coach.discretion.passages.later import mentions
from coach.discretion.planted import (
    is_surely_planted,
    planted_turns,
    wholly_planted,
    without_planted,
)
from coach.discretion.talk import Sentence, plain, sentences, stem, still_said
from coach.evidence import WITHHELD
from coach.records import Scope, Transcript, Withheld

__all__ = [
    "Span",
    "planted_turns",
    "redact",
    "strike",
    "subject_spans",
    "to_withheld",
    "wholly_planted",
    "withheld_spans",
]


class Span(NamedTuple):
    """Characters `start` up to `end` of a turn (counted from 0) that are withheld."""

    turn: int
    start: int
    end: int
    scope: Scope
    asked: Asked | tuple[()] = ()
    """where it was announced; nothing for what a person struck"""


def withheld_spans(
    transcript: Transcript,
    speakers: Sequence[str | None] | None = None,
    *,
    cues_alone: bool = False,
) -> tuple[Span, ...]:
    """Every passage that somebody asked to keep, and later talk of it, in order, not overlapping.

    `speakers` holds, a turn, who speaks by name; None where that is not known, or for all of it.
    `cues_alone` leaves out what only several signs together announce: to measure what those add.

    >>> from coach.records import Turn
    >>> call = Transcript(
    ...     turns=(
    ...         Turn(speaker="A", text="I'll send it Friday. Between us, I'm leaving in May."),
    ...         Turn(speaker="B", text="Right, what else have you got?"),
    ...     ),
    ...     source="call.txt",
    ...     format="txt",
    ... )
    >>> [turn.text for turn in redact(call, withheld_spans(call)).turns]
    ["I'll send it Friday. […]", 'Right, what else have you got?']
    """
    call = call_of(transcript, speakers, cues_alone=cues_alone)
    said, numbers = without_planted(transcript)
    if said is transcript:
        return _with_later_talk(transcript, call, list(call.passages()))
    known = [speakers[number] for number in numbers] if speakers else None
    left = still_said(call.row, transcript, said, numbers)
    rest = call_of(said, known, left, cues_alone=cues_alone)
    told = list(rest.passages())
    spoken = [_moved(span, numbers) for span in _with_later_talk(said, rest, told)]
    return _merged(transcript, [*spoken, *_beside_planted(transcript, call, told, spoken)])


def _beside_planted(
    transcript: Transcript, call: Call, told: Sequence[Passage], spoken: Sequence[Span]
) -> Iterator[Span]:
    """What else is withheld where a call holds text for a machine.

    Such a text must not end a passage, nor begin one; what only looks like it may do both. What is
    nobody's word to the other keeps no secret, but it may give one away.
    """
    planted = planted_turns(transcript)
    if all(is_surely_planted(transcript.turns[turn].text) for turn in planted):
        for passage in told:
            for sentence in call.row:
                if sentence.turn in planted and passage.subject.comes_back_in(sentence):
                    yield _span(sentence, passage, passage.asked)
        return
    asked = call.asks_in(planted)
    scopes = {span.turn: span.scope for span in spoken}
    for span in _with_later_talk(transcript, call, list(call.passages())):
        if asked or span.turn in planted:
            yield span._replace(scope=scopes.get(span.turn, span.scope))


def strike(
    transcript: Transcript,
    spans: Iterable[Span],
    turns: range,
    speakers: Sequence[str | None] | None = None,
    scope: Scope = "off_record",
) -> tuple[Span, ...]:
    """`spans`, and whatever a person withholds afterwards: all of `turns`, and later talk of it."""
    call = call_of(transcript, speakers)
    struck = [index for index, sentence in enumerate(call.row) if sentence.turn in turns]
    if not struck:
        return _merged(transcript, spans)
    passage = call.passage(struck[0], struck[-1] + 1, scope)
    whole = [Span(n, 0, len(transcript.turns[n].text), scope) for n in turns if _has(transcript, n)]
    found = _with_later_talk(transcript, call, [passage])
    return _merged(transcript, [*spans, *whole, *found])


def subject_spans(
    transcript: Transcript, words: Iterable[str], scope: Scope = "off_record"
) -> tuple[Span, ...]:
    """Every sentence of the call that holds one of `words`, in any of its forms."""
    wanted = {stem(word) for phrase in words for word in plain(phrase).split()}
    row = sentences(transcript, [None] * len(transcript.turns))
    return _merged(
        transcript,
        [
            Span(sentence.turn, sentence.start, sentence.end, scope)
            for sentence in row
            if not wanted.isdisjoint(sentence.stems)
        ],
    )


def redact(transcript: Transcript, spans: Iterable[Span]) -> Transcript:
    """The same turns, with a neutral marker for each span. Withheld words cannot be got back."""
    turns = list(transcript.turns)
    for span in reversed(_merged(transcript, spans)):
        text = turns[span.turn].text
        kept = text[: span.start] + WITHHELD + text[span.end :]
        turns[span.turn] = turns[span.turn].model_copy(update={"text": kept})
    return transcript.model_copy(update={"turns": tuple(turns)})


def to_withheld(
    spans: Iterable[Span],
    transcript: Transcript | None = None,
    names: Sequence[str | None] = (),
) -> tuple[Withheld, ...]:
    """Where something was withheld, one a turn: place and kind, never words.

    With the call that it was withheld of, and who speaks in each turn: who announced it, where,
    and by which words of a fixed list.
    """
    known = sorted(spans)
    found: dict[int, Span] = {}
    for span in known:
        first = found.setdefault(span.turn, span)
        if first is not span:
            asked = first.asked.and_in(span.asked) if first.asked else span.asked
            found[span.turn] = first._replace(asked=asked)
    places = tuple(
        Withheld(
            turn=span.turn,
            scope=span.scope,
            **(told_of(span.turn, span.asked, transcript, names) if transcript else {}),
        )
        for span in found.values()
    )
    if transcript is None:
        return places
    said: dict[int, str] = {}
    for span in known:
        text = transcript.turns[span.turn].text[span.start : span.end]
        said[span.turn] = f"{said.get(span.turn, '')} {text}"
    openly = "\n".join(turn.text for turn in redact(transcript, known).turns)
    return with_whom_it_was_first(places, said, openly)


def call_of(
    transcript: Transcript,
    speakers: Sequence[str | None] | None,
    row: Sequence[Sentence] | None = None,
    *,
    cues_alone: bool = False,
) -> Call:
    """A call as it is heard. `row` are its sentences, where they are known."""
    known = speakers or [None] * len(transcript.turns)
    labels = {*transcript.speakers, *(name for name in known if name)}
    names = frozenset(word for label in labels for word in plain(label).replace("'s", "").split())
    row = sentences(transcript, known) if row is None else row
    return Call(row, names, cues_alone=cues_alone)


def _with_later_talk(
    transcript: Transcript, call: Call, passages: Sequence[Passage]
) -> tuple[Span, ...]:
    held = {index for passage in passages for index in range(passage.start, passage.end)}
    spans = [
        _span(sentence, passage, call.asked_for(sentence, passage))
        for passage in passages
        for sentence in (
            *_without_nods(call, passage),
            *mentions(call.row, passage, held),
        )
    ]
    return _merged(transcript, spans)


def _without_nods(call: Call, passage: Passage) -> Iterator[Sentence]:
    """A turn of nothing but nods stays: it says nothing, and shows that someone listened."""
    for sentence in call.row[passage.start : passage.end]:
        turn = call.turns[sentence.turn]
        if not all(call.row[index].is_nod(call.names) for index in turn):
            yield sentence


def _span(sentence: Sentence, passage: Passage, asked: Asked | tuple[()]) -> Span:
    return Span(sentence.turn, sentence.start, sentence.end, passage.scope, asked)


def _moved(span: Span, numbers: Sequence[int]) -> Span:
    """The same where turns have these numbers."""
    return span._replace(turn=numbers[span.turn], asked=span.asked and span.asked.moved(numbers))


def _has(transcript: Transcript, turn: int) -> bool:
    return 0 <= turn < len(transcript.turns)


def _merged(transcript: Transcript, spans: Iterable[Span]) -> tuple[Span, ...]:
    """In order, with spans made one that overlap or have only space between them."""
    merged: list[Span] = []
    for span in sorted(spans):
        last = merged[-1] if merged else None
        if last and last.turn == span.turn:
            between = transcript.turns[span.turn].text[last.end : span.start]
            if not between.strip():
                asked = last.asked.and_in(span.asked) if last.asked else span.asked
                merged[-1] = last._replace(end=max(last.end, span.end), asked=asked)
                continue
        merged.append(span)
    return tuple(merged)
