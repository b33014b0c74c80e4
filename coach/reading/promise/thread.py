"""One thing that one person promised, wherever in the call it is spoken of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from math import log

from coach.cues import plain
from coach.dates import Spoken
from coach.reading import Call
from coach.reading.promise import INTO_THE_AIR, THOUGHTS, TIMELESS, Promise
from coach.reading.promise.forms import JOINT
from coach.reading.speech import Sentence
from coach.reading.words import count
from coach.records.claims import Quote

ENOUGH = 2.0
"""The weight from which a thread is taken for a promise while the call is still being heard."""
SURE = 4.25
"""The weight from which no language model's silence takes a promise away: said in so many words."""
CARRIES = 1.2
"""The weight from which a promise may take a thread up again."""
NEAR = 5
"""Turns within which a promise is taken up again as the same one."""


_TIME_OF_DAY = re.compile(r"^(?:in the )?(?:morning|afternoon|evening)$")

_SO = re.compile(r"(?:\W*(?:and|okay|ok|right|yes|yeah)\b)*\W*(?:so|then|by)\b")
"""How one begins who draws a conclusion, or names a limit."""

DayTold = tuple[Spoken, Sentence]
"""A day and where it was said."""


@dataclass(slots=True)
class Thread:
    """One thing that one person promised, with every place it is spoken of."""

    owner: str
    promises: list[Promise]
    due: Spoken | None = None
    due_sentence: Sentence | None = None
    echoes: list[Sentence] = field(default_factory=list)
    label: str = ""
    """what the read-back calls it"""
    counted_from: DayTold | None = None
    """the day that `due` goes on from: "the Monday after" it"""
    fell: bool = False
    """did its day fall, so that the talk around it gives none either?"""

    @property
    def weight(self) -> float:
        """The best of its promises, a little more for being said twice, and for the read-back."""
        best = max(promise.weight for promise in self.promises)
        dated = 0.0 if any(promise.due for promise in self.promises) else self._dated()
        repeated = 0.4 if len(self.promises) > 1 else 0.0
        read_back = 0.6 * bool(self.echoes) + 0.6 * bool(self.label)
        return best + dated + repeated + read_back

    def _dated(self) -> float:
        """What a day is worth that was said beside its promises."""
        if self.due is None:
            return 0.0
        best = max(self.promises, key=lambda promise: promise.weight)
        if INTO_THE_AIR in best.reasons and not self._owner_dates(best):
            return 0.0
        timeless = all(promise.form in TIMELESS for promise in self.promises)
        settles = timeless and best.form != "am_doing"
        settles = settles or (best.form in THOUGHTS and self._owner_settles(best))
        return 1.4 if settles and self.due.due else 0.8

    def _owner_dates(self, promise: Promise) -> bool:
        """Is the day the owner's own word, in the breath of the promise or in the next one?"""
        told = self.due_sentence
        return told is None or (
            told.speaker == self.owner and told.turn <= promise.sentence.last_turn + 2
        )

    def _owner_settles(self, promise: Promise) -> bool:
        """ "I can make one." "And when do they come?" "So by the twentieth." """
        told = self.due_sentence
        later = told is not None and told.index > promise.sentence.index
        return bool(later and self._owner_dates(promise) and told and _SO.match(plain(told.text)))

    @property
    def subject(self) -> frozenset[str]:
        """Content words of everything promised in it."""
        return frozenset().union(*(promise.subject for promise in self.promises))

    @property
    def last_turn(self) -> int:
        """Where it was last taken up."""
        return max(promise.sentence.last_turn for promise in self.promises)

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """The words of every place in it, in the order said: of a turn those that bind most."""
        said: dict[int, tuple[bool, float, int, str]] = {}
        for sentence, start, end, weight in self._places():
            for turn, words in sentence.quotes(start, end):
                told = (count(words) > 2, weight, len(words), words.strip(" ,;"))
                said[turn] = max(said.get(turn, told), told)
        return tuple(Quote(turn=turn, words=told[-1]) for turn, told in sorted(said.items()))

    def _places(self) -> Iterator[tuple[Sentence, int, int | None, float]]:
        for promise in self.promises:
            if promise.request:
                yield promise.request, 0, None, 0.0
            yield promise.sentence, promise.start, promise.end, promise.weight
        for sentence in (self.due_sentence, *self.echoes):
            if sentence:
                yield sentence, 0, None, 0.0

    @property
    def is_joint(self) -> bool:
        """Did one of them promise it for both?"""
        return any(promise.form == JOINT for promise in self.promises)

    @property
    def conditional(self) -> bool:
        """Does it wait for something that may not happen?"""
        return any(promise.conditional for promise in self.promises if promise.weight >= 1.0)


def rarity_of(call: Call) -> Mapping[str, float]:
    """How telling a word is, 0 to 2: the fewer sentences of this call hold it, the more."""
    seen = Counter(word for said in call.sentences for word in said.content)
    total = max(2, len(call.sentences))
    return Counter({word: 2 * log(total / times) / log(total) for word, times in seen.items()})


def said_in(day: Spoken, sentence: Sentence) -> Quote:
    """Where a day stands: its words, in the turn that holds the first of them."""
    start = max(0, sentence.text.find(day.phrase))
    turn, words = sentence.quotes(start, start + len(day.phrase))[0]
    return Quote(turn=turn, words=words)


def wants_a_day(due: Spoken | None) -> bool:
    """Is no day known yet? "In the morning" is one only where the talk names no other."""
    if due is None or (due.due is None and due.kind != "meeting"):
        return True
    return bool(_TIME_OF_DAY.search(plain(due.phrase)))
