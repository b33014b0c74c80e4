"""`python -m evals retrieval FILE`: are the turns found that answer a question about a long past?

Every turn is kept as a dated note in a home, and every question goes through the search that
`coach notes` uses. `--ablation` shows what each part of the search is good for. What counts for
how much was chosen on the first two conversations of each file; `--skip 2` shows the others.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import fmean

from coach.config import Settings
from coach.embedding import Embedder, default_embedder
from coach.store import Store, Weights
from evals.command import OneLineParser
from evals.interval import mean_interval
from evals.remembering import WHO, Conversation, Once, Question, Turns, keep, read

K, DEPTH = 10, 50
"""Turns that a figure looks at; and those that are asked for, to rank further calls by."""

WAYS: Mapping[str, Weights] = {
    "words alone": Weights(meaning=0, near=(), recent=0),
    "vectors alone": Weights(words=0, near=(), recent=0),
    "both": Weights(near=(), recent=0),
    "both, with neighbours": Weights(recent=0),
    "and with recency": Weights(),
}
"""One part after the other; the last one is what `coach notes` does."""

FIGURES = (f"recall@{K}", "hit@5", f"hit@{K}", "MRR", "session hit@5")


@dataclass(frozen=True)
class Row:
    """The figures of one way of searching, each with its 95 % interval over the questions."""

    way: str
    n: int
    figures: Mapping[str, float]
    intervals: Mapping[str, tuple[float, float]]


def main(arguments: Sequence[str]) -> int:
    """Run the command: one table, or the rows as JSON."""
    parser = OneLineParser("python -m evals retrieval", description=__doc__)
    parser.add_argument("file", type=Path, help="a conversation with its questions a line, as JSON")
    parser.add_argument("--ablation", action="store_true", help="each part of the search alone")
    parser.add_argument("--skip", type=int, default=0, metavar="N", help="leave out the first N")
    parser.add_argument("--json", action="store_true", help="print the rows as JSON")
    asked = parser.parse_args(arguments)
    conversations = read(asked.file)[max(0, asked.skip) :]
    embedder = default_embedder(Settings().embed_model)
    ways = WAYS if asked.ablation else {way: WAYS[way] for way in (*WAYS,)[-1:]}
    rows = measure(conversations, embedder, ways)
    if asked.json:
        print(json.dumps({"embedder": embedder.name, "rows": [asdict(row) for row in rows]}))
    else:
        turns = sum(conversation.turns for conversation in conversations)
        print(f"{len(conversations)} conversations, {turns:,} turns; vectors by {embedder.name}\n")
        print(table(rows))
    return 0


def measure(
    conversations: Sequence[Conversation], embedder: Embedder, ways: Mapping[str, Weights]
) -> list[Row]:
    """A row for each way of searching, over all questions."""
    found: dict[str, list[dict[str, float]]] = {way: [] for way in ways}
    for conversation in conversations:
        with (
            tempfile.TemporaryDirectory() as home,
            Store(Path(home), Once(embedder)) as store,
        ):
            turns = keep(store, conversation)
            for question in conversation.questions:
                for way, weights in ways.items():
                    found[way].append(_scored(store, turns, question, weights))
    return [_row(way, scores) for way, scores in found.items()]


def table(rows: Sequence[Row]) -> str:
    """One line a way of searching."""
    head = f"{'':22} {'n':>5}" + "".join(f"  {figure:>18}" for figure in FIGURES)
    return "\n".join([head, *map(_line, rows)])


def _line(row: Row) -> str:
    cells = (
        f"{row.figures[figure]:.3f} ({low:.2f}-{high:.2f})"
        for figure, (low, high) in row.intervals.items()
    )
    return f"{row.way:22} {row.n:5}" + "".join(f"{cell:>20}" for cell in cells)


def _scored(store: Store, turns: Turns, question: Question, weights: Weights) -> dict[str, float]:
    """The figures of one question."""
    hits = store.memory.search(WHO, question.text, None, DEPTH, weights=weights).hits
    said = [(words.session, words.turn) for hit in hits for words in hit.note.evidence]
    ranked = [turns[place] for place in said]
    calls = list(dict.fromkeys(session for session, _ in said))
    gold = question.evidence
    held_in = {session for (session, _), turn in turns.items() if turn in gold}
    first = next((place for place, turn in enumerate(ranked, 1) if turn in gold), None)
    return dict(
        zip(
            FIGURES,
            (
                len(gold.intersection(ranked[:K])) / len(gold),
                float(not gold.isdisjoint(ranked[:5])),
                float(not gold.isdisjoint(ranked[:K])),
                1 / first if first else 0.0,
                float(not held_in.isdisjoint(calls[:5])),
            ),
            strict=True,
        )
    )


def _row(way: str, scores: Sequence[Mapping[str, float]]) -> Row:
    columns = {figure: [score[figure] for score in scores] for figure in FIGURES}
    return Row(
        way,
        len(scores),
        {figure: round(fmean(values), 4) for figure, values in columns.items()},
        {figure: mean_interval(values) for figure, values in columns.items()},
    )
