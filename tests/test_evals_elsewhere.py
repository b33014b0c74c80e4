"""The reader on talk that others labelled: one table, each figure beside a plain rule."""

from __future__ import annotations

import doctest
import json
from pathlib import Path
from typing import Any

import pytest

from coach.reading.offline import OfflineReader
from evals import outside
from evals.__main__ import main
from evals.elsewhere import FILES, table
from evals.ordinary import withheld
from evals.outside import Row
from evals.voices import Spoken, commissive, promised

MEETING: dict[str, Any] = {
    "participants": {
        "A": "Project Manager",
        "B": "User Interface Designer",
        "C": "Marketing Expert",
    },
    "utterances": [
        {"speaker": "A", "text": "We need the sketches of the kite."},
        {"speaker": "B", "text": "I'll send you the sketches by Friday.", "act": "commit"},
        {"speaker": "A", "text": "Great, thank you."},
        {"speaker": "C", "text": "The market is small."},
    ],
    "actions": [
        {"text": "send the sketches by Friday", "evidence": [1], "owner_roles": ["UI"]},
        {"text": "nobody said where", "evidence": [], "owner_roles": []},
    ],
}
MAIL = [
    {"text": "I'll send you the contract tomorrow.", "task": True},
    {"text": "The weather is fine.", "task": False},
    {"text": "Please stand clear.", "task": False},
]
WEEK = {
    "date": "2026-03-02",
    "messages": [
        {"speaker": "coach", "text": "What will you do this week?"},
        {"speaker": "patient", "text": "I'll walk 5,000 steps on Monday. It was 300 once."},
    ],
    "numbers": ["5000"],
    "days": ["mon"],
}
SESSION = {
    "utterances": [
        {"text": "What happened then?", "question_type": "open"},
        {"text": "Did you ring him?", "question_type": "closed"},
        {"text": "You tell me: what was it?", "question_type": "open"},
        {"text": "I see."},
    ]
}
DAY = {
    "text": "by Thursday",
    "ref": "2026-03-03T00:00:00",
    "due_core": True,
    "everyday": False,
    "entities": [{"text": "Thursday", "start": 3, "end": 11, "due": ["2026-03-05"]}],
}
RECORDS = {
    "icsi_meetings.jsonl": [MEETING],
    "ami_meetings.jsonl": [MEETING],
    "email_tasks.jsonl": MAIL,
    "uic_weekly_goal.jsonl": [WEEK],
    "annomi.jsonl": [SESSION],
    "dates_recognizers.jsonl": [DAY],
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, records in RECORDS.items():
        (tmp_path / name).write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    return tmp_path


def test_every_file_gives_rows_with_n_and_a_baseline(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert set(RECORDS) == set(FILES)
    assert main(["elsewhere", str(folder), "--json"]) == 0
    rows = {(row["data"], row["figure"]): row for row in json.loads(capsys.readouterr().out)}
    found = {key: (row["n"], row["ours"]) for key, row in rows.items()}
    assert found["icsi_meetings", "commitments, utterance F1"] == (1, 1.0)
    assert found["icsi_meetings", "commitments, AP"] == (1, 1.0)
    assert found["ami_meetings", "action items F1"] == (1, 1.0)
    assert found["ami_meetings", "owner of matched items"] == (1, 1.0)
    assert found["email_tasks", "sentences with a task, F1"] == (1, 1.0)
    assert found["ami_meetings", "words withheld, per thousand"] == (21, 0.0)
    assert found["annomi", "open or closed, macro F1"] == (3, 1.0)
    assert found["dates_recognizers", "due_core, accuracy"] == (1, 1.0)
    assert rows["email_tasks", "sentences with a task, F1"]["baseline"] == pytest.approx(2 / 3)
    assert rows["uic_weekly_goal", "numbers of the goal, set F1"]["baseline"] == pytest.approx(
        2 / 3
    )
    assert rows["uic_weekly_goal", "days of the goal, set F1"]["baseline"] == 1.0


def test_what_is_withheld_of_ordinary_talk_is_counted_in_words(folder: Path) -> None:
    said = [
        {"speaker": "A", "text": "Off the record, I am leaving."},
        {"speaker": "B", "text": "Anyway, the sketches are done."},
    ]
    (row,) = withheld("any", [{"utterances": said}])
    assert (row.n, row.ours) == (11, pytest.approx(6 / 11 * 1000))


def test_a_file_that_is_missing_is_one_line_and_the_rest_is_measured(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "annomi.jsonl").unlink()
    assert main(["elsewhere", str(folder)]) == 0
    told = capsys.readouterr()
    assert told.err.splitlines() == [f"evals: {folder / 'annomi.jsonl'}: not there, left out"]
    assert "annomi" not in told.out
    assert "icsi_meetings" in told.out


@pytest.mark.parametrize("content", ["no json", "[1]", '{"utterances": 3}'])
def test_a_file_of_another_form_is_named(
    folder: Path, capsys: pytest.CaptureFixture[str], content: str
) -> None:
    (folder / "annomi.jsonl").write_text(content, encoding="utf-8")
    assert main(["elsewhere", str(folder)]) == 2
    assert "annomi.jsonl: not in the form" in capsys.readouterr().err


def test_a_folder_that_is_none_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["elsewhere", "/no/such/folder"]) == 2
    assert "no such folder" in capsys.readouterr().err


def test_each_of_an_odd_number_of_voices_is_heard() -> None:
    spoken = [
        Spoken(voice, f"I'll send you the {thing} by Friday.")
        for voice, thing in (("A", "map"), ("B", "list"), ("C", "bill"))
    ]
    assert [promise.voice for promise in promised(OfflineReader(), spoken)] == ["A", "B", "C"]
    assert commissive(spoken)[1] == {0, 1, 2}


def test_the_table_has_a_line_a_figure() -> None:
    head, line = table([Row("annomi", "open or closed", 3, 0.5, 0.25, "what")]).splitlines()
    assert line.split() == ["annomi", "open", "or", "closed", "3", "0.500", "0.250", "what"]
    assert "n" in head.split()


def test_the_examples_in_its_docstrings_hold() -> None:
    assert doctest.testmod(outside).failed == 0
