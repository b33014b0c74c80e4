"""The day that the talk around a promise gives it, where no one sentence does: weighed, or none.

"You're gonna tell me how it went, right? The ninth." "I'll ring you from the car." Whoever asks for
a thing, offers one or plans one with the other names its day on the way there; so each day of the
talk around a promise gathers weight for what ties it to the promise, and the heaviest one is given
if it is heavy enough and well ahead of the next.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from coach.cues import plain
from coach.dates import Spoken, find, is_past, is_remark, sharpens
from coach.reading import Call
from coach.reading.days.arranging import NOT
from coach.reading.days.attaching import own_words
from coach.reading.days.correcting import corrected, is_exactly
from coach.reading.days.occasions import leans
from coach.reading.days.whose_day import (
    asks_itself,
    asks_when,
    echoes_a_remark,
    is_anything_elses,
    is_of_a_thing,
    is_of_another,
    is_of_next_call,
    moves_on,
)
from coach.reading.promise.thread import DayTold, Thread, wants_a_day
from coach.reading.speech import Sentence
from coach.reading.words import content, count

BACK, ON = 3, 4
"""Turns before a promise is first made, and after it is last, in which its day is looked for."""
MOST = 9
"""Sentences on either side that so many turns may hold."""
JUST = 3
"""Sentences around a weekday in which its number may be told."""
ALONE = 3
"""Words beside the day in a sentence that says little else."""
FAR_AHEAD = 45
"""Days from now from which a day is rather that of something spoken of."""
ENOUGH = 0.5
"""The weight from which a day is given,"""
AHEAD = 0.5
"""and by how much it must be heavier than any other day."""

WEIGHTS: Mapping[str, float] = {
    "day": 0.4,
    # where it is told, and by whom
    "owner beside": 0.75,
    "partner before": -0.5,
    "two turns away": -0.5,
    "three turns away": -1.2,
    # what ties it to the promise
    "offered": 1.1,
    "offered alone": 1.1,
    "asked for": 0.7,
    "their next call": 0.75,
    "their next call, before": 1.0,
    "echoed, and both are there": 1.6,
    "echoed, and one goes there": 0.75,
    "something is on, and one goes there": 0.9,
    "told twice": 0.3,
    "settled": 1.6,
    # what speaks against it
    "another day": -0.75,
    "of something else": -0.35,
    "a remark": -0.8,
    "far ahead": -0.65,
    "after the talk moved on": -0.5,
    "little is promised": -0.4,
}
"""What each sign is worth, as log odds, rounded."""

_KINDS = ("day", "ordinal", "relative", "meeting")
_WAITS = re.compile(
    r"\b(?:if|next time|whenever|every|each|always|never|same (?:day|evening|night|morning))\b"
)
"""“The next time he rings”, “the same evening”: on a day that nobody knows, or on many."""
_ARRANGES = re.compile(r"\b(?:invite|invites|invitation|calendar|diary|link|slot)\b")
_GOES = re.compile(
    r"^(?:come|go|be (?:there|at)|join|meet|attend|drop|sit|do (?:it|that)|bring|take|pick|collect"
    r"|ride)\b"
)
_IS_ON = re.compile(
    r"\b(?:i have|i've|we have|we've|i'm|i'll be|we're|he's|she's|they|it's|there's)\b"
)
_OFFERS = re.compile(
    r"\?|\b(?:let's|let us|could|can|would|want|how about|what about|shall|put me down|say)\b"
)


_SETTLES = re.compile(r"^[^.?!]{0,30}? it is(?:[,.!]|$)")
"""“Sunday it is.”"""


def _is_asked_when(sentence: Sentence, call: Call) -> bool:
    return (
        asks_when(sentence) and not is_of_a_thing(sentence) and not is_of_next_call(sentence, call)
    )


def date_from_around(threads: Sequence[Thread], call: Call) -> None:
    """Give each promise without a day the one that the talk around it gives without a doubt."""
    for thread in threads:
        if not wants_a_day(thread.due) or _has_no_one_day(thread):
            continue
        if told := _without_doubt(_Around(thread, call)):
            thread.due, thread.due_sentence = told
            thread.counted_from = None
            if mended := corrected(thread, call):
                thread.due, thread.due_sentence = mended


def _has_no_one_day(thread: Thread) -> bool:
    """ "I'll ring the next time he shouts": any day, or none; and an invite is sent at once."""
    return (
        thread.fell
        or thread.conditional
        or any(
            _WAITS.search(plain(each.sentence.text)) or _ARRANGES.search(plain(each.deed))
            for each in thread.promises
        )
    )


def _without_doubt(around: _Around) -> DayTold | None:
    """The day that weighs enough, and much more than any other."""
    told: dict[object, list[tuple[float, DayTold]]] = defaultdict(list)
    days = list(around.days())
    for said, sentence in days:
        weight = sum(map(WEIGHTS.__getitem__, around.shows(said, sentence)))
        exact = _told_exactly(said, sentence, days)
        told[exact[0].due or exact[0].kind].append((weight, exact))
    rivals = min(3, len(told) - 1) * WEIGHTS["another day"]
    best = {day: max(each, key=lambda one: one[0]) for day, each in told.items()}
    weighed = {
        day: rivals + weight + (len(told[day]) > 1) * WEIGHTS["told twice"]
        for day, (weight, _) in best.items()
    }
    ranked = sorted(weighed, key=weighed.__getitem__, reverse=True)
    if not ranked or weighed[ranked[0]] < ENOUGH:
        return None
    if len(ranked) > 1 and weighed[ranked[0]] - weighed[ranked[1]] < AHEAD:
        return None
    return best[ranked[0]][1]


def _told_exactly(said: Spoken, sentence: Sentence, days: Sequence[DayTold]) -> DayTold:
    """ "Sunday it is, the twenty-ninth": the number tells which Sunday was meant."""
    near = (each for each in days if abs(each[1].index - sentence.index) <= JUST)
    return next(
        (each for each in near if sharpens(said, each[0]) or is_exactly(each[0], said)),
        (said, sentence),
    )


@dataclass(frozen=True)
class _Around:
    """The talk around a promise, and what its days show there."""

    thread: Thread
    call: Call

    @cached_property
    def _leans(self) -> bool:
        return leans(self.thread)

    @cached_property
    def _places(self) -> Sequence[Sentence]:
        return [each.sentence for each in self.thread.promises]

    def _nearest(self, sentence: Sentence) -> Sentence:
        """The place of the promise that a sentence stands nearest to."""
        return min(self._places, key=lambda each: abs(each.index - sentence.index))

    def days(self) -> Iterator[DayTold]:
        """Every day of the talk around the promise, with where it is told."""
        mine = {each.index for each in self._places}
        for index in sorted(
            {
                near
                for each in self._places
                for near in range(each.index - MOST, each.index + MOST + 1)
            }
            | {each.index for each in self._bargain}
        ):
            if index in mine or not 0 <= index < len(self.call.sentences):
                continue
            sentence = self.call.sentences[index]
            place = self._nearest(sentence)
            within = place.turn - BACK <= sentence.turn <= place.last_turn + ON
            if not within and sentence not in self._bargain:
                continue
            if not self.call.is_participant(sentence.speaker):
                continue
            today = self.call.today(sentence.speaker)
            for said in find(own_words(sentence.text), today=today, bare=count(sentence.text) <= 5):
                is_ahead = said.kind == "meeting" or (said.due and said.due > today)
                if said.kind in _KINDS and is_ahead and not self._is_vain(said, sentence):
                    yield said, sentence

    @cached_property
    def _bargain(self) -> Sequence[Sentence]:
        """ "When, though? The Saturday?" "Fine." "No, wait, Sunday." "Sunday it is." One talk."""
        found: list[Sentence] = []
        for place in self._places:
            until = 0
            for sentence in self.call.sentences[place.index + 1 : place.index + 2 * MOST]:
                if sentence.turn <= place.last_turn + ON and _is_asked_when(sentence, self.call):
                    until = sentence.last_turn + 1
                elif sentence.turn <= until:
                    found.append(sentence)
                    today = self.call.today(sentence.speaker)
                    if find(sentence.text, today=today, bare=count(sentence.text) <= 5):
                        until = max(until, sentence.last_turn + 1)
        return found

    def _is_vain(self, said: Spoken, sentence: Sentence) -> bool:
        """ "Don't make me wait till our next one", "Does Sunday count?": no day is given."""
        before = plain(sentence.text[: said.start])
        if said.preposition in ("till", "until") and NOT.search(before):
            return True
        own = sentence.speaker == self.thread.owner and not self.thread.is_joint
        if own and asks_itself(sentence):
            return True
        if (
            sentence.index < self._nearest(sentence).index
            and said.kind != "meeting"
            and self._leans
        ):
            return True
        if echoes_a_remark(said, sentence, self.thread, self.call):
            return True
        return is_past(sentence.text, said) or is_anything_elses(said, sentence, self.call)

    def shows(self, said: Spoken, sentence: Sentence) -> Iterable[str]:
        """What ties a day to the promise, and what speaks against it."""
        yield "day"
        yield from self._where(said, sentence)
        goes = any(_GOES.search(plain(each.deed)) for each in self.thread.promises)
        if (self.thread.is_joint or goes) and self._is_echoed(said, sentence):
            if self.thread.is_joint:
                yield "echoed, and both are there"
            if goes:
                yield "echoed, and one goes there"
        if goes and _IS_ON.search(plain(sentence.text)):
            yield "something is on, and one goes there"
        if said.kind == "meeting":
            yield "their next call"
        if is_of_another(plain(sentence.text[: said.start]), self.thread):
            yield "of something else"
        if is_remark(sentence.text, said):
            yield "a remark"
        if said.due and (said.due - self.call.today(self.thread.owner)).days > FAR_AHEAD:
            yield "far ahead"
        if not all(content(each.deed) for each in self.thread.promises):
            yield "little is promised"

    def _where(self, said: Spoken, sentence: Sentence) -> Iterable[str]:
        first = last = self._nearest(sentence)
        own = sentence.speaker == self.thread.owner
        is_before = sentence.index < first.index
        away = first.turn - sentence.last_turn if is_before else sentence.turn - last.last_turn
        if _SETTLES.match(plain(sentence.text[said.start :])):
            yield "settled"
        if sentence in self._bargain:
            if own or self.thread.is_joint:
                yield "asked for"
            return
        if away > 1:
            yield "two turns away"
        if away > 2:
            yield "three turns away"
        alone = count(plain(sentence.text).replace(plain(said.phrase), "")) <= ALONE
        if first.turn <= sentence.turn <= last.last_turn:
            if own:
                yield "owner beside"
        elif is_before:
            if not own:
                yield "partner before"
            if said.kind == "meeting":
                yield "their next call, before"
            if not own and away <= 1 and self._is_offered(sentence):
                yield "offered"
                if alone:
                    yield "offered alone"
        else:
            if own and self._is_asked_for(sentence):
                yield "asked for"
            if any(map(self._moves_on, self.call.sentences[last.index + 1 : sentence.index + 1])):
                yield "after the talk moved on"

    def _is_offered(self, sentence: Sentence) -> bool:
        """Does the other one ask for something, or propose it, in the same turn?"""
        at = sentence.index
        near = self.call.sentences[max(0, at - 4) : at + 5]
        return any(
            _OFFERS.search(plain(each.text)) and each.turn == sentence.turn
            for each in near
            if each.speaker == sentence.speaker
        )

    def _is_asked_for(self, sentence: Sentence) -> bool:
        before = self.call.sentences[max(0, sentence.index - 3) : sentence.index]
        return any(asks_when(each) and each.speaker != sentence.speaker for each in before)

    def _moves_on(self, sentence: Sentence) -> bool:
        """Does the talk turn to something else? "What about the tenth?" asks for the day."""
        if not moves_on(sentence, self.thread):
            return False
        return not find(sentence.text, today=self.call.today(sentence.speaker))

    def _is_echoed(self, said: Spoken, sentence: Sentence) -> bool:
        """Does the other one name the day too, within a breath or two?"""
        near = self.call.sentences[max(0, sentence.index - 4) : sentence.index + 5]
        return any(
            (each.due, each.kind in _KINDS) == (said.due, True)
            for other in near
            if other.speaker != sentence.speaker
            for each in find(other.text, today=self.call.today(other.speaker), bare=True)
        )
