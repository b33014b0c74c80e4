"""Running the command as people do, in a home of its own."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from functools import cache, wraps
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, ParamSpec

import pytest
from typer.testing import CliRunner, Result

from coach.cli.app import app

DEMO = Path(__file__).resolve().parents[1] / "coach" / "demo"
P = ParamSpec("P")
FIRST, SECOND = "2026-02-12T16:30+11:00", "2026-03-12T16:30+11:00"


def run(*args: str | Path, answers: str | None = None) -> Result:
    """Run `coach` with these arguments, and `answers` piped in."""
    return CliRunner().invoke(app, [str(arg) for arg in args], input=answers)


def done(*args: str | Path, answers: str | None = None) -> str:
    """What a command that succeeds prints."""
    result = run(*args, answers=answers)
    assert result.exit_code == 0, result.stderr
    return result.stdout


def read(*args: str | Path) -> Any:
    """The JSON that a command prints."""
    return json.loads(done(*args, "--json"))


def refused(*args: str | Path, code: int = 2) -> str:
    """The one line that a command ends with when it refuses."""
    result = run(*args)
    assert result.exit_code == code, result.output
    (line,) = result.stderr.splitlines()
    assert result.stdout == ""
    return line


def agreed(id: str = "robyn") -> str:
    """A relationship both of whom have said yes."""
    done(
        *("relationship", "add", id, "--mentor", "Robyn Teague", "--mentee", "Lachie Burke"),
        *("--me", "mentee", "--mentor-label", "Speaker 1", "--mentee-label", "Speaker 2"),
        *("--mentee-label", "Lachie's iPad"),
    )
    done("relationship", "consent", id, "--by", "both")
    return id


def made_once(make: Callable[P, str]) -> Callable[P, str]:
    """What `make` does in a new home is done once, and every other home is a copy of that one."""

    @cache
    def made(*args: P.args, **named: P.kwargs) -> tuple[TemporaryDirectory[str], str]:
        folder = TemporaryDirectory()
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("COACH_HOME", folder.name)
            return folder, make(*args, **named)

    @wraps(make)
    def copied(*args: P.args, **named: P.kwargs) -> str:
        folder, told = made(*args, **named)
        home = Path(os.environ["COACH_HOME"])
        assert not (home / "coach.db").exists(), "there is a home already"
        shutil.copytree(folder.name, home, dirs_exist_ok=True)
        return told

    return copied


@made_once
def after_two_calls() -> str:
    """The same after both calls of the demo, confirmed."""
    id = agreed()
    for file, held_on, session in (("01.txt", FIRST, "01"), ("02.vtt", SECOND, "02")):
        done("recap", DEMO / file, "--with", id, "--held-on", held_on)
        done("confirm", id, session, "--all")
    return id
