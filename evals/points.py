"""`python -m evals points DIR`: what was read of agreement and slippage, for a person to judge.

There is no gold for these two, so the page shows all of it, call by call, with the words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from coach.engine import OFFLINE
from evals import predicting
from evals.cases import read_cases
from evals.command import OneLineParser


def main(arguments: Sequence[str]) -> int:
    """Print the page as Markdown."""
    parser = OneLineParser("python -m evals points", description=__doc__)
    parser.add_argument("cases", type=Path, metavar="DIR", help="cases, as for `evals calls`")
    asked = parser.parse_args(arguments)
    cases = read_cases(asked.cases)
    engines = {OFFLINE: predicting.engine_named(OFFLINE)}
    recaps = predicting.predict(cases, engines, print)[OFFLINE]
    for case in cases:
        if case.name in recaps:
            promises = {promise.id: promise.action for promise in case.ledger()}
            print("\n".join(page(case.name, recaps[case.name], promises)))
    return 0


def page(name: str, recap: Mapping[str, Any], promises: Mapping[str, str]) -> Iterator[str]:
    """Lines of Markdown: agreement topics and slippage of one call, with their words.

    `promises` gives the action of each earlier commitment by its id.
    """
    yield from (f"## {name}", "")
    for term in recap["agreement"]:
        yield f"- **{term['topic']}**, {term['state']}"
        yield from _quoted(term["evidence"])
    for slip in recap["slippage"]:
        what = promises.get(slip["commitment"], "no promise named")
        yield f"- slipped for **{slip['reason']}**: {what}"
        yield from _quoted(slip["evidence"])
    if not recap["agreement"] and not recap["slippage"]:
        yield "Nothing of either was read."
    yield ""


def _quoted(evidence: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    for said in evidence:
        yield f"  - {said['turn']} {said['speaker']}: “{said['quote']}”"
