"""What this call says became of earlier promises.

Each open promise of the ledger looks for the places where this call comes back to it: telling words
of its errand, the kind of deed, the day it was due. What is said there (and in the reply, where the
place is a question or a heading) is read for signs of what became of it, up to where the talk turns
to another promise. A promise that no place fits well enough gets no update; to say nothing is
better than a wrong "done".
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from coach.cues import plain
from coach.dates import due_of
from coach.reading import Call
from coach.reading.resolution import Sign, Voice, agrees, asks, denies, signs
from coach.reading.speech import Sentence
from coach.reading.subject import ANYTHING, deeds, errand, subject, tellings, weld
from coach.records import Became, Commitment
from coach.records.claims import Quote, UpdateClaim

ENOUGH = 1.0
"""What telling words, deed, day and signs must add up to before anything is claimed."""
TELLING = 0.45
"""How telling the words of one place must be, all together, to be about a promise at all."""
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


class _Review:
    """One call, laid out so that many promises can look themselves up in it."""

    def __init__(self, call: Call, promises: Sequence[Commitment]) -> None:
        self.call = call
        self.promises = promises
        self.newest = max(promise.id.split("#")[0] for promise in call.ledger)
        welded = weld(promise.action for promise in promises)
        names = subject(" ".join(person.name for person in call.relationship.people))
        self.talk = [subject(welded(sentence.text)) - names for sentence in call.sentences]
        self.telling = tellings(self.talk)
        errands = {each.id: errand(welded(each.action)) for each in promises}
        shared = tellings(map(frozenset, errands.values()))
        self.weights = {
            promise: {
                word: weight * self.telling[word] * shared[word] ** 0.75
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
        places = sorted(fits, key=lambda index: -fits[index])[:PLACES]
        outcomes = [
            outcome for index in places if (outcome := self._read(promise, index, fits[index]))
        ]
        best = max(outcomes, key=lambda outcome: outcome.score, default=None)
        return best if best and best.score >= ENOUGH else None

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
        score += 0.2 if any(deeds(s.text) & kinds for s in (anchor, *proof)) else -0.2
        score += 0.25 if any(names_day(s.text, promise) for s in passage[:4]) else 0.0
        score += 0.35 if is_heading(anchor.text) else 0.0
        score += 0.2 if any(recalls(s.text) for s in passage[:4]) else 0.0
        score += 0.15 if status != "done" else 0.0  # nobody admits to what was never promised
        score -= 0.35 * index / len(self.talk)  # accounts come before plans
        score -= 0.5 if promise.status == "partly" else 0.0  # its newer promise is meant
        score -= 0.2 if promise.id.split("#")[0] != self.newest else 0.0
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
        action = plain(promise.action)
        said = plain(sentence.text)
        # Words of the promise itself are no sign: "half of the reviews" was the promise.
        return [each for each in self._signs[key] if said[each.start : each.end] not in action]

    def _voice(self, sentence: Sentence, promise: Commitment) -> Voice:
        if not self.call.is_participant(promise.owner):
            return "third"
        return "owner" if sentence.speaker == promise.owner else "partner"

    def _reply(self, passage: list[Sentence], says: Callable[[str], bool]) -> Sentence | None:
        """The reply to a question that opens the passage, if it says this."""
        for question, reply in zip(passage[:2], passage[1:3], strict=False):
            asked = plain(question.text)
            if (
                question.speaker != reply.speaker
                and asks(asked)
                and _WHETHER.search(asked)
                and says(plain(reply.text))
            ):
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


@dataclass(frozen=True)
class Told:
    """The signs of one passage, in order, and the replies that count without any."""

    signs: Sequence[tuple[Sentence, Sign]]
    yes: Sentence | None = None
    no: Sentence | None = None
    short: Sentence | None = None

    def outcome(
        self, promise: Commitment, kinds: frozenset[str]
    ) -> tuple[Became | None, tuple[Sentence, ...]]:
        """One status out of all of them, and the sentences that show it."""
        done, undone, part, void = map(self._of, ("done", "undone", "part", "void"))
        if _REFRAINS.search(promise.action):  # to do nothing is told in words of its own
            done = self._of("done", "kept")
        elif self.yes and self.yes not in done:
            done = [*done, self.yes]
        done.sort(key=lambda s: not deeds(s.text) & kinds)
        undone = undone or ([self.no] if self.no else [])
        if self.short:
            return "partly", (self.short,)
        if part and (done or self._of("part", *_PART_ALONE)):
            return "partly", (*done[:1], *part[:2])
        if void and (promise.firmness == "conditional" or self._of("void", *_VOID_ALONE)):
            return "dropped", tuple(void[:2])
        failed = [*undone, *part]
        if not failed:
            return ("done", tuple(done[:2])) if done else (None, ())
        first = min((s.index for s in done), default=failed[0].index + 1)
        mended = [s for s in done if s.index > failed[0].index and _MENDED.search(plain(s.text))]
        if mended and not any(s.index > mended[0].index for s in failed):
            return "done", (failed[0], *mended[:2])
        if done and self.is_mere_attempt:
            return "partly", (done[0], failed[0])
        if first < failed[0].index:
            return "done", (done[0],)
        return "not_done", tuple(failed[:2])

    @property
    def is_mere_attempt(self) -> bool:
        """Is there something done and, in the same breath, something not?"""
        failed = self._of("undone")[:1]
        return any(0 <= f.index - s.index <= 1 for f in failed for s in self._of("done"))

    def has(self, sense: str) -> bool:
        """Is there any sign of this sense?"""
        return any(sign.sense == sense for _, sign in self.signs)

    def is_only(self, name: str) -> bool:
        """Is there no sign of failure or shortfall but this one?"""
        return {sign.name for _, sign in self.signs if sign.sense in ("undone", "part")} == {name}

    def _of(self, sense: str, *names: str) -> list[Sentence]:
        found = [
            sentence
            for sentence, sign in self.signs
            if sign.sense == sense and (not names or sign.name in names)
        ]
        return list(dict.fromkeys(found))


_REFRAINS = re.compile(r"^(?:not|no|never|stop|avoid|don't|do not|open no|\w+ no)\b", re.IGNORECASE)
_PART_ALONE = ("no_answer", "half", "so_far", "except", "lapsed", "instead_of")
_VOID_ALONE = ("scrap", "struck", "no_need", "never_had_to", "past_caring")
# A question that yes or no answers, about what was.
_WHETHER = re.compile(
    r"\b(?:did|have|has|had|was|were|done|sent|any (?:news|luck|joy)|talked|spoke|spoken|get|got|came|come|went|managed?|happened?|worked?)\b"
)
# A failure that was made good: "I didn't. It's gone now."
_MENDED = re.compile(
    r"\b(?:now|finally|eventually|in the end|since then|yesterday|today|this morning)\b"
)
# A speaker who points back at what was agreed is giving account of it.
_RECALLS = re.compile(
    r"\b(?:like|as) (?:i|we|you) (?:said|agreed|promised|planned)\b|\bas (?:agreed|promised|planned)\b|"
    r"\blike agreed\b|\b(?:was|were) (?:supposed|meant) to\b|\bi (?:said|promised|told you) i(?:'d| would)\b|"
    r"\b(?:you|i) (?:were going|was going|said you'd|said you would|wanted) to\b|\bit was for the\b|"
    r"\bfrom (?:the )?last (?:time|call|session)\b|\bi said (?:by|until|on|mon|tues|wednes|thurs|fri|satur|sun)"
)  # fmt: skip
_OPENS = re.compile(r"^\W*(?:(?:and|so|now|then|ok|okay|right|next)\W+)*(?:the|your|my|our|this)\b")
_VERBAL = re.compile(
    r"\b(?:i|you|he|she|it|we|they|is|are|was|were|did|has|have|had|will|\w+'\w+|\w+ed|came|went)\b"
)
_RUN_UP = re.compile(
    r"^(?:[\W_]|\b(?:and|so|then|now|ok|okay|right|the|your|my|this|that|well|um+|uh|your|you know|next|what about|how about|with)\b)+"
)


def is_heading(text: str) -> bool:
    """Does `text` merely name what comes next ("Right, reflection.", "And the quote?")?

    >>> is_heading("Right, the reflection."), is_heading("I never sent you the reflection, did I?")
    (True, False)
    """
    said = plain(text)
    rest = _RUN_UP.sub("", said).split()
    return 0 < len(rest) <= (3 if opens(text) and not _VERBAL.search(said) else 2)


def opens(text: str) -> bool:
    """Does `text` start like the next point of a list ("The day on nine.", "And the quote?")?"""
    return bool(_OPENS.search(plain(text)))


def recalls(text: str) -> bool:
    """Does `text` point back at what was agreed?

    >>> recalls("I rang on the Monday, like I said."), recalls("I like it, she said.")
    (True, False)
    """
    return bool(_RECALLS.search(plain(text)))


_SMALL = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen twenty".split()
    )
} | {"thirty": 30, "forty": 40, "fifty": 50, "hundred": 100}
_COUNT = rf"(?:\d{{1,3}}|{'|'.join(_SMALL)})"
_UNIT = r"(?:[- ](?:minutes?|hours?|days?|weeks?|months?|years?|pages?|sides?|lines?|euros?|pounds?|dollars?|percent|thousand|hundred|pm|am|o'clock|to|till|until|half)\b|[:.]\d|[-%])"
_AMOUNT = re.compile(rf"(?<!\bto )(?<!\bfrom )(?<!\bat )(?<!\d)\b({_COUNT})\b(?!{_UNIT})(?= \w)")
_REACHED = re.compile(
    rf"\b(?:did|have|'ve|got|asked|sent|wrote|put|made|called|rang|spoke to|met|read|done|got to|found|managed|finished|paid)\s+(?:(?:only|just|like|about|maybe|up|in|me|you|them)\s+)*({_COUNT})\b(?!{_UNIT}|th|st|nd| times? a|'clock| (?:thing|question|day)\b)"
)
_OF = re.compile(rf"\b({_COUNT})\s+(?:out of|of|from)\s+(?:the\s+)?({_COUNT})\b")


def falls_short(action: str, text: str) -> bool:
    """Does `text` report a smaller number than the action promises?

    >>> falls_short("Ask three real questions", "Two. I asked two.")
    True
    >>> falls_short("Ask three real questions", "I asked three.")
    False
    """
    said = plain(text)
    if any(0 < _number(a) < _number(b) for a, b in _OF.findall(said)):
        return True
    amounts = [_number(word) for word in _AMOUNT.findall(plain(action))]
    wanted = max(amounts, default=0)
    reached = [_number(word) for word in _REACHED.findall(said)]
    return wanted >= 2 and any(0 < number < wanted for number in reached)


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _SMALL[word]


def names_day(text: str, promise: Commitment) -> bool:
    """Does `text` name the day that the promise was due, by its weekday or its number?"""
    if promise.due is None:
        return False
    day = promise.due
    said = plain(text)
    return f"{day:%A}".lower() in said or bool(
        re.search(rf"\b(?:{day.day}(?:st|nd|rd|th)|{_ORDINALS[day.day]})\b", said)
    )


_ONES = "first second third fourth fifth sixth seventh eighth ninth".split()
_ORDINALS = dict(
    enumerate(
        _ONES
        + "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth "
        "nineteenth twentieth".split()
        + [f"twenty {one}" for one in _ONES]
        + ["thirtieth", "thirty first"],
        1,
    )
)
