"""Whether a day is that of another promise, or a new one for the same: two days are two promises.

"I'll ring Ann on Monday, and Bo I'll ring on Friday" are two; "I'll do the form for Saturday, no,
I'll do it for Monday" is one, and the last day is its own.
"""

from __future__ import annotations

import re

from coach.cues import plain
from coach.dates import Spoken, points_back
from coach.dates.words import FULL_WEEKDAY
from coach.reading import Call
from coach.reading.nouns import NUMBERS
from coach.reading.promise import LASTS, RESULTS, Promise
from coach.reading.promise.thread import NEAR, Thread
from coach.reading.words import content

POINTS_BACK = re.compile(
    r"^(?:\S+\s+){0,3}?(?:it|that|this|them|'em|those|these|him|her|the needful)\b"
    rf"|^\w+(?:\s+(?:you|off|over|out|{NUMBERS}))?\W*$"
)
IT = re.compile(r"\b(?:it|they|them|that|those|these)(?:'ll|'s|'re)?\b")
_THERE = re.compile(r"(?:with|at) you\b|there\b|here\b|on your (?:desk|mat|doorstep)\b")
_BY_POST = re.compile(r"\bpost(?:ing)?\b|\bmail(?:ing)?\b|\bcourier|\bparcel")
"""What travels for some days after it was sent."""
WEEK = 7
"""Days of a week, whose last one stands for it where only the week was named."""
_WEEKDAY = re.compile(rf"\b{FULL_WEEKDAY}\b")
_NO = re.compile(r"\bno\b")
_CORRECTS = re.compile(
    r"\b(?:actually|sorry|wait|hang on|hold on|rather|i mean|make (?:it|that)|or better)\b"
)
"""How one corrects oneself; a mere no may be an answer."""


def before_the_deed(promise: Promise) -> str:
    """What stands before the deed in its clause: "it'll be" of "it'll be on your desk"."""
    return promise.sentence.text[promise.start : promise.begins]


def is_another_day(promise: Promise, thread: Thread, call: Call) -> bool:
    """Two different days are two promises, unless the second corrects the first."""
    if promise.due and thread.due and _is_other_weekday(promise.due, thread.due):
        return True
    if _arrives(promise, thread) or is_dated_anew(promise, thread):
        return False
    if not promise.due or not thread.due or "vague" in (promise.due.kind, thread.due.kind):
        return False
    if promise.due.preposition in LASTS and POINTS_BACK.search(plain(promise.deed)):
        return False  # "and I'll keep that up till the twelfth"
    if thread.due.kind == "window" and _is_within_window(promise.due, thread.due):
        return False  # "next week, then." "Thursday, the twenty-sixth."
    if promise.due.due == thread.due.due and (
        promise.due.due or promise.due.kind == thread.due.kind
    ):
        return False
    last = thread.promises[-1]
    between = [
        sentence.text
        for sentence in call.sentences[last.sentence.index + 1 : promise.sentence.index]
        if sentence.speaker == promise.owner
    ]
    if last.due:
        between.append(last.deed.partition(last.due.phrase)[2])
    if last.sentence.index == promise.sentence.index:
        between.append(promise.sentence.text[last.end : promise.start + 12])
    else:
        between.append(promise.sentence.text[: promise.start + 12])
    said = plain(" ".join(between))
    if _CORRECTS.search(said):
        return False
    answers = promise.sentence.turn > thread.last_turn + 1
    if answers and content(promise.deed.replace(promise.due.phrase, "")) - thread.subject:
        return True  # "She'll get a mail." "No, no. I'll take her for a chai tomorrow."
    return not _NO.search(said)


def is_dated_anew(promise: Promise, thread: Thread) -> bool:
    """ "I do the form for Saturday." ... "I do it for Monday": the same verb, and only "it"."""
    if not promise.due or promise.sentence.index == thread.promises[-1].sentence.index:
        return False
    again = _ONLY_IT.fullmatch(plain(promise.deed.replace(promise.due.phrase, "")).strip(" .,"))
    verbs = {plain(each.deed).partition(" ")[0] for each in thread.promises}
    return again is not None and again["verb"] in verbs


_ONLY_IT = re.compile(r"(?P<verb>[a-z]+)(?: (?:up|out|off|over|in|back))? (?:it|that|them)")


def _is_within_window(day: Spoken, window: Spoken) -> bool:
    """Is it a day of the week that was named, whose last day stands for it?"""
    if not day.due or not window.due or day.kind == "window":
        return False
    return 0 <= (window.due - day.due).days < WEEK


def _arrives(promise: Promise, thread: Thread) -> bool:
    """ "I'll post it tomorrow. It'll be there by Easter.": that day is the post's."""
    return (
        promise.form in RESULTS
        and bool(IT.search(plain(before_the_deed(promise))))
        and bool(_THERE.match(plain(promise.deed)))
        and any(_BY_POST.search(plain(each.deed)) for each in thread.promises)
    )


def _is_other_weekday(pointing: Spoken, known: Spoken) -> bool:
    """ "I'll do it on the 19th, a Wednesday, and on the Thursday I'll send it to you" is two."""
    named = _WEEKDAY.search(pointing.phrase.lower())
    return bool(
        pointing.kind == "vague"
        and named
        and known.due
        and known.kind in ("day", "ordinal")
        and known.due.strftime("%A").lower() != named[0]
    )


def dates_it(promise: Promise, thread: Thread) -> bool:
    """Does this date stand for the whole thread? A known day is not replaced by a vague one."""
    if promise.sentence.turn > thread.promises[0].sentence.turn + 3 * NEAR:
        return thread.due is None
    if _arrives(promise, thread) and len(thread.promises) > 1:
        return thread.due is None
    if promise.form in RESULTS and promise.due and points_back(promise.due):
        return True  # "You'll have it back on the Sunday night"
    return thread.due is None or thread.due.due is None or bool(promise.due and promise.due.due)
