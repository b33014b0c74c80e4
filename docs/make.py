"""Write what in docs/ is made from the code: `python docs/make.py`. `--check` only compares.

reference.md   every command, as its own help says it
brief.svg      the mentor's brief at the end of `coach demo`
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent


def reference() -> str:
    """Every command with its help."""
    from typer.main import get_command

    from coach.cli.app import app

    parts = ["# Reference", "Made from the commands themselves by `python docs/make.py`."]
    for path in _paths(get_command(app)):
        parts.append(f"## {' '.join(('coach', *path))}\n\n```\n{_help(path)}\n```")
    return "\n\n".join(parts) + "\n"


def _paths(command: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    yield path
    for name, below in getattr(command, "commands", {}).items():
        yield from _paths(below, (*path, name))


def _help(path: tuple[str, ...]) -> str:
    from typer.testing import CliRunner

    from coach.cli.app import app

    shown = CliRunner().invoke(app, [*path, "--help"], prog_name="coach", env={"COLUMNS": "90"})
    return "\n".join(line.rstrip() for line in shown.output.splitlines()).strip()


def brief() -> str:
    """A picture of the mentor's brief for the demo's third call."""
    from importlib.resources import files
    from io import StringIO

    from rich.console import Console
    from typer.testing import CliRunner

    from coach.cli.app import app
    from coach.library import frameworks
    from coach.records import Agenda, Relationship
    from coach.render.agenda import agenda_page
    from coach.render.terminal import show

    shown = CliRunner().invoke(app, ["demo", "--json"], catch_exceptions=False)
    agenda = Agenda.model_validate(json.loads(shown.stdout)["agendas"][1])
    pair = (files("coach") / "demo" / "relationship.json").read_text(encoding="utf-8")
    relationship = Relationship.model_validate_json(pair)
    console = Console(record=True, width=100, file=StringIO(), force_terminal=True)
    show(agenda_page(agenda, relationship, frameworks()), console)
    title = f"coach agenda {relationship.id} --for mentor"
    return console.export_svg(title=title, unique_id="brief")


def main() -> int:
    """Write the files, or say which are out of date."""
    stale = []
    for name, made in (("reference.md", reference()), ("brief.svg", brief())):
        file = HERE / name
        if file.exists() and file.read_text(encoding="utf-8") == made:
            continue
        stale.append(name)
        if "--check" not in sys.argv:
            file.write_text(made, encoding="utf-8")
    if stale:
        print("out of date:" if "--check" in sys.argv else "written:", ", ".join(stale))
    return int(bool(stale) and "--check" in sys.argv)


if __name__ == "__main__":
    sys.exit(main())
