"""Between two calls: questions that are still open, and what a confirmed recap brings along."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coach import agreement, offlimits
from coach.past import Past
from coach.patterns import same_goal
from coach.reading.words import content
from coach.records import (
    NEVER,
    Commitment,
    FollowUp,
    Goal,
    Note,
    Point,
    Recap,
    Relationship,
    Role,
    Session,
    Update,
)

if TYPE_CHECKING:
    from coach.store.ledger import Ledger


def open_questions(
    past: Past, relationship: Relationship, role: Role | None = None
) -> tuple[tuple[str, FollowUp], ...]:
    """Follow-up questions, with their ids, that wait for an answer; the latest call's first.

    With `role` only those to that person. None asks for a subject that is off limits.
    """
    name = relationship.person(role).name if role else None
    things = {c.id: c.action for c in past.ledger} | {g.id: g.text for g in relationship.goals}
    return tuple(
        (id, question)
        for id, _, question in past.unanswered
        if name in (None, question.addressee)
        and not offlimits.speaks_of(
            f"{question.text} {things.get(question.about, '')}", relationship
        )
    )


def with_what_was_agreed(relationship: Relationship, recap: Recap) -> Relationship:
    """The relationship with the goals and terms of a confirmed recap.

    A goal said again is the same goal; what is off limits is none.
    """
    return relationship.model_copy(
        update={
            "goals": _goals(relationship, recap),
            "agreement": agreement.after_call(relationship.agreement, recap),
        }
    )


def _goals(relationship: Relationship, recap: Recap) -> tuple[Goal, ...]:
    goals, mentee = list(relationship.goals), relationship.mentee.name
    for point in recap.goals:
        said = content(point.text)
        alike = any(same_goal(point.text, goal.text) for goal in goals)
        off = offlimits.speaks_of(point.text, relationship)
        if said and not alike and not off and point.who in (None, mentee):
            number = 1 + max((int(g.id[1:]) for g in goals if g.id[1:].isdigit()), default=0)
            goals.append(Goal(id=f"g{number}", text=point.text, evidence=point.evidence))
    return tuple(goals)


def confirmed_before(ledger: Ledger, session: Session) -> tuple[Commitment, ...]:
    """The promises of a call that a person confirmed before, as they were then.

    What later calls and hands made of them since stays theirs to say, in the ledger; only that one
    was never promised is said of it here too.
    """
    from coach.records.history import sum_of

    found = []
    for id, history in ledger.histories(session.relationship).items():
        if id.partition("#")[0] == session.id:
            status = NEVER if sum_of(history).status == NEVER else "draft"
            said = sum_of(change for change in history if change.session == session.id)
            found.append(said.model_copy(update={"status": status}))
    return tuple(sorted(found, key=lambda promise: (len(promise.id), promise.id)))


def remembered(recap: Recap) -> list[Note]:
    """What of a confirmed recap is worth finding again, as notes with their words."""
    from coach.store import make_note

    def note(kind: Any, text: str, item: Any, about: str | None = None) -> Note:
        return make_note(
            relationship=recap.relationship,
            session=recap.session,
            kind=kind,
            text=text,
            occurred_at=recap.held_on,
            evidence=item.evidence,
            about=about,
        )

    notes = [
        note("commitment", f"{c.owner or 'Somebody'}: {c.action}", c, c.id)
        for c in recap.commitments
    ]
    notes += [note("update", _update_text(u), u, u.commitment) for u in recap.updates]
    points = {
        "goal": recap.goals,
        "win": recap.wins,
        "challenge": recap.challenges,
        "insight": recap.insights,
        "decision": recap.decisions,
    }
    for kind, found in points.items():
        notes += [note(kind, _told(point), point) for point in found]
    notes += [note("feedback", f"{f.giver} to {f.receiver}: {f.text}", f) for f in recap.feedback]
    return notes


def _told(point: Point) -> str:
    return f"{point.who}: {point.text}" if point.who else point.text


def _update_text(update: Update) -> str:
    words = " ".join(item.quote for item in update.evidence)
    return f"{update.commitment} {update.status.replace('_', ' ')}: {words}"
