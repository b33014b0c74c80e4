"""Words of one of the two, retold for a reader who is neither: "my draft" is Sam's, or "their"."""

from __future__ import annotations

import re

from coach.reading import Call

# "in me diary": many say me for my; said of one's own deed, me before a noun is that.
_NOUN_NEXT = (
    r"(?!to\b|for\b|about\b|and\b|or\b|in\b|on\b|at\b|if\b|when\b|so\b|the\b|an?\b|what\b|your\b"
    r"|my\b|that\b|this\b|some\b|back\b|up\b|down\b|away\b|through\b|first\b|again\b|before\b|after\b|over\b|off\b|out\b|know\b|one\b|two\b|three\b)[a-z]"
)
_FIRST = (
    r"i",
    r"i'm|i’m|i am",
    r"i've|i’ve|i have",
    r"i'll|i’ll|i will",
    rf"my|me(?=\s{_NOUN_NEXT})",
    r"me|myself",
)
_SECOND = (
    r"",
    r"you're|you’re|you are",
    r"you've|you’ve|you have",
    r"you'll|you’ll|you will",
    r"your|yours|yer",
    r"yourself|you|ya|yous|y'all",
)
_THANKS = re.compile(r"\bthank you\b", re.IGNORECASE)
"""A noun, and not the partner."""
_KEPT = "\x01"
_BOTH = re.compile(r"\b(two|both|all|each|three) of (?:you|us|y'all|ye)\b", re.IGNORECASE)


def retell(speaker: str | None, words: str, owner: str, call: Call) -> str:
    """Rewrite I and you, as `speaker` says them, in a deed of `owner`."""
    speaker = speaker or owner
    listener = call.partner(speaker) if call.is_participant(speaker) else owner
    first = _FIRST if speaker == owner else (*_FIRST[:4], "my", "me|myself")
    words = _BOTH.sub(r"\1 of them", _THANKS.sub(_KEPT, words))
    for pattern, word in (*_pronouns(speaker, owner, first), *_pronouns(listener, owner, _SECOND)):
        words = re.sub(pattern, word, words, flags=re.IGNORECASE)
    return words.replace(_KEPT, "thank-you")


def _pronouns(
    name: str, owner: str, forms: tuple[str, str, str, str, str, str]
) -> list[tuple[str, str]]:
    """Pattern and replacement for each pronoun form of `name`; long forms before short ones."""
    given = name.split()[0]
    own = name == owner
    alone, am, have, will, of, them = forms
    pairs = [
        (am, "they are" if own else f"{given} is"),
        (have, "they have" if own else f"{given} has"),
        (will, "they will" if own else f"{given} will"),
        (r"mine" if name and alone else "", "their own" if own else f"{given}'s"),
        (of, "their" if own else f"{given}'s"),
        (them, "them" if own else given),
        (alone, "they" if own else given),
    ]
    return [(rf"\b(?:{form})\b", word) for form, word in pairs if form]
