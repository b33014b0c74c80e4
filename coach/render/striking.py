"""What words that are taken back took with them, and where copies of them remain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.render.page import counted

if TYPE_CHECKING:
    from coach.store import Struck

REMAINS = (
    "What remains is out of reach from here: the file you read it from, the recording, what your "
    "partner was sent, files you exported, and backups of this disk."
)
_CALLED = {"points": "other point"}


def struck_told(struck: Struck) -> str:
    """What goes, or went: "words in 2 turns, 1 promise"."""
    said = [
        counted(number, _CALLED.get(what, what.removesuffix("s")))
        for what, number in struck._asdict().items()
        if number
    ]
    return f"words in {', '.join(said)}" if struck.turns else ", ".join(said) or "nothing"
