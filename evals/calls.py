"""`python -m evals calls DIR`: read calls whose gold is known, and compare."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from coach.errors import UserError
from evals import gate, predicting, report
from evals.cases import Case, read_cases
from evals.command import OneLineParser
from evals.result import Result, evaluate

_SHOWN = Path("-")


def main(arguments: Sequence[str]) -> int:
    """Run the command; return its exit code: 1 where a call could not be read."""
    asked = _parser().parse_args(arguments)
    earlier = _earlier(asked.compare) if asked.compare else None
    cases = read_cases(asked.cases)
    result, baseline = measure(cases, asked.engine, asked.predictions, _complain)
    if asked.write_gate:
        gate.write(result)
    if asked.json:
        print(json.dumps(result.to_json(), ensure_ascii=False))
    elif asked.markdown == _SHOWN:
        print(report.markdown(result, baseline))
    elif asked.markdown:
        report.publish(asked.markdown, report.markdown(result, baseline))
    else:
        _show(asked, result, baseline, earlier)
    return 1 if result.missing else 0


def measure(
    cases: Sequence[Case],
    engine: str = "offline",
    predictions: Path | None = None,
    complain: Callable[[str], None] = print,
) -> tuple[Result, Result]:
    """Read the cases with an engine and with the baseline, and score both.

    The engine's recaps are written to the folder `predictions`, if one is given; `complain` is
    told of each call that cannot be read as the gold has it.
    """
    readers = [predicting.reader_of(engine), predicting.reader_of("baseline")]
    recaps = predicting.predict(cases, readers, complain)
    if predictions:
        predicting.write(recaps[engine], predictions)
    return evaluate(engine, cases, recaps[engine]), evaluate("baseline", cases, recaps["baseline"])


def _complain(line: str) -> None:
    print(f"evals: {line}", file=sys.stderr)


def _show(
    asked: Namespace, result: Result, baseline: Result, earlier: dict[str, Any] | None
) -> None:
    report.show(result, baseline)
    if asked.misses or asked.only:
        report.show_findings(result, asked.only)
    if earlier:
        report.show_changes(earlier, result)


def _parser() -> OneLineParser:
    parser = OneLineParser("python -m evals calls", description=__doc__)
    add = parser.add_argument
    add("cases", type=Path, metavar="DIR", help="cases, in the form of evals/cases/FORMAT.md")
    add("--engine", default="offline", help="the reader: offline (the default) or baseline")
    add("--predictions", type=Path, metavar="OUT", help="write OUT/RELATIONSHIP/NN.json")
    add("--json", action="store_true", help="print figures and findings as JSON")
    add("--misses", action="store_true", help="list what was missed, wrong or leaked, with words")
    add("--only", action="append", default=[], metavar="KIND", help="... of this kind, as: due")
    add("--compare", type=Path, metavar="OLD.json", help="what changed since an earlier --json")
    add(
        "--markdown",
        type=Path,
        nargs="?",
        const=_SHOWN,
        metavar="README",
        help="print the table for a README, or put it into that file",
    )
    add("--write-gate", action="store_true", help="set evals/gate.json just below these figures")
    return parser


def _earlier(file: Path) -> dict[str, Any]:
    try:
        told = json.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise UserError(f"{file}: cannot be read ({error.strerror})") from None
    except ValueError:
        raise UserError(f"{file}: no JSON; write one with --json") from None
    if not isinstance(told, dict) or not {"values", "findings"} <= told.keys():
        raise UserError(f"{file}: no result of this command; write one with --json")
    return told
