"""A call as somebody hears it who minds what is private: what opens a secret."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence, Set
from typing import get_args

from coach.discretion import cues
from coach.discretion.cues import confiding, denials, exchange, marks
from coach.discretion.cues.frames import Cue
from coach.discretion.hearing import OPENING, TOLD, Heard, first_of
from coach.discretion.passages import announcing, aside, traces
from coach.discretion.passages.doubting import Doubting
from coach.discretion.passages.traces import BEFORE, NEAR
from coach.discretion.talk import Sentence, stem
from coach.records import Scope
from coach.sieve import Sieve

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
LED_UP = 2
"""Sentences before a confided matter that lead up to it, and may name whose it is."""
OFFER = 6
"""Content words at most of an offer: with more, the secret is told in it."""
ANNOUNCED: Mapping[Scope, Cue] = {
    scope: Cue("announces", scope, "", "", "") for scope in get_args(Scope)
}
"""What is heard where several signs announce a secret together: no words of its own."""
KNOWN_TO_FEW = Cue("answers", "between_us", "", "", "")
"""What is heard in the answer, where the other asked who knows of it."""
MEETING = Cue("meets", "between_us", "", "", "")
"""What is heard where families of traces meet."""


PICTURED = Cue("pictures", "between_us", "", "", "")
"""What is heard where a picture is drawn and taken up."""
NODDED = 2
"""Content words at most of an answer that does no more than let the other tell."""
PICTURING, TAKEN_UP, ECHO = 3, 8, 3
"""Sentences of a turn in which a picture is drawn; words at most that take it up, and of a question
that does."""


class Listening(Doubting):
    """The cues of one call, and what is heard without one."""

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
            elif cue := first_of(OPENING, sentence):
                yield Heard(at, cue, self._is_told_at(at), sentence.speaker)
            elif self._is_recalled(at) or self._is_weighed_and_told(at):
                yield Heard(at, PICTURED, False, None, at)
            elif self._is_known_to_few(at):
                yield Heard(at, KNOWN_TO_FEW, False, sentence.speaker)
            elif cue := self._offered_and_told(at):
                yield Heard(at, cue, False, sentence.speaker, at)
            elif cue := self._confided(at):
                first = max(self.turns[turn][0], at - LED_UP)
                yield Heard(first, cue, True, sentence.speaker)

    def asks_in(self, turns: Collection[int]) -> bool:
        """Do words of these turns ask by themselves that something be kept?"""
        return any(said.turn in turns and first_of(OPENING, said) for said in self.row)

    def _announced(self) -> Iterator[Heard]:
        """Secrets announced by several signs together."""
        for at, said in enumerate(self.row):
            signs = announcing.signs_in(said)
            if signs and self._is_announcing(at):
                cue = ANNOUNCED[announcing.scope_of(signs)]
                yield Heard(at, cue, True, said.speaker)

    def _met(self, held: Set[int]) -> Iterator[Heard]:
        """Secrets of which traces meet where nothing is `held` yet."""
        for turn, own in self.turns.items():
            first = next((at for at in own if self._tells(at)), None)
            if first is None:
                continue
            near = [at for n in range(turn, turn + NEAR) for at in self.turns.get(n, ())]
            if not held.isdisjoint(near):
                continue
            if traces.weigh(self._met_at(first, near)) < traces.ENOUGH:
                continue
            if not (self._is_unmeant(turn) or self._states_rules(turn - 1, turn + NEAR)):
                yield Heard(first, MEETING, True, self.row[first].speaker)

    def _met_at(self, first: int, near: Sequence[int]) -> frozenset[str]:
        """What meets in the turns `near`, of which one tells in the sentence `first`."""
        talk, teller = [self.row[at] for at in near], self.row[first].speaker
        turn = self.row[first].turn
        families = [traces.families_in(said) for said in talk]
        telling = [met & traces.TELLING for met in families]
        room = (said.shows(marks.OPENS) for said in self._said_in(turn - 1, turn + 1))
        others = (said.speaker != teller for said in talk)
        also = {
            "two of telling": len(frozenset().union(*telling)) > 1,
            "told of thrice": sum(map(bool, telling)) > 2,
            "room was made": any(room),
            "hesitates": not marks.HESITATION.isdisjoint(self.row[near[0]].words[:1]),
            "the other feels": any(
                "felt" in met for met, of in zip(families, others, strict=True) if of
            ),
            "heartfelt": sum(map(aside.heartfelt, talk)) > 1,
            "work": sum(map(aside.works, talk)) > 2,
            "public": any(said.shows(denials.PUBLIC) for said in talk),
            "dates": sum(said.shows(marks.DAY) for said in talk) > 2,
            "laughter": any(said.shows(marks.LAUGHTER) for said in talk),
        }
        return frozenset().union(*families) | {name for name, is_so in also.items() if is_so}

    def _is_unmeant(self, turn: int) -> bool:
        """Is discretion played at here, or asked of a document?"""
        return any(
            said.shows(denials.JOKES)
            or (said.shows(denials.HANDED_OVER) and self._names_artefact(said.turn))
            for said in self._said_in(turn - BEFORE, turn + NEAR)
        )

    def _tells(self, at: int) -> bool:
        """Does it show words about telling?"""
        return not traces.TELLING.isdisjoint(traces.families_in(self.row[at]))

    def _is_announcing(self, at: int) -> bool:
        said = self.row[at]
        features = announcing.features_at(at, self.row, self.turns)
        if not announcing.SCALE.holds(features):
            return False
        if said.shows(denials.OPEN_AFTER_ALL) or said.shows(denials.JOKES):
            return False
        return not self._states_rules(said.turn - 1, said.turn + 2)

    def _confided(self, at: int) -> Cue | None:
        """A matter that people keep to themselves, told as a confidence or met as one."""
        said = self.row[at]
        matter = first_of(_MATTERS, said)
        if matter is None or self._states_rules(said.turn - 1, said.turn + 2):
            return None
        near = self._said_in(said.turn, said.turn + 3)
        own = (sentence for sentence in near if sentence.speaker == said.speaker)
        answer = next(self._said_in(said.turn + 1, said.turn + 2), None)
        confided = next((cue for near in own if (cue := first_of(_CONFIDED, near))), None)
        if confided or said.is_question():
            return confided
        return matter if answer and first_of(_SYMPATHY, answer) else None

    def _is_recalled(self, at: int) -> bool:
        """ "And the other part, from the stairs?": an older secret, asked for by its picture."""
        said = self.row[at]
        if said.shows(marks.TOLD_BEFORE):
            return sum(self._content(on) for on in self.turns[said.turn] if on > at) >= TOLD
        if not said.is_question() or not said.shows(marks.THE_OTHER):
            return False
        turn = self.turns[said.turn]
        return any(_pictures(self.row[on]) for on in turn if at <= on <= at + 1)

    def _is_known_to_few(self, at: int) -> bool:
        """ "Does your sister know?" "No. Nobody." """
        said = self.row[at]
        asked = self.turns.get(said.turn - 1, [])
        if not asked or self.turns[said.turn][0] != at:
            return False
        if not self.row[asked[-1]].shows(marks.WHO_KNOWS):
            return False
        after = self.turns.get(said.turn + 1, [])
        goes_on = after and self.row[after[0]].speaker == said.speaker
        heard = self._said_in(said.turn, said.turn + (2 if goes_on else 1))
        answer = " ".join(part.heard for part in heard)
        return marks.HARDLY_ANYONE.search(answer) is not None

    def _offered_and_told(self, at: int) -> Cue | None:
        """ "There's one more, and I don't know if I should say it." And out it comes."""
        said, own = self.row[at], self.turns[self.row[at].turn]
        if not said.shows(marks.OPENS) or sum(self._content(i) for i in own if i > at) < TOLD:
            return None
        return first_of(_DELICATE, said)

    def _exchange(self, turn: int) -> Heard | None:
        """The end of an exchange that begins in `turn`: somebody makes room to tell something, and
        says why it is delicate, or gets the other's word to keep it.
        """
        own = self.turns[turn]
        pictured = self._weighed(turn)
        if pictured is None:
            pictured = self._pictured(turn)
        if pictured is not None:
            end = self._answer(turn)[-1]
            return Heard(end, PICTURED, False, self.row[pictured].speaker, pictured)
        room_made = (marks.OPENS, marks.TOLD_BEFORE, marks.RENEWS)
        offered = [at for at in own if any(map(self.row[at].shows, room_made))]
        delicate = {at: cue for at in own if (cue := first_of(_DELICATE, self.row[at]))}
        if not (offered or delicate) or any(self._is_told_at(at) for at in own):
            return None
        last = max([*offered, *delicate])
        answer = self._answer(turn)
        word = next((cue for at in answer if (cue := first_of(_ASSURING, self.row[at]))), None)
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

    def _weighed(self, turn: int) -> int | None:
        """Index of the sentence that says that something will be told, where a weight is put upon
        it ("there's one thing, and you have no ears"), the other just nods, and it is told.
        """
        own = self.turns[turn]
        nodded = sum(len(said.words) for said in self._said_in(turn + 1, turn + 2))
        if not 0 < nodded <= TAKEN_UP:
            return None
        said = [at for at in own if self._pretells(at)]
        after = [at for at in own if said and at >= said[-1]]
        weighed = [at for at in after if self.row[at].shows(exchange.WEIGHS)]
        if not weighed or any(self._content(at) for at in after if at > weighed[-1]):
            return None
        answer = self._answer(turn)
        short = sum(self._content(at) for at in answer) <= NODDED
        few = sum(self._content(at) for at in after) <= OFFER
        return said[-1] if answer and short and few and self._tells_on(turn) else None

    def _is_weighed_and_told(self, at: int) -> bool:
        """ "I'll say one thing, and it's not for the corridors." And out it comes."""
        said, own = self.row[at], self.turns[self.row[at].turn]
        if at == own[-1] or not said.shows(exchange.PRETELLS):
            return False
        return said.shows(exchange.WEIGHS) and sum(self._content(on) for on in own if on > at) >= 2

    def _pretells(self, at: int) -> bool:
        return self.row[at].shows(exchange.PRETELLS) or self.row[at].shows(marks.OPENS)

    def _pictured(self, turn: int) -> int | None:
        """Index of the sentence, among the last of a turn, that puts what comes into a picture
        ("this one sleeps in your room"), where the other takes up that picture and no more ("It's
        asleep.") and the telling begins.
        """
        own = self.turns[turn][-PICTURING:]
        drawn = [at for at in own if self.row[at].shows(exchange.PICTURES)]
        said = list(self._said_in(turn + 1, turn + 2)) if drawn else []
        words = sum(len(part.words) for part in said)
        asks = any(part.is_question() for part in said) and words > ECHO
        turns = any(marks.NAMED.match(part.heard) or part.shows(marks.SHIFTS) for part in said)
        taken = {word for part in said for word in _pictures(part)}
        if not taken or asks or turns or words > TAKEN_UP:
            return None
        for at in drawn:
            near = [on for on in own if at - 1 <= on <= at]
            points = self.row[near[0]].shows(exchange.PUT_THERE) or self.row[at].shows(
                exchange.POINTS_AT
            )
            to_you = any(self.row[on].shows(exchange.SAID_TO) for on in near)
            if points and to_you and not taken.isdisjoint(_pictures(self.row[at])):
                return near[0] if self._answer(turn) and self._tells_on(turn) else None
        return None

    def _tells_on(self, turn: int) -> bool:
        """Does the one of this turn, answered in the next, then say more, and not ask?"""
        next_own = self.turns.get(turn + 2, [])
        if not next_own or self.row[next_own[0]].speaker != self.row[self.turns[turn][0]].speaker:
            return False
        first = self.row[next_own[0]]
        told = sum(self._content(at) for at in next_own) >= 2
        return told and not first.is_question() and not self._moves_on(first)

    def _is_taken_up(self, turn: int) -> bool:
        """Does the other just nod or ask for it, and the telling goes on?"""
        answer = self._answer(turn)
        nods = all(self._is_empty(at) or self.row[at].shows(marks.INVITES) for at in answer)
        return bool(answer) and nods and self._tells_on(turn)

    def _is_asked_for(self, at: int) -> bool:
        """Does the other ask for it ("On you go."), where hardly anything was said yet?"""
        turn = self.row[at].turn
        said = any(self.row[on].shows(marks.INVITES) for on in self.turns.get(turn + 1, ()))
        return said and self._content_of_turn(at) <= OFFER and self._is_taken_up(turn)

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


def _pictures(said: Sentence) -> set[str]:
    return {stem(word) for word in exchange.PICTURES.findall(said.heard)}
