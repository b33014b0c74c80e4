"""What a cue is, and the parts of one: who is not to hear, what is not to be said."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from coach.cues import compiled
from coach.records import Scope

Kind = Literal[
    "asks",
    "mutes",
    "untold",
    "unpublished",
    "private",
    "promises",
    "spares",
    "delicate",
    "assures",
    "confides",
    "announces",
    "answers",
    "meets",
    "pictures",
]
"""The teller asks for silence, wants no record of it, says that nobody knows, that it is not out,
or that it is somebody else's matter; the listener promises silence, or spares the teller. What is
only said to be delicate, or assured, counts in an exchange; what is announced by several signs
together, or drawn as a picture by the two of them, has no words of its own."""


@dataclass(frozen=True)
class Cue:
    """One way of saying it. A cue that does not open a passage still prolongs one."""

    kind: Kind
    scope: Scope
    pattern: str
    example: str
    counter: str
    opens: bool = True

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The pattern, compiled when it is first asked for."""
        return compiled(self.pattern)


ANYONE = (
    r"(?:anyone|anybody|any person|nobody|a (?:living |single )?soul|other people|people"
    r"|the others"
    r"|others|everyone|everybody|folks?)"
)
KIN = (
    r"my (?:own )?(?:husband|wife|partner|mum|mom|mam|mother|dad|father|parents|family|kids|boss"
    r"|manager|team|colleagues|brother|sister)"
)
THEM = rf"(?:him|her|them|{KIN}|the (?:others|team|staff|boss|company|office|family))"
TELL = (
    r"(?:tell|say|mention|repeat|share|speak|talk|comment|discuss|disclose|breathe|spread|pass"
    r"|whisper|leak|let on)"
)
REFUSE = (
    r"\b(?<!\bi )(?<!\bwe )(?<!\bthey )(?<!\bpeople )(?:\b(?:don't|never|not to|mustn't|won't you"
    r"|you won't"
    r"|you can't|you shouldn't|try not to|please not|better not|please no|can you not"
    r"|could you not"
    r"|can we not|let's not|rather you didn't)(?: (?:to|go|be|you|dare|please|ever|now|even|and"
    r"|anyhow|just"
    r"|simply))*)"
)
THIS = (
    r"(?:it|this|that|these|(?:this|that) (?:one|part|bit)|all this"
    r"|(?:any|all) of (?:it|this|that))"
)
BIT = r"(?:(?:this|that|the last) (?:part|bit|piece|minute|section|thing)|it|this|that|me|him|her)"
FILE = (
    r"(?:notes?|minutes|record|recording|transcript|recap|summary|laptop|tape|log|write-?up"
    r"|otter|bot"
    r"|machine|computer|report|file)"
)
TAPE = r"(?:recording|recorder|transcription|transcript|tape|otter|bot|note ?-?taker|machine|mic)"
US = (
    r"(?:us|ourselves|you (?:and|an'|an|&) (?:me|i)|me (?:and|an'|an|&) you|(?:the |us )?(?:two"
    r"|pair|both)"
    r" of us|us two|you,? me,? and (?:the|these|this|my) \w+|these (?:four )?walls)"
)
WH = r"(?:how|what|why|where|when|who|whether|if|which|exactly|everything|the|for sure)"
NEVER = r"(?:n't|\bnot|\bnever)"
STOP = (
    r"(?=[,.!?…:;]|$| (?:okay|ok|please|yet|now|either|mate|and|but|so|i|i'm|o|ah|lah|hor|eh"
    r"|man)\b)"
)
