"""`python -m evals questions`: everything on one page, and rules that catch what they should."""

from __future__ import annotations

from pathlib import Path

import pytest

from evals.__main__ import main
from evals.questions import RULES, Asked, broken

CASES = Path(__file__).resolve().parents[1] / "evals" / "cases"
NOUNS = frozenset({"barn", "orchard"})


def asked(text: str, about: str = "01#c1", gap: str = "obstacle") -> Asked:
    return Asked("pair/01", "Sam Reid", text, about, gap, "smart/specific", NOUNS)


GOOD = """
    What stands between you and opening the barn?
    You said "the barn is mine, isn't it?": where else does that hold?
    What date goes next to opening the barn?
    How will Ada hear it from you if opening the barn should slip?
"""
BAD = """
    open        | Have you opened the barn?
    open        | You said "the barn": did that hold?
    open        | What stands between you and the barn
    one         | What is in the barn, and how would you notice?
    one         | What is in the barn? Who knows?
    not leading | What about the barn, surely?
    not leading | What keeps the barn shut, wouldn't you say?
    their nouns | What stands between you and doing it?
"""


@pytest.mark.parametrize("text", [line.strip() for line in GOOD.strip().splitlines()])
def test_a_good_question_breaks_no_rule(text: str) -> None:
    one = asked(text)
    assert list(broken(one, [one])) == []


@pytest.mark.parametrize("row", [line.strip() for line in BAD.strip().splitlines()])
def test_each_rule_catches_what_breaks_it(row: str) -> None:
    rule, text = (cell.strip() for cell in row.split("|"))
    assert rule in RULES
    assert rule in broken(asked(text), [])


def test_two_questions_on_one_thing_and_gap_are_alike_and_on_two_gaps_are_not() -> None:
    one, same = asked("What is in the barn?"), asked("Where is the barn?")
    other = asked("Where is the barn?", gap="support")
    assert "not alike" in broken(one, [one, same])
    assert "not alike" not in broken(one, [one, other])


def test_the_page_shows_each_question_with_its_gap_then_figures_and_rules(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "ward-nurse").symlink_to(CASES / "ward-nurse", target_is_directory=True)
    assert main(["questions", str(tmp_path)]) == 0
    page = capsys.readouterr().out
    assert page.count("\n## ward-nurse/") == 4
    assert "smart/time_bound]" in page
    assert "[reflection, turn:" in page
    for part in ("gap_precision", "followups_about", *RULES):
        assert part in page


def test_a_folder_without_calls_is_one_clear_line(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert main(["questions", str(tmp_path)]) == 2
    assert "holds no case" in capsys.readouterr().err
