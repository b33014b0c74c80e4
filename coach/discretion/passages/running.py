"""How far the talk of a secret runs once it is told, and what ends it."""

from __future__ import annotations

from collections.abc import Iterator

from coach.discretion import cues
from coach.discretion.cues import marks
from coach.discretion.hearing import Heard, first_of
from coach.discretion.passages import aside
from coach.discretion.passages.listening import Listening
from coach.discretion.subject import Subject
from coach.discretion.talk import FUNCTION, Sentence, is_telling, stem
from coach.sieve import Sieve

HELD = 40
"""Words after a mention that still belong to it, unless someone changes the subject, for each unit
of how earnestly silence is asked for."""
LONGEST_HOLD = 150
"""The most such words."""
HOLD = 70
"""Words after a mention in which the subject is taken up again by a run of its words."""
LAPSE = 80
"""Words without a mention after which a word of the subject alone no longer speaks of it."""
ECHO = 25
"""The same, where it was told in play."""
REACH = 100
"""Words without a mention after which the subject was left, even if nobody said so."""
TAKEN_IN = ("announces", "meets", "confides")
"""Kinds of which the other one took notice: a question of theirs turns to no other matter."""
_PROLONGING = Sieve((cue, cue.pattern) for cue in cues.PROLONGING)


class Running(Listening):
    """Talk that goes on about a subject, until somebody leaves it."""

    def _talk(
        self, told: tuple[int, int], subject: Subject, heard: Heard, earnest: float
    ) -> Iterator[tuple[int, int]]:
        """The stretches of talk about it: whoever turned away from it may soon come back."""
        (start, end), hold = told, min(LONGEST_HOLD, HELD * earnest)
        while True:
            after = self._run(start, end, subject, heard, hold)
            yield start, after
            again = self._again(after, subject) if heard.at_once else None
            if again is None:
                return
            start, end = again, again + 1

    def _brief(self, told: tuple[int, int], subject: Subject) -> int:
        """Index after a word in play: told, and taken up at once in its own words."""
        last, since = told[1], 0
        for index in range(told[1], len(self.row)):
            said = self.row[index]
            if self._shifts(said, subject) or since > ECHO:
                break
            since += len(said.words)
            if subject.runs_on_in(said):
                last, since = index + 1, 0
        return last

    def _again(self, left: int, subject: Subject) -> int | None:
        """Index of the sentence, soon after, that takes up what was only turned away from."""
        words, named = 0, False
        for index in range(left, len(self.row)):
            said = self.row[index]
            words += len(said.words)
            if words > HOLD or self._shifts(said, subject):
                return None
            if subject.runs_on_in(said) or (not named and said.shows(aside.SOMEBODY)):
                return index
            named = named or bool(said.names - set(map(stem, self.names)))
        return None

    def _turns_away(self, index: int, heard: Heard, start: int, subject: Subject) -> bool:
        said, cue = self.row[index], self.row[heard.at]
        told = {stem(w) for near in self.row[start:index] for w in near.words if w not in FUNCTION}
        own = {word for word in said.words if word not in FUNCTION and word not in self.names}
        if not told.isdisjoint(map(stem, own)) or subject.runs_on_in(said):
            return False
        older = any(is_telling(word) and subject.before[stem(word)] for word in own)
        return aside.turns_away(
            said,
            older=older,
            same_turn=said.turn == cue.turn,
            same_voice=said.speaker == cue.speaker,
        )

    def _run(self, start: int, end: int, subject: Subject, heard: Heard, hold: float) -> int:
        """How far talk goes on: to a change of subject, or a little past its last mention.

        The subject learns from all that is surely talk of it, not from what only trails behind.
        """
        last, learned, since = end, end, 0
        spoken = sum(len(said.words) for said in self.row[start:end])
        in_passing = heard.at_once and heard.cue.kind not in TAKEN_IN
        for index in range(end, len(self.row)):
            said = self.row[index]
            mentioned = self._goes_on(index, subject, since)
            listing = self._goes_over_list(index)
            changed = (
                listing
                or self._opens_another(index, subject)
                or self._shifts(said, subject)
                or self._turns_to_you(said, heard)
            )
            if mentioned and not (listing or self._leaves(said)):
                subject.learn(self.row[learned : index + 1])
                last, learned, since = index + 1, index + 1, 0
            elif changed:
                return self._before_nods(index, end)
            elif in_passing and self._turns_away(index, heard, start, subject):
                return index
            else:
                since += len(said.words)
                spoken += len(said.words)
                if since <= hold:
                    last = index + 1
                elif since > hold + REACH // 2 + spoken // 4:
                    break
        return self._answered(self._turn_end(last - 1))

    def _opens_another(self, index: int, subject: Subject) -> bool:
        """Is room made here for what neither names the subject nor points back at it?"""
        if not self.row[index].shows(marks.ANOTHER):
            return False
        own = self.turns[self.row[index].turn]
        said = [self.row[at] for at in own if at >= index]
        if any(subject.runs_on_in(one) for one in said):
            return False
        if self._brings_in(said[0], subject) or self._goes_back_before(said[0], subject):
            return True
        return not any(map(aside.points_back, said))

    def _brings_in(self, said: Sentence, subject: Subject) -> bool:
        """Does it name somebody, or a thing not known yet, before it points at any? Then what it
        points at is that ("Dwight's got his exam", "there's a thing and I can't fix it").
        """
        back = aside.points_from(said)
        new = said.names - subject.words - set(map(stem, self.names))
        before = said.heard[:back].split() if back is not None else said.words
        named = any(stem(word.strip(",.?!")) in new for word in before)
        return named or marks.A_NEW_ONE.search(said.heard[:back]) is not None

    def _goes_back_before(self, said: Sentence, subject: Subject) -> bool:
        """ "Oh, and I'll open that account": what it points at was talked of before the secret."""
        named = (stem(at[1]) for at in marks.THAT_THING.finditer(said.heard) if is_telling(at[1]))
        return any(subject.before[word] and word not in subject.words for word in named)

    def _before_nods(self, index: int, end: int) -> int:
        """Index of the turn's "Right. Okay." that leads into a change of subject, where it does."""
        own = self.turns[self.row[index].turn][0]
        while index > max(own, end) and self.row[index - 1].is_nod(self.names):
            index -= 1
        return index

    def _answered(self, end: int) -> int:
        """Talk does not end between a question and its answer."""
        if end == len(self.row) or not self.row[end - 1].is_question():
            return end
        answer = range(end, self._turn_end(end))
        return next((at for at in answer if self._moves_on(self.row[at])), answer.stop)

    def _turns_to_you(self, said: Sentence, heard: Heard) -> bool:
        """Who told it asks after the other one, as talk of oneself ends."""
        told = heard.cue.kind not in ("promises", "assures", "answers", "spares")
        same = heard.teller is not None and said.speaker == heard.teller
        return told and same and said.shows(marks.TO_YOU) and not aside.points_back(said)

    def _goes_on(self, index: int, subject: Subject, since: int) -> bool:
        said = self.row[index]
        return (
            (since <= LAPSE and subject.is_named_in(said))
            or (since <= HOLD and subject.runs_on_in(said))
            or bool(said.shows(marks.THANKS))
            or (first_of(_PROLONGING, said) is not None and not self._is_mock(index))
        )

    def _shifts(self, said: Sentence, subject: Subject) -> bool:
        """A visible change of subject: said so, or an older subject called by its name."""
        if self._moves_on(said):
            return True
        named = marks.NAMED.match(said.heard)
        if named is None:
            return False
        if said.words[0] == "now" and not subject.is_named_in(said):
            return True
        return all(subject.before[stem(w)] for w in named[1].split())
