"""What is still to be done, once its owner is asked again: "Rung him?" "Not yet." "Today?" "Today."

The deed stands in the question that was answered with no; whoever is asked again and names a day
takes it on. Where it was promised in an earlier call, its new day is an update and no new promise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from coach.cues import plain
from coach.dates import Spoken
from coach.reading import Call
from coach.reading.candidates.requests import HAS_SUBJECT, SHORT
from coach.reading.promise import Promise
from coach.reading.promise.adjacency import REFUSE
from coach.reading.promise.deed import as_meant
from coach.reading.promise.thread import CARRIES, ENOUGH
from coach.reading.speech import Sentence
from coach.reading.words import content

NEAR = 10
"""Sentences after the question in which it is asked again and answered."""
_ASKS_WHETHER_DONE = re.compile(
    r"^\W*(?:(?:and|so|but|okay|well)\W+)*(?:(?:have|haven't) you (?:(?:ever|actually|already"
    r"|finally|even|since|now) )*(?!(?:been|seen|heard|known|thought|felt|had|got)\b)"
    r"(?P<done>[a-z]+ [^?]+)|did(?:n't)? you (?:(?:ever|actually|even) )*"
    r"(?!(?:say|see|hear|know|think|feel|mean|want|get|have)\b)(?P<did>[a-z]+ [^?]+))\?\W*$"
)
_NOT_YET = re.compile(
    r"^\W*(?:(?:oh|ah|um|well|god|ha|er)\W+)*(?:no|nope|nah|not yet|not quite|not really|still not"
    r"|never|i haven't|i didn't|haven't|didn't)\b[^?]{0,30}$"
)
_ASKS_AGAIN = re.compile(
    r"^\W*(?:(?:and|so|but|okay|well|then)\W+)*(?:come on|go on|when|by when|will you|would you"
    r"|are you going to|are you gonna|today|tonight|tomorrow|this (?:week|afternoon|evening)"
    r"|next week|on \w+day|\w+day)\b[^.?!]{0,24}[.?!]*$"
)
_I_WILL = re.compile(r"^\W*(?:(?:yes|yeah|okay|right|fine)\W+)*(?:i will|i'm going to|i promise)\b")


def still_to_do(promises: Sequence[Promise], call: Call) -> list[Promise]:
    """The promises, and those that are made of what was not done yet."""
    found = [*promises, *_taken_on(promises, call)]
    return sorted(found, key=lambda promise: (promise.sentence.index, promise.start))


def _taken_on(promises: Sequence[Promise], call: Call) -> Iterator[Promise]:
    said_so = {each.sentence.turn for each in promises if each.weight >= CARRIES}
    for asked in call.sentences:
        whether = _ASKS_WHETHER_DONE.match(asked.plain)
        if whether is None or not call.is_participant(asked.speaker) or _is_known(asked, call):
            continue
        answer = _asked_again(asked, call)
        if answer is None or answer.turn in said_so or answer.speaker is None:
            continue
        today = call.today(answer.speaker)
        own = [s for s in call.sentences[answer.index : answer.index + 3] if s.turn == answer.turn]
        days = ((s, s.due(today, bare=s.length <= SHORT)) for s in own)
        told_in, due = next(((s, day) for s, day in days if day and day.due), (None, None))
        if due is None or told_in is None or HAS_SUBJECT.match(_beside(due, told_in)):
            continue
        part = "done" if whether["done"] else "did"
        deed = asked.text[whether.start(part) : whether.end(part)].strip(" ?")
        yield Promise(
            owner=answer.speaker,
            sentence=answer,
            start=0,
            end=len(answer.text),
            form="request",
            deed=as_meant(deed) if part == "done" else deed,
            weight=ENOUGH + 0.4,
            due=due,
            told_in=None if told_in is answer else told_in,
            request=asked,
            reasons=("still to do +2.4",),
        )


def _beside(day: Spoken, said: Sentence) -> str:
    """What follows the day: "Today it's shut" tells why not."""
    return plain(said.text.partition(day.phrase)[2]).lstrip(" ,")


def _is_known(asked: Sentence, call: Call) -> bool:
    """Was it promised in an earlier call?"""
    return any(asked.content & content(earlier.action) for earlier in call.ledger)


def _asked_again(asked: Sentence, call: Call) -> Sentence | None:
    """The answer to the second question: "No." "Will you?" "I will. On Wednesday." """
    turn = asked.last_turn
    near = call.sentences[asked.index + 1 : asked.index + NEAR]
    replied, again, answer = (
        [each for each in near if each.turn == turn + later] for later in (1, 2, 3)
    )
    if not (replied and again and answer) or asked.turn == replied[0].turn:
        return None
    takes = answer[0].length <= SHORT or _I_WILL.match(answer[0].plain)
    if not _NOT_YET.match(replied[0].plain) or not _ASKS_AGAIN.match(again[-1].plain) or not takes:
        return None
    speakers = {replied[0].speaker, answer[0].speaker}
    if len(speakers) > 1 or asked.speaker in speakers or again[0].speaker != asked.speaker:
        return None
    return None if re.search(REFUSE, plain(answer[0].text)) else answer[0]
