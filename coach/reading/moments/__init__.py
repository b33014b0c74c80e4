"""Moments of a call: the turns that matter most of each kind, with how much speaks for them.

A turn is weighed in its place: by its own signs, by what it answers, by how the other one takes it,
by who speaks and when in the call. The same few signs serve all kinds; only their weights differ
(`signs.weights`, learned from calls by `python -m evals weigh`).

    points, feedback, trust, slippage    the kinds, each with its words; listening    for signs
    terms, ending                        how they work together, and how that ends
    useful, left_open                    what was useful; questions that were put off
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import permutations, takewhile
from math import log

from coach.cues import plain
from coach.evidence import WITHHELD
from coach.reading import Call
from coach.reading.moments.listening import retold
from coach.reading.moments.signs import CANDOUR, SIGNS
from coach.reading.moments.signs.scales import SCALES, Kind, MomentScale
from coach.reading.moments.signs.wording import PAST
from coach.reading.speech import Sentence
from coach.reading.words import content
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
NAMES = 2
"""Words of content in what says by itself what is settled: “let's do that” says nothing."""

_SIEVE = Sieve((sign, sign.pattern) for sign in SIGNS)
_CANDID = frozenset(f"own.{sign.name}" for sign in CANDOUR)
_ADDRESS = frozenset({"by_name"})
_WORD = re.compile(r"[a-z']{3,}|\d+")
_EMPTY = frozenset(
    "the you she they and but for that this was are were did have has had not yes yeah okay well "
    "what how who with your his her it's that's i'm don't like just one there then can will".split()
)
_OPEN = re.compile(r"\b(?:what|how|why|where|who|which|when)\b[^.?!]*\?\W*$")
_PAST = re.compile(rf"\b{PAST}\b")
_PRESENT = re.compile(r"\b(?:is|are|am|has|have|do|does|don't|doesn't|\w+'(?:s|re|m))(?!\w)")
_PERSONS = {
    "own.first_person": re.compile(r"\bi\b"),
    "own.second_person": re.compile(r"\byou\b"),
    "own.third_person": re.compile(r"\b(?:he|she|they)\b"),
}


@dataclass(frozen=True)
class Moment:
    """One moment: the turns it is told in, most telling first, and its weight (log odds)."""

    kind: Kind
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


@dataclass(frozen=True)
class _Said:
    """A turn of one of the two as heard: its signs, and how many words no turn before it had."""

    index: int
    who: str
    text: str
    signs: frozenset[str]
    new: int

    @cached_property
    def content(self) -> frozenset[str]:
        return _content(self.text)


class Moments:
    """The moments of one call."""

    def __init__(self, call: Call) -> None:
        self.call = call

    def strongest(self, kind: Kind, scale: MomentScale | None = None) -> list[Moment]:
        """The few moments of this kind that are worth a line, strongest first."""
        scale = scale or SCALES[kind]
        weighed = {turn.index: scale.weigh(turn.features) for turn in self.could_be(kind)}
        if kind == "decision":
            least = scale.enough - COMPANION
            telling = [index for index, weight in weighed.items() if weight >= least]
            weighed = {index: weighed[index] for index in telling if not self._hints(index)}
        moments: list[Moment] = []
        taken: set[int] = set()
        for index in sorted(weighed, key=lambda each: (-weighed[each], each)):
            if weighed[index] < scale.enough or len(moments) == scale.kept:
                break
            if not any(abs(index - other) <= REACH for other in taken):
                breaths = (index, *self._second_breath(kind, index, weighed, taken))
                moments.append(Moment(kind, weighed[index], self.call.names[index] or "", breaths))
                taken.update(breaths)
        return moments

    def features(self, moment: Moment) -> Mapping[str, float]:
        """What was weighed of its most telling turn."""
        return next(turn.features for turn in self.turns if turn.index == moment.turns[0])

    def heart(self, moment: Moment) -> tuple[Sentence, ...]:
        """The most telling sentence of its most telling turn, and what it leans on."""
        return tuple(self._passage(moment.kind, moment.turns[0]))

    def gist(self, moment: Moment) -> tuple[Sentence, ...]:
        """Its heart; where that only takes up what the other one proposed, the proposal."""
        passages = [tuple(self._passage(moment.kind, turn)) for turn in moment.turns]
        says = (told for told in passages if len(content(plain(retold(told)))) >= NAMES)
        return next(says, passages[0]) if moment.kind in OF_BOTH else passages[0]

    def told(self, moment: Moment) -> tuple[Sentence, ...]:
        """The most telling sentence of each of its turns, and what it leans on, as spoken."""
        told = [s for turn in sorted(moment.turns) for s in self._passage(moment.kind, turn)]
        return tuple(dict.fromkeys(told))

    @cached_property
    def turns(self) -> tuple[Turn, ...]:
        """Every turn of one of the two in which something is left to hear."""
        heard = [
            (index, name or "", plain(turn.text.replace(WITHHELD, "").strip()))
            for index, (turn, name) in enumerate(
                zip(self.call.transcript.turns, self.call.names, strict=True)
            )
            if self.call.is_participant(name)
        ]
        said, known = [], frozenset[str]()
        for index, who, text in heard:
            words = content(text)
            signs = _signs(text) | self._address(text, who)
            said.append(_Said(index, who, text, signs, len(words - known)))
            known |= words
        return tuple(
            Turn(
                one.index,
                one.who,
                one.text,
                {name: much for name, much in self._features(said, at) if much},
            )
            for at, one in enumerate(said)
            if one.text
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
        return any(
            part.turn in beside for said in self._passage("decision", turn) for part in said.parts
        )

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

    def _features(self, said: Sequence[_Said], at: int) -> Iterator[tuple[str, float]]:
        """What speaks for or against a turn, each from 0 to 1."""
        one = said[at]
        words = one.text.split()
        place = one.index / len(self.call.transcript.turns)
        yield from ((f"own.{sign}", 1.0) for sign in one.signs)
        yield from ((name, min(len(p.findall(one.text)), 3) / 3) for name, p in _PERSONS.items())
        yield "own.length", min(log(1 + len(words)), 4) / 4
        yield "own.brief", float(len(words) <= 4)
        yield "own.long", float(len(words) >= 30)
        yield "own.past", _share_of_past(one.text)
        yield "own.new", min(one.new, 8) / 8
        yield "mentee", float(one.who == self.call.relationship.mentee.name)
        # A first call settles aims and terms; a later one has news of what was promised.
        yield "later_call", float(bool(self.call.ledger))
        # Slopes, not steps: one turn more or less elsewhere in the call decides nothing.
        yield "early", max(0.0, 1 - place / 0.2)
        yield "late", max(0.0, (place - 0.7) / 0.3)
        yield "closing", max(0.0, (place - 0.9) / 0.1)
        yield "place", place
        earlier, later = said[max(0, at - ANSWERED) : at][::-1], said[at + 1 : at + 1 + ANSWERED]
        for slot, beside in (("asked", earlier), ("answer", later)):
            if other := _nearest(one, beside, by_partner=True):
                yield from _beside(slot, one, other)
        if before := _nearest(one, earlier, by_partner=False):
            yield from ((f"before.{sign}", 1.0) for sign in before.signs)

    def _address(self, text: str, who: str) -> frozenset[str]:
        """Does it call the other one by name?"""
        return _ADDRESS if self._names_of_other[who].search(text) else frozenset()

    @cached_property
    def _names_of_other(self) -> Mapping[str, re.Pattern[str]]:
        return {
            one.name: re.compile(rf"\b(?:{'|'.join(map(re.escape, _names(other.name)))})\b")
            for one, other in permutations(self.call.relationship.people, 2)
        }

    def _passage(self, kind: Kind, turn: int) -> list[Sentence]:
        """The sentence of a turn that tells most of it, and the next ones while it is too short."""
        within = list(self.call.by_turn.get(turn, ()))
        best = max(within, key=lambda s: (_told_by(s, kind), len(s.text)), default=None)
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


def is_asked(told: Iterable[Sentence]) -> bool:
    """Is all of it a question? "That was fair, wasn't it?" says so and asks for a nod."""
    return all(
        sentence.text.rstrip(" \"'”’").endswith("?") and not _TAGGED.search(sentence.plain)
        for sentence in told
    )


_TAGGED = re.compile(r"\b\w+n't (?:it|that|you|we|he|she|they|i)\?\W*$")


def _signs(text: str) -> frozenset[str]:
    return frozenset(sign.name for sign in _SIEVE.through(text) if sign.regex.search(text))


def _signs_told(text: str) -> frozenset[str]:
    return _signs(plain(text))


def _told_by(sentence: Sentence, kind: Kind) -> float:
    """How much the words of a sentence alone speak for a moment of this kind."""
    return SCALES[kind].weigh({f"own.{sign}" for sign in sentence.hear(_signs_told)})


def _names(name: str) -> list[str]:
    """What somebody may be called: no initials."""
    return [part for part in plain(name).split() if len(part) > 2] or [plain(name)]


def _content(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text)) - _EMPTY


def _nearest(one: _Said, beside: Iterable[_Said], *, by_partner: bool) -> _Said | None:
    """The nearest turn on one side, of the other one of the two or of the same, if it is near."""
    near = takewhile(lambda other: abs(other.index - one.index) <= ANSWERED, beside)
    return next((other for other in near if (other.who != one.who) == by_partner), None)


def _beside(slot: str, one: _Said, other: _Said) -> Iterator[tuple[str, float]]:
    """The other one's turn before (`asked`) or after (`answer`)."""
    text = other.text
    words = len(text.split())
    yield from ((f"{slot}.{sign}", 1.0) for sign in other.signs)
    yield f"{slot}.open", float(bool(_OPEN.search(text)))
    yield f"{slot}.closed", float(text.endswith("?") and not _OPEN.search(text))
    yield f"{slot}.brief", float(words <= 4)
    yield f"{slot}.long", float(words >= 25)
    yield f"{slot}.echoes", min(len(one.content & other.content), 3) / 3


def _share_of_past(text: str) -> float:
    """How much of what its verbs tell is over."""
    past, present = len(_PAST.findall(text)), len(_PRESENT.findall(text))
    return past / max(1, past + present)
