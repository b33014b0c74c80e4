"""What a person is reminded of: promises about discretion, then by day, their own before all."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from coach.promises.confidence import about_discretion
from coach.promises.life import Lives, Step
from coach.records import NEVER, Commitment, Recap, Relationship, TrustMoment, day_of


class Due(NamedTuple):
    """What is due in one relationship: own promises first, those about discretion before all."""

    relationship: Relationship
    promises: tuple[Commitment, ...]
    assurances: tuple[TrustMoment, ...] = ()
    """own words, given at the last call, to keep something to oneself"""


class Reminder(NamedTuple):
    """A day to be reminded of a promise, in a form that a calendar can bring up to date."""

    relationship: Relationship
    promise: Commitment
    first: str
    """id under which the promise was first made: it stays, however often a call moves it"""
    revision: int
    """grows with everything that is said or done about the promise"""


def due_until(
    commitments: Iterable[Commitment], relationship: Relationship, until: date
) -> tuple[Commitment, ...]:
    """Open promises with a day up to `until`; and those about discretion, whatever their day."""
    wanted = (
        c
        for c in commitments
        if c.is_open and (about_discretion(c.action) or (c.due is not None and c.due <= until))
    )
    return ranked(wanted, relationship)


def ranked(commitments: Iterable[Commitment], relationship: Relationship) -> tuple[Commitment, ...]:
    """The own ones first (the mentee's, where nobody owns this home); of each, discretion leads."""
    mine = relationship.me or "mentee"
    first = relationship.person(mine).name
    names = [first, relationship.partner_of(first).name]

    def rank(one: Commitment) -> tuple[int, bool, date]:
        whose = names.index(one.owner) if one.owner in names else len(names)
        return (whose, not about_discretion(one.action), one.due or date.max)

    return tuple(sorted(commitments, key=rank))


def reminders_of(
    commitments: Iterable[Commitment], relationship: Relationship, lives: Lives, today: date
) -> tuple[Reminder, ...]:
    """A reminder for each promise whose day is still to come, settled ones too.

    A settled one calls off the reminder that was set before. Those that a call moved are reminded
    of as what they are now.
    """
    ahead = (c for c in commitments if c.due and c.due >= today and c.status != "rescheduled")
    return tuple(
        Reminder(relationship, promise, lives.lineage(promise.id)[0], lives.changes(promise.id) - 1)
        for promise in ranked(ahead, relationship)
    )


def kept_by_hand(lives: Lives, last: Recap | None) -> tuple[Step, ...]:
    """What a person entered as done since the last call, and has not taken back."""
    return tuple(
        step
        for step in lives.trail()
        if step.what == "done"
        and step.by_hand
        and not step.undone
        and lives.promises[step.commitment].status != NEVER
        and (last is None or day_of(step.at) >= day_of(last.held_on))
    )
