"""How the tables of a relationship stand outside of the database: as rows of plain JSON.

A row is its record, beside it what the record does not say. What follows from the record (a day as
seconds, an owner's role, a hash) is never written out, so that a file cannot say it otherwise. Any
table of `schema` is a part, unless it is named in `LEFT_OUT`: what a later coach keeps in a new one
is exported and restored without another line of code.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from pydantic import ValidationError
from sqlalchemy import Column, Connection, Float, LargeBinary, Table, select

from coach.errors import UserError
from coach.records import Record
from coach.records.base import moment
from coach.store import schema
from coach.store.answers import answer_id

Row = dict[str, Any]

LEFT_OUT = {
    schema.home.name: "says whose home this is, not whose relationship",
    schema.relationships.name: "is the relationship itself, one record",
    schema.indexes.name: "says where an index lies on this disk; it is built anew",
}
"""Tables that are no part of an export, and why."""

_MADE_ANEW = {("notes", "embedder"), ("notes", "vector")}
"""Columns that depend on the machine: a vector is made again by the embedder that is there."""

_FOLLOWS: Mapping[tuple[str, str], Callable[[Any], Any]] = {
    ("sessions", "number"): lambda session: int(session.id),
    ("sessions", "held_at"): lambda session: moment(session.held_on),
    ("commitments", "session"): lambda commitment: commitment.id.partition("#")[0],
    ("answers", "id"): lambda answer: answer_id(answer),
    ("answers", "answered_at"): lambda answer: moment(answer.at),
}
"""What follows from a record and is no field of it."""


def parts() -> list[Table]:
    """The tables of an export, each after those that it points to."""
    return [table for table in schema.metadata.sorted_tables if table.name not in LEFT_OUT]


def rows(connection: Connection, table: Table, relationship: str) -> Iterator[Row]:
    """Every row of a relationship as JSON, the earliest first where the table has a moment."""
    moments = [column for column in table.columns if isinstance(column.type, Float)]
    order = (*moments, *table.primary_key.columns)
    chosen = select(table).where(table.c.relationship == relationship).order_by(*order)
    beside = _beside(table)
    for row in connection.execute(chosen).mappings():
        record = row["record"].model_dump(mode="json") if "record" in table.c else {}
        yield {column.name: _told(row[column.name]) for column in beside} | record


def values(table: Table, row: Row, relationship: str, anew: Callable[[Any], Any]) -> dict[str, Any]:
    """The columns of a row that `rows` gave, to be written as `relationship`'s.

    `anew` is what a record is to be kept as, such as one with initials for names.

    Raises UserError, without the words, for anything that no export holds.
    """
    left = dict(row)
    given = {column.name: _read(table, column, left) for column in _beside(table)}
    record = _record(table, left)
    if record is None and left:
        raise UserError(f"{table.name}: {sorted(left)[0]!r} is unknown here.")
    found: dict[str, Any] = {"relationship": relationship, **given}
    if record is not None:
        record = anew(record)
        found |= {name: _following(table, name, record) for name in _columns(table, record)}
        found["record"] = record
    return found


def _beside(table: Table) -> list[Column[Any]]:
    """The columns that the record does not say."""
    known = {"relationship", "record"} | set(_fields(table))
    return [
        column
        for column in table.columns
        if column.name not in known
        and (table.name, column.name) not in _FOLLOWS
        and (table.name, column.name) not in _MADE_ANEW
    ]


def _fields(table: Table) -> Mapping[str, Any]:
    kind = table.c["record"].type if "record" in table.c else None
    return kind.kind.model_fields if isinstance(kind, schema.Of) else {}


def _columns(table: Table, record: Record) -> list[str]:
    """The columns that follow from a record."""
    named = set(type(record).model_fields) - {"relationship"}
    return [
        column.name
        for column in table.columns
        if column.name in named or (table.name, column.name) in _FOLLOWS
    ]


def _following(table: Table, name: str, record: Record) -> Any:
    if rule := _FOLLOWS.get((table.name, name)):
        return rule(record)
    value = getattr(record, name)
    is_moment = isinstance(table.c[name].type, Float) and isinstance(value, date)
    return moment(value) if is_moment else value


def _told(value: Any) -> Any:
    return base64.b64encode(value).decode() if isinstance(value, bytes) else value


def _read(table: Table, column: Column[Any], row: Row) -> Any:
    """The value of a column of its own, taken out of the row."""
    value = row.pop(column.name, None)
    where = f"{table.name}, {column.name}"
    if value is None and column.nullable:
        return None
    if isinstance(column.type, LargeBinary) and isinstance(value, str):
        try:
            return base64.b64decode(value, validate=True)
        except binascii.Error:
            raise UserError(f"{where}: no base64.") from None
    wanted = column.type.python_type
    if type(value) is not wanted and not (wanted is float and type(value) is int):
        raise UserError(f"{where}: not of the kind that belongs there.")
    return value


def _record(table: Table, row: Row) -> Record | None:
    if "record" not in table.c:
        return None
    kind: Any = table.c["record"].type
    return checked(kind.kind, row, table.name)


def checked(kind: type[Record], value: Any, where: str) -> Record:
    """The record of a JSON value. What is wrong is said by its place, never in its words."""
    try:
        return kind.model_validate(value)
    except ValidationError as problem:
        fault = problem.errors(include_input=False, include_url=False)[0]
        place = ", ".join(str(step) for step in (where, *fault["loc"]))
        why = fault["msg"] if fault["type"] != "value_error" else "cannot be so"
        raise UserError(f"{place}: {why}.") from None
    except RecursionError:
        raise UserError(f"{where}: nested too deep.") from None
