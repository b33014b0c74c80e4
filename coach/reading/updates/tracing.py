"""Where a promise is told that the walk passed by, or hardly found: all that speaks for a sentence.

The walk of `trail` needs words of the promise to come to it. Many an account has none: the other
one has told of their half of the deal ("I did mine." "And I blew it."), the thing was named three
sentences ago, all that is left is its day. So what stands around a sentence counts as well, and how
far down the call it stands, since promises are told in the order they were made. The weights are
learned (`tracing_weights`).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from coach.reading.speech import Sentence
from coach.reading.subject import deeds
from coach.reading.updates.account import PASTS, asks_whether, is_heading, tells_past
from coach.reading.updates.ground import Ground
from coach.reading.updates.resolution import asks
from coach.reading.updates.tracing_weights import TABLE
from coach.scale import weights_in

SCALE, MIDDLE, LEAST = 0.8, 2.2, -0.3
"""How log odds become what the walk adds up: so much of what they are above the middle, and no
less than this."""
MOST = 2.0
"""The most that the words of one sentence can say."""
BEFORE, AFTER = 2, 3
"""Sentences before one that names a promise, and after it, in which it may be told."""
ALIKE = 6
"""Sentences for which what the other one promised alike still stands in the talk."""
LISTED = 0.8
"""The part of a call in which the promises are gone through."""

_AHEAD = re.compile(r"\b(?:i'll|we'll|you'll|will|gonna|going to|shall|i'ma|let's|let me)\b")
_DID = {
    "owner": re.compile(rf"\b(?:i|we)(?:'d|'ve)? (?:\w+ )?{PASTS}\b"),
    "partner": re.compile(rf"\byou(?:'d|'ve)? (?:\w+ )?{PASTS}\b"),
}
_SIGNS = {"owner": ("done", "undone", "part", "void"), "partner": ("done", "void")}
"""What each of the two may say of what became of it."""

Named = Mapping[int, float]
"""How telling the words are that a sentence, by its index, shares with a promise."""
Shown = list[tuple[str, float]]
"""What speaks for a sentence to tell of a promise, and how much."""


class Traces:
    """All that speaks for a sentence of one call to tell of one of the promises."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self.sentences = ground.call.sentences
        self._turns = [each.turn for each in self.sentences]
        self._heard: dict[tuple[int, str], Shown] = {}
        self._named: dict[int, list[tuple[float, str]]] = {}

    def rows(self, sought: Collection[int]) -> list[list[float]]:
        """For each sentence and promise: how much the sentence says for being its account.

        Only the promises in the places `sought` are looked for.
        """
        rows = [[LEAST] * len(self.ground.promises) for _ in self.sentences]
        for index, place, shown in self.shown(sought):
            odds = sum([WEIGHTS[name] * much for name, much in shown if much and name in WEIGHTS])
            rows[index][place] = max(LEAST, SCALE * (odds + MIDDLE))
        return rows

    def shown(self, sought: Collection[int]) -> Iterator[tuple[int, int, Shown]]:
        """Each sentence that may tell of a promise, the place of that promise, and what speaks."""
        for place in sought:
            promise = self.ground.promises[place]
            named, days = self.ground.shared[promise.id], self.ground.days[promise.id]
            alike = [self.ground.shared[each] for each in self.ground.alike[promise.id]]
            near = {at + away for at in named for away in range(-BEFORE, AFTER + 1)} | days
            near.update(at + away for each in alike for at in each for away in range(ALIKE + 1))
            for index in sorted(near.intersection(range(len(self.sentences)))):
                around = self._around(index, place, named, days)
                still = range(index - ALIKE, index + 1)
                theirs = max((each.get(at, 0.0) for each in alike for at in still), default=0.0)
                heard = self._heard_by(self.sentences[index], promise.owner)
                yield index, place, [*heard, *around, ("alike", min(MOST, theirs))]

    def _around(self, index: int, place: int, named: Named, days: frozenset[int]) -> Shown:
        """What speaks for this sentence in its words and in those around it."""
        promise, sentence = self.ground.promises[place], self.sentences[index]
        here, *before = [min(MOST, named.get(index - back, 0.0)) for back in range(4)]
        lead = here - next((much for much, each in self._best(index) if each != promise.id), 0.0)
        turn = [named[at] for at in self._beside(index) if at in named]
        shown = [
            ("shares", here),
            ("leads", max(0.0, lead)),
            ("trails", max(0.0, -lead)),
            ("yours", float(index in self.ground.yours[promise.id])),
            ("echo", self.ground.echoes[promise.id].get(index, 0.0)),
            ("day", float(index in days)),
            ("day_before", float(not days.isdisjoint((index - 1, index - 2)))),
            ("before", before[0]),
            ("reply", before[0] * self.ground.replies[index]),
            ("earlier", max(before[1:])),
            ("turn", min(MOST, max(turn, default=0.0))),
            ("order", self._out_of_order(index, place)),
            ("bias", 1.0),
        ]
        if here:
            shown.append(("heads", min(1.0, here) * sentence.hear(is_heading)))
            shown.append(("past", min(1.0, here) * sentence.hear(tells_past)))
        if not sentence.hear(deeds).isdisjoint(self.ground.kinds[promise.id]):
            shown.append(("deed", 1.0))
        return shown

    def _best(self, index: int) -> list[tuple[float, str]]:
        """The two promises that a sentence names best, the better one first."""
        if index not in self._named:
            fits = ((named.get(index), each) for each, named in self.ground.shared.items())
            best = sorted(((min(MOST, much), each) for much, each in fits if much), reverse=True)
            self._named[index] = best[:2]
        return self._named[index]

    def _heard_by(self, sentence: Sentence, owner: str | None) -> Shown:
        """What a sentence shows by itself, where promises of this owner are spoken of."""
        voice = self.ground.voice(sentence, owner)
        if (found := self._heard.get((sentence.index, voice))) is None:
            who, said = "owner" if voice == "owner" else "partner", sentence.plain
            senses = {sign.sense for sign in self.ground.signs(sentence, voice)}
            names = [f"{sense}.{who}" for sense in _SIGNS[who] if sense in senses]
            if who == "owner":
                names.append("owner")
            if asks(said):
                names.append("asks")
                if who == "partner" and sentence.hear(asks_whether):
                    names.append("asks_whether")
            if _DID[who].search(said):
                names.append(f"did.{who}")
            if _AHEAD.search(said):
                names.append(f"ahead.{who}")
            self._heard[sentence.index, voice] = found = [(name, 1.0) for name in names]
        return found

    def _beside(self, index: int) -> list[int]:
        """The sentences beside this one in its turn."""
        near = range(max(0, index - 2), min(len(self._turns), index + 3))
        return [at for at in near if at != index and self._turns[at] == self._turns[index]]

    def _out_of_order(self, index: int, place: int) -> float:
        """How far from where its place on the list would have it told, from 0 to 1."""
        told = min(1.0, index / len(self.sentences) / LISTED)
        return abs(place / len(self.ground.promises) - told)


WEIGHTS: Mapping[str, float] = weights_in(TABLE)
"""What each thing is worth that speaks for a sentence, as log odds."""
