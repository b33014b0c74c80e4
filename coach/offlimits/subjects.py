"""What one line of the list puts off limits: things, each with the words it is known by.

A line may list several things and say whose they are, what they are about, or who is meant
(in brackets). A thing is known by what it is ("Karthik's company's pricing": pricing); but where
that is an empty word, by what it is about ("details of the merger": merger), and where it is what
anybody has, by both together ("names of pupils": names and pupils).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from coach.offlimits.kin import Spoken, kin, plain
from coach.reading.words import content

_ASIDE = re.compile(r"\(([^)]*)\)")
_NAME = re.compile(r"\b[A-Z](?:\w+|\b)")
_LIST = re.compile(r",|;|/|&|\band\b|\bor\b")
_SHARED = re.compile(r"\b(\w+(?:['’]s|s['’]))\s+(?:and|or)\s+(?=\w+(?:['’]s|s['’])\s+(\w+))")
_WHOSE = re.compile(r"\b(\w+)(?:['’]s|(?<=s)['’])(?=\s)")
_WHAT_ABOUT = re.compile(
    r"\s(?:about|against|as|at|between|beyond|concerning|for|from|in|of|on|regarding|than|to|under"
    r"|which|who|whose|with)\b"
)
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")

_EMPTY = frozenset(
    """
    affair anything aspect case circumstance contact detail discussion everything fact gossip issue
    information matter mention news person problem question side situation story stuff subject talk
    thing topic whole
    """.split()
)
"""Words that name nothing by themselves: what they are about is the thing."""
_ANYBODYS = frozenset(
    """
    address age background behaviour business code data feeling figure history home house life
    mail message name number opinion performance place plan record result role state status
    time view work
    """.split()
)
"""What everybody has: it is a subject together with whose it is or what it is of."""
_QUALITIES = frozenset(
    """
    actual certain clear close concrete current early entire exact existing first former free full
    future general good great happy hard individual internal late main minor new next old open
    other own particular past personal possible present previous private privileged recent real
    sensitive single small specific strict total various whole young
    """.split()
)
"""Adjectives, which are known by their noun."""
_QUALITY = re.compile(
    r"(?:[aeiou]\w*(?:ic|ical|ous|ful|ive|less|ible|able)|\w{3,}(?:nal|gal|ial))$"
)
_GRAMMAR = frozenset(
    """
    a about all am an and any are as at be been both but by do each either for from get got had has
    have he her his how i if in into is it its my no nobody none nor not of off on or our she so
    some such than that the their them then they this those to two us was we were what when where
    which who why with you your
    """.split()
)
_MODAL = frozenset("can could may might must should will would".split())
"""Words of grammar that are names where they have a capital: no subject begins with one."""


@dataclass(frozen=True)
class Thing:
    """Known by any one of `words`, or by all of `together`; `names` stand as they are written."""

    words: frozenset[str] = frozenset()
    together: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()

    def is_in(self, said: Spoken) -> bool:
        """Does a text speak of it?"""
        return (
            not self.names.isdisjoint(said.capitals)
            or any(map(said.has, self.words))
            or (bool(self.together) and all(map(said.has, self.together)))
        )


def things(subject: str, own: frozenset[str]) -> Iterator[Thing]:
    """The things of one line. `own`: the plain words of the two's names, which tell nothing.

    >>> [sorted(thing.words) for thing in things("Karthik's company's pricing, roadmap", own=set())]
    [['pricing'], ['roadmap']]
    >>> [sorted(thing.together) for thing in things("names of pupils", own=set())]
    [['names', 'pupils']]
    """
    for aside in _ASIDE.findall(subject):
        names = frozenset(name for name in _NAME.findall(aside) if plain(name) not in own)
        if names and len(_WORD.findall(aside)) <= 2 * len(names) + 1:
            yield Thing(names=names)
    bare = _SHARED.sub(r"\1 \2, ", _ASIDE.sub(" ", subject))
    for part in _LIST.split(bare):
        if (thing := _thing(part.strip(), own)) is not None:
            yield thing


def _thing(part: str, own: frozenset[str]) -> Thing | None:
    head, rest = _apart(part)
    if "-" in head and len(compound := _WORD.findall(head)) == 1:
        pieces = [plain(piece) for piece in _bare(compound[0]).split("-")]
        return Thing(words=frozenset([plain("".join(pieces))]), together=frozenset(pieces))
    words, names = _telling(head, own), _names(head, own)
    owners = [one for one in _WHOSE.findall(f"{part} ") if plain(one) not in own]
    beside = _telling(" ".join([*owners, rest]), own)
    nouns = [word for word in words if not _is(word, _EMPTY | _ANYBODYS) and not _is_quality(word)]
    if nouns and _is(words[-1], _ANYBODYS):
        return Thing(together=frozenset([*nouns, words[-1]]), names=names)
    if nouns or names:
        return Thing(words=frozenset(nouns), names=names)
    if any(_is(word, _ANYBODYS) for word in words) and beside:
        return Thing(together=frozenset([*words, *beside]))
    if beside and not (words and all(map(_is_quality, words))):
        about = [word for word in beside if not _is_quality(word)] or beside
        return Thing(words=frozenset(about), names=_names(rest, own))
    if words:
        return Thing(together=frozenset(words))
    plainest = [w for w in _plain_words(part) if w not in _GRAMMAR | _MODAL and w not in own]
    return Thing(together=frozenset(plainest)) if plainest else None


def _apart(part: str) -> tuple[str, str]:
    """What it is, without whose; and what it is about. What is done to somebody is about them."""
    bare = _WHOSE.sub("", f"{part} ").strip()
    first, _, object_ = bare.partition(" ")
    doing = first.lower().endswith("ing") and not _is(plain(first), _EMPTY)
    if doing and object_ and not _WHAT_ABOUT.match(f" {object_}"):
        return object_, ""
    cut = _WHAT_ABOUT.search(bare)
    return (bare[: cut.start()], bare[cut.end() :]) if cut else (bare, "")


def _telling(text: str, own: frozenset[str]) -> list[str]:
    """Plain words that carry a subject, in their order."""
    found = (word for word in _WORD.findall(text) if content(word))
    return [bare for word in found if (bare := plain(_bare(word))) not in own]


def _names(text: str, own: frozenset[str]) -> frozenset[str]:
    """Names that would be words of grammar with a small letter."""
    written = set(_NAME.findall(text))
    return frozenset(word for word in written if plain(word) in _MODAL - own)


def _plain_words(text: str) -> list[str]:
    return [plain(_bare(word)) for word in _WORD.findall(text)]


def _bare(word: str) -> str:
    return re.sub(r"['’]s?$", "", word)


def _is(word: str, known: frozenset[str]) -> bool:
    return word in known or any(kin(one, word) for one in known if one[0] == word[0])


def _is_quality(word: str) -> bool:
    return word in _QUALITIES or bool(_QUALITY.search(word))
