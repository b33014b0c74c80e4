"""Subjects that a pair put off limits: in no agenda item, no question, no search hit.

Every output asks here, and only here, whether a text speaks of one. A subject is known by its
words in any of their forms, never by what it means: who wants "pay" out of the way and says
"salary" too, lists both.

    subjects.py  what one line of the list puts off limits     kin.py  forms of one word
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from coach.offlimits.kin import Spoken
from coach.offlimits.subjects import Thing, things
from coach.records import Commitment, Relationship

__all__ = ["UNSPOKEN", "discreet", "is_known", "speaks_of"]

UNSPOKEN = "A promise about what is off limits"
"""What is said in the place of its action: the debt stays, its subject is not spoken of."""


def speaks_of(text: str | None, relationship: Relationship) -> bool:
    """Does `text` speak of a subject that the pair put off limits?

    Rather one item too few than one that nobody wants to see: one telling word is enough.

    >>> from coach.records import Agreement, Person
    >>> pair = Relationship(
    ...     id="pair",
    ...     mentor=Person(name="Ada"),
    ...     mentee=Person(name="Sam"),
    ...     agreement=Agreement(off_limits=("Sam's divorce", "details of the merger")),
    ... )
    >>> speaks_of("now that he is divorced", pair), speaks_of("the details of the rota", pair)
    (True, False)
    """
    subjects = relationship.agreement.off_limits
    if not text or not subjects:
        return False
    said = Spoken.of(text)
    return any(thing.is_in(said) for thing in _things(subjects, _names(relationship)))


def discreet(promise: Commitment, relationship: Relationship) -> Commitment:
    """The promise with its owner and day; in neutral words, where its own ones are off limits."""
    words = " ".join([promise.action, *(item.quote for item in promise.evidence)])
    if not speaks_of(words, relationship):
        return promise
    return promise.model_copy(update={"action": UNSPOKEN, "due_phrase": None, "evidence": ()})


def is_known(subject: str, relationship: Relationship) -> bool:
    """Has this subject a word of its own, by which a text that speaks of it can be told?"""
    return bool(_things((subject,), _names(relationship)))


def _names(relationship: Relationship) -> frozenset[str]:
    names: Iterable[str] = (person.name for person in relationship.people)
    return frozenset(word for name in names for word in Spoken.of(name).words)


@lru_cache(maxsize=64)
def _things(subjects: tuple[str, ...], names: frozenset[str]) -> tuple[Thing, ...]:
    return tuple(thing for subject in subjects for thing in things(subject, names))
