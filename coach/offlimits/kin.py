"""Forms of one word: what inflection and the common endings make of it, in any spelling.

Two words are kin where they begin alike and each goes on with an ending that English adds there:
"divorce" and "divorcing", "salary" and "salaries", "deploy" and "deployment".
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’]s?$")

_ADDED = frozenset(
    """
    s es ed er ers or ors ing ings ment ments al als ance ances ant ants ence ent ion ions ation
    ations ship ships ly able ible age ages ist ists ism ful less ness ee ees hood ure ures
    """.split()
)
"""Endings put behind a whole word."""
_FOR_E = frozenset(
    """
    e es ed er ers or ors ing ings ion ions ation ations al als able ible age ages ance ances ment
    ments ure ures ity ities ist ists ant ants ee ees ate ates ated ating
    """.split()
)
"""Endings in the place of an e."""
_FOR_Y = frozenset("y ys ies ied ying yer ier iers iest iage iages ily iness ation".split())
"""Endings in the place of a y."""
_FOR_T = frozenset("t ts ce ces cy cies tly".split())
"""Endings in the place of a t: pregnant, pregnancy; absent, absence."""
_FORMS = frozenset("s es ed ing ings er ers".split())
"""All that a word of three letters or fewer takes: "pay" and "pays", but not "car" and "carage"."""
_SHORT = 3

_IRREGULAR = {
    "children": "child",
    "men": "man",
    "women": "woman",
    "wives": "wife",
    "lives": "life",
    "paid": "pay",
    "fought": "fight",
    "sold": "sell",
    "bought": "buy",
    "lent": "lend",
    "wed": "wedding",
    "died": "die",
    "dying": "die",
    "drunk": "drink",
    "drank": "drink",
}
_SPELLINGS = (
    (re.compile(r"(?<=\w{3})our(?=$|s$|ed$|ing$|er$|al$)"), "or"),
    (re.compile(r"(?<=\w{3})is(?=e$|es$|ed$|ing$|ation$|ations$)"), "iz"),
    (re.compile(r"(?<=\w)ll(?=ed$|ing$|er$)"), "l"),
    (re.compile(r"mme(?=$|s$)"), "m"),
)
"""British ways of writing, as Americans write."""


@dataclass(frozen=True)
class Spoken:
    """The words of a text, plain; and those with a capital as they stand, for names."""

    words: frozenset[str]
    capitals: frozenset[str]

    @classmethod
    @lru_cache(maxsize=2_000)
    def of(cls, text: str) -> Spoken:
        """Take a text apart. A word with a hyphen is its parts, and all of it together."""
        found = [_POSSESSIVE.sub("", word) for word in _WORD.findall(text)]
        parts = [part for word in found for part in (*word.split("-"), word.replace("-", ""))]
        return cls(
            frozenset(map(plain, parts)),
            frozenset(part for part in parts if part[:1].isupper()),
        )

    def has(self, word: str) -> bool:
        """Does it hold this plain word, in any of its forms?"""
        return word in self.words or any(kin(word, said) for said in self.words)


@lru_cache(maxsize=20_000)
def plain(word: str) -> str:
    """A word without case and accents, as an American writes it, the irregular ones as listed.

    >>> plain("Résumé"), plain("wives"), plain("organisations")
    ('resume', 'wife', 'organizations')
    """
    bare = unicodedata.normalize("NFKD", word.casefold().replace("’", "'"))
    bare = "".join(sign for sign in bare if not unicodedata.combining(sign))
    for british, american in _SPELLINGS:
        bare = british.sub(american, bare)
    return _IRREGULAR.get(bare, bare)


@lru_cache(maxsize=50_000)
def kin(one: str, other: str) -> bool:
    """Are these forms of one word?

    >>> kin("divorce", "divorcing"), kin("salary", "salaries"), kin("plan", "planning")
    (True, True, True)
    >>> kin("plan", "plane"), kin("car", "care"), kin("part", "party")
    (False, False, False)
    """
    if one == other:
        return True
    if not one or not other or one[0] != other[0]:
        return False
    shared = _shared(one, other)
    return any(_fit(one[:at], one[at:], other[at:]) for at in range(shared, 1, -1))


def _fit(stem: str, first: str, second: str) -> bool:
    if not first or not second:
        ending = first or second
        doubled = ending[0] == stem[-1] and ending[1:] in ("ed", "er", "ers", "ing", "ings")
        return ending in (_FORMS if len(stem) <= _SHORT else _ADDED) or doubled
    if len(stem) < _SHORT:
        return False
    if len(stem) == _SHORT:
        return {first, second} <= {"e", "es", "ed", "ing"} or {first, second} <= {"y", "ies", "ied"}
    return any({first, second} <= endings for endings in (_ADDED, _FOR_E, _FOR_Y, _FOR_T))


def _shared(one: str, other: str) -> int:
    pairs = zip(one, other, strict=False)
    return next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))
