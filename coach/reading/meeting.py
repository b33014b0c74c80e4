"""The next call: the day that both agreed on, and what it is to start with.

People settle it late in a call and in several breaths: somebody asks when, days are tried and
turned down, one is said back. Every day that is named near such talk gathers weight for what stands
around it; the heaviest one wins, if it is heavy enough to be an agreement.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from coach.cues import Cue, plain
from coach.dates import (
    Spoken,
    find,
    follow,
    goes_on,
    is_remark,
    points_back,
    recall,
    resolve,
    sharpens,
)
from coach.reading import Call
from coach.reading.arranging import (
    AGREES,
    BRIEF,
    CLAUSE,
    CLOCK,
    DATED,
    END,
    GOALS,
    LEAD,
    NAMES_ONLY,
    NEXT_TIME,
    NO_NEXT,
    NOT,
    OTHERWISE,
    SOON,
    SUITS,
    TASK,
    TURNED_DOWN,
    WHAT_FOR,
    about,
    repeats,
)
from coach.reading.speech import Sentence
from coach.reading.thread import said_in
from coach.reading.words import content, count
from coach.records.claims import MeetingClaim, Quote

ENOUGH = 3.0
"""The weight from which a day counts as agreed."""
DEADLINES = ("by", "before", "until", "till", "due", "no later than")
"""Words that set a deadline for a task, not a day to meet on."""
NAMES_IT = 2.0
"""What the words weigh that name the next call itself: "our next is the fifteenth"."""
TAKES_UP = 1.5
"""What a reply weighs that goes on arranging ("Same time?"): the day before it stands."""
LATE = 0.4
"""The part of a call before which nobody settles the next one."""
PARTING = 0.88
"""The part of a call after which people part, and arranging the next one is how they do it."""
NEAR = 4
"""Turns around a day in which the talk of meeting, the yes and the echo may stand."""
GOES_ON = 5
"""Sentences after a day in which "the week after" or a number alone goes on from it."""
NEAR_BY = 8
"""Sentences around a number alone in which the same day may be told with its month."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A day to come that one sentence names."""

    sentence: Sentence
    spoken: Spoken
    day: date
    counted_from: Mention | None = None


def find_next_meeting(call: Call) -> MeetingClaim | None:
    """Claim the day that both agreed to meet on next; None where they agreed on none."""
    talk = _Talk(call)
    agreed = talk.agreed()
    if not agreed:
        return None
    pin = max(agreed, key=lambda m: (talk.resolves(m), len(m.spoken.phrase), talk.weights[m]))
    if not talk.resolves(pin):
        return None
    goal = talk.goal(agreed[-1].sentence)
    start = pin.counted_from
    shown = {each.sentence for each in agreed if talk.weights[each] > 0 or each == pin}
    shown |= {each for each in (goal, start and start.sentence) if each}
    return MeetingClaim(
        phrase=pin.spoken.phrase,
        quotes=tuple(
            Quote(turn=turn, words=words)
            for sentence in sorted(shown, key=lambda each: each.index)
            for turn, words in sentence.quotes()
        ),
        goal=LEAD.sub("", goal.text) if goal else None,
        counted_from=said_in(start.spoken, start.sentence) if start else None,
    )


class _Talk:
    """The later part of a call, in which people settle when they meet again."""

    def __init__(self, call: Call) -> None:
        self.call = call
        self.turns = max(1, len(call.transcript.turns))
        start = next((s.index for s in call.sentences if s.turn >= LATE * self.turns), 0)
        self.late = call.sentences[start:]
        self.said = {s.index: plain(s.text) for s in self.late}
        self.about = {index: about(text) for index, text in self.said.items()}
        self.about |= {s.index: 1.0 for s in self.late if self._is_bare_proposal(s)}
        self.mentions = self._with_months([m for s in self.late for m in self._mentions(s)])
        self.weights = {mention: self._likelihood(mention) for mention in self.mentions}

    def agreed(self) -> list[Mention]:
        """Every mention of the day that was agreed, in order; none where none was."""
        by_day: dict[date, list[Mention]] = defaultdict(list)
        for mention in self.mentions:
            by_day[mention.day].append(mention)
        latest_best = sorted(
            by_day.values(), key=lambda each: (self._weight(each), each[-1].sentence.index)
        )
        if not latest_best or self._weight(latest_best[-1]) < ENOUGH:
            return []
        agreed = self._instead(latest_best) or latest_best[-1]
        after = [s for s in self.late if s.index > agreed[-1].sentence.index]
        return [] if any(self._has(NO_NEXT, s) for s in after) else agreed

    def _instead(self, ranked: Sequence[list[Mention]]) -> list[Mention] | None:
        """ "The seventh?" "That's a holiday." "The week after, the fourteenth?" "Good." """
        best = ranked[-1]
        last = best[-1].sentence
        for other in reversed(ranked[:-1]):
            first = other[0].sentence
            near = last.index <= first.index <= last.index + NEAR_BY
            if not near or self._weight(other) < ENOUGH or first == last:
                continue
            offered = OTHERWISE.search(self.said[first.index]) or any(map(self._is_refused, best))
            if offered and self._is_arranged_about(first) and self._is_taken(other):
                return other
        return None

    def _is_arranged_about(self, sentence: Sentence) -> bool:
        """Is meeting again spoken of in it, or right beside it?"""
        return any(self.about.get(i) for i in range(sentence.index - 2, sentence.index + 3))

    def _is_taken(self, mentions: Sequence[Mention]) -> bool:
        """Does the other one say yes to the day, or say it again?"""
        speakers = {each.sentence.speaker for each in mentions}
        last = mentions[-1].sentence
        replies = [s for s in self._after(last) if s.speaker != last.speaker][:1]
        return len(speakers) > 1 or any(self._has(AGREES, s) for s in replies)

    def resolves(self, mention: Mention) -> bool:
        """Do the words of this mention give its day?"""
        today = self.call.today(mention.sentence.speaker)
        if start := mention.counted_from:
            return follow(mention.spoken.phrase, start.day, today=today) == mention.day
        return resolve(mention.spoken.phrase, today=today) == mention.day

    def goal(self, last: Sentence) -> Sentence | None:
        """Where somebody says, after the day was set, what the next call is for."""
        following = [s for s in self._after(last) if s.turn <= last.last_turn + 6]
        said_of = [s for s in (last, *following) if self.call.content[s.index] or count(s.text) > 3]
        for question, reply in pairwise(following):
            if reply.speaker != question.speaker and WHAT_FOR.search(self.said[question.index]):
                return next((s for s in said_of if s.turn == reply.turn), None)
        for sentence in said_of:
            said = self.said[sentence.index]
            if self._has(GOALS, sentence) and "?" not in said and not TASK.search(said):
                return sentence
        return next(
            (
                s
                for s in self.late
                if NEXT_TIME.search(self.said[s.index]) and self._has(GOALS[:1], s)
            ),
            None,
        )

    def _is_bare_proposal(self, sentence: Sentence) -> bool:
        """ "So the ninth?" In parting, whole weeks from now, and of nothing that was spoken of."""
        said = self.said[sentence.index]
        if sentence.turn < PARTING * self.turns or not NAMES_ONLY.search(said):
            return False
        told = find(sentence.text, today=self.call.today(sentence.speaker), bare=True)
        return any(each.due and self._keeps_the_rhythm(each.due, sentence) for each in told)

    def _keeps_the_rhythm(self, day: date, sentence: Sentence) -> bool:
        """Is it whole weeks from this call? People who meet again and again keep a weekday."""
        return (day - self.call.today(sentence.speaker)).days % 7 == 0

    def _mentions(self, sentence: Sentence) -> list[Mention]:
        """Days named near any talk of meeting."""
        near = range(sentence.index - 6, sentence.index + 5)
        is_theirs = sentence.speaker is None or self.call.is_participant(sentence.speaker)
        if not is_theirs or not any(self.about.get(index) for index in near):
            return []
        if not DATED.search(self.said[sentence.index]):
            return []
        today = self.call.today(sentence.speaker)
        bare = len(sentence.text.split()) <= BRIEF
        return [
            Mention(sentence, spoken, spoken.due or today)
            for spoken in find(sentence.text, today=today, bare=bare)
            if (goes_on(spoken) or (spoken.due and spoken.due > today))
            and spoken.kind not in ("now", "window", "meeting")
            and not END.search(plain(spoken.phrase))
        ]

    def _with_months(self, mentions: Sequence[Mention]) -> list[Mention]:
        """ "The nineteenth?" "The nineteenth of November": one day, told twice."""

        def full(mention: Mention) -> Mention:
            near = [
                each
                for each in mentions
                if abs(each.sentence.index - mention.sentence.index) <= NEAR_BY
            ]
            told = recall(mention.spoken, [each.spoken for each in near]) or next(
                (each.spoken for each in near if sharpens(mention.spoken, each.spoken)), None
            )
            if told and told.due:
                return replace(mention, day=told.due)
            going_on = goes_on(mention.spoken) or points_back(mention.spoken)
            return self._going_on(mention, found) if going_on else mention

        found: list[Mention] = []
        for mention in mentions:
            found.append(full(mention))
        return [each for each in found if each.day > self.call.today(each.sentence.speaker)]

    def _going_on(self, mention: Mention, earlier: Sequence[Mention]) -> Mention:
        """ "In May, the eleventh?" "The eighteenth": of May, as the talk is of that month."""
        for each in reversed(earlier):
            if each.sentence.index < mention.sentence.index - GOES_ON:
                break
            start = each.counted_from or each
            if not self.resolves(start) or not self._is_arranged_about(each.sentence):
                continue
            today = self.call.today(mention.sentence.speaker)
            day = follow(mention.spoken.phrase, start.day, today=today)
            if day is None or day == mention.day:
                return mention
            return replace(mention, day=day, counted_from=start)
        return mention

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
        before = [s for s in self._before(sentence) if s.turn >= sentence.turn - NEAR]
        after = [s for s in self._after(sentence) if s.turn <= sentence.last_turn + NEAR]
        replies = [s for s in after if s.speaker != sentence.speaker][:2]
        beside = [s for s in after[:2] if (s.speaker, s.turn) == (sentence.speaker, sentence.turn)]
        same_day = {
            each.sentence.index
            for each in self.mentions
            if each.day == mention.day and each.sentence.speaker != sentence.speaker
        }
        echoed = any(s.index in same_day for s in after[:6]) or any(
            repeats(spoken, self.said[s.index]) for s in replies
        )
        echoes = any(s.index in same_day for s in before[-6:])
        accepted = any(self._has(AGREES, s) for s in (*replies[:1], *beside)) or any(
            self.about[s.index] >= TAKES_UP and len(s.text.split()) <= BRIEF for s in replies[:1]
        )
        refused = self._is_refused(mention) or any(
            self._has(TURNED_DOWN, s) for s in (*beside[:1], *replies[:1])
        )
        timed = any(CLOCK.search(self.said[s.index]) for s in (sentence, *beside))
        listed = self._is_listed(mention)
        begins = 0.6 if len(content(sentence.text.replace(spoken.phrase, ""))) < 2 else 0.2
        weight = max(
            self.about[sentence.index],
            *(0.8 * self.about[s.index] for s in before),
            *(begins * self.about[s.index] for s in after[:4]),
            0.0,
        )
        weight += 0.5 * bool(
            self.about[sentence.index] and self._keeps_the_rhythm(mention.day, sentence)
        )
        weight += 1.5 * (self.about[sentence.index] >= NAMES_IT)
        weight += 1.2 * echoed + 1.2 * echoes + 0.8 * accepted + 1.0 * timed
        weight += 1.5 * sentence.turn / self.turns + 1.5 * (sentence.turn >= PARTING * self.turns)
        weight -= 3.0 * refused + 1.5 * self._is_task(mention, before) + 2.0 * listed
        return weight - 1.0 * (spoken.preposition in DEADLINES)

    def _is_listed(self, mention: Mention) -> bool:
        """ "Priti tonight, the strips Thursday. Hours on Tuesday." So people read back tasks."""
        turn = [s for s in self.late if s.turn == mention.sentence.turn]
        days = {each.day for each in self.mentions if each.sentence in turn}
        soon = any(SOON.search(self.said[s.index]) for s in turn)
        alike = not any(self.about[s.index] for s in turn)
        here = {each.day for each in self.mentions if each.sentence == mention.sentence}
        return len(here) > 2 or (alike and len(days) + soon > 2)

    def _is_refused(self, mention: Mention) -> bool:
        """Do the words around the day, in its own clause, turn it down?"""
        spoken, said = mention.spoken, self.said[mention.sentence.index]
        others = [each for each in self.mentions if each.sentence == mention.sentence]
        if len({each.day for each in others}) > 1:
            before = CLAUSE.split(said[: spoken.start])[-1]
            after = CLAUSE.split(said[spoken.end :])[0]
            said = f"{before}{said[spoken.start : spoken.end]}{after}"
        if spoken.preposition in ("till", "until") and NOT.search(said):
            return True
        if is_remark(self.said[mention.sentence.index], spoken) and not SUITS.match(
            self.said[mention.sentence.index][spoken.end :]
        ):
            return True
        return any(cue.search(said) for cue in TURNED_DOWN)

    def _is_task(self, mention: Mention, before: Sequence[Sentence]) -> bool:
        """Is it the day of something to do? A bare "Friday." belongs to what was said before."""
        said = self.said[mention.sentence.index]
        if len(said.split()) <= BRIEF:
            if any(self.about[s.index] >= TAKES_UP for s in before[-1:]):
                return False
            said = " ".join(self.said[s.index] for s in before[-2:])
        else:
            said = said[: mention.spoken.start + 3]
        return bool(TASK.search(said))

    def _has(self, cues: Sequence[Cue], sentence: Sentence) -> bool:
        return any(cue.search(self.said[sentence.index]) for cue in cues)

    def _before(self, sentence: Sentence) -> Sequence[Sentence]:
        return self.late[: sentence.index - self.late[0].index]

    def _after(self, sentence: Sentence) -> Sequence[Sentence]:
        return self.late[sentence.index - self.late[0].index + 1 :]
