"""The sentences of a call, and small questions about them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from coach.discretion import cues
from coach.discretion.cues import marks, resuming
from coach.discretion.cues.frames import Cue
from coach.discretion.talk import FUNCTION, WORD, Sentence, stem
from coach.sieve import Sieve

_CUES = Sieve((cue, cue.pattern) for cue in cues.CUES)
OPENING = Sieve((cue, cue.pattern) for cue in cues.OPENING)
TOLD = 4
"""Content words beside a cue that make its turn tell the secret by itself."""
ITEM = 10
"""Words at most of an item in a list."""
ITEMS = 3
"""Short sentences with a day each, in one turn, that make a list."""


@dataclass(frozen=True)
class Heard:
    """A cue that opens a secret, in the sentence `at`."""

    at: int
    cue: Cue
    at_once: bool
    """Is the secret told in the same breath?"""
    teller: str | None = None
    offered: int | None = None
    """Index of the sentence that made room for the secret, where an exchange came before it."""
    told: int | None = None
    """Index of the sentence, in that turn, from which more than an offer is said."""


class Hearing:
    """The sentences of one call."""

    def __init__(
        self, row: Sequence[Sentence], names: frozenset[str], *, cues_alone: bool = False
    ) -> None:
        self.row, self.names, self.cues_alone = row, names, cues_alone
        self.turns: dict[int, list[int]] = {}
        for index, sentence in enumerate(row):
            self.turns.setdefault(sentence.turn, []).append(index)

    def _names(self) -> Counter[str]:
        return Counter({stem(name): len(self.row) for name in self.names})

    def _said_in(self, first: int, after: int) -> Iterator[Sentence]:
        for turn in range(first, after):
            yield from (self.row[index] for index in self.turns.get(turn, ()))

    def _is_empty(self, index: int) -> bool:
        """Is this only talk about talking?"""
        return not self._content(index)

    def _content_of_turn(self, at: int) -> int:
        """Content words of a turn up to and with the sentence `at`."""
        return sum(self._content(i) for i in self.turns[self.row[at].turn] if i <= at)

    def _content_from(self, at: int) -> int:
        """Content words of a turn from the sentence `at` on."""
        return sum(self._content(i) for i in self.turns[self.row[at].turn] if i >= at)

    def _content(self, index: int) -> int:
        """Words of a sentence besides grammar, the names of the two, and talk about talking."""
        said = self.row[index]
        key = id(_CUES)
        if key not in said.heard_in:
            rest = marks.OPENS.sub(" ", said.heard)
            for cue in _CUES.through(said.heard):
                rest = cue.regex.sub(" ", rest)
            said.heard_in[key] = [word for word in WORD.findall(rest) if word not in FUNCTION]
        return sum(word not in self.names for word in said.heard_in[key])

    def _goes_over_list(self, index: int) -> bool:
        """Is it one of several short items in its turn, with a day each?"""
        turn = self.turns[self.row[index].turn]
        items = [at for at in turn if self._is_item(self.row[at])]
        return len(items) >= ITEMS and index >= items[0]

    def _is_item(self, said: Sentence) -> bool:
        if len(said.words) > ITEM or said.shows(marks.TOLD_OF):
            return False
        return said.shows(marks.DAY)

    def _moves_on(self, said: Sentence) -> bool:
        return self._leaves(said) or said.shows(marks.SHIFTS)

    def _leaves(self, said: Sentence) -> bool:
        """Said so plainly that it leaves the subject even where it names it."""
        # "Hello, Ana", said by one of the two to the other in mid-call, is play.
        greets = said.shows(marks.GREETS) and self.names.isdisjoint(said.words)
        asks = said.is_question() and said.shows(resuming.ASKED_WHETHER)
        resumes = said.shows(resuming.RESUMES) and not asks
        return greets or resumes or said.shows(marks.ROUND)

    def _ends_turn(self, index: int) -> bool:
        return self.turns[self.row[index].turn][-1] == index

    def _turn_end(self, index: int) -> int:
        return self.turns[self.row[index].turn][-1] + 1


def cue_words(said: Sentence) -> Iterator[re.Match[str]]:
    """Every stretch of a sentence that is a cue."""
    for cue in _CUES.through(said.heard):
        yield from cue.regex.finditer(said.heard)


def first_of(sieve: Sieve[Cue], sentence: Sentence) -> Cue | None:
    """The first cue of a sieve that fits the words of a sentence."""
    heard, found, key = sentence.heard, sentence.heard_in, id(sieve)
    if key not in found:
        fits = (cue for cue in sieve.through(heard) if cue.regex.search(heard))
        found[key] = next(fits, None)
    cue: Cue | None = found[key]
    return cue
