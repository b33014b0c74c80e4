"""From a promise that a call moved to the one of that call which it lives on in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from collections.abc import Set as AbstractSet
from typing import TypeVar

from coach.reading.words import content
from coach.records import Commitment

Term = TypeVar("Term")


def taken_up(
    earlier: Commitment, turns: Collection[int], promised: Sequence[Commitment]
) -> Commitment | None:
    """The one of `promised` that rests on the turns which move `earlier`, else on its subject.

    What two of them share tells nothing, as the turn of a closing list, nor does the name of one of
    the two; but what rests on all the words of the move is of it.
    """
    own = [new for new in promised if new.owner == earlier.owner]
    moving, subject = set(turns), content(earlier.action) - _people(earlier, *promised)
    rests = [frozenset(item.turn for item in new.evidence) for new in own]
    words = [content(new.action) for new in own]
    alike = [
        ((len(said & moving), len(about & subject), bool(moving) and moving <= all_of_it), new)
        for new, said, about, all_of_it in zip(
            own, _telling(rests), _telling(words), rests, strict=True
        )
    ]
    best = max((like for like in alike if any(like[0])), key=lambda like: like[0], default=None)
    return best[1] if best else None


def _people(*promises: Commitment) -> frozenset[str]:
    """The words of the names of those who promise, or speak of it."""
    spoke = (item.speaker for one in promises for item in one.evidence)
    return content(" ".join(name for name in (*spoke, *(one.owner for one in promises)) if name))


def _telling(of: Sequence[AbstractSet[Term]]) -> list[set[Term]]:
    """What each has, and none of the others."""
    times = Counter(term for terms in of for term in terms)
    return [{term for term in terms if times[term] == 1} for terms in of]
