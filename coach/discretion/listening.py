"""A call as somebody hears it who minds what is private: which words are a cue, and which only
sound like one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import get_args

from coach.discretion import announcing, aside, confiding, cues, denials, marks
from coach.discretion.frames import Cue
from coach.discretion.talk import FUNCTION, WORD, Sentence, stem
from coach.records import Scope
from coach.sieve import Sieve

_CUES = Sieve((cue, cue.pattern) for cue in cues.CUES)
_OPENING = Sieve((cue, cue.pattern) for cue in cues.OPENING)
_DELICATE = Sieve((cue, cue.pattern) for cue in cues.CUES if cue.kind in ("delicate", "assures"))
_ASSURING = Sieve(
    (cue, cue.pattern)
    for cue in cues.CUES
    if cue.kind in ("assures", "promises", "asks", "mutes", "private")
)
_MATTERS = Sieve((cue, cue.pattern) for cue in confiding.MATTERS)
_CONFIDED = Sieve((cue, cue.pattern) for cue in confiding.CONFIDED)
_SYMPATHY = Sieve((cue, cue.pattern) for cue in confiding.SYMPATHY)
_REPLY = 20
"""Words at most of an answer to an offer to tell something."""
TOLD = 4
"""Content words beside a cue that make its turn tell the secret by itself."""
_THIS = re.compile(r"\bthis\b|\bfirst\b")
"""Words of a request that may point at what comes."""
LED_UP = 2
"""Sentences before a confided matter that lead up to it, and may name whose it is."""
ITEM = 10
"""Words at most of an item in a list."""
ITEMS = 3
"""Short sentences with a day each, in one turn, that make a list."""
OFFER = 6
"""Content words at most of an offer: with more, the secret is told in it."""
ANNOUNCED: Mapping[Scope, Cue] = {
    scope: Cue("announces", scope, "", "", "") for scope in get_args(Scope)
}
"""What is heard where several signs announce a secret together: no words of its own."""


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


class Listening:
    """The sentences of one call, the cues in them, and small questions about them."""

    def __init__(
        self, row: Sequence[Sentence], names: frozenset[str], *, cues_alone: bool = False
    ) -> None:
        self.row, self.names, self.cues_alone = row, names, cues_alone
        self.turns: dict[int, list[int]] = {}
        for index, sentence in enumerate(row):
            self.turns.setdefault(sentence.turn, []).append(index)

    def _cues(self) -> Iterator[Heard]:
        ends = (end for turn in self.turns if (end := self._exchange(turn)))
        exchanged = {end.at: end for end in ends if not self._is_void(end)}
        offers = {
            self.row[end.offered].turn for end in exchanged.values() if end.offered is not None
        }
        answers = {self.row[at].turn for at in exchanged}
        for at, sentence in enumerate(self.row):
            turn = sentence.turn
            if at in exchanged:
                yield exchanged[at]
            elif turn in offers or (turn in answers and self._is_empty(at)):
                continue
            elif cue := _first(_OPENING, sentence):
                yield Heard(at, cue, self._is_told_at(at), sentence.speaker)
            elif cue := self._confided(at):
                first = max(self.turns[turn][0], at - LED_UP)
                yield Heard(first, cue, True, sentence.speaker)

    def _announced(self) -> Iterator[Heard]:
        """Secrets announced by several signs together."""
        for at, said in enumerate(self.row):
            signs = announcing.signs_in(said)
            if signs and self._is_announcing(at):
                cue = ANNOUNCED[announcing.scope_of(signs)]
                yield Heard(at, cue, True, said.speaker)

    def _is_announcing(self, at: int) -> bool:
        said = self.row[at]
        features = announcing.features_at(at, self.row, self.turns)
        if announcing.SCALE.weigh(features) < announcing.SCALE.enough:
            return False
        if said.shows(denials.OPEN_AFTER_ALL) or said.shows(denials.JOKES):
            return False
        return not self._states_rules(said.turn - 1, said.turn + 2)

    def _confided(self, at: int) -> Cue | None:
        """A matter that people keep to themselves, told as a confidence or met as one."""
        said = self.row[at]
        matter = _first(_MATTERS, said)
        if matter is None or self._states_rules(said.turn - 1, said.turn + 2):
            return None
        near = self._said_in(said.turn, said.turn + 3)
        own = (sentence for sentence in near if sentence.speaker == said.speaker)
        answer = next(self._said_in(said.turn + 1, said.turn + 2), None)
        confided = next((cue for near in own if (cue := _first(_CONFIDED, near))), None)
        if confided or said.is_question():
            return confided
        return matter if answer and _first(_SYMPATHY, answer) else None

    def _exchange(self, turn: int) -> Heard | None:
        """The end of an exchange that begins in `turn`: somebody makes room to tell something, and
        says why it is delicate, or gets the other's word to keep it.
        """
        own = self.turns[turn]
        offered = [at for at in own if self.row[at].shows(marks.OPENS)]
        delicate = {at: cue for at in own if (cue := _first(_DELICATE, self.row[at]))}
        if not (offered or delicate) or any(self._is_told_at(at) for at in own):
            return None
        last = max([*offered, *delicate])
        answer = self._answer(turn)
        word = next((cue for at in answer if (cue := _first(_ASSURING, self.row[at]))), None)
        room = bool(offered) or self._had_made_room(turn)
        cue = next(iter(delicate.values()), word)
        if cue is None or not (room or (word and cue.kind == "delicate")):
            return None
        content = {at: self._content(at) for at in own if at >= min([*offered, *delicate])}
        if not (word and delicate) and last < own[-1] - 1:
            return None
        if not word and sum(content.values()) > OFFER:
            return None
        end = answer[-1] if answer else own[-1]
        told = [at for at, words in content.items() if words > (at <= last)]
        return Heard(end, cue, False, self.row[last].speaker, last, min(told, default=None))

    def _answer(self, turn: int) -> list[int]:
        """The sentences of a short answer by the other, where the next turn is one."""
        answer = self.turns.get(turn + 1, [])
        words = sum(len(self.row[at].words) for at in answer)
        voices = {self.row[at].speaker for at in [self.turns[turn][0], *answer]}
        same = len(voices) == 1 and None not in voices
        told = any(self._is_told_at(at) for at in answer)
        return [] if same or told or words > _REPLY else answer

    def _had_made_room(self, turn: int) -> bool:
        """Did whoever speaks ask, just before, whether to tell something?"""
        nodded = all(said.is_nod(self.names) for said in self._said_in(turn - 1, turn))
        return nodded and any(said.shows(marks.OPENS) for said in self._said_in(turn - 2, turn - 1))

    def _is_told_at(self, at: int) -> bool:
        if not self._is_empty(at):
            return aside.is_told_in(self.row[at])
        if self._ends_turn(at) or self._content(at + 1) < 2:
            return False
        return aside.leads_into(self.row[at], self.row[at + 1])

    def _is_void(self, heard: Heard) -> bool:
        """Is it taken back, played at, or part of the ground rules?"""
        at, cue, said = heard.at, heard.cue, self.row[heard.at]
        if said.shows(denials.HANDED_OVER) and self._names_artefact(said.turn):
            return True
        if heard.at_once:
            return False
        if heard.offered is not None:
            turn = self.row[heard.offered].turn
            laughed = any(near.shows(marks.LAUGHTER) for near in self._said_in(turn + 1, turn + 2))
            return laughed or self._states_rules(turn, turn + 2)
        if said.shows(denials.OPEN_AFTER_ALL) or said.shows(denials.JOKES):
            return True
        if cue.kind == "spares":
            reopened = any(
                near.shows(marks.NAMELESS) for near in self._said_in(said.turn, said.turn + 1)
            )
            return not (reopened or self._hesitates(said.turn - 1))
        if cue.kind == "unpublished" and said.shows(denials.ARTEFACTS):
            return True
        if cue.kind == "asks" and self._is_played_at(at):
            return True
        if said.shows(marks.OPENS):
            return False
        # "Don't put this", asked of one secret, may be answered with the rule for all of them.
        after = said.turn + (1 if self._comes_now(at) else 3)
        return self._states_rules(said.turn - 2, after)

    def _comes_now(self, at: int) -> bool:
        """ "Don't put this." ("Okay.") and then more: what comes is meant, where nothing came."""
        said = self.row[at]
        points = any(_THIS.search(words[0]) for words in cue_words(said))
        if not points or self._content_of_turn(at) >= TOLD:
            return False
        for turn in range(said.turn + 1, said.turn + 4):
            if sum(self._content(index) for index in self.turns.get(turn, ())) >= TOLD:
                first = self.row[self.turns[turn][0]]
                return not (first.is_question() or first.shows(marks.SHIFTS))
        return False

    def _names_artefact(self, turn: int) -> bool:
        return any(said.shows(denials.ARTEFACTS) for said in self._said_in(turn, turn + 1))

    def _states_rules(self, first: int, after: int) -> bool:
        return any(said.shows(denials.RULES) for said in self._said_in(first, after))

    def _is_played_at(self, at: int) -> bool:
        """Is it asked with a laugh, or is telling laughed at after?"""
        said = self.row[at]
        if "please" in said.heard:
            return False
        after = self._said_in(said.turn, said.turn + 3) if "tell" in said.heard else (said,)
        return any(near.shows(marks.LAUGHTER) for near in after)

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

    def _ends_turn(self, index: int) -> bool:
        return self.turns[self.row[index].turn][-1] == index

    def _turn_end(self, index: int) -> int:
        return self.turns[self.row[index].turn][-1] + 1


def cue_words(said: Sentence) -> Iterator[re.Match[str]]:
    """Every stretch of a sentence that is a cue."""
    for cue in _CUES.through(said.heard):
        yield from cue.regex.finditer(said.heard)


def _first(sieve: Sieve[Cue], sentence: Sentence) -> Cue | None:
    heard, found, key = sentence.heard, sentence.heard_in, id(sieve)
    if key not in found:
        fits = (cue for cue in sieve.through(heard) if cue.regex.search(heard))
        found[key] = next(fits, None)
    cue: Cue | None = found[key]
    return cue
