"""Finding by words: BM25 over the notes that one role may see, and over no others.

Counted afresh a search: a relationship has hundreds of notes, and a full-text table would hold
every private word a second time, and let the words of one room weigh on the ranks of another.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from math import log

SATURATION = 1.2
LENGTH_WEIGHT = 0.75

_WORD = re.compile(r"[^\W_]+")
_ENDING = re.compile(r"(?:ies|ied|ing|ed|es|s|e|y)$")


def stems(text: str) -> list[str]:
    """The words of a text without case and the commonest English endings.

    >>> stems("She tried sending the agendas")
    ['she', 'tr', 'send', 'the', 'agenda']
    """
    words = _WORD.findall(text.replace("’", "'").replace("'", "").casefold())
    return [_ENDING.sub("", word) if len(word) > 3 else word for word in words]


def rank(query: str, texts: Mapping[str, str]) -> list[tuple[str, float]]:
    """The texts (by id) that share a word with the query, with their BM25 score, best first.

    >>> rank("grant report", {"a": "The report is late.", "b": "Call the donor."})[0][0]
    'a'
    """
    wanted = set(stems(query))
    counts = {one: Counter(stems(text)) for one, text in texts.items()}
    holding = Counter(word for words in counts.values() for word in wanted & words.keys())
    rarity = {word: log(1 + (len(texts) - n + 0.5) / (n + 0.5)) for word, n in holding.items()}
    mean = sum(words.total() for words in counts.values()) / (len(counts) or 1)

    def score(words: Counter[str]) -> float:
        room = SATURATION * (1 - LENGTH_WEIGHT + LENGTH_WEIGHT * words.total() / mean)
        return sum(
            rarity[word] * words[word] * (SATURATION + 1) / (words[word] + room)
            for word in wanted & words.keys()
        )

    scored = [(one, score(words)) for one, words in counts.items() if wanted & words.keys()]
    return sorted(scored, key=lambda found: (-found[1], found[0]))
