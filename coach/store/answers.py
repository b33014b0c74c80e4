"""What people answered: to the questions before a call, and to those between two calls."""

from __future__ import annotations

import hashlib
from datetime import date

from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import Insert, insert

from coach.records import Record, Role, day_of
from coach.records.base import moment
from coach.store import schema
from coach.store.database import Database
from coach.store.mistaken import never_promised
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

    def add(self, answer: Answer) -> bool:
        """Keep an answer; False where this very one is there already.

        Raises UserError for what is private to the partner of this home's owner.
        """
        with self._database.writing() as connection:
            require_own(required(connection, answer.relationship), answer.visibility)
            done = connection.execute(_added(answer).on_conflict_do_nothing())
        return bool(done.rowcount)

    def replace(self, answer: Answer, since: date) -> bool:
        """Keep an answer in the place of what the same person said to the same question `since`.

        Without words it only takes that back. False where all stays as it was. Raises UserError
        for answers of the partner of this home's owner.
        """
        table, said = schema.answers, bool(answer.text.strip())
        with self._database.writing() as connection:
            require_own(required(connection, answer.relationship), answer.role)
            kept = select(table).where(table.c.relationship == answer.relationship)
            former = {
                row.id: row.record
                for row in connection.execute(kept)
                if _to_the_same(row.record, answer) and day_of(row.record.at) >= since
            }
            if [_said(record) for record in former.values()] == [_said(answer)] * said:
                return False
            connection.execute(
                delete(table).where(
                    table.c.relationship == answer.relationship, table.c.id.in_(former)
                )
            )
            if said:
                connection.execute(_added(answer))
        return True

    def visible_to(self, relationship: str, role: Role | None) -> tuple[Answer, ...]:
        """What a role may read (None: what both may), the earliest first.

        None is about a promise that was never made.
        """
        table = schema.answers
        chosen = select(table.c.record).where(
            table.c.relationship == relationship, table.c.visibility.in_(visible_to(role))
        )
        with self._database.reading() as connection:
            required(connection, relationship)
            never = never_promised(connection, relationship)
            found = connection.scalars(chosen.order_by(table.c.answered_at, table.c.id))
            return tuple(answer for answer in found if answer.about not in never)


def _added(answer: Answer) -> Insert:
    return insert(schema.answers).values(
        relationship=answer.relationship,
        id=answer_id(answer),
        visibility=answer.visibility,
        answered_at=moment(answer.at),
        record=answer,
    )


def _to_the_same(one: Answer, other: Answer) -> bool:
    """Did the same person answer the same question?"""
    return (one.question, one.role, one.session) == (other.question, other.role, other.session)


def _said(answer: Answer) -> tuple[str, str, str]:
    """All of an answer but when it was given."""
    return answer.asked, answer.text, answer.visibility
