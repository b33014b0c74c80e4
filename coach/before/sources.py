"""Where an item comes from: an id, a date, and the words that say most."""

from __future__ import annotations

from collections.abc import Iterable

from coach.records import (
    Commitment,
    Evidence,
    Goal,
    Point,
    Recap,
    Source,
    SourceKind,
    Update,
)


def of_words(kind: SourceKind, id: str, recap: Recap, evidence: Iterable[Evidence]) -> Source:
    quote = _best(evidence)
    return Source(
        kind=kind,
        id=id,
        date=recap.held_on,
        quote=quote.quote if quote else None,
        at=quote.at if quote else None,
    )


def of_update(update: Update, recap: Recap) -> Source:
    source = of_words("update", update.commitment, recap, update.evidence)
    return source.model_copy(update={"id": f"{recap.session}#{update.commitment}"})


def of_point(kind: SourceKind, point: Point, recap: Recap) -> Source:
    turn = point.evidence[0].turn if point.evidence else 0
    return of_words(kind, f"{recap.session}#turn:{turn}", recap, point.evidence)


def of_commitment(commitment: Commitment) -> Source:
    quote = _best(commitment.evidence)
    return Source(
        kind="commitment",
        id=commitment.id,
        date=commitment.due,
        quote=quote.quote if quote else commitment.action,
        at=quote.at if quote else None,
    )


def of_goal(goal: Goal) -> Source:
    quote = _best(goal.evidence)
    return Source(kind="goal", id=goal.id, quote=quote.quote if quote else goal.text)


def _best(evidence: Iterable[Evidence]) -> Evidence | None:
    """The quote that says most: about a dozen words."""
    return min(evidence, key=lambda item: abs(len(item.quote.split()) - 12), default=None)
