"""Which of the days on the table is settled: the one that was taken last and still stands.

Every day gathers weight for what stands around it, and the heaviest one wins if it is heavy enough
to be an agreement. But who bargains names days to turn them down: a day that fell makes way for one
that was offered after it and taken; where there is none, nothing was settled.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from coach.reading.days.arranging import (
    AGREES,
    BRIEF,
    CLOCK,
    NO_NEXT,
    OTHERWISE,
    SOON,
    TASK,
    TURNED_DOWN,
    objects,
    repeats,
)
from coach.reading.meeting.table import DEADLINES, NEAR_BY, PARTING, Mention, Table
from coach.reading.speech import Sentence
from coach.reading.words import content

ENOUGH = 3.0
"""The weight from which a day counts as agreed."""
NAMES_IT = 2.0
"""What the words weigh that name the next call itself: "our next is the fifteenth"."""
TAKES_UP = 1.5
"""What a reply weighs that goes on arranging ("Same time?"): the day before it stands."""
NEAR = 4
"""Turns around a day in which the talk of meeting, the yes and the echo may stand."""
WITHIN = 40
"""Sentences around a day that so many turns hold at most, unless somebody holds forth."""


class Settling:
    """What each day on the table weighs, and what became of it."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.weights = {mention: self._likelihood(mention) for mention in table.mentions}

    def agreed(self) -> list[Mention]:
        """Every mention of the day that was agreed, in order; none where none was."""
        by_day: dict[date, list[Mention]] = defaultdict(list)
        for mention in self.table.mentions:
            by_day[mention.day].append(mention)
        heavy = [each for each in by_day.values() if self._weight(each) >= ENOUGH]
        ranked = sorted(heavy, key=lambda each: (self._weight(each), each[-1].sentence.index))
        agreed = self._settled(ranked) if ranked else []
        if not agreed:
            return []
        after = [s for s in self.table.late if s.index > agreed[-1].sentence.index]
        return [] if any(self.table.has(NO_NEXT, s) for s in after) else agreed

    def _settled(self, ranked: Sequence[list[Mention]]) -> list[Mention]:
        """ "The seventh?" "That's a holiday." "The week after, the fourteenth?" "Good." """
        best = ranked[-1]
        fell = self._verdict(best) is False
        last = best[-1].sentence
        for other in sorted(ranked[:-1], key=lambda each: -each[-1].sentence.index):
            first = next((m.sentence for m in other if m.sentence.index > last.index), None)
            if first is None or not self._is_one_talk(last, first):
                continue
            offered = (
                fell
                or any(self.table.is_refused(m) for m in best)
                or OTHERWISE.search(self.table.said[first.index])
            )
            if (
                offered
                and self.table.is_arranged_about(first)
                and self._verdict(other) is not False
                and (self._verdict(other) or self._is_taken(other))
            ):
                return other
        return [] if fell else best

    def _is_one_talk(self, one: Sentence, two: Sentence) -> bool:
        """Do the two go on arranging, with hardly a breath of anything else between?"""
        said = {m.sentence.index for m in self.table.mentions} | {
            i for i, w in self.table.about.items() if w
        }
        places = [one.index, *sorted(i for i in said if one.index < i < two.index), two.index]
        return all(after - before <= NEAR_BY for before, after in pairwise(places))

    def _verdict(self, mentions: Sequence[Mention]) -> bool | None:
        """Is the last that is said of the day a yes or a no, before another is named?"""
        last = mentions[-1]
        shared = len({each.sentence.speaker for each in mentions}) > 1
        verdict: bool | None = False if self.table.is_refused(last) else None
        others = {m.sentence.index for m in self.table.mentions if m.day != last.day}
        for sentence in self.table.after(last.sentence):
            if sentence.turn > last.sentence.last_turn + 2:
                break
            said, own = self.table.said[sentence.index], sentence.speaker == last.sentence.speaker
            if self._takes(sentence, verdict):
                verdict = True
                if shared:
                    break
            elif self.table.has(TURNED_DOWN, sentence) or (
                not own and not shared and objects(said)
            ):
                verdict = False
            if sentence.index in others:
                break
        return verdict

    def _takes(self, sentence: Sentence, verdict: bool | None) -> bool:
        """Is it a yes or the hour? After a no, "yes" grants that no: "It's Easter." "It is." """
        if verdict is False:
            return self.table.has(AGREES[:1], sentence)
        return self.table.has(AGREES, sentence) or bool(
            CLOCK.search(self.table.said[sentence.index])
        )

    def _is_taken(self, mentions: Sequence[Mention]) -> bool:
        """Does the other one say yes to the day, or say it again?"""
        speakers = {each.sentence.speaker for each in mentions}
        last = mentions[-1].sentence
        replies = [s for s in self.table.after(last) if s.speaker != last.speaker][:1]
        return len(speakers) > 1 or any(self.table.has(AGREES, s) for s in replies)

    def _weight(self, mentions: Sequence[Mention]) -> float:
        """The best of the sentences that name a day, and half of the next best."""
        best: dict[int, float] = {}
        for mention in mentions:
            index = mention.sentence.index
            best[index] = max(self.weights[mention], best.get(index, self.weights[mention]))
        first, *others = sorted(best.values(), reverse=True)
        return first + 0.5 * sum(weight for weight in others[:1] if weight >= ENOUGH)

    def _likelihood(self, mention: Mention) -> float:
        """How much the talk around a day makes it the day of the next call."""
        sentence, spoken = mention.sentence, mention.spoken
        before = [
            s for s in self.table.before(sentence)[-WITHIN:] if s.turn >= sentence.turn - NEAR
        ]
        after = [
            s for s in self.table.after(sentence)[:WITHIN] if s.turn <= sentence.last_turn + NEAR
        ]
        replies = [s for s in after if s.speaker != sentence.speaker][:2]
        beside = [s for s in after[:2] if (s.speaker, s.turn) == (sentence.speaker, sentence.turn)]
        same_day = {
            each.sentence.index
            for each in self.table.mentions
            if each.day == mention.day and each.sentence.speaker != sentence.speaker
        }
        echoed = any(s.index in same_day for s in after[:6]) or any(
            repeats(spoken, self.table.said[s.index]) for s in replies
        )
        echoes = any(s.index in same_day for s in before[-6:])
        accepted = any(self.table.has(AGREES, s) for s in (*replies[:1], *beside)) or any(
            self.table.about[s.index] >= TAKES_UP and len(s.text.split()) <= BRIEF
            for s in replies[:1]
        )
        refused = self.table.is_refused(mention) or any(
            self.table.has(TURNED_DOWN, s) for s in (*beside[:1], *replies[:1])
        )
        timed = any(CLOCK.search(self.table.said[s.index]) for s in (sentence, *beside))
        listed = self._is_listed(mention)
        begins = 0.6 if len(content(sentence.text.replace(spoken.phrase, ""))) < 2 else 0.2
        weight = max(
            self.table.about[sentence.index],
            *(0.8 * self.table.about[s.index] for s in before),
            *(begins * self.table.about[s.index] for s in after[:4]),
            0.0,
        )
        weight += 0.5 * bool(
            self.table.about[sentence.index] and self.table.keeps_the_rhythm(mention.day, sentence)
        )
        weight += 1.5 * (self.table.about[sentence.index] >= NAMES_IT)
        weight += 1.2 * echoed + 1.2 * echoes + 0.8 * accepted + 1.0 * timed
        weight += 1.5 * sentence.turn / self.table.turns + 1.5 * (
            sentence.turn >= PARTING * self.table.turns
        )
        weight -= 3.0 * refused + 1.5 * self._is_task(mention, before) + 2.0 * listed
        return weight - 1.0 * (spoken.preposition in DEADLINES)

    def _is_listed(self, mention: Mention) -> bool:
        """ "Priti tonight, the strips Thursday. Hours on Tuesday." So people read back tasks."""
        near = (
            *self.table.before(mention.sentence)[-WITHIN:],
            mention.sentence,
            *self.table.after(mention.sentence)[:WITHIN],
        )
        turn = [s for s in near if s.turn == mention.sentence.turn]
        days = {each.day for each in self.table.mentions if each.sentence in turn}
        soon = any(SOON.search(self.table.said[s.index]) for s in turn)
        alike = not any(self.table.about[s.index] for s in turn)
        here = {each.day for each in self.table.mentions if each.sentence == mention.sentence}
        return len(here) > 2 or (alike and len(days) + soon > 2)

    def _is_task(self, mention: Mention, before: Sequence[Sentence]) -> bool:
        """Is it the day of something to do? A bare "Friday." belongs to what was said before."""
        said = self.table.said[mention.sentence.index]
        if len(said.split()) <= BRIEF:
            if any(self.table.about[s.index] >= TAKES_UP for s in before[-1:]):
                return False
            said = " ".join(self.table.said[s.index] for s in before[-2:])
        else:
            said = said[: mention.spoken.start + 3]
        return bool(TASK.search(said))
