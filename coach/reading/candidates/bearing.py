"""What a promise has to do with anybody: for whom it is, what it is tied to, what it takes up.

"I'll knit you a toilet roll cover" and "I'll ring the bank" have the same form. The second names
somebody to whom the deed is a word or an order; others have a day, a moment they are tied to, a
piece of advice that they take up. A promise with none of these is talk, as a rule, or a joke.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from coach.cues import plain
from coach.dates.words import FULL_WEEKDAY
from coach.reading import Call
from coach.reading.days.whose_day import is_of_next_call
from coach.reading.often import is_often
from coach.reading.promise import Promise
from coach.reading.speech import Sentence

_TO_SOMEBODY = re.compile(
    r"^(?:\w+\s)?(?:ask|ring|call|phone|text|email|message|write to|speak|talk|visit|thank|meet"
    r"|send|introduce|contact|invite|warn|nudge|remind|approach|apologi[sz]e|sound|chase|check with"
    r"|tell (?!them\b)(?:\w+|the \w+|my \w+)(?= \w)|run (?:it|this|that|them) (?:by|past)"
    r"|drop (?:[\w']+ ){1,2}an?|give (?:[\w']+ ){1,2}an? (?:ring|call|bell|shout|buzz|nudge)"
    r"|get (?:hold|on to|onto|in touch|back to)|catch (?:hold|up with)"
    r"|have a (?:quiet |quick )?(?:word|chat|talk)|book|apply|order)\b"
)
_TO_LEARN = re.compile(
    r"^(?:\w+\s)?(?:find out|look (?:into|up)|check|work out|figure out|see|ask|chase|dig (?:up"
    r"|out))\b"
)
"""What one means to know by it: somebody waits for the answer, were it only oneself."""
_TO_MAKE = re.compile(
    r"^(?:\w+\s)?(?:draft|draw up|write (?:up|down|out)?|prepare|put together|make a (?:list"
    r"|plan|table"
    r"|note)|keep a (?:log|list|diary|note|record)|collect|gather|delegate|hand over|update|rewrite"
    r"|practi[sc]e|rehearse|sign up|register|finish|set (?:up|aside)|organi[sz]e|arrange"
    r"|schedule|submit"
    r"|sort out|block (?:out|off)|cancel|turn down|review|research|track|measure|compare|test)\b"
)
"""Work, with something to show for it: no quip is made with these verbs."""
_WEEKDAY = re.compile(rf"\b{FULL_WEEKDAY}s?\b")
_BOUND = re.compile(
    r"\b(?:before|by the time|as soon as|once|after) (?:i|i'm|i've|you|you're|he|he's|she|she's|we"
    r"|we're|they|they're|it|it's|the|my|your|his|her)\b|\bwith me\b"
    r"|^stay (?:\w+ )?(?:out|away|off)\b|\band (?:then )?see (?:if|what|whether|how|who)\b"
    r"|\bsee (?:if|whether|(?:can|could|will|would) (?:i|he|she|they|we))\b"
)
"""What ties a deed to other things that will be so: its moment, what it is to find out."""
_AT_ONCE = re.compile(r"\b(?:i'll|i will|i'm gonna|i'm going to) just\W*$")
"""“I'll just let the cat in”: done while one says it."""
_BEARINGS = {"to the partner", "asked for", "welcomed", "refrains for a time"}
"""Signals that a promise is made to somebody, and not into the air."""
_AGREES = re.compile(
    r"\b(?:good idea|good point|you're right|that's (?:right|true|fair|a good)|fair (?:enough"
    r"|point)"
    r"|of course|i owe|i should|yes|sure|why not|true|deal|definitely)\b"
)
_TAKES_IN = re.compile(
    r"^\W*(?:oh |ah |no |ha |well )*(?:right|yeah|okay|ok|yes|aye|ya|i know|fine|all ?right"
    r"|good (?:idea"
    r"|point|shout|call|thinking)|that's (?:a )?(?:good|fair|true|right))\b[^?]*$"
)
"""How one begins who takes in what was advised."""


_OPENS_WITH_WHEN = re.compile(
    r"^\W*(?:(?:and|so|okay|ok|right|good|great|lovely)\W+){0,2}"
    r"(?:(?:by|from|starting|until|till) )?(?:when|what day|which(?: days?)?(?=\W*\?)|which day"
    r"|what date|how soon)\b(?!'?(?:\W*\w+)? (?:we|our|the next)\b)"
)
_NAMES_A_THING = re.compile(
    r"^\W*(?:(?:and|so|now|okay|ok|right|then)\W+){0,2}(?:(?:what|how) about )?"
    r"(?:the|your|that|those|our|my)\b"
)
"""“And the deck?” opens so."""
_CLAUSE = re.compile(
    r"\b(?:is|are|was|were|did|do|does|have|has|had|will|would|can|could|should|you|i|we|he|she"
    r"|they)\b"
    r"|'(?:s|re|ll|ve|d)\b"
)
GREETING = 0.08
"""The part of a call in which people say hello."""
PARTING = 4
"""Turns in which they say goodbye."""
ASIDE = 2
"""Words beside a sentence that still stands alone: "Ha. I'll wear the hat." """
ASKS = 5
"""Words up to which a question with a day asks for little else: "Next Tuesday, then?" """
NEAR = 10
"""Sentences of a turn that are looked at."""


def is_idle(promise: Promise, signals: set[str], call: Call) -> bool:
    """No day, nobody it is for, nobody who asked, advised or answered: talk, as a rule."""
    if promise.form != "will" or promise.due or signals & _BEARINGS:
        return False
    deed = plain(promise.deed)
    if is_to_become_a_habit(promise):
        return False
    if _AT_ONCE.search(plain(promise.sentence.text[: promise.begins])):
        return True
    if _TO_LEARN.search(deed) or _TO_MAKE.search(deed):
        return False
    if _TO_SOMEBODY.search(deed) or _WEEKDAY.search(deed) or _BOUND.search(deed):
        return False
    own = _own_turn(promise, call)
    before = [each.text for each in own if each.index < promise.sentence.index][-3:]
    if before and _TAKES_IN.search(plain(before[0])):
        return False
    agreed = _AGREES.search(plain(" ".join([*before, promise.sentence.text[: promise.end]])))
    return not agreed and _is_quip(promise, own, call)


def _is_quip(promise: Promise, own: Sequence[Sentence], call: Call) -> bool:
    """Is it all that is said in its turn, or said in greeting or in parting?"""
    before = call.sentences[promise.sentence.index - 1] if promise.sentence.index else None
    if before and before.speaker != promise.owner and asks_after_a_thing(before):
        return False
    parting = promise.sentence.turn >= len(call.transcript.turns) - PARTING
    if parting or is_greeting(promise.sentence, call):
        return True
    said = sum(each.length for each in own if each is not promise.sentence)
    return said <= ASIDE


def is_asked_when(promise: Promise, call: Call) -> bool:
    """ "I'll let Jo lead it." "Next Tuesday?" Who asks for its day has taken it for a promise."""
    at = promise.sentence.index + 1
    reply = next(
        (each for each in call.sentences[at : at + NEAR] if each.speaker != promise.owner), None
    )
    if reply is None or reply.turn > promise.sentence.last_turn + 1 or not reply.is_question:
        return False
    if is_of_next_call(reply, call):
        return False
    if _OPENS_WITH_WHEN.match(reply.plain):
        return True
    return reply.length <= ASKS and bool(reply.days(call.today(promise.owner), bare=True))


def asks_after_a_thing(sentence: Sentence) -> bool:
    """ "And the deck for the spring review?" names what the answer is about."""
    said = sentence.plain
    named = sentence.is_question and _NAMES_A_THING.match(said)
    return bool(named and sentence.content) and not _CLAUSE.search(said)


def is_greeting(sentence: Sentence, call: Call) -> bool:
    """Is it said while people still ask each other how they are?"""
    return sentence.turn + 1 <= GREETING * len(call.transcript.turns)


def takes_leave(promise: Promise, call: Call) -> bool:
    """ "I'll go and see what's on fire": at the end of a call, why one goes."""
    if promise.form != "will" or promise.due or promise.conditional:
        return False
    ends = promise.sentence.turn >= len(call.transcript.turns) - 2 * PARTING
    return ends and bool(_GOES_OFF.match(plain(promise.deed)))


_GOES_OFF = re.compile(
    r"go (?:and )?(?!(?:and|to|through|over|back|for|with|on|in|up|down|by|ahead|round|after|there"
    r"|home)\b)[a-z]+\b"
)


def _own_turn(promise: Promise, call: Call) -> list[Sentence]:
    """Everything its owner says in the turn of the promise."""
    at, turn = promise.sentence.index, promise.sentence.turn
    near = call.sentences[max(0, at - NEAR) : at + NEAR]
    return [each for each in near if each.turn == turn and each.speaker == promise.owner]


def is_to_somebody(deed: str) -> bool:
    """Is the deed a word to somebody, a visit, an order: "ask Ann", "write to the bank"?"""
    return bool(_TO_SOMEBODY.search(plain(deed)))


def has_bearing(promise: Promise) -> bool:
    """Is it for the partner, answered or tied to something? Then it is no tale of one's days."""
    told = any(reason.startswith(tuple(_BEARINGS)) for reason in promise.reasons)
    return told or promise.conditional_first or is_bound(promise)


def is_bound(promise: Promise) -> bool:
    """Is it tied to something else that will be: "before you are back", "and see what he says"?"""
    return bool(_BOUND.search(plain(promise.deed)))


_LEAVE_IT = re.compile(
    r"(?:\W*(?:no|okay|yes|yeah|well|right)\b)*\W*leave (?:it|that|this) (?:with|to) me, "
)


_I_PROMISE = re.compile(r"\bi (?:promise|swear)(?: (?:you|that|to you))*\W*$")


def is_vowed(promise: Promise) -> bool:
    """ "Leave that with me, I'll see if I can find it." "I promise I'll take the Friday off." """
    said = promise.sentence.plain
    before = said[: promise.begins].removesuffix("i'll ").removesuffix("i will ")
    return bool(_LEAVE_IT.match(said) or _I_PROMISE.search(before))


def is_to_become_a_habit(promise: Promise) -> bool:
    """ "I'll start every lesson with a question", "I'll walk home three days a week": how often."""
    return is_often(plain(promise.deed)) and not is_to_somebody(promise.deed)
