"""Open and closed questions, told apart by their form.

Open asks for a story, a reason or a view; closed for yes, no, a choice or one fact. The form of a
question says which: an inverted verb asks for yes or no, a question word asks for more, and some
question words ("how many", "when") ask for one thing only. `WAYS` holds the forms in the order in
which they decide, so that "can you tell me", which looks like yes or no, is read before it.
"""

from __future__ import annotations

import re
from typing import Literal

from coach.cues import Cue, plain

QuestionKind = Literal["open", "closed"]

_SENTENCE = re.compile(r"[^.?!…]+[.?!…]*")
# What may stand before a question without being part of it.
_RUN_UP = re.compile(
    r"^(?:[\W_]|\b(?:and|but|so|or|oh|well|okay|ok|right|now|then|yeah|yes|no|um+|uh+|er+m?|h+m+|"
    r"m+|mm-?hmm+|look|listen|great|good|sure|fine|all right|alright|also|like|just|because|'cause|"
    r"i mean|you know|i guess|let me ask you(?: something| this)?|actually|"
    r"honestly|tell me then)\b)+"
)
_WH = r"(?:what|why|how)"
_AUX = (
    r"(?:do|does|did|is|are|am|was|were|has|have|had|can|could|will|would|shall|should|may|might|"
    r"must|don't|doesn't|didn't|isn't|aren't|wasn't|weren't|haven't|hasn't|can't|couldn't|won't|"
    r"wouldn't|shouldn't)"
)
_WHO = r"(?:i|you|he|she|it|we|they|there|this|that|these|those|anyone|anybody|someone)"
_WHOSE = r"(?:your|my|his|her|their|our|the)"
_ASK = r"(?:tell|describe|explain|share|talk|walk|say|give|show|help)"
_WONDER = r"\b(?:wonder(?:ing|ed)?|curious)\b"

WAYS: tuple[tuple[QuestionKind, Cue], ...] = (
    (
        "closed",
        Cue(
            "wonders whether",
            rf"{_WONDER}[,.]?\s*(?:then|about|is)?[,.]?\s*"
            rf"(?:(?:if|whether)\b|{_AUX} (?:\w+ )?(?:{_WHO}|{_WHOSE})\b)",
            fits="I'm wondering, have you rung him?",
            but_not="I'm wondering what you make of it.",
        ),
    ),
    (
        "closed",
        Cue(
            "scale",
            r"\b(?:on|of) (?:a|that|the|this|another)[\w\s-]{0,20} ?scale\b|\bscale (?:of|from)\b",
            fits="Tell me, on a scale of one to ten, how sure are you?",
            but_not="How would you scale it up?",
        ),
    ),
    (
        "open",
        Cue(
            "asks to tell",
            rf"\b(?:(?:tell|remind) (?:me|us)|(?:talk|walk) me|talk to me about|help me understand"
            r"|fill(?:ing)? me in|catch me up|elaborate|say (?:some|something|a (?:bit|little))? ?"
            r"more|(?:can|could|would|will) you (?:just |maybe |please |kind of |sort of )*"
            rf"{_ASK})\b",
            fits="Would you mind filling me in?",
            but_not="Did you tell them?",
        ),
    ),
    (
        "closed",
        Cue(
            "offers",
            r"^(?:would|do|did) you (?:like|want|need)\b",
            fits="Would you like some more time?",
            but_not="What would you like?",
        ),
    ),
    (
        "closed",
        Cue(
            "proposes",
            r"\bhow about (?:we|i|if)\b",
            fits="How about we start on Friday?",
            but_not="How about your brother?",
        ),
    ),
    (
        "open",
        Cue(
            "names a subject",
            r"\b(?:what|how) about\b|\bwhat if\b",
            fits="And what about the exam?",
            but_not="You know about the exam?",
        ),
    ),
    (
        "open",
        Cue(
            "wonders",
            _WONDER,
            fits="I'm curious about the other side of it.",
            but_not="Is it wonderful?",
        ),
    ),
    (
        "open",
        Cue(
            "leaves a slot",
            r"\b(?:any|some)(?:thing)? (?:other|else|more|thoughts|ideas|concerns|sense|particular)"
            r"\b|\b(?:is|are|was|were) there (?:any|some|other|something)\b",
            fits="Anything else?",
            but_not="Is there a train?",
        ),
    ),
    (
        "closed",
        Cue(
            "one fact",
            r"\b(?:how (?:many|often|long|old|far|big|soon)|what (?:time|day|date|year|age)|whose"
            r"|which (?:one|day|of)|(?:like|you) when)\b",
            fits="How often do you meet?",
            but_not="How do you meet?",
        ),
    ),
    (
        "closed",
        Cue(
            "when",
            rf"^when(?:'s|'d| {_AUX})\b",
            fits="When did you start?",
            but_not="When it rains, what do you do?",
        ),
    ),
    (
        # "Did you see what happened?" asks for yes or no; "do you know what" for what.
        "closed",
        Cue(
            "inverted",
            rf"^{_AUX}\s(?:\w+\s)?{_WHO}\b(?!\s(?:have|got|know|think)\b.*\b{_WH}\b)",
            fits="Did you see what happened?",
            but_not="Do you think that is how it is?",
        ),
    ),
    (
        "closed",
        Cue(
            "tag",
            rf",\s*(?:{_AUX}\s{_WHO}|right|yeah|yes|no|okay|correct)\W*$|\b\w+n't {_WHO}\W*$",
            fits="What a day it was, wasn't it?",
            but_not="What is right?",
        ),
    ),
    (
        # What stands inside a statement is its object: no comma, no inversion, no last word.
        "closed",
        Cue(
            "statement",
            rf"^(?:{_WHO}(?:'\w+)?|{_AUX}) "
            rf"(?!.*(?:, |- |\b{_WH}'|\b{_WH}(?: [\w'-]+){{0,2}} {_AUX}\b|what\W*$))",
            fits="It wasn't what you expected?",
            but_not="You told him what?",
        ),
    ),
    (
        "open",
        Cue(
            "question word",
            rf"(?:^|[\s,–—-])(?:{_WH}\b|(?:which|where|when|who)(?:'s|'d|'re|'ll)?\s{_AUX}\b)",
            fits="And if it rains, what happens?",
            but_not="You went?",
        ),
    ),
)
"""Each form with what it asks for. The first that fits decides; where none does, it is closed."""

UNMARKED = (
    Cue(
        "inverted",
        rf"^(?:{_WH}(?:'ll)? (?:(?!{_WHO}\b)\w+ ){{0,2}}?{_AUX} {_WHO}\b"
        rf"|(?:where|when|who) {_AUX} {_WHO}\b"
        rf"|(?:what|how|where|who|why)'(?:s|d|re|ll) (?!.* is\b)|how about\b|{_AUX} {_WHO}\b)",
        fits="how did it go",
        but_not="what I do is wait",
    ),
    Cue(
        "asks to tell",
        r"^(?:just )?(?:tell|remind) (?:me|us)\b|^say (?:some|a \w+|something) more\b"
        r"|\btalk to me\b|\bi need you to tell me\b",
        fits="tell me about her",
        but_not="they tell me nothing",
    ),
    Cue(
        "asks inside",
        rf"\b{_WH}(?: \w+)? (?:do|does|did|would|could|will|should) {_WHO}\b",
        fits="and then what did he say",
        but_not="I see what he says",
    ),
    Cue(
        "wonders",
        r"\b(?:i'm|i am|i was|just|so) (?:\w+ (?:of )?)?(?:wondering|curious)\b|\bi wondered if"
        r"|^(?:wondering|curious)\b",
        fits="I was just wondering about it",
        but_not="she was wondering",
    ),
    Cue(
        "wishes to hear",
        r"\bi'd (?:like|love) to (?:hear|know|find out)\b|\binterested (?:to know|in how|in what)\b"
        r"|\bto check in with you and (?:see|hear)\b",
        fits="I wanted to check in with you and see how it went",
        but_not="I'd like to rest",
    ),
)
"""Where nobody writes question marks, an inversion, or a wish to hear, makes the question."""


def question_kind(text: str) -> QuestionKind | None:
    """Is this an open question, a closed one, or none? The last question of `text` counts.

    >>> question_kind("And what happens just before you go sideways?")
    'open'
    >>> question_kind("Did you ring him?")
    'closed'
    >>> question_kind("I rang him.") is None
    True
    """
    pieces = [piece.strip() for piece in _SENTENCE.findall(plain(text)) if piece.strip()]
    marked = [_bare(piece) for piece in pieces if "?" in piece]
    asked = marked or [bare for piece in pieces if _asks_unmarked(bare := _bare(piece))]
    if not asked:
        return None
    return next((kind for kind, way in WAYS if way.search(asked[-1])), "closed")


def _bare(piece: str) -> str:
    return _RUN_UP.sub("", piece)


def _asks_unmarked(piece: str) -> bool:
    return any(way.search(piece) for way in UNMARKED)
