"""A day that does not stand, though no other takes its place: withdrawn, or before its time."""

from __future__ import annotations

import re

from coach.cues import plain
from coach.dates import resolve
from coach.reading import Call
from coach.reading.days.correcting import rules_out
from coach.reading.days.whose_day import answers_when, only_a_date
from coach.reading.promise.thread import Thread

_A_YEAR = re.compile(r"\d{4}|\byear\b|\bmonths?\b|\bweeks?\b")
ALMOST_A_YEAR = 300
"""Days from now from which a day of no year is rather that of the year before."""
DAYS_OF_A_WEEK = 6
_THEN = re.compile(r"^(?:and |so |okay,? )?(?:then|after that|once)\b")


def falls(thread: Thread, call: Call) -> bool:
    """Does the day not stand, though no other takes its place?"""
    if thread.counted_from:
        return False
    return (
        _comes_before_its_time(thread, call)
        or _is_another_week(thread, call)
        or _is_of_last_year(thread, call)
        or _is_withdrawn(thread, call)
    )


def _is_withdrawn(thread: Thread, call: Call) -> bool:
    """ "By Friday." "You travel on Friday." "Oh. Then not Friday." """
    day, said = thread.due, thread.due_sentence
    if day is None or said is None or day.kind != "day":
        return False
    return any(
        each.speaker == thread.owner and rules_out(day, each)
        for each in call.sentences[said.index + 1 : said.index + 8]
        if each.turn <= said.last_turn + 2
    )


def _is_of_last_year(thread: Thread, call: Call) -> bool:
    """ "Before Christmas", told in January, is the one that was; nobody promises so far ahead."""
    if thread.due is None or _A_YEAR.search(plain(thread.due.phrase)):
        return False
    today = call.today(thread.owner)
    day = thread.due.due or resolve(thread.due.phrase, today=today)
    return day is not None and (day - today).days > ALMOST_A_YEAR


def _is_another_week(thread: Thread, call: Call) -> bool:
    """ "Next week." "Which day?" "Wednesday." The two know which, its words do not."""
    day, said = thread.due, thread.due_sentence
    if not day or not day.due or not said or day.kind != "window":
        return False
    for sentence in call.sentences[said.index + 1 : said.index + 4]:
        if sentence.speaker == thread.owner and answers_when(sentence, said, call):
            answer = only_a_date(sentence, thread, call)
            return bool(answer and answer.due and (day.due - answer.due).days > DAYS_OF_A_WEEK)
    return False


def _comes_before_its_time(thread: Thread, call: Call) -> bool:
    """ "You get it on the 11th." "Then I'll mark it by Thursday": the Thursday after the 11th."""
    if not thread.due or not thread.due.due or not thread.due_sentence:
        return False
    said = thread.due_sentence
    if not _THEN.match(said.plain) or thread.due.kind != "day":
        return False
    if any(each.due and said.index > each.sentence.index for each in thread.promises):
        return False  # "By the fifteenth." "She won't take it on a Sunday." "Then Friday."
    today = call.today(thread.owner)
    before = call.sentences[max(0, said.index - 2) : said.index]
    told = [each.due for sentence in before for each in sentence.days(today)]
    return any(day > thread.due.due for day in told if day)
