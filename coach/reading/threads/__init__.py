"""Promises over the whole call: one thread for each thing promised.

People promise in several breaths: the deed, the date, a correction, the read-back at the end. A
`Thread` gathers them, so that one promise is one item, its last date wins, and every turn that
speaks of it is evidence.

    listing, readback    what a list of promises says, and where in a call one stands
    naming, closing      which promise each of its items is, and which are new
    redating             whether a day is another promise's, or a new one for the same
    retracting           a promise taken back in the breath that made it
    standing             whether a thread is a promise: all that was heard of it, weighed
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from math import fsum

from coach.cues import plain
from coach.reading import Call
from coach.reading.candidates.bearing import asks_after_a_thing
from coach.reading.days.dating import date_from_talk
from coach.reading.days.whose_day import asks_when
from coach.reading.promise import RESULTS, TIMELESS, Promise
from coach.reading.promise.forms import JOINT
from coach.reading.promise.thread import CARRIES, NEAR, Thread, rarity_of, wants_a_day
from coach.reading.speech import Sentence
from coach.reading.threads.closing import hear_closing_round
from coach.reading.threads.readback import CLOSING
from coach.reading.threads.redating import (
    IT,
    POINTS_BACK,
    before_the_deed,
    dates_it,
    is_another_day,
    is_dated_anew,
)
from coach.reading.threads.retracting import is_retracted
from coach.reading.words import content, count

__all__ = ["Thread", "gather"]

_PRESENTS = re.compile(
    r"\b(?:there's|there is|there was|i've|i have|i had|i used to have|we've|we have|they've"
    r"|they have)"
    r" (?:got )?(?:an?|the|some|one|two|three|this|that|my)\b"
)
"""Brings a thing into the talk, for “it” to point to."""
_WHOM = re.compile(
    r"(?:ask|ring|call|phone|text|email|message|write|tell|thank|remind|ping)(?: to)?"
    r" (?P<who>me|you|him|her|them)\b"
)
_MINE = re.compile(r"\b(?:mine|ours|yours)\b")
"""“I'll bring you mine”: a thing of its own, spoken of beside it."""
_DO_THAT = re.compile(r"(?:do|try|manage) (?:that|this|it|so)\b")
_PERSON = re.compile(r"\b(?:him|her)\b")
_ANAPHOR = re.compile(
    r"\b(?:it|that|this|them|'em|those|these|him|her|his|their|its|there|then|first|so|the rest|"
    r"the others?|the same|the needful|one|ones)\b"
)
_REASON = re.compile(r"\b(?:because|'cause|since|so that)\b", re.IGNORECASE)
"""What follows may name another promise: "I'll cut it, because I want the tests in it"."""
_ANOTHER = re.compile(r"\b(?:also|as well|too|another|one more|separately|and then)\b")
_AND = re.compile(r"\band\b")
_INSTEAD = re.compile(r"\binstead\b(?! of\b)")


def gather(promises: list[Promise], call: Call) -> list[Thread]:
    """Join promises into threads and date them; `standing` tells which are promises."""
    rarity = rarity_of(call)
    closing = int(CLOSING * len(call.transcript.turns))
    threads: list[Thread] = []
    for promise in promises:
        if promise.weight < 0.6 or is_retracted(promise, call):
            continue
        if promise.sentence.turn >= closing and _lists(promise, threads, rarity):
            continue
        thread = _same_thread(promise, threads, call, rarity, closing)
        if thread is None:
            threads.append(thread := Thread(promise.owner, [promise]))
        elif promise.weight < CARRIES:
            continue
        else:
            thread.promises.append(promise)
        if promise.due and dates_it(promise, thread):
            thread.due, thread.due_sentence = promise.due, _where_dated(promise, call)
    promised = frozenset(p.sentence.index for p in promises if p.weight >= CARRIES)
    for thread in threads:
        date_from_talk(thread, call, promised)
    return threads + hear_closing_round(threads, call, rarity, closing)


def _where_dated(promise: Promise, call: Call) -> Sentence:
    """The sentence that holds its day: its own, unless two agreed on it beside the deed."""
    first = promise.request or promise.sentence
    own = [promise.sentence, *([promise.request] if promise.request else [])]
    if any(_tells(each, promise) for each in own):
        return promise.sentence
    if promise.told_in or wants_a_day(promise.due):
        return promise.dated_in
    near = call.sentences[first.index : promise.sentence.index + 3]
    holds = (each for each in reversed(near) if _tells(each, promise))
    return next(holds, promise.sentence)


def _tells(sentence: Sentence, promise: Promise) -> bool:
    return bool(promise.due and promise.due.phrase in sentence.text)


def _lists(promise: Promise, threads: list[Thread], rarity: Mapping[str, float]) -> bool:
    """Is this the read-back: one sentence that names two promises or more?"""
    words = promise.sentence.content
    named = [
        thread
        for thread in threads
        if thread.owner == promise.owner
        and thread.weight >= CARRIES
        and promise.sentence.turn > thread.last_turn + NEAR
        and any(rarity[word] >= 1.3 for word in words & thread.subject)
    ]
    return len(named) > 1


def _same_thread(
    promise: Promise,
    threads: list[Thread],
    call: Call,
    rarity: Mapping[str, float],
    closing: int,
) -> Thread | None:
    """The earlier thread of the same owner that this promise takes up again."""
    told = promise.deed.replace(promise.due.phrase, "") if promise.due else promise.deed
    own = content(_REASON.split(told, maxsplit=1)[0])
    for thread in reversed(threads):
        together = thread.is_joint and promise.form == JOINT
        if thread.owner != promise.owner and not together:
            continue
        distance = promise.sentence.turn - thread.last_turn
        instead = not promise.conditional and _INSTEAD.search(promise.sentence.plain)
        if 0 < distance <= NEAR and instead:
            return thread
        if distance > 0 and _to_another(promise, thread):
            continue
        shared = fsum(rarity[word] for word in own & thread.subject)
        if distance > NEAR:
            covers = 2 * len(own & thread.subject) >= len(own)
            if covers and shared >= (1.5 if promise.sentence.turn >= closing else 2.5):
                return thread
            continue
        if is_another_day(promise, thread, call):
            continue
        if distance > 0 and _does_what_was_asked(promise, thread):
            continue
        if promise.conditional_first and not thread.conditional and distance > 1:
            continue  # who says a condition first begins another promise
        if shared >= 0.8 or is_dated_anew(promise, thread):
            return thread
        if thread.weight >= CARRIES and _goes_on(promise, thread, distance):
            return None if distance > 0 and _speaks_of_another(promise, thread, call) else thread
    return None


def _does_what_was_asked(promise: Promise, thread: Thread) -> bool:
    """ "Would you keep a log?" "I can do that." That is the log, and nothing promised before."""
    asked = promise.request
    if asked is None or asks_when(asked) or not _DO_THAT.match(plain(promise.deed)):
        return False
    is_new = all(asked.index > each.sentence.index for each in thread.promises)
    return is_new and bool(asked.content) and asked.content.isdisjoint(thread.subject)


def _goes_on(promise: Promise, thread: Thread, distance: int) -> bool:
    """Does this clause say more of the same promise, by pointing back or by naming nothing new?"""
    deed = plain(promise.deed.replace(promise.due.phrase, "") if promise.due else promise.deed)
    if _ANOTHER.search(plain(promise.sentence.text[promise.start : promise.end])):
        return False
    if promise.conditional and not thread.conditional:
        return False
    if not content(deed) and all(each.form in TIMELESS for each in thread.promises):
        return False
    if thread.is_joint and distance > 0 and content(deed) and not POINTS_BACK.search(deed):
        return False  # what one of the two adds for themselves
    if (not thread.subject and (distance <= 2 or count(deed) <= 3)) or (
        not content(deed) and count(deed) <= 3 and not _MINE.search(deed)
    ):
        return True
    if distance <= 2 and promise.form in RESULTS and IT.search(plain(before_the_deed(promise))):
        return True
    if POINTS_BACK.search(deed) and (not _PERSON.search(deed) or _names_somebody(thread)):
        return True
    if distance > 0:
        return False
    names = re.search(r"\b[A-Z]", promise.deed)
    if promise.due and content(deed) and _stands_beside(promise, thread, deed):
        return False
    points = _ANAPHOR.search(deed) or POINTS_BACK.search(plain(thread.promises[-1].deed))
    if points or not promise.due:
        return bool(points) or (len(content(deed)) <= 1 and not names)
    return not content(deed) and not names  # a thing and a day of its own


def _stands_beside(promise: Promise, thread: Thread, deed: str) -> bool:
    """ "I'll do that now, and I'll talk to Olu by Wednesday": "that" is known, so this is new."""
    last = thread.promises[-1]
    joined = promise.sentence.text[max(0, last.end - len(" and ")) : promise.begins]
    known = len(thread.promises) > 1 and bool(_DO_THAT.match(plain(last.deed)))
    return known and bool(_AND.search(plain(joined))) and not _ANAPHOR.search(deed)


def _to_another(promise: Promise, thread: Thread) -> bool:
    """ "Text me after." ... "I'll text him." One and the other are two people."""
    told = _recipient(promise.deed, promise)
    if not told:
        return False
    before = {_recipient(each.deed, each) for each in thread.promises} - {""}
    return bool(before) and told not in before


def _recipient(deed: str, promise: Promise) -> str:
    """Whom a word or a thing goes to, as a pronoun: the partner, somebody else, or nobody told."""
    found = _WHOM.match(plain(deed))
    if found is None:
        return ""
    partner = "me" if promise.form == "request" else "you"
    return "partner" if found["who"] == partner else "another"


def _speaks_of_another(promise: Promise, thread: Thread, call: Call) -> bool:
    """ "There's an old sheet of mine. I'll send it to you." The sheet is "it", nothing before."""
    at, turn = promise.sentence.index, promise.sentence.turn
    return any(
        each.content
        and not each.content & thread.subject
        and (
            _PRESENTS.search(each.plain)
            if each.speaker == promise.owner and each.last_turn == turn
            else each.turn == turn - 1 and asks_after_a_thing(each)
        )
        for each in call.sentences[max(0, at - 3) : at]
    )


def _names_somebody(thread: Thread) -> bool:
    """ "I'll ring him" goes on only from a promise that speaks of somebody."""
    deeds = " ".join(
        each.deed.replace(each.due.phrase, "") if each.due else each.deed
        for each in thread.promises
    )
    return bool(re.search(r"\b(?!I\b)[A-Z]|\b(?:him|her|them)\b", deeds))
