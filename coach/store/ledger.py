"""Promises and what became of them.

The history of a commitment only grows, and what it is follows from that (`coach.store.history`). So
a hand edit outlives a re-run of an older call by itself, and a later call's update still counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from pydantic import ValidationError
from sqlalchemy import Connection, insert, select

from coach.errors import StoreError, UserError
from coach.records import CLOSED, NEVER, Commitment, Session, Update, day_of
from coach.records.base import moment
from coach.records.history import Change, known_before, last_by_hand, sum_of
from coach.store import schema
from coach.store.database import Database
from coach.store.histories import all_histories, append, history_of, required_history
from coach.store.mistaken import promises_in_doubt
from coach.store.relationships import required
from coach.store.sessions import in_order, place

FIXED = frozenset({"id", "evidence"})
"""What no hand may change: the name of a promise, and the words it comes from."""


class Ledger:
    """Every commitment that a person has confirmed."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def commitments(self, relationship: str, open_only: bool = False) -> tuple[Commitment, ...]:
        """As they stand now, in the order of their sessions and numbers.

        None is among them that its owner has still to say yes to (see `heard`), and none that a
        person says was never promised.
        """
        found = self._stored(relationship, open_only)
        return tuple(one for one in found if one.heard_from is None)

    def heard(self, relationship: str) -> tuple[Commitment, ...]:
        """What the partner's file alone says that this home's owner promised; open ones."""
        found = self._stored(relationship, open_only=True)
        return tuple(one for one in found if one.heard_from is not None and not one.is_in_doubt)

    def in_doubt(self, relationship: str) -> tuple[Commitment, ...]:
        """Those of which the partner says otherwise than they stand, whether they were promised."""
        with self._database.reading() as connection:
            required(connection, relationship)
            return promises_in_doubt(connection, relationship)

    def _stored(self, relationship: str, open_only: bool) -> list[Commitment]:
        table = schema.commitments
        chosen = select(table.c.record).where(
            table.c.relationship == relationship, table.c.status != NEVER
        )
        if open_only:
            chosen = chosen.where(table.c.status.not_in(CLOSED))
        with self._database.reading() as connection:
            required(connection, relationship)
            return sorted(connection.scalars(chosen), key=_number)

    def get(self, relationship: str, commitment: str) -> Commitment:
        """Whatever is said of it by now. Raises UnknownError where the ledger has no such id."""
        return sum_of(self.history(relationship, commitment))

    def history(self, relationship: str, commitment: str) -> tuple[Change, ...]:
        """Everything that was ever said of it, first to last."""
        with self._database.reading() as connection:
            required(connection, relationship)
            return required_history(connection, relationship, commitment)

    def as_of(self, relationship: str, call: Session | datetime | date) -> tuple[Commitment, ...]:
        """The commitments that were open before a call began, as they stood then.

        For a call that is not stored yet, give `Sessions.upcoming`, or when it was held. What a
        person corrected by hand since then (a name, a date) stands corrected; what became of it
        since is left out.
        """
        with self._database.reading() as connection:
            required(connection, relationship)
            earlier = _earlier_sessions(connection, relationship, call)
            histories = all_histories(connection, relationship)
        held_on = call.held_on if isinstance(call, Session) else call
        before = (known_before(history, earlier, held_on) for history in histories)
        stood = (sum_of(history) for history in before if history)
        open_ = (one for one in stood if one.is_open and one.heard_from is None)
        return tuple(sorted(open_, key=_number))

    def histories(self, relationship: str) -> dict[str, tuple[Change, ...]]:
        """Everything that was ever said or done about any promise of the ledger, by its id."""
        with self._database.reading() as connection:
            required(connection, relationship)
            found = all_histories(connection, relationship)
        stand = (history for history in found if sum_of(history).heard_from is None)
        return {history[0].commitment: history for history in stand}

    def edit(
        self,
        relationship: str,
        commitment: str,
        at: datetime | date,
        by: str | None = None,
        **fields: Any,
    ) -> Commitment:
        """Change fields by hand, such as `due="2025-09-30"`; it is remembered who and when.

        Raises UnknownError, or UserError for a field that is not there, fixed, or cannot be so.
        """
        with self._database.writing() as connection:
            required(connection, relationship)
            history = required_history(connection, relationship, commitment)
            now = sum_of(history)
            edited, was = _edited(now, fields), now.model_dump(mode="json")
            changed = {name: edited[name] for name in fields if edited[name] != was[name]}
            if not changed:
                return now
            change = Change(commitment=commitment, session=None, at=at, by=by, fields=changed)
            return append(connection, relationship, (*history, change))

    def undo(
        self,
        relationship: str,
        at: datetime | date,
        by: str | None = None,
        commitment: str | None = None,
    ) -> Change:
        """Take back the last change by hand that still stands: of this promise, or of any.

        Returns what was taken back; what a yes to a call entered is none of these. The history
        keeps both. Raises UserError where no hand has changed anything, or all of it is taken back
        already.
        """
        with self._database.writing() as connection:
            required(connection, relationship)
            histories = (
                [required_history(connection, relationship, commitment)]
                if commitment
                else all_histories(connection, relationship)
            )
            standing = [(last, one) for one in histories if (last := last_by_hand(one))]
            if not standing:
                of = commitment or relationship
                raise UserError(
                    f"Nothing of {of} was changed by hand that is not taken back. What a yes to a "
                    "call entered, with its edits, is not undone but changed: coach edit."
                )
            last, history = max(standing, key=lambda found: moment(found[0].at))
            undo = Change(
                commitment=last.commitment, session=None, at=at, by=by, undoes=True, fields={}
            )
            append(connection, relationship, (*history, undo))
            return last


def record_commitment(
    connection: Connection, session: Session, commitment: Commitment
) -> Change | None:
    """Enter what `session` promised; a second time, only how its words changed. None: they didn't.

    What became of a promise since is not for its own call to say, so a second entry leaves the
    status alone.
    """
    if commitment.id.partition("#")[0] != session.id:
        raise StoreError(f"Commitment {commitment.id} is none of session {session.id}.")
    confirmed = commitment.model_copy(update={"status": _confirmed(commitment)})
    fields = confirmed.model_dump(mode="json")
    history = history_of(connection, session.relationship, commitment.id)
    if history:
        said = _said_by(session, history)
        fields = {
            name: value
            for name, value in fields.items()
            if name != "status" and said.get(name) != value
        }
    if not fields:
        return None
    change = Change(
        commitment=commitment.id,
        session=session.id,
        at=session.held_on,
        fields=fields,
        evidence=commitment.evidence,
    )
    if not history:
        _insert(connection, session, confirmed)
    append(connection, session.relationship, (*history, change))
    return change


def record_update(
    connection: Connection, session: Session, became: Update, *, stays: bool = False
) -> Change | None:
    """Enter what `session` said became of an earlier commitment; None where that is known.

    With `stays` it is open as before, and only its day is another.
    """
    history = required_history(connection, session.relationship, became.commitment)
    fields: dict[str, Any] = {} if stays else {"status": became.status}
    if became.new_due:
        fields["due"] = became.new_due.isoformat()
    if fields.items() <= _said_by(session, history).items():
        return None
    change = Change(
        commitment=became.commitment,
        session=session.id,
        at=session.held_on,
        fields=fields,
        evidence=became.evidence,
    )
    append(connection, session.relationship, (*history, change))
    return change


def record_retraction(connection: Connection, session: Session, commitment: str) -> Change | None:
    """Enter that `session` did not say, after all, what became of an earlier commitment.

    It stands again as it stood before that call; None where it does so already.
    """
    history = required_history(connection, session.relationship, commitment)
    said = _said_by(session, history)
    others = [change for change in history if change.session != session.id]
    earlier = _earlier_sessions(connection, session.relationship, session)
    stood = sum_of(known_before(others, earlier, session.held_on) or others[:1])
    was = stood.model_dump(mode="json")
    fields = {name: was[name] for name in said if was[name] != said[name]}
    if not fields:
        return None
    change = Change(commitment=commitment, session=session.id, at=session.held_on, fields=fields)
    append(connection, session.relationship, (*history, change))
    return change


def record_never(connection: Connection, relationship: str, change: Change) -> None:
    """Enter that a person takes a promise out, as never promised; nothing where that is so."""
    history = required_history(connection, relationship, change.commitment)
    if sum_of(history).status != NEVER:
        append(connection, relationship, (*history, change))


def _number(commitment: Commitment) -> list[int]:
    """Session and number, so that 01#c10 follows 01#c9."""
    return [int(digits) for digits in re.findall(r"\d+", commitment.id)]


def _confirmed(commitment: Commitment) -> str:
    return "open" if commitment.status == "draft" else commitment.status


def _said_by(session: Session, history: Iterable[Change]) -> dict[str, Any]:
    """The sum of what this one call said."""
    said: dict[str, Any] = {}
    for change in history:
        if change.session == session.id:
            said |= change.fields
    return said


def _edited(commitment: Commitment, fields: Mapping[str, Any]) -> dict[str, Any]:
    """The commitment's JSON with these fields changed, checked as a whole."""
    for name in fields:
        if name not in Commitment.model_fields or name in FIXED:
            raise UserError(f"{commitment.id} has no field {name!r} that can be edited.")
    try:
        edited = Commitment.model_validate(commitment.model_dump(mode="json") | dict(fields))
    except ValidationError as problem:
        fault = problem.errors()[0]
        raise UserError(f"{commitment.id}, {fault['loc'][0]}: {fault['msg']}") from None
    return edited.model_dump(mode="json")


def _earlier_sessions(
    connection: Connection, relationship: str, call: Session | datetime | date
) -> set[str]:
    held_on = call.held_on if isinstance(call, Session) else call
    order = [
        session
        for session in in_order(connection, relationship)
        if session.received_from is None or day_of(session.held_on) != day_of(held_on)
    ]  # what a partner's file tells of this very call is no news from before it
    if isinstance(call, Session):
        before = place(call)  # it may be held on another day than was said at first
        return {one.id for one in order if one.id != call.id and place(one) < before}
    at = moment(call)
    return {session.id for session in order if moment(session.held_on) <= at}


def _insert(connection: Connection, session: Session, commitment: Commitment) -> None:
    connection.execute(
        insert(schema.commitments).values(
            relationship=session.relationship,
            id=commitment.id,
            session=session.id,
            status=commitment.status,
            record=commitment,
        )
    )
