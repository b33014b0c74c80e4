"""An export becomes a relationship again: all of it in one transaction, or nothing.

A file is not believed. Every record is checked, what follows from a record is worked out anew, the
ledger has to be the sum of its history, and nothing that is private to the partner of this home's
owner comes in. Vectors are made by the embedder that is here.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any, TypeVar

from pydantic import ValidationError
from sqlalchemy import Connection, insert, select
from sqlalchemy.exc import IntegrityError

from coach.discretion.initials import in_initials, moved_to
from coach.errors import UserError
from coach.records import Person, Record, Relationship, Role
from coach.records.history import sum_of
from coach.store import notes, parts, relationships, schema
from coach.store.database import Database
from coach.store.export import taken_apart
from coach.store.memory import Memory

_IDS = {
    "sessions": re.compile(r"[0-9]{2,6}"),
    "commitments": re.compile(r"[0-9]{2,6}#c[0-9]{1,6}"),
}
"""Ids that name files and are counted on; those of other tables are only compared."""

Values = dict[str, Any]
R = TypeVar("R", bound=Record)


def restore(
    database: Database, memory: Memory, exported: Any, id: str | None, me: Role | None
) -> Relationship:
    """See `Store.restore`."""
    _require_text(exported)
    told, found = taken_apart(exported)
    record = parts.checked(Relationship, told, "relationship")
    assert isinstance(record, Relationship)
    with database.reading() as connection:
        owner = connection.scalar(select(schema.home.c.me))
    whose = _whose(record, owner, me)
    mine = moved_to(record, id or record.id).model_copy(update={"me": whose})
    mine = _by_initials(mine, mine)
    filled = _filled(record.id, mine, found)
    _check(mine, filled)
    kept = [values["record"] for values in filled[schema.notes.name]]
    embedded = memory.embedded(kept)
    with database.writing() as connection:
        if mine.id in relationships.known(connection):
            raise UserError(
                f"There is a relationship {mine.id!r} here already; name this one by --as ID."
            )
        try:
            _write(connection, mine, filled, embedded)
        except (IntegrityError, OverflowError):
            raise UserError(
                "Its parts do not belong together: something is there twice, or names a call or "
                "a promise that is not there."
            ) from None
    return mine


def _whose(record: Relationship, owner: Person | None, me: Role | None) -> Role | None:
    """Which of the two this home belongs to. Raises UserError for an export of the partner's."""
    mine = me or (record.role_of(owner.name) if owner else None)
    if owner and mine is None:
        both = " or ".join(f"--me {record.role_of(p.name)} for {p.name}" for p in record.people)
        raise UserError(f"Neither of the two is named as this home's owner; say which: {both}.")
    if mine and record.me and mine != record.me:
        partner = record.person(record.me).name
        raise UserError(
            f"This is an export of {partner}'s home, with what is private to {partner}. "
            f"Nothing of it is kept here: a home belongs to one person."
        )
    return mine or record.me


def _require_text(exported: Any) -> None:
    """JSON of whole characters: half of one, or a number that is none, cannot be written again."""
    try:
        json.dumps(exported, ensure_ascii=False, allow_nan=False).encode()
    except (ValueError, TypeError, RecursionError):
        raise UserError("It is no JSON that can be kept.") from None


def _filled(
    old: str, mine: Relationship, found: Mapping[str, list[parts.Row]]
) -> dict[str, list[Values]]:
    """The columns of every row, by table, under the id that the relationship has here.

    Third people go by their initials, where the two agreed on that.
    """
    named = partial(_by_initials, pair=mine)
    for name, pattern in _IDS.items():
        if not all(pattern.fullmatch(str(row.get("id"))) for row in found[name]):
            raise UserError(f"{name}: one has an id that is none.")
    return {
        part.name: [
            parts.values(part, renamed, mine.id, named)
            for row in found[part.name]
            for renamed in [_renamed(row, part.name, old, mine.id)]
        ]
        for part in parts.parts()
    }


def _by_initials(record: R, pair: Relationship) -> R:
    try:
        return in_initials(record, pair)
    except ValidationError:
        raise UserError("It has initials for words that are no names.") from None


def _renamed(row: parts.Row, where: str, old: str, new: str) -> parts.Row:
    if "relationship" not in row:
        return row
    if row["relationship"] != old:
        raise UserError(f"{where}: one of them is of another relationship.")
    return {**row, "relationship": new}


# --- what has to be so ----------------------------------------------------------------------------


def _check(mine: Relationship, filled: Mapping[str, list[Values]]) -> None:
    if len({person.name.strip().casefold() for person in mine.people} - {""}) < 2:
        raise UserError("Its two people need two different names.")
    for values in filled[schema.notes.name]:
        values["record"] = _under_its_own_id(values["record"])
        values["id"] = values["record"].id
    for record in _records(filled):
        visibility = getattr(record, "visibility", "shared")
        if mine.me and visibility not in ("shared", mine.me):
            raise UserError(
                "It holds what is private to the partner of this home's owner; "
                "nothing of it is kept."
            )
    asked = {consent.who for consent in mine.consents}
    if filled[schema.sessions.name] and not {person.name for person in mine.people} <= asked:
        raise UserError("It holds calls without both people's yes; nothing of them is kept.")
    _check_ledger(filled)


def _records(filled: Mapping[str, list[Values]]) -> Iterator[Record]:
    for every in filled.values():
        yield from (values["record"] for values in every if "record" in values)


def _under_its_own_id(note: Any) -> Any:
    return note.model_copy(update={"id": notes.content_id(note)})


def _check_ledger(filled: Mapping[str, list[Values]]) -> None:
    """A promise is the sum of its history, and nothing else."""
    sessions = {values["id"] for values in filled[schema.sessions.name]}
    histories = defaultdict(list)
    for values in filled[schema.changes.name]:
        histories[values["commitment"]].append(values["record"])
        if values["record"].session not in (None, *sessions):
            raise UserError(f"{values['commitment']}: its history names a call that is not there.")
    for values in filled[schema.commitments.name]:
        try:
            stands = sum_of(histories[values["id"]]) == values["record"]
        except (ValueError, TypeError, LookupError):
            stands = False
        if not stands:
            raise UserError(f"{values['id']}: it is not what its history makes of it.")


# --- writing --------------------------------------------------------------------------------------


def _write(
    connection: Connection,
    mine: Relationship,
    filled: Mapping[str, list[Values]],
    embedded: list[notes.Row],
) -> None:
    relationships.open_room(connection, mine)
    for part in parts.parts():
        if part.name == schema.notes.name:
            of_recap = [values["of_recap"] for values in filled[part.name]]
            notes.put_back(connection, mine.id, zip(embedded, of_recap, strict=True))
        elif filled[part.name]:
            connection.execute(insert(part), filled[part.name])
