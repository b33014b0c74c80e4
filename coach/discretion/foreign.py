"""Turns in no words that the rules know: another language, another script, a cipher.

People of two languages change between them, so such a turn may well be talk; but rules for English
hear nothing in it, and it must not stand between what they do hear.
"""

from __future__ import annotations

import re

from coach.cues import plain
from coach.discretion.everyday import COMMON
from coach.discretion.talk import FUNCTION
from coach.records import Transcript

WORDS = 6
"""In fewer words there may be none of everyday English: "Gandhi Jayanti, Thursday, third"."""
SHARED = 10
"""Words of another language among which one may look like English: "a", "no", "die"."""
LETTERS = 8
"""Letters of another script that are more than a name."""
RARE = 10
"""Of so many turns one at most is in another language, where the call is in English."""

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_ENGLISH = COMMON | FUNCTION


def turns_in_other_words(transcript: Transcript) -> frozenset[int]:
    """The turns in no words of English; none, where much of the call is in another language."""
    found = [n for n, turn in enumerate(transcript.turns) if is_in_other_words(turn.text)]
    return frozenset(found if RARE * len(found) <= len(transcript.turns) else ())


def is_in_other_words(text: str) -> bool:
    """Is hardly a word of everyday English among so many, or are most letters of another script?

    >>> is_in_other_words("Schreib bitte alles auf, dann gehen wir nach Hause.")
    True
    >>> is_in_other_words("Gantt chart, PowerPoint, triangles, everything, and the budget.")
    False
    """
    words = _WORD.findall(plain(text))
    letters = [letter for word in words for letter in word if letter != "'"]
    far = sum(letter > "\u024f" for letter in letters)
    if far >= LETTERS and 2 * far > len(letters):
        return True
    return len(words) >= WORDS and SHARED * sum(map(_ENGLISH.__contains__, words)) <= len(words)
