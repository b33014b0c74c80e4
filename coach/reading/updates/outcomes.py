"""What is told of an earlier promise in the stretches of a call that speak of it.

What is said in a stretch, and in the reply, is read for signs of what became of the promise; where
it was not done, for the day that its owner names anew.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import fsum

from coach.reading.doing import verbs_of
from coach.reading.speech import Sentence
from coach.reading.subject import ANYTHING, deeds
from coach.reading.updates.account import (
    asks_after_somebody,
    asks_whether,
    has_yours,
    is_heading,
    is_put_off,
    narrates,
)
from coach.reading.updates.anew import Anew
from coach.reading.updates.answers import given_up, own_reply, with_answers
from coach.reading.updates.fates import OF, Passage
from coach.reading.updates.ground import Ground
from coach.reading.updates.resolution import agrees, asks, denies, really
from coach.reading.updates.shortfall import falls_short, first_short
from coach.reading.updates.told import Told
from coach.reading.updates.trail import Stretch
from coach.reading.updates.whose_deed import is_turned_round, other_than, tells_of_the_other
from coach.records import Became, Commitment

CLEAR = 0.7
"""How sure a stretch must be to end the talk about the promise before it."""
REACH = 3
"""Turns after the last one of a stretch in which its outcome may be told."""
BROUGHT_UP = 0.9
"""How well a heading or a question must name a promise for what follows to tell of it."""
CLEARLY = 2.0
"""What it counts, beside the weight of a stretch, that one fate is told there without doubt."""
WELL_TOLD = 2.5
"""What both must come to where nothing brings the promise up by name: with less, the place or the
fate is a guess, and nothing is said."""
NAMED, NAMED_AS_DONE = 0.4, 0.8
"""How well what tells of a promise must name it, where neither such a deed nor its day is told."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one place of the call says became of one promise, and how surely."""

    status: Became
    score: float
    proof: tuple[Sentence, ...]
    where: range
    due_phrase: str | None = None


@dataclass(frozen=True, slots=True)
class Ruled:
    """What the rules make of what is said, what shows it, and the new day with its words."""

    status: Became | None
    proof: tuple[Sentence, ...]
    anew: tuple[Sentence, str] | None
    is_settled: bool
    """Is it declared here and now (struck off, given a new day) rather than told?"""


class Review:
    """What is said in the stretches of one call."""

    def __init__(
        self, ground: Ground, stretches: list[list[Stretch]], by_words: bool = True
    ) -> None:
        """`by_words`: must what tells of a promise name it, its day, or such a deed?"""
        self.ground, self.by_words = ground, by_words
        self.sentences = ground.call.sentences
        clear = [
            (each, promise.id)
            for promise, some in zip(ground.promises, stretches, strict=True)
            for each in some
            if each.weight >= CLEAR
        ]
        self.starts = sorted(each.start for each, _ in clear)
        self.ends = {each.end for each, _ in clear}
        self.anew = Anew(ground, sorted((each.start, promise) for each, promise in clear))

    def outcome(self, promise: Commitment, stretches: list[Stretch]) -> Outcome | None:
        """The best told outcome of this promise, if one is told well enough."""
        outcomes = [self._read(promise, stretch) for stretch in stretches]
        return max(filter(None, outcomes), key=lambda each: each.score, default=None)

    def _read(self, promise: Commitment, stretch: Stretch) -> Outcome | None:
        """What is said in this stretch, and right after it, of what became of the promise."""
        core, after = self._places(promise, stretch)
        told, ruled = self._ruled(promise, core, after)
        is_brought_up = self._is_brought_up(promise, core)
        if ruled.status is None and not is_brought_up:
            return None
        passage = self._passage(promise, core, after, told, ruled)
        fate = passage.fate()
        if ruled.status is None and not passage.is_account:
            return None
        sureness = passage.sureness(fate)
        if fate == "done" and (told.is_shied_from or self._is_denied(promise, told)):
            fate, sureness = "failed", 1.0
        score = stretch.weight + CLEARLY * sureness
        if score < WELL_TOLD and not is_brought_up:
            return None
        status, proof, anew = ruled.status, ruled.proof, ruled.anew
        if status is None or (OF[status] != fate and not ruled.is_settled):
            proof = passage.most_telling(fate)
            anew = None if fate in ("done", "dropped") else self.anew.promised(promise, proof[-1])
            status = ("rescheduled" if anew else "not_done") if fate == "failed" else fate
        shown = self._with_reply(
            promise, {passage.core[0], *proof} | ({anew[0]} if anew else set())
        )
        shown = with_answers(shown, self.sentences, self.starts)
        if self.by_words and not self._is_about(
            promise, shown, NAMED_AS_DONE if status == "done" else NAMED
        ):
            return None
        other = other_than(promise.owner, self.ground.call)
        if other and status != "dropped" and tells_of_the_other(passage, proof, other):
            return None
        return Outcome(
            status,
            score,
            tuple(sorted(shown, key=lambda s: s.index)),
            range(stretch.start, stretch.end + 1),
            anew[1] if anew else None,
        )

    def _is_denied(self, promise: Commitment, told: Told) -> bool:
        """ "Have you told Marcus?" "Not yet." Was the promise itself asked after, and denied?"""
        asked = told.no and self.sentences[told.no.index - 1]
        named = asked and self.ground.shared[promise.id].get(asked.index, 0.0) >= NAMED
        return bool(named) and not told.has("done")

    def _is_brought_up(self, promise: Commitment, core: list[Sentence]) -> bool:
        """Is the promise named well by a heading or a question, so that its account follows?"""
        shared = self.ground.shared[promise.id]
        return any(
            shared.get(each.index, 0.0) >= BROUGHT_UP
            and (each.hear(is_heading) or asks(each.plain))
            and not asks_after_somebody(each.text)
            for each in core
        )

    def passage(self, promise: Commitment, stretch: Stretch) -> Passage:
        """All that is told in one stretch, as it is weighed."""
        core, after = self._places(promise, stretch)
        return self._passage(promise, core, after, *self._ruled(promise, core, after))

    def _places(
        self, promise: Commitment, stretch: Stretch
    ) -> tuple[list[Sentence], list[Sentence]]:
        """The sentences of a stretch, and those right after it."""
        core = self._core(promise, stretch)
        return core, [each for each in self._after(stretch) if each not in core]

    def _passage(
        self,
        promise: Commitment,
        core: list[Sentence],
        after: list[Sentence],
        told: Told,
        ruled: Ruled,
    ) -> Passage:
        echoes = self.ground.echoes[promise.id]
        flags = {
            "short": bool(told.short),
            "given_up": bool(told.given_up),
            "yes": bool(told.yes),
            "no": bool(told.no),
            "new_day": bool(self.anew.promised(promise, core[0])),
            "put_off": bool(self.anew.put_off(promise, [*core, *after])),
            "echo": min(1.0, sum(echoes.get(each.index, 0.0) for each in core)),
            "joint": any(
                each is not promise and each.action == promise.action
                for each in self.ground.promises
            ),
            "not_due": self.anew.is_ahead(promise),
        }
        return Passage(
            promise,
            core,
            after,
            lambda sentence: self.ground.voice_for(sentence, promise),
            {each.index: self.ground.signs_of(each, promise) for each in (*core, *after)},
            self.ground.shared[promise.id],
            ruled.status,
            {name: float(much) for name, much in flags.items()},
        )

    def _ruled(
        self, promise: Commitment, core: list[Sentence], after: list[Sentence]
    ) -> tuple[Told, Ruled]:
        """What the rules make of what is said."""
        kinds = deeds(promise.action) | {ANYTHING}
        told = self._told(promise, core)
        status, proof = told.outcome(promise, kinds)
        if status in (None, "not_done"):
            fuller = self._told(promise, [*core, *after])
            full_status, full_proof = fuller.outcome(promise, kinds)
            if status is None or full_status == "dropped":
                told, status, proof = fuller, full_status, full_proof
        if status is None and (report := self._mere_report(promise, core)):
            status, proof = "done", (report,)
        by_signs = status
        anew = None
        if (
            status is None
            and (moved := self.anew.put_off(promise, core))
            and is_put_off(moved.text)
        ):
            anew = self.anew.day_of(promise, moved, True)
            status, proof = ("rescheduled", (moved,)) if anew else (None, ())
        if status in ("partly", "not_done"):
            anew = self.anew.promised(promise, proof[-1])
        elif status == "done" and (renewal := self.anew.put_off(promise, [*core, *after])):
            anew = self.anew.day_of(promise, renewal, True)
            status = "rescheduled" if anew else "done"
        if told.is_only("not_yet") and self.anew.is_ahead(promise):
            status = "partly"  # what is not due yet cannot be late
        elif anew and (
            status == "not_done"
            or (
                status == "partly"
                and told.is_mere_attempt
                and not told.has("part")
                and not self._did_a_part(promise, proof)
            )
        ):
            status = "rescheduled"
        is_declared = status == "rescheduled" and by_signs in (None, "done")
        return told, Ruled(status, proof, anew, is_declared or bool(told.given_up))

    def _is_about(self, promise: Commitment, shown: set[Sentence], enough: float) -> bool:
        """Do these sentences name the promise well, or tell of such a deed, or of its day?"""
        shared, days = self.ground.shared[promise.id], self.ground.days[promise.id]
        kinds = self.ground.kinds[promise.id]
        return fsum(shared.get(each.index, 0.0) for each in shown) >= enough or any(
            each.index in days or not each.hear(deeds).isdisjoint(kinds) for each in shown
        )

    def _did_a_part(self, promise: Commitment, proof: tuple[Sentence, ...]) -> bool:
        """Is one of several things done that the promise asks for ("I wrote it, it isn't sent")?"""
        wanted = verbs_of(promise.action)
        echoes = self.ground.echoes[promise.id]
        return len(wanted) > 1 and any(sentence.index in echoes for sentence in proof)

    def _with_reply(self, promise: Commitment, shown: set[Sentence]) -> set[Sentence]:
        """Where only the partner is heard, what the owner answered proves as much."""
        if any(self.ground.voice(each, promise.owner) != "partner" for each in shown):
            return shown
        last = max(each.index for each in shown)
        following = self.anew.until_next(last, None)[1:3]
        own = own_reply(following, lambda s: self.ground.voice(s, promise.owner) != "partner")
        return {*shown, *own}

    def _told(self, promise: Commitment, said: list[Sentence]) -> Told:
        return Told(
            [(s, sign) for s in said for sign in self.ground.signs_of(s, promise)],
            yes=self._reply(promise, said, agrees),
            no=self._reply(promise, said, denies),
            short=self._shortfall(said, promise),
            given_up=given_up(said),
        )

    def _mere_report(self, promise: Commitment, core: list[Sentence]) -> Sentence | None:
        """Where the promise is spoken of as a thing of the past, though no deed of it is named.

        The other one has it ("Your sheet is on my wall"), or its owner tells the story.
        """
        gives = deeds(promise.action) & {"give", "write"}
        for sentence in core:
            if asks(sentence.plain):
                continue
            voice = self.ground.voice(sentence, promise.owner)
            is_named = sentence.index in self.ground.shared[promise.id]
            if voice == "partner" and gives and is_named and has_yours(sentence.text):
                return sentence
            if voice != "partner" and narrates(really(sentence.text)):
                if is_turned_round(sentence.text, promise.action):
                    continue
                return sentence
        return None

    def _core(self, promise: Commitment, stretch: Stretch) -> list[Sentence]:
        """The sentences of a stretch, with the rest of its last turn, and the reply it asks for."""
        core = list(self.sentences[stretch.start : stretch.end + 1])
        core = self._failure_before(promise, stretch.start) + core
        following = self.anew.until_next(stretch.end, None)[1:]
        for sentence in following:
            is_reply = sentence is following[0] and asks(core[-1].plain)
            if not is_reply and sentence.turn != core[-1].turn:
                break
            core.append(sentence)
        return core

    def _failure_before(self, promise: Commitment, start: int) -> list[Sentence]:
        """What the owner said had gone wrong, just before coming to the words of the promise."""
        for sentence in reversed(self.sentences[max(0, start - 4) : start]):
            if sentence.turn < self.sentences[start].turn - 2 or sentence.index in self.ends:
                break
            is_own = self.ground.voice(sentence, promise.owner) != "partner"
            if is_own and (
                falls_short(promise.action, sentence.text)
                or any(s.sense == "undone" for s in self.ground.signs_of(sentence, promise))
            ):
                return [sentence]
        return []

    def _after(self, stretch: Stretch) -> list[Sentence]:
        """What follows a stretch, up to where the talk turns to another promise."""
        upto = self.sentences[stretch.end].last_turn + REACH
        last = next((at for at in self.starts if at > stretch.end), len(self.sentences))
        after = self.sentences[stretch.end + 1 : min(last, stretch.end + 9)]
        return [sentence for sentence in after if sentence.turn <= upto]

    def _reply(
        self, promise: Commitment, said: list[Sentence], says: Callable[[str], bool]
    ) -> Sentence | None:
        """The other one's reply to what is asked early in what is said, if it says this."""
        for at, question in enumerate(said[:6]):
            is_asked_after = "?" in question.text and question.hear(is_heading)
            if not (is_asked_after or question.hear(asks_whether)):
                continue
            replies = (s for s in said[at + 1 : at + 4] if s.speaker != question.speaker)
            reply = next(replies, None)
            if reply and self.ground.is_shared_with(reply.speaker, promise):
                continue
            if reply and says(reply.plain):
                return reply
        return None

    def _shortfall(self, said: list[Sentence], promise: Commitment) -> Sentence | None:
        """Where its owner, or else who waits for it, gives a smaller number than was promised."""
        own = [s for s in said if self.ground.voice(s, promise.owner) != "partner"]
        others = (s for s in said if not self.ground.is_shared_with(s.speaker, promise))
        for told in (own, [s for s in others if s not in own]):
            if short := first_short(promise.action, told):
                return short
        return None
