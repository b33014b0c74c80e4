"""The one deadline of a promise that names several days."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from itertools import zip_longest

from coach.dates.reading import Spoken, find
from coach.dates.words import WEEKDAY, fold

_TAKEN_BACK = re.compile(
    r"\b(?:no(?! (?:rush|problem|hurry|later|matter|need|worries|doubt|more|one)\b)"
    r"(?! (?!wait|hang|hold|sorry|actually|better|rather|make|let|tomorrow|tonight|today|next|this)"
    rf"(?!{WEEKDAY}s?\b)[a-z]{{3,}}s(?:\W|$))|nope|sorry|wait"
    r"|(?<!'ll )(?<!will )(?<!would )(?<!'d )(?<!to )actually"
    r"|i mean|rather|scratch that|make (?:it|that)|let's say|call it|or better|hold on"
    r"|hang on|i'm lying|i tell a lie|(?:let me|i'd|i'll|i) say"
    r"(?! (?:it|that|so|to|this|an?|my|your|his|her|yes|no|sorry|something|nothing|hello)\b"
    r"| the (?!\d|\w*(?:first|second|third|th|weekend|week|month|end)\b))"
    r"|(?:would|'d|'ll|will|has|have)(?: have| got)? to be"
    r"|not (?:on )?(?:this|the next|that|next))\b"
)
_WELL = re.compile(r"[\s,.]{0,3}(?:or )?well,? (?:(?:probably|say|more like|maybe) )?")
"""“By the weekend, well, Friday”: nothing else stands between."""
_HELD_AGAINST = re.compile(
    r"'s\b|'re\b|'m\b|'ve\b|\b(?:is|are|was|have|has|had|got|i've|i'm|can't|won't|don't)\b"
)
_ASKED = re.compile(r"\bwhat(?:'s| is)\s(?:today[,\s]{1,3})?$")
"""“By the, what's today, the twelfth?” asks for the date."""
_CONTENT = re.compile(r"\b(?:that|because|'cause|since|(?<!soon )as) (?:i|we|you|he|she|they|it)\b")
"""What is told, or why: the days in it are not the deed's, where the deed has one of its own."""
_ABOUT_THE_DAY = re.compile(
    r"(?:'s\b|\soff(?=\s{0,2}(?:$|[.,;!?]|and\b|so\b|but\b))"
    r"|\s(?:(?:i'm|i've|we're|we've|he's|she's|they're|it's|is|was|are)\b"
    r"|(?:i am|we are|he is|she is|they are)\b))"
    r"(?!\s(?:\w{1,10}\s)?(?:perfect|good|great|fine|grand|better|best|ok|okay|easier|lovely"
    r"|when i(?:'ll)?)\b)"
)
_EXTENT = re.compile(r"\b(?:for|of) (?:all|every|each|both|everything|the whole)\b[^.,;]*$")
"""“The invites, for all of them until Christmas”: how far a thing goes, not when it is due."""
_MENTION = re.compile(r"\b(?:about|regarding|since|like|than|of|from|as on)\s{1,2}$")
_PAST = re.compile(
    r"\b(?:was|were|did|didn't|went|had|sent|met|said|told|spoke|wrote|came|saw|made|gave|took"
    r"|rang|talked|called|asked|posted|read it|finished|started|happened|heard"
    r"|(?<!'ve )(?<!'s )(?<!have )(?<!has )(?<!have you )(?<!have we )(?<!have they )(?<!has he )"
    r"(?<!has she )got"
    r"|(?:i|we|he|she|they|it)\s\w{2,10}[^e\s]ed)\b"
)
_AHEAD = re.compile(
    r"'ll\b|'d\b|\b(?:why don't|let's|let us|will|shall|gonna|going to|can|could|would|should"
    r"|let me|lemme|need|want|must|have to|has to|please|to be|promise|get|get it|have it"
    r"|have them)\b"
)
_DID = re.compile(
    r"[\s,]{0,2}(?:i|we|he|she|they|you)\s(?:did|was|were|went|had|sent|got|met|said|told|spoke"
    r"|wrote|\w{2,12}ed)\b"
)
_NOT = re.compile(r"\b(?:not|never|\w{1,8}n't)\s(?:\w{1,20}\s){0,5}$")
_RULED_OUT = re.compile(r"\b(?:not|\w{2,6}n't) (?:do |take |make it |say )?(?:on |for )?(?:the )?$")
_REFUSED = re.compile(
    r"(?<!why\s)\bnot (?:on |for )?(?:this |the |next )?"
    rf"(?P<day>{WEEKDAY}|today|tonight|tomorrow)\b"
)
"""“Not this Sunday, I'm away this Sunday”: what is refused once is not meant a word later."""
_NOT_AFTER = re.compile(r"\s(?:not(?! (?:later|before|only|just)\b)|no (?:more|longer)\b)")
"""“This week not any more”: the day is named first, and refused after."""
_NOT_FOR = re.compile(
    r"\b(?:(?:have|has|had)(?:n't| not| never)|'ve (?:not|never)|didn't)\b[^.,;]*$"
)
"""“I haven't seen it in ten years”: how long ago, and no day to come."""
_NOT_BEFORE = re.compile(r"\bnot (?:even )?$")
_CONDITION = re.compile(
    r"\b(?:if|unless|whether) (?!i\b|i'|we\b|we'|possible|not\b|need)\w[^,.?!;]{0,50}$"
)
"""A day in the condition is the other one's: "if she gives me the track on Monday"."""
_STATE = re.compile(r"(?:'s|'re|\bis|\bare|\bhas|\bhave|'ve|'m not)\s(?:\w{1,20}\s){0,4}$")
"""“He's buried right now” tells how things are, not when something will be done."""
_AT_ONCE = re.compile(r"^(?:(?:right |straight )?away|right now|immediately|at once)$")
_WEEKDAY = re.compile(rf"\b{WEEKDAY}\b")
_CLAUSE = re.compile(r"[.?!;]\s|,\s(?:and|but|so)\s")

LIMITS = frozenset(
    "by|before|until|till|til|'til|up to|no later than|not later than|due".split("|")
)
"""Prepositions that set a limit, and so a deadline, whatever else is said."""
STARTS = frozenset(("from", "starting", "as of"))
"""Prepositions that tell the first day of several."""


def due_of(
    text: str, *, today: date, next_meeting: date | None = None, bare: bool = False
) -> Spoken | None:
    """The deadline of a promise, or None where none was spoken.

    A day that is taken back makes way for the one after it; a deadline ("by", "before", "until")
    wins over a day, a day over a remark about one, and what has happened is no deadline.

    >>> today = date(2025, 9, 25)
    >>> due_of("I'll send it on Thursday, no, Friday.", today=today).phrase
    'Friday'
    >>> due_of("I rang her on Monday.", today=today) is None
    True
    """
    return chosen(text, find(text, today=today, next_meeting=next_meeting, bare=bare), bare=bare)


def chosen(text: str, found: Sequence[Spoken], *, bare: bool = False) -> Spoken | None:
    """The one of the days `found` in a text that is its deadline, as `due_of` chooses it."""
    if not found:
        return None
    folded = fold(text)
    refused = tuple(match["day"] for match in _REFUSED.finditer(folded))
    spoken = [
        said
        for said in found
        if (bare or not _is_past(folded, said))
        and not _is_denied(folded, said)
        and not (refused and fold(said.phrase).endswith(refused))
    ]
    kept = _not_taken_back(folded, spoken)
    # max keeps the first of equals: what was said first, and not taken back, stands.
    best = max(kept, key=lambda said: _weight(folded, said), default=None)
    return next((said for said in kept if best and _sharpens(best, said)), best)


def resolve(phrase: str, *, today: date, next_meeting: date | None = None) -> date | None:
    """The day that a deadline means, or None. Never a day before `today`, and never a guess.

    >>> resolve("by next Friday", today=date(2025, 9, 25)).isoformat()
    '2025-10-03'
    >>> resolve("before our next call", today=date(2025, 9, 25)) is None
    True
    """
    said = due_of(phrase, today=today, next_meeting=next_meeting, bare=True)
    return said.due if said else None


def _not_taken_back(folded: str, spoken: Sequence[Spoken]) -> list[Spoken]:
    """The days that stand. "Tomorrow, oh no, she's away tomorrow": what fell does not come back."""
    kept: list[Spoken] = []
    fell: tuple[Spoken, str] | None = None
    for said, following in zip_longest(spoken, spoken[1:]):
        between = folded[said.end : following.start] if following else ""
        again = fell and fell[0].due == said.due and said.preposition not in LIMITS
        if following and _takes_back(between):
            fell = said, between
        elif not (again and fell and _HELD_AGAINST.search(fell[1])):
            kept.append(said)
    return kept


def _takes_back(between: str) -> bool:
    if _WELL.fullmatch(between):
        return True
    return len(between) <= 60 and bool(_TAKEN_BACK.search(between))


def _sharpens(vague: Spoken, exact: Spoken) -> bool:
    """ "On Wednesday. Wednesday next week, the 11th": the same weekday, told more exactly."""
    return (
        vague.due is not None
        and exact.due is not None
        and exact.start > vague.start
        and {vague.kind, exact.kind} <= {"day", "ordinal"}
        and exact.due > vague.due
        and (exact.due - vague.due).days % 7 == 0
        and len(exact.phrase) > len(vague.phrase)
        and fold(vague.phrase).split()[-1] in fold(exact.phrase)
    )


def is_past(text: str, said: Spoken) -> bool:
    """Does the text tell what was done on that day: "they closed on Tuesday"?"""
    return _is_past(fold(text), said)


def _is_past(folded: str, said: Spoken) -> bool:
    if _DID.match(folded, said.end):
        return True
    if said.preposition in LIMITS:
        # "She asked me before Easter" tells when, "I said I'd ring by Friday" what is due.
        own = re.split(r"[.,;?!]\s", folded[max(0, said.start - 80) : said.start])[-1]
        told = said.preposition in ("before", "until", "till") and _DID.match(own)
        return bool(told) and not _AHEAD.search(own)
    clause = _CLAUSE.split(folded[max(0, said.start - 80) : said.start])[-1]
    return bool(_PAST.search(clause)) and not _AHEAD.search(clause)


def _is_denied(folded: str, said: Spoken) -> bool:
    """ "Let me not do the 30th", "not before Sunday": when not; "if she's in on Monday"."""
    before = folded[max(0, said.start - 60) : said.start]
    if _NOT_AFTER.match(folded, said.end):
        return True
    if said.kind in ("now", "ordinal") and _ASKED.search(before):
        return True
    if (said.kind, said.preposition) == ("relative", "in") and _NOT_FOR.search(before):
        return True
    if said.preposition not in LIMITS and _RULED_OUT.search(before):
        return True
    if said.preposition in ("before", "until", "till") and _NOT_BEFORE.search(before):
        return True
    if (said.kind != "window" or said.preposition in LIMITS) and _CONDITION.search(before):
        return True
    denied = _AT_ONCE.search(fold(said.phrase)) and said.preposition is None
    return bool(denied and (_NOT.search(before) or _STATE.search(before)))


def is_remark(text: str, said: Spoken) -> bool:
    """Is something said *about* the day, so that it is nobody's deadline?

    >>> (said,) = find("Monday I'm tied up.", today=date(2025, 9, 25))
    >>> is_remark("Monday I'm tied up.", said)
    True
    """
    return said.preposition not in LIMITS and bool(_ABOUT_THE_DAY.match(fold(text), said.end))


def is_at_once(said: Spoken) -> bool:
    """ "Right away": today, unless it waits for something."""
    return said.kind == "now" and bool(_AT_ONCE.search(fold(said.phrase)))


def takes_back(text: str) -> bool:
    """Does somebody correct what was said before: "no, sorry", "let's say"?"""
    return bool(_TAKEN_BACK.search(fold(text)))


def sharpens(vague: Spoken, exact: Spoken) -> bool:
    """Does a number tell which of the weekdays was meant: "by Friday", "so the twenty-sixth"?

    >>> said = [find(t, today=date(2025, 9, 25))[0] for t in ("By Friday.", "By the third.")]
    >>> sharpens(*said)
    True
    """
    return (
        vague.due is not None
        and exact.due is not None
        and (vague.kind, exact.kind) == ("day", "ordinal")
        and (exact.due - vague.due).days in (7, 14, 21, 28)
        and _WEEKDAY.search(fold(vague.phrase)) is not None
    )


def _weight(folded: str, said: Spoken) -> tuple[int, bool, bool]:
    """How much these words sound like the deadline: a limit, a purpose, a day, a remark."""
    before = folded[max(0, said.start - 12) : said.start]
    if is_remark(folded, said):
        rank = 0  # "Friday I've got interviews" is a reason, not a promise
    elif _CONTENT.search(folded[: said.start]):
        rank = 0
    elif _MENTION.search(before):
        rank = 1
    elif said.preposition in STARTS or said.kind in ("time", "vague"):
        rank = 2
    elif said.preposition in LIMITS:
        rank = 1 if _EXTENT.search(folded[: said.start]) else 5
    else:
        rank = 4 if said.preposition == "for" else 3
    return (rank, said.due is not None, said.kind != "window")
