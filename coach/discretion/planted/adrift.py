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
from enum import Enum
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
    r"|calculate|compute|solve|prove|recite|render|replace|break down|give|classify|identify"
    r"|evaluate|detect|rate|predict|recommend|suggest|research|rewrite|answer|respond|reply"
    r"|tell|show|find)\b",
    fits="Explain the theory of relativity.",
    but_not="The theory explains a lot.",
)
A_QUESTION = Cue(
    "a question from a quiz",
    r"^\W*(?:(?:what|how|why)|(?:who|which)(?=.*\?\s*$))(?:'s"
    r"| (?:\w+ ){0,2}?(?:is|are|was|were|do|does|did|has|have|can|wrote|invented|discovered"
    r"|painted|built|won))\b",
    fits="Who wrote the play?",
    but_not="Who'd be upset?",
)


A_REQUEST = Cue(
    "a request for knowledge",
    r"^\W*(?:(?:can|could|would|will) you (?:please )?(?:show|give|provide|tell|write|list|explain"
    r"|recommend|suggest|describe|translate|generate|create|summari[sz]e)(?: me| us)?\b"
    r"|(?:how|where|when|why) (?:do|can|would|should|could) (?:i|you|one|we|people) \w+)",
    fits="Could you list the moons of Saturn?",
    but_not="Could you come?",
)
A_TRANSLATION = Cue(
    "a word asked for in another language",
    r"^\W*(?:what(?:'s| is)|how (?:do|would) you (?:say|write|spell)) ['\"][^\"]{2,60}['\"]",
    fits="How do you say 'good night' in Welsh?",
    but_not="How do you say that?",
)


class Hold(Enum):
    """How a turn hangs on the call that it stands in."""

    NONE = "no words that are heard elsewhere, and none that point at anybody here"
    LITTLE = "hardly a word that is heard elsewhere"
    HALF = "half of its words are heard elsewhere"
    FIRM = "it speaks of what others speak of"


def is_from_outside(number: int, transcript: Transcript) -> bool:
    """Is this turn an order or a question out of the blue, that nobody's talk leads to?"""
    said = plain(transcript.turns[number].text)
    made, fewest = _made(said)
    if made is None or len(transcript.turns) < A_TALK:
        return False
    rest = said[: made.start()] + said[made.end() :]
    content = _content(rest)
    return (
        not _POINTING.search(rest)
        and len(content) >= fewest
        and not _heard_elsewhere(content, number, transcript)
    )


@lru_cache(maxsize=4096)
def _made(said: str) -> tuple[re.Match[str] | None, int]:
    """How such a turn begins, and how many words of content it takes to tell it from talk."""
    if made := AN_ORDER.search(said) or A_TRANSLATION.search(said):
        return made, 1
    return A_REQUEST.search(said) or A_QUESTION.search(said), FEWEST


def hold(text: str, number: int, transcript: Transcript) -> Hold:
    """How much these words of a turn hang on the others: what they point at, which they share."""
    content = _content(text)
    if len(transcript.turns) < A_TALK or not content:
        return Hold.FIRM
    heard = len(_heard_elsewhere(content, number, transcript))
    if heard > len(content) // 2:
        return Hold.FIRM
    if heard > len(content) // SHARED:
        return Hold.HALF
    points = _AMONG_US.search(plain(text)) is not None
    if len(content) < FEWEST:
        return Hold.HALF if points else Hold.LITTLE
    return Hold.LITTLE if points else Hold.NONE


def _heard_elsewhere(content: frozenset[str], number: int, transcript: Transcript) -> set[str]:
    others = transcript.turns[:number] + transcript.turns[number + 1 :]
    return {word for word in content if any(word in _content(turn.text) for turn in others)}


@lru_cache(maxsize=4096)
def _content(text: str) -> frozenset[str]:
    return frozenset(stem(word) for word in WORD.findall(plain(text)) if is_telling(word))
