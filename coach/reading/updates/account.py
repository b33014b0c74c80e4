# ruff: noqa: E501  a pattern is one row of a table
"""How people give account of what they promised: headings, stories, days and numbers."""

from __future__ import annotations

import re
from datetime import date

from coach.cues import plain
from coach.dates.words import FULL_WEEKDAY
from coach.reading.doing import IRREGULAR_PASTS
from coach.reading.updates.resolution import asks

_WHETHER = re.compile(
    r"\b(?:did|have|has|had|was|were|done|sent|any (?:news|luck|joy)|talked|spoke|spoken|get|got|came|come|went|managed?|happened?|worked?|(?:is|are) (?:it|that|they|he|she)(?: \w+)? \w+(?:ed|ne|nt|en|ght))\b"
)
_OPENS = re.compile(r"^\W*(?:(?:and|so|now|then|ok|okay|right|next)\W+)*(?:the|your|my|our|this)\b")
_VERBAL = re.compile(
    r"\b(?:i|you|he|she|it|we|they|is|are|was|were|did|has|have|had|will|\w+'\w+|\w+ed|came|went)\b"
)
_RUN_UP = re.compile(
    r"^(?:[\W_]|\b(?:and|so|then|now|ok|okay|right|the|your|my|this|that|well|um+|uh|your|you know|first|second|third|last|lastly|finally|next|also|one|what about|how about|with)\b)+"
)


def is_heading(text: str) -> bool:
    """Does `text` merely name what comes next ("Right, reflection.", "And the quote?")?

    >>> is_heading("Right, the reflection."), is_heading("I never sent you the reflection, did I?")
    (True, False)
    """
    said = plain(text)
    rest = _RUN_UP.sub("", said).split()
    return 0 < len(rest) <= (3 if opens(text) and not _VERBAL.search(said) else 2)


def opens(text: str) -> bool:
    """Does `text` start like the next point of a list ("The day on nine.", "And the quote?")?"""
    return bool(_OPENS.search(plain(text)))


def asks_whether(text: str) -> bool:
    """Does `text` ask for a yes or no about what was?

    >>> asks_whether("Did you ring her?"), asks_whether("What about the others?")
    (True, False)
    """
    said = plain(text)
    return asks(said) and bool(_WHETHER.search(said))


_STANDS = re.compile(
    r"\b(?:you )?(?:still )?(?:want|wanna|wantin'?g?|need|like) (?:to keep |keep |me to )?(?:it|that|this|one)\b|"
    r"\b(?:keep|leave) (?:it|that) on\b|\bdoes (?:it|that) (?:still )?(?:stay|stand|matter)\b|\bstill on\b"
)


_HOW_IS = re.compile(
    r"^\W*(?:[Aa]nd |[Ss]o )?[Hh]ow(?:'s| is) [A-Z][a-z]+(?<!day)(?: (?:doing|keeping|getting on))?(?: these days| now)?\?"
)


def asks_after_somebody(text: str) -> bool:
    """Does `text` ask how somebody is, rather than what came of a thing?

    >>> asks_after_somebody("How's Dervla?"), asks_after_somebody("How's the report?")
    (True, False)
    """
    return bool(_HOW_IS.search(text))


def asks_if_it_stands(text: str) -> bool:
    """Does `text` ask whether a promise is still wanted?

    >>> asks_if_it_stands("You want to keep it on the list?"), asks_if_it_stands("Want tea?")
    (True, False)
    """
    return text.rstrip().endswith("?") and bool(_STANDS.search(plain(text)))


_PAST = re.compile(
    r"\b(?:was|were|wasn't|weren't|had|did|didn't|got|went|came|said|told|could|couldn't|missed|"
    r"forgot|been|haven't|hasn't|(?!need|indeed|rebook|reschedul|rearrang|postpon)[a-z]{2,}ed)\b|\b(?:last|since|ago|"
    rf"(?:that|on the|the) {FULL_WEEKDAY} i)\b"
)


_MOVED = re.compile(
    r"\b(?:i|we|they|it)?(?:'s|'ve| has| have)? ?(?:been )?(?:moved|pushed|shifted|bumped|delayed|postponed|put)(?= (?:it|that|them|this|me|us|back|off|to|till|until)\b)"
)
"""What was moved is still to come."""


def tells_past(text: str) -> bool:
    """Does `text` speak of what has been, so that a day in it is no plan?

    >>> tells_past("The Friday I was ready."), tells_past("So it's this Sunday now.")
    (True, False)
    """
    return bool(_PAST.search(_MOVED.sub("", plain(text))))


PASTS = rf"(?:was|were|had|{'|'.join(IRREGULAR_PASTS)}|[a-z]{{2,}}ed)"
"""Every past form of a verb, as far as its spelling tells."""
_PAST_FORM = re.compile(rf"\b{PASTS}\b")
_DAY_TO_COME = re.compile(
    r"(?<!\bthe )(?<!\bthat )(?<!\blast )(?<!\bsince )"
    rf"\b(?:{FULL_WEEKDAY}|tomorrow|tonight|next (?:week|month))\b"
)


def has_past(text: str) -> bool:
    """Does plain `text` hold a past form of a verb?

    >>> has_past("it's posted"), has_past("you have the")
    (True, False)
    """
    return bool(_PAST_FORM.search(text))


def names_day_to_come(text: str) -> bool:
    """Does `text` name a day, and nothing of what has been?

    >>> names_day_to_come("On Monday you have the list."), names_day_to_come("Since Monday, yes.")
    (True, False)
    """
    return bool(_DAY_TO_COME.search(plain(text))) and not tells_past(text)


def is_to_come(told: str, text: str) -> bool:
    """Are plain words of `text` only in the present that stands for a day to come?

    >>> is_to_come("you have the", "On Monday you have the list.")
    True
    """
    return not has_past(told) and names_day_to_come(text)


def lasts_until(text: str, phrase: str) -> bool:
    """Is the day of this phrase in `text` the end of a state, and so no day of a deed?

    >>> lasts_until("He's on leave until Monday.", "Monday"), lasts_until("On Monday.", "Monday")
    (True, False)
    """
    before = phrase if phrase.lower().startswith(("until", "till")) else text.partition(phrase)[0]
    return bool(
        re.search(
            r"\b(?:until|till|since)\b(?: (?:the|next|this))?\W*$|^(?:until|till)\b", before.lower()
        )
    )


def clause_from(text: str, at: int) -> str:
    """`text` from the clause on that holds character `at`.

    >>> clause_from("I haven't, but I'll do it on Sunday.", 30)
    "I'll do it on Sunday."
    """
    before = text[: max(at, 0)]
    ends = (before.rfind(mark) + len(mark) for mark in (",", ";", " but ") if mark in before)
    return text[max(ends, default=0) :]


_PUTS_ASIDE = re.compile(
    r"^\W*(?:(?:or|no|actually|sorry|but|well|oh|and)\W+)*(?:wait|hang on|hold on|hold that thought)\b"
    r"|\bbefore that\b|\b(?:we'll|let's|i'll|we can) (?:come|get) (?:back )?(?:on )?to (?:that|it|those|them)\b"
    r"|\bleave (?:that|it) for (?:a|now|later)\b"
)


def puts_aside(text: str) -> bool:
    """Does `text` put off till later what was asked just before it?

    >>> puts_aside("No, hang on, we'll come to that."), puts_aside("No, he came to that one.")
    (True, False)
    """
    return bool(_PUTS_ASIDE.search(plain(text)))


_YOURS = re.compile(
    r"\b(?<!\byou and )your \w+\b(?!.*\b(?:never|not|no|n't|late|missing|where|will|would|should|could|can|if|when)\b)"
)
_NARRATES = re.compile(
    r"\b(?:i|we|he|she|they|it) (?:says|goes|(?:\w+ly )?(?:was|were|had|did|went|said|told|got|came|gave|took|(?!need)[a-z]{2,}ed))\b"
)


def has_yours(text: str) -> bool:
    """Does `text` speak of something of the listener's as being there?

    >>> has_yours("Your sheet is on my wall."), has_yours("Your sheet never came.")
    (True, False)
    >>> has_yours("You and your sheets.")
    False
    """
    return bool(_YOURS.search(plain(text)))


def narrates(text: str) -> bool:
    """Does `text` tell a story, in the past or in the present of stories?

    >>> narrates("So I says to him, scorpion fish."), narrates("I might ask him.")
    (True, False)
    """
    return bool(_NARRATES.search(plain(text)))


_RENEWS = re.compile(
    r"\b(?:i'll|i will|we'll|i'm|i'm going to|it'll|it will|it's|that's|the new one)\b(?!.*\b(?:done|gone|there) now\b).*\b(?:instead|now|again)\b(?! and (?:then|again)\b)"
)


def renews(text: str) -> bool:
    """Does `text` put off what was promised?

    >>> renews("She's back on Tuesday, so I'll catch her then instead."), renews("It's done now.")
    (True, False)
    """
    return bool(_RENEWS.search(plain(text)))


_PUT_OFF = re.compile(r"\b(?:it|that)(?:'s|'ll| is| will)\b[^.?!]*\b(?:instead|now)\b")


def is_put_off(text: str) -> bool:
    """Does `text` say of the thing itself that it has another day now?

    >>> is_put_off("It's going to be Sunday now."), is_put_off("I'll send it now.")
    (True, False)
    """
    return bool(_PUT_OFF.search(plain(text)))


_TAKES_BACK = re.compile(
    r"^\W*(?:(?:ay|oh|ah|well|but)\W+)*no\b|[,.;] (?:ay,? |oh,? |ah,? )?no\b[,.]|\bscrap that\b|\bwhat am i saying\b"
)


def takes_back(text: str) -> bool:
    """Does `text` take back what was just said?

    >>> takes_back("No. Sunday I'm away."), takes_back("There's no Sunday bus.")
    (True, False)
    """
    return bool(_TAKES_BACK.search(plain(text)))


_ANY_DAY = re.compile(
    r"day|\d(?:st|nd|rd|th)\b|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|"
    r"tenth|eleventh|twelfth|teenth|tieth"
)


def speaks_of_a_day(said: str) -> bool:
    """May plain words name a day at all?"""
    return bool(_ANY_DAY.search(said))


def names_day(said: str, day: date | None) -> bool:
    """Do plain words name this day, by its weekday or its number?"""
    if day is None:
        return False
    return f"{day:%A}".lower() in said or bool(
        re.search(rf"\b(?:{day.day}(?:st|nd|rd|th)|{_ORDINALS[day.day]})\b", said)
    )


_ONES = "first second third fourth fifth sixth seventh eighth ninth".split()
_ORDINALS = dict(
    enumerate(
        _ONES
        + "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth "
        "nineteenth twentieth".split()
        + [f"twenty {one}" for one in _ONES]
        + ["thirtieth", "thirty first"],
        1,
    )
)


_YOUR = re.compile(r"\b(?:your|yer)((?: [\w'-]+){1,3})")


def called_yours(text: str) -> str:
    """The words of what `text` speaks of as the listener's.

    >>> called_yours("Your long page, that was good.")
    'long page'
    """
    return "".join(_YOUR.findall(plain(text))).strip()


_WE = re.compile(r"\b(?:we|our|us|both)\b")


def has_we(text: str) -> bool:
    """Does `text` speak for two?

    >>> has_we("We got half of it done."), has_we("I got half of it done.")
    (True, False)
    """
    return bool(_WE.search(plain(text)))


_DAY_BACK = re.compile(
    rf"\bthat (?:same |very )?{FULL_WEEKDAY}\b"
    rf"|\b(?:the|that|our|my|your) {FULL_WEEKDAY} (?:one|thing|call|job|talk|business)\b"
)


def points_back(text: str) -> bool:
    """Does `text` point to a day as one both know of?

    >>> points_back("The other call, the Monday one."), points_back("I called on Monday.")
    (True, False)
    """
    return bool(_DAY_BACK.search(plain(text)))


_SAID_SO = re.compile(
    r"\b(?:i|you|we)(?:'d| had|'ve)? (?:said|promised|told you|swore|agreed|owed?|signed up|committed|volunteered)\b|\b(?:you|i|we) (?:were|was) (?:to|going to|gonna|supposed to|meant to)\b|\b(?:as|like) (?:agreed|promised|we said|you asked)\b|\b(?:my|your|the) (?:homework|promise|confession|task)\b"
)


def recalls(text: str) -> bool:
    """Does `text` go back to what was said it would be done?

    >>> recalls("I know I said Monday."), recalls("She said no.")
    (True, False)
    """
    return bool(_SAID_SO.search(plain(text)))
