"""Finding the turns that answer a question: a small file of our own, and public ones if at hand."""

from __future__ import annotations

import doctest
import json
from pathlib import Path
from typing import Any

import pytest

from coach.embedding import HashedNgrams
from evals import interval, remembering, retrieval
from evals.__main__ import main
from evals.remembering import Once, read
from evals.retrieval import FIGURES, WAYS, Row, measure, table

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data"

SAID = (
    ("2026-01-05 18:00:00", ["The harbour walk was lovely.", "I bought a kayak on Sunday."]),
    ("2026-01-19 18:00:00", ["Work is loud this week.", "My sister has a dog called Biscuit."]),
    ("02.02.2026, 18:00:00", ["Let us cook together.", "The oven is broken again."]),
)
CONVERSATION: dict[str, Any] = {
    "id": "kayak",
    "sessions": [
        {
            "n": number,
            "time": time,
            "turns": [
                {"id": f"D{number}:{turn}", "speaker": ("Ola", "Per")[turn % 2], "text": text}
                for turn, text in enumerate(texts, 1)
            ],
        }
        for number, (time, texts) in enumerate(SAID, 1)
    ],
    "questions": [
        {"q": "Who bought a kayak?", "evidence": ["D1:2"]},
        {"q": "What is the dog called?", "evidence": ["D2:2"]},
        {"q": "Is the oven broken?", "evidence": ["D3:2", "D3:1"]},
        {"q": "Nothing answers this.", "evidence": []},
    ],
}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "talk.jsonl"
    path.write_text(json.dumps(CONVERSATION) + "\n", encoding="utf-8")
    return path


def row(file: Path, way: str) -> Row:
    (found,) = measure(read(file), HashedNgrams(), {way: WAYS[way]})
    return found


def test_every_question_that_a_turn_answers_is_asked_and_its_turn_is_found(file: Path) -> None:
    found = row(file, "and with recency")
    assert found.n == 3 and set(found.figures) == set(FIGURES)
    assert found.figures["recall@10"] == found.figures["session hit@5"] == 1.0
    assert found.figures["MRR"] == 1.0 and found.intervals["MRR"] == (1.0, 1.0)


def test_each_part_of_the_search_is_shown_alone(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["retrieval", str(file), "--ablation", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [row["way"] for row in told["rows"]] == list(WAYS) and told["embedder"]
    alone = {row["way"]: row["figures"]["recall@10"] for row in told["rows"]}
    # "Let us cook together" shares no word with its question: words alone cannot find it.
    assert alone["words alone"] < alone["both"] == 1.0


def test_the_table_names_the_file_and_has_a_line_a_way(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["retrieval", str(file)]) == 0
    first, _, head, line = capsys.readouterr().out.splitlines()
    assert first.startswith("1 conversations, 6 turns; vectors by ")
    assert head.split()[:3] == ["n", "recall@10", "hit@5"]
    assert line.startswith("and with recency") and len(line) == len(head)


@pytest.mark.parametrize(
    "content", ["no json", "[1]", '{"id": "x"}', json.dumps({**CONVERSATION, "questions": []})]
)
def test_a_file_of_another_form_is_named_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: str
) -> None:
    file = tmp_path / "talk.jsonl"
    file.write_text(content, encoding="utf-8")
    assert main(["retrieval", str(file)]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert "talk.jsonl: " in line


def test_a_text_is_embedded_once() -> None:
    asked: list[str] = []

    class Counting(HashedNgrams):
        def embed(self, texts: Any) -> Any:
            asked.extend(texts)
            return super().embed(texts)

    once = Once(Counting())
    assert once.embed(["a kayak", "a dog", "a kayak"]).shape == (3, HashedNgrams.dim)
    once.embed(["a dog"])
    assert asked == ["a kayak", "a dog"] and once.embed([]).shape == (0, HashedNgrams.dim)


def test_the_table_is_as_wide_as_its_head() -> None:
    figures = dict.fromkeys(FIGURES, 0.5)
    head, line = table([Row("both", 3, figures, dict.fromkeys(FIGURES, (0.25, 0.75)))]).splitlines()
    assert len(head) == len(line) and "0.500 (0.25-0.75)" in line


@pytest.mark.skipif(not SHARED.is_dir(), reason="the public conversations are not here")
def test_words_alone_find_answers_in_a_public_conversation() -> None:
    # The first conversation, and by the floor of embedders, so that it takes a second or two.
    conversation, *_ = read(SHARED / "realtalk_retrieval.jsonl")
    ways = {way: WAYS[way] for way in ("words alone", "both, with neighbours")}
    words, both = measure([conversation], HashedNgrams(), ways)
    assert words.n == both.n == 70
    assert words.figures["recall@10"] >= 0.45 and both.figures["session hit@5"] >= 0.85


def test_the_examples_in_the_docstrings_hold() -> None:
    for module in (interval, remembering, retrieval):
        assert doctest.testmod(module).failed == 0
