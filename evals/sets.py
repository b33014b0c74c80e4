"""`python -m evals sets DIR...`: several sets of calls beside each other, a row each.

One set tells how the reader does on people whose talk its rules were made with; sets by other
hands tell how much of that was those people.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from pathlib import Path

from evals import report
from evals.calls import measure
from evals.cases import read_cases
from evals.command import OneLineParser
from evals.result import Result

HEADS = (
    "set",
    "calls",
    "promises",
    "P",
    "R",
    "F1",
    "baseline",
    "day right",
    "wrong",
    "updates",
    "next call",
    "secrets leaked",
)
TABLE = "sets"


def main(arguments: Sequence[str]) -> int:
    """Run the command; return 1 where a call could not be read."""
    asked = _parser().parse_args(arguments)
    complaints: list[str] = []
    rows = [
        row(folder.name, *measure(read_cases(folder), complain=complaints.append))
        for folder in asked.sets
    ]
    for complaint in complaints:
        print(f"evals: {complaint}", file=sys.stderr)
    if asked.markdown:
        report.publish(asked.markdown, report.as_table(HEADS, rows), TABLE)
    else:
        print(report.as_table(HEADS, rows))
    return 1 if complaints else 0


def row(name: str, offline: Result, baseline: Result) -> tuple[str, ...]:
    """What one set comes to: promises, their days, what became of earlier ones, and secrets."""
    ours, plain = offline.tally, baseline.tally
    return (
        name,
        str(len(offline.scores)),
        str(ours.commitments.gold),
        *_numbers(ours.commitments.precision, ours.commitments.recall, ours.commitments.f1),
        *_numbers(plain.commitments.f1),
        *_numbers(ours.due_accuracy.ratio, ours.due_wrong.ratio, ours.updates_exact.f1),
        str(ours.next_meeting.shown),
        str(ours.secrets_leaked.shown),
    )


def _numbers(*values: float | None) -> Iterator[str]:
    return ("–" if value is None else f"{value:.2f}" for value in values)


def _parser() -> ArgumentParser:
    parser = OneLineParser("python -m evals sets", description=__doc__)
    parser.add_argument("sets", type=Path, nargs="+", metavar="DIR", help="a set of cases")
    parser.add_argument(
        "--markdown", type=Path, metavar="README", help="put the table into that file"
    )
    return parser
