"""Candidate promises: where somebody of the two says that they will do something.

Each clause with a commissive form becomes a `Promise` with a weight: what the form is worth, what
the words around it take away, what a date, an addressee or an answer adds. Nothing is dropped here
but what is hopeless; `coach.reading.threads` decides with the whole call in view.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from coach.cues import Cue, plain
from coach.dates import LIMITS, Spoken, due_of
from coach.reading import Call
from coach.reading.adjacency import ACCEPT
from coach.reading.forms import AGAINST, CONDITIONAL, FORMS, IN_CALL
from coach.reading.speech import Sentence
from coach.reading.words import content
from coach.sieve import Sieve

STRONG = 1.0
"""A form of at least this weight starts a clause of its own; weaker ones only stand alone."""

_TRANSFER = re.compile(
    r"^(?:\w+\s+){0,2}?(?:send|get|let|give|phone|text|email|e-mail|mail|message|call|ring|bring|show"
    r"|tell|forward|share|drop|flick|shoot|post|copy|"
    r"ping|write|read|connect|introduce|lend|pass|have|make|put|look|come|watch|meet|dig|find"
    r"|do)\b.*\b(?:you|your|yourself|yous|ya|u)\b"
)
_THANKS = re.compile(
    r"^(?:\w+[,.!]?\s+){0,2}?(?:thank|thanks|great|good|perfect|brilliant|lovely|beauty|cool"
    r"|awesome|super|ta|excellent|wonderful|grand|nice|"
    r"fab|cheers|please do|yes please|that(?:'d| would|'s) (?:be )?(?:great|good|super|lovely"
    r"|awesome|really|perfect|plenty|fine|brilliant|kind)|i'd (?:love|appreciate|like) that|okay"
    r"|right|legend|amazing|deal|done|fair)\b"
)
_LAUGH = re.compile(r"^\W*(?:ha|haha|hah|hehe|lol|oh no|stop it|don't you dare|you wouldn't)\b")
_ASKED = re.compile(
    r"\b(?:when|by when|what(?:'ll| will| would| could| are) you|how (?:many|will|would|could"
    r"|often|much)|who could|could you|will you|would you|can you|which|where|"
    r"what's (?:next|the next|your next|first|one)|held to|accountable|and you|what about|why not"
    r"|what else|what if)\b.*\?"
)
_RELEASED = re.compile(
    r"^(?:oh |ah |well |um )*no[,.]? (?:no|don't|leave|you don't|need|i'll|let me|please)"
    r"|^(?:don't (?:bother|worry|you)|you don't (?:need|have)|no need|no rush to|leave it)\b"
)
_TAG = re.compile(
    r",?\s*(?:ok|okay|all ?right|alright|yeah|right|no|eh|if that's ok(?:ay)?|shall i)\?\s*$"
)
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
    r"^(?:\w+\s)?(?:ask|tell|ring|call|phone|text|email|message|write|speak|talk|visit|thank|meet|see"
    r"|send|show|give)\b.*\b(?:him|her|them)\b"
)
_TO_SOMEBODY = re.compile(
    r"^(?:\w+\s)?(?:ask|ring|call|phone|text|email|message|write to|speak|talk|visit|thank|meet|send"
    r"|introduce|book|apply|order|have a (?:quiet |quick )?(?:word|chat|talk)|tell \w+ (?:that|about|she|he|it|they|what|how))\b"
)
_WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b")
_BEARINGS = {"to the partner", "asked for", "welcomed", "refrains for a time"}
"""Signals that a promise is made to somebody, and not into the air."""
_AGREES = re.compile(
    r"\b(?:good idea|good point|you're right|that's (?:right|true|fair|a good)|fair (?:enough|point)"
    r"|of course|i owe|i should|yes|sure|why not|true|deal|definitely)\b"
)
_SUPPOSED = re.compile(
    r"\b(?:if|when|once|unless|until|till|whether|in case|as soon as)\s(?:\w+\s)?$"
)
"""“If he says no, I'll”: what he may say is a condition, and reports nothing."""
_REPORTING_TAIL = re.compile(
    r"\b(?!i\b)\w+ (?:said|says|goes|told (?:me|him|her|us|them)|was like|is like"
    r"|went),?(?:\W+\w+){0,4}\W*$"
)
_SUBORDINATE = re.compile(
    r"\b(?:so (?:that )?(?:you|he|she|they|it|we|i)\b|because\b|'cause\b|otherwise\b"
    r"|cause (?:i|it|he|she|they|you|we)\b|(?:if|whether|would|could) (?:he|she|they)\b)",
    re.IGNORECASE,
)
"""Reasons and embedded questions: a date in them is not the deed's."""
_AND_THEN = re.compile(r",?\s+and\s+(?=[a-z]+\s)")
_REMARK = re.compile(r"\s*(?:is|was|'s|are|i'm|i've|i am|it's|we've|we're|he's|she's)\b")
"""“Wednesday is a holiday”: a day that something is said about."""
TIMELESS = ("present", "am_doing", "result_now")
"""Forms that tell of habits as often as of what is to come; a day makes them promises."""
_DAY_WORDS = re.compile(
    r"\b(?:today|tonight|tomorrow|this (?:evening|afternoon|morning|arvo)|after the call|when we"
    r"|days?|weeks?|fortnight|months?)\b"
)
_DURATION = re.compile(
    r"\b(?:till|until|for the (?:rest|whole|next)|the whole|from now|from today|any more"
    r"|this month|all (?:week|month|july))\b"
)


@dataclass(frozen=True)
class Promise:
    """A clause that may be a promise, with the weight of the evidence for it."""

    owner: str
    sentence: Sentence
    start: int
    end: int
    form: str
    deed: str
    """the verb phrase after the form, as spoken"""
    weight: float
    due: Spoken | None = None
    conditional: bool = False
    request: Sentence | None = None
    """what the other one asked for, where this answers it"""
    reasons: tuple[str, ...] = field(default=())

    @cached_property
    def subject(self) -> frozenset[str]:
        """Content words of the deed, or of the request where the deed has none of its own."""
        own = content(self.deed)
        return own or (content(self.request.text) if self.request else own)

    @property
    def conditional_first(self) -> bool:
        """Does it say "if" before it says what follows: "If he says no, I phone you"?"""
        before = plain(self.sentence.text[: self.end])
        return bool(re.search(r"\b(?:if|next time|once|as soon as)\b", before[: max(0, before.rfind(plain(self.deed)))]))

    @property
    def turns(self) -> tuple[int, ...]:
        """Every turn it rests on."""
        asked = (self.request.turn,) if self.request else ()
        return (*asked, *(turn for turn, _ in self.sentence.quotes(self.start, self.end)))


def find_promises(call: Call) -> list[Promise]:
    """Every clause of one of the two that takes the form of a promise, in order."""
    found: list[Promise] = []
    for sentence in call.sentences:
        if call.is_participant(sentence.speaker) and "i" in sentence.text.lower():
            found.extend(_in_context(sentence, call))
    return found


def _in_context(sentence: Sentence, call: Call) -> Iterator[Promise]:
    """Weigh the clauses of a sentence; what follows inside quoted speech is quoted too."""
    quoted = False
    for promise in (_weighed(clause, call) for clause in _clauses(sentence, call)):
        yield replace(promise, weight=promise.weight - 3.0) if quoted else promise
        quoted = quoted or any(reason.startswith("reported -") for reason in promise.reasons)


def _clauses(sentence: Sentence, call: Call) -> Iterator[Promise]:
    """Cut a sentence at its commissive forms."""
    heads = _heads(plain(sentence.text))
    if not heads:
        return
    ends = [start for start, *_ in heads[1:]] + [len(sentence.text)]
    for number, ((start, after, form), end) in enumerate(zip(heads, ends, strict=True)):
        assert sentence.speaker is not None
        begin = start if number else 0
        deed = sentence.text[after:end].strip(" ,;")
        yield Promise(
            owner=sentence.speaker,
            sentence=sentence,
            start=begin,
            end=end,
            form=form.name,
            deed=deed,
            weight=form.weight,
            due=_due(sentence.text[begin:start], deed, form, call.today(sentence.speaker)),
            reasons=(form.name,),
        )


def _due(before: str, deed: str, form: Cue, today: date) -> Spoken | None:
    """The deed's own day: in its first verb phrase, else anywhere in it, else put before it."""
    main = _SUBORDINATE.split(deed, maxsplit=1)[0]
    first = _AND_THEN.split(main, maxsplit=1)[0]
    put_first = due_of(before, today=today)
    if put_first and _REMARK.match(plain(before[put_first.end :])):
        put_first = None
    # The form is put back, because "read it on Saturday" alone could be the past.
    own = due_of(f"I'll {first}", today=today) or due_of(f"I'll {main}", today=today)
    if form.name == "will_not" or (own and own.kind in ("time", "vague")):
        return put_first or own
    return own or put_first


_STRONG_FIRST = Sieve((form, form.pattern) for form in sorted(FORMS, key=lambda form: -form.weight))


def _heads(text: str) -> list[tuple[int, int, Cue]]:
    """Where the forms stand: (start, end, form), strong ones first, never overlapping."""
    found: list[tuple[int, int, Cue]] = []
    for form in _STRONG_FIRST.through(text):
        for match in form.regex.finditer(text):
            overlaps = any(match.start() < end and start < match.end() for start, end, _ in found)
            overshadowed = form.weight < STRONG and any(f.weight >= STRONG for *_, f in found)
            if not overlaps and not overshadowed:
                found.append((match.start(), match.end(), form))
    return sorted(found, key=lambda head: head[0])


def _weighed(promise: Promise, call: Call) -> Promise:
    """Add to and take from the weight, and say why."""
    text = plain(promise.sentence.text)
    head = _head_start(promise, text)
    deed = plain(promise.deed)
    signals = [
        *_against(text[:head], promise, call),
        *_in_call(deed, promise),
        *_for(deed, promise, _own_next(promise, call)),
        *_answered(promise, call),
    ]
    conditional = _is_conditional(text, promise, head)
    if not conditional and _is_idle(promise, {name for name, _ in signals}, call):
        signals.append(("said into the air", -0.4))
    return replace(
        promise,
        weight=promise.weight + sum(weight for _, weight in signals),
        reasons=promise.reasons + tuple(f"{name} {weight:+g}" for name, weight in signals),
        conditional=conditional,
    )


def _is_idle(promise: Promise, signals: set[str], call: Call) -> bool:
    """No day, nobody it is for, nobody who asked, advised or answered: talk, as a rule."""
    if promise.form != "will" or promise.due or signals & _BEARINGS:
        return False
    if _TO_SOMEBODY.search(plain(promise.deed)) or _WEEKDAY.search(plain(promise.deed)):
        return False
    own = [
        sentence.text
        for sentence in call.sentences[max(0, promise.sentence.index - 3) : promise.sentence.index]
        if sentence.turn == promise.sentence.turn
    ]
    return not _AGREES.search(plain(" ".join([*own, promise.sentence.text[: promise.end]])))


def _head_start(promise: Promise, text: str) -> int:
    form = next(form for form in FORMS if form.name == promise.form)
    match = form.regex.search(text, promise.start, promise.end + 1)
    return match.start() if match else promise.start


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
        and _REPORTING_TAIL.search(plain(before.text))
    ):
        yield "reported before", -2.0
    if promise.sentence.text.rstrip().endswith("?") and not _TAG.search(
        plain(promise.sentence.text)
    ):
        yield "question", -1.5


def _is_supposed(prefix: str, match: re.Match[str]) -> bool:
    """Is it what somebody may yet say, and not what somebody said?"""
    return bool(_SUPPOSED.search(prefix[: match.start()])) and not _SAID.search(match.group())


def _is_once(promise: Promise) -> bool:
    """A day of the calendar makes a habit's words a promise, except in the timeless forms."""
    due = promise.due
    dated = due and due.due and due.kind not in ("now", "time")
    return bool(dated) and promise.form not in TIMELESS


def _in_call(deed: str, promise: Promise) -> Iterator[tuple[str, float]]:
    for cue in IN_CALL:
        dated = promise.due and promise.due.due and promise.due.kind != "now"
        if cue.search(deed) and not (dated and cue.name in ("screen", "talk_move")):
            yield cue.name, cue.weight
            return


def _own_next(promise: Promise, call: Call) -> str:
    """The next sentence of the same turn."""
    following = call.sentences[promise.sentence.index + 1 : promise.sentence.index + 2]
    return "".join(plain(s.text) for s in following if s.turn == promise.sentence.last_turn)


def _for(deed: str, promise: Promise, following: str) -> Iterator[tuple[str, float]]:
    if promise.due:
        if promise.form in TIMELESS and not _is_a_day(promise.due):
            return
        yield "due", 1.0 if promise.due.due or promise.due.kind == "meeting" else 0.6
        if promise.form in TIMELESS and promise.due.kind != "now":
            yield "once only", 0.6
    if promise.form == "will_not" and _refrains_for_a_time(promise, deed, following):
        yield "refrains for a time", 1.6
    if _TRANSFER.search(deed):
        yield "to the partner", 0.6
    if _WORD_GIVEN.search(deed) or _WORD_GIVEN.search(following):
        yield "gives their word", 1.0
    if promise.conditional_first and promise.form in ("present", "am_doing"):
        yield "what follows if", 0.8
    if content(promise.deed):
        yield "names a thing", 0.3
    elif _TO_A_THIRD.search(deed):
        yield "to somebody", 0.1
    elif not promise.due:
        yield "bare", -0.6


def _is_a_day(due: Spoken) -> bool:
    """A day of the calendar, not "in two minutes" or "in the morning"."""
    if due.kind in ("now", "relative", "time"):
        return bool(_DAY_WORDS.search(plain(due.phrase)))
    return due.due is not None or due.kind == "meeting"


def _refrains_for_a_time(promise: Promise, deed: str, following: str) -> bool:
    """Not doing something is a promise only until some day; else it is a refusal."""
    due = promise.due
    limited = due is not None and (due.kind == "meeting" or due.preposition in LIMITS)
    return limited or bool(_DURATION.search(deed) or _DURATION.search(following))


def _answered(promise: Promise, call: Call) -> Iterator[tuple[str, float]]:
    asked = [plain(s.text) for s in _said_before(promise, call)]
    if any(_ASKED.search(text) for text in asked):
        yield "asked for", 0.5
    replies = [plain(s.text) for s in _said_after(promise, call)]
    if replies and _RELEASED.search(replies[0]):
        yield "released", -2.0
    elif replies and (_THANKS.search(replies[0]) or re.search(ACCEPT, replies[0])):
        yield "welcomed", 0.4
    if replies and _LAUGH.search(replies[0]) and not promise.due:
        yield "laughed at", -0.9


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
