"""Promises, counted: found or missed, whose, by when, how firm; and the traps that were taken."""

from __future__ import annotations

from evals.gold import GoldCommitment
from evals.scoring.finding import Part
from evals.scoring.matching import Promises
from evals.scoring.predicted import Json, cites, day
from evals.scoring.tally import Count, OutOf, Share, Tally
from evals.scoring.wrongs import wrongs


def score_commitments(promises: Promises) -> Part:
    """Count what is right, and list what is not."""
    tally = _found(promises) + _quotes(promises)
    for claim, item in promises.right:
        tally += _due(claim, item)
    return Part(tally, list(wrongs(promises)))


def _found(promises: Promises) -> Tally:
    right = promises.right
    n = len(right)
    excused = sum(item.optional for item in promises.missed)
    read = len(promises.matches) + len(promises.extra)
    return Tally(
        commitments=Count(n, read, len(promises.gold) - excused),
        owner_accuracy=Share(n, len(promises.matches)),
        action_overlap=Share(sum(hit.overlap for hit in promises.hits), n),
        firmness_accuracy=Share(
            sum(claim.get("firmness") == item.firmness for claim, item in right), n
        ),
        conditional=Count(
            sum(_is_conditional(claim) and item.is_conditional for claim, item in right),
            sum(_is_conditional(claim) for claim, _ in right),
            sum(item.is_conditional for _, item in right),
        ),
        traps_taken=OutOf(len(promises.traps_taken), len(promises.case.gold.not_commitments)),
    )


def _quotes(promises: Promises) -> Tally:
    verbatim = sum(len(promises.predicted.verbatim(claim)) for claim in promises.claims)
    cited = sum(len(cites(claim)) for claim in promises.claims)
    return Tally(quotes_verbatim=Share(verbatim, cited))


def _due(claim: Json, item: GoldCommitment) -> Tally:
    due = day(claim.get("due"))
    if not item.due:
        return Tally(due_invented=Share(bool(due), 1))
    is_wrong = due not in ("", item.due)
    return Tally(due_accuracy=Share(due == item.due, 1), due_wrong=Share(is_wrong, 1))


def _is_conditional(claim: Json) -> bool:
    return bool(claim.get("firmness") == "conditional")
