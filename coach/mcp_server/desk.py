"""What a server may touch: as much of a home as it reaches, and the folders it was given."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, cast

from mcp.server.mcpserver import Context
from pydantic import Field

from coach.errors import UserError
from coach.reach import Reach
from coach.records import Relationship, Role

NAMED = 5
"""Files that are named where another was asked for."""

Who = Annotated[
    str, Field(max_length=64, description="Id of the relationship; list_relationships has them.")
]
When = Annotated[
    str, Field(max_length=40, description="2025-09-25, or with its offset 2025-09-25T08:02-06:00.")
]
Short = Annotated[str, Field(max_length=600)]
"""A line of text."""


@dataclass(frozen=True)
class Desk(Reach):
    """What a chat client reaches into, and what it may do there."""

    folders: tuple[Path, ...] = ()
    """where transcripts may be read from; besides, the folder `inbox` of the home"""
    drafts_only: bool = False
    """True: no tool enters or changes anything that a person has to say yes to"""

    def owner(self, relationship: Relationship) -> Role:
        """Whose home this is, as one of the two: private things are theirs alone."""
        if relationship.me is None:
            raise UserError(
                "It is not known which of the two you are, and answers are private: "
                "coach relationship add says so with --me mentor or --me mentee."
            )
        return relationship.me

    def file(self, said: str) -> Path:
        """The transcript of this name inside an allowed folder. Raises UserError.

        A link is followed before it is looked where it leads. Of what lies outside nothing is told,
        not even whether it is there.
        """
        folders = self._folders()
        if not folders:
            raise UserError(
                "file: this server may read no folder. Start it with --folder DIR, or give the "
                "text of the call as `transcript`."
            )
        names = " or ".join(str(folder) for folder in folders)
        for folder in folders:
            try:
                found = (folder / Path(said).expanduser()).resolve()
                if found.is_relative_to(folder) and found.is_file():
                    return found
            except (OSError, RuntimeError, ValueError):
                continue
        there = ", ".join(self._latest(folders)) or "no files"
        raise UserError(f"file: no such transcript in {names}. There: {there}.")

    def now(self) -> datetime:
        """This moment."""
        return datetime.now(UTC).replace(microsecond=0)

    def _folders(self) -> tuple[Path, ...]:
        inbox = self.coach.settings.home / "inbox"
        return tuple(
            folder.resolve() for folder in (*self.folders, inbox) if folder.resolve().is_dir()
        )

    def _latest(self, folders: tuple[Path, ...]) -> list[str]:
        """A few names of files, the newest first, so that a model can ask for the right one."""
        files = [
            (file.stat().st_mtime, file.name)
            for folder in folders
            for file in folder.iterdir()
            if file.is_file() and not file.is_symlink() and not file.name.startswith(".")
        ]
        return [name for _, name in sorted(files, reverse=True)[:NAMED]]


def desk_of(context: Context) -> Desk:
    """The desk of the server that a tool runs on."""
    return cast("Desk", context.mcp_server.desk)  # type: ignore[attr-defined]
