"""What this call says became of earlier promises.

A promise that the call does not come back to gets no update; to say nothing is better than a wrong
"done".

    ground       the call laid out for many promises; trail    one walk: which one it speaks of
    tracing      what the walk passed by, by all that speaks for a sentence; halves    deals
    outcomes     what is told there: account, resolution    how people tell of it
    answers      no question is proof; deverbal, whose_deed    a thing of that name, another's deed
    spoken_of    whether it is told of at all, or a word in common is all there is
    fates        weighed sign by sign; told    one status of all; anew    the new day
    shortfall    a part of what was promised; undoing    promises to end or put off something
"""

from __future__ import annotations

from coach.reading import Call
from coach.reading.updates.ground import Ground
from coach.reading.updates.outcomes import Outcome, Review
from coach.reading.updates.spoken_of import is_spoken_of
from coach.reading.updates.tracing import Traces
from coach.reading.updates.trail import Trail
from coach.records import Commitment
from coach.records.claims import Quote, UpdateClaim

SURE = 1.5
"""What the walk must find in a place for it to be taken without a second look."""
BETTER = 2.0
"""How much more must speak for another place."""
ENOUGH = 1.3
"""What must speak for a place that only the second look finds."""


def find_updates(call: Call) -> tuple[UpdateClaim, ...]:
    """Claim what became of each open promise of the ledger; at most one claim a promise."""
    open_ones = [promise for promise in call.ledger if promise.is_open]
    if not open_ones:
        return ()
    ground = Ground(call, open_ones)
    found = zip(open_ones, Accounts(ground).outcomes, strict=True)
    return tuple(_claim(promise, outcome) for promise, outcome in found if outcome)


class Accounts:
    """What one call tells of earlier promises, and where: by the walk, or by a second look.

    `stretches` are, for each promise, where it is spoken of; `outcomes` what became of it.
    """

    def __init__(self, ground: Ground) -> None:
        self._walk = Trail(ground)
        self.stretches = self._walk.stretches()
        review = Review(ground, self.stretches)
        self.outcomes = list(map(review.outcome, ground.promises, self.stretches))
        self._keep_spoken_of(ground)
        unsure = [at for at, outcome in enumerate(self.outcomes) if self._is_unsure(at, outcome)]
        self._traces = Trail(ground, Traces(ground).rows(unsure))
        sought = [at for at in unsure if self._is_doubtful(at, self.outcomes[at])]
        for at in sought:
            self.outcomes[at] = None
        told = {index for outcome in self.outcomes if outcome for index in outcome.where}
        for at, traced in zip(sought, self._traces.stretches(sought, told), strict=True):
            self.stretches[at] = traced or self.stretches[at]
        self.review = Review(ground, self.stretches, by_words=False)
        for at in sought:
            clear = [stretch for stretch in self.stretches[at] if stretch.weight >= ENOUGH]
            self.outcomes[at] = self.review.outcome(ground.promises[at], clear)
        self._keep_spoken_of(ground)

    def _keep_spoken_of(self, ground: Ground) -> None:
        """Keep only outcomes of what the call speaks of at all."""
        for at, outcome in enumerate(self.outcomes):
            if outcome and not is_spoken_of(ground, ground.promises[at], outcome):
                self.outcomes[at] = None

    def _is_unsure(self, at: int, outcome: Outcome | None) -> bool:
        """Does the walk find nothing of this promise, or little?"""
        return not outcome or sum(self._walk.rows[index][at] for index in outcome.where) < SURE

    def _is_doubtful(self, at: int, outcome: Outcome | None) -> bool:
        """Is it told nowhere yet, or does much more speak for another place?"""
        if outcome is None:
            return True
        best = max(row[at] for row in self._traces.rows)
        return best - max(self._traces.rows[index][at] for index in outcome.where) > BETTER


def _claim(promise: Commitment, outcome: Outcome) -> UpdateClaim:
    quotes = [quote for sentence in outcome.proof for quote in sentence.quotes()]
    return UpdateClaim(
        commitment=promise.id,
        status=outcome.status,
        quotes=tuple(Quote(turn=turn, words=words) for turn, words in dict.fromkeys(quotes)),
        due_phrase=outcome.due_phrase,
    )
