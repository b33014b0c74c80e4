"""How people say that something is not for others.

Each cue is data: a pattern over words in their common form (`dialect.common_form`), one sentence
that it hears and one that it must not. A cue is written as a frame (a refusal, a verb of telling,
somebody who is not to hear) rather than as a phrase, so that it hears ways of saying it that
nobody listed. What is missed all the same is one more cue with its two sentences.

    requests, hints, knowing, keeping    who asks for silence, and how; frames    their parts
    exchange     the move before a secret and its answer; confiding    matters that people confide
    denials      what takes a cue back; resuming    that silence is over
    marks        how talk opens and leaves a subject; lexicon    classes of words
"""

from __future__ import annotations

import re

from coach.discretion.cues.exchange import EXCHANGE
from coach.discretion.cues.frames import TELL, Cue
from coach.discretion.cues.hints import HINTS
from coach.discretion.cues.keeping import KEEPING
from coach.discretion.cues.knowing import KNOWING
from coach.discretion.cues.requests import REQUESTS

CUES: tuple[Cue, ...] = (*REQUESTS, *HINTS, *KNOWING, *KEEPING, *EXCHANGE)
"""All of them. Words with no cue near are never withheld."""

OPENING: tuple[Cue, ...] = tuple(cue for cue in CUES if cue.opens)
PROLONGING: tuple[Cue, ...] = tuple(cue for cue in CUES if cue.kind not in ("spares", "delicate"))

SAY = re.compile(rf"\b{TELL}\b")
"""A cue with a verb of telling may as well speak of what was told before."""
