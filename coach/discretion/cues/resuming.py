"""How somebody says that silence is over: by words that do so, as a chair closes a meeting.

To end it one of the two hands the pen back ("you can write again"), declares the stretch of talk
closed that was kept apart ("that was the confidential bit", "enough secrets"), or the usual state
restored ("on the record again", "anyway, normal service"). Each points at this talk: by "again" or
"now", by "the rest", or by a name for what it ends. "You can write to her again" does none of it.
"""

from __future__ import annotations

import re

from coach.discretion.cues.frames import FILE

_MARK = (
    r"(?:(?:okay|ok|so|right|righto|well|now|and|um|yeah|aye|yes|good|great|fine|all right|alright"
    r"|but|then|thanks|thank you|anyway|anyways|sure|there|lovely|cool)[,.!]* ?)*"
)
_APART = (
    r"(?:secrets?|secret (?:bit|part|time|stuff)|confession(?: time)?|confidences"
    r"|(?:confidential|private|unofficial|quiet|hush-hush|sensitive|off[- ](?:the[- ])?record)"
    r" (?:bit|part|one|stuff|thing|time|section|moment|chat|talk|minute)s?"
    r"|cone of silence|rant)"
)
"""A name for the stretch of talk that was kept apart."""
_BIT = r"(?:bit|part|section|stuff|piece|moment)"
_REST = (
    r"(?:the rest|(?:all |everything )?(?:from|after) (?:here|now)(?: on)?"
    r"|(?:the|this) next (?:bit|part|one|thing)|what comes (?:now|next))"
)
_WRITE = r"(?:write|record|note|minute|type|put|log)"
_IT = r"(?:it|this|that|these|things|everything|all|down|in|notes)"
_ENDS = r"(?=[.!?,;:]|$)"

_PEN_GIVEN_BACK = (
    rf"\byou (?:can|may|could) (?:now )?{_WRITE}(?: {_IT}){{0,2}}? (?:again|now){_ENDS}"
    rf"|\byou (?:can|may) (?:now )?(?:take|make) (?:the )?(?:notes|minutes)(?: again| now)?{_ENDS}"
    rf"|\byou (?:can|may) (?:now )?(?:switch|turn|put) (?:it|that|the \w+) (?:back )?on"
    rf"(?: again| now)?{_ENDS}"
    rf"|\b{_REST},? (?:you (?:can|may) (?:\w+ )?{_WRITE}|(?:can|may|is to) (?:go|be)\b"
    rf"|(?:is|it's)(?: all| fine| okay| free)* (?:open|public|on (?:the )?record|to share|to write"
    rf"|for (?:the )?{FILE}))"
    rf"|\byou (?:can|may) {_WRITE} (?:down )?(?:{_REST}|this (?:bit|part|one))"
    rf"(?: (?:back )?in(?:to)? (?:the |your )?{FILE})?{_ENDS}"
    rf"|\b(?:this|the next) {_BIT} (?:can|may|should|is to) (?:\w+ )?(?:go|be put) (?:back )?"
    rf"in(?:to|side)? (?:the |your |our )?{FILE}\b"
    rf"|^{_MARK}(?:now,? )?(?:this is )?for the (?:notes|minutes|record)(?: again| now)?[,:.]"
)
"""What was asked not to be done may be done again."""

_CLOSED = (
    rf"\b(?:that|this)(?: {_BIT})?(?:'s| is| was) (?:over|(?:all |it )?(?:from|for) (?:the )?"
    rf"(?:{_APART}|off (?:the )?record|confidence)|(?:the end of )?(?:all )?"
    rf"(?:the|my|our|all) {_APART})\b"
    rf"(?! (?:with|between|for|by|at|in)\b)"
    rf"|\b{_APART}(?:'s|'re| is| are)? (?:over|done|finished|ended|closed|out of the way){_ENDS}"
    rf"|\b(?:end|close|that's it) (?:of|for) (?:the |my |our |that |all )?"
    rf"(?:{_APART}|off (?:the )?record|secret|confession|private|unofficial)\b"
    rf"|^{_MARK}(?:enough|no more|so much for)(?: (?:of|with))?(?: the| my| our| these)?"
    rf" {_APART}{_ENDS}"
    rf"|^{_MARK}out of the (?:{_APART}|vault|tomb)\b"
)
"""The stretch that was kept apart is named, and said to be over."""

_RESTORED = (
    rf"^{_MARK}(?:(?:i'm|we're|it's|it's all|all|now|that's|everything's) )*(?:back )?"
    rf"(?:on|on (?:the |da )?record|on air|public|open|official|normal|usual)"
    rf"(?: again| now)+{_ENDS}"
    rf"|^{_MARK}(?:(?:we|i|you) (?:can|fit|may|could) (?:continue|go on|carry on)(?: now)?,? )?"
    rf"(?:back )?on (?:the )?record{_ENDS}"
    rf"|^{_MARK}(?:back to |resume |we return to |resuming )?normal (?:service|business|programming"
    rf"|transmission)\b|^{_MARK}back to (?:the )?(?:official|usual|normal|open) "
    rf"(?:business|stuff|part|talk|programme|program)\b"
    rf"|\b(?:record|recording|recorder|tape|machine)(?:'s| is| can)"
    rf" (?:running|going|rolling|run|go|roll|on)(?: on)? again\b"
    rf"|^{_MARK}(?:(?:we're|we are) )?back to normal(?=[.!?]|$)"
    rf"|^{_MARK}(?:pen|notebook|pencil) back (?:out|oot|up|in hand)\b"
)
"""The usual state of things is said to hold again."""

DECLARED = re.compile(rf"{_PEN_GIVEN_BACK}|{_CLOSED}|{_RESTORED}")
"""Said so outright."""

ASKED_WHETHER = re.compile(rf"{_CLOSED}|^{_MARK}(?:back to )?normal\b")
"""As a question ("Enough secrets?") it ends nothing: the answer may be one more."""

RESUMES = re.compile(
    rf"{DECLARED.pattern}|"
    r"\bback on (?:the )?(?:record|tape)\b|\bon the record (?:again|now)\b|\bofficial again\b"
    r"|\b(?:recording|writing|record|taping|noting) again\b|\bresume (?:the|it|recording)\b"
    r"|\b(?:start|turn|switch|put) (?:the |it |that |your )?(?:recording|recorder|tape|bot"
    r"|note ?-?taker|otter|mic|back on)"
    r"(?: back)?(?: on)?(?: again)?\b|\bun-?pause\b|\bpen (?:up|out) again\b"
    r"|\b(?:this|that)(?: one| part| bit)?(?: is|'s)? (?:you can write|can go in|for the notes)\b"
    r"|\b(?:notes|pens?|recording|recorder|tape|machine|mic|camera) (?:(?:is|are|'s|'re) )?"
    r"(?:back )?(?:on|up|out)(?: again)?(?=[.!?,]|$)"
    r"|\bback (?:in|to|into) the (?:room|living|land of the living|notes|official \w+|real world)\b"
    r"|(?<!with the )(?<!with her )(?<!with his )(?<!with my )(?<!with your )(?<!behind a )"
    r"\b(?:tomb|vault|box|drawer|lid|door|curtain|book|cupboard|safe)(?:'s| is)?"
    r" (?:closed|shut|locked|down)(?: again)?(?=[.!?,]|$)"
    r"|^(?:(?:\w+|that's)[,.]? )?(?:enough (?:of|about|on) (?:that|this|it|me|my \w+)"
    r"|as you were)\b"
    r"|\b(?:pick(?:ing)?|tak(?:e|ing)) (?:up |again |back )?(?:my|the|your) (?:pen|pencil)\b"
    r"|\b(?:say|we'll say|speak) no more (?:about|of|on) (?:it|that|this)\b"
    r"|^(?:(?:okay|ok|right|well|so|yeah|oh),? )?phew\b"
)
"""The pen may be picked up again: said outright, or in a picture."""
