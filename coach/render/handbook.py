"""The frameworks as a small handbook: what each is for, where it is from, what it asks whom."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Literal, NamedTuple

from coach.library import Framework, Helps, Kind, Question, Reference
from coach.records import PHASES

HELPS: dict[Helps, str] = {
    "before": "Before a call",
    "during": "In the call",
    "after": "After it",
    "throughout": "As long as you meet",
}
"""The parts of the handbook, in their order."""

_FOR = {
    "mentor": "For the mentor",
    "mentee": "For the mentee",
    "both": "For both",
    None: "About the call itself",
}
_KINDS: dict[Kind, str] = {
    "act": "To end with",
    "behaviour": "Behaviours",
    "function": "Functions",
    "phase": "Phases",
    "probe": "To look back",
    "topic": "Topics",
}
_BLANKS = {
    "thing": "the promise or goal",
    "who": "you",
    "partner": "your partner",
    "whom": "the one you ask",
    "listener": "the one you talk to",
    "habit": "what you do again and again",
    "due": "the day",
    "quote": "your words",
}
"""What stands for a field of a ready wording, where nothing fills it in."""
_STEPS = frozenset({"phase", "step"})
"""Kinds that are a phase, and need not be told of which one they are."""
_LABELS = {
    "literal": "keeps the scope of its source",
    "neutral": "worded by us for any subject",
    "derived": "put together by us from what its sources say",
    "ours": "our own",
}


class Piece(NamedTuple):
    """A run of words, and how it stands: plain, `strong`, a `code`, or a `blank` to fill in."""

    words: str
    how: Literal["", "strong", "code", "blank"] = ""


class Entry(NamedTuple):
    """A question, or another thing that a framework lists, with what hangs below it."""

    id: str
    name: str
    """what it is called, where it has a name"""
    text: str
    asked: tuple[tuple[Piece, ...], ...]
    """its ready wordings"""
    under: tuple[Entry, ...]


class Group(NamedTuple):
    """Entries for one person, of one kind, in the same phases."""

    title: str
    entries: tuple[Entry, ...]


class Chapter(NamedTuple):
    """A part of a framework; one without parts is one chapter without a title."""

    title: str
    groups: tuple[Group, ...]


def summary(pack: Framework) -> str:
    """What it is, in its first clause.

    >>> from coach.library import load_framework
    >>> summary(load_framework("core-four"))
    'Four skills that mentor and mentee both practise'
    """
    plain = " ".join(pack.body.split("\n\n")[0].split()).replace("**", "").replace("`", "")
    return re.split(r"[.:;?!](?:\s|$)", plain, maxsplit=1)[0]


def paragraphs(pack: Framework) -> tuple[tuple[Piece, ...], ...]:
    """What its page says, in our own words."""
    return tuple(pieces(" ".join(one.split())) for one in pack.body.split("\n\n") if one.strip())


def pieces(text: str) -> tuple[Piece, ...]:
    """Words with their `code` and **strong** told apart.

    >>> [piece.how for piece in pieces("It is **derived** from `smart`.")]
    ['', 'strong', '', 'code', '']
    """
    return tuple(_pieces(text))


def _pieces(text: str) -> Iterator[Piece]:
    for part in re.split(r"(`[^`]+`|\*\*[^*]+\*\*)", text):
        if part.startswith("`") and len(part) > 1:
            yield Piece(part.strip("`"), "code")
        elif part.startswith("**") and len(part) > 2:
            yield Piece(part.strip("*"), "strong")
        elif part:
            yield Piece(part)


def wording(ask: str) -> tuple[Piece, ...]:
    """A ready wording, its fields as blanks that say what goes there."""
    parts = re.split(r"\{(\w+)\}", ask.replace("{{", "").replace("}}", ""))
    found = (
        Piece(_BLANKS.get(part, part), "blank") if at % 2 else Piece(part)
        for at, part in enumerate(parts)
    )
    return tuple(piece for piece in found if piece.words)


def source(reference: Reference) -> str:
    """A work as a handbook names it.

    >>> source(Reference(title="SMART", author="G. Doran", publisher="Review", published="1981"))
    'G. Doran, SMART (Review, 1981)'
    """
    where = ", ".join(filter(None, (reference.publisher, _when(reference.published or ""))))
    named = ", ".join(filter(None, (reference.author, reference.title)))
    named += f" ({where})" if where else ""
    return f"{named}; read in {reference.described_in}" if reference.described_in else named


def _when(published: str) -> str:
    """A year as it is; a month by its name."""
    if not re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", published):
        return published
    return f"{date(int(published[:4]), int(published[5:]), 1):%B %Y}"


def label(pack: Framework) -> str:
    """How near to its source it is, where that has to be said."""
    return "; ".join(_LABELS[one] for one in pack.labels)


def chapters(pack: Framework) -> tuple[Chapter, ...]:
    """All that it lists: by part, then by whom it is for and when."""
    parts = pack.kinds("part")
    loose = [one for one in pack.questions if one.parent is None and one.kind != "part"]
    found = [Chapter("", _groups(pack, loose))] if loose else []
    found += [Chapter(_named(part), _groups(pack, pack.under(part.id))) for part in parts]
    return tuple(found)


def _groups(pack: Framework, questions: tuple[Question, ...] | list[Question]) -> tuple[Group, ...]:
    found: dict[tuple[str, str, str], list[Entry]] = {}
    for one in questions:
        phases = () if one.kind in _STEPS else one.phases
        when = ", ".join(phase for phase in PHASES if phase in phases)
        key = (_KINDS.get(one.kind, ""), _FOR[one.role], when)
        found.setdefault(key, []).append(_entry(pack, one))
    return tuple(Group(_title(key, found), tuple(entries)) for key, entries in found.items())


def _title(key: tuple[str, str, str], all_: Mapping[tuple[str, str, str], object]) -> str:
    """Only what tells this group from the others, and always for whom."""
    kind, whose, when = key
    kinds = kind if len({one[0] for one in all_}) > 1 else ""
    whose = "" if whose == _FOR[None] and len({one[1] for one in all_}) == 1 else whose
    return " · ".join(filter(None, (kinds, whose, when)))


def _entry(pack: Framework, one: Question) -> Entry:
    under = tuple(_entry(pack, below) for below in pack.under(one.id))
    return Entry(one.id, _name(one), one.text, tuple(map(wording, one.ask)), under)


def _named(part: Question) -> str:
    """A part by its name and what it is about, which often begins with the name."""
    return f"{_name(part)}: {part.text[:1].lower()}{part.text[1:]}".rstrip(".")


def _name(one: Question) -> str:
    """Its own name, or an id that is one word or more, and not a number."""
    name = one.name or (one.id.replace("_", " ") if re.fullmatch(r"[a-z_]{4,}", one.id) else "")
    return name[:1].upper() + name[1:]


def parts(pack: Framework) -> int:
    """How many things a call can be held against in it."""
    return sum(one.kind != "part" and one.parent is None for one in pack.questions)
