"""What this call says became of earlier promises.

`coach.reading.trail` says where the call speaks of each open promise, `coach.reading.outcomes` what
is told there. A promise that the call does not come back to gets no update; to say nothing is
better than a wrong "done".
"""

from __future__ import annotations

from coach.reading import Call
from coach.reading.ground import Ground
from coach.reading.outcomes import Outcome, Review
from coach.reading.trail import Trail
from coach.records import Commitment
from coach.records.claims import Quote, UpdateClaim


def find_updates(call: Call) -> tuple[UpdateClaim, ...]:
    """Claim what became of each open promise of the ledger; at most one claim a promise."""
    open_ones = [promise for promise in call.ledger if promise.is_open]
    if not open_ones:
        return ()
    ground = Ground(call, open_ones)
    found = zip(open_ones, _outcomes(ground), strict=True)
    return tuple(_claim(promise, outcome) for promise, outcome in found if outcome)


def _outcomes(ground: Ground) -> list[Outcome | None]:
    """What became of each promise; those told of nowhere are looked for in what is left."""
    trail = Trail(ground)
    stretches = trail.stretches()
    found = list(map(Review(ground, stretches).outcome, ground.promises, stretches))
    told = {index for outcome in found if outcome for index in outcome.where}
    passed_by = [at for at, outcome in enumerate(found) if outcome is None]
    for at, left in zip(passed_by, trail.stretches(passed_by, told), strict=True):
        stretches[at] = left or stretches[at]
    review = Review(ground, stretches)
    for at in passed_by:
        found[at] = review.outcome(ground.promises[at], stretches[at])
    return found


def _claim(promise: Commitment, outcome: Outcome) -> UpdateClaim:
    quotes = [quote for sentence in outcome.proof for quote in sentence.quotes()]
    return UpdateClaim(
        commitment=promise.id,
        status=outcome.status,
        quotes=tuple(Quote(turn=turn, words=words) for turn, words in dict.fromkeys(quotes)),
        due_phrase=outcome.due_phrase,
    )
