"""Promises that the other one releases from: "No, don't trouble yourself." And those that stand."""

from __future__ import annotations

import re

from coach.cues import plain
from coach.reading import Call
from coach.reading.promise import Promise

TAG = re.compile(
    r",?\s*(?:ok|okay|all ?right|alright|yeah|right|no|eh|if that's ok(?:ay)?|shall i)\?\s*$"
)
_RELEASED = re.compile(
    r"^(?:oh |ah |well |um )*no[,.]? (?:no|don't|leave|you don't|need|i'll|let me|please)"
    r"|^(?:don't (?:bother|worry|you)|you don't (?:need|have)|no need|no rush to|leave it)\b"
)
_GIVES_IN = re.compile(
    r"^(?:\W*(?:oh|well|okay|ok|all ?right|alright|fine|then|so|right|if you(?:'re| are) sure)\b)*"
    r"\W*(?:thank you|thanks|ta|cheers|that(?:'s| is) (?:very |really |so )?(?:kind|good of you)"
    r"|if you(?:'re| are) (?:sure|passing|going)|i won't say no|go on,? then)\b"
)
"""How one lets the other do what one said they need not do."""
_LIKES_TO = re.compile(
    r"^\W*(?:no|ah|oh|but|ha)?\W*(?:i (?:like|love|enjoy|want to|insist|don't mind)"
    r"|(?:it's|that's) (?:no (?:trouble|bother|problem)|my pleasure|nothing|fine)|it's better)\b"
)
"""“I like it.” “It’s no trouble.” """


def is_released(promise: Promise, reply: str, call: Call) -> bool:
    """Need its owner not do it, by what the other one says next, and do they leave it at that?"""
    return bool(_RELEASED.search(reply)) and not _stands(promise, call)


def _stands(promise: Promise, call: Call) -> bool:
    """Is it no release after all: of something else, or given up for thanks?"""
    return _asks_after(promise, call) or _is_insisted_on(promise, call) or _likes_to(promise, call)


def _likes_to(promise: Promise, call: Call) -> bool:
    """ "No, don't spoil your train." "I like it." The one who promised holds to it."""
    near = call.sentences[promise.sentence.index + 1 : promise.sentence.index + 12]
    replied = promise.sentence.last_turn + 1
    own = (s for s in near if s.speaker == promise.owner and replied < s.turn <= replied + 2)
    return any(_LIKES_TO.search(s.plain) for s in own)


def _is_insisted_on(promise: Promise, call: Call) -> bool:
    """ "You don't have to." "I'm passing anyway." "Okay, then thank you." """
    replied = promise.sentence.last_turn + 1
    return any(
        sentence.speaker != promise.owner
        and replied + 1 < sentence.turn <= replied + 3
        and _GIVES_IN.search(sentence.plain)
        for sentence in call.sentences[promise.sentence.index + 1 : promise.sentence.index + 20]
    )


def _asks_after(promise: Promise, call: Call) -> bool:
    """ "I write to them tonight. Like this?" "No, please": what is refused is what was asked."""
    rest = call.sentences[promise.sentence.index + 1 : promise.sentence.index + 5]
    own = [s.text for s in rest if s.turn == promise.sentence.last_turn]
    return bool(own) and own[-1].rstrip().endswith("?") and not TAG.search(plain(own[-1]))
