"""The plain verb for a breezy one, and the words of a deed in the order in which one writes them.

>>> in_plain_verbs("ping it across to Nandini"), end_weighted("send the loan form to Ada")
('send it to Nandini', 'send Ada the loan form')
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_TO_SEND = r"(?:ping|shoot|flick|fire|whizz?|chuck|wing|zap|fling|sling|pop|drop|bung|shove|bang)"
_NAME = r"(?:[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?|him|her|them)"
_WHAT = (
    r"(?P<what>(?:it|them|that|those|the|an?|my|your|their|\w+['’]s|some|two|three)\b"
    r"(?:(?! and ).)*?)"
)
_NO_TALK = (
    r"(?!an? (?:quick |quiet |wee |little )?(?:line|bell|ring|word|chat|talk|shout|note|text"
    r"|message|e-?mail|call|look)\b)"
)
_NOT_TOGETHER = (
    r"(?!(?:an?|some) |(?:[\w'’-]+ ){0,4}?(?:(?:\w{2,}ing|out|talk|chat|word|call|coffee|tea|lunch"
    r"|dinner|breakfast|drink|pint|row|fight|interview|conversation|discussion|argument|session"
    r"|slot|date|appointment|catch-?up|time|hour|minute|day|week|one)s? ){1,2}with\b)"
)
"""“Have the form with Ruth by Friday” hands it over; “have a coffee with Ruth” is done together."""
_PLAIN_VERBS: tuple[tuple[str, str], ...] = (
    (rf"^(?:{_TO_SEND}|put|get|stick) {_WHAT} in the (?P<post>post|mail)\b", r"\g<post> \g<what>"),
    (rf"^{_TO_SEND} (?P<who>{_NAME}) {_NO_TALK}{_WHAT}$", r"send \g<who> \g<what>"),
    (
        rf"^(?:{_TO_SEND}|get|have(?!.*\b[A-Z]{{2,}}\b)) {_NO_TALK}{_WHAT} (?P<back>back )?"
        rf"(?:(?:over|off|across|through|on|along|out) )?(?:(?:in )?to|into) (?P<who>{_NAME})\b",
        r"send \g<what> \g<back>to \g<who>",
    ),
    (
        rf"^(?:get|have(?!.*\b[A-Z]{{2,}}\b)) {_NOT_TOGETHER}{_WHAT} (?P<back>back )?"
        rf"(?:(?:over|off|across) )?with (?P<who>{_NAME})\b",
        r"send \g<what> \g<back>to \g<who>",
    ),
    (rf"^{_TO_SEND} (?P<what>it|them|that|those)$", r"send \g<what>"),
    (rf"^{_TO_SEND} {_WHAT} (?:over|across|through)$", r"send \g<what>"),
    (r"^(?:give|drop) (?P<who>.+?) an? (?:ring|bell|tinkle|wee ring)\b", r"ring \g<who>"),
    (r"^give (?P<who>.+?) an? (?:buzz|call|phone)\b", r"call \g<who>"),
    (
        r"^(?:give|send|drop|write) (?P<who>[A-Z][\w.]+(?: [A-Z]\w+)?|him|her|them)"
        r" an? (?:(?:quick|wee|little|short) )?(?P<how>e-?mail|message|text)\b(?! message)",
        r"\g<how> \g<who>",
    ),
    (
        r"^have an? (?:(?:quick|quiet|wee|little) )?(?:word|chat|talk) (?:with|to)\b",
        r"speak to",
    ),
    (r"^(?P<asks>ask [\w.'’]+(?: [A-Z]\w+)?) and see whether\b", r"\g<asks> whether"),
    (rf"^owe (?=(?:{_NAME}|{_WHAT})\b)", "give "),
    (
        rf"^(?:throw|stick|chuck|bung|sling|whack|pop|bang) (?={_WHAT} (?:in|into|on|onto|up)\b)",
        r"put ",
    ),
)
"""Ways of sending, ringing and putting, in the plain verb for each; deed already retold."""


_TO_WHOM = re.compile(
    r"\b((?:send|give|bring|show|post|mail) (?:it|them)) ([A-Z]\w+|them|him|her)\b"
)

_WHOM_IT = re.compile(
    r"\b(send|give|bring|show|post|mail|text|e-?mail) ([A-Z]\w+|him|her) (it|them)\b"
)


def in_plain_verbs(deed: str) -> str:
    """The same deed with the plain verb for a breezy one.

    >>> in_plain_verbs("ping it across to Nandini"), in_plain_verbs("give Trish a bell")
    ('send it to Nandini', 'ring Trish')
    """
    for pattern, plainly in _PLAIN_VERBS:
        if match := re.match(pattern, deed):
            said = match.expand(plainly.replace(r"\g<back>", match.groupdict().get("back") or ""))
            deed = said + deed[match.end() :]
            break
    return _WHOM_IT.sub(r"\1 \3 to \2", _TO_WHOM.sub(r"\1 to \2", deed))


_TO_NOBODY = (
    r"\b(?P<send>send|give|bring|mail|post|e-?mail|forward) "
    r"(?P<what>(?:the|an?|my|their|this|that|those)(?: (?!to\b|on\b|over\b)[a-z][\w-]*){0,3}) "
    r"(?=(?:%s)(?=$|,| and ))"
)


def to_whom(deed: str, names: Iterable[str]) -> str:
    """ "Send the photo Ada", as some say it: "send the photo to Ada".

    >>> to_whom("send the new photo Ada", ["Ada", "Sam"]), to_whom("send Ada it", ["Ada"])
    ('send the new photo to Ada', 'send Ada it')
    """
    return re.sub(_TO_NOBODY % "|".join(map(re.escape, names)), r"\g<send> \g<what> to ", deed)


_HEAVY_BEFORE_WHOM = re.compile(
    r"\b(?P<send>send|e-?mail|give|mail|forward|show|bring|text) "
    r"(?P<what>(?:the|an?|their|his|her|two|three|[A-Z]\w+['’]s)(?: (?!and\b)[\w'’-]+){2,}?)"
    r" to (?P<whom>[A-Z]\w+)(?=$|,| and )",
    re.IGNORECASE,
)


def end_weighted(deed: str) -> str:
    """The same deed with its heavier part last, as one writes it.

    >>> end_weighted("send the loan form to Ada"), end_weighted("send it to Ada")
    ('send Ada the loan form', 'send it to Ada')
    """
    return _HEAVY_BEFORE_WHOM.sub(r"\g<send> \g<whom> \g<what>", deed)
