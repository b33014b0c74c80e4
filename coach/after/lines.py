"""A text as one line, so that nothing in it acts where it is shown."""

from __future__ import annotations

import re

_HARMFUL = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]+")
_UNSEEN = re.compile(
    r"[\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    r"\U000e0000-\U000e0fff]"
)
"""What is no word and does harm where words are shown: it acts, or hides, or turns them round."""


def one_line(text: str) -> str:
    """The text without line ends, control characters and what cannot be seen.

    >>> one_line("Ring\\u202e the\\nvet. ")
    'Ring the vet.'
    """
    return " ".join(_HARMFUL.sub(" ", _UNSEEN.sub("", text)).split())
