"""What is told of an earlier promise in the stretches of a call that speak of it.

What is said in a stretch, and in the reply, is read for signs of what became of the promise; where
it was not done, for the day that its owner names anew.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from coach.cues import plain
from coach.dates import due_of
from coach.reading.account import (
    asks_if_it_stands,
    asks_whether,
    clause_from,
    falls_short,
    has_yours,
    is_heading,
    is_put_off,
    narrates,
    renews,
    takes_back,
    tells_past,
)
from coach.reading.doing import verb_of, verbs_of
from coach.reading.ground import Ground
from coach.reading.resolution import Sign, agrees, asks, denies, really
from coach.reading.speech import Sentence
from coach.reading.subject import ANYTHING, deeds
from coach.reading.told import Told
from coach.reading.trail import Stretch
from coach.records import Became, Commitment

CLEAR = 0.7
"""How sure a stretch must be to end the talk about the promise before it."""
REACH = 3
"""Turns after the last one of a stretch in which its outcome may be told."""
MIDDLE_REACH, FAR_REACH = 5, 16
"""Turns in which somebody who has not done a thing may promise it anew, or the same in words."""

NAMED, NAMED_AS_DONE = 0.4, 0.8
"""How well what tells of a promise must name it, where neither such a deed nor its day is told."""
OF_A_VERB = ("have_not", "i_did_not", "dialect_not")
"""Signs that name the deed that was not done,"""
OF_ANY_DEED = frozenset(
    "manage managed touch touched happen happened time chance reach reached".split()
)
"""and verbs that may stand for any."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one place of the call says became of one promise, and how surely."""

    status: Became
    score: float
    proof: tuple[Sentence, ...]
    where: range
    due_phrase: str | None = None


class Review:
    """What is said in the stretches of one call."""

    def __init__(self, ground: Ground, stretches: list[list[Stretch]]) -> None:
        self.ground = ground
        self.sentences = ground.call.sentences
        clear = [each for some in stretches for each in some if each.weight >= CLEAR]
        self.starts = sorted(each.start for each in clear)
        self.ends = {each.end for each in clear}

    def outcome(self, promise: Commitment, stretches: list[Stretch]) -> Outcome | None:
        """The best told outcome of this promise, if one is told well enough."""
        outcomes = [self._read(promise, stretch) for stretch in stretches]
        return max(filter(None, outcomes), key=lambda each: each.score, default=None)

    def _read(self, promise: Commitment, stretch: Stretch) -> Outcome | None:
        """What is said in this stretch, and right after it, of what became of the promise."""
        core, after = self._core(promise, stretch), self._after(stretch)
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
        anew = None
        if status is None and (moved := self._renewal(promise, core)) and is_put_off(moved.text):
            anew = self._new_day(promise, moved, True)
            status, proof = ("rescheduled", (moved,)) if anew else (None, ())
        if status is None:
            return None
        if status in ("partly", "not_done"):
            anew = self._promised_anew(promise, proof[-1])
        elif status == "done" and (renewal := self._renewal(promise, [*core, *after])):
            anew = self._new_day(promise, renewal, True)
            status = "rescheduled" if anew else "done"
        if told.is_only("not_yet") and self._is_ahead(promise):
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
        shown = self._with_reply(promise, {core[0], *proof} | ({anew[0]} if anew else set()))
        if not self._is_about(promise, shown, NAMED_AS_DONE if status == "done" else NAMED):
            return None
        return Outcome(
            status,
            stretch.weight,
            tuple(sorted(shown, key=lambda s: s.index)),
            range(stretch.start, stretch.end + 1),
            anew[1] if anew else None,
        )

    def _is_about(self, promise: Commitment, shown: set[Sentence], enough: float) -> bool:
        """Do these sentences name the promise well, or tell of such a deed, or of its day?"""
        shared, days = self.ground.shared[promise.id], self.ground.days[promise.id]
        kinds = self.ground.kinds[promise.id]
        return sum(shared.get(each.index, 0.0) for each in shown) >= enough or any(
            each.index in days or not deeds(each.text).isdisjoint(kinds) for each in shown
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
        following = self._until_next(last)[1:3]
        own = (each for each in following if self.ground.voice(each, promise.owner) != "partner")
        return {*shown, *list(own)[:1]}

    def _told(self, promise: Commitment, passage: list[Sentence]) -> Told:
        return Told(
            [(s, sign) for s in passage for sign in self._signs_of(s, promise)],
            yes=self._reply(promise, passage, agrees),
            no=self._reply(promise, passage, denies),
            short=self._shortfall(passage, promise),
            given_up=self._given_up(passage),
        )

    def _renewal(self, promise: Commitment, passage: list[Sentence]) -> Sentence | None:
        """Where the owner puts it off, however much was done ("So it's this Sunday now")."""
        own = (s for s in passage if self.ground.voice(s, promise.owner) != "partner")
        return next((s for s in own if renews(s.text)), None)

    def _mere_report(self, promise: Commitment, core: list[Sentence]) -> Sentence | None:
        """Where the promise is spoken of as a thing of the past, though no deed of it is named.

        The other one has it ("Your sheet is on my wall"), or its owner tells the story.
        """
        gives = deeds(promise.action) & {"give", "write"}
        for sentence in core:
            if asks(plain(sentence.text)):
                continue
            voice = self.ground.voice(sentence, promise.owner)
            is_named = sentence.index in self.ground.shared[promise.id]
            if voice == "partner" and gives and is_named and has_yours(sentence.text):
                return sentence
            if voice != "partner" and narrates(really(sentence.text)):
                return sentence
        return None

    def _core(self, promise: Commitment, stretch: Stretch) -> list[Sentence]:
        """The sentences of a stretch, with the rest of its last turn, and the reply it asks for."""
        core = list(self.sentences[stretch.start : stretch.end + 1])
        core = self._failure_before(promise, stretch.start) + core
        following = self._until_next(stretch.end)[1:]
        for sentence in following:
            is_reply = sentence is following[0] and asks(plain(core[-1].text))
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
                or any(s.sense == "undone" for s in self._signs_of(sentence, promise))
            ):
                return [sentence]
        return []

    def _after(self, stretch: Stretch) -> list[Sentence]:
        """What follows a stretch, up to where the talk turns to another promise."""
        upto = self.sentences[stretch.end].last_turn + REACH
        last = next((at for at in self.starts if at > stretch.end), len(self.sentences))
        after = self.sentences[stretch.end + 1 : min(last, stretch.end + 9)]
        return [sentence for sentence in after if sentence.turn <= upto]

    def _signs_of(self, sentence: Sentence, promise: Commitment) -> list[Sign]:
        found = self.ground.signs(sentence, self.ground.voice(sentence, promise.owner))
        if not found:
            return []
        action, said = plain(promise.action), plain(sentence.text)
        # Who has promised the same speaks of their own part.
        is_shared = self.ground.is_shared_with(sentence.speaker, promise)
        # Words of the promise itself are no sign: "half of the reviews" was the promise.
        return [
            each
            for each in found
            if said[each.start : each.end] not in action
            and not (is_shared and said.startswith(("i ", "i'"), each.start))
            and not (each.name in OF_A_VERB and self._is_another_deed(promise, sentence, each))
        ]

    def _is_another_deed(self, promise: Commitment, sentence: Sentence, sign: Sign) -> bool:
        """Is what was not done something else than what was promised ("I never asked you")?"""
        named = self.ground.shared[promise.id]
        if any(near in named for near in range(sentence.index - 2, sentence.index + 1)):
            return False
        words = plain(sentence.text)[sign.start : sign.end]
        kinds, last = deeds(words), words.split()[-1]
        if not kinds.isdisjoint({*deeds(promise.action), ANYTHING, "carry out"}):
            return False
        return verb_of(last) not in verbs_of(promise.action) and (
            bool(kinds) or last not in OF_ANY_DEED
        )

    def _reply(
        self, promise: Commitment, passage: list[Sentence], says: Callable[[str], bool]
    ) -> Sentence | None:
        """The other one's reply to what is asked early in the passage, if it says this."""
        for at, question in enumerate(passage[:6]):
            is_asked_after = "?" in question.text and is_heading(question.text)
            if not (is_asked_after or asks_whether(question.text)):
                continue
            replies = (s for s in passage[at + 1 : at + 4] if s.speaker != question.speaker)
            reply = next(replies, None)
            if reply and self.ground.is_shared_with(reply.speaker, promise):
                continue
            if reply and says(plain(reply.text)):
                return reply
        return None

    def _given_up(self, passage: list[Sentence]) -> Sentence | None:
        """The no to whether a promise still stands."""
        for question, reply in pairwise(passage):
            is_asked = question.speaker != reply.speaker and asks_if_it_stands(question.text)
            if is_asked and denies(plain(reply.text)):
                return reply
        return None

    def _shortfall(self, passage: list[Sentence], promise: Commitment) -> Sentence | None:
        """Where the owner gives a smaller number than was promised."""
        own = [s for s in passage if self.ground.voice(s, promise.owner) != "partner"]
        for before, sentence in zip([*own[:1], *own], own, strict=False):
            said = sentence.text
            if said.lower().startswith(("of ", "out of ")):  # "Eight nights. Of eleven."
                said = f"{before.text.rstrip('. ')} {said}"
            if falls_short(promise.action, said):
                return sentence
        return None

    def _promised_anew(self, promise: Commitment, after: Sentence) -> tuple[Sentence, str] | None:
        """Where the owner gives a new day, and the words of that day.

        A day that the owner names soon after the failure is the new one, promise or not ("It'll
        be this Sunday now"), unless it is told of as past; later, only what is promised in so many
        words and is the same kind of deed.
        """
        kinds, named = deeds(promise.action) | {ANYTHING}, self.ground.shared[promise.id]
        found: tuple[Sentence, str] | None = None
        taken_back, refused, is_promised = False, set[str](), False
        for sentence in self._until_next(after.index):
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
            promises = any(sign.sense == "again" for sign in self._signs_of(sentence, promise))
            is_same = bool(deeds(sentence.text) & kinds) or sentence.index in named
            if asks(plain(sentence.text)):
                continue
            if not found and (
                away <= REACH or (promises and (is_same or away <= MIDDLE_REACH)) or taken_back
            ):
                found = self._new_day(promise, sentence, promises)
                found = None if found and found[1].split()[-1] in refused else found
                is_promised = promises
            elif found and promises and not is_promised:  # "The thirtieth. I'll bring it Monday."
                found = self._new_day(promise, sentence, False) or found
                is_promised = True
        return found

    def _until_next(self, index: int) -> tuple[Sentence, ...]:
        """The sentences from here to where the talk turns to another promise."""
        return self.sentences[index : next((at for at in self.starts if at > index), None)]

    def _new_day(
        self, promise: Commitment, sentence: Sentence, promises: bool
    ) -> tuple[Sentence, str] | None:
        """The day of a sentence, or of those beside it where that one promises without a day."""
        today = self.ground.call.today(promise.owner)
        beside = self.sentences[max(sentence.index - 1, 0) : sentence.index + 2]
        for near in (sentence, *(beside if promises else ())):
            is_one_breath = near.speaker == sentence.speaker and near.turn <= sentence.last_turn + 1
            said = due_of(near.text, today=today, bare=promises or len(near.text.split()) <= 5)
            if not (is_one_breath and said and said.due):
                continue
            at = near.text.find(said.phrase) if promises else 0
            if tells_past(clause_from(near.text, at)):
                continue
            if not takes_back(near.text.partition(said.phrase)[2]):
                return near, said.phrase
        return None

    def _is_ahead(self, promise: Commitment) -> bool:
        return promise.due is not None and promise.due >= self.ground.call.today(promise.owner)
