"""One clause that may be a promise, with what it rests on.

forms        the wordings that carry one; scopes    what only looks like one
adjacency    asking and answering, the two halves of one that two people make together
results      promised by what comes of it; deed, smoothing    what is to be done, as spoken
thread       one thing that one person promised, wherever in the call it is spoken of
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property

from coach.cues import plain
from coach.dates import Spoken
from coach.reading.speech import Sentence
from coach.reading.words import content

TIMELESS = ("present", "am_doing", "result_now", "you_get_it")
"""Forms that tell of habits as often as of what is to come; a day makes them promises."""
THOUGHTS = ("could", "can", "have_to")
"""Forms that say what may or must be: another word settles it."""
RESULTS = ("result", "result_yours", "result_now", "you_get_it")
"""Forms that promise a deed by what comes of it."""
LASTS = ("till", "until", "til", "'til", "up to")
"""Prepositions that say how long, not by when."""
INTO_THE_AIR = "said into the air -0.4"
"""The reason against a promise that is for nobody, tied to nothing, and that nobody asked for."""
_WAITING = re.compile(r"\b(?:if|next time|once|as soon as)\b")


@dataclass(frozen=True)
class Promise:
    """A clause that may be a promise, with the weight of the evidence for it."""

    owner: str
    sentence: Sentence
    start: int
    end: int
    form: str
    deed: str
    """the verb phrase after the form, as spoken"""
    weight: float
    due: Spoken | None = None
    told_in: Sentence | None = None
    """where the day stands, if not in `sentence`"""
    conditional: bool = False
    request: Sentence | None = None
    """what the other one asked for, where this answers it"""
    reasons: tuple[str, ...] = field(default=())

    @cached_property
    def subject(self) -> frozenset[str]:
        """Content words of the deed, or of the request where the deed has none of its own."""
        own = content(self.deed)
        return own or (self.request.content if self.request else own)

    @property
    def begins(self) -> int:
        """Where the deed begins in the sentence."""
        found = self.sentence.text.find(self.deed)
        return found if found >= 0 else self.start

    @property
    def conditional_first(self) -> bool:
        """Does it say "if" before it says what follows: "If he says no, I phone you"?"""
        said = plain(self.sentence.text[: self.end])
        return bool(_WAITING.search(said[: max(0, said.rfind(plain(self.deed)))]))

    @property
    def said_by(self) -> str | None:
        """Whose words the deed is in: a request was put by the other one."""
        asked = self.form == "request" and self.request
        return asked.speaker if asked else self.owner

    @property
    def dated_in(self) -> Sentence:
        """The sentence that tells its day."""
        return self.told_in or self.sentence

    @property
    def turns(self) -> tuple[int, ...]:
        """Every turn it rests on."""
        asked = (self.request.turn,) if self.request else ()
        return (*asked, *(turn for turn, _ in self.sentence.quotes(self.start, self.end)))
