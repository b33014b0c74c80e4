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
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from coach.cues import Cue, plain
from coach.dates import Spoken, find, resolve
from coach.reading import Call
from coach.reading.speech import Sentence
from coach.records.claims import MeetingClaim, Quote

ENOUGH = 3.0
"""The weight from which a day counts as agreed."""
BRIEF = 4
"""Words up to which a sentence with a time of day is an appointment ("Half four.")."""
DEADLINES = ("by", "before", "until", "till", "due", "no later than")
"""Words that set a deadline for a task, not a day to meet on."""
NEAR = 4
"""Turns around a day in which the talk of meeting, the yes and the echo may stand."""

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
    Cue("cannot", r"\b(?:can't|cannot|can not|won't|couldn't|not going to be able|doesn't work|don't work|not work|no good|no use|not good|not free|problem with|clash(?:es)?|double[- ]booked|impossible|not possible|hopeless)\b", "The ninth I can't.", "I can do the ninth."),
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
)
_NUMBER = re.compile(
    r"\b\d{1,2}(?:st|nd|rd|th)|\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth"
    r"|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth)\b"
)
_LEAD = re.compile(
    r"^(?:[\W_]|\b(?:and|so|then|ok|okay|yeah|yes|right|well|cool|but)\b)+", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A day named in one sentence, and how much it looks like the day of the next call."""

    sentence: Sentence
    spoken: Spoken
    day: date
    weight: float


def find_next_meeting(call: Call) -> MeetingClaim | None:
    """Claim the day that both agreed to meet on next; None where they agreed on none."""
    late = [s for s in call.sentences if s.turn >= 0.4 * len(call.transcript.turns)]
    said = {s.index: plain(s.text) for s in late}
    ended = _last(late, said, NO_NEXT)
    mentions = _mentions(call, late, said)
    by_day: dict[date, list[Mention]] = defaultdict(list)
    for mention in mentions:
        by_day[mention.day].append(mention)
    day = max(
        by_day,
        key=lambda each: (_weight(by_day[each]), by_day[each][-1].sentence.index),
        default=None,
    )
    if day is None or _weight(by_day[day]) < ENOUGH:
        return None
    agreed = by_day[day]
    if ended and ended.index > agreed[-1].sentence.index:
        return None
    pin = max(
        agreed,
        key=lambda each: (
            resolve(each.spoken.phrase, today=_today(call, each.sentence)) == day,
            each.weight,
        ),
    )
    goal = _goal(late, said, agreed)
    shown = sorted(
        {*(each.sentence for each in agreed if each.weight > 0), *(goal[:1] if goal else ())},
        key=lambda s: s.index,
    )
    return MeetingClaim(
        phrase=pin.spoken.phrase,
        quotes=tuple(Quote(turn=turn, words=words) for s in shown for turn, words in s.quotes()),
        goal=goal[1] if goal else None,
    )


def _weight(mentions: Sequence[Mention]) -> float:
    best: dict[int, float] = {}
    for mention in mentions:
        best[mention.sentence.index] = max(mention.weight, best.get(mention.sentence.index, -9.0))
    weights = sorted(best.values(), reverse=True)
    return weights[0] + 0.5 * sum(weight for weight in weights[1:3] if weight > 0)


def _today(call: Call, sentence: Sentence) -> date:
    return call.today(sentence.speaker)


def _mentions(call: Call, late: Sequence[Sentence], said: dict[int, str]) -> list[Mention]:
    """Every day named in the later part of the call, weighed by what stands around it."""
    about = {s.index: _about(said[s.index]) for s in late}
    days: list[tuple[Sentence, Spoken, date]] = []
    for sentence in late:
        if call.is_participant(sentence.speaker) or sentence.speaker is None:
            near = any(about.get(i, 0.0) for i in range(sentence.index - 6, sentence.index + 5))
            if near and _DATED.search(said[sentence.index]):
                today = _today(call, sentence)
                days += [
                    (sentence, each, each.due)
                    for each in find(sentence.text, today=today)
                    if each.due
                    and each.due > today
                    and each.kind not in ("now", "window", "meeting")
                ]
    return [
        Mention(
            sentence, spoken, day, _likelihood(call, sentence, spoken, day, late, said, about, days)
        )
        for sentence, spoken, day in days
    ]


def _about(text: str) -> float:
    """How much plain `text` is talk of meeting again; a bare time of day is a little."""
    return max(
        (cue.weight for cue in ABOUT_MEETING if cue.search(text)),
        default=1.0 if len(text.split()) <= BRIEF and _CLOCK.search(text) else 0.0,
    )


def _likelihood(
    call: Call,
    sentence: Sentence,
    spoken: Spoken,
    day: date,
    late: Sequence[Sentence],
    said: dict[int, str],
    about: dict[int, float],
    days: Sequence[tuple[Sentence, Spoken, date]],
) -> float:
    """How much the talk around a day makes it the day of the next call."""
    text = said[sentence.index]
    before = [s for s in late if sentence.turn - NEAR <= s.turn and s.index < sentence.index]
    after = [s for s in late if s.index > sentence.index and s.turn <= sentence.last_turn + NEAR]
    replies = [s for s in after if s.speaker != sentence.speaker][:2]
    weight = max(
        about[sentence.index],
        *(0.8 * about[s.index] for s in before),
        *(0.6 * about[s.index] for s in after[:4]),
        0.0,
    )
    same_day = [
        other for other, _, that in days if that == day and other.speaker != sentence.speaker
    ]
    echoed = any(s in after[:6] for s in same_day) or any(
        _repeats(spoken, said[s.index]) for s in replies
    )
    echoes = any(s in before[-6:] for s in same_day)
    beside = [s for s in after[:2] if s.speaker == sentence.speaker and s.turn == sentence.turn]
    agreed = any(_has(AGREES, said[s.index]) for s in (*replies[:1], *beside))
    weight += 1.2 * echoed + 1.2 * echoes + 0.8 * agreed
    weight += 1.0 * bool(_CLOCK.search(" ".join(said[s.index] for s in (sentence, *beside))))
    weight += 1.5 * sentence.turn / max(1, len(call.transcript.turns))
    weight -= 3.0 * any(
        _has(TURNED_DOWN, said[s.index]) for s in (sentence, *beside[:1], *replies[:1])
    )
    asked_to_do = (
        text[: spoken.start + 3]
        if len(text.split()) > 4
        else " ".join(said[s.index] for s in before[-2:])
    )
    weight -= 1.5 * bool(_TASK.search(asked_to_do)) + 1.0 * (spoken.preposition in DEADLINES)
    weight -= 1.0 * (len({that for other, _, that in days if other == sentence}) > 2)
    return weight


def _repeats(spoken: Spoken, text: str) -> bool:
    """Does a reply say the number of the day again?"""
    numbers = set(_NUMBER.findall(plain(spoken.phrase)))
    return bool(numbers & set(_NUMBER.findall(text)))


def _has(cues: Sequence[Cue], text: str) -> bool:
    return any(cue.search(text) for cue in cues)


def _last(late: Sequence[Sentence], said: dict[int, str], cues: Sequence[Cue]) -> Sentence | None:
    return next((s for s in reversed(late) if _has(cues, said[s.index])), None)


def _goal(
    late: Sequence[Sentence], said: dict[int, str], agreed: Sequence[Mention]
) -> tuple[Sentence, str] | None:
    """What the next call is for, as somebody put it after the day was set."""
    last = agreed[-1].sentence
    following = [s for s in late if s.index > last.index and s.turn <= last.last_turn + 6]
    for sentence, reply in pairwise(following):
        if _WHAT_FOR.search(said[sentence.index]) and reply.speaker != sentence.speaker:
            if len(said[reply.index].split()) > 1:
                return reply, _LEAD.sub("", reply.text)
    for sentence in [last, *following]:
        if (
            _has(GOALS, said[sentence.index])
            and "?" not in sentence.text
            and not _TASK.search(said[sentence.index])
        ):
            return sentence, _LEAD.sub("", sentence.text)
    for sentence in late:
        if re.search(r"\bnext (?:time|call|session)\b", said[sentence.index]) and _has(
            GOALS[:1], said[sentence.index]
        ):
            return sentence, _LEAD.sub("", sentence.text)
    return None
