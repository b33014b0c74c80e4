"""Promises and goals as nouns, so that a question can be asked about them."""

from __future__ import annotations

import re

_IRREGULAR = {"be": "being", "see": "seeing", "agree": "agreeing", "die": "dying", "lie": "lying"}
_DOUBLES = frozenset(
    """put get sit set cut let plan chat stop run swap drop pop tag log begin jot dig nip tip shop
    hit quit pin skip trim slip win step map spot strip drag grab admit commit submit refer forget""".split()
)
"""Verbs that double their last letter before -ing."""
_HANGING = frozenset(
    """a an and at but by for from how if in into of off on or so than that the their then to up
    what when where which who with without""".split()
)
"""Words that cannot stand last."""
_SPOKEN = re.compile(r"(?:i|we|it|my|our|that|there)(?:['’]\w+)?\s", re.IGNORECASE)
"""A goal in somebody's own sentence, which is no instruction."""
_LONGEST = 12
"""Words that a question still reads well around."""


def gerund(action: str) -> str:
    """An instruction as something that can be talked about.

    >>> gerund("Send Dana the video"), gerund("Put it in the diary"), gerund("Not open the laptop")
    ('sending Dana the video', 'putting it in the diary', 'not opening the laptop')
    """
    verb, _, rest = action.strip(" .").partition(" ")
    verb = verb.lower().rstrip(",;:")
    if verb in ("not", "never"):
        return f"{verb} {gerund(rest)}"
    return f"{_ing(verb)} {rest}".strip()


def as_thing(action: str) -> str:
    """A short noun phrase for a promise or goal, for use inside a question.

    >>> as_thing("Write one page on which reviews need Karthik and post it for the team")
    'writing one page on which reviews need Karthik'
    >>> as_thing("I'd like to be one day a week in the code")
    'the goal "I\'d like to be one day a week in the code"'
    """
    text = action.strip(" .")
    if _SPOKEN.match(text):
        return f'the goal "{short_quote(text)}"'
    words = gerund(_first_clause(text)).split()
    if len(words) > _LONGEST:
        words = words[: _LONGEST - 2]
        while words and words[-1].lower().strip(",") in _HANGING:
            words.pop()
    return " ".join(words).rstrip(",;")


def short_quote(words: str, most: int = 16) -> str:
    """At most `most` words of a quote; where it is cut, it shows."""
    spoken = words.strip(" ,;").split()
    return " ".join(spoken[:most]) + (" …" if len(spoken) > most else "")


def given_name(name: str) -> str:
    """What people call somebody: Dana, of Dana Whitfield."""
    return name.split()[0]


def _first_clause(text: str) -> str:
    """The first deed of several; the second where the first is a bare verb."""
    first, _, second = text.partition(" and ")
    return second if second and len(first.split()) < 2 else first


def _ing(verb: str) -> str:
    if verb in _IRREGULAR:
        return _IRREGULAR[verb]
    if verb in _DOUBLES:
        return f"{verb}{verb[-1]}ing"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        return f"{verb[:-1]}ing"
    return verb if verb.endswith("ing") else f"{verb}ing"
