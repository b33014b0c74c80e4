"""Where an item comes from: an id, what it is, a date, and the words that say most."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from coach.evidence import most_telling
from coach.reading.words import content
from coach.records import (
    Commitment,
    Evidence,
    Goal,
    Point,
    Recap,
    Source,
    SourceKind,
    TrustMoment,
    Update,
)

if TYPE_CHECKING:
    from coach.promises import Step
    from coach.store import Answer


def of_commitment(commitment: Commitment) -> Source:
    """A promise; its date is its due day, its quote says more than its action does."""
    quote = _saying_more(commitment)
    return Source(
        kind="commitment",
        id=commitment.id,
        text=commitment.action,
        date=commitment.due,
        **_said(quote),
    )


def of_update(update: Update, commitment: Commitment, recap: Recap) -> Source:
    """What a call said became of a promise."""
    return of_words("update", commitment.id, commitment.action, recap, update.evidence)


def of_step(step: Step, commitment: Commitment) -> Source:
    """What a person entered by hand as become of a promise, with the words it was made in."""
    made = of_commitment(commitment)
    return made.model_copy(update={"kind": "update", "date": step.at})


def of_assurance(moment: TrustMoment, recap: Recap) -> Source:
    """A person's word at that call to keep something to themselves."""
    turn = moment.evidence[0].turn
    id = f"{recap.session}#turn:{turn}"
    return of_words("note", id, "A word given about discretion", recap, moment.evidence)


def of_point(point: Point, recap: Recap) -> Source:
    """An insight, win or challenge of a call."""
    turn = point.evidence[0].turn if point.evidence else 0
    return of_words("note", f"{recap.session}#turn:{turn}", "", recap, point.evidence)


def of_call(recap: Recap) -> Source:
    """A call by its number and its day."""
    number = str(int(recap.session)) if recap.session.isdigit() else recap.session
    return Source(kind="meeting", id=recap.session, text=f"Call {number}", date=recap.held_on)


def of_goal(goal: Goal) -> Source:
    """A goal of the relationship."""
    quote = _best(goal.evidence)
    return Source(
        kind="goal",
        id=goal.id,
        text=goal.text,
        **_said(quote),
    )


def of_answer(answer: Answer) -> Source:
    """What a person answered; the words are theirs."""
    return Source(
        kind="answer", id=answer.question, text=answer.asked, date=answer.at, quote=answer.text
    )


def of_words(
    kind: SourceKind, id: str, text: str, recap: Recap, evidence: Iterable[Evidence]
) -> Source:
    """Words of a call, dated with that call."""
    quote = _best(evidence)
    return Source(
        kind=kind,
        id=id,
        text=text,
        date=recap.held_on,
        **_said(quote) | {"session": recap.session},
    )


def _said(quote: Evidence | None) -> dict[str, Any]:
    """The words that a source shows, and where they were said."""
    return quote.model_dump(include={"quote", "session", "turn", "at"}) if quote else {}


def _saying_more(commitment: Commitment) -> Evidence | None:
    """The most telling words, of those that do not merely say the action again ("I'll do that")."""
    known = content(commitment.action)
    more = [said for said in commitment.evidence if content(said.quote) - known]
    own = [said for said in more if said.speaker == commitment.owner]
    return _best(own or more or commitment.evidence, commitment.owner)


def _best(evidence: Iterable[Evidence], by: str | None = None) -> Evidence | None:
    return next(iter(most_telling(evidence, by)), None)
