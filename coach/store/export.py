"""A whole relationship as one JSON object, by the names of the records, and the same taken apart.

A commitment stands with its history, a transcript under its session, a draft apart from what was
confirmed; every other table is a list of its rows.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby
from typing import Any

from sqlalchemy import Connection

from coach.errors import UserError
from coach.store.database import Database
from coach.store.parts import Row, parts, rows
from coach.store.relationships import required

VERSION = 2
_APART = {"version", "relationship", "drafts"}
_NESTED = {"changes"}


def export(database: Database, relationship: str) -> dict[str, Any]:
    """See `Store.export`."""
    with database.reading() as connection:
        return whole(connection, relationship)


def whole(connection: Connection, relationship: str) -> dict[str, Any]:
    """Everything kept of a relationship that makes sense on another machine."""
    record = required(connection, relationship)
    found = {part.name: list(rows(connection, part, relationship)) for part in parts()}
    return {
        "version": VERSION,
        "relationship": record.model_dump(mode="json"),
        **_folded(found),
    }


def _folded(found: dict[str, list[Row]]) -> dict[str, Any]:
    """The rows as people look for them."""
    changes = groupby(found.pop("changes"), key=lambda change: change["commitment"])
    histories = {id: [_without(change, "number") for change in all_] for id, all_ in changes}
    recaps = found["recaps"]
    return found | {
        "transcripts": {one["session"]: _without(one, "session") for one in found["transcripts"]},
        "drafts": [_without(one, "confirmed") for one in recaps if not one["confirmed"]],
        "recaps": [_without(one, "confirmed") for one in recaps if one["confirmed"]],
        "commitments": [
            {**one, "history": histories.get(one["id"], [])} for one in found["commitments"]
        ],
    }


def _without(row: Row, name: str) -> Row:
    return {key: value for key, value in row.items() if key != name}


# --- taken apart ----------------------------------------------------------------------------------


def taken_apart(exported: Any) -> tuple[Any, dict[str, list[Row]]]:
    """The relationship's JSON, and the rows of every table, by its name; none of it is checked.

    A table that an older coach did not know has no rows. Raises UserError for what is no export.
    """
    if not isinstance(exported, Mapping) or "relationship" not in exported:
        raise UserError("It is no export of a relationship.")
    if exported.get("version") != VERSION:
        raise UserError(
            f"It was exported by another version of the coach: this one reads version {VERSION}. "
            f"Export it again with this one, or install the newer."
        )
    known = _APART | {part.name for part in parts()} - _NESTED
    if unknown := sorted(map(str, set(exported) - known)):
        raise UserError(f"{unknown[0]!r} is unknown here: it may be a newer coach's.")
    found = {name: _list_of(exported, name) for name in known - _APART - {"transcripts"}}
    found["transcripts"] = [
        {"session": session, **words} for session, words in _words(exported).items()
    ]
    drafts = _list_of(exported, "drafts")
    found["recaps"] = [{**one, "confirmed": True} for one in found["recaps"]]
    found["recaps"] += [{**one, "confirmed": False} for one in drafts]
    found["changes"] = [
        {**change, "number": number}
        for one in found["commitments"]
        for number, change in enumerate(_list_of(one, "history"), 1)
    ]
    found["commitments"] = [_without(one, "history") for one in found["commitments"]]
    return exported["relationship"], found


def _list_of(exported: Mapping[str, Any], name: str) -> list[Row]:
    found = exported.get(name, [])
    if not isinstance(found, list) or not all(isinstance(row, dict) for row in found):
        raise UserError(f"{name}: a list of objects is expected.")
    return found


def _words(exported: Mapping[str, Any]) -> Mapping[str, Row]:
    found = exported.get("transcripts", {})
    if not isinstance(found, dict) or not all(isinstance(one, dict) for one in found.values()):
        raise UserError("transcripts: an object a session is expected.")
    return found
