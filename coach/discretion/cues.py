"""How people say that something is not for others.

Each cue is data: a pattern over words in their common form (`dialect.common_form`), one sentence
that it hears and one that it must not. A cue is written as a frame (a refusal, a verb of telling,
somebody who is not to hear) rather than as a phrase, so that it hears ways of saying it that
nobody listed. What is missed all the same is one more cue with its two sentences.
"""

from __future__ import annotations

import re

from coach.discretion.exchange import EXCHANGE
from coach.discretion.frames import TELL, Cue
from coach.discretion.hints import HINTS
from coach.discretion.keeping import KEEPING
from coach.discretion.knowing import KNOWING
from coach.discretion.requests import REQUESTS

CUES: tuple[Cue, ...] = (*REQUESTS, *HINTS, *KNOWING, *KEEPING, *EXCHANGE)
"""All of them. Words with no cue near are never withheld."""

OPENING: tuple[Cue, ...] = tuple(cue for cue in CUES if cue.opens)
PROLONGING: tuple[Cue, ...] = tuple(cue for cue in CUES if cue.kind not in ("spares", "delicate"))

SAY = re.compile(rf"\b{TELL}\b")
"""A cue with a verb of telling may as well speak of what was told before."""
