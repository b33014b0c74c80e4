"""The day of a promise, where it is said beside the promise and not in it.

"I'll ring her." "When?" "Tomorrow." That day belongs to the promise; "our next call is the twelfth"
does not. A day may be corrected a breath later, told by pointing back ("on the Thursday"), or be
that of an event the promise leans on ("before the interview").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from coach.cues import plain
from coach.dates import (
    LIMITS,
    STARTS,
    Spoken,
    due_of,
    find,
    goes_on,
    is_at_once,
    is_remark,
    points_back,
    recall,
)
from coach.dates.words import WEEKDAY, WEEKDAYS
from coach.reading import Call
from coach.reading.days.awaiting import when_it_comes
from coach.reading.days.correcting import corrected, go_on
from coach.reading.days.falling import falls
from coach.reading.days.occasions import at_that_time, leaned_on, so_long_before, when_they_meet
from coach.reading.days.spans import count_from_what_comes
from coach.reading.days.whose_day import answers_when, asks_when, moves_on, only_a_date
from coach.reading.often import is_often
from coach.reading.promise import TIMELESS, Promise
from coach.reading.promise.thread import DayTold, Thread, wants_a_day
from coach.reading.speech import Sentence
from coach.reading.words import count

_DO_IT = re.compile(
    r"^do (?:it|that|this)\b|^$"
    r"|^(?:look|go|work) (?:at|over|through) (?:it|that|this)(?: for you)?\W*$"
)
_ARRANGES = re.compile(r"\b(?:invite|invites|invitation|calendar|diary|link|slot)\b")
"""Who sees to the invite speaks of the day of the call, which is not the day of seeing to it."""
_SAME_DAY = re.compile(r"\b(?:same|that|very) (?:day|night|evening|morning|afternoon)$")
_HANDED_OVER = re.compile(
    r"^(?:and |so |then )?(?:you|he|she|they)(?:'ll| will|'d| would) (?:have|get)"
    r" (?:it|that|them)\b"
)
_HANDS = re.compile(r"\band (?:then )?you(?:'ll| will) (?:have|get|see)\b")


_MAYBE = re.compile(r"\b(?:maybe|perhaps|might|possibly|could be)\b")
ALONE = 4
"""Words of a sentence that is a day and nothing else."""
JUST = 6
"""Sentences back in which a day was just spoken of."""


def date_from_talk(thread: Thread, call: Call, promised: frozenset[int]) -> None:
    """A day said in the breath before or after the promise, or echoed by the other one, is its."""
    if count_from_what_comes(thread, call):
        return
    _settle(thread)
    _take(thread, _handed_over(thread, call))
    if thread.conditional and thread.due and _SAME_DAY.search(plain(thread.due.phrase)):
        return  # "if he says no I ring you the same day": nobody knows which
    if wants_a_day(thread.due) and so_long_before(thread, call):
        return
    _take(thread, _pointed_at(thread, call))
    if wants_a_day(thread.due):
        go_on(thread, call)
    if wants_a_day(thread.due):
        _take(thread, _counted_or(_beside(thread, call, promised), thread))
    _take(thread, _limited(thread, call, promised))
    _take(thread, corrected(thread, call))
    if thread.due is None and not thread.conditional:
        _take(
            thread,
            leaned_on(thread, call)
            or at_that_time(thread, call)
            or when_they_meet(thread, call)
            or when_it_comes(thread, call),
        )
    _take(thread, _pointed_at(thread, call))
    if not thread.counted_from:
        go_on(thread, call)
    if falls(thread, call) or _on_several_days(thread):
        thread.due, thread.due_sentence, thread.fell = None, None, True


def _on_several_days(thread: Thread) -> bool:
    """ "I'll walk three days a week." "Which?" "Monday, Wednesday." None is its deadline."""
    told = thread.due_sentence.plain if thread.due_sentence else ""
    habit = any(is_often(plain(promise.deed)) for promise in thread.promises)
    return habit and bool(_SEVERAL_DAYS.fullmatch(told))


_SEVERAL_DAYS = re.compile(
    rf"\W*(?:(?:and|on|say|the)\W+)*{WEEKDAY}s?(?:\W+(?:and\W+)?{WEEKDAY}s?)+\W*"
)


def _take(thread: Thread, told: DayTold | None) -> None:
    if told:
        thread.due, thread.due_sentence = told
        thread.counted_from = None


def _counted_or(told: DayTold | None, thread: Thread) -> DayTold | None:
    """ "You get it the day before." "The talk is the ninth." That is what it is counted from."""
    if told is None or thread.due is None or not goes_on(thread.due):
        return told
    day, sentence = told
    if plain(thread.due.phrase) in plain(day.phrase):
        return told  # "One week before." "One week before the twenty-sixth, so the nineteenth."
    if weekday := re.search(WEEKDAY, plain(thread.due.phrase)):
        return told if day.due and day.due.weekday() == WEEKDAYS[weekday.group()] else None
    follows = thread.due_sentence and sentence.index == thread.due_sentence.index + 1
    return told if follows and count(sentence.text) <= ALONE else None


def _is_bare(thread: Thread) -> bool:
    """Nobody can say what a date near a bare "I'll do it" belongs to."""
    return all(_DO_IT.match(promise.deed.lower()) for promise in thread.promises)


def _settle(thread: Thread) -> None:
    """Of the days in the promises' own words, take the last that is known and still stands."""
    if thread.due and _does_not_stand(thread.due, thread):
        thread.due, thread.due_sentence = None, None
        for promise in thread.promises:
            if promise.due and points_back(promise.due):
                thread.due, thread.due_sentence = promise.due, promise.dated_in
    if wants_a_day(thread.due):
        for promise in thread.promises:
            due = promise.due
            if due and not (
                wants_a_day(due) or _is_later(thread.due, due) or _does_not_stand(due, thread)
            ):
                thread.due, thread.due_sentence = due, promise.dated_in


def _handed_over(thread: Thread, call: Call) -> DayTold | None:
    """ "I'll see her tomorrow and you'll have the page on Friday": done when it is handed over."""
    for promise in thread.promises:
        if hands := _HANDS.search(plain(promise.deed)):
            due = due_of(promise.deed[hands.start() :], today=call.today(thread.owner))
            if due and due.due:
                return due, promise.sentence
    return None


def _does_not_stand(due: Spoken, thread: Thread) -> bool:
    """ "If she asks, I won't answer right away": no day of the calendar."""
    forms = {each.form for each in thread.promises}
    denied = any(each.form == "will_not" and each.due == due for each in thread.promises)
    if denied and len(forms) > 1 and due.preposition not in LIMITS:
        return True  # "I won't do it this week": when it is not done
    if is_at_once(due) and (denied or thread.conditional):
        return True
    if due.kind == "relative" and thread.conditional:
        return True  # "once it comes, give me two days": counted from a day that nobody knows
    return due.preposition is None and any(
        is_remark(f"I'll {each.deed}", due) for each in thread.promises if each.due == due
    )


def _is_later(one: Spoken | None, two: Spoken | None) -> bool:
    return bool(one and two and one.due and two.due and one.due > two.due)


def _pointed_at(thread: Thread, call: Call) -> DayTold | None:
    """ "I'm there on the 26th. It's a Thursday. So I'll come on the Thursday." """
    due, pointing = thread.due, thread.due_sentence
    if not due or not pointing or not points_back(due) or goes_on(due):
        return None
    today = call.today(thread.owner)

    def told_in(sentences: Iterable[Sentence]) -> list[DayTold]:
        return [
            (said, sentence)
            for sentence in sentences
            for said in sentence.days(today, bare=sentence.length <= 6)
        ]

    just = told_in(call.sentences[max(0, pointing.index - JUST) : pointing.index])
    if due.due is None:
        told = just
    elif any(
        said.kind == "ordinal" and points_back(said) and said.due != due.due for said, _ in just
    ):
        return None  # "The twentieth?" "No, the nineteenth": it goes with the number before it
    else:
        # A number alone may be that of a date told at any time.
        told = told_in(sentence for sentence in call.dated if sentence.index < pointing.index)
    recalled = recall(due, [said for said, _ in told])
    if recalled is None or recalled.due == due.due:
        return None
    return next((said, sentence) for said, sentence in reversed(told) if said == recalled)


def _beside(thread: Thread, call: Call, promised: frozenset[int]) -> DayTold | None:
    """The day said around the promise: in its own turn, or in the short talk after it."""
    last = max(thread.promises, key=lambda promise: promise.sentence.index)
    if last.form in TIMELESS and _is_a_reason(last.sentence, thread, call):
        return None
    bare, arranges = _is_bare(thread), bool(_ARRANGES.search(plain(last.deed)))
    for sentence in _around(last, call):
        if sentence.index in promised and not _hands_over(sentence, last):
            if last.form in TIMELESS and sentence.index > last.sentence.index:
                return None  # what follows is about what was promised in so many words
            continue
        if bare and not answers_when(sentence, last.sentence, call):
            continue
        if arranges and sentence.index < last.sentence.index:
            continue
        if due := _had_by(sentence, last, call, promised):
            return due, sentence
        if _asks_back(sentence, thread, call, promised):
            return None
        if due := only_a_date(sentence, thread, call):
            return None if _is_in_doubt(due, sentence, thread) else (due, sentence)
        if sentence.index > last.sentence.index and moves_on(sentence, thread):
            return None
    return None


def _is_in_doubt(due: Spoken, sentence: Sentence, thread: Thread) -> bool:
    """ "Maybe next year": a guess, or so wide a day for what waits for something anyway."""
    if due.preposition in LIMITS or due.kind == "meeting":
        return False
    hedged = _MAYBE.search(plain(sentence.text[: sentence.text.find(due.phrase)])) is not None
    return hedged and (thread.conditional or due.kind == "window")


def _asks_back(sentence: Sentence, thread: Thread, call: Call, promised: frozenset[int]) -> bool:
    """ "I can get you that." "Then I have it with HR at the end of the month." "At the end?"

    The owner asks about the other one's promise, in its words.
    """
    if sentence.speaker != thread.owner or not sentence.is_question:
        return False
    asked = plain(sentence.text).strip(" ?")
    return any(
        asked in each.plain
        for each in call.sentences[max(0, sentence.index - 4) : sentence.index]
        if each.index in promised and each.speaker != thread.owner
    )


def _is_a_reason(sentence: Sentence, thread: Thread, call: Call) -> bool:
    """ "Sunday is harvest, I'm cooking for sixty" says why not on Sunday."""
    today = call.today(thread.owner)
    return any(is_remark(sentence.text, said) for said in find(sentence.text, today=today))


def _hands_over(sentence: Sentence, promise: Promise) -> bool:
    """ "You'll have it back Tuesday" is the promise before it, seen from the other side."""
    follows = sentence.index == promise.sentence.index + 1 and sentence.speaker == promise.owner
    return follows and bool(_HANDED_OVER.match(plain(sentence.text)))


def _had_by(
    sentence: Sentence, promise: Promise, call: Call, promised: frozenset[int]
) -> Spoken | None:
    """ "I'll write to them." "Saying?" "They'll have it by Tuesday, I want it off my desk." """
    said = plain(sentence.text)
    if sentence.speaker != promise.owner or not _HANDED_OVER.match(said):
        return None
    if not promised.isdisjoint(range(promise.sentence.index + 1, sentence.index)):
        return None  # what they will have was promised after it
    due = due_of(sentence.text.partition(", ")[0], today=call.today(promise.owner))
    return due if due and due.due else None


def _limited(thread: Thread, call: Call, promised: frozenset[int]) -> DayTold | None:
    """ "I'll collect it. By Thursday. I'll call them tomorrow." The limit is the deadline."""
    if thread.due and (thread.due.preposition in LIMITS or thread.due.kind == "meeting"):
        return None
    for promise in thread.promises:
        if promise.due is None or promise.due.preposition in STARTS:
            for sentence in _rest_of_talk(promise, thread, call):
                if sentence.index in promised:
                    break
                due = only_a_date(sentence, thread, call)
                if due and (due.preposition in LIMITS or due.kind == "meeting"):
                    return due, sentence
    return None


def _rest_of_talk(promise: Promise, thread: Thread, call: Call) -> Iterator[Sentence]:
    """What else its owner says in that turn, and to whoever asks when."""
    at, until = promise.sentence.index, promise.sentence.last_turn
    for sentence in call.sentences[at + 1 : at + 12]:
        own = sentence.speaker == promise.owner
        if own and sentence.turn <= until:
            yield sentence
        elif not own and moves_on(sentence, thread):
            return
        elif not own and asks_when(sentence):
            until = sentence.last_turn + 1


def _around(promise: Promise, call: Call) -> list[Sentence]:
    """The rest of the promise's own turn, and the short talk of the three turns after it."""
    last, after, until = promise.sentence, [], promise.sentence.last_turn + 3
    for sentence in call.sentences[last.index + 1 : last.index + 12]:
        own = sentence.speaker == promise.owner
        if not own and sentence.turn <= until and asks_when(sentence):
            until = max(until, sentence.last_turn + 1)
        if sentence.turn <= (until if own else last.last_turn + 1):
            after.append(sentence)
    before = [
        sentence
        for sentence in reversed(call.sentences[max(0, last.index - 3) : last.index])
        if sentence.last_turn == last.turn and sentence.speaker == promise.owner
    ]
    return before[:1] + after
