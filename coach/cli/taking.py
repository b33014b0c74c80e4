"""A relationship as files: written out for other programs, and read in again."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coach.errors import UserError

if TYPE_CHECKING:
    from coach.app import Coach

MOST = 512 * 2**20
"""Bytes of an export that is read; a thousand calls have less."""


def write_folder(folder: Path, coach: Coach, id: str) -> list[str]:
    """The JSON, the ledger as CSV, and Markdown; readable by their owner alone. Their names."""
    from coach.render.spreadsheet import ledger_csv

    told = json.dumps(coach.export(id), ensure_ascii=False, indent=2) + "\n"
    # A spreadsheet knows a file as UTF-8 by its mark alone.
    table = "\ufeff" + ledger_csv(coach.commitments(id))
    sheets = {f"{id}.json": told, f"{id}.csv": table} | _pages(coach, id)
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        for name, text in sheets.items():
            path = folder / name
            path.touch(mode=0o600)
            path.write_text(text, encoding="utf-8")
    except OSError as problem:
        raise UserError(f"--to {folder}: {problem.strerror}; name another folder.") from None
    return list(sheets)


def read_export(file: Path) -> Any:
    """The JSON of a file. Raises UserError for a file that has none."""
    try:
        if file.stat().st_size > MOST:
            raise UserError(f"{file}: too large for an export of one relationship.")
        return json.loads(file.read_text(encoding="utf-8-sig"))
    except OSError as problem:
        raise UserError(f"{file}: {problem.strerror}.") from None
    except (ValueError, RecursionError):
        raise UserError(
            f"{file}: no JSON; give the .json of `coach relationship export ID --to FOLDER`."
        ) from None


def _pages(coach: Coach, id: str) -> dict[str, str]:
    from coach.render.folder import folder

    store, sessions = coach.store.sessions, coach.store.sessions.list(id)
    recaps = {one.id: store.recap(id, one.id) or store.draft(id, one.id) for one in sessions}
    return folder(
        coach.relationship(id),
        sessions,
        {session: recap for session, recap in recaps.items() if recap},
        coach.commitments(id),
        coach.frameworks,
    )
