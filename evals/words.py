"""Words in the form in which they are compared. A quote is verbatim, or it is none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

People = Mapping[str, Sequence[str]]
"""The names of the two, each with every label that a transcript may show for them."""

RUN = 6
"""So many words in a row of a secret, said nowhere else, give it away."""

_WORD = re.compile(r"[^\W_]+(?:['_][^\W_]+)*")
_STRAIGHT = str.maketrans({"’": "'", "‘": "'"})


def words(text: Any) -> list[str]:
    """Lower-case words with straight apostrophes.

    >>> words("I’ll send it – Friday.")
    ["i'll", 'send', 'it', 'friday']
    """
    return _WORD.findall(str(text or "").lower().translate(_STRAIGHT))


def plain(text: Any) -> str:
    """The words of `text`, a space between them."""
    return " ".join(words(text))


def within(quote: Any, text: Any) -> bool:
    """Do the words of `quote` stand in `text`: whole, together and in order?

    >>> within("send it", "I’ll SEND it."), within("end it", "I’ll send it.")
    (True, False)
    """
    wanted = plain(quote)
    return bool(wanted) and f" {wanted} " in f" {plain(text)} "


def same_words(one: Any, other: Any) -> bool:
    """Does one stand within the other?"""
    return within(one, other) or within(other, one)


def overlap(one: Any, other: Any) -> float:
    """Shared words, as a part of all words of both (0 to 1)."""
    a, b = set(words(one)), set(words(other))
    return len(a & b) / max(1, len(a | b))


def runs(text: Any, length: int = RUN) -> set[str]:
    """Every run of `length` words; a shorter text is one run.

    >>> sorted(runs("a b c", 2))
    ['a b', 'b c']
    """
    row = words(text)
    if not row:
        return set()
    return {" ".join(row[at : at + length]) for at in range(max(1, len(row) - length + 1))}


def who(name: Any, people: People) -> str | None:
    """Which of the two `name` means: a label, or a first name that only one of them has.

    Anybody else is their own name in plain words; nobody is None.

    >>> who("Beth", {"Beth Hargreaves": ["Beth H"], "Maureen Doyle": ["Maureen Doyle"]})
    'Beth Hargreaves'
    """
    said = plain(name)
    for person, labels in people.items():
        if said in {plain(label) for label in labels}:
            return person
    namesakes = [person for person in people if words(person)[:1] == said.split()]
    return namesakes[0] if len(namesakes) == 1 else said or None


def strings(value: Any) -> Iterator[str]:
    """Every text that stands anywhere in a JSON value."""
    if isinstance(value, dict):
        for inner in value.values():
            yield from strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from strings(inner)
    elif isinstance(value, str):
        yield value
