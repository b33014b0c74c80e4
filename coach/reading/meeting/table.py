"""The days that two people put on the table while they arrange their next call.

What is told near talk of meeting, or near another such day, is on the table: days with a month,
days that are told again by their number, weeks counted from today, and what goes on from one of
them ("the week after", "the Tuesday").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from coach.cues import Cue, plain
from coach.dates import (
    Spoken,
    find,
    follow,
    goes_on,
    is_remark,
    is_told_in_full,
    points_back,
    recall,
    resolve,
    sharpens,
)
from coach.reading import Call
from coach.reading.days.arranging import (
    A_WEEKS_WORDS,
    AND_THE,
    BARE_WEEKDAY,
    BRIEF,
    CLAUSE,
    DATED,
    EITHER,
    END,
    NAMES_ONLY,
    NOT,
    SPAN,
    SUITS,
    TAKEN_UP,
    TASK,
    TURNED_DOWN,
    WISHES,
    about,
)
from coach.reading.days.whose_day import asks_when
from coach.reading.speech import Sentence

LATE = 0.4
"""The part of a call before which nobody settles the next one."""
PARTING = 0.88
"""The part of a call after which people part, and arranging the next one is how they do it."""
A_WEEK = 7
"""Days from now up to which a weekday alone is the next of its name, if no other was spoken of."""
AT_ONCE = 4
"""Days from now before which hardly anybody meets again; tasks and trips are told for them."""
OFFER = 6
"""Words of a sentence that hardly holds more than the day it offers."""
DEADLINES = ("by", "before", "until", "till", "due", "no later than")
"""Words that set a deadline for a task, not a day to meet on."""
MEETS = 1.5
"""What words weigh that speak of meeting even with a limit ("not see you till the sixteenth")."""
GOES_ON = 5
"""Sentences after a day in which "the week after" or a number alone goes on from it."""
NEAR_BY = 8
"""Sentences around a number alone in which the same day may be told with its month."""


_OF_THAT = re.compile(r"\b(?:what|which) (?:day|date)(?:'s| is| would| was)? (?:that|it|this)\b")
"""“What day is that?” asks for the day that is being settled."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A day to come that one sentence names."""

    sentence: Sentence
    spoken: Spoken
    day: date
    counted_from: Mention | None = None


class Table:
    """The later part of a call, with the days that are told in it of the next one."""

    def __init__(self, call: Call) -> None:
        self.call = call
        self.turns = max(1, len(call.transcript.turns))
        start = next((s.index for s in call.sentences if s.turn >= LATE * self.turns), 0)
        self.late = call.sentences[start:]
        self.said = {s.index: s.plain for s in self.late}
        self.about = {index: about(text) for index, text in self.said.items()}
        self.about |= {s.index: 1.0 for s in self.late if self._is_bare_proposal(s)}
        self._arranging = {index for index, weight in self.about.items() if weight}
        told: list[Mention] = []
        for sentence in self.late:
            told += self._mentions(sentence, told[-1].sentence if told else None)
        self.mentions = self._with_months(told)

    def resolves(self, mention: Mention) -> bool:
        """Do the words of this mention give its day?"""
        today = self.call.today(mention.sentence.speaker)
        if start := mention.counted_from:
            phrase = mention.spoken.phrase
            return follow(phrase, start.day, today=today, beside=True) == mention.day
        return resolve(mention.spoken.phrase, today=today) == mention.day

    def is_arranged_about(self, sentence: Sentence) -> bool:
        """Is meeting again spoken of in it, or right beside it?"""
        return any(self.about.get(i) for i in range(sentence.index - 2, sentence.index + 3))

    def is_refused(self, mention: Mention) -> bool:
        """Do the words around the day, in its own clause, turn it down?"""
        spoken, said = mention.spoken, self.said[mention.sentence.index]
        others = [each for each in self.mentions if each.sentence == mention.sentence]
        if len({each.day for each in others}) > 1:
            before = CLAUSE.split(said[: spoken.start])[-1]
            after = CLAUSE.split(said[spoken.end :])[0]
            said = f"{before}{said[spoken.start : spoken.end]}{after}"
        if spoken.preposition in ("till", "until") and NOT.search(said):
            return True
        whole = self.said[mention.sentence.index]
        if is_remark(whole, spoken) and not SUITS.match(whole[spoken.end :]):
            return True
        if TAKEN_UP.match(whole[spoken.end :]) and spoken.preposition is None:
            return True
        return any(cue.search(said) for cue in TURNED_DOWN)

    def has(self, cues: Sequence[Cue], sentence: Sentence) -> bool:
        return any(cue.search(self.said[sentence.index]) for cue in cues)

    def before(self, sentence: Sentence) -> Sequence[Sentence]:
        return self.late[: sentence.index - self.late[0].index]

    def after(self, sentence: Sentence) -> Sequence[Sentence]:
        return self.late[sentence.index - self.late[0].index + 1 :]

    def _is_bare_proposal(self, sentence: Sentence) -> bool:
        """ "So the ninth?" In parting, whole weeks from now, and of nothing that was spoken of."""
        said = self.said[sentence.index]
        if sentence.turn < PARTING * self.turns or not NAMES_ONLY.search(said):
            return False
        told = sentence.days(self.call.today(sentence.speaker), bare=True)
        return any(each.due and self.keeps_the_rhythm(each.due, sentence) for each in told)

    def keeps_the_rhythm(self, day: date, sentence: Sentence) -> bool:
        """Is it whole weeks from this call? People who meet again and again keep a weekday."""
        return (day - self.call.today(sentence.speaker)).days % 7 == 0

    def _mentions(self, sentence: Sentence, before: Sentence | None) -> list[Mention]:
        """Days named near any talk of meeting, or of another day that was."""
        near = range(sentence.index - 6, sentence.index + 5)
        is_theirs = sentence.speaker is None or self.call.is_participant(sentence.speaker)
        goes_on_from = before is not None and before.index in near
        if not is_theirs or not (goes_on_from or not self._arranging.isdisjoint(near)):
            return []
        if not DATED.search(self.said[sentence.index]):
            return []
        today = self.call.today(sentence.speaker)
        bare = len(sentence.text.split()) <= BRIEF or self.about[sentence.index] > 0
        if self._is_of_another_thing(sentence):
            return []
        return [
            Mention(sentence, spoken, spoken.due or today)
            for spoken in (
                *sentence.days(today, bare=bare),
                *self._span(sentence, today),
            )
            if self._is_ahead(spoken, sentence)
            and (spoken.kind not in ("now", "window", "meeting") or self._is_frame(spoken))
            and not END.search(plain(spoken.phrase))
            and not EITHER.search(plain(spoken.phrase))
            and not (spoken.preposition in DEADLINES and self.about[sentence.index] < MEETS)
        ]

    def _is_ahead(self, spoken: Spoken, sentence: Sentence) -> bool:
        """Is it a day to come, or one that goes on from another ("the day after", "the Friday")?"""
        if goes_on(spoken) or (spoken.due is None and self._is_beside(spoken, sentence)):
            return True
        return spoken.due is not None and spoken.due > self.call.today(sentence.speaker)

    def _is_of_another_thing(self, sentence: Sentence) -> bool:
        """ "And you ring them when?" "And the forms?" What is answered is no day to meet on."""
        asked = next((s for s in self.before(sentence)[-1:] if s.speaker != sentence.speaker), None)
        if asked is None or self.about[asked.index] or self.about[sentence.index] >= MEETS:
            return False
        said, today = self.said[asked.index], self.call.today(asked.speaker)
        if _OF_THAT.search(said):
            return False
        return asks_when(asked) or bool(AND_THE.search(said) and not find(said, today=today))

    def _span(self, sentence: Sentence, today: date) -> Iterator[Spoken]:
        """ "Three weeks again?" So many weeks, where meeting is spoken of, are a day."""
        span = SPAN.search(self.said[sentence.index])
        if span and any(self.about.get(i) for i in (sentence.index - 1, sentence.index)):
            phrase = sentence.text[span.start() : span.end()]
            if day := resolve(phrase, today=today):
                yield Spoken(
                    phrase=phrase, start=span.start(), end=span.end(), due=day, kind="relative"
                )

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
            going_on = (
                goes_on(mention.spoken)
                or points_back(mention.spoken)
                or self._is_number_of_a_weekday(mention)
                or self._is_beside(mention.spoken, mention.sentence)
            )
            return self._going_on(mention, found) if going_on else mention

        found: list[Mention] = []
        for mention in mentions:
            found.append(full(mention))
        return [each for each in found if self._is_one_day(each)]

    def _is_frame(self, spoken: Spoken) -> bool:
        """ "The week after next." "Thursday?" The week says which Thursday."""
        return spoken.kind == "window" and A_WEEKS_WORDS.search(plain(spoken.phrase)) is not None

    def _is_one_day(self, mention: Mention) -> bool:
        """Is its day known? "Thursday" alone need not be this week's, as people meet by weeks."""
        spoken, at = mention.spoken, mention.sentence
        ahead = (mention.day - self.call.today(at.speaker)).days
        if spoken.kind == "window" or ahead <= 0:
            return False
        if mention.counted_from or mention.day != spoken.due:
            return True
        if ahead < AT_ONCE and self.about[at.index] < MEETS:
            return False
        return ahead > A_WEEK or not BARE_WEEKDAY.fullmatch(plain(spoken.phrase))

    def _is_number_of_a_weekday(self, mention: Mention) -> bool:
        """ "The eleventh of March." "Thursday the twelfth?" Of March, though one is tomorrow."""
        ahead = (mention.day - self.call.today(mention.sentence.speaker)).days
        return (
            mention.spoken.kind == "ordinal"
            and ahead < AT_ONCE
            and not is_told_in_full(mention.spoken.phrase)
        )

    def _is_beside(self, spoken: Spoken, sentence: Sentence) -> bool:
        """ "Two weeks is the third." "Tuesday?" Where days are bargained for, one of that week."""
        said = self.said[sentence.index]
        offered = len(said.split()) <= OFFER or self.about[sentence.index] or WISHES.search(said)
        return bool(
            offered and BARE_WEEKDAY.fullmatch(plain(spoken.phrase)) and not TASK.search(said)
        )

    def _going_on(self, mention: Mention, earlier: Sequence[Mention]) -> Mention:
        """ "In May, the eleventh?" "The eighteenth": of May, as the talk is of that month."""
        for each in reversed(earlier):
            if each.sentence.index < mention.sentence.index - GOES_ON:
                break
            start = each.counted_from or each
            if not self.resolves(start) or not self.is_arranged_about(each.sentence):
                continue
            today = self.call.today(mention.sentence.speaker)
            weekday = self._is_beside(mention.spoken, mention.sentence)
            is_soon = (start.day - today).days < A_WEEK - 1 and start.spoken.kind != "window"
            if weekday and is_soon:
                continue
            day = follow(mention.spoken.phrase, start.day, today=today, beside=weekday)
            if day is None or day == mention.day:
                return mention
            return replace(mention, day=day, counted_from=start)
        return mention
