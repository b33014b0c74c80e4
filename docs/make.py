"""Write what in docs/ is made from the code: `python docs/make.py`. `--check` only compares.

    reference.md   every command, as its own help says it
    brief.svg      the mentor's brief at the end of `coach demo`
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).parent


def reference() -> str:
    """Every command with its help."""
    from typer.main import get_command

    from coach.cli.app import app

    parts = ["# Reference", "Made from the commands themselves by `python docs/make.py`."]
    for path, help_text in _helps(get_command(app), "coach"):
        parts.append(f"## {path}\n\n```\n{help_text}\n```")
    return "\n\n".join(parts) + "\n"


def _helps(command: object, path: str) -> Iterator[tuple[str, str]]:
    import click

    assert isinstance(command, click.Command)
    with click.Context(command, info_name=path, terminal_width=90, max_content_width=90) as context:
        lines = command.get_help(context).splitlines()
        yield path, "\n".join(line.rstrip() for line in lines).strip()
    for name, below in getattr(command, "commands", {}).items():
        yield from _helps(below, f"{path} {name}")


def brief() -> str:
    """A picture of the mentor's brief for the demo's third call."""
    from rich.console import Console

    from coach.cli.demo import mentors_brief
    from coach.render.terminal import show

    console = Console(record=True, width=100, file=open("/dev/null", "w"), force_terminal=True)
    show(mentors_brief(), console)
    return console.export_svg(title="coach agenda robyn --for mentor", unique_id="brief")


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
