"""Whether a place of a call speaks of a promise at all.

One word in common is no account: any call has a page, a phone, a question. So what is said around
the place is counted: its words, those less that most calls hold (`common_words`), the part of
all its words that is heard, its day, its verb told as done or named as the deed that both know of,
its thing as the other one's, and what the other one promised alike. The figures were set by hand;
weights learned with relationships left out do no better.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from math import fsum

from coach.reading.updates.account import is_heading, points_back
from coach.reading.updates.common_words import TABLE
from coach.reading.updates.deverbal import deed_of
from coach.reading.updates.ground import Ground
from coach.reading.updates.outcomes import Outcome
from coach.reading.updates.resolution import asks
from coach.reading.updates.whose_deed import other_than
from coach.records import Commitment
from coach.scale import Scale

AROUND, BESIDE = 12, 2
"""Sentences before a place, and after it, in which the words of a promise still name it, and in
which its day or its verb does."""
STANDS = 6
"""Sentences for which what the other one promised alike still stands in the talk."""
NAMED = 0.3
"""How telling what is shared must be for a question, or the other one's half, to name a promise."""
SPOKEN_OF = Scale(
    {
        "words": 1.0,
        "share": 1.0,
        "day": 0.7,
        "that_day": 0.3,
        "echo": 0.7,
        "deed": 0.7,
        "yours": 0.5,
        "alike": 0.4,
    },
    bias=-0.8,
)
"""What must come together: a day alone is not enough, nor a verb, nor a word of every call."""
_OF_THE_TELLER = re.compile(r"\b(?:i|i'm|i've|i'd|we|my|me)\b")
_OF_YOU = re.compile(r"\b(?:you|your|yours|you've|you'd|thank|thanks)\b")


def is_spoken_of(ground: Ground, promise: Commitment, outcome: Outcome) -> bool:
    """Does the call speak of this promise where an outcome of it was read, and not only seem to?"""
    shown = _shown(ground, promise, outcome.where)
    if not SPOKEN_OF.holds(shown):
        return False
    return outcome.status != "done" or not (
        _is_a_mere_word(shown) and _is_a_story(ground, promise, outcome)
    )


def _shown(ground: Ground, promise: Commitment, where: range) -> dict[str, float]:
    """What speaks for the promise in these sentences and around them, and how much."""
    weights, heard = ground.errands[promise.id], _heard(ground, promise, where)
    beside, before = _wider(where, BESIDE), range(where.start - STANDS, where.stop)
    days, echoes = ground.days[promise.id].intersection(beside), ground.echoes[promise.id]
    said = ground.call.sentences
    alike = [ground.shared[other] for other in ground.alike[promise.id]]
    return {
        "heard": len(heard),
        "words": fsum(weights[word] * TELLING.get(word, 1.0) for word in heard),
        "share": fsum(weights[word] for word in heard) / (fsum(weights.values()) or 1.0),
        "day": float(bool(days)),
        "that_day": float(any(points_back(said[at].text) for at in days)),
        "echo": max(echoes.get(at, 0.0) for at in beside),
        "deed": float(_is_deed_known(ground, promise, beside)),
        "yours": float(not ground.yours[promise.id].isdisjoint(beside)),
        "alike": max((each.get(at, 0.0) for each in alike for at in before), default=0.0),
    }


def _heard(ground: Ground, promise: Commitment, where: range) -> list[str]:
    """The words of the promise that are said around these sentences."""
    around, places = _wider(where, AROUND), ground.naming[promise.id]
    return [word for word, said in places.items() if any(index in around for index in said)]


def _is_deed_known(ground: Ground, promise: Commitment, beside: range) -> bool:
    """Is the deed spoken of as a thing that both know of ("And the call?")?"""
    other, said = other_than(promise.owner, ground.call), ground.call.sentences
    return any(
        deed.is_known_in(said[index].text)
        for word, places in ground.naming[promise.id].items()
        if (deed := deed_of(promise.action, word, other))
        for index in places
        if index in beside
    )


def _is_a_mere_word(shown: Mapping[str, float]) -> bool:
    """Is one word all that is heard of the promise?"""
    is_named_otherwise = any(shown[sign] for sign in ("day", "echo", "deed", "yours"))
    return shown["heard"] == 1 and not is_named_otherwise and shown["alike"] < NAMED


def _is_a_story(ground: Ground, promise: Commitment, outcome: Outcome) -> bool:
    """Did nobody ask for it by that word, and does it concern none but its teller?

    "I met Petra at the market" is no answer to who was to ask Petra for the recipe.
    """
    shared, told = ground.shared[promise.id], " ".join(each.plain for each in outcome.proof)
    before = ground.call.sentences[max(0, outcome.where.start - AROUND) : outcome.where.stop]
    is_asked_for = any(
        shared.get(each.index, 0.0) >= NAMED and (asks(each.plain) or each.hear(is_heading))
        for each in before
    )
    is_tellers_own = bool(_OF_THE_TELLER.search(told)) and not _OF_YOU.search(told)
    return is_tellers_own and not is_asked_for


def _wider(where: range, by: int) -> range:
    return range(where.start - by, where.stop + by)


def _telling() -> dict[str, float]:
    rows = [line.split() for line in TABLE.strip().splitlines()]
    return {word: float(much) for much, *words in rows for word in words}


TELLING: Mapping[str, float] = _telling()
"""How much a word that most calls hold tells of any one promise; every other word tells 1."""
