"""Turns that hang on nothing: they point at nobody, and nobody else has a word of them.

Talk holds together by words that point (at who speaks, who hears, what was just said) and by words
that come again (Halliday and Hasan, Cohesion in English, 1976). "Explain the theory of relativity"
between two turns about a rota does neither. One such turn may be a joke, so what has no pointing
word must also be made as an order to compose something, or as a question from a quiz. What points
at the hearer alone ("put it in your reply") is adrift if hardly a word of it is heard elsewhere,
and that alone proves nothing.
"""

from __future__ import annotations

import re
from functools import lru_cache

from coach.cues import Cue, plain
from coach.discretion.talk import WORD, is_telling, stem
from coach.records import Transcript

FEWEST = 2
"""One word of content may be a name or a mishearing: it takes two to speak of something else."""
SHARED = 5
"""Of so many words of content, one may be heard elsewhere too."""
A_TALK = 12
"""In fewer turns most words are said once, and nothing is told by that."""

_AMONG_US = re.compile(
    r"\b(?:i|i'\w+|me|my|mine|we|us|our|ours|he|him|his|she|her|hers|they|them|theirs?|here|then"
    r"|today|tonight|tomorrow|yesterday|again|too|let's)\b"
)
_POINTING = re.compile(
    rf"{_AMONG_US.pattern}|\b(?:you|yours?|it|its|that|this|these|those|there|now|so|else)\b"
)

AN_ORDER = Cue(
    "an order to compose",
    r"^\W*(?:explain|describe|define|summari[sz]e|outline|list|draft|write|compose|develop"
    r"|create|generate|produce|provide|translate|convert|paraphrase|discuss|analy[sz]e|compare"
    r"|calculate|compute|solve|prove|recite|render|replace|break down|give)\b",
    fits="Explain the theory of relativity.",
    but_not="The theory explains a lot.",
)
A_QUESTION = Cue(
    "a question from a quiz",
    r"^\W*(?:what|who|which|how|why)(?:'s| (?:\w+ ){0,2}?(?:is|are|was|were|do"
    r"|does|did|has|have|can|wrote|invented|discovered|painted|built|won))\b",
    fits="Who wrote the play?",
    but_not="Who'd be upset?",
)


def is_from_outside(number: int, transcript: Transcript) -> bool:
    """Is this turn an order or a question out of the blue, that nobody's talk leads to?"""
    said = plain(transcript.turns[number].text)
    order = AN_ORDER.search(said)
    made = order or A_QUESTION.search(said)
    if made is None or _POINTING.search(said) or len(transcript.turns) < A_TALK:
        return False
    content = _content(said[made.end() :])
    fewest = 1 if order else FEWEST
    return len(content) >= fewest and not _heard_elsewhere(content, number, transcript)


def is_adrift(number: int, transcript: Transcript) -> bool:
    """Does this turn speak of nobody here, with hardly a word that is heard in any other?"""
    text = transcript.turns[number].text
    if _AMONG_US.search(plain(text)) or len(transcript.turns) < A_TALK:
        return False
    content = _content(text)
    heard = _heard_elsewhere(content, number, transcript)
    return len(content) >= FEWEST and len(heard) <= len(content) // SHARED


def _heard_elsewhere(content: frozenset[str], number: int, transcript: Transcript) -> set[str]:
    others = transcript.turns[:number] + transcript.turns[number + 1 :]
    return {word for word in content if any(word in _content(turn.text) for turn in others)}


@lru_cache(maxsize=4096)
def _content(text: str) -> frozenset[str]:
    return frozenset(stem(word) for word in WORD.findall(plain(text)) if is_telling(word))
