"""The new day of a promise that was not kept: where its owner gives one, and in what words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from coach.reading.speech import Sentence
from coach.reading.subject import ANYTHING, deeds
from coach.reading.updates.account import clause_from, lasts_until, renews, takes_back, tells_past
from coach.reading.updates.ground import Ground
from coach.reading.updates.resolution import asks
from coach.records import Commitment

REACH = 3
"""Turns after the account of a failure in which any day that its owner names is the new one."""
MIDDLE_REACH, FAR_REACH = 5, 16
"""Turns in which somebody who has not done a thing may promise it anew, or the same in words."""


@dataclass(frozen=True)
class Anew:
    """What is promised anew in one call; `starts` are the sentences where clear stretches start."""

    ground: Ground
    starts: Sequence[tuple[int, str]]

    def put_off(self, promise: Commitment, said: list[Sentence]) -> Sentence | None:
        """Where the owner puts it off, however much was done ("So it's this Sunday now")."""
        own = (s for s in said if self.ground.voice(s, promise.owner) != "partner")
        return next((s for s in own if renews(s.text)), None)

    def promised(self, promise: Commitment, after: Sentence) -> tuple[Sentence, str] | None:
        """Where the owner gives a new day, and the words of that day.

        A day that the owner names soon after the failure is the new one, promise or not ("It'll
        be this Sunday now"), unless it is told of as past; later, only what is promised in so many
        words and is the same kind of deed.
        """
        kinds, named = deeds(promise.action) | {ANYTHING}, self.ground.shared[promise.id]
        found: tuple[Sentence, str] | None = None
        taken_back, refused, is_promised = False, set[str](), False
        for sentence in self.until_next(after.index, promise):
            if sentence.turn > after.last_turn + FAR_REACH:
                break
            if self.ground.voice(sentence, promise.owner) == "partner":
                continue
            away = sentence.turn - after.last_turn
            if found and sentence.turn > found[0].last_turn + 1:
                break
            if found and takes_back(sentence.text):
                refused.add(found[1].split()[-1])
                found, taken_back = None, True  # "On Sunday. No, Sunday I'm away. So, Monday."
                continue
            taken_back = taken_back or (away > 0 and takes_back(sentence.text))
            promises = any(
                sign.sense == "again" or sign.name == "moved"
                for sign in self.ground.signs_of(sentence, promise)
            )
            is_same = bool(sentence.hear(deeds) & kinds) or sentence.index in named
            if asks(sentence.plain):
                continue
            if not found and (
                away <= REACH or (promises and (is_same or away <= MIDDLE_REACH)) or taken_back
            ):
                found = self.day_of(promise, sentence, promises)
                found = None if found and found[1].split()[-1] in refused else found
                is_promised = promises
            elif found and promises and not is_promised:  # "The thirtieth. I'll bring it Monday."
                found = self.day_of(promise, sentence, False) or found
                is_promised = True
        return found

    def until_next(self, index: int, promise: Commitment | None) -> tuple[Sentence, ...]:
        """The sentences from here to where the talk turns to another promise than this, or any."""
        ours = promise.id if promise else None
        end = next((at for at, other in self.starts if at > index and other != ours), None)
        return self.ground.call.sentences[index:end]

    def day_of(
        self, promise: Commitment, sentence: Sentence, promises: bool
    ) -> tuple[Sentence, str] | None:
        """The day of a sentence, or of those beside it where that one promises without a day."""
        today = self.ground.call.today(promise.owner)
        beside = self.ground.call.sentences[max(sentence.index - 1, 0) : sentence.index + 2]
        for near in (sentence, *(beside if promises else ())):
            is_one_breath = near.speaker == sentence.speaker and near.turn <= sentence.last_turn + 1
            if not is_one_breath:
                continue
            is_bare = promises or len(near.text.split()) <= 5
            said = near.due(today, is_bare)
            if not (said and said.due):
                continue
            at = near.text.find(said.phrase) if promises else 0
            if tells_past(clause_from(near.text, at)):
                continue
            if not promises and lasts_until(near.text, said.phrase):
                continue
            if not takes_back(near.text.partition(said.phrase)[2]):
                return near, said.phrase
        return None

    def is_ahead(self, promise: Commitment) -> bool:
        return promise.due is not None and promise.due >= self.ground.call.today(promise.owner)
