"""What was confirmed by mistake: it stays in its history, and in nothing that is shown or read."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import ColumnElement, Connection, Select, func, select, type_coerce, update
from sqlalchemy.types import Text

from coach.records import NEVER, Commitment, Coverage, Recap
from coach.store import schema


def never_promised(connection: Connection, relationship: str) -> frozenset[str]:
    """Ids of the promises of which a person says that nobody made them."""
    return frozenset(connection.scalars(_ids(relationship)))


def promises_in_doubt(connection: Connection, relationship: str) -> tuple[Commitment, ...]:
    """Those of which the partner says otherwise than they stand, whether they were promised."""
    table = schema.commitments
    says = func.json_extract(type_coerce(table.c.record, Text), "$.partner_says")
    chosen = select(table.c.record).where(table.c.relationship == relationship, says.is_not(None))
    found = (one for one in connection.scalars(chosen) if one.is_in_doubt)
    return tuple(sorted(found, key=lambda one: (len(one.id), one.id)))


def is_about_no_mistake(relationship: str) -> ColumnElement[bool]:
    """The condition that a note is about no such promise."""
    about = func.json_extract(type_coerce(schema.notes.c.record, Text), "$.about")
    return func.coalesce(about, "").not_in(_ids(relationship))


def cover_again(
    connection: Connection, relationship: str, how: Callable[[Recap], tuple[Coverage, ...]]
) -> None:
    """See `Sessions.cover_again`."""
    table = schema.recaps
    mine = (table.c.relationship == relationship, table.c.confirmed.is_(True))
    never = never_promised(connection, relationship)
    for recap in connection.scalars(select(table.c.record).where(*mine)).all():
        new = recap.model_copy(update={"coverage": how(recap.without(never))})
        here = (*mine, table.c.session == recap.session)
        if new != recap:
            connection.execute(update(table).where(*here).values(record=new))


def _ids(relationship: str) -> Select[tuple[str]]:
    table = schema.commitments
    return select(table.c.id).where(table.c.relationship == relationship, table.c.status == NEVER)
