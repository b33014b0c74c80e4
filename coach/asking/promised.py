"""What a promise is called in a question to its owner: "making your list", and not "their list"."""

from __future__ import annotations

import re

from coach.asking.nouns import as_thing, short_quote
from coach.cues import plain
from coach.reading.words import content
from coach.records import Commitment

_THEY = re.compile(r"\b(?:they|their|theirs|them|themselves)\b", re.IGNORECASE)
_OTHERS = re.compile(r"\b(?:they|their|theirs|them|themselves)\b|(?<!\w)'em\b")
_TO_YOU = {
    "they": "you",
    "their": "your",
    "theirs": "yours",
    "them": "you",
    "themselves": "yourself",
}


def promised(promise: Commitment) -> str:
    """The promise as a thing; "messaging her" says too little, so then what was said."""
    thing = as_thing(promise.action)
    _, _, rest = thing.partition(" ")
    if thing.startswith('"'):
        return thing
    if content(rest):
        return _to_its_owner(thing, promise)
    own = [item.quote for item in promise.evidence if item.speaker == promise.owner]
    telling = max(own, key=lambda quote: len(content(quote)), default="")
    return f'"{short_quote(telling)}"' if content(telling) - content(thing) else thing


def _to_its_owner(thing: str, promise: Commitment) -> str:
    """An action says "they" of its owner; unless others were spoken of, that is "you"."""
    if not promise.evidence or any(_OTHERS.search(plain(item.quote)) for item in promise.evidence):
        return thing
    return _THEY.sub(lambda they: _TO_YOU[they[0].lower()], thing)
