"""What a wording has to keep to: what was said, and how the coach speaks."""

from __future__ import annotations

import re
from collections.abc import Iterable

from coach.after.tying import Ties
from coach.evidence import locate

LONGEST_TITLE, LONGEST_QUESTION = 160, 220
"""Characters."""
_QUOTED = re.compile(r"[\"“]([^\"“”]+)[\"”]")
_VOICE = re.compile(r"!|\bI\b|\bI['’]|[\U0001f000-\U0001faff\u2600-\u27bf]|\n")
_OPEN = re.compile(r"(?:what|how|which|when|who|whom|whose|where)\b", re.IGNORECASE)
_LEADS = re.compile(
    r"\b(?:why (?:not|don['’]t|didn['’]t)|have you (?:thought|considered|tried)|shouldn['’]t|"
    r"wouldn['’]t it|don['’]t you|isn['’]t it|aren['’]t you|still (?:not|haven['’]t)|"
    r"you should|you need to|you must)\b",
    re.IGNORECASE,
)


class Said:
    """The words that a wording may draw on."""

    def __init__(self, texts: Iterable[str], names: Iterable[str]) -> None:
        """`texts` that were said or written before; `names` of the two."""
        self._texts = [text for text in texts if text]
        self._ties = Ties(self._texts, names, ())

    def bears(self, text: str, longest: int = LONGEST_TITLE) -> bool:
        """Is this a wording of what was said, in our voice, with its quotes letter for letter?"""
        return (
            0 < len(text.strip()) <= longest
            and not _VOICE.search(text)
            and self._ties.hold(text)
            and all(map(self._stands, _QUOTED.findall(text)))
        )

    def asks(self, text: str) -> bool:
        """Is it one open question about what was said, leading nowhere?"""
        return (
            self.bears(text, LONGEST_QUESTION)
            and text.count("?") == 1
            and text.rstrip().endswith("?")
            and bool(_OPEN.match(text.strip()))
            and not _LEADS.search(text)
        )

    def _stands(self, quote: str) -> bool:
        return any(locate(quote, text) for text in self._texts)
