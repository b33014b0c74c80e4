"""`python -m evals agendas DIR`: what a pair is given before a call, beside the call that came."""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from coach.render.markdown import markdown
from evals.cases import read_cases
from evals.command import OneLineParser
from evals.interval import f1_interval
from evals.preparing import VIEWS, Prepared, prepared
from evals.scoring import agendas as scoring
from evals.scoring.agendas import Shown
from evals.scoring.tally import Count, Share


@dataclass(frozen=True)
class Row:
    """One figure, with that of open promises alone, and of the agendas of all other pairs."""

    figure: str
    value: float | None
    n: int
    interval: tuple[float, float] | None = None
    promises_only: float | None = None
    other_pairs: float | None = None


def main(arguments: Sequence[str]) -> int:
    """Print one table, or the rows as JSON; return 1 where a call could not be read."""
    asked = _parser().parse_args(arguments)
    complaints: list[str] = []
    drawn = tuple(prepared(read_cases(asked.cases), asked.source, complaints.append))
    for line in complaints:
        print(f"evals: {line}", file=sys.stderr)
    if asked.predictions:
        write(drawn, asked.predictions)
    rows = list(measure(drawn))
    if asked.json:
        print(json.dumps([asdict(row) for row in rows]))
    elif asked.markdown:
        print("\n".join(table(rows)))
    else:
        print("\n".join(aligned(rows)))
    if asked.misses:
        print("\n".join(misses(drawn)))
    return 1 if complaints else 0


def measure(drawn: Sequence[Prepared]) -> Iterator[Row]:
    """Every figure: what has to hold of an agenda, how much it foresees, and how long it is."""
    checked: dict[str, list[Share]] = defaultdict(list)
    for one in drawn:
        for name, share in scoring.checks(one):
            checked[name].append(share)
    for name, shares in checked.items():
        yield _row(name, shares)
    later = [one for one in drawn if not one.first]
    plain = [scoring.promises_only(one) for one in later]
    for role in VIEWS:
        ours = [scoring.whole(one.agendas[role]) for one in later]
        yield _foresight(f"foresight, {role or 'shared'}", later, ours, plain)
    shared = [scoring.whole(one.agendas[None]) for one in later]
    for kind in scoring.KINDS:
        yield _foresight(f"- of {kind}", later, shared, plain, (kind,))
    fresh = [kind for kind in scoring.KINDS if kind != "updates"]
    yield _foresight("- of all but updates", later, shared, plain, fresh)
    pages = [scoring.printed(scoring.page_of(one, None)) for one in later]
    yield _foresight("foresight, as printed", later, pages, plain)
    yield _foresight("... all but updates", later, pages, plain, fresh)
    for name, ours in (("words", shared), ("words, as printed", pages)):
        yield Row(name, _mean(ours), len(later), promises_only=_mean(plain))
    for name, ours in (("foresight a 100 words", shared), ("... as printed", pages)):
        yield _by_length(name, later, ours, plain)


def _row(name: str, shares: Sequence[Share]) -> Row:
    total = sum(shares, start=Share())
    counts = [Count(int(one.part), one.whole, one.whole) for one in shares]
    return Row(name, total.ratio, total.whole, f1_interval(counts) if total.whole else None)


Shows = Sequence[Shown]


def _foresight(
    name: str,
    later: Sequence[Prepared],
    ours: Shows,
    plain: Shows,
    kinds: Sequence[str] = scoring.KINDS,
) -> Row:
    came = [scoring.heard(one) for one in later]

    def seen(shows: Shows) -> list[Share]:
        return [scoring.foreseen(what, how, kinds) for what, how in zip(came, shows, strict=True)]

    others = [
        scoring.foreseen(what, how, kinds)
        for one, what in zip(later, came, strict=True)
        for another, how in zip(later, ours, strict=True)
        if another.case.folder != one.case.folder
    ]
    row = _row(name, seen(ours))
    return Row(
        name,
        row.value,
        row.n,
        row.interval,
        sum(seen(plain), start=Share()).ratio,
        sum(others, start=Share()).ratio,
    )


def _by_length(name: str, later: Sequence[Prepared], ours: Shows, plain: Shows) -> Row:
    row = _foresight(name, later, ours, plain)

    def a_hundred(share: float | None, shows: Shows) -> float | None:
        words = _mean(shows)
        return round(100 * share / words, 3) if share is not None and words else None

    return Row(
        name,
        a_hundred(row.value, ours),
        row.n,
        None,
        a_hundred(row.promises_only, plain),
        a_hundred(row.other_pairs, ours),
    )


def _mean(shows: Shows) -> float | None:
    return round(sum(one.words for one in shows) / len(shows), 1) if shows else None


# --- printing -------------------------------------------------------------------------------------

_HEADS = ("figure", "agenda", "n", "95 %", "promises only", "other pairs'")


def table(rows: Sequence[Row]) -> Iterator[str]:
    """The figures for a README."""
    yield f"| {' | '.join(_HEADS)} |"
    yield f"|---{'|---:' * (len(_HEADS) - 1)}|"
    for row in rows:
        yield f"| {' | '.join(_cells(row))} |"


def aligned(rows: Sequence[Row]) -> Iterator[str]:
    """The figures for a terminal."""
    for cells in (_HEADS, *map(_cells, rows)):
        first, *numbers = cells
        yield f"{first:24}" + "".join(f"{cell:>14}" for cell in numbers)


def _cells(row: Row) -> tuple[str, ...]:
    interval = "–".join(f"{end:.2f}" for end in row.interval) if row.interval else ""
    others = (_number(row.promises_only), _number(row.other_pairs))
    return (row.figure, _number(row.value), str(row.n), interval, *others)


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.0f}" if value > 1 else f"{value:.3f}"


def misses(drawn: Sequence[Prepared]) -> Iterator[str]:
    """What came and no item of the shared agenda spoke of."""
    for one in drawn:
        if not one.first:
            shown = scoring.whole(one.agendas[None])
            for kind, every in scoring.heard(one).items():
                for stems in every:
                    if not scoring.foreseen({kind: [stems]}, shown, (kind,)).part:
                        yield f"{one.case.name} {kind}: {', '.join(sorted(stems))}"


def write(drawn: Sequence[Prepared], folder: Path) -> None:
    """Each agenda as JSON, and as the page that is read: FOLDER/RELATIONSHIP/NN.mentee.md."""
    for one in drawn:
        for role, agenda in one.agendas.items():
            name = one.case.session + (f".{role}" if role else "")
            file = folder / one.case.folder.name / f"{name}.json"
            file.parent.mkdir(parents=True, exist_ok=True)
            told = json.dumps(agenda.to_json(), indent=1, ensure_ascii=False)
            file.write_text(told + "\n", encoding="utf-8")
            page = markdown(scoring.page_of(one, role))
            file.with_name(f"{name}.md").write_text(page, encoding="utf-8")


def _parser() -> OneLineParser:
    parser = OneLineParser("python -m evals agendas", description=__doc__)
    add = parser.add_argument
    add("cases", type=Path, metavar="DIR", help="cases, in the form of evals/cases/FORMAT.md")
    add(
        "--from",
        dest="source",
        choices=("read", "gold"),
        default="read",
        help="draw agendas from what the rules read, all of it confirmed (the default: what a "
        "person gets), or from recaps without a fault, made of the gold",
    )
    add(
        "--predictions", type=Path, metavar="OUT", help="write OUT/RELATIONSHIP/NN[.ROLE].json, .md"
    )
    add("--json", action="store_true", help="print the figures as JSON")
    add("--markdown", action="store_true", help="print the table for a README")
    add("--misses", action="store_true", help="list what came and was not foreseen")
    return parser
