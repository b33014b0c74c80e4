"""One call, laid out so that many earlier promises can look themselves up in it.

For each promise: which sentences share words with it, which name the day it was due, which tell of
its owner doing what it asks for, and which kinds of deed report it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from functools import cached_property
from itertools import pairwise

from coach.cues import plain
from coach.reading import Call
from coach.reading.doing import OF_ANY_DEED, done_by, verb_of, verbs_of
from coach.reading.speech import Sentence
from coach.reading.subject import ANYTHING, THING, deeds, errand, subject, tellings, weld
from coach.reading.updates.account import (
    called_yours,
    has_we,
    is_heading,
    is_to_come,
    names_day,
    speaks_of_a_day,
)
from coach.reading.updates.answers import put_aside
from coach.reading.updates.halves import half_of, is_exchange
from coach.reading.updates.resolution import Sign, Voice, asks, reported, signs_in
from coach.reading.updates.undoing import as_promised
from coach.reading.updates.whose_deed import is_left_undone_by_the_other, may_name, other_than
from coach.records import Commitment

SHARED = 0.4
"""How fast a word loses weight that several open promises share (two: by a quarter)."""
ECHO = 0.3
"""What it counts that the owner is told to have done the verb of the promise."""
NEAR_BY = 8
"""Sentences after the last that names a promise in which anything may still be said of one."""
OF_A_VERB = ("have_not", "i_did_not", "dialect_not")
"""Signs that name the deed that was not done."""
STANDS = 6
"""Sentences for which one half of a deal still stands in the talk, and so the other."""
STILL_NAMED, OF_THE_OTHER = 0.7, 0.3
"""How much of its words "mine" carries on, and what is left of them where it is the other's."""


def session_of(promise: Commitment) -> str:
    """The call that a promise was made in."""
    return promise.id.partition("#")[0]


class Ground:
    """One call, laid out so that many promises can look themselves up in it."""

    def __init__(self, call: Call, promises: Sequence[Commitment]) -> None:
        self.call = call
        self.promises = promises
        self.owners = list(dict.fromkeys(each.owner for each in promises))
        self.newest = max(map(session_of, call.ledger), key=lambda s: (len(s), s), default="")
        self._signs: dict[tuple[int, Voice], tuple[Sign, ...]] = {}

    def voice(self, sentence: Sentence, owner: str | None) -> Voice:
        """As what the speaker of this sentence speaks of this owner's promises."""
        if not self.call.is_participant(owner):
            return "third"
        return "owner" if sentence.speaker == owner else "partner"

    def voice_for(self, sentence: Sentence, promise: Commitment) -> Voice:
        """As what they speak of this promise: who has promised the same may speak for two."""
        if self.is_shared_with(sentence.speaker, promise) and sentence.hear(has_we):
            return "owner"
        return self.voice(sentence, promise.owner)

    def signs(self, sentence: Sentence, voice: Voice) -> tuple[Sign, ...]:
        """What became of something, by the words of this sentence."""
        key = (sentence.index, voice)
        if key not in self._signs:
            said = sentence.plain
            self._signs[key] = tuple(
                each
                for each in signs_in(sentence.hear(reported), voice)
                if each.sense != "done"
                or not is_to_come(said[each.start : each.end], sentence.text)
            )
        return self._signs[key]

    def signs_of(self, sentence: Sentence, promise: Commitment) -> list[Sign]:
        """What became of this promise, by the words of this sentence."""
        found = self.signs(sentence, self.voice(sentence, promise.owner))
        if not found:
            return []
        action, said = plain(promise.action), sentence.plain
        # Who has promised the same speaks of their own part.
        is_shared = self.is_shared_with(sentence.speaker, promise)
        # Words of the promise itself are no sign: "half of the reviews" was the promise.
        return [
            each
            for each in as_promised(found, said, action, self.voice(sentence, promise.owner))
            if said[each.start : each.end] not in action
            and not (is_shared and said.startswith(("i ", "i'"), each.start))
            and not (
                each.name in OF_A_VERB
                and (
                    is_left_undone_by_the_other(each, said, self.voice_for(sentence, promise))
                    or self._is_another_deed(promise, sentence, each)
                )
            )
        ]

    def _is_another_deed(self, promise: Commitment, sentence: Sentence, sign: Sign) -> bool:
        """Is what was not done something else than what was promised ("I never asked you")?"""
        named = self.shared[promise.id]
        if any(near in named for near in range(sentence.index - 2, sentence.index + 1)):
            return False
        words = sentence.plain[sign.start : sign.end]
        kinds, last = deeds(words), words.split()[-1]
        if not kinds.isdisjoint({*deeds(promise.action), ANYTHING, "carry out"}):
            return False
        return verb_of(last) not in verbs_of(promise.action) and (
            bool(kinds) or last not in OF_ANY_DEED
        )

    @cached_property
    def shared(self) -> dict[str, dict[int, float]]:
        """For each promise: the sentences that share words with it, and how telling these are.

        That its owner tells of having done its verb counts like a word.
        """
        telling = tellings(self._words)
        owed = Counter(word for weights in self.errands.values() for word in weights)
        found = {}
        for promise in self.promises:
            fits: dict[int, float] = defaultdict(float)
            weights = self.errands[promise.id]
            for word, places in self.naming[promise.id].items():
                for index in places:
                    fits[index] += weights[word] * telling[word] / owed[word] ** SHARED
            for index, weight in self.echoes[promise.id].items():
                fits[index] += ECHO * weight
            found[promise.id] = dict(fits)
        return {each.id: self._of_its_half(each, found) for each in self.promises}

    @cached_property
    def naming(self) -> dict[str, dict[str, list[int]]]:
        """For each promise and word of it: the sentences that may mean the promise by that word."""
        return {
            promise.id: {word: self._naming(promise, word) for word in self.errands[promise.id]}
            for promise in self.promises
        }

    def _naming(self, promise: Commitment, word: str) -> list[int]:
        other = other_than(promise.owner, self.call)
        said = (self.call.sentences[index] for index in self._places[word])
        return [
            each.index
            for each in said
            if may_name(each, word, promise, self.voice(each, promise.owner), other)
        ]

    def _of_its_half(
        self, promise: Commitment, named: dict[str, dict[int, float]]
    ) -> dict[int, float]:
        """The same where the other one promised the same for it: "mine" and "yours" tell which."""
        halves = self._other_halves(promise)
        if not halves:
            return named[promise.id]
        found = dict(named[promise.id])
        is_deal = any(is_exchange(each.action) for each in (promise, *halves))
        for index, (owner, is_named) in self._whose.items():
            if not (is_named or is_deal):
                continue
            if owner == promise.owner:
                stands = range(index - STANDS, index + 1)
                theirs = max(named[each.id].get(at, 0.0) for each in halves for at in stands)
                found[index] = max(found.get(index, 0.0), STILL_NAMED * theirs)
            elif index in found:
                found[index] *= OF_THE_OTHER
        return {index: fits for index, fits in found.items() if fits}

    def _other_halves(self, promise: Commitment) -> list[Commitment]:
        """What the other one promised of the same things, in words of their own."""
        things = self._things(promise)
        return [
            other
            for other in self.promises
            if other.owner != promise.owner
            and other.action != promise.action
            and 2 * len(things & self._things(other)) >= len(things | self._things(other)) > 0
        ]

    def _things(self, promise: Commitment) -> frozenset[str]:
        return frozenset(word for word, much in self.errands[promise.id].items() if much == THING)

    @cached_property
    def _whose(self) -> dict[int, tuple[str, bool]]:
        """Whose half of a deal each sentence speaks of, where it tells, and whether it names it."""
        found = {}
        for sentence in self.call.sentences:
            who = sentence.speaker
            if who and self.call.is_participant(who) and (half := half_of(sentence.text)):
                owner = who if half.is_speakers else self.call.partner(who)
                found[sentence.index] = owner, half.is_named
        return found

    @cached_property
    def yours(self) -> dict[str, frozenset[int]]:
        """For each promise: the sentences where the partner calls its thing the owner's."""
        theirs = {
            sentence.index: words
            for sentence in self.call.sentences
            if (called := called_yours(sentence.text)) and (words := subject(self._welded(called)))
        }
        return {
            promise.id: frozenset(
                index
                for word, weight in self.errands[promise.id].items()
                if weight >= THING
                for index in self._places[word]
                if word in theirs.get(index, ())
                and self.voice(self.call.sentences[index], promise.owner) == "partner"
            )
            for promise in self.promises
        }

    @cached_property
    def echoes(self) -> dict[str, dict[int, float]]:
        """For each promise: where its owner is told to have done its verb, and how telling."""
        done = [self._done(sentence) for sentence in self.call.sentences]
        telling = tellings(done)
        found = {}
        for promise in self.promises:
            wanted = {(promise.owner, verb) for verb in verbs_of(promise.action)}
            found[promise.id] = {
                index: max(telling[each] for each in mine)
                for index, told in enumerate(done)
                if (mine := wanted & told)
            }
        return found

    def _done(self, sentence: Sentence) -> frozenset[tuple[str | None, str]]:
        """Who has done what, by this sentence."""
        speaker, told = sentence.speaker, done_by(sentence.text)
        if not told or speaker is None or not self.call.is_participant(speaker):
            return frozenset()
        people = {"i": speaker, "you": self.call.partner(speaker)}
        return frozenset((people[doer], verb) for doer, verb in told)

    @cached_property
    def _welded(self) -> Callable[[str], str]:
        return weld(promise.action for promise in self.promises)

    @cached_property
    def errands(self) -> dict[str, dict[str, float]]:
        """For each promise: what it is about, and how much each word counts."""
        return {each.id: errand(self._welded(each.action)) for each in self.promises}

    @cached_property
    def _words(self) -> list[frozenset[str]]:
        """What each sentence is about; what is put aside at once is about nothing."""
        names = subject(" ".join(person.name for person in self.call.relationship.people))
        said, aside = self.call.sentences, put_aside(self.call.sentences)
        texts = ("" if each.index in aside else each.text for each in said)
        return [subject(self._welded(text)) - names for text in texts]

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        """For each word: the sentences that hold it."""
        places: dict[str, list[int]] = defaultdict(list)
        for index, words in enumerate(self._words):
            for word in words:
                places[word].append(index)
        return places

    @cached_property
    def alike(self) -> dict[str, tuple[str, ...]]:
        """For each promise: those of the other one that are about much the same.

        "I give you ten of mine for ten of yours" is two promises, told of in one breath.
        """
        about = {each: frozenset(weights) for each, weights in self.errands.items()}
        return {
            promise.id: tuple(
                other.id
                for other in self.promises
                if other.owner != promise.owner
                and 2 * len(about[promise.id] & about[other.id])
                >= min(len(about[promise.id]), len(about[other.id]))
            )
            for promise in self.promises
        }

    @cached_property
    def twins(self) -> dict[int, tuple[int, ...]]:
        """For each promise that another shares, by its place: the places of theirs."""
        alike: dict[str, list[int]] = defaultdict(list)
        for at, promise in enumerate(self.promises):
            alike[promise.action].append(at)
        return {
            at: tuple(other for other in places if other != at)
            for places in alike.values()
            for at in places
            if len(places) > 1
        }

    def is_shared_with(self, speaker: str | None, promise: Commitment) -> bool:
        """Has this person promised the same as its owner?"""
        return speaker != promise.owner and any(
            each.owner == speaker and each.action == promise.action for each in self.promises
        )

    @cached_property
    def days(self) -> dict[str, frozenset[int]]:
        """For each promise: the sentences that name the day it was due."""
        with_days = [each for each in self.call.sentences if speaks_of_a_day(each.plain)]
        named = {
            due: frozenset(each.index for each in with_days if names_day(each.plain, due))
            for due in {promise.due for promise in self.promises}
        }
        return {promise.id: named[promise.due] for promise in self.promises}

    @cached_property
    def all_days(self) -> frozenset[int]:
        """The sentences that name the day of any promise."""
        return frozenset().union(*self.days.values())

    @cached_property
    def near(self) -> frozenset[int]:
        """The sentences that name a promise, and those that follow soon enough to speak of it."""
        named = {index for fits in self.shared.values() for index in fits} | self.all_days
        return frozenset(index + after for index in named for after in range(NEAR_BY))

    @cached_property
    def replies(self) -> list[bool]:
        """For each sentence: does it answer a question, or a heading, of the other?"""
        return [False] + [
            before.speaker != here.speaker and (asks(before.plain) or before.hear(is_heading))
            for before, here in pairwise(self.call.sentences)
        ]

    @cached_property
    def kinds(self) -> dict[str, frozenset[str]]:
        """For each promise: the kinds of deed that report it."""
        return {each.id: deeds(each.action) | {ANYTHING} for each in self.promises}
