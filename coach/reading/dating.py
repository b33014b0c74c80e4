"""The day of a promise, where it is said beside the promise and not in it.

"I'll ring her." "When?" "Tomorrow." That day belongs to the promise; "our next call is the twelfth"
does not.
"""

from __future__ import annotations

import re
from datetime import date

from coach.cues import plain
from coach.dates import Spoken, due_of
from coach.reading import Call
from coach.reading.speech import Sentence
from coach.reading.thread import Thread
from coach.reading.words import content, count

_DO_IT = re.compile(r"^do (?:it|that|this)\b|^$")
_TIME_OF_DAY = re.compile(r"^(?:in the |this )?(?:morning|afternoon|evening)$")
_NEXT_CALL = re.compile(
    r"\b(?:next (?:is|call|time|one|session|meeting)|meet|speak again|see you|our call|invite)\b"
)


def date_from_talk(thread: Thread, call: Call, promised: frozenset[int]) -> None:
    """A day said in the breath before or after the promise, or echoed by the other one, is its."""
    if not wants_a_day(thread.due) or all(_DO_IT.match(p.deed.lower()) for p in thread.promises):
        return  # nobody can say what a date near a bare "I'll do it" belongs to
    for sentence in _around(thread, call):
        own = sentence.speaker == thread.owner
        due = _only_a_date(sentence, call.today(thread.owner), own)
        if sentence.index in promised or due is None:
            continue
        if due.kind == "meeting" or not _NEXT_CALL.search(plain(sentence.text)):
            thread.due, thread.due_sentence = due, sentence
            return


def wants_a_day(due: Spoken | None) -> bool:
    """Is no day known yet? "In the morning" is one only where the talk names no other."""
    if due is None or (due.due is None and due.kind != "meeting"):
        return True
    return bool(_TIME_OF_DAY.search(plain(due.phrase)))


def _only_a_date(sentence: Sentence, today: date, own: bool) -> Spoken | None:
    """The day that a short sentence is about, if it is about little else."""
    due = due_of(sentence.text, today=today, bare=count(sentence.text) <= 5)
    if due is None or not (due.due or due.kind == "meeting"):
        return None
    rest = sentence.text.replace(due.phrase, "")
    return due if count(rest) <= (8 if own else 4) and len(content(rest)) <= 2 else None


def _around(thread: Thread, call: Call) -> list[Sentence]:
    """The rest of the promise's own turn, and the short talk of the three turns after it."""
    last = max((promise.sentence for promise in thread.promises), key=lambda s: s.index)
    after = [
        sentence
        for sentence in call.sentences[last.index + 1 : last.index + 12]
        if sentence.turn <= last.last_turn + (3 if sentence.speaker == thread.owner else 1)
    ]
    before = [
        sentence
        for sentence in reversed(call.sentences[max(0, last.index - 3) : last.index])
        if sentence.last_turn == last.turn and sentence.speaker == thread.owner
    ]
    return before[:1] + after
