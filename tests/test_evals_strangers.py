"""Promises of another pair ought to get no update; nor do words of every call name one."""

from __future__ import annotations

import doctest
import json
from datetime import date
from pathlib import Path

import pytest

from evals import common
from evals.__main__ import main
from evals.cases import read_cases
from evals.common import rarity
from evals.strangers import beside

CALLED = (("01", "2026-03-03T17:00:00+00:00"), ("02", "2026-03-31T17:00:00+00:00"))


def pair(home: Path, mentor: str, mentee: str, action: str, *said: str) -> None:
    """Two calls: the mentee promises something in the first, and this is said in the second."""
    home.mkdir(parents=True)
    people = {"mentor": {"name": mentor}, "mentee": {"name": mentee}}
    (home / "relationship.json").write_text(
        json.dumps({"id": home.name, "started": "2026-01-01", "goals": [], **people})
    )
    for session, held in CALLED:
        texts = said if session == "02" else (f"I'll {action[0].lower()}{action[1:]}.",)
        turns = [{"speaker": mentee, "text": text} for text in texts]
        promise: dict[str, object] = {
            "id": "c1",
            "owner": mentee,
            "action": action,
            "due": "2026-03-06",
        }
        promise |= {"due_phrase": "Friday", "firmness": "firm", "turns": [0], "evidence": []}
        gold: dict[str, object] = {
            "session": session,
            "date": held,
            "not_commitments": [],
            "updates": [],
        }
        gold |= {"commitments": [promise] if session == "01" else [], "next_meeting": None}
        (home / f"{session}.gold.json").write_text(json.dumps(gold))
        (home / f"{session}.turns.json").write_text(json.dumps(turns))
        (home / f"{session}.txt").write_text("".join(f"{mentee}: {text}\n" for text in texts))


@pytest.fixture
def cases(tmp_path: Path) -> Path:
    folder = tmp_path / "mine"
    pair(folder / "kites", "Ana Reis", "Bo Lind", "Send Ana the kite drawing", "The sea was calm.")
    pair(
        folder / "bees",
        "Cy Marsh",
        "Di Hall",
        "Paint the hive",
        "I painted the hive on Friday.",
        "The kite drawing? I sent it to you on Friday.",
    )
    return folder


def test_each_call_gets_the_promises_of_the_other_pair_under_its_own_names(cases: Path) -> None:
    bees, kites = (call.ledger for call in beside(read_cases(cases)))
    assert [(each.owner, each.action) for each in bees] == [
        ("Di Hall", "Paint the hive"),
        ("Di Hall", "Send Cy the kite drawing"),
    ]
    assert [(each.owner, each.due) for each in kites] == [("Bo Lind", date(2026, 3, 6))] * 2


def test_an_update_of_a_promise_of_another_pair_is_counted_by_what_it_says(
    cases: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["strangers", str(cases)]) == 0
    _, row = capsys.readouterr().out.splitlines()
    assert row.split() == ["mine", "2", "1", "1"]


def test_one_pair_alone_knows_no_strangers(cases: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (cases / "kites").rename(cases / "_kites")
    assert main(["strangers", str(cases)]) == 2
    said = capsys.readouterr()
    assert said.out == "" and said.err.count("\n") == 1


def test_a_word_of_more_than_a_fifth_of_the_calls_is_common(
    cases: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert doctest.testmod(common).failed == 0
    assert rarity([{"page"}, {"page"}, set[str](), set[str](), set[str](), {"hull"}]) == {
        "page": 0.7
    }
    assert main(["common", str(cases)]) == 0
    assert capsys.readouterr().out.startswith("4 calls, ")
