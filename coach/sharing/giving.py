"""What may leave a home: what a person confirmed, but for what is off limits between the two."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from coach.errors import UserError
from coach.evidence import WITHHELD
from coach.offlimits import speaks_of
from coach.records import (
    SMART,
    Commitment,
    Evidence,
    Goal,
    Recap,
    Relationship,
    Session,
    Shared,
    SharedDay,
    SharedGoal,
    SharedNever,
    SharedPromise,
    SharedQuote,
)
from coach.records.exchange import visible
from coach.records.history import last_change
from coach.sharing.never import told_as_never

if TYPE_CHECKING:
    from coach.store import Change

History = tuple["Change", ...]


def given(
    relationship: Relationship,
    *,
    promises: Mapping[str, tuple[Commitment, History]],
    never: Mapping[str, tuple[Commitment, History]],
    sessions: Mapping[str, Session],
    recaps: Sequence[Recap],
    now: datetime,
) -> Shared:
    """What this home tells the partner.

    `promises` are those of the ledger by id, each with its history, and `never` those that were
    taken out of it; `recaps` the confirmed ones, the earliest call first. Raises
    UserError where nobody said whose home this is.
    """
    if relationship.me is None:
        raise UserError(
            f"Nobody has said which of the two of {relationship.id!r} is you: open it with --me."
        )
    told = (
        _promise(promise, history, sessions, relationship)
        for promise, history in promises.values()
        if _may_go(promise, relationship)
    )
    gone = tuple(_gone(never, sessions, relationship))
    return Shared(
        version=2 if gone else 1,
        sender=relationship.me,
        mentor=visible(relationship.mentor.name),
        mentee=visible(relationship.mentee.name),
        made_at=now,
        promises=tuple(told),
        never_promised=gone,
        goals=tuple(_goals(relationship)),
        next_call=_next_call(relationship, recaps),
    )


def _may_go(promise: Commitment, relationship: Relationship) -> bool:
    """Is it known whose it is, confirmed, and about nothing that is off limits?"""
    if promise.heard_from or promise.status == "draft" or not visible(promise.action):
        return False
    return relationship.role_of(promise.owner) is not None and not speaks_of(
        f"{promise.action} {promise.due_phrase or ''}", relationship
    )


def _promise(
    promise: Commitment,
    history: History,
    sessions: Mapping[str, Session],
    relationship: Relationship,
) -> SharedPromise:
    made_in = sessions[promise.id.partition("#")[0]]
    return SharedPromise(
        id=promise.id,
        owner=visible(promise.owner or ""),
        action=visible(promise.action),
        due=promise.due,
        due_phrase=visible(promise.due_phrase or "") or None,
        firmness=promise.firmness,
        status="open" if promise.status == "draft" else promise.status,
        kind=promise.kind,
        joint_with=visible(promise.joint_with or "") or None,
        promised_on=made_in.held_on,
        as_of=last_change(history).at,
        evidence=tuple(_quotes(promise.evidence, relationship)),
    )


def _gone(
    never: Mapping[str, tuple[Commitment, History]],
    sessions: Mapping[str, Session],
    relationship: Relationship,
) -> Iterator[SharedNever]:
    """What was taken out, of what could have gone in an earlier file."""
    for promise, history in never.values():
        held_on = sessions[promise.id.partition("#")[0]].held_on
        quotes = (said.quote for said in _quotes(promise.evidence, relationship))
        if _may_go(promise, relationship):
            told = told_as_never(promise, history, held_on, quotes, relationship)
            if told:
                yield told


def _quotes(evidence: Sequence[Evidence], relationship: Relationship) -> Iterator[SharedQuote]:
    """Words of one of the two that hold nothing withheld or off limits."""
    for item in evidence:
        words = visible(item.quote)
        ours = relationship.role_of(item.speaker) is not None
        if ours and words and WITHHELD not in words and not speaks_of(words, relationship):
            speaker = visible(item.speaker or "")
            yield SharedQuote(speaker=speaker, quote=words, turn=item.turn, at=item.at)


def _goals(relationship: Relationship) -> Iterator[SharedGoal]:
    for goal in relationship.goals:
        if not speaks_of(goal.text, relationship) and visible(goal.text):
            yield SharedGoal(text=visible(goal.text), **_smart(goal, relationship))


def _smart(goal: Goal, relationship: Relationship) -> dict[str, Any]:
    told = {letter: visible(getattr(goal, letter) or "") for letter in SMART}
    return {at: text for at, text in told.items() if text and not speaks_of(text, relationship)}


def _next_call(relationship: Relationship, recaps: Sequence[Recap]) -> SharedDay | None:
    """The day that the last call says; before the first one, the day that was set here."""
    if not recaps:
        day = relationship.next_call
        is_ours = day is not None and day.heard_from is None
        return SharedDay(on=day.on, agreed_on=day.agreed_on) if day and is_ours else None
    last = recaps[-1]
    if not last.next_meeting or not last.next_meeting.date:
        return None
    return SharedDay(on=last.next_meeting.date, agreed_on=last.held_on)
