"""So long from the day of what comes first: "You get it on the 24th and I answer within a week".

What is done with a thing that the other one gives first takes its time from that day on. Where
nobody told that day there is none: the day of this call is not the one that was meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from coach.cues import plain
from coach.dates import Spoken, find, follow, is_span
from coach.reading import Call
from coach.reading.promise.thread import DayTold, Thread
from coach.reading.speech import Sentence

JUST = 4
"""Sentences before a span in which what it takes its time from is told."""
ALONE = 4
"""Words up to which its owner merely says that day again."""

_GIVES = r"(?:get|have|send|give|bring|hand|drop|show|mail|email|share)"
_FIRST_YOU = re.compile(
    rf"\b(?:you|you'll|you will|you can) {_GIVES}\b.*\band (?:then )?(?:i'll|i will|i)\b"
    rf"|^(?:just |so |okay,? )?{_GIVES} me\b.*\band (?:then )?(?:i'll|i will|i)\b"
)
"""“You get the file and I answer”: first the one, then the other."""
_THEN_I = re.compile(r"^(?:and |so |okay,? )?(?:then|after that)\b.*\bi(?:'ll| will)?\b")
_WITH_IT = re.compile(
    r"\bi(?:'ll| will)? (?:answer|reply|respond|read|review|mark|comment|go (?:through|over)"
    r"|look (?:at|over|through)|get back to"
    r"|(?:send|get|give|have) (?:it|them|\w+ comments|comments) back)\b"
)
"""What one does with a thing that comes from the other."""
_COMES = re.compile(
    rf"\bi(?:'ll| will|'d| can|'m going to)?(?: \w+){{0,5}} {_GIVES}\b"
    r"|\byou(?:'ll| will) (?:get|have)\b"
)


def count_from_what_comes(thread: Thread, call: Call) -> bool:
    """Give a promise to do something within so long the day counted from what it waits for.

    Say whether it waits for something; a span that does not is counted from the call.
    """
    due, at = thread.due, thread.due_sentence
    if due is None or at is None or not is_span(due):
        return False
    said = at.text[: max(0, at.text.find(due.phrase))]
    if _FIRST_YOU.search(plain(said)):
        told = [(each, at) for each in find(said, today=call.today(thread.owner))]
    elif _THEN_I.match(at.plain) or _WITH_IT.search(at.plain):
        before = list(_talk_before(at, thread, call))
        if not any(each.speaker != thread.owner and _COMES.search(each.plain) for each in before):
            return False
        told = [told for each in before for told in _days(each, thread, call)]
    else:
        return False
    _count(due, at, told, thread, call)
    return True


def _talk_before(at: Sentence, thread: Thread, call: Call) -> Iterator[Sentence]:
    """What the other one said just before, and what its owner said again of it."""
    for sentence in call.sentences[max(0, at.index - JUST) : at.index]:
        if sentence.speaker != thread.owner or sentence.length <= ALONE:
            yield sentence


def _days(sentence: Sentence, thread: Thread, call: Call) -> Iterator[DayTold]:
    is_said_again = sentence.speaker == thread.owner
    for said in sentence.days(call.today(thread.owner), bare=is_said_again):
        yield said, sentence


def _count(due: Spoken, at: Sentence, told: list[DayTold], thread: Thread, call: Call) -> None:
    """Count from the last of these days, as it is the one that stands; from none, no day."""
    thread.due, thread.due_sentence, thread.counted_from = None, None, None
    today = call.today(thread.owner)
    for said, sentence in reversed(told):
        if said.due and said.due > today and (day := follow(due.phrase, said.due, today=today)):
            thread.due, thread.due_sentence = due.model_copy(update={"due": day}), at
            thread.counted_from = said, sentence
            return
