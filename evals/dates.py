"""How well spoken dates are read, on sentences that others wrote and dated.

A file of one JSON object a line: `text`, `ref` (when it is said), `entities` (each with its words,
`start`, `end` and `due`, the ISO days that count as right) and three marks, `due_core`, `everyday`
and `negative` (a sentence with no date in it).
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from coach.dates import Spoken, find
from coach.errors import UserError
from evals.command import OneLineParser


def main(arguments: Sequence[str]) -> int:
    """Run the command; return its exit code."""
    parser = OneLineParser("python -m evals dates", description="Read spoken dates, and compare.")
    parser.add_argument("file", type=Path, help="a sentence with its days a line, as JSON")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    asked = parser.parse_args(arguments)
    try:
        figures = score(asked.file)
    except OSError as error:
        raise UserError(f"{asked.file}: cannot be read ({error.strerror})") from None
    except (ValueError, KeyError, TypeError) as error:
        raise UserError(f"{asked.file}: not a file of dated sentences ({error!r})") from None
    if asked.json:
        print(json.dumps(figures))
    else:
        print("\n".join(f"{name:26} {value}" for name, value in figures.items()))
    return 0


def score(file: Path) -> dict[str, float | int]:
    """Accuracy on the core and the everyday sentences, and false finds on those without a date.

    An answer is right when a phrase that overlaps the entity has one of its days. `wrong_*` counts
    answers that name another day, the rest gave none. A week ends on its Friday here and on its
    Sunday there: `*_by_convention` counts such a Friday as right.
    """
    rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line]
    figures: dict[str, float | int] = {}
    for mark in ("due_core", "everyday"):
        entities = [(row, entity) for row in rows if row[mark] for entity in row["entities"]]
        answers = [(_answer(row, entity), entity) for row, entity in entities]
        right = sum(str(answer) in entity["due"] for answer, entity in answers)
        agreeing = sum(_agrees(answer, entity) for answer, entity in answers)
        figures[f"n_{mark}"] = len(answers)
        figures[mark] = round(right / len(answers), 4) if answers else 0.0
        figures[f"{mark}_by_convention"] = round(agreeing / len(answers), 4) if answers else 0.0
        figures[f"wrong_{mark}"] = sum(
            answer is not None and not _agrees(answer, entity) for answer, entity in answers
        )
    negatives = [row for row in rows if row["negative"]]
    figures["n_negative"] = len(negatives)
    figures["false_negative_rows"] = sum(any(said.due for said in _said(row)) for row in negatives)
    return figures


def _said(row: dict[str, Any]) -> list[Spoken]:
    return find(row["text"], today=date.fromisoformat(row["ref"][:10]))


def _answer(row: dict[str, Any], entity: dict[str, Any]) -> date | None:
    overlapping = (s for s in _said(row) if s.start < entity["end"] and entity["start"] < s.end)
    return next((said.due for said in overlapping if said.due), None)


def _agrees(answer: date | None, entity: dict[str, Any]) -> bool:
    if answer is None or str(answer) in entity["due"]:
        return answer is not None
    is_week = re.search(r"\bweek\b|\bw/c\b", entity["text"], re.IGNORECASE)
    sunday = answer + timedelta(days=2)
    return bool(is_week) and answer.weekday() == 4 and str(sunday) in entity["due"]
