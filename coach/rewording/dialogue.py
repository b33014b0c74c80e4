"""One gap talked through: one open question at a time, until the answer is specific.

It goes on from the last answer, takes up its vaguest word, never presses: a person who answers
nothing, or says that there is nothing to say, is left in peace.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from coach.asking import is_vague, vague_word

if TYPE_CHECKING:
    from coach.rewording.reworder import Reworder

MOST = 3
"""Questions about one gap."""
_ENDS = re.compile(
    r"(?:nothing|no(?:ne|pe)?|not (?:yet|now|really)|skip|pass|later|(?:i )?(?:don['’]?t|do not) "
    r"(?:know|want)\b.*|(?:i['’]d )?rather not.*|n/?a)\W*",
    re.IGNORECASE,
)
_TAKEN_UP = (
    'What does "{word}" stand for here?',
    'What would somebody else see of "{word}"?',
)


def left_open(person: str, question: str, written: str, others: Sequence[str] = ()) -> str | None:
    """What a written answer leaves to ask; None where nothing is.

    Its lines are taken as what was said one after the other, so that a line below a vague one
    answers the question about it, and no question comes twice.

    >>> left_open("Ana", "What comes first?", "work on the soil", ["Where will it show?"])
    'Where will it show?'
    >>> left_open("Ana", "What comes first?", "work on the soil\\nTwo bags on Monday")
    """
    talk = Dialogue(person, question, others, ready_first=True)
    for line in filter(None, map(str.strip, written.splitlines())):
        talk.answer(line)
    return talk.question if talk.said else None


@dataclass
class Dialogue:
    """The talk about one gap. `question` is what is asked now; None when it is over.

    >>> talk = Dialogue("Ana", "What is the first step in the garden?")
    >>> talk.answer("work on the soil somehow")
    'What does "work on" stand for here?'
    >>> talk.answer("Order two bags of compost on Monday.") is None
    True
    """

    person: str
    question: str | None
    others: Sequence[str] = ()
    """ready wordings for the same gap"""
    reworder: Reworder | None = None
    said: list[tuple[str, str]] = field(default_factory=list)
    """question and answer, in order"""
    notices: list[str] = field(default_factory=list)
    ready_first: bool = False
    """take up the answer's own words only when the ready wordings are used up"""

    def answer(self, text: str) -> str | None:
        """Take an answer; the next question, or None where none is needed or wanted."""
        asked, text = self.question, text.strip()
        if asked is None or not text:
            self.question = None
            return None
        self.said.append((asked, text))
        over = len(self.said) >= MOST or _ENDS.fullmatch(text) or not is_vague(text)
        self.question = None if over else self._next(asked, text)
        return self.question

    def _next(self, asked: str, text: str) -> str | None:
        ready = self._ready(text)
        if ready is None or self.reworder is None:
            return ready
        earlier = "\n".join(f"{q} — {a}" for q, a in self.said[:-1]) or "none"
        found = self.reworder.push_back(self.person, asked, text, ready, earlier)
        if found.notice:
            self.notices.append(found.notice)
            self.reworder = None  # who failed once is not waited for again
        return found.value

    def _ready(self, text: str) -> str | None:
        """The answer's vaguest word taken up, or the gap in other words, whichever comes first."""
        before = {question for question, _ in self.said}
        word = vague_word(text)
        taken_up = (ask.format(word=word) for ask in _TAKEN_UP) if word else ()
        asks = (*self.others, *taken_up) if self.ready_first else (*taken_up, *self.others)
        return next((one for one in asks if one not in before), None)
