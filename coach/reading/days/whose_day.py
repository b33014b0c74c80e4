"""Whose day it is: what a short sentence near a promise dates, the promise or something else.

"Friday." may be the day of the promise; "the lease is up on Friday", "I'm not there till Friday",
"and the other one on Friday?" and "same time, Friday" are not about it.
"""

from __future__ import annotations

import re

from coach.cues import plain
from coach.dates import LIMITS, Spoken, due_of, is_remark
from coach.dates.words import WEEKDAY
from coach.reading import Call
from coach.reading.days.attaching import own_words
from coach.reading.promise.thread import Thread
from coach.reading.speech import Sentence
from coach.reading.words import content, count

_NEXT_CALL = re.compile(
    r"\b(?:next (?:is|call|time|one|session|meeting)|meet|speak again|see you|our call|invite"
    r"|same (?:time|hour|link|place)|weeks? (?:today|tonight))\b"
)
_SAME_AGAIN = re.compile(r"^\W*(?:same (?:time|hour|link|place)|see you|talk (?:then|soon))\b")
_WHEN = re.compile(
    r"\b(?:when|(?:what|which) (?:day|night|morning|evening|week|weekend)|how soon|how long"
    r"|what date)\b[^.?!]{0,40}\?|^(?:and |so )?by\W*\?|\b(?:you|it|that)\b[^.?!]* by\W*$"
)
_SO_LONG = re.compile(r"\S+ (?:day|week|fortnight|month)s?", re.IGNORECASE)
_OF_A_THING = re.compile(
    r"\b(?:when|day)(?: (?:does|do|did|is|are|was|will)|'s)"
    r" (?!(?:i|you|we|it|that|this|good|best|easiest|handy|(?:our|the) next)\b)[a-z]"
)
_DRAWS_FROM_IT = re.compile(r"^\W*(?:okay|ok|right|so|then|well|good)\b")
_TO_YOU = re.compile(r"\b(?:you|i'd|i want|i need|let's|we|shall|could|would)\b")
"""How one asks for a day, rather than tells of one."""
_TURNS_TO = re.compile(r"^(?:and|so|but|what about|how about)\b")
_OTHERS = re.compile(r"\b(?P<who>[a-z][\w-]{2,})(?:'s| is| are| was| were) ")
_STATES = re.compile(
    r"\b(?:i'm|i am|we're|we are|he's|she's|they're|you're) (?:not|away|out|off|at|in|on|up|down"
    r"|back|there|busy|teaching|travelling|flying|working)\b"
    r"|\b(?:it's|it is|they're|they are) (?:coming|arriving|landing|shipping)\b"
)
_SOMEBODY_DOES = re.compile(r"\b(?:he|she|they)\s(?!gets?\b|has\b|have\b|hears?\b)[a-z]+\b")
"""“They decide on Wednesday” is theirs; “they get it on Wednesday” is what the deed leads to."""
_ITSELF = frozenset(
    ("it", "that", "this", "which", "what", "when", "there", "here", "let", "deadline")
)
_ASKS = re.compile(
    r"^(?:(?:and|so|but|em|um|ehm|well|okay|ok)\W+)*(?:do|does|did|is|are|was|were|have|has|can"
    r"|could|would|should|what|who|how|why|where|which|when(?:'s| is| are| was| did| were))\b"
)
_ADDS = re.compile(r"^(?:and|also|plus|oh and|then)\b(?! (?:when|by when|that's|i|you|it)\b)")
_AND_THAT_DAY = re.compile(
    rf"^(?:and|so|but|what about|how about) (?:on |for )?(?:the |this |next )*{WEEKDAY}\W*\?$"
)
"""“And this Saturday?” asks what else that day holds."""
_ABOUT_THE_DEED = re.compile(
    r"\b(?:when|which|how(?! (?:many|much)\b)|what (?:day|time)|by|date|day|can you|will you)\b"
)
_FRONTED = re.compile(
    rf"(?P<day>(?:on )?{WEEKDAY}(?: (?:morning|afternoon|evening|night))?, (?:straight |right )?"
    r"(?:after|before|once|when|first thing|during|between)\b[^,.?!]*), ",
    re.IGNORECASE,
)
"""“Monday, after the meeting, he's in a good mood then”: the day, its hour, and why."""
_SO = re.compile(
    r"\bi(?:['’]ve)? (?:only |just )?(?:have|need|got) to\b[^.;!?]*?,? so "
    rf"(?=(?:on |by |for )?(?:the |this |next )*(?:{WEEKDAY}|today|tonight|tomorrow)"
    r"(?:\W*$|,? (?:when|after|before|once|then|at)\b))",
    re.IGNORECASE,
)
"""“I only have to take out the names, so tonight”: the day that follows from what was told."""
_ONCE_THERE = re.compile(
    r"(?:and )?(?:when|once|after) (?:he|she|they|i|we|it)(?:['’]\w+)? [a-z]+ "
    rf"(?:(?:in|back|here|there|round|over|by) )?(?P<day>(?:on )?{WEEKDAY})\W*$",
    re.IGNORECASE,
)
"""“When he comes Thursday.” behind a deed: its day."""
_WHY = re.compile(
    r",? (?:because|['’]?cause|since|as) (?:that|it|i|he|she|they|we)\b.*$", re.IGNORECASE
)
"""“By the end of the month, 'cause that's when it runs out”: why that day, and no other matter."""
LONGER_THAN_A_DAY = 6
"""Words up to which the day may be all that is told."""
BRIEF = 4
"""Words up to which a question ("Sure?", "And the rest?") may still be about the promise."""


def answers_when(sentence: Sentence, promised: Sentence, call: Call) -> bool:
    """ "I'll do it." "By when?" "Friday." Even a bare promise owns the day that was asked for."""
    between = call.sentences[promised.index + 1 : sentence.index]
    return any(_WHEN.search(each.plain) for each in between[-3:])


def asks_when(sentence: Sentence) -> bool:
    """ "By when?" "When, with her?" """
    return bool(_WHEN.search(sentence.plain))


def asks_itself(sentence: Sentence) -> bool:
    """ "Does Sunday count?" names a day to ask, not to give one."""
    return bool(_ASKS.search(sentence.plain))


def moves_on(sentence: Sentence, thread: Thread) -> bool:
    """ "And the other invite!" "How was the exam?" What follows is about that."""
    text = sentence.plain
    if _AND_THAT_DAY.search(text):
        return True
    if text.endswith("?"):
        turns = bool(_TURNS_TO.search(text) and sentence.content - thread.subject)
        return (turns or count(text) > BRIEF) and not _ABOUT_THE_DEED.search(text)
    return bool(_ADDS.match(text) and sentence.content - thread.subject)


def only_a_date(sentence: Sentence, thread: Thread, call: Call) -> Spoken | None:
    """The day that a short sentence is about, if it is about little else."""
    today, own = call.today(thread.owner), sentence.speaker == thread.owner
    text = sentence.text
    if fronted := _FRONTED.match(text):
        text = fronted["day"]
    elif own and (follows := _SO.search(text)):
        text = text[follows.end() :]
    elif own and (once := _ONCE_THERE.match(text)):
        text = once["day"]
    text = _WHY.sub("", text)
    due = due_of(own_words(text), today=today, bare=count(text) <= 5)
    if due is None or not (due.due or due.kind == "meeting"):
        return None
    if is_remark(sentence.text, due) or asks_itself(sentence):
        return None
    if due.kind != "meeting" and is_of_next_call(sentence, call):
        return None
    if is_anything_elses(due, sentence, call) or echoes_a_remark(due, sentence, thread, call):
        return None
    before = plain(text[: due.start])
    if is_of_another(before, thread) or before.rstrip().endswith(" of") or before == "of ":
        return None
    rest = text.replace(due.phrase, "")
    about_else = content(rest) - thread.subject
    opening = content(text.split(maxsplit=1)[0])
    if len(about_else) > 1 and opening & about_else and due.preposition not in LIMITS:
        return None  # "Abstracts close on the thirtieth" has a subject of its own
    later = sentence.turn > thread.last_turn and due.preposition not in LIMITS
    if later and content(before) - thread.subject:
        return None  # "Hilary on Monday" names a thing of its own
    return due if count(rest) <= (8 if own else 4) and len(about_else) <= 2 else None


def is_anything_elses(due: Spoken, sentence: Sentence, call: Call) -> bool:
    """Does what was asked before, or how the day is put, show that no promise is dated?"""
    if due.kind == "relative" and due.preposition is None and _SO_LONG.fullmatch(due.phrase):
        asked = call.sentences[max(0, sentence.index - 2) : sentence.index]
        if not any(asks_when(each) for each in asked):
            return True  # "Two weeks." of a course is how long it takes
    if _AND_THAT_DAY.search(sentence.plain):
        return True
    return _answers_of_another(sentence, call)


def _answers_of_another(sentence: Sentence, call: Call) -> bool:
    """ "When does the fund close?" "On the thirty-first." Nothing is promised for that day."""
    before = call.sentences[max(0, sentence.index - 3) : sentence.index]
    asked = next((each for each in reversed(before) if each.turn < sentence.turn), None)
    if asked is None or asked.speaker == sentence.speaker:
        return False
    answered = call.sentences[asked.index + 1 : sentence.index + 1]
    if any(_DRAWS_FROM_IT.search(each.plain) for each in answered):
        return False  # "When's he back?" "Tomorrow. Okay. Tomorrow, first thing."
    return is_of_a_thing(asked)


def echoes_a_remark(due: Spoken, sentence: Sentence, thread: Thread, call: Call) -> bool:
    """ "It doesn't start till April first." "April first. So I wait." Nothing is promised."""
    if due.preposition or sentence.turn <= thread.last_turn:
        return False
    today = call.today(sentence.speaker)
    for told in call.sentences[max(0, sentence.index - 3) : sentence.index]:
        said = told.plain
        if told.speaker == sentence.speaker or "?" in said or _TO_YOU.search(said):
            continue
        if told.content & thread.subject or count(said) <= LONGER_THAN_A_DAY:
            continue
        if plain(due.phrase) in said or any(each.due == due.due for each in told.days(today)):
            return True
    return False


def is_of_a_thing(asked: Sentence) -> bool:
    """ "When does the fund close?" asks for a day that nobody promises."""
    when = _WHEN.search(asked.plain)
    return bool(when and _OF_A_THING.search(when.group()))


def has_its_own_doer(before: str) -> bool:
    """ "She comes back on Monday", "I'm not there till Monday": who is where, and does what, then.

    `before` is what stands before the day in its sentence, as `coach.cues.plain` gives it.
    """
    return bool(_STATES.search(before) or _SOMEBODY_DOES.search(before))


def is_of_another(before: str, thread: Thread) -> bool:
    """ "The lease is up in September", "I'm not there till Monday": a day with its own subject."""
    others = {each["who"] for each in _OTHERS.finditer(before)} - _ITSELF
    if has_its_own_doer(before):
        return True
    return any(content(who) - thread.subject for who in others)


def is_of_next_call(sentence: Sentence, call: Call) -> bool:
    """ "When's our next?" "The thirtieth. Same time." """
    near = call.sentences[max(0, sentence.index - 2) : sentence.index + 1]
    if any(_NEXT_CALL.search(each.plain) for each in near):
        return True
    after = call.sentences[sentence.index + 1 : sentence.index + 2]
    return any(_SAME_AGAIN.search(each.plain) for each in after)
