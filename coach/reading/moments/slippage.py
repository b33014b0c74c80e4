"""Slippage: why something intended did not happen, in its owner's words.

Six reasons (seed 000): no longer the right direction, something held it back, a belief about
oneself, bandwidth, other things came first, something was not known. A reason counts only next to
the words that say it did not happen.
"""

from __future__ import annotations

import re
from typing import cast

from coach.reading import Call
from coach.reading.moments.listening import Listener, Signs, quotes
from coach.reading.moments.signs.slippage import REASONS
from coach.reading.words import content
from coach.records import SlippageReason
from coach.records.claims import SlippageClaim

KEPT = 6
"""At most so many a call."""

_REASONS = Signs(REASONS)

_DID_NOT_HAPPEN = re.compile(
    r"\b(?:(?:i|we)(?:'ve| have|'d)?(?: \w+)? (?:didn't|haven't|not (?:done|sent|"
    r"started|asked|chased|written|called|rung|got|been|finished|had)|never|forgot|"
    r"failed|missed|couldn't|wasn't able|skipped|slipped)|"
    r"(?:i|we) (?:didn't|haven't|never|couldn't|forgot|missed)|"
    r"(?:it|that|this|they)(?:'s| is| was| has)?(?: \w+)? (?:not (?:done|gone|"
    r"happened|finished|ready|there|in|sent|out)|didn't (?:happen|go|come|get)|"
    r"hasn't (?:happened|gone|come|been)|never (?:happened|went|came|got)|slipped|"
    r"late)|"
    r"not yet|only (?:half|did|got|managed|one|two|three)|no,? not|(?:half|some) "
    r"of (?:it|them)|got up to|heard nothing|just never|didn't get (?:to|round))\b"
)
_ASKED_WHY = re.compile(
    r"\b(?:why(?:'ve| have| did| haven't|'d)?(?: you)? (?:not|n't|didn't)?|"
    r"what(?:'s| is| was) (?:the hold up|stopp\w+|in the way|blocking|holding)|"
    r"what (?:got in the way|happened|stopped|held|slipped)|how come)\b"
)
_UNREAL = re.compile(
    r"\b(?:if (?:you|he|she|they|we)|would|might|could|imagine|i'll|he said|she said)\b"
)


def find_slippage(call: Call) -> tuple[SlippageClaim, ...]:
    """Return why things slipped: reason, the owner's words, commitment where it is clear."""
    listener = Listener(call)
    claims: list[SlippageClaim] = []
    last_turn = -9
    for index, who, said in listener.heard():
        if "?" in said[-3:] or _UNREAL.search(said):
            continue
        reasons = sorted(_REASONS.found(said), key=lambda sign: sign.kind == "priority")
        if not reasons or not _slipped(listener, index, said):
            continue
        sentence = listener.sentences[index]
        if sentence.turn - last_turn <= 1 and claims and claims[-1].reason == reasons[0].kind:
            continue
        last_turn = sentence.turn
        claims.append(
            SlippageClaim(
                commitment=_commitment(listener, index, who),
                reason=cast(SlippageReason, reasons[0].kind),
                quotes=quotes((sentence,)),
            )
        )
    return tuple(claims[:KEPT])


def _slipped(listener: Listener, index: int, said: str) -> bool:
    """Do these words, or those right around them, say that something did not happen?"""
    here = listener.sentences[index]
    asked = listener.asked(index)
    if (
        asked is not None
        and "?" in listener.sentences[asked].plain
        and _ASKED_WHY.search(listener.sentences[asked].plain)
    ):
        return True
    near = [said]
    for other in (index - 2, index - 1, index + 1):
        if 0 <= other < len(listener.sentences):
            sentence = listener.sentences[other]
            if sentence.speaker == here.speaker and abs(sentence.turn - here.turn) <= 1:
                near.append(listener.sentences[other].plain)
    return any(_DID_NOT_HAPPEN.search(words) for words in near)


def _commitment(listener: Listener, index: int, who: str) -> str | None:
    """The one promise of the speaker that these words, and those just before, clearly speak of."""
    start = max(index - 4, 0)
    topic = content(" ".join(s.text for s in listener.sentences[start : index + 2]))
    shared = sorted(
        (
            (len(content(promise.action) & topic), promise.id)
            for promise in listener.call.ledger
            if promise.is_open and promise.owner == who
        ),
        reverse=True,
    )
    if not shared or shared[0][0] < 2 or (len(shared) > 1 and shared[1][0] == shared[0][0]):
        return None
    return shared[0][1]
