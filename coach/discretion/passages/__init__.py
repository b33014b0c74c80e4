"""Each secret of a call: where it is opened, and what is withheld of the talk about it.

listening    which words open one: announcing    in words that no cue holds; doubting    no cue
aside        told in one breath with its cue; traces    what a secret leaves in the talk of it
earnest      whether silence is asked for in play
telling      where it is told; running    how far the talk of it runs; later    where it is back
announced    who announced it, and by which words of a fixed list
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from coach.discretion.hearing import Heard
from coach.discretion.passages.announced import OF_THE_LISTENER, Asked
from coach.discretion.passages.earnest import SCALE, earnest
from coach.discretion.passages.telling import Telling
from coach.discretion.subject import Subject
from coach.discretion.talk import Sentence, phrases
from coach.records import Scope


@dataclass(frozen=True)
class Passage:
    """Sentences from `start` up to `end` (not included), all about one secret."""

    start: int
    end: int
    scope: Scope
    subject: Subject
    asked: Asked | tuple[()] = ()
    """where it was announced; nothing for what a person names"""


@dataclass(frozen=True)
class Opened:
    """A place where a secret is opened: the cue, the sentences `told` with it, what is withheld.

    `agreed`: did the two agree on silence before it was told?
    """

    heard: Heard
    told: tuple[int, int]
    agreed: bool
    passages: tuple[Passage, ...]


class Call(Telling):
    """The sentences of one call, as somebody hears them who minds what is private."""

    @cached_property
    def within(self) -> list[Asked]:
        """Where silence was asked for once more, inside of a passage."""
        return []

    def passages(self) -> Iterator[Passage]:
        """Each secret with its talk."""
        for opened in self.opened():
            yield from opened.passages

    def opened(self) -> Iterator[Opened]:
        """Each place that opens a secret: those with a cue, then what signs alone announce."""
        held = set[int]()
        yield from self._opened(self._cues(), held)
        if not self.cues_alone:
            yield from self._opened(self._announced(), held)
            yield from self._opened(self._met(held), held)

    def _opened(self, cues: Iterator[Heard], held: set[int]) -> Iterator[Opened]:
        """In order. A cue inside of a passage, whose sentences are `held`, only prolongs it."""
        before, floor = self._names(), 0
        for heard in cues:
            if self._is_void(heard):
                continue
            if heard.at in held:
                self.within.append(self._asked_in(heard))
                continue
            told = self._told(heard, min(floor, heard.at))
            if told is None:
                continue
            for sentence in self.row[floor : told[0]]:
                before.update({*sentence.stems, *phrases(sentence.stems)})
            agreed = self._is_ahead(heard) or self._is_asked_for(heard.at)
            passages = list(self._passages(heard, told, agreed, Counter(before)))
            for passage in passages:
                floor = max(floor, passage.end)
                held.update(range(passage.start, passage.end))
            if heard.told is not None and heard.told < told[0]:
                # Who is not to hear of it is named in an offer: no word to know the secret by.
                offer = self._turn_end(heard.told)
                passages.append(Passage(heard.told, offer, heard.cue.scope, Subject(Counter())))
            asked = self._asked_in(heard)
            yield Opened(heard, told, agreed, tuple(replace(one, asked=asked) for one in passages))

    def asked_for(self, said: Sentence, passage: Passage) -> Asked | tuple[()]:
        """Where a withheld sentence was announced: the last time, with whoever else asked for it.

        Also after it: "That stays between us, I was there too" asks it of what was told before.
        """
        if not passage.asked:
            return ()
        first, last = self.row[passage.start], self.row[passage.end - 1]
        start, here = (first.turn, first.start), (said.turn, said.end)
        asked = passage.asked
        for more in self.within:
            at = (more.turn, more.start)
            if start <= at < here:
                asked = more.and_in(asked)
            elif here <= at < (last.turn, last.end):
                asked = asked.and_in(more)
        return asked

    def _asked_in(self, heard: Heard) -> Asked:
        """Where it was announced: with the offer to tell it, where one was made."""
        said = self.row[heard.at if heard.offered is None else heard.offered]
        by_listener = heard.offered is None and heard.cue.kind in OF_THE_LISTENER
        return Asked(said.turn, said.start, said.end, by_listener)

    def _passages(
        self, heard: Heard, told: tuple[int, int], agreed: bool, before: Counter[str]
    ) -> Iterator[Passage]:
        """The telling with the talk about it: the more of that, the more earnest it is."""
        start, end = told
        subject = Subject.told_in(self.row[start:end], before)
        weight = earnest(self, told, heard, agreed=agreed)
        if weight < SCALE.enough:
            yield Passage(start, self._brief(told, subject), heard.cue.scope, subject)
            return
        for first, after in self._talk(told, subject, heard, weight):
            yield Passage(first, after, heard.cue.scope, subject)

    def passage(self, start: int, end: int, scope: Scope) -> Passage:
        """The sentences of a passage that a person names."""
        before = self._names()
        for sentence in self.row[:start]:
            before.update({*sentence.stems, *phrases(sentence.stems)})
        return Passage(start, end, scope, Subject.told_in(self.row[start:end], before))
