"""What later turns make of words that promised nothing yet.

People seldom agree in one breath. Between a request and its yes stand questions about it (an
insertion sequence); "I could ask her" is a thought until somebody says "would you?"; and who asks
"by when?", and is told a day, takes it that the thing will be done.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from coach.reading import Call
from coach.reading.candidates.bearing import is_to_somebody
from coach.reading.candidates.requests import SHORT, accepted, asked_for
from coach.reading.promise import Promise
from coach.reading.promise.adjacency import BY_WHEN, CHECKS, PLEASE, REFUSE, TAKES_ON, YES
from coach.reading.promise.thread import CARRIES, ENOUGH
from coach.reading.speech import Sentence

FAR = 8
"""Turns within which a request may still be taken on."""
NEAR = 2
"""Turns between a thought, or a request, and the question for its day."""
LIFTED = 1.4
"""What a thought weighs more, once the other one has taken it for a promise."""
PLEDGED = 2.0
"""What it weighs more, once its owner was asked whether they mean it and said so."""
_THOUGHTS = ("could", "can", "have_to", "want_to", "present", "happy_to", "let_me")
"""Forms that say what may be: another turn decides."""

_BY_WHEN, _CHECKS, _PLEASE, _REFUSE, _TAKES_ON, _YES = map(
    re.compile, (BY_WHEN, CHECKS, PLEASE, REFUSE, TAKES_ON, YES)
)


def take_up(promises: Iterable[Promise], call: Call) -> list[Promise]:
    """The same promises, those weighing more that a later turn takes up, and requests with it."""
    listed = list(promises)
    found = [
        _taken_up(each, call)
        if _is_only_thought(each) and not _is_said_better(each, listed)
        else each
        for each in listed
    ]
    known = {each.request.index for each in found if each.request and not _is_half_taken(each)}
    for request in _requests(call):
        if request.index in known:
            continue
        if taken := _late_yes(request, call) or _dated(request, call):
            known.add(request.index)
            found = [
                each
                for each in found
                if each.sentence.index != taken.sentence.index
                and not (_is_half_taken(each) and each.request is request)
            ]
            found.append(taken)
    return sorted(found, key=lambda promise: (promise.sentence.index, promise.start))


def _is_half_taken(promise: Promise) -> bool:
    """ "I'd suggest you keep a log." "Okay. For two weeks?" What follows decides."""
    return promise.form == "request" and promise.weight < ENOUGH


def _requests(call: Call) -> Iterator[Sentence]:
    """Those that something later may take up, the latest first: that is what is answered."""
    heard = {
        turn
        for sentence in call.sentences
        if _asks_when(sentence.plain) or _takes_on(sentence, call)
        for turn in range(sentence.turn - FAR, sentence.turn)
    }
    for sentence in reversed(call.sentences):
        near = sentence.last_turn in heard and call.is_participant(sentence.speaker)
        if near and asked_for(sentence):
            yield sentence


def _asks_when(text: str) -> bool:
    return text.endswith("?") and bool(_BY_WHEN.search(text))


def _takes_on(sentence: Sentence, call: Call, soon: bool = True) -> bool:
    """ "Go on then", "I'll do it"; or, soon, a yes with a day to it: "Okay. Sunday night." """
    text = sentence.plain
    if _TAKES_ON.search(text):
        return True
    return soon and bool(_YES.search(text)) and _dated_yes(sentence, call)


def _dated_yes(sentence: Sentence, call: Call) -> bool:
    at = sentence.index
    said = [s for s in call.sentences[at : at + 2] if s.turn == sentence.turn and not s.is_question]
    today = call.today(sentence.speaker)
    days = (each.due(today, bare=each.length <= SHORT) for each in said)
    return any(day and day.due for day in days)


def _is_only_thought(promise: Promise) -> bool:
    if promise.form == "let_me" and "to the partner +0.6" not in promise.reasons:
        return False  # "let me share my screen" is done at once
    if promise.form == "want_to" and not is_to_somebody(promise.deed):
        return False  # "I want to sign my own bridge": an aim, were there a day to it
    return promise.form in _THOUGHTS and promise.due is None


def _is_said_better(thought: Promise, promises: Iterable[Promise]) -> bool:
    """Does its owner go on to say something that the next turn may answer rather than this?"""
    return any(
        each.owner == thought.owner
        and each is not thought
        and each.sentence is not thought.sentence
        and (each.weight >= CARRIES or each.form in _THOUGHTS)
        and (thought.sentence.index, thought.start) <= (each.sentence.index, each.start)
        and each.sentence.turn <= thought.sentence.last_turn + 1
        for each in promises
    )


def _taken_up(promise: Promise, call: Call) -> Promise:
    lifts = (lift for lift in _LIFTS if lift[1](promise.sentence, call))
    why, _, more = next(lifts, ("", None, 0.0))
    if not why:
        return promise
    return replace(
        promise, weight=promise.weight + more, reasons=(*promise.reasons, f"{why} {more:+g}")
    )


def _is_wanted(thought: Sentence, call: Call) -> bool:
    """ "I could ask her." "Would you? Please." """
    reply = next(iter(_replies(thought, call)), None)
    return reply is not None and bool(_PLEASE.search(reply.plain))


def _is_checked(thought: Sentence, call: Call) -> bool:
    """ "I could do that." "Could or will?" "Will." """
    checks = (each for each in _replies(thought, call) if _CHECKS.search(each.plain))
    return any(
        _YES.search(answer.plain) for check in checks for answer in list(_replies(check, call))[:1]
    )


def _is_dated(thought: Sentence, call: Call) -> bool:
    """ "I should ring them." "When?" "Tomorrow." """
    return _day_told(thought, call) is not None


_IF_YOU = re.compile(r"\bif you(?:'ll|'d| can| could)? (?:just )?(?P<verb>[a-z]+)\b")


def _is_met(thought: Sentence, call: Call) -> bool:
    """ "I can look at them if you share them by Monday." "I'll share them on Sunday." """
    asked = _IF_YOU.search(thought.plain)
    will = rf"\b(?:i'll|i will|i can|i'm going to) (?:\w+ )?{asked['verb']}\b" if asked else ""
    return any(will and re.search(will, each.plain) for each in _replies(thought, call))


_LIFTS = (
    ("met", _is_met, LIFTED),
    ("wanted", _is_wanted, LIFTED),
    ("held to it", _is_checked, PLEDGED),
    ("asked by when", _is_dated, LIFTED),
)


def _day_told(thought: Sentence, call: Call) -> Sentence | None:
    """The answer with a day to a bare "By when?" that follows a thought or a request."""
    listener = thought.speaker
    for asked in _after(thought, call, NEAR):
        if not _BY_WHEN.search(asked.plain):
            continue
        for answer in list(_replies(asked, call))[:2]:
            due = answer.due(call.today(answer.speaker), bare=True)
            if due and (due.due or due.kind == "meeting"):
                return answer if asked.speaker != listener or _is_request(thought) else None
        return None
    return None


def _is_request(sentence: Sentence) -> bool:
    return asked_for(sentence) is not None


def _dated(request: Sentence, call: Call) -> Promise | None:
    """ "Could you write it up?" "Hm, the whole of it?" "By when?" "Friday." """
    answer = _day_told(request, call)
    if answer is None or answer.speaker == request.speaker:
        return None
    said = call.sentences[request.index : answer.index]
    refused = any(each.speaker == answer.speaker and _REFUSE.search(each.plain) for each in said)
    return None if refused else accepted(request, [answer], call)


def _late_yes(request: Sentence, call: Call) -> Promise | None:
    """The yes that comes after questions about what is asked for."""
    for sentence in _after(request, call, FAR):
        if sentence.speaker == request.speaker:
            if sentence.turn > request.last_turn and asked_for(sentence):
                return None
        elif _takes_on(sentence, call, sentence.turn <= request.last_turn + 2 * NEAR):
            rest = [s for s in call.sentences[sentence.index :] if s.turn == sentence.turn]
            taken = accepted(request, rest, call)
            return taken and replace(taken, weight=max(taken.weight, ENOUGH))
    return None


def _replies(sentence: Sentence, call: Call) -> Iterator[Sentence]:
    """What the other one says in the two turns after."""
    for each in _after(sentence, call, 2):
        if each.speaker != sentence.speaker:
            yield each


def _after(sentence: Sentence, call: Call, turns: int) -> Iterator[Sentence]:
    for each in call.sentences[sentence.index + 1 : sentence.index + 4 * turns]:
        if each.turn > sentence.last_turn + turns:
            return
        if call.is_participant(each.speaker):
            yield each
