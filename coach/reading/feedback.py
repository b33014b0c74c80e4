"""Feedback: what one of the two tells the other about their work or about working together.

Its surest place is the closing round: "what was useful?" and the answer. Elsewhere it is praise, or
a remark that speaks of "you".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from coach.reading import Call
from coach.reading.listening import Listener, Signs, quotes, retold
from coach.reading.signs.feedback import ASKED, GIVEN
from coach.reading.speech import Sentence
from coach.records.claims import FeedbackClaim

KEPT = 3
"""At most so many a call."""
ENOUGH = 3.0

RETURNED = re.compile(
    r"^\W*(?:and (?:for|from)? ?(?:you|me|yours?)|and yourself|(?:and )?what about "
    r"(?:you|me)|you\?|your turn)\b",
    re.IGNORECASE,
)
"""The same question handed back: "And for you?" """
_GO_ON = re.compile(r"^\W*(?:go on|tell me|what did you (?:put|write|say)|i'm listening)\b")


_ASKED, _GIVEN = Signs(ASKED), Signs(GIVEN)
_EMPTY = re.compile(
    r"^\W*(?:(?:yeah|yes|no|okay|ok|um+|uh|hm+|mm+|oh|well|good|great|so|thank you|"
    r"thanks|huh|fine|honest|"
    r"really|i don't know|let me think|ha|honestly|heaps|very|lots)\W*)*$",
    re.IGNORECASE,
)
_UNREAL = re.compile(
    r"\b(?:if you (?!remember|like)|you'd|you could|you should|will you|you'll|"
    r"would you|can you|did you|have you|are you|do you (?!know how))\b"
)


@dataclass(frozen=True)
class _Said:
    weight: float
    giver: str
    passage: tuple[Sentence, ...]


def find_feedback(call: Call) -> tuple[FeedbackClaim, ...]:
    """Return what the two told each other about the work together, strongest first."""
    listener = Listener(call)
    said = sorted(
        [*_closing(listener), *_unasked(listener)],
        key=lambda s: (-s.weight, s.passage[0].index),
    )
    kept: list[_Said] = []
    for one in said:
        near = [k for k in kept if k.giver == one.giver]
        if not any(abs(k.passage[0].turn - one.passage[0].turn) <= 2 for k in near):
            kept.append(one)
    return tuple(
        FeedbackClaim(
            giver=one.giver,
            receiver=call.partner(one.giver),
            text=retold(one.passage),
            quotes=quotes(one.passage),
        )
        for one in kept[:KEPT]
    )


def _closing(listener: Listener) -> Iterator[_Said]:
    """The answers to "what was useful?", late in a call, and to the question returned."""
    total = listener.sentences[-1].last_turn + 1 if listener.sentences else 0
    asked_at = -9
    for index, who, said in listener.heard():
        sentence = listener.sentences[index]
        late = sentence.turn >= total / 2 or total < 30
        put = max(
            (sign.weight for sign in _ASKED.found(said) if late or sign.name == "change"),
            default=0.0,
        )
        if not put and sentence.turn - asked_at <= 5 and RETURNED.search(said):
            put = 5.0
        if not put:
            continue
        asked_at = sentence.turn
        giver = listener.call.partner(who)
        if any(_GO_ON.match(listener.plain[reply]) for reply in listener.replies(index, turns=1)):
            giver = who  # read out from a form, and answered by whoever read it
        answer = _answer(listener, index, giver)
        if answer:
            yield _Said(put + sentence.turn / total, giver, answer)


def _answer(listener: Listener, index: int, giver: str) -> tuple[Sentence, ...]:
    """The first sentences of substance of the other one's next turn that has any."""
    asked = listener.sentences[index]
    found: list[Sentence] = []
    for later in range(index + 1, len(listener.sentences)):
        sentence = listener.sentences[later]
        if sentence.turn > asked.last_turn + 4 or (found and sentence.turn > found[0].last_turn):
            break
        if sentence.speaker != giver or sentence.turn == asked.turn:
            continue
        if not found and (_EMPTY.match(sentence.text) or RETURNED.match(sentence.text)):
            continue
        if len(found) < 3 and not sentence.text.endswith("?"):
            found.append(sentence)
    return tuple(found)


def _unasked(listener: Listener) -> Iterator[_Said]:
    for index, who, said in listener.heard():
        weights = [sign.weight for sign in _GIVEN.found(said)]
        if not weights:
            continue
        weight = (max(weights) + sum(weights)) / 2 + (0.5 if len(said) > 40 else 0)
        if "?" in said[-3:] and "do you know how" not in said:
            continue
        if _UNREAL.search(said):
            weight -= 1
        if weight >= ENOUGH:
            yield _Said(weight, who, listener.passage(index))
