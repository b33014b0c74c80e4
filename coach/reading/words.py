"""The words that carry a sentence's subject matter, lightly stemmed.

>>> sorted(content("I'll send you the interview rubric on Tuesday"))
['interview', 'rubric']
"""

from __future__ import annotations

import re
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")

# Function words, fillers, and verbs so light that two promises may share them by chance.
_LIGHT = frozenset(
    """
    'em a about above actually after again all already also always am an and another any
    anybody anyone anything anyway april are aren't around as ask at august aw away aye back
    be because been before being below best better between big bit both bring but by call came
    can can't come could course day days december definitely did didn't do does doesn't doing
    don't done down each easy eh either em end er even ever every everybody everyone
    everything exactly fair february few find fine first for forget friday from gave get gets
    getting give go god goes going gonna good got gotta great ha had haha half hand has have
    haven't having he he'd he'll he's hear help her here hers herself him himself his hm hmm
    hold honestly hour hours how i i'd i'll i'm i've if in into is isn't it it'd it'll it's
    its january july june just keep kind know last later least leave less let let's like
    little long look lot love made make making many march may maybe me mean meself might mind
    mine minute minutes mm monday month months more morning most much must my myself need
    needs never new next nice night no nobody none nor not nothing november now october of off
    oh ok okay old on once one ones only onto or other our out over own part people perfect
    please point probably put quite rather ready really remember right round said same
    saturday saw say saying says see send sent september set shall she she'd she'll she's
    should so some somebody someone something soon sorry sound speak start still stop stuff
    such sunday super sure take talk tell than thank thanks that that'd that'll that's the
    their theirs them then there there's these they they'd they'll they're they've thing
    things think this those though three through thursday till time to today together told
    tomorrow tonight too took try tuesday two uh um until up us use used very want wanted was
    wasn't way we we'd we'll we're we've wednesday week weekend weeks well went were what
    what's whatever when where which while who who's whole why will with won't word work would
    write yeah year yep yes yet you you'd you'll you're you've your yours yourself
    mondays tuesdays wednesdays thursdays fridays saturdays sundays
    """.split()
)
_SUFFIX = re.compile(r"(?:'s|’s|ings?|ed|es|s)$")


def content(text: str) -> frozenset[str]:
    """The content words of `text`, lower case, without plural, -ed and -ing."""
    return frozenset(
        stem(word) for word in _WORD.findall(text.lower()) if word.replace("’", "'") not in _LIGHT
    )


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """`questions` and `question`, `booked` and `book` are one word; short words stay."""
    stripped = _SUFFIX.sub("", word)
    if len(stripped) < 3:
        return word
    return stripped[:-1] if len(stripped) > 4 and stripped[-1] == stripped[-2] else stripped


def count(text: str) -> int:
    """How many words `text` has."""
    return len(_WORD.findall(text))
