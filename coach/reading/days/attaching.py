"""Which verb a day belongs to: the deed, or another clause of the same sentence.

"I'll tell them you can come on the thirtieth" promises to tell, and says when of the coming; "my
Wednesday slides" are slides; what is moved to Thursday is not done on Thursday. A day that could
be another verb's is left out: nobody is shown a deadline that was never set.
"""

from __future__ import annotations

import re

from coach.cues import Cue, plain
from coach.dates import Spoken
from coach.dates.words import PART_OF_DAY, WEEKDAY
from coach.sieve import Sieve

_SAY = (
    r"(?:tell|ask|let|say|remind|show|explain|check|see|hear|find|write|mail|email|text|message"
    r"|ring|call|warn|line|word|note|know|report|update|promise|mention)"
)
_NOT_ME = r"(?!(?:i|we|i'\w+|we'\w+)\b)"
"""“If I can do it by Friday” is the deed itself."""
_FINITE = (
    r"(?:is|are|was|were|has|have|had|does|do|did|can|can't|could|will|won't|would|should|must"
    r"|may|might|needs?|wants?|goes|went|comes|came|gets|got|says|said|sends|sent|works|looks)"
)
_SUBJECT = (
    rf"(?:(?:he|she|they|you|it|there)(?:'\w+)?\b|(?:[\w'-]+ ){{0,3}}?[\w-]+(?:'s| {_FINITE})\b)"
)
_REST = r"(?:(?!,? (?:and|but|so) (?:i|we)\b)[^.;!?])*"
_REST_BEFORE_LIMIT = (
    r"(?:(?!,? (?:and|but|so) (?:i|we)\b|\b(?:by|before|until|till|no later than)\b)[^.,;!?])*"
)
"""A limit is the deed's even behind another clause: “what it costs, by Friday”."""
_SET = r"(?:book|reserve|schedule|arrange|hire|invite|register|sign up|set up)"
_MOVE = r"(?:move|push|prepone|postpone|shift|reschedule|delay|swap|change|bring|put)"
_NO_NOUN = (
    r"(?:and|or|as|at|by|before|after|because|but|for|from|he|i|i'\w+|if|in|is|it|itself|just"
    r"|latest"
    r"|maybe|next|on|once|please|she|so|that|the|then|there|they|to|together|too|until|we|when|with"
    r"|week|yes|you"
    rf"|tomorrow|today|tonight|{WEEKDAY}|{PART_OF_DAY})"
)
_NO_HEAD = (
    r"(?:to|for|with|when|if|so|as|before|after|until|till|because|and|but|or|on|in|over|by|it|than"
    rf"|that|who|which|just|how|what|while|\w+(?:th|first|second|third)|{WEEKDAY})"
)
"""What ends a noun phrase, so that no relative clause can follow it."""

ANOTHERS: tuple[Cue, ...] = (
    Cue(
        "content",
        rf"\b{_SAY}\b[^.;!?]*?\b(?P<other>(?:that|whether|if) {_NOT_ME}{_SUBJECT}{_REST})",
        "I'll tell the panel that you can present on the thirtieth.",
        "I'll tell the panel that on Monday.",
    ),
    Cue(
        "question inside",
        rf"\b{_SAY}\b[^.;!?]*?\b(?P<other>(?:how|what|why|where|who|which) {_NOT_ME}{_SUBJECT}"
        rf"{_REST_BEFORE_LIMIT})",
        "I'll ask how Tuesday went.",
        "I'll ask what to bring on Tuesday.",
    ),
    Cue(
        "relative clause",
        rf"\b(?:the|those|that|your|his|her|their)(?: (?!{_NO_HEAD}\b)[\w'-]+){{1,3}} (?P<other>"
        rf"(?:that |which |who )?(?:he|she|they|you)(?:'\w+)? (?!{_NO_NOUN}\b)"
        rf"{_REST_BEFORE_LIMIT})",
        "I'll read the draft she sends round on Monday.",
        "I'll read you the draft on Monday.",
    ),
    Cue(
        "whatever they do",
        rf"\b(?:whatever|everything|anything|what) (?P<other>(?:he|she|they|you)(?:'\w+)? "
        rf"(?!{_NO_NOUN}\b){_REST_BEFORE_LIMIT})",
        "I'll read whatever you send me on Thursday.",
        "I'll read everything on Thursday.",
    ),
    Cue(
        "their own part",
        rf",? (?P<other>(?:and|but|while) (?:(?:he|she"
        rf"|they(?!(?:'re| are) (?:sitting|there|in|done|ready|waiting|up|on)\b))(?:'\w+)? \w+"
        rf"|(?!i\b|we\b|you\b|it\b"
        rf"|that\b|then\b)[\w-]+ {_FINITE})\b{_REST})",
        "I'll write the piece, and Jorge does the pictures on Friday.",
        "I'll write the piece and post it on Friday.",
    ),
    Cue(
        "why not then",
        rf"\bnot (?:on |by )?(?P<day>(?:the |this |next )*(?:{WEEKDAY}|week|weekend|month"
        rf"|\w+(?:th|first|second|third))),? (?P<other>(?:on )?(?P=day)\b{_REST})",
        "You'll have it, not this week, this week I have my sister here.",
        "You'll have it, not this week, next week.",
    ),
    Cue(
        "set for a day",
        rf"\b(?:{_SET}|slots?|appointments?"
        rf"|tickets?)\b(?:(?! and\b)[^.,;!?])*? (?P<other>for (?:the |this |next )*(?:{WEEKDAY}"
        r"|week|month|\d|\w+(?:th|first|second|third)\b)[^.,;!?]*)",
        "I'll book the bus for Saturday.",
        "I'll book the bus on Saturday.",
    ),
    Cue(
        "moved to a day",
        rf"\b{_MOVE}(?: forward| back| off)? (?!it\b|that\b|this\b|them\b)(?:(?! and\b)[^.,;!?])+?"
        rf" (?P<other>(?:to|till|until) (?:the |this |next )*(?:{WEEKDAY}|\d"
        r"|\w+(?:th|first|second|third)\b))",
        "I'll prepone the review to Thursday.",
        "I'll push it to Thursday.",
    ),
    Cue(
        "named after a day",
        rf"\b(?:the|my|your|our|his|her|their) (?P<other>{WEEKDAY}) (?!{_NO_NOUN}\b)[a-z]",
        "I'll go over your Wednesday slides.",
        "I'll come on the Wednesday after that.",
    ),
    Cue(
        "spoken of",
        rf"\b(?:talk|speak|ask|tell|write|think|chat|hear|worry)\b[^.,;!?]*? (?P<other>about "
        rf"(?:the |this |next )*{WEEKDAY})\b",
        "I'll ask her about Friday.",
        "I'll be there about Friday.",
    ),
)
"""Where a day stands with another verb or noun than the deed; `other` is what is theirs."""

_ANOTHERS = Sieve((cue, cue.pattern) for cue in ANOTHERS)
_THEIRS = re.compile(
    r"\b(?!(?:i|we|it|that|there|which)(?:'|\b))[a-z][\w-]*"
    rf"(?:'s|'re|'ll|'ve| {_FINITE})\s[^,.;!?]*$"
)
_COUNTED_ON = re.compile(
    r"\bafter (?:a|an|one|two|three|four|six|\d+) (?:day|week|month)s?\b"
    r"|\b(?:days?|weeks?|months?) (?:later|after|on)\b|\bafterwards?\b"
    r"|\b(?:day|night|evening|week|weekend) before\W*$"
)
"""“I start on the sixteenth, and I'll write after one week”: a day of its own, counted from it."""
_AND = re.compile(r"^,?\s+and\b")
_TAKES_IT_UP = re.compile(r"\b(?:then|there)\b")


def own_words(text: str) -> str:
    """The text, with blanks where it tells the day of something else; offsets stay.

    >>> own_words("I'll ask how Tuesday went.").rstrip(" .")
    "I'll ask"
    >>> own_words("I'll ask on Tuesday.")
    "I'll ask on Tuesday."
    """
    said = plain(text)
    for cue in _ANOTHERS.through(said):
        if found := cue.search(said):
            start, end = found.span("other")
            text = text[:start] + " " * (end - start) + text[end:]
            said = plain(text)
    return text


def is_anothers_day(before: str, day: Spoken, deed: str) -> bool:
    """ "Malik sends it on Friday and I'll read it": is the day before the deed Malik's?

    Who takes the day up ("and I'll ask her there") makes it theirs.
    """
    if _COUNTED_ON.search(plain(deed)):
        return True
    told = bool(_THEIRS.search(plain(before[: day.start])))
    return told and bool(_AND.match(before[day.end :])) and not _TAKES_IT_UP.search(plain(deed))
