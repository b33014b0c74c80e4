"""Relationships: the sealed rooms that everything else belongs to."""

from __future__ import annotations

from collections.abc import Callable
from uuid import uuid4

from sqlalchemy import Connection, insert, select, update

from coach.errors import ConsentError, UnknownError, UserError
from coach.records import ROLES, Relationship, Role, Visibility
from coach.store import schema
from coach.store.database import Database


class Relationships:
    """Who meets whom in this home."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, relationship: Relationship) -> None:
        """Open a room. Raises UserError where the id is taken."""
        with self._database.writing() as connection:
            if relationship.id in known(connection):
                raise UserError(f"There is a relationship {relationship.id!r} already.")
            open_room(connection, relationship)

    def get(self, relationship: str) -> Relationship:
        """The relationship of this id. Raises UnknownError, which names those there are."""
        with self._database.reading() as connection:
            return required(connection, relationship)

    def all(self) -> tuple[Relationship, ...]:
        """Every relationship, by id."""
        table = schema.relationships
        with self._database.reading() as connection:
            return tuple(connection.scalars(select(table.c.record).order_by(table.c.id)))

    def replace(self, relationship: Relationship) -> None:
        """Put a changed record in the place of the old one of the same id."""
        with self._database.writing() as connection:
            replace(connection, relationship)

    def change(
        self, relationship: str, how: Callable[[Relationship], Relationship]
    ) -> Relationship:
        """Put what `how` makes of the record in its place; what that is.

        Nobody else's change is lost by it, as it may be by `get` and `replace`.
        """
        with self._database.writing() as connection:
            changed = how(required(connection, relationship))
            replace(connection, changed)
        return changed

    def set_me(self, relationship: str, role: Role) -> Relationship:
        """Say which of the two this home belongs to."""
        return self.change(relationship, lambda record: record.model_copy(update={"me": role}))


def open_room(connection: Connection, relationship: Relationship) -> None:
    """The row that all of a relationship hangs on, and a place for its index."""
    connection.execute(insert(schema.relationships).values(id=relationship.id, record=relationship))
    connection.execute(
        insert(schema.indexes).values(
            relationship=relationship.id,
            room=uuid4().hex,
            wanted=0,
            done=0,
            generation=0,
            writing=False,
        )
    )


def known(connection: Connection) -> list[str]:
    """Every id, sorted."""
    return list(connection.scalars(select(schema.relationships.c.id).order_by("id")))


def required(connection: Connection, relationship: str) -> Relationship:
    """The record of this id, or UnknownError."""
    table = schema.relationships
    found = connection.scalar(select(table.c.record).where(table.c.id == relationship))
    if found is None:
        names = ", ".join(known(connection)) or "none yet"
        raise UnknownError(f"No relationship {relationship!r} here; there are: {names}.")
    record: Relationship = found
    return record


def consented(connection: Connection, relationship: str) -> Relationship:
    """The record, where both people have said yes; else ConsentError."""
    record = required(connection, relationship)
    if not record.consented:
        raise ConsentError(
            f"Nothing of a call of {relationship!r} is stored before both people have said yes: "
            f"coach relationship consent {relationship} --by both"
        )
    return record


def require_own(relationship: Relationship, visibility: Visibility) -> None:
    """A home never holds the partner's private words."""
    if relationship.me and visibility not in ("shared", relationship.me):
        raise UserError(
            f"This home belongs to the {relationship.me} of {relationship.id!r}: "
            f"what is private to the {visibility} is kept in theirs."
        )


def replace(connection: Connection, relationship: Relationship) -> None:
    """As `Relationships.replace`, inside a transaction."""
    required(connection, relationship.id)
    if relationship.me:
        _require_no_words_of_the_partner(connection, relationship)
    table = schema.relationships
    connection.execute(
        update(table).where(table.c.id == relationship.id).values(record=relationship)
    )


def _require_no_words_of_the_partner(connection: Connection, relationship: Relationship) -> None:
    theirs = next(role for role in ROLES if role != relationship.me)
    for table in (schema.notes, schema.answers):
        private = select(table.c.id).where(
            table.c.relationship == relationship.id, table.c.visibility == theirs
        )
        if connection.execute(private.limit(1)).first():
            require_own(relationship, theirs)
