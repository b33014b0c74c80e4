"""Trust moments: one of five behaviours, seen or missed once. Never a score of anybody.

Discretion, communication (says openly what the other should know), words matching deeds, saying
where one's knowledge ends, and accountability (owns up, asks for no excuse, praises a kept word).
"""

from __future__ import annotations

import re
from typing import Literal, cast

from coach.reading import Call
from coach.reading.listening import Listener, Signs, quotes
from coach.reading.signs.trust import MISSED, SHOWN
from coach.reading.speech import Sentence
from coach.records import TrustBehaviour
from coach.records.claims import TrustClaim

KEPT = 3
"""At most so many a call."""
ENOUGH = 2.0


_SHOWN, _MISSED = Signs(SHOWN), Signs(MISSED)
_NEXT = re.compile(r"(?:and|but) i (?:didn't|haven't|never|forgot)\b")
_REPORTED = re.compile(
    r"\b(?:he|she|they|who|'?cause you|because you)(?:'s| was)? (?:said|says|goes|"
    r"told|like|went)\b|^\W*\"|\bi thought you(?:'d| would)\b|\b(?:i said to|i "
    r"told|i was like) (?:him|her|them)\b"
)
_ABOUT_OTHERS = re.compile(r"\b(?:my (?:team|boss|manager|wife|husband|mum|mom|dad|kids?))\b")
_UNREAL = re.compile(r"\b(?:if i (?:was|were|had)|i wish|imagine|would've|i'd have)\b")


def find_trust(call: Call) -> tuple[TrustClaim, ...]:
    """Return the clearest trust moments, strongest first, each behaviour of a person once."""
    listener = Listener(call)
    found: list[tuple[float, int, TrustClaim, tuple[Sentence, ...]]] = []
    for index, who, said in listener.heard():
        if "?" in said[-3:]:
            continue
        both = f"{said} {listener.plain[index + 1]}" if _NEXT.match(listener.after(index)) else said
        heard: tuple[tuple[Literal["shown", "missed"], Signs, str], ...]
        heard = (("shown", _SHOWN, said), ("missed", _MISSED, both))
        for polarity, signs, words in heard:
            strongest: dict[str, float] = {}
            for sign in signs.found(words):
                strongest[sign.kind] = strongest.get(sign.kind, 0) / 2 + sign.weight
            for behaviour, weight in strongest.items():
                weight = _weighed(weight, behaviour, said, call, who)
                if weight >= ENOUGH:
                    passage = listener.passage(index, 45 if words is said else len(words))
                    claim = TrustClaim(
                        behaviour=cast(TrustBehaviour, behaviour),
                        who=who,
                        polarity=polarity,
                        quotes=quotes(passage),
                    )
                    found.append((weight, index, claim, passage))
    found.sort(key=lambda one: (-one[0], one[1]))
    kept: dict[tuple[str, str, str], TrustClaim] = {}
    turns: list[int] = []
    for _, _, claim, passage in found:
        key = (claim.behaviour, claim.who, claim.polarity)
        if key not in kept and all(abs(passage[0].turn - turn) > 1 for turn in turns):
            kept[key] = claim
            turns.append(passage[0].turn)
    return tuple(kept.values())[:KEPT]


def _weighed(weight: float, behaviour: str, said: str, call: Call, who: str) -> float:
    if _REPORTED.search(said) or _UNREAL.search(said):
        weight -= 2
    if behaviour in ("knowledge_boundaries", "communication"):
        # It is the mentor's knowledge and interests that the mentee has to know the limits of.
        weight += 0.5 if call.relationship.role_of(who) == "mentor" else -1
    if behaviour == "accountability" and _ABOUT_OTHERS.search(said):
        weight -= 1
    return weight
