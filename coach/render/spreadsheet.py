"""The ledger as CSV, for a spreadsheet: words of a call are words there, never formulas."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator

from coach.evidence import most_telling
from coach.records import Commitment
from coach.render.page import HIDDEN

COLUMNS = (
    *("id", "owner", "action", "status", "due", "due_phrase", "firmness", "kind"),
    *("joint_with", "assigned_by", "gaps", "said", "said_by"),
)
_BEGINS = r"""(?=[\s"'“”‘’«»]*[=+\-@＝＋－＠])"""
# Where a list separator is a semicolon, a cell may begin behind one inside a text of ours.
_FORMULA = re.compile(rf"^{_BEGINS}|^(?=')|(?<=;){_BEGINS}")


def ledger_csv(commitments: Iterable[Commitment]) -> str:
    """A line a promise under a line of names, every cell quoted."""
    table = io.StringIO()
    writer = csv.writer(table, quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(map(list, map(_cells, commitments)))
    return table.getvalue()


def cell(text: str | None) -> str:
    """Text on one line that no spreadsheet takes for a formula: an apostrophe stands before it.

    >>> cell("Send the rubric"), cell("=HYPERLINK(A1)"), cell('"-2+3')
    ('Send the rubric', "'=HYPERLINK(A1)", '\\'"-2+3')
    """
    return _FORMULA.sub("'", " ".join(HIDDEN.sub(" ", text or "").split()))


def _cells(commitment: Commitment) -> Iterator[str]:
    said = next(
        iter(most_telling(commitment.evidence, commitment.owner, of=commitment.action)), None
    )
    due = commitment.due.isoformat() if commitment.due else None
    told = {
        "due": due,
        "gaps": ", ".join(commitment.gaps),
        "said": said.quote if said else None,
        "said_by": said.speaker if said else None,
    }
    for column in COLUMNS:
        yield cell(told[column] if column in told else getattr(commitment, column))
