"""Two readers on one call: what a language model claims, and what the rules hear.

The rules are the floor. A model that says nothing, or was told to by words in the call, cannot take
a promise out of a recap. Where both heard the same promise it is one item, in the model's words.
What only the rules heard stands as an item where it was said in so many words; else it is shown
apart, for a person to look at: most of it is none.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from coach.evidence import words
from coach.reading.words import content
from coach.records import Commitment, Unsupported

RULES_ALONE = "only the rules heard it; the model did not report it"


class Heard(NamedTuple):
    """A checked promise; `sure` where the rules heard it in so many words."""

    promise: Commitment
    sure: bool = False


class Joined(NamedTuple):
    """Promises in the order of the call, who alone heard which (by place), and the rest."""

    promises: tuple[Commitment, ...]
    alone: dict[int, str]
    aside: tuple[Unsupported, ...]


def join(proposed: Sequence[Commitment], heard: Sequence[Heard], model: str, rules: str) -> Joined:
    """One list of both. A model that reported no promise at all is not believed over the rules."""
    kept: list[tuple[Commitment, str | None]] = []
    matched: set[int] = set()
    for promise in proposed:
        twins = _told_by(promise, heard)
        matched |= twins
        kept.append((promise, None if twins else model))
    rest = [one for n, one in enumerate(heard) if n not in matched]
    kept += [(one.promise, rules) for one in rest if one.sure or not proposed]
    kept.sort(key=lambda one: min((item.turn for item in one[0].evidence), default=0))
    return Joined(
        tuple(promise for promise, _ in kept),
        {place: reader for place, (_, reader) in enumerate(kept) if reader},
        tuple(
            Unsupported(kind="commitment", claim=_place(one.promise), why=RULES_ALONE)
            for one in rest
            if proposed and not one.sure
        ),
    )


def _told_by(promise: Commitment, heard: Sequence[Heard]) -> set[int]:
    """The places of what this promise tells: the same words or matter, and a word of it named.

    A long quote may run over two promises; it tells the one that its wording is about. What was
    said in so many words is told by an item of its own owner that quotes where it was said, and by
    nothing less.
    """
    named = content(promise.action)
    return {
        place
        for place, (one, sure) in enumerate(heard)
        if (_is_surely(promise, one) if sure else are_one(promise, one))
        and named & content(f"{one.action} {_quoted(one)}")
    }


def _quoted(promise: Commitment) -> str:
    return " ".join(item.quote for item in promise.evidence)


def merged(promises: Sequence[Commitment]) -> tuple[Commitment, ...]:
    """Promises of one reader in which a restatement is the same item: windows of a call overlap."""
    kept: list[Commitment] = []
    for promise in promises:
        place = next((n for n, one in enumerate(kept) if _restates(promise, one)), None)
        if place is None:
            kept.append(promise)
            continue
        first = kept[place]
        evidence = tuple(dict.fromkeys((*first.evidence, *promise.evidence)))
        dated = promise if promise.due and not first.due else first
        kept[place] = first.model_copy(
            update={"evidence": evidence, "due": dated.due, "due_phrase": dated.due_phrase}
        )
    return tuple(kept)


def are_one(one: Commitment, other: Commitment) -> bool:
    """Do these two stand for the same promise? The same words, or much the same matter."""
    return _same_place(one, other) or (_may_be_one(one, other) and _alike(one, other))


def _same_place(one: Commitment, other: Commitment) -> bool:
    """Do they quote the same words, or the same turn about the same thing?"""
    shared = content(one.action) & content(other.action)
    turns = {item.turn for item in one.evidence} & {item.turn for item in other.evidence}
    return _may_be_one(one, other) and (_share_words(one, other) or bool(turns and shared))


def _is_surely(promise: Commitment, made: Commitment) -> bool:
    return promise.owner == made.owner and _same_place(promise, made)


def _may_be_one(one: Commitment, other: Commitment) -> bool:
    return None in (one.owner, other.owner) or one.owner == other.owner


def _restates(one: Commitment, other: Commitment) -> bool:
    """Said again: of the same person and day, in much the same words both ways."""
    if one.owner != other.owner or (one.due and other.due and one.due != other.due):
        return False
    first, second = content(one.action), content(other.action)
    return 3 * len(first & second) >= 2 * max(len(first), len(second), 1)


def _alike(one: Commitment, other: Commitment) -> bool:
    first, second = content(one.action), content(other.action)
    smaller = min(len(first), len(second))
    return smaller > 0 and 3 * len(first & second) >= 2 * smaller


def _share_words(one: Commitment, other: Commitment) -> bool:
    """Do quotes of the two overlap in a turn, by more than a nod?"""
    for a in one.evidence:
        for b in other.evidence:
            if a.turn == b.turn:
                shorter, longer = sorted((words(a.quote), words(b.quote)), key=len)
                if len(shorter) > 2 and f" {' '.join(shorter)} " in f" {' '.join(longer)} ":
                    return True
    return False


def _place(promise: Commitment) -> str:
    """Where a promise was heard. Its words may be what a model rightly left alone."""
    turn = min(item.turn for item in promise.evidence)
    return f"turn:{turn} {promise.owner or 'Somebody'}"
