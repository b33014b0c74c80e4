"""A call as somebody hears it who minds what is private: which words are a cue, and which only
sound like one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from coach.discretion import aside, cues, denials, marks
from coach.discretion.frames import Cue
from coach.discretion.talk import FUNCTION, WORD, Sentence, stem
from coach.sieve import Sieve

_OPENING = Sieve((cue, cue.pattern) for cue in cues.OPENING)


@dataclass(frozen=True)
class Heard:
    """A cue that opens a secret, in the sentence `at`."""

    at: int
    cue: Cue
    at_once: bool
    """Is the secret told in the same breath?"""


class Listening:
    """The sentences of one call, the cues in them, and small questions about them."""

    def __init__(self, row: Sequence[Sentence], names: frozenset[str]) -> None:
        self.row, self.names = row, names
        self.turns: dict[int, list[int]] = {}
        for index, sentence in enumerate(row):
            self.turns.setdefault(sentence.turn, []).append(index)

    def _cues(self) -> Iterator[Heard]:
        for at, sentence in enumerate(self.row):
            heard = sentence.heard
            cue = next((cue for cue in _OPENING.through(heard) if cue.regex.search(heard)), None)
            if cue:
                yield Heard(at, cue, self._is_told_at(at))

    def _is_told_at(self, at: int) -> bool:
        if not self._is_empty(at):
            return aside.is_told_in(self.row[at])
        if self._ends_turn(at) or self._content(at + 1) < 2:
            return False
        return aside.leads_into(self.row[at], self.row[at + 1])

    def _is_void(self, heard: Heard) -> bool:
        """Is it taken back, played at, or part of the ground rules?"""
        at, cue, said = heard.at, heard.cue, self.row[heard.at]
        if heard.at_once:
            return False
        if denials.OPEN_AFTER_ALL.search(said.heard) or denials.JOKES.search(said.heard):
            return True
        if cue.kind == "spares":
            return not self._hesitates(said.turn - 1)
        if cue.kind == "unpublished" and denials.ARTEFACTS.search(said.heard):
            return True
        if cue.kind == "asks" and "tell" in said.heard and self._is_laughed_at(at):
            return True
        return not marks.OPENS.search(said.heard) and self._is_among_rules(said.turn)

    def _is_among_rules(self, turn: int) -> bool:
        return any(denials.RULES.search(near.heard) for near in self._said_in(turn - 2, turn + 3))

    def _is_laughed_at(self, at: int) -> bool:
        turn = self.row[at].turn
        return "please" not in self.row[at].heard and any(
            marks.LAUGHTER.search(said.heard) for said in self._said_in(turn, turn + 3)
        )

    def _hesitates(self, turn: int) -> bool:
        words = [word for said in self._said_in(turn, turn + 1) for word in said.words]
        return len(words) <= 12 and not marks.HESITATION.isdisjoint(words)

    # Small questions

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

    def _content(self, index: int) -> int:
        """Words of a sentence besides grammar, the names of the two, and talk about talking."""
        rest = marks.OPENS.sub(" ", self.row[index].heard)
        for cue in cues.CUES:
            rest = cue.regex.sub(" ", rest)
        return sum(word not in FUNCTION and word not in self.names for word in WORD.findall(rest))

    def _ends_turn(self, index: int) -> bool:
        return self.turns[self.row[index].turn][-1] == index

    def _turn_end(self, index: int) -> int:
        return self.turns[self.row[index].turn][-1] + 1
