"""What the documentation says is so: its commands and its example run, its links lead somewhere."""

from __future__ import annotations

import re
import runpy
import shlex
import shutil
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from coach.cli.app import app

pytestmark = pytest.mark.usefixtures("each_call_read_once")

ROOT = Path(__file__).resolve().parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), ROOT / "evals" / "README.md"])
CASES = ROOT / "evals" / "cases" / "eng-manager"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with the files that the documentation speaks of."""
    shutil.copy(CASES / "01.vtt", tmp_path / "call-1.vtt")
    shutil.copy(CASES / "02.txt", tmp_path / "call-2.txt")
    answers = "1. Anand took half of the reviews on Monday.\n7. Plan the talk with Rohit.\n"
    (tmp_path / "answers.txt").write_text(answers, encoding="utf-8")
    return tmp_path


def blocks(page: str, language: str = "") -> list[str]:
    """The fenced blocks of a page in this language."""
    text = (ROOT / page).read_text(encoding="utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```", text, re.DOTALL | re.MULTILINE)


def run(command: str, desk: Path, monkeypatch: pytest.MonkeyPatch) -> Result:
    """Run a `coach ...` line off a terminal, in a new home or in the one that it names."""
    *named, rest = re.split(r"^COACH_HOME=(\S+) ", command)
    monkeypatch.chdir(desk)
    monkeypatch.setenv("COACH_HOME", str(desk / (named[-1] if named else "home")))
    args, _, _ = rest.partition(" > ")
    return CliRunner().invoke(app, shlex.split(args)[1:], input="")


@pytest.mark.parametrize("page", ["README.md", "docs/how-to.md"])
def test_every_command_of_the_page_runs_in_its_order(
    page: str, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = [line for block in blocks(page) for line in block.splitlines()]
    ours = [line for line in lines if re.match(r"(?:COACH_HOME=\S+ )?coach ", line)]
    monkeypatch.setattr("coach.web.app.serve", lambda *_, **__: None)  # it would go on
    commands = [re.sub(r"\s+# .*", "", line) for line in ours]
    assert len(commands) > 4
    for command in commands:
        done = run(command, desk, monkeypatch)
        assert done.exit_code == 0, f"{command}\n{done.stderr}"
        assert "Traceback" not in done.stderr


def test_the_python_examples_of_the_readme_run_one_after_the_other(
    desk: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(desk)
    shown = []
    for example in blocks("README.md", "python"):
        names: dict[str, object] = {}
        exec(compile(example, "README.md", "exec"), names)
        assert names["agenda"].minutes == 45  # type: ignore[attr-defined]
        shown.append(capsys.readouterr().out)
    library, langchain = shown
    assert "Karthik Subramanian" in library
    assert "search_notes" in langchain and langchain.endswith("45 384\n")


def test_the_python_example_of_the_how_to_runs(
    desk: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (example,) = blocks("docs/how-to.md", "python")
    monkeypatch.chdir(desk)
    exec(compile(example, "how-to.md", "exec"), {})
    shown = capsys.readouterr().out
    assert "FakeListChatModel" in shown and "reported nothing" in shown


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_leads_to_a_file(page: Path) -> None:
    for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_the_reference_and_the_picture_are_made_from_the_code_as_it_is(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["make.py", "--check"])
    made = runpy.run_path(str(ROOT / "docs" / "make.py"))["main"]()
    assert made == 0, capsys.readouterr().out


def test_the_changelog_starts_with_the_version_that_this_is() -> None:
    from coach import __version__

    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    newest = re.search(r"^## \[(\d[^\]]*)\]", changelog, re.MULTILINE)
    assert newest and newest[1] == __version__
