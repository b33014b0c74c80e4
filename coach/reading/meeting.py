# ruff: noqa: E501  a cue is one row of a table
"""The next call: the day that both agreed on, and what it is to start with.

People settle it late in a call and in several breaths: somebody asks when, days are tried and
turned down, one is said back. Every day that is named near such talk gathers weight for what stands
around it; the heaviest one wins, if it is heavy enough to be an agreement.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from coach.cues import Cue, plain
from coach.dates import Spoken, find, recall, resolve, sharpens
from coach.reading import Call
from coach.reading.speech import Sentence
from coach.records.claims import MeetingClaim, Quote
from coach.sieve import Sieve

ENOUGH = 3.0
"""The weight from which a day counts as agreed."""
BRIEF = 4
"""Words up to which a sentence with a time of day is an appointment ("Half four.")."""
DEADLINES = ("by", "before", "until", "till", "due", "no later than")
"""Words that set a deadline for a task, not a day to meet on."""
NAMES_IT = 2.0
"""What the words weigh that name the next call itself: "our next is the fifteenth"."""
LATE = 0.4
"""The part of a call before which nobody settles the next one."""
PARTING = 0.88
"""The part of a call after which people part, and arranging the next one is how they do it."""
NEAR = 4
"""Turns around a day in which the talk of meeting, the yes and the echo may stand."""
NEAR_BY = 8
"""Sentences around a number alone in which the same day may be told with its month."""

_MEET = r"(?:call|session|meeting|chat|one|catch[- ]?up|check[- ]?in|1:1|one[- ]on[- ]one|slot|date|appointment|round)"
_RELATIVE = r"(?:a|one|two|three|four|five|six|eight|\d)"

ABOUT_MEETING: tuple[Cue, ...] = (
    Cue("next_is", rf"\b(?:our|the|my|your)? ?next (?:{_MEET}\b(?:'s| is| will| would| on|,|\?| then| for|:)?|is\b|would be|will be|we have|then is)", "So next is the third of June.", "I'll do the next chapter.", 2.0),
    Cue("our_next", r"\bour next\b|\bthe next\?|\bnext (?:time )?(?:we|you and i) (?:meet|speak|talk|see|have|do|catch)|\bnext time(?:'s| is|,? (?:is|that's|then))\b|\bnext,? same time|\bnext\?", "When's our next?", "Next to our house.", 2.0),
    Cue("when_we", r"\bwhen (?:are|do|shall|should|can|could|will|would|'s|is|are you) ?(?:we|i see you|you and me|our|the next|you free|you around)\b(?! (?:launch|ship|start|finish|go live))", "When are we?", "When are they here?", 2.0),
    Cue("same_time", r"\bsame (?:time|place|hour|bat|slot|link|room)\b", "The sixteenth, same time.", "At the same table.", 1.5),
    Cue("see_you", r"\b(?:see|speak to|talk to|catch|hear from|ring|call) (?:you|ya|u|yous|yiz|each other)(?: again| all| then| next)? (?:on (?!your|my|the (?:phone|street|bus|stairs))|in (?:a|two|three|four|six|\d)|next|the (?!same)|mon|tues|wednes|thurs|fri|satur|sun|\w+(?:day|teenth|first|second|third|fourth))|\b(?:see|speak|talk) (?:again |next )?(?:on|in|next)\b", "Talk to you on the sixteenth.", "I see you on your phone a lot there.", 1.5),
    Cue("meet_again", r"\b(?:meet|speak|talk|catch up|connect|regroup|reconvene|touch base|sync)(?: up)? (?:again|next|on|in)\b|\blet's (?:say|do|make it|go for|go with|meet|speak|talk)\b", "Shall we meet again on Monday?", "We met at college.", 1.5),
    Cue("shall_we", r"\b(?:shall|can|could|should|will|would) (?:we|you) (?:(?:say|do|make|manage|go for|go with|take) (?:the|a|it|mon|tues|wednes|thurs|fri|satur|sun|next|that|\d|\w+(?:teenth|first|second|third|fourth|eighth|ninth|tenth))|meet|move|talk|speak)\w*|\b(?:how|what) about (?:the|a|next|this|mon|tues|wednes|thurs|fri|satur|sun|\d|\w+(?:teenth|first|second|third|fourth|eighth|ninth|tenth))|\bdoes (?:the |that |next |\w+day )?.{0,20}\b(?:work|suit)\b|\b(?:is|are) .{0,25}\b(?:okay|ok|good|all right|alright|free|fine) (?:for|with|by) (?:you|u|everyone)\b|\b(?:are )?you free\b", "Can you do the nineteenth?", "Can you do push-ups?", 1.5),
    Cue("how_long", rf"\b(?:{_RELATIVE}) (?:weeks?|fortnights?|months?)(?:' time)? (?:today|tonight|from (?:today|now|tonight)|is|would be|time|takes us|brings us|on)\b|\b(?:in|so) (?:{_RELATIVE}) (?:weeks|months)\b|\bfortnight\b|\b(?:week|month) (?:today|from today)\b", "Four weeks today is the eleventh.", "I was away for two weeks.", 1.5),
    Cue("calendar", r"\b(?:(?:in|on|into) (?:the|my|your|our) (?:calendar|diary|diaries)|^calendar\b|(?:the|an?) (?:invite|invitation)|put (?:it|us|you|that) in|pencil(?:led)?|book(?:ed)? (?:it|us|in|you)|lock (?:it|that) in|send (?:you )?(?:the|a|an) (?:invite|link)|change the link|repeating one|recurring)\b", "I'll put it in the diary.", "He wrote a diary of the war once.", 1.0),
)  # fmt: skip

AGREES: tuple[Cue, ...] = (
    Cue("works", r"\b(?:works|suits|that's (?:fine|good|perfect|grand|great|okay|ok)|it's (?:fine|good|okay)|sounds good|perfect|lovely|grand|deal|done|brilliant|see you then|no problem|confirmed|that one's good|god willing|inshallah|i'm free|i can (?:do|make) (?:that|it))\b", "That works for me.", "He is at work." ),
    Cue("yes", r"^\W*(?:(?:um+|uh|oh|ah|right)\W+)*(?:yes|yeah|yep|yup|ok|okay|sure|aye|great|cool|fine|good|alright|all right|can|ja)\b", "Yep, all good.", "Well, I'd rather not."),
)  # fmt: skip

TURNED_DOWN: tuple[Cue, ...] = (
    Cue("cannot", r"\b(?:can't|cannot|can not|won't (?:work|be|do|suit|make|manage)|couldn't|not going to be able|doesn't work|don't work|not work|no good|no use|not good|not free|problem with|clash(?:es)?|double[- ]booked|impossible|not possible|hopeless)\b", "The ninth I can't.", "I can do the ninth."),
    Cue("elsewhere", r"\b(?:i'm|i am|we're|we've|we have|i've|i have|i'll be|that's|it's|is) (?:\w+ ){0,4}?(?:away|travel(?:l)?ing|out of (?:town|office)|on (?:leave|holiday|vacation|annual leave|shift|call|nights)|holidays?|in court|abroad|off(?:site)?|conference|offsite|half[- ]term|bank holiday|exams|a wedding|surgery)\b", "I'm away that week.", "I'm right here."),
)  # fmt: skip

NO_NEXT: tuple[Cue, ...] = (
    Cue("no_next", rf"\b(?:no|not? (?:a|another)) (?:more |further )?next (?:one|{_MEET}|time|date)\b|\bno (?:more|further) (?:calls|sessions|meetings)\b|\b(?:won't|not going to) (?:book|set|fix|put in|schedule) (?:a |an)?(?:other|next)\b|\bnothing (?:booked|in the (?:diary|calendar))\b|\bno next\b", "So no next one on the calendar.", "No, next one is on Monday."),
    Cue("the_last", rf"\b(?:this|that|it)(?:'s| is| was) (?:our|the) (?:very )?(?:last|final) {_MEET}\b|\bour last one\b(?!\s*was)", "So that was our last session.", "Our last session was hard, wasn't it."),
    Cue("leave_open", r"\b(?:leave it open|play it by ear|no fixed date|we'll find a (?:date|day|time)|i'll (?:text|message|email|send) you (?:some )?(?:dates|times|days)|sort (?:out )?(?:a date|the date|dates) (?:later|by)|let's (?:not|leave)[^.?!]{0,20}\bdate)\b", "We'll leave it open for now.", "Leave the door open."),
)  # fmt: skip

GOALS: tuple[Cue, ...] = (
    Cue("we_look", r"\b(?:we|we'll|we can|we should|let's|let us|lets|i want to|i'd like (?:us )?to|we're gonna|we're going to|and then we|then we)(?:'ll| will| can| could)? (?:(?:then|also|just|maybe|both|all|first|really|definitely|proper(?:ly)?|probably)\s+)*(?:look at|see|start (?:with|off|by)|begin (?:with|by)|kick off|open with|talk about|talk through|go (?:through|over|into)|review|make (?:it|that|that one|this one|the next one) about|pick (?:up|apart)?|decide|discuss|focus on|dig into|work on|tackle|have a (?:proper )?look|do (?:the|a|your|our)|check|hear|cover)\b", "And we look at what the price did.", "We looked at it."),
    Cue("you_bring", r"\byou(?:'ll| will|'re going to| can)? (?:(?:then|also|just)\s+)*(?:tell me|show me|bring|walk me through|talk me through|report)\b", "You'll tell me how the exam went.", "You told me it went well."),
    Cue("agenda_is", r"\b(?:agenda|(?:main|first|only|top) (?:thing|item|point|topic)|topic|focus|at the top|i want to see)\b", "That's the only agenda.", "He has a hidden plan."),
)  # fmt: skip

_WHAT_FOR = re.compile(
    r"\bwhat(?:'s| is| are| do| will| should| shall|'ll)? (?:it|that|we|the next|you)?\b.{0,25}\b(?:about|do|cover|talk|look|want|focus|agenda)\b[^?]{0,20}\?"
)
_DATED = re.compile(
    r"\d|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day|\bjan|\bfeb|\bmar(?:ch)?\b|\bapr|\bmay\b|\bjune?\b|\bjuly?\b"
    r"|\baug|\bsep|\boct|\bnov|\bdec|\bweeks?\b|\bmonths?\b|\bfortnight|\btomorrow|(?:st|nd|rd|th)\b|\bfirst|\bsecond|\bthird"
)
_TASK = re.compile(
    r"\b(?:i'll|i will|i'm going to|i'm gonna|you'll|will you|can you) (?!be\b|see\b|speak\b|talk\b|do the\b|do a\b|meet\b|put\b|move\b|change\b|have it in\b)(?:\w+ )?[a-z]+|\bby (?:mon|tues|wednes|thurs|fri|the\b)|\bdeadline|\bdue\b"
)
_CLOCK = re.compile(
    r"\bo'clock\b|\b\d{1,2}(?::\d\d)?\s?(?:[ap]\.?m\b|uhr)|\b\d{1,2}:\d\d\b|\b(?:at|for) (?:half|quarter|noon|six|seven|eight|nine|ten|five|four|three|two|one|\d)\b"
    r"|\b(?:half|quarter (?:past|to)) (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b|\b(?:fifteen|sixteen|seventeen|eighteen|nineteen) (?:thirty|hundred)\b|\bsame time\b"
    r"|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?:fifteen|thirty|forty[- ]five)\b"
)
_NUMBER = re.compile(
    r"\b\d{1,2}(?:st|nd|rd|th)|\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth"
    r"|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth)\b"
)
_END = re.compile(r"\bend\b")
"""Nobody meets at the end of a week or of a month; things are due then."""
_NEXT_TIME = re.compile(r"\bnext (?:time|call|session)\b")
_LEAD = re.compile(
    r"^(?:[\W_]|\b(?:and|so|then|ok|okay|yeah|yes|right|well|cool|but)\b)+", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A day to come that one sentence names."""

    sentence: Sentence
    spoken: Spoken
    day: date


def find_next_meeting(call: Call) -> MeetingClaim | None:
    """Claim the day that both agreed to meet on next; None where they agreed on none."""
    talk = _Talk(call)
    agreed = talk.agreed()
    if not agreed:
        return None
    pin = max(agreed, key=lambda m: (talk.resolves(m), talk.weights[m]))
    goal = talk.goal(agreed[-1].sentence)
    shown = {each.sentence for each in agreed if talk.weights[each] > 0} | (
        {goal} if goal else set()
    )
    return MeetingClaim(
        phrase=pin.spoken.phrase,
        quotes=tuple(
            Quote(turn=turn, words=words)
            for sentence in sorted(shown, key=lambda each: each.index)
            for turn, words in sentence.quotes()
        ),
        goal=_LEAD.sub("", goal.text) if goal else None,
    )


class _Talk:
    """The later part of a call, in which people settle when they meet again."""

    def __init__(self, call: Call) -> None:
        self.call = call
        self.turns = max(1, len(call.transcript.turns))
        start = next((s.index for s in call.sentences if s.turn >= LATE * self.turns), 0)
        self.late = call.sentences[start:]
        self.said = {s.index: plain(s.text) for s in self.late}
        self.about = {index: _about(text) for index, text in self.said.items()}
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
        agreed = latest_best[-1]
        after = [s for s in self.late if s.index > agreed[-1].sentence.index]
        return [] if any(self._has(NO_NEXT, s) for s in after) else agreed

    def resolves(self, mention: Mention) -> bool:
        """Do the words of this mention alone give its day?"""
        today = self.call.today(mention.sentence.speaker)
        return resolve(mention.spoken.phrase, today=today) == mention.day

    def goal(self, last: Sentence) -> Sentence | None:
        """Where somebody says, after the day was set, what the next call is for."""
        following = [s for s in self._after(last) if s.turn <= last.last_turn + 6]
        for question, reply in pairwise(following):
            answers = reply.speaker != question.speaker and len(reply.text.split()) > 1
            if answers and _WHAT_FOR.search(self.said[question.index]):
                return reply
        for sentence in (last, *following):
            said = self.said[sentence.index]
            if self._has(GOALS, sentence) and "?" not in said and not _TASK.search(said):
                return sentence
        return next(
            (
                s
                for s in self.late
                if _NEXT_TIME.search(self.said[s.index]) and self._has(GOALS[:1], s)
            ),
            None,
        )

    def _mentions(self, sentence: Sentence) -> list[Mention]:
        """Days named near any talk of meeting."""
        near = range(sentence.index - 6, sentence.index + 5)
        is_theirs = sentence.speaker is None or self.call.is_participant(sentence.speaker)
        if not is_theirs or not any(self.about.get(index) for index in near):
            return []
        if not _DATED.search(self.said[sentence.index]):
            return []
        today = self.call.today(sentence.speaker)
        return [
            Mention(sentence, spoken, spoken.due)
            for spoken in find(sentence.text, today=today)
            if spoken.due
            and spoken.due > today
            and spoken.kind not in ("now", "window", "meeting")
            and not _END.search(plain(spoken.phrase))
        ]

    @staticmethod
    def _with_months(mentions: Sequence[Mention]) -> list[Mention]:
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
            return replace(mention, day=told.due) if told and told.due else mention

        return [full(mention) for mention in mentions]

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
            _repeats(spoken, self.said[s.index]) for s in replies
        )
        echoes = any(s.index in same_day for s in before[-6:])
        accepted = any(self._has(AGREES, s) for s in (*replies[:1], *beside))
        refused = any(self._has(TURNED_DOWN, s) for s in (sentence, *beside[:1], *replies[:1]))
        timed = any(_CLOCK.search(self.said[s.index]) for s in (sentence, *beside))
        listed = len({each.day for each in self.mentions if each.sentence == sentence}) > 2
        weight = max(
            self.about[sentence.index],
            *(0.8 * self.about[s.index] for s in before),
            *(0.6 * self.about[s.index] for s in after[:4]),
            0.0,
        )
        weight += 1.5 * (self.about[sentence.index] >= NAMES_IT)
        weight += 1.2 * echoed + 1.2 * echoes + 0.8 * accepted + 1.0 * timed
        weight += 1.5 * sentence.turn / self.turns + 1.5 * (sentence.turn >= PARTING * self.turns)
        weight -= 3.0 * refused + 1.5 * self._is_task(mention, before) + 1.0 * listed
        return weight - 1.0 * (spoken.preposition in DEADLINES)

    def _is_task(self, mention: Mention, before: Sequence[Sentence]) -> bool:
        """Is it the day of something to do? A bare "Friday." belongs to what was said before."""
        said = self.said[mention.sentence.index]
        if len(said.split()) <= BRIEF:
            said = " ".join(self.said[s.index] for s in before[-2:])
        else:
            said = said[: mention.spoken.start + 3]
        return bool(_TASK.search(said))

    def _has(self, cues: Sequence[Cue], sentence: Sentence) -> bool:
        return any(cue.search(self.said[sentence.index]) for cue in cues)

    def _before(self, sentence: Sentence) -> Sequence[Sentence]:
        return self.late[: sentence.index - self.late[0].index]

    def _after(self, sentence: Sentence) -> Sequence[Sentence]:
        return self.late[sentence.index - self.late[0].index + 1 :]


_ABOUT_MEETING = Sieve((cue, cue.pattern) for cue in ABOUT_MEETING)


def _about(text: str) -> float:
    """How much plain `text` is talk of meeting again; a bare time of day is a little."""
    return max(
        (cue.weight for cue in _ABOUT_MEETING.through(text) if cue.search(text)),
        default=1.0 if _is_appointment(text) else 0.0,
    )


def _is_appointment(text: str) -> bool:
    """ "Half four.", "The 28th of April, six o'clock?": a time of day, and a day at most."""
    words = len(text.split())
    return (
        words <= 2 * BRIEF
        and bool(_CLOCK.search(text))
        and (words <= BRIEF or bool(_NUMBER.search(text)))
    )


def _repeats(spoken: Spoken, text: str) -> bool:
    """Does a reply say the number of the day again?"""
    numbers = set(_NUMBER.findall(plain(spoken.phrase)))
    return bool(numbers & set(_NUMBER.findall(text)))
