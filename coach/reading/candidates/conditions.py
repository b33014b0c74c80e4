"""A condition that the other one makes true: "If you send it I'll read it." "Friday, then."

Whoever names a day for what the offer waits for takes that on; a day that is asked ("Saturday?")
is theirs once the other one agrees to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from coach.cues import plain
from coach.dates import Spoken
from coach.reading import Call
from coach.reading.candidates.requests import SHORT
from coach.reading.promise import Promise
from coach.reading.promise.adjacency import REFUSE
from coach.reading.promise.thread import CARRIES, ENOUGH
from coach.reading.speech import Sentence
from coach.reading.words import content

NEAR = 8
"""Sentences after the condition in which it is taken on."""
_IF_YOU = re.compile(
    r"\bif you (?:can |could |just )?(?P<deed>(?:get|send|give|bring|email|mail|post|share|show"
    r"|drop|forward|leave|let me have)\b[^?]*?),? (?:then )?(?:i'll|i will|i can) [a-z]+"
)
_AGREES = re.compile(r"\b(?:yes|yeah|fine|okay|ok|works|suits|good|perfect|great|will do|done)\b")
_BESIDE_THE_DAY = re.compile(
    r"(?:\b(?:yes|yeah|okay|ok|then|so|it is|fine|by|on|the|say|morning|afternoon|evening|night"
    r"|noon|lunchtime)\b|\W)*"
)


def with_conditions_met(promises: Sequence[Promise], call: Call) -> list[Promise]:
    """The promises, and what an offer waits for where the other one gives it a day."""
    heard = {(each.owner, each.sentence.turn) for each in promises if each.weight >= CARRIES}
    found = [*promises, *(each for each in _met(call) if (each.owner, each.turns[-1]) not in heard)]
    return sorted(found, key=lambda promise: (promise.sentence.index, promise.start))


def _met(call: Call) -> Iterator[Promise]:
    for offer in call.sentences:
        waits_for = _IF_YOU.search(offer.plain)
        if waits_for is None or not call.is_participant(offer.speaker):
            continue
        answer, due = _day_given(offer, call) or (None, None)
        if answer is None or answer.speaker is None:
            continue
        yield Promise(
            owner=answer.speaker,
            sentence=answer,
            start=0,
            end=len(answer.text),
            form="request",
            deed=offer.text[waits_for.start("deed") : waits_for.end("deed")],
            weight=ENOUGH + 0.4,
            due=due,
            request=offer,
            reasons=("makes the condition true +2.4",),
        )


def _day_given(offer: Sentence, call: Call) -> tuple[Sentence, Spoken] | None:
    """The piece in the next turn that names a day, if it asks for no other."""
    near = call.sentences[offer.index + 1 : offer.index + NEAR]
    replies = [each for each in near if each.turn == offer.last_turn + 1]
    if not replies or replies[0].speaker == offer.speaker:
        return None
    if not call.is_participant(replies[0].speaker) or re.search(REFUSE, replies[-1].plain):
        return None
    last = replies[-1]
    due = last.due(call.today(last.speaker), bare=True) if last.length <= SHORT else None
    if due is None or not due.due:
        return None
    if not _BESIDE_THE_DAY.fullmatch(plain(last.text.replace(due.phrase, ""))):
        return None
    agreed = [each for each in near if each.turn == last.turn + 1][:1]
    if last.is_question and not any(_is_agreed(each, due, call) for each in agreed):
        return None
    return last, due


def _is_agreed(said: Sentence, day: Spoken, call: Call) -> bool:
    """ "Saturday morning, yes", "Monday's fine", or the day alone, said back."""
    told = said.due(call.today(said.speaker), bare=True)
    if said.is_question or (told and told.due not in (None, day.due)):
        return False
    return bool(_AGREES.search(said.plain)) or bool(told and not content(said.text) - _words(told))


def _words(day: Spoken) -> frozenset[str]:
    return content(day.phrase)
