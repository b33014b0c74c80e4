"""`python -m evals elsewhere DIR`: the same reader on talk that others recorded and labelled.

Nothing of the coach is tuned to it: meetings of many people, business mail, text messages,
counselling. A file that DIR does not have is left out, with a line saying so.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict
from functools import partial
from pathlib import Path

from coach.errors import UserError
from evals import outside
from evals.command import OneLineParser
from evals.ordinary import withheld
from evals.outside import Records, Row

FILES: Mapping[str, tuple[Callable[[Records], Iterator[Row]], ...]] = {
    "icsi_meetings.jsonl": (outside.commitments, partial(withheld, "icsi_meetings")),
    "ami_meetings.jsonl": (outside.action_items, partial(withheld, "ami_meetings")),
    "email_tasks.jsonl": (outside.tasks,),
    "uic_weekly_goal.jsonl": (outside.weekly_goals,),
    "annomi.jsonl": (outside.question_kinds,),
    "dates_recognizers.jsonl": (outside.due_days,),
}
"""What is measured on each file."""


def main(arguments: Sequence[str]) -> int:
    """Run the command: one table, or the rows as JSON."""
    parser = OneLineParser("python -m evals elsewhere", description=__doc__)
    parser.add_argument("folder", type=Path, metavar="DIR", help=f"holds {', '.join(FILES)}")
    parser.add_argument("--json", action="store_true", help="print the rows as JSON")
    asked = parser.parse_args(arguments)
    rows = list(measure(asked.folder, lambda line: print(f"evals: {line}", file=sys.stderr)))
    print(json.dumps([asdict(row) for row in rows]) if asked.json else table(rows))
    return 0


def measure(folder: Path, complain: Callable[[str], None]) -> Iterator[Row]:
    """The rows of every file that is there; `complain` is told of each that is not."""
    if not folder.is_dir():
        raise UserError(f"{folder}: no such folder")
    for name, measures in FILES.items():
        file = folder / name
        if not file.exists():
            complain(f"{file}: not there, left out")
            continue
        try:
            records = _records(file)
            for rows in measures:
                yield from rows(records)
        except OSError as error:
            raise UserError(f"{file}: cannot be read ({error.strerror})") from None
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise UserError(f"{file}: not in the form that is expected ({error!r})") from None


def table(rows: Sequence[Row]) -> str:
    """One line a figure."""
    head = f"{'data':18} {'figure':28} {'n':>5}  {'ours':>5}  {'plain':>5}  the plain rule"
    return "\n".join(
        [
            head,
            *(
                f"{row.data:18} {row.figure:28} {row.n:5}  {row.ours:5.3f}  {row.baseline:5.3f}"
                f"  {row.rule}"
                for row in rows
            ),
        ]
    )


def _records(file: Path) -> Records:
    lines = file.read_text(encoding="utf-8").split("\n")
    return [json.loads(line) for line in lines if line.strip()]
