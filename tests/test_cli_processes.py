"""The command as a process: how fast it starts, what it imports, how it ends."""

from __future__ import annotations

import os
import pty
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from cli_home import DEMO, FIRST, done, read

COACH = (sys.executable, "-c", "from coach.cli import main; main()")
HEAVY = "numpy chromadb langchain_core openai pydantic typer rich sqlalchemy".split()


@pytest.fixture
def env(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """For a process; what only prepares a home or looks into it is run inside this one."""
    monkeypatch.setenv("COACH_HOME", str(tmp_path / "home"))
    return {**os.environ, "TERM": "xterm", "COLUMNS": "80"}


def call(env: dict[str, str], *args: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*COACH, *args], env=env, capture_output=True, text=True, timeout=60)


@pytest.fixture
def robyn(env: dict[str, str]) -> None:
    """A pair whose labels nobody knows, and the yes of both."""
    people = ("--mentor", "Robyn Teague", "--mentee", "Lachie Burke", "--me", "mentee")
    done("relationship", "add", "robyn", *people)
    done("relationship", "consent", "robyn", "--by", "both")


def at_a_terminal(env: dict[str, str], args: list[str], answers: list[str]) -> tuple[str, int]:
    """Run on a pseudo-terminal, answering each prompt in turn: what was shown, the exit code."""
    screen, theirs = pty.openpty()
    child = subprocess.Popen([*COACH, *args], env=env, stdin=theirs, stdout=theirs, stderr=theirs)
    os.close(theirs)
    shown, waiting, quiet = b"", list(answers), time.monotonic()
    while time.monotonic() - quiet < 30:
        if select.select([screen], [], [], 0.2)[0]:
            try:
                shown += os.read(screen, 65536)
            except OSError:  # the other end is closed
                break
            quiet = time.monotonic()
        elif waiting and shown.endswith((b": ", b"> ")):
            os.write(screen, waiting.pop(0).encode() + b"\n")
            shown += b"\n"
    os.close(screen)
    return shown.decode(errors="replace"), child.wait(30)


def test_the_version_is_told_without_importing_anything_heavy(env: dict[str, str]) -> None:
    script = (
        "import sys; sys.argv = ['coach', '--version']; from coach.cli import main; main(); "
        f"print([name for name in {HEAVY} if name in sys.modules])"
    )
    told = subprocess.run([sys.executable, "-c", script], env=env, capture_output=True, text=True)
    assert told.stdout.startswith("coach 0.")
    assert told.stdout.endswith("\n[]\n")


def test_help_imports_none_of_the_libraries_that_cost_seconds(env: dict[str, str]) -> None:
    script = (
        "import sys; sys.argv = ['coach', '--help']; from coach.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "slow = 'numpy chromadb langchain_core openai onnxruntime sqlalchemy'.split()\n"
        "print([name for name in slow if name in sys.modules])"
    )
    told = subprocess.run([sys.executable, "-c", script], env=env, capture_output=True, text=True)
    assert told.stdout.endswith("\n[]\n"), told.stdout[-200:]


def test_a_reader_who_leaves_early_is_no_error(env: dict[str, str]) -> None:
    running = subprocess.Popen(
        [*COACH, "demo"], env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert running.stdout and running.stderr
    running.stdout.readline()
    running.stdout.close()
    assert running.stderr.read() == b""
    running.stderr.close()
    assert running.wait(60) == 130


@pytest.mark.usefixtures("robyn")
def test_the_shell_is_offered_the_relationships_there_are(env: dict[str, str]) -> None:
    asking = {"_COACH_COMPLETE": "complete_bash", "COMP_WORDS": "coach agenda ", "COMP_CWORD": "2"}
    offered = call({**env, **asking})
    assert (offered.stdout.split(), offered.returncode) == (["robyn"], 0)


@pytest.mark.usefixtures("robyn")
def test_an_interrupt_is_quiet(env: dict[str, str]) -> None:
    running = subprocess.Popen(
        [*COACH, "reflect", "robyn"],
        env=env,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    with running:
        assert running.stdout and running.stderr
        running.stdout.readline()
        running.send_signal(signal.SIGINT)
        assert running.wait(30) == 130
        assert running.stderr.read() == b""


def test_an_unexpected_problem_is_one_line_and_exit_1(env: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a file where the home should be")
    failed = call(env, "relationship", "list")
    assert failed.returncode == 1
    assert len(failed.stderr.splitlines()) == 1


@pytest.mark.usefixtures("robyn")
def test_at_a_terminal_unknown_labels_are_asked_about(env: dict[str, str]) -> None:
    args = ["recap", str(DEMO / "01.txt"), "--with", "robyn", "--held-on", FIRST]
    shown, code = at_a_terminal(env, args, ["1", "2"])
    assert code == 0
    assert "Whose label is Speaker 1?" in shown
    assert "Promised by Lachie" in shown


@pytest.mark.usefixtures("robyn")
def test_at_a_terminal_a_draft_is_gone_through_doubtful_lines_first(env: dict[str, str]) -> None:
    labels = ("--label", "Speaker 1=mentor", "--label", "Speaker 2=mentee")
    held = ("--with", "robyn", "--held-on", FIRST)
    done("recap", DEMO / "01.txt", *held, *labels)
    shown, code = at_a_terminal(env, ["confirm", "robyn", "01"], ["q"])
    assert code == 0
    assert shown.index("conditional") < shown.index("Nothing entered")
    answers = ["e", "due=soon", "due=2026-02-27", "", "y", "n", "a"]
    shown, code = at_a_terminal(env, ["confirm", "robyn", "01"], answers)
    assert code == 0
    assert "Entered:" in shown
    assert "2026-02-27" in [promise["due"] for promise in read("commitments", "robyn")]


@pytest.mark.usefixtures("robyn")
def test_at_a_terminal_erasing_asks_for_the_id(env: dict[str, str]) -> None:
    _, code = at_a_terminal(env, ["relationship", "erase", "robyn"], ["robin"])
    assert code == 2
    _, code = at_a_terminal(env, ["relationship", "erase", "robyn"], ["robyn"])
    assert code == 0
    assert read("relationship", "list") == []
