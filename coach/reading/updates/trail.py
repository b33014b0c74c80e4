"""Which earlier promise each part of a call speaks of: one walk through the whole call.

People account for promises in stretches: somebody names one ("And the X?"), it is told, the talk
moves on, mostly down the list as it was made. So one sentence says little alone. What is weighed
is the whole walk: how telling the words are that a sentence shares with a promise, whether it
reports or asks for a report, where on the list the stretch before it was, and that every change of
subject has its price. The best walk is found sentence by sentence (Viterbi 1967). A promise that
it passes by is looked for once more, in what is left of the call.

The weights were set by hand; weights fitted to some relationships did no better on the ones left
out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from coach.reading.speech import Sentence
from coach.reading.subject import deeds
from coach.reading.updates.account import asks_whether, has_we, is_heading, points_back, recalls
from coach.reading.updates.ground import Ground, session_of
from coach.records import Commitment

MOST = 2.0
"""The most that the words of one sentence can say for a promise."""
HEADING, YOURS, ASKED, DAY, THAT_DAY = 0.4, 0.5, 0.4, 0.5, 0.8
"""What it adds to name a promise and no more, or as the other one's; to ask; to name its day, or
that day as one both know of,"""
FIGURE_ALONE = 0.4
"""though to name no more than a number of it is no heading,"""
SAID, DEED, DONE, FAILED, PLANNED = 0.2, 0.25, 0.35, 0.5, -0.6
"""to recall what was said, to speak of such a deed, of one done, one that failed, one to come."""
STAY, REPLY = -0.4, 0.4
"""What it costs to stay with a promise for a sentence, unless it answers the other one."""
ASIDE = 6
"""Sentences after which a promise that is come back to is still the same talk of it."""
TOLD = -1.0
"""What it costs where another promise has been told already."""
LATE, LATE_FROM = -1.4, 0.7
"""Accounts come before plans: what it costs to be told in the last part of the call."""
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


class Trail:
    """The weights of one call, from which its walks are found: those set by hand, or others.

    `rows` says for each sentence how much it says for each promise.
    """

    def __init__(self, ground: Ground, rows: list[list[float]] | None = None) -> None:
        self.ground = ground
        self.rows = rows or [_said_for(ground, sentence) for sentence in ground.call.sentences]

    def stretches(
        self, among: Sequence[int] | None = None, told: Collection[int] = ()
    ) -> list[list[Stretch]]:
        """For each of the promises `among` (all): the stretches that speak of it.

        `told` are sentences that tell of another promise.
        """
        sought = range(len(self.ground.promises)) if among is None else among
        rows = [[row[k] for k in sought] for row in self.rows]
        for index in told:
            rows[index] = [value + TOLD for value in rows[index]]
        speak = [list[int]() for _ in sought]
        twins = self.ground.twins
        for index, at in enumerate(_best_walk(self.ground, rows, sought)):
            if at is None:
                continue
            speak[at].append(index)
            if self.ground.call.sentences[index].hear(has_we):
                for twin in twins.get(sought[at], ()):
                    if twin in sought:
                        speak[sought.index(twin)].append(index)
        return [
            list(_stretches(indexes, [row[at] for row in rows])) for at, indexes in enumerate(speak)
        ]


def _stretches(indexes: Sequence[int], said: Sequence[float]) -> Iterator[Stretch]:
    """Sentences that speak of one promise as stretches, across what is said aside."""
    part: list[int] = []
    for index in indexes:
        if part and index - part[-1] > ASIDE:
            yield Stretch(part[0], part[-1], sum(said[each] for each in part))
            part = []
        part.append(index)
    if part:
        yield Stretch(part[0], part[-1], sum(said[each] for each in part))


def _said_for(ground: Ground, sentence: Sentence) -> list[float]:
    """For each promise: how much a sentence says for being about it."""
    if sentence.index not in ground.near:
        return [STAY] * len(ground.promises)
    part = sentence.index / len(ground.call.sentences)
    base = STAY + LATE * max(0.0, part - LATE_FROM)
    heads = sentence.hear(is_heading)
    asks_after = sentence.hear(asks_whether)
    told = sentence.hear(deeds)
    is_recalled = recalls(sentence.text)
    accounts = {}
    for voice in set(voices := [ground.voice(sentence, owner) for owner in ground.owners]):
        senses = {sign.sense for sign in ground.signs(sentence, voice)}
        accounts[voice] = (
            base
            + SAID * is_recalled
            + ASKED * (asks_after and voice != "owner")
            + DONE * ("done" in senses)
            + FAILED * (not senses.isdisjoint(("undone", "part", "void")))
            + PLANNED * (senses == {"again"})
        )
    by_owner = {o: accounts[voice] for o, voice in zip(ground.owners, voices, strict=True)}
    index, all_shared, yours, days = sentence.index, ground.shared, ground.yours, ground.days
    day = DAY + THAT_DAY * points_back(sentence.text) if index in ground.all_days else 0.0
    row = []
    for promise in ground.promises:
        value = by_owner[promise.owner]
        if shared := all_shared[promise.id].get(index):
            value += min(MOST, shared) + HEADING * (heads and shared > FIGURE_ALONE)
            value += YOURS * (index in yours[promise.id])
        if day and index in days[promise.id]:
            value += day
        if told and not told.isdisjoint(ground.kinds[promise.id]):
            value += DEED
        row.append(value)
    return row


def _best_walk(
    ground: Ground,
    said_for: list[list[float]],
    sought: Sequence[int],
) -> list[int | None]:
    """For each sentence, which of the `sought` promises the best walk has it speak of, if any.

    At each sentence the walk is at promise k, or past it and elsewhere (written `count` + k), or
    has come to none yet (`nowhere`, which costs nothing).
    """
    promises = [ground.promises[at] for at in sought]
    count = len(promises)
    nowhere = 2 * count
    prices = [_price(each, ground.newest) for each in promises]
    steps = [
        [price + _step(k - j) for j in sought] for k, price in zip(sought, prices, strict=True)
    ]
    doors = defaultdict(list)  # for each sentence: the promises that it names
    for k, promise in enumerate(promises):
        for index in {*ground.shared[promise.id], *ground.days[promise.id]}:
            doors[index].append(k)
    # Who shares a promise passes it on without naming it: "I did mine. You?"
    place = {k: at for at, k in enumerate(sought)}
    twins = [(place[j], place[k]) for j in sought for k in ground.twins.get(j, ()) if k in place]
    for j, k in twins:
        steps[k][j] = 0.0
    at, past = [float("-inf")] * count, [float("-inf")] * count
    origins: list[list[int]] = []
    for sentence, row, is_reply in zip(
        ground.call.sentences, said_for, ground.replies, strict=True
    ):
        left = [on if on > off else off for on, off in zip(at, past, strict=True)]
        came_past = [k if at[k] > past[k] else count + k for k in range(count)]
        now, came = [value + REPLY for value in at] if is_reply else at[:], list(range(count))
        for k in doors.get(sentence.index, ()):
            best, origin = (prices[k], nowhere) if prices[k] > now[k] else (now[k], k)
            for before, step, way in zip(left, steps[k], came_past, strict=True):
                if before + step > best:
                    best, origin = before + step, way
            now[k], came[k] = best, origin
        for j, k in twins:
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
