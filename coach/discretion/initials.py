"""Third people by their initials, where the two agreed on that: their names are nowhere kept.

A name is put away before anything reads a call, so that nothing made of it can hold the name. To
know it again in the next call, in an answer or in a goal, there is only a fingerprint of each of
its parts: enough to tell that this word is that name, and no name to be found in any file.

As many words stand there afterwards as before ("Margaret Chen" is "M. C.", "Margaret" alone "MC"):
what was struck of a call is remembered by the number of its words.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any, TypeVar

from coach.discretion.pseudonyms import EVERYDAY
from coach.records import Initials, Record, Relationship

_TOKEN = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$", re.IGNORECASE)
_TITLE = re.compile(
    r"(?:Mr|Mrs|Ms|Miss|Dr|Sir|Sister|Father|Auntie|Uncle|Chief|Prof|Coach|Madam|Ma'am)\.?$"
)
_THINGS = frozenset(
    "id relationship session commitment about question item topic digest framework part gap "
    "name labels known known_as".split()
)
"""Fields that name something of ours, or one of the two: no words of a call."""
R = TypeVar("R", bound=Record)
LETTERS = 4
"""Letters of somebody's initials, at most."""


def initials_of(name: str) -> str:
    """The first letter of each part of a name; titles have none.

    >>> initials_of("Sister Agnes O'Brien-Lowe"), initials_of("Gill")
    ('AOL', 'G')
    """
    return "".join(part[0].upper() for part in _parts(name))[:LETTERS]


def with_name(relationship: Relationship, name: str, initials: str) -> Initials:
    """What is known, with one more name. The names of the two are never put away."""
    known = relationship.agreement.initials
    prints = (_print(relationship, part) for part in _third_persons(name, relationship))
    # Whom one part of a name is known for goes by more letters from now on, never by fewer.
    longer = {one: initials for one in prints if len(known.known.get(one, "")) <= len(initials)}
    return known.model_copy(update={"on": True, "known": {**known.known, **longer}})


def is_a_third_persons(name: str, relationship: Relationship) -> bool:
    """Has this name a part that is neither of the two's?"""
    return bool(_third_persons(name, relationship))


def _third_persons(name: str, relationship: Relationship) -> list[str]:
    own = _own(relationship)
    return [part for part in _parts(name) if _folded(part) not in own and len(part) > 1]


def with_names(relationship: Relationship, names: Iterable[str]) -> Relationship:
    """The pair, with the names of a call known by their fingerprints. A whole name says more."""
    for name in sorted(names, key=lambda name: len(_parts(name))):
        found = with_name(relationship, name, initials_of(name))
        changed = relationship.agreement.model_copy(update={"initials": found})
        relationship = relationship.model_copy(update={"agreement": changed})
    return relationship


def also_knowing(relationship: Relationship, found: Initials) -> Relationship:
    """The pair, knowing these names too, while they go by initials."""
    agreed = relationship.agreement
    if not agreed.initials.on:
        return relationship
    more = {
        one: told
        for one, told in found.known.items()
        if len(agreed.initials.known.get(one, "")) <= len(told)
    }
    initials = agreed.initials.model_copy(update={"known": {**agreed.initials.known, **more}})
    changed = agreed.model_copy(update={"initials": initials})
    return relationship.model_copy(update={"agreement": changed})


def moved_to(relationship: Relationship, id: str) -> Relationship:
    """The pair under another id, still knowing whom it knows."""
    agreed = relationship.agreement
    known_as = agreed.initials.known_as or (relationship.id if agreed.initials.known else None)
    initials = agreed.initials.model_copy(update={"known_as": known_as if known_as != id else None})
    changed = agreed.model_copy(update={"initials": initials})
    return relationship.model_copy(update={"id": id, "agreement": changed})


def by_initials(text: str, relationship: Relationship) -> str:
    """The text with initials for every name that is known; as it was, where nothing is agreed."""
    if not relationship.agreement.initials.on:
        return text
    found = list(_named(text, relationship))
    for run in reversed([list(run) for _, run in groupby(found, key=lambda one: one[3])]):
        letters = _spread(run[0][2], len(run))
        for (start, end, _, _), shown in reversed(list(zip(run, letters, strict=True))):
            text = text[:start] + shown + text[end:]
    return text


def in_initials(record: R, relationship: Relationship) -> R:
    """A record with initials in all of its words; what names a thing in it stays."""

    def put(value: Any) -> Any:
        if isinstance(value, str):
            return by_initials(value, relationship)
        if isinstance(value, list):
            return [put(one) for one in value]
        if isinstance(value, dict):
            return {key: one if key in _THINGS else put(one) for key, one in value.items()}
        return value

    if not relationship.agreement.initials.on:
        return record
    return type(record).model_validate(put(record.model_dump(mode="json")))


def _named(text: str, relationship: Relationship) -> Iterator[tuple[int, int, str, int]]:
    """Where a name stands, whose, and in which row of words of the same name."""
    own, known = _own(relationship), relationship.agreement.initials.known
    before, row = None, 0
    for token in _TOKEN.finditer(text):
        word = _POSSESSIVE.sub("", token.group())
        folded = _folded(word)
        everyday = folded in EVERYDAY and not word[:1].isupper()
        told = None if folded in own or everyday else known.get(_print(relationship, word))
        if told is None:
            before = None
            continue
        if before is None or before[0] != told or text[before[1] : token.start()].strip(" \t\n-"):
            row += 1
        before = (told, token.start() + len(word))
        yield token.start(), token.start() + len(word), told, row


def _spread(initials: str, words: int) -> list[str]:
    """Initials over as many words as the name had.

    >>> _spread("MC", 2), _spread("MC", 1), _spread("G", 1), _spread("M", 2)
    (['M.', 'C.'], ['MC'], ['G.'], ['M.', 'M.'])
    """
    if words == 1:
        return [initials if len(initials) > 1 else f"{initials}."]
    letters = initials.ljust(words, initials[-1])
    shown = [*letters[: words - 1], letters[words - 1 :]]
    return [one if len(one) > 1 else f"{one}." for one in shown]


def _parts(name: str) -> list[str]:
    tokens = [token.group() for token in _TOKEN.finditer(name)]
    return [token for token in tokens if not _TITLE.match(token)] or tokens


def _own(relationship: Relationship) -> frozenset[str]:
    """Words of the two's own names and labels, which stay."""
    names = (name for person in relationship.people for name in (person.name, *person.labels))
    return frozenset(_folded(part) for name in names for part in _TOKEN.findall(name))


def _folded(word: str) -> str:
    bare = unicodedata.normalize("NFKD", word.replace("’", "'").casefold())
    return "".join(sign for sign in bare if not unicodedata.combining(sign))


def _print(relationship: Relationship, part: str) -> str:
    id = relationship.agreement.initials.known_as or relationship.id
    words = f"{id}\0{_folded(part)}"
    return hashlib.sha256(words.encode()).hexdigest()[:20]
