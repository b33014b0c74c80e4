"""Cues: what people say, as data. Each carries a sentence that it fits and one that it must not.

Both are run as tests, so a cue that nobody can illustrate does not get in.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property


@dataclass(frozen=True)
class Cue:
    """A way of saying something: `fits` shows it, `but_not` shows where it stops.

    >>> thanks = Cue("thanks", r"\\bthank you\\b", fits="Thank you!", but_not="Thankless work.")
    >>> bool(thanks.search(plain("Well, thank you.")))
    True
    """

    name: str
    pattern: str
    fits: str
    but_not: str
    weight: float = 1.0

    def search(self, text: str) -> re.Match[str] | None:
        """Look for the cue in `plain` text."""
        return self.regex.search(text)

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The pattern, compiled when it is first asked for."""
        return compiled(self.pattern)


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern of the tables, compiled when it is first asked for: hardly any call needs all."""
    return re.compile(pattern)


def plain(text: str) -> str:
    """Lower case and straight apostrophes; offsets stay those of `text`.

    The department stays in capitals, so that nothing takes it for a pronoun.

    >>> plain("I’ll DO it"), plain("I'll ask IT.")
    ("i'll do it", "i'll ask IT.")
    """
    lowered = text.lower()
    if "IT" in text and len(lowered) == len(text) and not text.isupper():
        for named in _DEPARTMENT.finditer(text):
            lowered = f"{lowered[: named.start()]}IT{lowered[named.end() :]}"
    if text.isascii():
        return lowered
    return (lowered if len(lowered) == len(text) else text).translate(_STRAIGHT)


_DEPARTMENT = re.compile(r"\bIT\b")
_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"'})
