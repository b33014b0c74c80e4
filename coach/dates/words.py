"""The words that spoken dates are made of, and the numbers they stand for.

Every pattern is bounded (no `*`, no `+`), so that reading takes time in proportion to the text,
whatever the text. Patterns are for folded text (see `fold`).
"""

from __future__ import annotations

import string

_FOLD = str.maketrans(
    string.ascii_uppercase + "’‘‐‑–—\u00a0\u202f\t\r\n", string.ascii_lowercase + "''----" + " " * 5
)


def fold(text: str) -> str:
    """Lower case, plain quotes, dashes and spaces; every character keeps its place.

    >>> fold("By Friday\\u2019s call")
    "by friday's call"
    """
    return text.translate(_FOLD)


def either(*words: str) -> str:
    """A group that matches any of these, the longest first."""
    return "(?:" + "|".join(sorted(words, key=len, reverse=True)) + ")"


WEEKDAYS = {
    name: index
    for index, names in enumerate(
        (
            ("monday",),
            ("tuesday", "tues", "tue"),
            ("wednesday", "weds"),
            ("thursday", "thurs", "thur", "thu"),
            ("friday", "fri"),
            ("saturday",),
            ("sunday",),
        )
    )
    for name in names
}
MONTHS = {
    name: index
    for index, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sept", "sep"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}
_ONES = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
_ONES += " sixteen seventeen eighteen nineteen"
_NTHS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
_NTHS += " thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "sixty": 60, "ninety": 90}
NUMBERS = (
    {word: value for value, word in enumerate(_ONES.split(), 1)}
    | {word: value for value, word in enumerate(_NTHS.split(), 1)}
    | _TENS
    | {"a": 1, "an": 1, "twentieth": 20, "thirtieth": 30, "last": -1}
)

GAP = r"[\s,]{1,3}"
WEEKDAY = either(*WEEKDAYS)
FULL_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
"""A weekday's whole name: "sat" and "sun" are other words too."""
MONTH = either(*MONTHS)
FULL_MONTH = either(*(name for name in MONTHS if len(name) > 4 or name in ("june", "july")))
"""A month's whole name, without "may" and "march" where those could be verbs (see the rules)."""
SURE_MONTH = rf"(?!may|mar){MONTH}|(?:may|march)(?=\s{{0,2}}(?:$|[.,;!?]|20\d\d))"
COUNT = rf"(?:\d{{1,3}}|(?:twenty|thirty)[\s-]{either(*_ONES.split()[:9])}|{either(*_TENS)}"
COUNT += rf"|{either('a', 'an', *_ONES.split())})"
COMPOUND = rf"(?:twenty|thirty)[\s-]{either(*_ONES.split()[:9])}"
CARDINAL = rf"(?:{COMPOUND}|{either('twenty', 'thirty', *_ONES.split())})"
SPELLED = rf"(?:(?:twenty|thirty)[\s-]{either(*_NTHS.split()[:9])}"
SPELLED += rf"|{either('twentieth', 'thirtieth', *_NTHS.split())})"
DIGITS = r"\d{1,2}\s?(?:st|nd|rd|th)"
NTH = rf"(?:{DIGITS}|{SPELLED})"
YEAR = r"20\d\d"
PART_OF_DAY = either("morning", "afternoon", "arvo", "evening", "night", "lunchtime", "noon")

_STANDS = (
    # what joins clauses, and what begins one
    "and or nor but so then though although while whereas if unless when whenever where because"
    " cause since that who which what how why for as than"
    " i i'll i'm i've i'd we we'll we're we've we'd you you'll you're you've you'd he he's she"
    " she's it it's it'd they they're they'll they've there there's that's this these those"
    " my our your his their its me us them him somebody someone everybody everyone a an the no"
    " every"
    # the verbs of no content, and those of suiting
    " is isn't are aren't was were be do does doesn't did has have had will won't would wouldn't"
    " can can't could couldn't should must shall might works suits"
    # where, when and how surely
    " at in on to till until with by before after around about from through over during off into"
    " without noon half next morning afternoon evening night lunchtime please latest itself only"
    " not just too either anyway again instead maybe perhaps probably actually hopefully definitely"
    " now already here still even ok okay yes yeah aye right"
)
_IS = r"'s(?:$|\s(?:a|an|the|my|our|your|his|her|their|not|no|out|too|when|in|on|at|fine|good|great"
_IS += (
    r"|grand|perfect|ok|okay|all|right|better|best|easier|free|bad|hopeless|lovely|gone|taken|full"
)
_IS += rf"|{WEEKDAY}|christmas|easter)\b)"
NO_NOUN = r"(?=\s{0,2}(?:$|(?!-[a-z])[^\w\s']|(?!\d+\s[a-z]{4})\d"
NO_NOUN += rf"|of\s(?:the\s|this\s|next\s)?(?:{MONTH}|month)\b"
NO_NOUN += rf"|{either(*_STANDS.split())}\b|{COUNT}\s(?:o'clock|[ap]\.?\s?m)|{WEEKDAY}\b)|{_IS})"
"""What follows a number that stands for a day: "on the first of May", not "on the first page" or
"the one-pager"."""


def number(words: str) -> int:
    """What a spoken or written number stands for; 0 where it is none. "last" is -1.

    >>> number("twenty-third"), number("3rd"), number("a")
    (23, 3, 1)
    """
    digits = "".join(filter(str.isdecimal, words))
    if digits:
        return int(digits)
    return sum(NUMBERS.get(word, 0) for word in words.replace("-", " ").split())


NEXT = "(?:next|coming|upcoming|following)"
THIS = "(?:this|current)"
UNIT = "(?P<unit>day|week|fortnight|month|year)s?"
ANCHOR = rf"(?P<anchor>(?:the )?day after tomorrow|today|now|tomorrow|(?:next |this )?{WEEKDAY}"
ANCHOR += rf"|{MONTH} (?:the )?(?:{NTH}|\d{{1,2}})|(?:the )?{NTH}(?: of {MONTH})?)"
"""A day inside a phrase: "two weeks from *next Friday*"."""
MONTH_OR_THIS = rf"(?:(?P<next>next month)|(?P<month>{MONTH})|(?:the|this) month)"
LEAVING = (
    "(?:when|once|(?:as )?soon as|after|the (?:minute|moment|second)) "
    "(?:we(?:'re| are)? (?:done|finish(?:ed)?)|(?:we|i)(?:'re|'m|'ve| are| am| have)? "
    "(?:h[au]ng up|r[iu]ng off"
    "|(?:drop|(?:get )?off)(?: this| (?:this|the) (?:call|phone))?"
    r"(?=\s{0,2}(?:$|[.,;!?]|(?:and|so|then|i)\b))))"
)
"""The end of the call itself: "as soon as we're off the phone"."""
EVENT = (
    "(?:(?:proper |real )?(?:call|talk)|chat|session|meeting|catch ?up|check ?in|one to one"
    "|one on one|one)"
)
MEET = "(?:talk|speak|meet|chat|catch up|sit down(?! (?:with|to|for)\\b)|see each other)"

HOLIDAYS = {
    "christmas eve": (12, 24),
    "christmas(?: day)?|xmas": (12, 25),
    "boxing day": (12, 26),
    "new year's eve": (12, 31),
    "new year(?:'s)?(?: day)?": (1, 1),
    "valentine's day": (2, 14),
    "hallowe'?en": (10, 31),
    "twelfth night": (1, 5),
    "epiphany": (1, 6),
    "burns night": (1, 25),
    "anzac day": (4, 25),
    "(?:st\\.? |saint )?(?:patrick|paddy)'s day": (3, 17),
    "(?:st\\.? |saint )david'?s day": (3, 1),
    "(?:st\\.? |saint )george'?s day": (4, 23),
    "(?:st\\.? |saint )andrew'?s day": (11, 30),
    "bonfire night|guy fawkes(?: night)?": (11, 5),
    "all saints'?(?: day)?": (11, 1),
    "st\\.? nicholas(?: day)?": (12, 6),
}
"""Month and day; the feasts that move with Easter are counted in `meanings`."""
FEASTS = {
    "shrove tuesday|pancake (?:day|tuesday)": -47,
    "ash wednesday": -46,
    "palm sunday": -7,
    "maundy thursday": -3,
    "good friday": -2,
    "easter(?: sunday)?": 0,
    "easter monday": 1,
    "ascension(?: day)?": 39,
    "whit sunday|pentecost": 49,
    "whit monday": 50,
}
"""Days after Easter Sunday."""
HOLIDAY = "|".join((*HOLIDAYS, *reversed(FEASTS)))
