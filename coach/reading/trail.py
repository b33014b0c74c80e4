"""Which earlier promise each part of a call speaks of: one walk through the whole call.

People account for promises in stretches: somebody names one ("And the X?"), it is told, the talk
moves on, mostly down the list as it was made. So one sentence says little alone. What is weighed
is the whole walk: how telling the words are that a sentence shares with a promise, whether it
reports or asks for a report, where on the list the stretch before it was, and that every change of
subject has its price. The best walk is found sentence by sentence (Viterbi 1967).

The weights were set by hand; weights fitted to some relationships did no better on the ones left
out.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby, pairwise, permutations

from coach.cues import plain
from coach.reading import Call
from coach.reading.account import asks_whether, is_heading, names_day, speaks_of_a_day
from coach.reading.resolution import Sign, Voice, asks, reported, signs_in
from coach.reading.speech import Sentence
from coach.reading.subject import ANYTHING, deeds, errand, subject, tellings, weld
from coach.records import Commitment

SHARED = 0.4
"""How fast a word loses weight that several open promises share (two: by a quarter)."""
MOST = 2.0
"""The most that the words of one sentence can say for a promise."""
HEADING, ASKED, DAY = 0.4, 0.4, 0.5
"""What it adds to name a promise and no more, to ask, to name the day it was due,"""
DEED, DONE, FAILED, PLANNED = 0.25, 0.35, 0.5, -0.6
"""to speak of such a deed, of one done, of one that failed, of one still to come."""
STAY, REPLY = -0.4, 0.4
"""What it costs to stay with a promise for a sentence, unless it answers the other one."""
LATE, LATE_FROM = -1.4, 0.7
"""Accounts come before plans: what it costs to be told in the last part of the call."""
NEAR_BY = 8
"""Sentences after the last that names a promise in which anything may still be said of one."""
ENTER, OLDER, SUPERSEDED = -0.8, -0.2, -0.8
"""What it costs to come to a promise: more to one not of the last call, or done in part since."""
NEXT, NEAR, BACK, AGAIN = 0.4, 0.3, -0.1, -0.4
"""What it costs less, or more, by where it stands on the list after the one before."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Sentences `start` to `end`, both included, that speak of one promise, and how surely."""

    start: int
    end: int
    weight: float


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
        self._reported: dict[int, str] = {}
        self._signs: dict[tuple[int, Voice], tuple[Sign, ...]] = {}

    def voice(self, sentence: Sentence, owner: str | None) -> Voice:
        """As what the speaker of this sentence speaks of this owner's promises."""
        if not self.call.is_participant(owner):
            return "third"
        return "owner" if sentence.speaker == owner else "partner"

    def signs(self, sentence: Sentence, voice: Voice) -> tuple[Sign, ...]:
        """What became of something, by the words of this sentence."""
        key = (sentence.index, voice)
        if key not in self._signs:
            if sentence.index not in self._reported:
                self._reported[sentence.index] = reported(sentence.text)
            self._signs[key] = signs_in(self._reported[sentence.index], voice)
        return self._signs[key]

    @cached_property
    def shared(self) -> dict[str, dict[int, float]]:
        """For each promise: the sentences that share words with it, and how telling these are."""
        welded = weld(promise.action for promise in self.promises)
        names = subject(" ".join(person.name for person in self.call.relationship.people))
        talk = [subject(welded(sentence.text)) - names for sentence in self.call.sentences]
        telling = tellings(talk)
        places: dict[str, list[int]] = defaultdict(list)
        for index, words in enumerate(talk):
            for word in words:
                places[word].append(index)
        errands = {each.id: errand(welded(each.action)) for each in self.promises}
        owed = Counter(word for weights in errands.values() for word in weights)
        found = {}
        for promise, weights in errands.items():
            fits: dict[int, float] = defaultdict(float)
            for word, weight in weights.items():
                for index in places[word]:
                    fits[index] += weight * telling[word] / owed[word] ** SHARED
            found[promise] = dict(fits)
        return found

    @cached_property
    def days(self) -> dict[str, frozenset[int]]:
        """For each promise: the sentences that name the day it was due."""
        with_days = [each for each in self.call.sentences if speaks_of_a_day(each.text)]
        return {
            promise.id: frozenset(s.index for s in with_days if names_day(s.text, promise))
            for promise in self.promises
        }

    @cached_property
    def near(self) -> frozenset[int]:
        """The sentences that name a promise, and those that follow soon enough to speak of it."""
        named = {index for fits in self.shared.values() for index in fits}
        named.update(*self.days.values())
        return frozenset(index + after for index in named for after in range(NEAR_BY))

    @cached_property
    def kinds(self) -> dict[str, frozenset[str]]:
        """For each promise: the kinds of deed that report it."""
        return {each.id: deeds(each.action) | {ANYTHING} for each in self.promises}


def trail(ground: Ground) -> list[list[Stretch]]:
    """For each promise, in the order of the ledger: the stretches of the call that speak of it."""
    said_for = [_said_for(ground, sentence) for sentence in ground.call.sentences]
    found: list[list[Stretch]] = [[] for _ in ground.promises]
    for promise, part in groupby(enumerate(_best_walk(ground, said_for)), key=lambda at: at[1]):
        if promise is not None:
            indexes = [index for index, _ in part]
            weight = sum(said_for[index][promise] for index in indexes)
            found[promise].append(Stretch(indexes[0], indexes[-1], weight))
    return found


def _said_for(ground: Ground, sentence: Sentence) -> list[float]:
    """For each promise: how much a sentence says for being about it."""
    if sentence.index not in ground.near:
        return [STAY] * len(ground.promises)
    part = sentence.index / len(ground.call.sentences)
    base = STAY + LATE * max(0.0, part - LATE_FROM)
    heads = is_heading(sentence.text)
    asks_after = asks_whether(sentence.text)
    told = deeds(sentence.text)
    accounts = {}
    for voice in set(voices := [ground.voice(sentence, owner) for owner in ground.owners]):
        senses = {sign.sense for sign in ground.signs(sentence, voice)}
        accounts[voice] = (
            base
            + ASKED * (asks_after and voice != "owner")
            + DONE * ("done" in senses)
            + FAILED * (not senses.isdisjoint(("undone", "part", "void")))
            + PLANNED * (senses == {"again"})
        )
    by_owner = {o: accounts[voice] for o, voice in zip(ground.owners, voices, strict=True)}
    row = []
    for promise in ground.promises:
        value = by_owner[promise.owner]
        if shared := ground.shared[promise.id].get(sentence.index, 0.0):
            value += min(MOST, shared) + HEADING * heads
        if sentence.index in ground.days[promise.id]:
            value += DAY
        if told and not told.isdisjoint(ground.kinds[promise.id]):
            value += DEED
        row.append(value)
    return row


def _best_walk(ground: Ground, said_for: list[list[float]]) -> list[int | None]:
    """For each sentence, the promise that the best walk has it speak of, if any.

    At each sentence the walk is at promise k, or past it and elsewhere (written `count` + k), or
    has come to none yet (`nowhere`, which costs nothing).
    """
    promises = ground.promises
    count = len(promises)
    nowhere = 2 * count
    prices = [_price(each, ground.newest) for each in promises]
    steps = [[price + _step(k - j) for j in range(count)] for k, price in enumerate(prices)]
    doors = defaultdict(list)  # for each sentence: the promises that it names
    for k, promise in enumerate(promises):
        for index in {*ground.shared[promise.id], *ground.days[promise.id]}:
            doors[index].append(k)
    # Who shares a promise passes it on without naming it: "I did mine. You?"
    twins = [
        (j, k) for j, k in permutations(range(count), 2) if promises[j].action == promises[k].action
    ]
    for j, k in twins:
        steps[k][j] = 0.0
    at, past = [float("-inf")] * count, [float("-inf")] * count
    origins: list[list[int]] = []
    for sentence, row, is_reply in zip(
        ground.call.sentences, said_for, _replies(ground), strict=True
    ):
        left = list(map(max, at, past))
        came_past = [k if at[k] > past[k] else count + k for k in range(count)]
        now, came = [value + REPLY * is_reply for value in at], list(range(count))
        ways = [(j, k) for k in doors[sentence.index] for j in range(count)]
        for k in doors[sentence.index]:
            if prices[k] > now[k]:
                now[k], came[k] = prices[k], nowhere
        for j, k in (*ways, *twins):
            if left[j] + steps[k][j] > now[k]:
                now[k], came[k] = left[j] + steps[k][j], came_past[j]
        origins.append(came + came_past)
        at, past = [value + said for value, said in zip(now, row, strict=True)], left
    values = [*at, *past, 0.0]
    return list(_back_from(max(range(nowhere + 1), key=values.__getitem__), origins, count))[::-1]


def _price(promise: Commitment, newest: str) -> float:
    is_older = session_of(promise) != newest
    return ENTER + OLDER * is_older + SUPERSEDED * (promise.status == "partly")


def _step(ahead: int) -> float:
    """What the list says for coming to the promise that many places on: people go down it."""
    if ahead in (0, 1):
        return NEXT if ahead else AGAIN
    return BACK if ahead < 0 else NEAR if ahead <= 3 else 0.0


def _back_from(state: int, origins: list[list[int]], count: int) -> Iterator[int | None]:
    for came in reversed(origins):
        yield state if state < count else None
        state = came[state] if state < 2 * count else state


def _replies(ground: Ground) -> list[bool]:
    """Which sentences answer a question, or a heading, of the other."""
    return [False] + [
        before.speaker != here.speaker and (asks(plain(before.text)) or is_heading(before.text))
        for before, here in pairwise(ground.call.sentences)
    ]
