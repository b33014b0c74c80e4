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
    sheets = coach.export_files(id)
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
