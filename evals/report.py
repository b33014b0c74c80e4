"""A score as tables, findings and changes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.markup import escape
from rich.table import Column, Table

from coach.errors import UserError
from evals.result import Cost, Result, Row
from evals.scoring import Scored
from evals.scoring.tally import Count, Share

RESULTS = "results"
"""The table of one set, as a README marks it: `<!-- results -->`."""


def show(result: Result, others: Sequence[Result]) -> None:
    """One table of calls, one of figures."""
    console = Console()
    console.print(_calls(result), "", _figures(result, others), sep="\n")
    for name in result.missing:
        console.print(f"no recap of {name}", style="red")


def show_findings(result: Result, only: Sequence[str] = ()) -> None:
    """Everything that was missed, wrong or leaked, with its turns.

    `only` names kinds of findings, or how they begin ("update").
    """
    console = Console(soft_wrap=True)
    for scored in result.scores:
        for finding in scored.findings:
            if only and not finding.kind.startswith(tuple(only)):
                continue
            note = f" ({finding.note})" if finding.note else ""
            head = f"[bold]{scored.name} {finding.kind}[/bold] {escape(finding.what + note)}"
            console.print(head, highlight=False)
            for turn, words in finding.said:
                console.print(f"    {turn:>3} {words}", markup=False, highlight=False)


def show_changes(old: Mapping[str, Any], result: Result) -> None:
    """What differs from an earlier `--json`: numbers, then findings that are gone or new."""
    console = Console(soft_wrap=True)
    table = _table(_name("figure"), *_right("before", "now", "change"))
    table.title = "changed"
    for name, value in result.values.items():
        before = old["values"].get(name)
        if before != value:
            change = None if before is None or value is None else value - before
            table.add_row(name, _number(before), _number(value), _number(change, "+"))
    console.print(table)
    then, now = _identities(old), _identities(result.to_json())
    for mark, style, only in (("gone", "green", then - now), ("new", "red", now - then)):
        for call, kind, what in sorted(only):
            line = f"{mark:4} {call} {kind}: {what}"
            console.print(line, style=style, markup=False, highlight=False)


def markdown(result: Result, others: Sequence[Result]) -> str:
    """The table of figures for a README."""
    table = as_table(_heads(result, others), _cells(result, others))
    return f"{len(result.scores)} calls, engine `{result.engine}`.\n\n{table}"


def as_table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table in Markdown, its numbers to the right."""
    lines = [
        f"| {' | '.join(heads)} |",
        f"|---{'|---:' * (len(heads) - 1)}|",
        *(f"| {' | '.join(cells)} |" for cells in rows),
    ]
    return "\n".join(lines)


def published(file: Path, name: str = RESULTS) -> str:
    """The table of this name that stands in a README."""
    return _between(file, name)[1].strip("\n")


def publish(file: Path, table: str, name: str = RESULTS) -> None:
    """Put a table into a README, between the markers of its name."""
    before, _, after = _between(file, name)
    file.write_text(f"{before}\n{table}\n{after}", encoding="utf-8")


def _between(file: Path, name: str) -> tuple[str, str, str]:
    start, end = f"<!-- {name} -->", f"<!-- end of {name} -->"
    try:
        text = file.read_text(encoding="utf-8")
    except OSError as error:
        raise UserError(f"{file}: cannot be read ({error.strerror})") from None
    found = re.fullmatch(f"(.*{start})(.*)({end}.*)", text, re.DOTALL)
    if found is None:
        raise UserError(f"{file}: the results go between {start} and {end}; add these two lines")
    return found[1], found[2], found[3]


def _calls(result: Result) -> Table:
    table = _table(_name("call"), *_right("P", "R", "F1", "n", "traps", "updates F1", "leaks"))
    table.title = f"{result.engine}, call by call (P, R, F1 and n of the commitments)"
    for scored in result.scores:
        table.add_row(*_call(scored))
    return table


def _call(scored: Scored) -> Iterator[str]:
    tally = scored.tally
    yield scored.name
    for value in (tally.commitments.precision, tally.commitments.recall, tally.commitments.f1):
        yield f"{value:.2f}"
    yield str(tally.commitments.gold)
    yield str(int(tally.traps_taken.part))
    yield f"{tally.updates_exact.f1:.2f}" if tally.updates_exact.gold else "–"
    yield str(int(tally.secrets_leaked.part))


def _figures(result: Result, others: Sequence[Result]) -> Table:
    first, *numbers = _heads(result, others)
    table = _table(_name(first), *_right(*numbers))
    table.title = f"{result.engine}, {len(result.scores)} calls"
    for cells in _cells(result, others):
        table.add_row(*cells)
    return table


def _heads(result: Result, others: Sequence[Result]) -> tuple[str, ...]:
    first = ("figure", result.engine, "n", "95 %", "P", "R", "read")
    return (*first, *(other.engine for other in others))


def _cells(result: Result, others: Sequence[Result]) -> Iterator[tuple[str, ...]]:
    """The figures as a person reads them: F1 with interval, P and R; or a share and its whole.

    Where a language model read, what that took follows, an average call.
    """
    for name, row in result.rows.items():
        there = tuple(_shown(other.rows[name].count) for other in others)
        if isinstance(row.count, Share):
            yield name, _shown(row.count), str(row.count.whole), "", "", "", "", *there
        else:
            yield (
                name,
                _shown(row.count),
                str(row.count.gold),
                _interval(row),
                _number(row.count.precision),
                _number(row.count.recall),
                str(row.count.predicted),
                *there,
            )
    everyone = (result, *others)
    if any(one.cost.tokens_in for one in everyone):
        for name in Cost._fields:
            first, *rest = (_number(getattr(one.cost, name)) for one in everyone)
            yield f"{name} a call", first, str(len(result.scores)), "", "", "", "", *rest


def _shown(count: Count | Share) -> str:
    shown = count.shown if isinstance(count, Share) else count.f1
    return shown if isinstance(shown, str) else _number(shown)


def _interval(row: Row) -> str:
    return "–".join(f"{end:.2f}" for end in row.interval) if row.interval else ""


def _table(*columns: Column) -> Table:
    """A table that fits 80 columns."""
    return Table(
        *columns,
        box=SIMPLE_HEAD,
        padding=(0, 1, 0, 0),
        pad_edge=False,
        show_edge=False,
        title_justify="left",
    )


def _name(head: str) -> Column:
    return Column(head, no_wrap=True)


def _right(*names: str) -> Iterator[Column]:
    return (Column(name, justify="right", no_wrap=True) for name in names)


def _number(value: float | None, sign: str = "") -> str:
    return "–" if value is None else f"{value:{sign}.3f}"


def _identities(told: Mapping[str, Any]) -> set[tuple[str, str, str]]:
    return {
        (
            finding["call"],
            finding["kind"],
            finding["what"] or ", ".join(str(said["turn"]) for said in finding["said"]),
        )
        for finding in told["findings"]
    }
