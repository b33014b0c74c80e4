"""Where a secret is told: after a cue that announces it, in its breath, or before it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coach.discretion import cues
from coach.discretion.cues import confiding, marks
from coach.discretion.hearing import TOLD, Heard, cue_words
from coach.discretion.passages import announcing, aside
from coach.discretion.passages.listening import OFFER
from coach.discretion.passages.running import REACH, Running
from coach.discretion.passages.traces import NEAR
from coach.discretion.talk import Sentence

ENOUGH = 8
"""Words of a turn, before a request to keep them, in which a secret may be told."""
DISCLOSURE = 25
"""Words in which an announced secret is usually told."""
LEAD = 100
"""Words before a cue among which the opening of its subject is looked for."""
_BACK = re.compile(r"(?<!\bof )(?<!\bin )(?<!\boff )\bthat\b(?! we\b)")
_FELT = re.compile(
    "|".join(cue.pattern for cue in confiding.SYMPATHY)
    + r"|\bare (?:you|they) (?:okay|ok|all ?right|alright)\b|\bhow are you (?:doing|holding|with)\b"
)
ECHOED = 4
"""Words of an answer that asks no more than "your unit?"."""
RECALLED = 12
"""Turns for which an older secret is come back to, before it is said that silence still holds."""
OFFERED = 5
"""Turns between an offer to tell something and what is said of those who know it."""
ANSWERS = 4
"""Turns between a telling and the request, after it, to keep it."""


class Telling(Running):
    """The sentences in which each secret is told."""

    def _told(self, heard: Heard, floor: int) -> tuple[int, int] | None:
        """The sentences in which the secret is told: after a cue that announces it, or before."""
        at, cue = heard.at, heard.cue
        recalled = self._recalled(at, floor)
        if recalled is not None and not self._is_ahead(heard):
            return recalled, self._turn_end(at)
        if cue.kind == "spares":
            start = self._asked(self._turn_end(at), floor)
            start = self._elicited(at, start, floor)
            return self._opening(start, floor), self._telling_end(self._turn_end(at), None)
        if cue.kind == "pictures" and heard.offered is not None:
            return max(floor, heard.offered), self._telling_end(at + 1, heard.teller)
        if cue.kind == "meets":
            return self._met_from(at, floor), self._met_to(at)
        if cue.kind == "announces":
            return self._announced_from(heard, floor), self._announced_to(at)
        if heard.at_once:
            return self._opening(at, floor), self._aside_end(at)
        offered = heard.offered
        if self._is_ahead(heard):
            if self._is_declined(self.row[at].turn):
                return None
            first = at + 1 if offered is not None or self._is_empty(at) else at
            first = self._after_assurance(first, heard.teller)
            start = self._opening(first, floor) if offered is None else first
            start = self._elicited(at if offered is None else offered, start, floor)
            if heard.told is not None and self._content_from(heard.told) > OFFER:
                start = max(floor, heard.told)
                if first < len(self.row) and self._moves_on(self.row[first]):
                    return start, first
            return start, self._telling_end(first, heard.teller)
        more = self._is_asked_for(at)
        end = self._telling_end(self._turn_end(at), heard.teller) if more else self._turn_end(at)
        return self._telling_start(heard, floor), end

    def _met_from(self, at: int, floor: int) -> int:
        """The other's "Go on." before, or else the turn that shows the first trace."""
        invited = self._invited(at, floor)
        return max(floor, self.turns[self.row[at].turn][0]) if invited is None else invited

    def _met_to(self, at: int) -> int:
        turn = self.row[at].turn
        near = (i for n in range(turn, turn + NEAR) for i in self.turns.get(n, ()))
        return self._turn_end(max(index for index in near if self._tells(index)))

    def _announced_from(self, heard: Heard, floor: int) -> int:
        """What is taken back came before, in the turn or in the last one of the same voice."""
        at = heard.at
        if announcing.signs_in(self.row[at]).isdisjoint(announcing.LOOKS_BACK):
            return max(floor, at)
        own = self.turns[self.row[at].turn][0]
        told = any(self._content(index) >= 2 for index in range(own, at))
        return max(floor, own) if told else self._just_told(heard, floor)

    def _announced_to(self, at: int) -> int:
        """To the end of the turn, where more is said in it; else of the teller's next one."""
        end, said = self._turn_end(at), self.row[at]
        more = sum(self._content(index) for index in range(at + 1, end)) >= 2
        if self._content_from(at) <= OFFER and self._is_taken_up(said.turn):
            more = False
        looks_back = not announcing.signs_in(said).isdisjoint(announcing.LOOKS_BACK)
        if more or looks_back or (len(said.words) > ENOUGH + TOLD and not said.is_question()):
            return end
        for turn in range(said.turn + 1, said.turn + 4):
            own = [on for on in self.turns.get(turn, ()) if self.row[on].speaker == said.speaker]
            if own and not all(self._is_empty(on) for on in own):
                return end if self._moves_on(self.row[own[0]]) else own[-1] + 1
        return end

    def _is_ahead(self, heard: Heard) -> bool:
        """Was room made for the secret, or silence asked for, before it was told?"""
        announces = heard.cue.kind in aside.ANNOUNCING and self._announces(heard.at)
        offered = heard.offered is not None and not self._is_told_with(heard)
        return not heard.at_once and (offered or announces)

    def _is_told_with(self, heard: Heard) -> bool:
        """ "Can I ask you something? He's leaving, so please don't mention it." "Not a word." What
        was offered is told in the breath that asks for silence, before the other one gives it.
        """
        told = heard.told
        if told is None or heard.cue.kind != "promises":
            return False
        signs = announcing.signs_in(self.row[told])
        asked = bool(signs) or next(cue_words(self.row[told]), None) is not None
        return asked and (self._content(told) >= TOLD or len(signs) > 1)

    def _after_assurance(self, first: int, teller: str | None) -> int:
        """Past the listener's "Of course. It stays here.", which is not yet talk of the secret."""
        while first < len(self.row) and self._is_empty(first):
            if teller is not None and self.row[first].speaker == teller:
                break
            first += 1
        return first

    def _elicited(self, offer: int, start: int, floor: int) -> int:
        """Index of the question to which a secret is the answer: met with a hesitation, or with
        the condition itself. "What else?" asks for nothing in particular.
        """
        turn = self.row[offer].turn
        if any(self._content(at) for at in self.turns[turn] if at < offer):
            return start
        for earlier in range(turn - 1, turn - 4, -1):
            said = self.turns.get(earlier, [])
            if not said or said[0] < floor:
                break
            asked = self.row[said[-1]]
            if asked.is_question() and not self._is_empty(said[-1]):
                return start if asked.shows(marks.ELSE) else max(said[0], said[-1] - 2)
            if not all(self._is_empty(at) for at in said):
                break
        return start

    def _announces(self, at: int) -> bool:
        """Is the secret still to come? Then the cue opens a subject, or is left hanging."""
        said = self.row[at]
        if self._points_back(said):
            return False
        if said.shows(marks.OPENS) or self._leads(said):
            return True
        nothing_told = self._content_of_turn(at) < TOLD
        if self._ends_turn(at) and self._is_taken_up(said.turn) and self._follows_opening(at):
            return self._content_of_turn(at) <= OFFER
        if said.shows(marks.TRAILS) and nothing_told:
            return True
        return nothing_told and (self._follows_opening(at) or self._comes_now(at))

    def _points_back(self, said: Sentence) -> bool:
        """ "Keep this to yourself" speaks of what comes; "keep that to yourself", of what came."""
        return any(_BACK.search(words[0]) for words in cue_words(said))

    def _leads(self, said: Sentence) -> bool:
        """ "Between us, he's leaving": a cue that stands before its own secret."""
        return any(
            len(said.heard[: words.start()].split()) <= 2
            and marks.LED_IN.match(said.heard, words.end())
            and cues.SAY.search(words[0]) is None
            for words in cue_words(said)
        )

    def _follows_opening(self, at: int) -> bool:
        """Was room made for it just now, by either of the two?"""
        turn = self.row[at].turn
        for index in range(at - 1, max(-1, at - 5), -1):
            said = self.row[index]
            if said.turn < turn - 1:
                return False
            if said.shows(marks.OPENS):
                return True
            if not said.is_nod(self.names) and said.turn < turn:
                return False
        return False

    def _opening(self, start: int, floor: int) -> int:
        """Whoever made room for the secret may have named its subject already."""
        turn = self.row[min(start, len(self.row) - 1)].turn
        for index in range(start - 1, max(floor, start - 6) - 1, -1):
            said = self.row[index]
            if said.turn < turn - 3:
                break
            if said.shows(marks.OPENS):
                return start if self._is_empty(index) else index
            if len(said.words) > DISCLOSURE:
                break
        return start

    def _aside_end(self, at: int) -> int:
        """Index after what is told in one breath: to the end of the turn, or of its subject."""
        told = at + 1 if self._is_empty(at) else at
        for index in range(told + 1, self._turn_end(at)):
            said = self.row[index]
            away = aside.turns_away(said, older=False, same_turn=True, same_voice=True)
            if away or self._moves_on(said):
                return index
        return self._turn_end(at)

    def _telling_end(self, start: int, teller: str | None) -> int:
        """Index after the turn in which the teller has said enough for a secret."""
        told = waited = 0
        for index in range(start, len(self.row)):
            said = self.row[index]
            shifted = told > TOLD and said.shows(marks.SHIFTS)
            # "The door's closed", said to whoever is about to tell, gives no word of leaving it.
            heard = told or teller is None or said.speaker == teller
            if (heard and self._leaves(said)) or shifted:
                return self._before_nods(index, start)
            waited += len(said.words)
            if teller is None or said.speaker == teller:
                told += len(said.words)
            if (told >= DISCLOSURE or waited > REACH) and self._ends_turn(index):
                return index + 1
        return len(self.row)

    def _telling_start(self, heard: Heard, floor: int) -> int:
        """Index of the sentence that opens what the cue closes: in its turn, or just before."""
        at, turn = heard.at, self.row[heard.at].turn
        own = max(floor, self.turns[turn][0])
        invited = self._invited(at, floor)
        if invited is not None:
            return invited
        if heard.cue.kind == "answers":
            return self._just_told(heard, floor)
        opening = None if heard.cue.kind == "promises" else self._nearest_opening(at, floor)
        if opening is not None and opening >= own and self._is_asked_for(at):
            return opening
        told = self._offered_before(heard, floor) if heard.cue.kind == "untold" else None
        if told is not None:
            return told
        if self._points_back(self.row[at]) and self._is_felt_for(turn - 1):
            return self._asked(min(own, self._just_told(heard, floor)), floor)
        goes_on = heard.cue.kind in ("untold", "unpublished") and not self._ends_turn(at)
        if self._content_of_turn(at) >= TOLD or goes_on:
            return self._asked(opening if opening is not None and opening >= own else own, floor)
        if opening is not None and opening < at:
            return self._asked(opening, floor)
        return self._asked(self._just_told(heard, floor), floor)

    def _asks_back(self, said: Sequence[Sentence]) -> bool:
        """ "What? Your unit?" goes on from what was told, as "Since when?" does."""
        last = said[-1]
        brief = last.is_question() and sum(len(each.words) for each in said) <= ECHOED
        return brief or marks.ASKS_BACK.search(last.heard) is not None

    def _is_felt_for(self, turn: int) -> bool:
        """ "I'm so sorry. Are you okay?": said of what was told before it, not of the answer."""
        said = (self.row[index] for index in self.turns.get(turn, ()))
        return any(_FELT.search(each.heard) for each in said)

    def _recalled(self, at: int, floor: int) -> int | None:
        """Where "the other thing" was come back to, of which somebody says: still not a word."""
        said = self.row[at]
        if "still" not in said.words:
            return None
        for index in range(at - 1, floor - 1, -1):
            recalls = self.row[index]
            if recalls.turn < said.turn - RECALLED:
                return None
            if len(recalls.words) <= DISCLOSURE and recalls.shows(marks.RECALLS):
                return index
        return None

    def _offered_before(self, heard: Heard, floor: int) -> int | None:
        """Index of what came after the teller's offer, a few turns back, to tell something."""
        turn = self.row[heard.at].turn
        for earlier in range(turn - 1, turn - 1 - OFFERED, -1):
            own = self.turns.get(earlier, [])
            if not own or own[0] < floor or any(self._moves_on(self.row[at]) for at in own):
                return None
            first = next((at for at in own if self.row[at].shows(marks.OPENS)), None)
            if first is not None and self.row[first].speaker == heard.teller:
                words = sum(len(self.row[at].words) for at in own if at >= first)
                return own[-1] + 1 if words <= DISCLOSURE else None
        return None

    def _invited(self, at: int, floor: int) -> int | None:
        """Index of what came after the other's "Go on.", not long ago and with no word of leaving
        it: there the telling began.
        """
        words = 0
        for index in range(self.turns[self.row[at].turn][0] - 1, floor, -1):
            said = self.row[index]
            words += len(said.words)
            if words > LEAD or self._moves_on(said):
                return None
            if said.shows(marks.INVITES) and len(self.turns[said.turn]) == 1:
                return index + 1
        return None

    def _just_told(self, heard: Heard, floor: int) -> int:
        """Index of the turn, a few turns back, in which the teller began to tell it."""
        turn, teller = self.row[heard.at].turn, self.row[heard.at].speaker
        if heard.cue.kind == "promises":
            return max(floor, self.turns.get(turn - 1, [heard.at])[0])
        start, told = max(floor, self.turns[turn][0]), 0
        for earlier in range(turn - 1, turn - 1 - ANSWERS, -1):
            said = list(self._said_in(earlier, earlier + 1))
            if not said or self.turns[earlier][0] < floor:
                break
            words = sum(len(sentence.words) for sentence in said)
            if said[0].speaker == teller and words >= TOLD:
                start, told = self.turns[earlier][0], told + words
            elif told >= ENOUGH and not self._asks_back(said):
                break
        return start

    def _nearest_opening(self, at: int, floor: int) -> int | None:
        words = 0
        for index in range(at, floor - 1, -1):
            said = self.row[index]
            words += len(said.words)
            if words > LEAD and index < at:
                return None
            if index < at and said.shows(marks.SHIFTS):
                return index + self._is_empty(index)
            if said.shows(marks.OPENS) and (index < at or not self._is_empty(at)):
                return index + (self._is_empty(index) and index < at)
        return None

    def _asked(self, start: int, floor: int) -> int:
        """What a withheld turn answers, or says it ties in with, names the subject, too."""
        own = self.turns[self.row[min(start, len(self.row) - 1)].turn]
        before = own[0] - 1
        if before < floor:
            return start
        if any(self.row[index].shows(marks.TIES) for index in own[:3] if index <= start + 2):
            return max(floor, self.turns[self.row[before].turn][0])
        asked = own[0] == start and self.row[before].is_question() and not self._is_empty(before)
        return before if asked else start
