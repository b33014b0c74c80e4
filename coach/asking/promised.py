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
"""What an action says of its owner, as one says it to them."""
_SOMEBODY = (
    r"(?:(?:Mr|Mrs|Ms|Dr)\.? )?(?!I\b)[A-Z][a-z][\w'’-]*(?: [A-Z][\w'’-]*)*"
    r"|(?:the|your) [\w'’-]+(?: (?!to|for|if|whether|that|about|on|in|at)[\w'’-]+)?"
)
_AGAIN = (
    r"(?:(?:every|each) (?:\w+ )?(?:day|night|morning|evening|week|weekend|month|time|lesson|class"
    r"|shift|meeting|call|round|\w+day)|an? (?:day|week|month))"
)
"""What makes a deed a habit: "each evening", "twice a week"."""
_NOUNS = {
    "whom": rf"asking (?P<noun>{_SOMEBODY})(?=$| (?:to|for|if|whether)\b)",
    "listener": rf"(?:telling|(?:speaking|talking) (?:to|with)|sitting down with"
    rf"|having (?:the|an?) (?:[\w-]+ ){{0,2}}(?:talk|conversation|word) with) (?P<noun>{_SOMEBODY})"
    r"(?=$|,| (?:that|about|why|what|how|if|whether|to|on|in|at)\b)",
    "habit": rf"(?P<noun>[\w-]+ing (?=.*\b{_AGAIN}\b).*)",
}
"""The blanks of a ready wording, beside `thing`, that a promise as a thing may fill."""


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


def nouns_in(thing: str) -> dict[str, str]:
    """Whom it asks, whom it is told, or the habit that it is.

    >>> nouns_in("asking Deb to come in"), nouns_in("telling your uncle about the van")
    ({'whom': 'Deb'}, {'listener': 'your uncle'})
    >>> nouns_in("writing one line each evening"), nouns_in("asking how it went")
    ({'habit': 'writing one line each evening'}, {})
    """
    found = {blank: re.match(pattern, thing) for blank, pattern in _NOUNS.items()}
    return {blank: match["noun"] for blank, match in found.items() if match}
