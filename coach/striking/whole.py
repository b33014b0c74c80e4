"""A call that is taken back whole, the wrong file or the wrong pair: as if it was never read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from coach.records import Evidence, Goal, Relationship, Term
from coach.striking.promises import with_those_living_on
from coach.striking.recaps import Loss, later_recap
from coach.striking.rest import questions_of

if TYPE_CHECKING:
    from coach.store.striking import Contents

Told = TypeVar("Told", Goal, Term)


def without_call(contents: Contents) -> Contents:
    """Everything of the pair without the call: its promises go, and what it made of earlier ones.

    What other calls say stays, also where it repeats words of this one.
    """
    id = contents.session.id
    recaps = contents.recaps
    drafted = {c.id for at, r in recaps.items() if at.session == id for c in r.commitments}
    entered = {one for one in contents.histories if one.partition("#")[0] == id}
    pair, goals = _pair_without(contents.relationship, id)
    loss = Loss(with_those_living_on(contents, drafted | entered), goals, frozenset())
    left = {at: later_recap(recap, loss) for at, recap in recaps.items() if at.session != id}
    gone = questions_of(recaps) - questions_of(left)
    return replace(
        contents,
        relationship=pair,
        dropped=True,
        transcript=None,
        recaps=left,
        histories={
            one: tuple(change for change in history if change.session != id)
            for one, history in contents.histories.items()
            if one not in loss.promises
        },
        notes={
            one: note
            for one, note in contents.notes.items()
            if note.session != id and note.about not in loss.things
        },
        answers={
            one: said
            for one, said in contents.answers.items()
            if not (said.session == id or said.about in loss.things or said.question in gone)
        },
    )


def _pair_without(known: Relationship, session: str) -> tuple[Relationship, frozenset[str]]:
    """The pair without the goals and terms that this call alone tells of; which goals those are."""
    goals, terms = _without(known.goals, session), _without(known.agreement.terms, session)
    agreement = known.agreement.model_copy(update={"terms": terms})
    gone = {goal.id for goal in known.goals} - {goal.id for goal in goals}
    given = max(known.numbers_given, int(session))  # no other call is known by its number later
    left = {"goals": goals, "agreement": agreement, "numbers_given": given}
    return known.model_copy(update=left), frozenset(gone)


def _without(items: Iterable[Told], session: str) -> tuple[Told, ...]:
    """Those that rest on other words as well, or on none: what was set by hand stays."""
    left = [(item, _elsewhere(item.evidence, session)) for item in items]
    return tuple(
        item.model_copy(update={"evidence": words})
        for item, words in left
        if words or not item.evidence
    )


def _elsewhere(evidence: Iterable[Evidence], session: str) -> tuple[Evidence, ...]:
    return tuple(item for item in evidence if item.session != session)
