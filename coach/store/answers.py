"""What people answered: to the questions before a call, and to those between two calls."""

from __future__ import annotations

import hashlib

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert

from coach.records import Record, Role
from coach.records.base import moment
from coach.store import schema
from coach.store.database import Database
from coach.store.notes import visible_to
from coach.store.records import Answer
from coach.store.relationships import require_own, required


def answer_id(answer: Record) -> str:
    """The id that follows from all of an answer: the same one given twice is one."""
    return hashlib.sha256(answer.model_dump_json().encode()).hexdigest()[:24]


class Answers:
    """Every answer, private to who gave it unless it was given to both."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, answer: Answer, instead: bool = False) -> bool:
        """Keep an answer; False where this very one is there already.

        With `instead` it takes the place of what this person answered to the question before: as
        long as somebody writes, there is one answer. An empty one takes theirs away. Raises
        UserError for what is private to the partner of this home's owner.
        """
        with self._database.writing() as connection:
            require_own(required(connection, answer.relationship), answer.visibility)
            if instead:
                _take_away(connection, answer)
            if instead and not answer.text.strip():
                return False
            done = connection.execute(
                insert(schema.answers)
                .values(
                    relationship=answer.relationship,
                    id=answer_id(answer),
                    visibility=answer.visibility,
                    answered_at=moment(answer.at),
                    record=answer,
                )
                .on_conflict_do_nothing()
            )
        return bool(done.rowcount)

    def visible_to(self, relationship: str, role: Role | None) -> tuple[Answer, ...]:
        """What a role may read (None: what both may), the earliest first."""
        table = schema.answers
        chosen = select(table.c.record).where(
            table.c.relationship == relationship, table.c.visibility.in_(visible_to(role))
        )
        with self._database.reading() as connection:
            required(connection, relationship)
            return tuple(connection.scalars(chosen.order_by(table.c.answered_at, table.c.id)))


def _take_away(connection: Connection, new: Answer) -> None:
    """Delete what the one who gives this answer said to the same question before."""
    table = schema.answers
    theirs = connection.execute(
        select(table.c.id, table.c.record).where(
            table.c.relationship == new.relationship,
            table.c.visibility.in_(("shared", new.role)),
        )
    )
    old = [id for id, was in theirs if (was.question, was.role) == (new.question, new.role)]
    connection.execute(
        delete(table).where(table.c.relationship == new.relationship, table.c.id.in_(old))
    )
