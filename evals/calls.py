"""`python -m evals calls DIR`: read calls whose gold is known, and compare."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from coach.engine import OFFLINE
from coach.errors import UserError
from evals import gate, predicting, report
from evals.baseline import BaselineReader
from evals.cases import Case, read_cases
from evals.command import OneLineParser
from evals.result import Result, evaluate

_SHOWN = Path("-")


def main(arguments: Sequence[str]) -> int:
    """Run the command; return its exit code: 1 where a call could not be read."""
    asked = _parser().parse_args(arguments)
    earlier = _earlier(asked.compare) if asked.compare else None
    cases = read_cases(asked.cases)
    engines = asked.engine or [OFFLINE]
    result, *others = measure(cases, engines, asked.predictions, _complain, asked.record)
    if asked.write_gate:
        gate.write(result)
    if asked.json:
        print(json.dumps(result.to_json(), ensure_ascii=False))
    elif asked.markdown == _SHOWN:
        print(report.markdown(result, others))
    elif asked.markdown:
        report.publish(asked.markdown, report.markdown(result, others))
    else:
        _show(asked, result, others, earlier)
    return 1 if result.missing else 0


def measure(
    cases: Sequence[Case],
    engines: Sequence[str] = (OFFLINE,),
    predictions: Path | None = None,
    complain: Callable[[str], None] = print,
    record: Path | None = None,
) -> list[Result]:
    """Read the cases with these engines and with the baseline, and score each.

    The first engine's recaps are written to the folder `predictions`, if one is given, and what
    models answer to the folder `record`; `complain` is told of each call that cannot be read as
    the gold has it.
    """
    names = dict.fromkeys([*engines, BaselineReader.name])
    readers = {name: predicting.engine_named(name, record) for name in names}
    recaps = predicting.predict(cases, readers, complain)
    if predictions:
        predicting.write(recaps[engines[0]], predictions)
    return [evaluate(name, cases, recaps[name]) for name in names]


def _complain(line: str) -> None:
    print(f"evals: {line}", file=sys.stderr)


def _show(
    asked: Namespace, result: Result, others: Sequence[Result], earlier: dict[str, Any] | None
) -> None:
    report.show(result, others)
    if asked.misses or asked.only:
        report.show_findings(result, asked.only)
    if earlier:
        report.show_changes(earlier, result)


def _parser() -> OneLineParser:
    parser = OneLineParser("python -m evals calls", description=__doc__)
    add = parser.add_argument
    add("cases", type=Path, metavar="DIR", help="cases, in the form of evals/cases/FORMAT.md")
    add(
        "--engine",
        action="append",
        default=[],
        help="who reads: offline (the default), baseline, openai:MODEL or replay:FOLDER; may be "
        "given again, for a column beside the first",
    )
    add("--record", type=Path, metavar="FOLDER", help="keep what models answer, for replay:FOLDER")
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
