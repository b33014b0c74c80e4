"""A person's yes to a recap: ledger, notes, recap and relationship change together, or none."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import datetime

from coach.errors import StoreError
from coach.records import Commitment, Coverage, Note, Recap, Relationship, Update
from coach.records.history import Change
from coach.store import notes
from coach.store.database import Database
from coach.store.ledger import record_commitment, record_never, record_retraction, record_update
from coach.store.memory import Memory
from coach.store.mistaken import cover_again
from coach.store.relationships import consented, replace
from coach.store.sessions import mark_confirmed, put_recap, require_kept, required_session


def record_confirmation(
    database: Database,
    memory: Memory,
    recap: Recap,
    *,
    commitments: Sequence[Commitment],
    updates: Sequence[Update],
    new_notes: Sequence[Note],
    relationship: Callable[[Relationship], Relationship] | None,
    staying: Collection[str] = (),
    retracted: Collection[str] = (),
    never: Sequence[Change] = (),
    covers: Callable[[Recap], tuple[Coverage, ...]] | None = None,
    instead_of: Recap | None = None,
    at: datetime | None = None,
) -> tuple[Change, ...]:
    """See `Store.confirm`."""
    for note in new_notes:
        if (note.relationship, note.session) != (recap.relationship, recap.session):
            raise StoreError(f"Note {note.id} is none of session {recap.session}.")
    rows = memory.embedded(new_notes)
    with database.writing() as connection:
        record = consented(connection, recap.relationship)
        session = required_session(connection, recap.relationship, recap.session)
        if instead_of is not None:
            require_kept(connection, instead_of, confirmed=True)
        said = [record_commitment(connection, session, promise) for promise in commitments]
        said += [
            record_update(connection, session, became, stays=became.commitment in staying)
            for became in updates
        ]
        said += [record_retraction(connection, session, id) for id in sorted(retracted)]
        notes.replace_recap_notes(connection, recap.relationship, recap.session, rows)
        put_recap(connection, session, recap, confirmed=True)
        mark_confirmed(connection, session, at)
        if relationship is not None:
            replace(connection, relationship(record))
        for change in never:
            record_never(connection, recap.relationship, change)
        if never and covers is not None:
            cover_again(connection, recap.relationship, covers)
    return tuple(change for change in said if change)
