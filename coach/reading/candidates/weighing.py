"""What speaks for and against a candidate promise, added up.

Against it: what stands before it in its sentence (reported, supposed, habitual), a deed for this
very call, a release, a laugh. For it: a day, somebody it is made to, a question that it answers, a
word given, a thank-you.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from coach.cues import plain
from coach.dates import Spoken, due_of, points_back
from coach.reading import Call
from coach.reading.candidates.bearing import (
    is_asked_when,
    is_bound,
    is_greeting,
    is_idle,
    is_to_become_a_habit,
    is_vowed,
    takes_leave,
)
from coach.reading.candidates.narrating import told_instead
from coach.reading.candidates.refraining import (
    gives_up_a_habit,
    lets_it_rest,
    refrains_for_a_time,
)
from coach.reading.candidates.releasing import TAG, is_released
from coach.reading.promise import RESULTS, TIMELESS, Promise
from coach.reading.promise.adjacency import ACCEPT
from coach.reading.promise.forms import CONDITIONAL, FORMS
from coach.reading.promise.scopes import AGAINST, IN_CALL
from coach.reading.speech import Sentence
from coach.reading.words import content, count
from coach.sieve import Sieve

_TRANSFER = re.compile(
    r"^(?:\w+\s+){0,2}?(?:send|get|let|give|phone|text|email|e-mail|mail|message|call|ring|bring"
    r"|show"
    r"|tell|forward|share|drop|flick|shoot|post|copy|"
    r"ping|write|read|connect|link|introduce|lend|pass|have|make|put|look|come|watch|meet|dig|find"
    r"|do|ask|speak|talk|recommend|nominate|invite|add|book|save|arrange|set|check)\b"
    r".*\b(?:you|your|yourself|yous|ya|u)\b"
)
_HANDS_OVER = re.compile(
    r"^(?:find|pass|grab|open|get)\b.*"
    r"(?:\b(?:for|to) you\b|\byou (?:the|my|mine|an?|one|some|his|her|their)\b)"
)
"""“I'll find it for you”: what it is for is the partner's, and not to be seen in this call."""
_THANKS = re.compile(
    r"^(?:\w+[,.!]?\s+){0,2}?(?:thank|thanks|great|good|perfect|brilliant|lovely|beauty|cool"
    r"|awesome|super|ta|excellent|wonderful|grand|nice|"
    r"fab|cheers|please do|yes please|please(?=\W*$)|do(?=\W*$)|that(?:'d| would"
    r"|'s) (?:be )?(?:great|good|super|lovely"
    r"|awesome|really|perfect|plenty|fine|brilliant|kind)|i'd (?:love|appreciate|like) (?:that"
    r"|to (?:see|hear|read))|okay"
    r"|right|legend|amazing|deal|done|fair)\b"
)
_LAUGH = re.compile(r"^\W*(?:ha|haha|hah|hehe|lol|oh no|stop it|don't you dare|you wouldn't)\b")
_ASKED = re.compile(
    r"\b(?:when|by when|what(?:'ll| will| would| could| are) you|how (?:many|will|would|could"
    r"|often|much)|who could|could you|will you|would you|can you|which|where|"
    r"what's (?:next|the next|your next|first|one)|held to|accountable|and you|what about|why not"
    r"|what else|what if)\b.*\?"
)
_INTENDS = re.compile(r"\b(?:going to|gonna|i'mma)\b")
"""“I'll” binds at once; “I'm going to” tells of a plan, or of a joke, until there is a day."""
_AIMS = re.compile(r"\b(?:intend|aim|plan)\b")
"""“I aim to finish by June” is more than a wish, where a day is set."""
_WITH_THEIR_OWN = re.compile(r"\bmy [a-z]+ and (?:i|me)\b|\bme and my [a-z]+\b")
"""“We will do it, my wife and I”: they who speak are not the ones who are meant by we."""
_SENDING_YOU = re.compile(
    r"(?:send|bring|giv|lend|e-?mail|forward|introduc|find)ing (?:\w+ ){0,3}you\b"
)
_YOU_ARE = re.compile(r"\W*(?:yes|yeah|so|and|indeed)?\W*you (?:are|will|do)\W*(?:indeed)?\W*")
"""“I'm sending you the book.” “You are.” """
_WORD_GIVEN = re.compile(
    r"\b(?:hold me to (?:it|that|this)|you have my word|my word on it|on my honou?r|cross my heart"
    r"|count on (?:it|that)|i swear|scout's honou?r)\b|^promise\b"
)
"""How one binds oneself to what was just said."""
_ASKS_WHETHER = re.compile(
    r"\b(?:ask|asking|see|check|find out|know|wonder|message|write|word|even|not|or|care|mind|tell"
    r"|sound (?:him|her|them) out)\b[^.;]*$"
)
"""“Ask her if she’d come” waits for nothing, and “even if” is no condition."""
_SAID = re.compile(
    r"\b(?:said|told|asked|went|wrote|texted|promised|swore|decided|replied|shouted|whispered)\b"
)
_TO_A_THIRD = re.compile(
    r"^(?:\w+\s)?(?:ask|tell|ring|call|phone|text|email|message|write|speak|talk|visit|thank|meet"
    r"|see"
    r"|send|show|give)\b.*\b(?:him|her|them|'em)(?!\w)"
)
_SUPPOSED = re.compile(
    r"\b(?:if|when|once|unless|until|till|whether|in case|as soon as)\s(?:\w+\s)?$"
)
"""“If he says no, I'll”: what he may say is a condition, and reports nothing."""
_REPORTING_TAIL = re.compile(
    r"\b(?!i\b)\w+ (?:said|says|(?:goes|went)(?=\W*[,:\"']|\W*$)|told (?:me|him|her|us|them)"
    r"|was like|is like),?(?:\W+\w+){0,4}\W*$"
)
_AT_ONCE = re.compile(r"\bnow\b")
"""“I'll put it in right now”: no day to come, and done before the call is over."""
_MAY_BE_PAST = re.compile(r"\b(?:today|this morning)\b")
"""The hours of this day that a call may come after; "tonight" is yet to come."""
_AND_SO_SAID = re.compile(
    r"\W*(?:(?:i|he|she|they) (?:told|said to|said it to) (?:him|her|them|me|us)"
    r"|(?:he|she|they|i) said(?: (?:so|that))?)\W*$"
)
"""“I'll tell you. I told him.” What it was said to is told after it."""
_SO_THEY_SAY = re.compile(
    r",\s*(?:he|she|they|my \w+)(?:'d| would| used to| always)? (?:say|says|said|goes|went)\W*$"
)
"""“I'll read it when it fits, he'd say.” """
_DAY_WORDS = re.compile(
    r"\b(?:today|tonight|tomorrow|this (?:evening|afternoon|morning|arvo)|after the call|when we"
    r"|days?|weeks?|fortnight|months?)\b"
)
_BY_A_FEAST = re.compile(r"\bby (?!\w+ing\b|(?:now|hand|heart|me|myself|the way)\b)[a-z]")
"""“I'll finish them by Candlemas”: a limit, though nobody knows its day."""


def weighed(promise: Promise, call: Call) -> Promise:
    """Add to and take from the weight, and say why."""
    text = promise.sentence.plain
    head = _head_start(promise, text)
    promise = replace(promise, conditional=_is_conditional(text, promise, head))
    deed = plain(promise.deed)
    signals = [
        *_against(text[:head], promise, call),
        *_in_call(deed, promise, call),
        *_for(deed, promise, text[head : promise.begins], _own_next(promise, call)),
        *_answered(promise, call),
    ]
    doubted = any(weight <= -1.0 for _, weight in signals)
    if promise.form == "will" and not (promise.due or doubted) and is_asked_when(promise, call):
        signals.append(("asked when", 0.8))
    elif not promise.conditional and is_idle(promise, {name for name, _ in signals}, call):
        signals.append(("said into the air", -0.4))
    if takes_leave(promise, call) and not any(name == "asked for" for name, _ in signals):
        signals.append(("takes leave", -2.0))
    if not promise.due and is_greeting(promise.sentence, call):
        signals.append(("in greeting", -0.6))
    return replace(
        promise,
        weight=promise.weight + sum(weight for _, weight in signals),
        reasons=promise.reasons + tuple(f"{name} {weight:+g}" for name, weight in signals),
    )


def _head_start(promise: Promise, text: str) -> int:
    """Where its subject stands: a form may begin with what leads up to it, "if he asks, I"."""
    form = next(form for form in FORMS if form.name == promise.form)
    match = form.regex.search(text, promise.start, promise.end + 1)
    if match is None:
        return promise.start
    return match.start() + max(0, match[0].rfind("i ")) * (promise.form == "present")


_AGAINST = Sieve((cue, cue.pattern) for cue in AGAINST)


def _against(prefix: str, promise: Promise, call: Call) -> Iterator[tuple[str, float]]:
    for cue in _AGAINST.through(prefix):
        if cue.name == "habit" and _is_once(promise):
            continue
        match = cue.search(prefix)
        if match and not (cue.name == "reported" and _is_supposed(prefix, match)):
            yield cue.name, cue.weight
    before = call.sentences[promise.sentence.index - 1] if promise.sentence.index else None
    if (
        before
        and before.speaker == promise.owner
        and before.last_turn == promise.sentence.turn
        and _REPORTING_TAIL.search(before.plain)
    ):
        yield "reported before", -2.0
    if _SO_THEY_SAY.search(_text_after(promise)):
        yield "as somebody says", -3.0
    if not promise.due and _AND_SO_SAID.match(_own_next(promise, call)):
        yield "reported after", -2.0
    if promise.form in TIMELESS:
        yield from told_instead(promise, _text_after(promise), call)
    if prefix.count('"') % 2 == 0 and _text_after(promise).count('"') % 2:
        yield "quoted on", -3.0
    if _is_asked(promise, call):
        yield "question", -1.5


def _is_asked(promise: Promise, call: Call) -> bool:
    """Does it ask? A tag does not, nor "I'll send it, um, by eight?", which asks only for a day."""
    text = promise.sentence.text.rstrip()
    if not promise.sentence.is_question or TAG.search(plain(text)):
        return False
    *said, last = re.split(r"[,;]\s+", text)
    return not (said and due_of(last, today=call.today(promise.owner), bare=count(last) <= BARE))


BARE = 4
"""Words of a piece in which a bare "eight" or "Friday" is the day."""


def _text_after(promise: Promise) -> str:
    """The rest of its sentence: where quoted words end that began in one before."""
    return plain(promise.sentence.text[promise.begins :])


def _is_supposed(prefix: str, match: re.Match[str]) -> bool:
    """Is it what somebody may yet say, and not what somebody said?"""
    return bool(_SUPPOSED.search(prefix[: match.start()])) and not _SAID.search(match.group())


def _is_once(promise: Promise) -> bool:
    """A day of the calendar makes a habit's words a promise, except in the timeless forms."""
    due = promise.due
    dated = due and due.due and due.kind not in ("now", "time")
    return bool(dated) and promise.form not in TIMELESS


def _in_call(deed: str, promise: Promise, call: Call) -> Iterator[tuple[str, float]]:
    for cue in IN_CALL:
        if cue.search(deed) and not (cue.name in _MAY_BE_LATER and _is_for_later(deed, promise)):
            if cue.name != "done_by_then" or not _is_asked_for(promise, call):
                yield cue.name, cue.weight
            return


_BEFORE_A_DEED = re.compile(r"\bbefore i (?!forget|go\b|start|finish|say|answer that)[a-z]+ \w")
"""“I'll ask one question before I give advice”: how one means to do it from now on."""
_MAY_BE_LATER = ("screen", "talk_move", "done_by_then")
"""None without a day to them: "I'll show you on Monday", "I'll have read it by Friday"."""


def _is_for_later(deed: str, promise: Promise) -> bool:
    dated = (promise.due and promise.due.kind != "now") or _BY_A_FEAST.search(deed)
    return bool(
        dated
        or _BEFORE_A_DEED.search(deed)
        or promise.conditional_first
        or _HANDS_OVER.search(deed)
    )


def _own_next(promise: Promise, call: Call) -> str:
    """The next sentence of the same turn."""
    following = call.sentences[promise.sentence.index + 1 : promise.sentence.index + 2]
    return "".join(s.plain for s in following if s.turn == promise.sentence.last_turn)


def _for(
    deed: str, promise: Promise, up_to_deed: str, following: str
) -> Iterator[tuple[str, float]]:
    if promise.due and not _AT_ONCE.search(plain(promise.due.phrase)):
        if promise.form in TIMELESS and not _is_a_day(promise.due):
            return
        yield "due", 1.0 if promise.due.due or promise.due.kind == "meeting" else 0.7
        if promise.form in TIMELESS and not _MAY_BE_PAST.search(plain(promise.due.phrase)):
            yield "once only", 0.6
    if refrains_for_a_time(promise, following):
        yield "refrains for a time", 1.6
    if gives_up_a_habit(promise):
        yield "gives up a habit", 1.2
    if lets_it_rest(promise):
        yield "lets it rest", -2.0
    if promise.form == "will" and not promise.due and _INTENDS.search(up_to_deed):
        yield "intended", -0.5
    if promise.form == "want_to" and promise.due and _AIMS.search(up_to_deed):
        yield "set as an aim", 0.4
    if promise.form == "will" and is_to_become_a_habit(promise):
        yield "to become a habit", 0.4
    if promise.form == "we_will" and _WITH_THEIR_OWN.search(promise.sentence.plain):
        yield "with their own", 1.4
    if _TRANSFER.search(deed) or (promise.form == "am_doing" and _SENDING_YOU.match(deed)):
        yield "to the partner", 0.6
    if _WORD_GIVEN.search(deed) or _WORD_GIVEN.search(following) or is_vowed(promise):
        yield "gives their word", 1.0
    if promise.conditional_first and promise.form in ("present", "am_doing"):
        yield "what follows if", 0.8
    if promise.form == "result" and not promise.due and is_bound(promise):
        yield "bound to a moment", 0.8
    if content(promise.deed):
        yield "names a thing", 0.3
    elif _TO_A_THIRD.search(deed):
        yield "to somebody", 0.1
    elif not (promise.due or promise.conditional or promise.form in RESULTS):
        yield "bare", -0.6


def _is_a_day(due: Spoken) -> bool:
    """A day of the calendar, not "in two minutes" or "in the morning"."""
    if due.kind in ("now", "relative", "time"):
        return bool(_DAY_WORDS.search(plain(due.phrase)))
    return due.due is not None or due.kind == "meeting" or points_back(due)


def _answered(promise: Promise, call: Call) -> Iterator[tuple[str, float]]:
    if _is_asked_for(promise, call):
        yield "asked for", 0.5
    replies = [s.plain for s in _said_after(promise, call)]
    if replies and is_released(promise, replies[0], call):
        yield "released", -2.0
    elif replies and (_THANKS.search(replies[0]) or re.search(ACCEPT, replies[0])):
        yield "welcomed", 0.4
    if replies and _YOU_ARE.fullmatch(replies[0]):
        yield "said back to them", 0.8
    if replies and _LAUGH.search(replies[0]) and not promise.due:
        yield "laughed at", -0.9


def _is_asked_for(promise: Promise, call: Call) -> bool:
    return any(_ASKED.search(said.plain) for said in _said_before(promise, call))


def _said_before(promise: Promise, call: Call) -> list[Sentence]:
    """What the other one said in the two turns before."""
    return [
        sentence
        for sentence in call.sentences[max(0, promise.sentence.index - 6) : promise.sentence.index]
        if sentence.speaker != promise.owner and sentence.last_turn >= promise.sentence.turn - 2
    ]


def _said_after(promise: Promise, call: Call) -> list[Sentence]:
    """What the other one said in the two turns after."""
    at = promise.sentence.index
    return [
        sentence
        for sentence in call.sentences[at + 1 : at + 8]
        if sentence.speaker != promise.owner and sentence.turn <= promise.sentence.last_turn + 2
    ]


def _is_conditional(text: str, promise: Promise, head: int) -> bool:
    """Does the wording itself wait for something that may not happen?"""
    clause = text[promise.start : promise.end]
    for cue in CONDITIONAL:
        match = cue.search(clause)
        if match is None or (cue.name == "if" and _ASKS_WHETHER.search(clause[: match.start()])):
            continue
        if not (cue.name.startswith("once") and match.start() > head and promise.due):
            return True
    return False
