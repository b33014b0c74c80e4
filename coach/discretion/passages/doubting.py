"""What only sounds like a cue: taken back, played at, or part of the ground rules."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coach.discretion import cues
from coach.discretion.cues import denials, marks, resuming
from coach.discretion.hearing import TOLD, Heard, Hearing, cue_words
from coach.discretion.passages import traces
from coach.discretion.passages.traces import BEFORE
from coach.discretion.talk import Sentence

ANSWERED = 3
"""Turns from what may be played at, in which the other takes it in earnest."""
ENDED = 4
"""Turns from it in which silence is said to be over."""
ASKED_ON = 5
"""Words at most of a question about what was just confessed: "Since when?"."""
_SAID_SO = ("asks", "untold", "unpublished", "private")
"""Kinds of cue that the other may call wrong: everybody knows."""
_GUESS = 6
"""Words at most of "nobody knows" where nobody does."""
_THIS = re.compile(r"\bthis\b|\bfirst\b")
"""Words of a request that may point at what comes."""
_COMES = re.compile(
    r"\bwhat (?:comes|follows|i'm (?:going|about) to|i'll|i (?:now )?(?:say|tell))\b"
)
"""Words beside it that do."""


class Doubting(Hearing):
    """Is it meant, what was heard?"""

    def _is_void(self, heard: Heard) -> bool:
        """Is it taken back, played at, or part of the ground rules?"""
        at, cue, said = heard.at, heard.cue, self.row[heard.at]
        places = (at,) if heard.offered is None else (heard.offered, at)
        if said.shows(denials.HANDED_OVER) and self._names_artefact(said.turn):
            return True
        if self._is_over(said) or self._is_read_out(said):
            return True
        if cue.kind in _SAID_SO and any(map(self._is_mock, places)):
            return True
        if cue.kind == "asks" and said.shows(denials.MATTER_OF_TACT) and not self._is_to_come(at):
            return True
        if said.shows(denials.ONCE) or self._is_released(said) or self._is_known(at):
            return True
        if cue.kind == "mutes" and (self._is_said_instead(at) or self._is_unfinished(said)):
            return True
        if heard.at_once:
            return False
        if said.shows(denials.STOPS_TAPE) and self._is_goodbye(at):
            return True
        if cue.kind == "asks" and self._is_for_want_of_words(at):
            return True
        if cue.kind == "promises" and said.shows(denials.NEWS) and self._is_answer(said.turn):
            return True
        if cue.kind == "untold" and self._is_anyones_guess(at):
            return True
        if heard.offered is not None:
            turn = self.row[heard.offered].turn
            laughed = any(near.shows(marks.LAUGHTER) for near in self._said_in(turn + 1, turn + 2))
            return laughed or self._states_rules(turn, turn + 2)
        own = self.turns[said.turn]
        joked = any(self.row[on].shows(denials.JOKES) for on in own if at - 1 <= on <= at)
        if joked or said.shows(denials.OPEN_AFTER_ALL):
            return True
        if cue.kind == "spares":
            if self._is_offer(at):
                return True
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

    def _is_over(self, said: Sentence) -> bool:
        """ "That was the off the record bit.": a secret named only to say that it is told?"""
        if said.is_question() or not said.shows(resuming.DECLARED):
            return False
        rest = resuming.DECLARED.sub(" ", said.heard)
        return not any(cue.regex.search(rest) for cue in cues.OPENING)

    def _is_read_out(self, said: Sentence) -> bool:
        """ "The policy says don't tell anyone." Not where a secret was announced before it, nor
        where somebody goes on in words of their own: "... but in confidence, we're being sold."
        """
        text = denials.READ_OUT.search(said.heard)
        if text is None or denials.OF_OWN.search(said.heard, text.end()):
            return False
        return not any(cue.regex.search(said.heard[: text.start()]) for cue in cues.OPENING)

    def _is_answer(self, turn: int) -> bool:
        asked = list(self._said_in(turn - 1, turn))
        return bool(asked) and asked[-1].is_question()

    def _is_withdrawn(self, at: int) -> bool:
        """Is it an offer, made in this turn and taken back, that is to be forgotten?"""
        if self.row[at].shows(denials.OWN_PLAN):
            return True
        told = [self.row[index] for index in self.turns[self.row[at].turn] if index <= at]
        offered = any(said.shows(denials.OFFERS) for said in told[:-1])
        return offered and any(said.shows(denials.WITHDRAWN) for said in told)

    def _is_to_come(self, at: int) -> bool:
        """Does hardly anything stand before it in the turn?"""
        return self._content_of_turn(at) < TOLD

    def _is_said_instead(self, at: int) -> bool:
        """ "Say it. Don't write it.": how to go about it, to whoever is to do it."""
        own = self.turns[self.row[at].turn]
        near = [self.row[index] for index in own if abs(index - at) <= 1]
        return any(said.shows(denials.SAID_INSTEAD) for said in near)

    def _is_unfinished(self, said: Sentence) -> bool:
        """ "Is the draft ready?" "Not for sharing yet." """
        asked = list(self._said_in(said.turn - 1, said.turn))[-1:]
        answers = (
            said.words[:1] == ("not",)
            and said.words[-1:] == ("yet",)
            and all(near.is_question() for near in asked)
        )
        return answers and any(near.shows(denials.READY) for near in asked)

    def _is_for_want_of_words(self, at: int) -> bool:
        """ "I don't know what to say." "Don't say anything." """
        before = self._said_in(self.row[at].turn - 1, self.row[at].turn)
        return "say" in self.row[at].words and any(b.shows(denials.WORDLESS) for b in before)

    def _is_goodbye(self, at: int) -> bool:
        """Does the call end here, with hardly a word more?"""
        return sum(self._content(index) for index in range(at + 1, len(self.row))) < TOLD

    def _is_released(self, asked: Sentence) -> bool:
        """Does the other one answer, just after, that it is out by now?"""
        near = self._said_in(asked.turn + 1, asked.turn + 1 + ANSWERED)
        return any(said.speaker != asked.speaker and said.shows(denials.RELEASED) for said in near)

    def _is_known(self, at: int) -> bool:
        """ "Don't tell her. No, she knows." """
        return any(
            self.row[on].shows(denials.KNOWN_ALREADY)
            for on in self.turns[self.row[at].turn]
            if on == at + 1
        )

    def _is_mock(self, at: int) -> bool:
        """Confessed in play, called public by either of the two, or an offer withdrawn?"""
        said, turn = self.row[at], self.row[at].turn
        told = [self.row[index] for index in self.turns[turn] if index >= at]
        if "forget" in said.words and self._is_withdrawn(at):
            return True
        if said.shows(denials.JOKES):
            return True
        answer = list(self._said_in(turn + 1, turn + 2))
        if "please" in said.heard or "a matter" in traces.families_of(told):
            return False
        after = self._said_in(turn + 2, turn + 3)
        if any(self._makes_public(near) for near in (*told, *answer, *after)):
            return True
        delight = said.shows(denials.TELLING) and any(n.shows(denials.DELIGHT) for n in told[:2])
        plays = delight or said.shows(denials.OWN_DOING)
        taken = self._is_moved(answer) or self._goes_into(turn, told)
        return plays and not (taken or self._is_in_earnest(at) or self._is_ended_soon(turn))

    def _is_ended_soon(self, turn: int) -> bool:
        """Does either say, just after, that silence is over? So it had been meant."""
        near = self._said_in(turn + 1, turn + 1 + ENDED)
        return any(said.shows(resuming.DECLARED) for said in near)

    def _goes_into(self, turn: int, told: Sequence[Sentence]) -> bool:
        """Does whoever confessed come back to it, once it was answered?"""
        words = {word for said in told for word in said.content}
        back = list(self._said_in(turn + 2, turn + 3))
        plays = any(said.shows(denials.DELIGHT) for said in back)
        return not plays and any(not words.isdisjoint(said.content) for said in back)

    def _is_moved(self, answer: Sequence[Sentence]) -> bool:
        """Does the other one feel for the teller, or ask on in a word or two?"""
        asks = any(said.is_question() and len(said.words) <= ASKED_ON for said in answer)
        short = sum(len(said.words) for said in answer) <= ASKED_ON + 1
        return (asks and short) or "felt" in traces.families_of(answer)

    def _makes_public(self, said: Sentence) -> bool:
        return said.shows(denials.PUBLIC) and not said.shows(denials.NOT)

    def _is_in_earnest(self, at: int) -> bool:
        """Do other words about telling, before it or in the answer, bear it out?"""
        turn = self.row[at].turn
        near = traces.families_of(self._said_in(turn - BEFORE, turn + ANSWERED))
        return len(near & traces.TELLING) > 1

    def _is_anyones_guess(self, at: int) -> bool:
        """ "Who's Kevin?" "Nobody knows." """
        said = self.row[at]
        asked = list(self._said_in(said.turn - 1, said.turn))
        if len(said.words) > _GUESS or self.turns[said.turn][0] != at or not asked:
            return False
        what = asked[-1]
        if "know" in what.words or (what.words[0] == "who" and what.shows(cues.SAY)):
            return False
        return what.is_question() and what.shows(denials.ASKS_WHAT)

    def _is_offer(self, at: int) -> bool:
        """Does "if you want" stand behind something that is offered?"""
        own = self.turns[self.row[at].turn]
        return at in own[1:] and self.row[at - 1].shows(denials.OFFERS)

    def _comes_now(self, at: int) -> bool:
        """ "Don't put this." ("Okay.") and then more: what comes is meant, where nothing came."""
        said = self.row[at]
        points = any(_THIS.search(words[0]) for words in cue_words(said)) or said.shows(_COMES)
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

    def _is_declined(self, turn: int) -> bool:
        """The listener would rather not hear it, and the teller lets it be."""
        answer = any(said.shows(marks.DECLINES) for said in self._said_in(turn + 1, turn + 2))
        reply = list(self._said_in(turn + 2, turn + 3))
        return answer and len(reply) > 0 and all(said.is_nod(self.names) for said in reply)

    def _hesitates(self, turn: int) -> bool:
        words = [word for said in self._said_in(turn, turn + 1) for word in said.words]
        return len(words) <= 12 and not marks.HESITATION.isdisjoint(words)
