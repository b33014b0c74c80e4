"""Moments of a call: the turns that matter most of each kind, with how much speaks for them.

A turn is weighed in its place: by its own signs, by what it answers, by how the other one takes it,
by who speaks and when in the call. The same few signs serve all kinds; only their weights differ
(`coach.reading.signs.weights`, learned from calls by `python -m evals weigh`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from math import log

from coach.cues import plain
from coach.reading import Call
from coach.reading.listening import retold
from coach.reading.signs import CANDOUR, SIGNS
from coach.reading.signs.scales import SCALES, Kind, Scale
from coach.reading.speech import Sentence
from coach.records.claims import Quote
from coach.sieve import Sieve

REACH = 2
"""A moment that is told in two breaths has so many turns between them at most."""
COMPANION = 2.0
"""The second breath counts when it weighs at most so much less than the first."""
ANSWERED = 3
"""So many turns away the other one still answers this turn."""
MENTEES_OWN: frozenset[Kind] = frozenset({"win", "challenge"})
"""The call is about the mentee's work; a mentor's stories of old days are not news."""
OF_BOTH: frozenset[Kind] = frozenset({"goal", "decision"})
"""What one proposes and the other one takes up: either's words may be the second breath."""

_SIEVE = Sieve((sign, sign.pattern) for sign in SIGNS)
_CANDID = frozenset(f"own.{sign.name}" for sign in CANDOUR)
_WITHHELD = "[…]"
_WORD = re.compile(r"[a-z']{3,}|\d+")
_EMPTY = frozenset(
    "the you she they and but for that this was are were did have has had not yes yeah okay well "
    "what how who with your his her it's that's i'm don't like just one there then can will".split()
)
_OPEN = re.compile(r"\b(?:what|how|why|where|who|which|when)\b[^.?!]*\?\W*$")
_PERSONS = {
    "own.first_person": re.compile(r"\bi\b"),
    "own.second_person": re.compile(r"\byou\b"),
    "own.third_person": re.compile(r"\b(?:he|she|they)\b"),
}


@dataclass(frozen=True)
class Moment:
    """One moment: the turns it is told in, most telling first, and its weight (log odds)."""

    weight: float
    who: str
    turns: tuple[int, ...]


@dataclass(frozen=True)
class Turn:
    """A turn of one of the two, as it is weighed."""

    index: int
    who: str
    text: str
    features: Mapping[str, float]


class Moments:
    """The moments of one call."""

    def __init__(self, call: Call) -> None:
        self.call = call

    def strongest(self, kind: Kind, scale: Scale | None = None) -> list[Moment]:
        """The few moments of this kind that are worth a line, strongest first."""
        scale = scale or SCALES[kind]
        weighed = {
            turn.index: scale.weigh(turn.features)
            for turn in self.could_be(kind)
            if kind != "decision" or not self._hints(turn.index)
        }
        moments: list[Moment] = []
        taken: set[int] = set()
        for index in sorted(weighed, key=lambda each: (-weighed[each], each)):
            if weighed[index] < scale.enough or len(moments) == scale.kept:
                break
            if not any(abs(index - other) <= REACH for other in taken):
                breaths = (index, *self._second_breath(kind, index, weighed, taken))
                moments.append(Moment(weighed[index], self.call.names[index] or "", breaths))
                taken.update(breaths)
        return moments

    def features(self, moment: Moment) -> Mapping[str, float]:
        """What was weighed of its most telling turn."""
        return next(turn.features for turn in self.turns if turn.index == moment.turns[0])

    def heart(self, moment: Moment) -> tuple[Sentence, ...]:
        """The most telling sentence of its most telling turn, and what it leans on."""
        return tuple(self._passage(moment.turns[0]))

    def told(self, moment: Moment) -> tuple[Sentence, ...]:
        """The most telling sentence of each of its turns, and what it leans on, as spoken."""
        told = [s for turn in sorted(moment.turns) for s in self._passage(turn)]
        return tuple(dict.fromkeys(told))

    @cached_property
    def turns(self) -> tuple[Turn, ...]:
        """Every turn of one of the two in which something is left to hear."""
        heard = [
            (index, name or "", plain(turn.text.replace(_WITHHELD, "").strip()))
            for index, (turn, name) in enumerate(
                zip(self.call.transcript.turns, self.call.names, strict=True)
            )
            if self.call.is_participant(name)
        ]
        said = [(index, who, text, _signs(text)) for index, who, text in heard]
        return tuple(
            Turn(index, who, text, {name: much for name, much in self._features(said, at) if much})
            for at, (index, who, text, _) in enumerate(said)
            if text
        )

    def could_be(self, kind: Kind) -> Iterator[Turn]:
        """The turns that may tell a moment of this kind."""
        mentee = self.call.relationship.mentee.name
        for turn in self.turns:
            theirs = kind not in MENTEES_OWN or turn.who == mentee
            if theirs and (kind != "trust" or not _CANDID.isdisjoint(turn.features)):
                yield turn

    def _hints(self, turn: int) -> bool:
        """Is it so near to something withheld that what is settled there would be about that?"""
        if not (beside := self.call.beside_withheld):
            return False
        return any(part.turn in beside for said in self._passage(turn) for part in said.parts)

    def _second_breath(
        self, kind: Kind, index: int, weighed: Mapping[int, float], taken: set[int]
    ) -> tuple[int, ...]:
        near = [
            other
            for other in range(index - REACH, index + REACH + 1)
            if other != index
            and other in weighed
            and other not in taken
            and weighed[other] >= weighed[index] - COMPANION
            and (kind in OF_BOTH or self.call.names[other] == self.call.names[index])
        ]
        return tuple(sorted(near, key=lambda other: -weighed[other])[:1])

    def _features(
        self, said: list[tuple[int, str, str, frozenset[str]]], at: int
    ) -> Iterator[tuple[str, float]]:
        """What speaks for or against a turn, each from 0 to 1."""
        index, who, text, signs = said[at]
        words = text.split()
        place = index / len(self.call.transcript.turns)
        yield from ((f"own.{sign}", 1.0) for sign in signs)
        yield from ((name, min(len(p.findall(text)), 3) / 3) for name, p in _PERSONS.items())
        yield "own.length", min(log(1 + len(words)), 4) / 4
        yield "own.brief", float(len(words) <= 4)
        yield "own.long", float(len(words) >= 30)
        yield "mentee", float(who == self.call.relationship.mentee.name)
        # Slopes, not steps: one turn more or less elsewhere in the call decides nothing.
        yield "early", max(0.0, 1 - place / 0.2)
        yield "late", max(0.0, (place - 0.7) / 0.3)
        yield "closing", max(0.0, (place - 0.9) / 0.1)
        yield "place", place
        content = _content(text)
        for slot, beside in (
            ("asked", range(at - 1, -1, -1)),
            ("answer", range(at + 1, len(said))),
        ):
            for other in beside:
                there, speaker, words_there, signs_there = said[other]
                if abs(there - index) > ANSWERED:
                    break
                if speaker != who:
                    yield from _beside(slot, words_there, signs_there, content)
                    break

    def _passage(self, turn: int) -> list[Sentence]:
        """The sentence of a turn with most signs, and the next ones while it is too short."""
        within = list(self.call.by_turn.get(turn, ()))
        best = max(within, key=lambda s: (len(_signs(plain(s.text))), len(s.text)), default=None)
        if best is None:
            return []
        after = within[within.index(best) :]
        short = next((n for n in range(1, len(after)) if len(retold(after[:n])) >= 45), len(after))
        return after[:short]


def quotes(moments: Moments, moment: Moment) -> tuple[Quote, ...]:
    """The words of a moment, turn by turn, as they stand."""
    return tuple(
        Quote(turn=turn, words=words)
        for sentence in moments.told(moment)
        for turn, words in sentence.quotes()
    )


def _signs(text: str) -> frozenset[str]:
    return frozenset(sign.name for sign in _SIEVE.through(text) if sign.search(text))


def _content(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text)) - _EMPTY


def _beside(
    slot: str, text: str, signs: frozenset[str], content: frozenset[str]
) -> Iterator[tuple[str, float]]:
    """The other one's turn before (`asked`) or after (`answer`)."""
    words = len(text.split())
    yield from ((f"{slot}.{sign}", 1.0) for sign in signs)
    yield f"{slot}.open", float(bool(_OPEN.search(text)))
    yield f"{slot}.closed", float(text.endswith("?") and not _OPEN.search(text))
    yield f"{slot}.brief", float(words <= 4)
    yield f"{slot}.long", float(words >= 25)
    yield f"{slot}.echoes", min(len(content & _content(text)), 3) / 3
