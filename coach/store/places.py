"""Where in the talk notes stand, and how that and two ways of finding make one order.

A note is as good as its own match, by meaning and by words, and a little better where the notes
around it match too: what answers a question seldom repeats it, but stands next to it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Scores = NDArray[np.float64]

Ranked = Sequence[tuple[str, float]]
"""Note ids with a score, best first."""

TOGETHER = 8
"""Turns between which two notes of one call are still about the same."""


class Place(NamedTuple):
    """A note's id, the call and turn of its words (if it has any), and its moment in seconds."""

    id: str
    session: str | None
    turn: int | None
    at: float


class Weights(NamedTuple):
    """What counts for how much, beside a cosine of 1.

    `words`: the best match by words; the others in proportion. `near`: the share of its own match
    that a note lends to the next one of its call, and to the one after that, on both sides.
    `recent`: the newest note before the oldest, so that of equals the newer comes first.
    `python -m evals retrieval FILE --ablation` shows what each is good for.
    """

    meaning: float = 1.0
    words: float = 0.7
    near: tuple[float, ...] = (0.2, 0.1)
    recent: float = 0.01


class Places:
    """All notes that a pair of eyes may see, in the order that their words were said in."""

    def __init__(self, found: Iterable[Place]) -> None:
        import numpy as np

        def order(place: Place) -> tuple[str, int, str]:
            return place.session or "", -1 if place.turn is None else place.turn, place.id

        places = sorted(found, key=order)
        self.ids = [place.id for place in places]
        self._number = {id: number for number, id in enumerate(self.ids)}
        calls = {session: number for number, session in enumerate({p.session for p in places})}
        self._calls = np.asarray([calls[place.session] for place in places], np.int64)
        self._turns = np.asarray([-1 if p.turn is None else p.turn for p in places], np.int64)
        at = np.asarray([place.at for place in places], np.float64)
        self._age = (at.max() - at) / max(at.max() - at.min(), 1.0) if places else at

    def ranked(
        self, by_meaning: Ranked, by_words: Ranked, weights: Weights, limit: int
    ) -> list[tuple[str, float]]:
        """The `limit` best of what either way has found, and of what stands beside it."""
        import numpy as np

        by_meaning = by_meaning if weights.meaning else ()
        by_words = by_words if weights.words else ()
        floor = min((score for _, score in by_meaning), default=0.0)
        meaning, words = self._spread(by_meaning, floor), self._spread(by_words, 0.0)
        # Above the floor only: a note is not to rise for having any neighbour at all.
        own = weights.meaning * (meaning - floor)
        if by_words:
            own += weights.words * words / max(words.max(), 1e-9)
        lent = self._lent(own, weights.near)
        scores = own + weights.meaning * floor + lent - weights.recent * self._age
        found = lent > 0
        found[[self._number[id] for id, _ in (*by_meaning, *by_words) if id in self._number]] = True
        best = np.lexsort((np.arange(len(scores)), -scores))
        return [(self.ids[one], float(scores[one])) for one in best[found[best]][:limit]]

    def _spread(self, ranked: Ranked, floor: float) -> Scores:
        """The scores in the order of the places; `floor` for what was not found."""
        import numpy as np

        scores = np.full(len(self.ids), floor, np.float64)
        for id, score in ranked:
            if id in self._number:
                scores[self._number[id]] = score
        return scores

    def _lent(self, own: Scores, near: tuple[float, ...]) -> Scores:
        import numpy as np

        lent = np.zeros_like(own)
        for distance, share in enumerate(near, 1):
            here, there = slice(distance, None), slice(None, -distance)
            together = (
                (self._calls[here] == self._calls[there])
                & (self._turns[there] >= 0)
                & (self._turns[here] - self._turns[there] <= TOGETHER)
            )
            lent[here] += share * own[there] * together
            lent[there] += share * own[here] * together
        return lent
