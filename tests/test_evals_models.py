"""Language models in the evals: beside the rules, with what they take, and again from a record."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from model_server import says, serving, status

from evals.__main__ import main

pytestmark = [
    pytest.mark.allow_hosts(["127.0.0.1"]),
    pytest.mark.usefixtures("each_call_read_once"),
]

CASE = Path(__file__).resolve().parents[1] / "evals" / "cases" / "ward-nurse"
REPLY = {"commitments": [{"owner": "nobody", "action": "x", "quotes": [{"turn": 0, "words": "x"}]}]}


@pytest.fixture
def cases(tmp_path: Path) -> Path:
    """One relationship with its first call."""
    home = tmp_path / "cases" / "ward-nurse"
    home.mkdir(parents=True)
    for file in (*CASE.glob("01.*"), CASE / "relationship.json"):
        shutil.copy(file, home)
    return home.parent


@pytest.fixture(autouse=True)
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COACH_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("COACH_API_KEY", "sk-secret")


def figures(capsys: pytest.CaptureFixture[str], *arguments: object) -> dict[str, object]:
    assert main(["calls", *map(str, arguments), "--json"]) == 0
    found: dict[str, object] = json.loads(capsys.readouterr().out)
    return found


def test_a_recorded_run_is_repeated_without_the_model(
    cases: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    answers = tmp_path / "answers"
    with serving(says(json.dumps(REPLY))) as server:
        monkeypatch.setenv("COACH_BASE_URL", server.url)
        first = figures(capsys, cases, "--engine", "openai:m", "--record", answers)
        assert len(server.asked) == 1
    (record,) = answers.iterdir()
    assert "sk-secret" not in record.read_text(encoding="utf-8")
    again = figures(capsys, cases, "--engine", f"replay:{answers}")
    assert again["values"] == first["values"]
    assert again["cost"]["tokens_in"] == first["cost"]["tokens_in"] == 100  # type: ignore[index]


def test_engines_stand_side_by_side_with_what_they_took(
    cases: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with serving(says(json.dumps(REPLY))) as server:
        monkeypatch.setenv("COACH_BASE_URL", server.url)
        asked = ["calls", str(cases), "--engine", "openai:m", "--engine", "offline", "--markdown"]
        assert main(asked) == 0
    table = capsys.readouterr().out
    head = next(line for line in table.splitlines() if line.startswith("| figure"))
    assert [cell.strip() for cell in head.split("|")][2] == "openai:m"
    assert "| offline | baseline |" in head
    for row in ("seconds a call", "requests a call", "tokens_in a call", "tokens_out a call"):
        assert f"| {row} |" in table


def test_a_model_that_fails_is_measured_as_what_the_rules_read(
    cases: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with serving(status(401)) as server:
        monkeypatch.setenv("COACH_BASE_URL", server.url)
        failed = figures(capsys, cases, "--engine", "openai:m")
    assert failed["values"] == figures(capsys, cases)["values"]
