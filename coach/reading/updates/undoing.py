"""Promises to end or to put off something: who has cancelled it has kept their word.

"I cancelled it" is a failure where it was to be held, and the very deed where it was to be
cancelled.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from coach.reading.doing import is_past, verb_of, verbs_of
from coach.reading.updates.resolution import Sign, Voice

_NOT_OWNER = {
    "owner": frozenset(("you", "he", "she", "they")),
    "partner": frozenset(("i", "he", "she", "they")),
    "third": frozenset(("i", "you")),
}
"""Who has not kept the word of its owner, as each voice says it."""
_DENIED = re.compile(r"n't\b|\b(?:not|never|nearly|almost|\w+nae)\b")
_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?")
_ENDINGS = ("moved", "called_off", "given_up", "scrap", "struck", "past_caring", "new_one")
"""Signs of an end, or of another day."""


def as_promised(
    signs: Sequence[Sign], said: str, action: str, voice: Voice = "owner"
) -> Iterator[Sign]:
    """The signs in what is `said`; one in the very verb of the promise tells that it was kept.

    >>> off = Sign("undone", "called_off", 2, 11)
    >>> [sign.sense for sign in as_promised([off], "i cancelled the gym.", "Cancel the gym")]
    ['done']
    >>> [sign.sense for sign in as_promised([off], "i cancelled the gym.", "Join the gym")]
    ['undone']
    """
    for sign in signs:
        is_kept = sign.name in _ENDINGS and _is_the_deed(sign, said, action, voice)
        yield replace(sign, sense="done", name="as_promised") if is_kept else sign


def _is_the_deed(sign: Sign, said: str, action: str, voice: Voice) -> bool:
    wanted = verbs_of(action)
    before = _WORD.findall(said[: sign.start])[-2:]
    words = _WORD.findall(said[sign.start : sign.end])
    deed = next((at for at, word in enumerate(words) if verb_of(word) in wanted), None)
    if deed is None or not is_past(words[deed]):
        return False
    leads_in = [*before, *words[:deed]]
    doers = {word.partition("'")[0] for word in leads_in}
    return doers.isdisjoint(_NOT_OWNER[voice]) and not _DENIED.search(" ".join(leads_in))
