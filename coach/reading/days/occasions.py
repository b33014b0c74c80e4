"""The day of what a promise leans on: an event that is dated elsewhere in the call.

"The interview's on Tuesday." ... "I'll read it before the interview." "I'm back on the sixth."
... "It's there when you're back." "She comes home on Sunday. I'll ask her then." The day belongs to
the event; the promise borrows it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from coach.cues import plain
from coach.dates import Spoken, due_of, follow, goes_on, points_back
from coach.dates.words import COUNT
from coach.reading import Call
from coach.reading.days.whose_day import asks_when, is_of_next_call
from coach.reading.promise import Promise
from coach.reading.promise.thread import DayTold, Thread
from coach.reading.speech import Sentence
from coach.reading.words import content, count

NEAR = 6
"""Sentences back in which "then", "after" and "it's back" find what they mean."""
FAR = 60
"""Sentences after a promise in which an event is looked for; before it, the whole call is."""
NEXT = 3
"""Sentences before a promise that may say what it comes before: "By the time you're back? Ten."."""
BESIDE = 4
"""Words between an event and its day."""
LONG = 14
"""Words up to which an answer is about little but the day that was asked for."""

_WHOSE = r"(?:i|you|he|she|they|we|it|the|your|my|our|his|her|their)"
_LEANS = re.compile(
    rf"\b(?:before|ahead of|in time for|by the time|(?:when|as soon as|till|until)(?= {_WHOSE}\b)"
    rf"|once(?= (?:i|i've|you|you've) \w{{2,10}} {_WHOSE}\b)) "
    r"(?P<event>(?:(?!and\b|so\b|but\b|or\b|then\b|because\b|if\b|i'll\b|you'll\b)[\w'-]+ ?)"
    r"{1,6})"
)
"""“Before the interview”, “by the time you're back”: a deadline for whoever knows when that is."""
_STEP = re.compile(rf"\b(?:the|a|{COUNT}) (?:day|evening|night|week)s? before(?=\s*$)")
_STATE = re.compile(r"\b(?P<state>back|in|off|out|away|home|over|open|shut|gone)\b")
"""Where somebody is or how something stands: all that "you're back" says."""
_BEING = r"(?:'m|'re|'s|\bam|\bis|\bare|\bbe|\bgets?|\bgot|\bcomes?|\bgo|\bgoes|\blands?|\bhas)"
_RETURNED = frozenset(("back", "in", "home"))
_RETURNS = re.compile(
    rf"(?:\w+ ?)?{_BEING}\b(?: \w+){{0,2}}? (?:back|home|in(?=\W*$|[,.;!?]| (?:again|on|by)\b))"
    rf"|(?:\w+ ?)?{_BEING}\b (?:at|in|on) (?:\w+ ){{1,3}}again|\w+ returns?\b|(?<=, )back\b"
)
"""“When you're back”: who returns, comes home, is in the office again."""
_FIRST = re.compile(r"\bi\b")
_SECOND = re.compile(r"\byous?\b")
_THEN = re.compile(r"\b(?:then|there)(?=\W*$|,| (?:and|so|if|with|before|after|once|when)\b)")
_NO_TIME = re.compile(
    r"\b(?:and|so|but|okay|ok|right|well|alright|now|on|until|till) (?:then|there)\b"
)
"""“Go on then”, “and then I'll ring”: no time is meant."""
_IS_SOMEWHERE = re.compile(
    r"\b(?:i'm|i am|i'll be|we're|we'll be|he's|she's|they're|there's|they have|we have|is|are"
    r"|meeting|going|seeing)\b"
)
_AFTERWARDS = re.compile(
    r"\b(?:straight |right )?after(?:wards?)?\W*$|\b(?:straight|right) after(?:wards)?(?=,)"
    r"|\b(?:when|once|as soon as) (?:i'm|i am|i've|i have|i) (?:come |get |got )?"
    r"(?:out|done|finished|through)\b\W*$"
)
"""“I'll text you after”: what it comes after was just spoken of."""
_MEETS = re.compile(
    r"\b(?:i|we)(?:'m| am|'re| are|'ll be)? (?:see(?:ing)?|meet(?:ing)?|visit(?:ing)?"
    r"|(?:have|having|'ve got|'ve) (?:a |an )?(?:lunch|coffee|tea|dinner|call|meeting) with)"
    r" (?!you\b|it\b|that\b|this\b)[\w'-]+"
)
_WHO_THEY_ARE = re.compile(r",? (?:she|he|they|who)(?:'s|'re)?\b", re.IGNORECASE)
_TO_THEM = re.compile(
    r"(?:just |also |then )*(?:ask|tell|grab|catch|sound|thank|warn|show|speak (?:to|with)"
    r"|talk (?:to|with)|(?:put|mention|raise|say|take) (?:it|that|this)(?: up)? (?:to|with)"
    r"|have a (?:quiet |quick )?word with) (?:him|her|them|'em)\b"
)
"""“I'll ask her”: what is done when one meets the one who was just spoken of."""
_TELL_ME_AFTER = re.compile(
    r"\b(?:text|tell|message|ring|call|phone|email|ping|write|send|let)\b[^.?!]*\b(?:me"
    r"|us)\b[^.?!]*"
    r"\bafter(?:wards?)?\W*$"
)
_REPORTS = re.compile(
    r"^(?:text|tell|message|ring|call|phone|email|ping|write|send|let)\b.*\byou\b"
)
_STOP = re.compile(r"[;?!]|\.\s")
_CLAUSE = re.compile(r",|\band\b")
_THROUGH = re.compile(r"\s(?:to|till|until|through)\s", re.IGNORECASE)


@dataclass(frozen=True)
class _Event:
    """What is leaned on: its content words, or who is where (`who`: one of the two, or None)."""

    words: frozenset[str]
    state: str | None
    who: str | None

    def places_in(self, sentence: Sentence, call: Call) -> Iterator[tuple[int, int]]:
        """Where a sentence speaks of it."""
        said = sentence.plain
        spoken = sentence.content
        if self.words and all(_among(each, spoken) for each in self.words):
            places = [said.find(_among(each, spoken)) for each in self.words]
            if min(places) >= 0:
                yield min(places), max(places) + 1
        elif self.state:
            for found in _where(self.state).finditer(said):
                subject = said[: found.end()] if found[0] == "back" else found[0]
                if self.who == _who(subject, sentence, call):
                    yield found.span()


def _among(word: str, spoken: frozenset[str]) -> str:
    """The word as it is spoken there: "closes" as "close"; or ""."""
    if word in spoken:
        return word
    return next((each for each in (f"{word}e", word[:-1]) if each in spoken and len(each) > 3), "")


@cache
def _where(state: str) -> re.Pattern[str]:
    """How it is said that somebody is there."""
    if state in _RETURNED:
        return _RETURNS
    return re.compile(rf"(?:\w+ ?)?{_BEING}\b(?: \w+){{0,2}}? {state}\b")


def leaned_on(thread: Thread, call: Call) -> DayTold | None:
    """The day of the event that a promise says it comes before or with, where one is known."""
    for sentence, text in _places(thread, call):
        for found in _LEANS.finditer(plain(text)):
            event = _event(found["event"], sentence, call)
            if event and (told := _told(event, sentence, thread, call)):
                return _begins(told, call.today(thread.owner))
    return None


def leans(thread: Thread) -> bool:
    """Does the deed itself say what it comes before, so that no day told before it is its own?"""
    return any(
        content(found["event"]) or _STATE.search(found["event"])
        for promise in thread.promises
        for found in _LEANS.finditer(plain(promise.deed))
    )


def _begins(told: DayTold, today: date) -> DayTold:
    """ "Before kickoff." "It's the second through the fourth." The first of its days."""
    day, sentence = told
    first = _THROUGH.split(day.phrase)[0]
    begins = due_of(first, today=today, bare=True) if first != day.phrase else None
    return (begins, sentence) if begins and begins.due else told


def so_long_before(thread: Thread, call: Call) -> bool:
    """ "I'll hand it in the day before it closes": counted back from the day of what it names.

    Where nobody told that day there is none: the day of the event is not the day of the deed.
    """
    today = call.today(thread.owner)
    for sentence, text in _places(thread, call):
        for found in _LEANS.finditer(plain(text)) if "before" in text else ():
            step = _STEP.search(plain(text[: found.start("event")]))
            event = _event(found["event"], sentence, call) if step else None
            if step is None or event is None or due_of(found["event"], today=today):
                continue
            thread.due, thread.due_sentence, thread.counted_from = None, None, None
            told = _told(event, sentence, thread, call)
            if told and told[0].due:
                phrase = text[step.start() : step.end()]
                day = follow(phrase, told[0].due, today=today)
                thread.due = Spoken(phrase=phrase, start=0, end=len(phrase), due=day, kind="vague")
                thread.due_sentence, thread.counted_from = sentence, told
            return True
    return False


def at_that_time(thread: Thread, call: Call) -> DayTold | None:
    """ "She's home on Sunday. I'll ask her then." The day that was told a breath before."""
    today = call.today(thread.owner)
    for promise in thread.promises:
        at, deed = promise.sentence, plain(promise.deed)
        points = _THEN.search(deed) and not _NO_TIME.search(deed)
        asked = _asks_for_word_after(promise)
        to_somebody = _REPORTS.search(deed) or _TO_THEM.match(deed)
        if not (points or asked or (to_somebody and _AFTERWARDS.search(deed))):
            continue
        due = due_of(at.text[: promise.begins], today=today) if points else None
        if due and (due.due or goes_on(due)):
            return due, at
        last = promise.request.index if asked and promise.request else at.index
        for sentence in reversed(call.sentences[max(0, last - NEAR) : last]):
            if points and sentence.speaker != at.speaker:
                told = _only_a_day(sentence, thread, call) if sentence.turn == at.turn - 1 else None
                if told:
                    return told, sentence  # "The Thursday after Easter." "You'll have it then."
                break
            due = sentence.due(today)
            if due and due.due and not is_of_next_call(sentence, call):
                elsewhere = "there" in deed and not _IS_SOMEWHERE.search(sentence.plain)
                return None if points and elsewhere else (due, sentence)
    return None


def when_they_meet(thread: Thread, call: Call) -> DayTold | None:
    """ "I'm seeing Brenda on the 29th, she knows the rules. I'll ask her." On that day."""
    today = call.today(thread.owner)
    for promise in thread.promises:
        at, to_them = promise.sentence, _TO_THEM.match(plain(promise.deed))
        if not to_them:
            continue
        for sentence in reversed(call.sentences[max(0, at.index - NEXT) : at.index + 1]):
            if sentence.speaker != at.speaker or sentence.last_turn < at.turn:
                break
            told = sentence.text if sentence is not at else at.text[: promise.begins]
            meets = _MEETS.search(plain(told))
            when = _WHO_THEY_ARE.split(told[meets.end() :])[0] if meets else ""
            due = due_of(when, today=today)
            if due and due.due and due.kind in ("day", "ordinal", "relative"):
                return due, sentence
    return None


def _asks_for_word_after(promise: Promise) -> bool:
    """ "And would you text me after?" "I'll text you." """
    asked = promise.request and plain(promise.request.text)
    return bool(asked and _TELL_ME_AFTER.search(asked) and _REPORTS.search(plain(promise.deed)))


def _only_a_day(sentence: Sentence, thread: Thread, call: Call) -> Spoken | None:
    """The day that the other one names, and says nothing else."""
    due = sentence.due(call.today(thread.owner), bare=True)
    says_more = due is None or count(sentence.text.replace(due.phrase, "")) > 1
    return None if says_more or is_of_next_call(sentence, call) else due


def _places(thread: Thread, call: Call) -> Iterator[tuple[Sentence, str]]:
    """Where a promise may say what it comes before: its deed, what was asked, the next breath."""
    for promise in thread.promises:
        yield promise.sentence, promise.sentence.text[promise.start : promise.end]
        if promise.request:
            yield promise.request, promise.request.text
        at = promise.sentence.index
        for sentence in reversed(call.sentences[max(0, at - NEXT) : at]):
            if sentence.length <= 2 * BESIDE and sentence.turn >= promise.sentence.turn - 1:
                yield sentence, sentence.text
    last = max(thread.promises, key=lambda promise: promise.sentence.index).sentence
    for sentence in call.sentences[last.index + 1 : last.index + NEAR]:
        if sentence.turn <= last.last_turn + 2 and sentence.length <= 2 * BESIDE:
            yield sentence, sentence.text


def _event(text: str, sentence: Sentence, call: Call) -> _Event | None:
    words, state = content(text), _STATE.search(text)
    if not words and state is None:
        return None
    return _Event(words, state["state"] if state else None, _who(text, sentence, call))


def _who(said: str, sentence: Sentence, call: Call) -> str | None:
    """Whom a clause is about: one of the two, or None for anybody else."""
    if sentence.speaker is None or not call.is_participant(sentence.speaker):
        return None
    if _FIRST.search(said):
        return sentence.speaker
    return call.partner(sentence.speaker) if _SECOND.search(said) else None


def _told(event: _Event, at: Sentence, thread: Thread, call: Call) -> DayTold | None:
    """The nearest place where the event has a day: before the promise, else after it."""
    # "It's back": of all that may come back, only what was just spoken of.
    known = event.words or event.who
    before = reversed(call.sentences[0 if known else max(0, at.index - NEAR) : at.index])
    for sentence in (*before, *call.sentences[at.index + 1 : at.index + (FAR if known else NEAR)]):
        said = sentence.plain
        for place in event.places_in(sentence, call):
            beside = _day_beside(place, sentence, said, call.today(thread.owner))
            if beside and beside.due:
                return beside, sentence
            asked = asks_when(sentence) or beside is not None
            follows = count(said[place[1] :]) <= BESIDE
            if told := _next_words(sentence, thread, call, LONG if asked else BESIDE * follows):
                return told
    return None


def _day_beside(
    place: tuple[int, int], sentence: Sentence, said: str, today: date
) -> Spoken | None:
    """The day that stands together with the event: "Tuesday in the all hands"; "on the Monday"."""
    start, end = place
    near: list[tuple[bool, int, Spoken]] = []
    for due in sentence.days(today):
        between = said[due.end : start] if start >= due.end else said[end : due.start]
        alone = count(between) <= BESIDE and not _STOP.search(between)
        if alone and (due.due or points_back(due)) and due.kind not in ("now", "window"):
            near.append((bool(_CLAUSE.search(between)), count(between), due))
    return min(near, key=lambda each: each[:2])[2] if near else None


def _next_words(asked: Sentence, thread: Thread, call: Call, most: int) -> DayTold | None:
    """ "When are you back?" "Wednesday." "The eighth." The last of the days that follow at once."""
    today, told = call.today(thread.owner), None
    for sentence in call.sentences[asked.index + 1 : asked.index + 4]:
        if sentence.turn > asked.last_turn + 1 or sentence.length > most:
            break
        due = sentence.due(today, bare=sentence.length <= BESIDE)
        if due is None or due.due is None or due.kind in ("now", "window"):
            break
        if told and told[0].due and (due.due < told[0].due or (due.due - told[0].due).days % 7):
            break  # "The second through the fourth." "Monday to Wednesday." The same, told again
        told = due, sentence
    return told
