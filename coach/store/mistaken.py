"""What was confirmed by mistake: it stays in its history, and in nothing that is shown or read."""

from __future__ import annotations

from sqlalchemy import ColumnElement, Connection, Select, func, select, type_coerce
from sqlalchemy.types import Text

from coach.records import NEVER
from coach.store import schema


def never_promised(connection: Connection, relationship: str) -> frozenset[str]:
    """Ids of the promises of which a person says that nobody made them."""
    return frozenset(connection.scalars(_ids(relationship)))


def is_about_no_mistake(relationship: str) -> ColumnElement[bool]:
    """The condition that a note is about no such promise."""
    about = func.json_extract(type_coerce(schema.notes.c.record, Text), "$.about")
    return func.coalesce(about, "").not_in(_ids(relationship))


def _ids(relationship: str) -> Select[tuple[str]]:
    table = schema.commitments
    return select(table.c.id).where(table.c.relationship == relationship, table.c.status == NEVER)
