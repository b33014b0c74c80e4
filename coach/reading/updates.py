"""What this call says became of earlier promises.

Each open promise of the ledger looks for the places where this call comes back to it: telling words
of its errand, the kind of deed, the day it was due. What is said there (and in the reply, where the
place is a question or a heading) is read for signs of what became of it, up to where the talk turns
to another promise. A promise that no place fits well enough gets no update; to say nothing is
better than a wrong "done".
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from coach.cues import plain
from coach.dates import due_of
from coach.reading import Call
from coach.reading.account import asks_whether, falls_short, is_heading, names_day, opens, recalls
from coach.reading.resolution import Sign, Voice, agrees, denies, signs
from coach.reading.speech import Sentence
from coach.reading.subject import ANYTHING, deeds, errand, subject, tellings, weld
from coach.reading.told import Told
from coach.records import Became, Commitment
from coach.records.claims import Quote, UpdateClaim

ENOUGH = 1.0
"""What telling words, deed, day and signs must add up to before anything is claimed."""
TELLING = 0.45
"""How telling the words of one place must be, all together, to be about a promise at all."""
MOST = 1.5
"""The most that anything but its words can say for a place (`_Review._likelihood`)."""
SHARED = 0.4
"""How fast a word loses weight that several open promises share (two: by a quarter)."""
REACH = 3
"""Turns after the one that comes back to a promise in which its outcome may be told."""
FAR_REACH = 10
"""Turns in which somebody who has not done a thing may promise it anew."""
NEARBY = 2
"""Sentences on either side whose words still help to say what a sentence is about."""
PLACES = 8
"""How many of the places that fit a promise best are read."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one place of the call says became of one promise, and how surely."""

    status: Became
    score: float
    proof: tuple[Sentence, ...]
    due_phrase: str | None = None


def find_updates(call: Call) -> tuple[UpdateClaim, ...]:
    """Claim what became of each open promise of the ledger; at most one claim a promise."""
    open_ones = [promise for promise in call.ledger if promise.is_open]
    if not open_ones:
        return ()
    review = _Review(call, open_ones)
    found = ((promise, review.outcome(promise)) for promise in open_ones)
    return tuple(_claim(promise, outcome) for promise, outcome in found if outcome)


def _claim(promise: Commitment, outcome: Outcome) -> UpdateClaim:
    quotes = [quote for sentence in outcome.proof for quote in sentence.quotes()]
    return UpdateClaim(
        commitment=promise.id,
        status=outcome.status,
        quotes=tuple(Quote(turn=turn, words=words) for turn, words in dict.fromkeys(quotes)),
        due_phrase=outcome.due_phrase,
    )


def _session(promise: Commitment) -> str:
    return promise.id.partition("#")[0]


class _Review:
    """One call, laid out so that many promises can look themselves up in it."""

    def __init__(self, call: Call, promises: Sequence[Commitment]) -> None:
        self.call = call
        self.promises = promises
        self.newest = max((_session(promise) for promise in call.ledger), key=lambda s: (len(s), s))
        welded = weld(promise.action for promise in promises)
        names = subject(" ".join(person.name for person in call.relationship.people))
        self.talk = [subject(welded(sentence.text)) - names for sentence in call.sentences]
        self.telling = tellings(self.talk)
        errands = {each.id: errand(welded(each.action)) for each in promises}
        owed = Counter(word for words in errands.values() for word in words)
        self.weights = {
            promise: {
                word: weight * self.telling[word] / owed[word] ** SHARED
                for word, weight in words.items()
                if word in self.telling and word not in names
            }
            for promise, words in errands.items()
        }
        self._signs: dict[tuple[int, Voice], tuple[Sign, ...]] = {}

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """For each word, the sentences that hold it."""
        places: dict[str, list[int]] = defaultdict(list)
        for index, words in enumerate(self.talk):
            for word in words:
                places[word].append(index)
        return places

    @cached_property
    def own(self) -> dict[str, dict[int, float]]:
        """For each promise and sentence: how telling the words are that they share."""
        own: dict[str, dict[int, float]] = {}
        for promise in self.promises:
            fits: dict[int, float] = defaultdict(float)
            for word, weight in self.weights[promise.id].items():
                for index in self.places[word]:
                    fits[index] += weight
            own[promise.id] = dict(fits)
        return own

    @cached_property
    def topics(self) -> dict[int, tuple[str, float]]:
        """For each sentence that is about some promise: which one most, and how much."""
        topics: dict[int, tuple[str, float]] = {}
        for promise, fits in self.own.items():
            for index, fit in fits.items():
                if fit >= TELLING and fit > topics.get(index, ("", 0.0))[1]:
                    topics[index] = (promise, fit)
        return topics

    def outcome(self, promise: Commitment) -> Outcome | None:
        """The best told outcome of this promise, if one is told well enough."""
        fits = self._fits(promise)
        best: Outcome | None = None
        for index in sorted(fits, key=lambda index: -fits[index])[:PLACES]:
            hurdle = best.score if best else ENOUGH
            if fits[index] + MOST < hurdle:
                break  # the places that are left fit even less
            outcome = self._read(promise, index, fits[index])
            if outcome and outcome.score >= hurdle:
                best = outcome
        return best

    def _fits(self, promise: Commitment) -> dict[int, float]:
        """The places that may be about a promise, with what the sentences around them add."""
        weights = self.weights[promise.id]
        fits = {}
        for index, own in self.own[promise.id].items():
            around = range(max(0, index - NEARBY), min(len(self.talk), index + NEARBY + 1))
            words = {word for other in around for word in self.talk[other] if word in weights}
            fit = own + 0.4 * sum(weights[word] for word in words - self.talk[index])
            if fit >= TELLING:
                fits[index] = fit
        return fits

    def _read(self, promise: Commitment, index: int, fit: float) -> Outcome | None:
        """What is said at this place, and right after it, of what became of the promise."""
        anchor = self.call.sentences[index]
        passage = self._passage(promise, index)
        told = Told(
            [(s, sign) for s in passage for sign in self._signs_of(s, promise)],
            yes=self._reply(passage, agrees),
            no=self._reply(passage, denies),
            short=self._shortfall(passage, promise),
        )
        status, proof = told.outcome(promise, deeds(promise.action) | {ANYTHING})
        anew = None
        if status in ("partly", "not_done"):
            anew = self._promised_anew(promise, proof[-1])
        elif status is None:
            failure = self._failure_before(promise, index)
            anew = self._promised_anew(promise, anchor) if failure else None
            if failure and anew:
                status, proof = "not_done", (failure,)
        if status is None:
            return None
        if told.is_only("not_yet") and self._is_ahead(promise):
            status = "partly"  # what is not due yet cannot be late
        elif anew and (
            status == "not_done"
            or (status == "partly" and told.is_mere_attempt and not told.has("part"))
        ):
            status = "rescheduled"
        shown = {anchor, *proof} | ({anew[0]} if anew else set())
        return Outcome(
            status,
            fit + self._likelihood(promise, index, passage, status, proof),
            tuple(sorted(shown, key=lambda s: s.index)),
            anew[1] if anew else None,
        )

    def _likelihood(
        self,
        promise: Commitment,
        index: int,
        passage: list[Sentence],
        status: Became,
        proof: tuple[Sentence, ...],
    ) -> float:
        """What makes this place, beyond its words, the one where the promise is accounted for."""
        anchor = self.call.sentences[index]
        kinds = deeds(promise.action) | {ANYTHING}
        nearest = min(abs(s.index - index) for s in proof)
        score = 0.35 if nearest == 0 else 0.25 if nearest <= 2 else 0.05
        if any(deeds(s.text) & kinds for s in (anchor, *proof)):
            score += 0.2
        elif status == "done":
            score -= 0.2  # something was done, but was it this?
        score += 0.25 if any(names_day(s.text, promise) for s in passage[:4]) else 0.0
        score += 0.35 if is_heading(anchor.text) else 0.0
        score += 0.2 if any(recalls(s.text) for s in passage[:4]) else 0.0
        score += 0.15 if status != "done" else 0.0  # nobody admits to what was never promised
        score -= 0.35 * index / len(self.talk)  # accounts come before plans
        score -= 0.5 if promise.status == "partly" else 0.0  # its newer promise is meant
        score -= 0.2 if _session(promise) != self.newest else 0.0
        return score

    def _passage(self, promise: Commitment, index: int) -> list[Sentence]:
        """The sentences from here to where the talk turns to another promise."""
        sentences = self.call.sentences
        upto = sentences[index].last_turn + REACH
        passage = [sentences[index]]
        for sentence in sentences[index + 1 : index + 10]:
            if sentence.turn > upto or self._is_elsewhere(promise, sentence):
                break
            if is_heading(sentence.text) and opens(sentence.text):
                break
            passage.append(sentence)
        return passage

    def _is_elsewhere(self, promise: Commitment, sentence: Sentence) -> bool:
        """Is this sentence more about another promise?"""
        topic, fit = self.topics.get(sentence.index, (promise.id, 0.0))
        return topic != promise.id and self.own[promise.id].get(sentence.index, 0.0) < 0.6 * fit

    def _failure_before(self, promise: Commitment, index: int) -> Sentence | None:
        """What the owner said had gone wrong, just before coming to the words of the promise."""
        sentences = self.call.sentences
        for sentence in reversed(sentences[max(0, index - 7) : index]):
            if sentence.turn < sentences[index].turn - 2 or self._is_elsewhere(promise, sentence):
                return None
            if self._voice(sentence, promise) != "partner" and any(
                sign.sense == "undone" for sign in self._signs_of(sentence, promise)
            ):
                return sentence
        return None

    def _signs_of(self, sentence: Sentence, promise: Commitment) -> list[Sign]:
        voice = self._voice(sentence, promise)
        key = (sentence.index, voice)
        if key not in self._signs:
            self._signs[key] = signs(sentence.text, voice)
        if not self._signs[key]:
            return []
        action, said = plain(promise.action), plain(sentence.text)
        # Words of the promise itself are no sign: "half of the reviews" was the promise.
        return [each for each in self._signs[key] if said[each.start : each.end] not in action]

    def _voice(self, sentence: Sentence, promise: Commitment) -> Voice:
        if not self.call.is_participant(promise.owner):
            return "third"
        return "owner" if sentence.speaker == promise.owner else "partner"

    def _reply(self, passage: list[Sentence], says: Callable[[str], bool]) -> Sentence | None:
        """The reply to a question that opens the passage, if it says this."""
        for question, reply in pairwise(passage[:3]):
            answers = question.speaker != reply.speaker and asks_whether(question.text)
            if answers and says(plain(reply.text)):
                return reply
        return None

    def _shortfall(self, passage: list[Sentence], promise: Commitment) -> Sentence | None:
        """Where the owner gives a smaller number than was promised."""
        own = (s for s in passage if self._voice(s, promise) != "partner")
        return next((s for s in own if falls_short(promise.action, s.text)), None)

    def _promised_anew(self, promise: Commitment, after: Sentence) -> tuple[Sentence, str] | None:
        """Where the owner gives a new day, and the words of that day."""
        kinds = deeds(promise.action)
        today = self.call.today(promise.owner)
        sentences = self.call.sentences
        for sentence in sentences[after.index : after.index + 25]:
            if sentence.turn > after.last_turn + FAR_REACH:
                return None
            is_near = sentence.turn <= after.last_turn + REACH
            if not any(sign.sense == "again" for sign in self._signs_of(sentence, promise)):
                continue
            if not is_near and not deeds(sentence.text) & kinds:
                continue
            for near in sentences[sentence.index : sentence.index + 2]:
                said = due_of(near.text, today=today)
                if said and said.due and near.turn <= sentence.last_turn + 1:
                    return near, said.phrase
        return None

    def _is_ahead(self, promise: Commitment) -> bool:
        return promise.due is not None and promise.due >= self.call.today(promise.owner)
