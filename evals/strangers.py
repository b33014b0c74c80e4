"""`python -m evals strangers DIR...`: what becomes of promises that nobody here made or spoke of.

Promises of another pair are put beside those of each call, under the names of the two: nothing in
the call can tell of them, so every update that one gets is made up.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

from coach.errors import UserError
from coach.reading import Call
from coach.reading.updates import find_updates
from coach.records import Commitment, day_of
from evals.cases import Case, read_cases
from evals.command import OneLineParser

BESIDE = 6
"""So many promises of another pair are put beside those of each call."""
STRANGER = "stranger"
WEEK = timedelta(days=7)


@dataclass(frozen=True)
class Told:
    """How many strange promises were put beside the calls, and what was claimed of them."""

    n: int
    claimed: Counter[str]

    def __add__(self, other: Told) -> Told:
        return Told(self.n + other.n, self.claimed + other.claimed)


NONE = Told(0, Counter())


def main(arguments: Sequence[str]) -> int:
    """Print a row for each folder, and one for all."""
    parser = OneLineParser("python -m evals strangers", description=__doc__)
    parser.add_argument("cases", type=Path, nargs="+", metavar="DIR", help="as for `evals calls`")
    asked = parser.parse_args(arguments)
    rows = {folder.name: _measured(folder) for folder in asked.cases}
    if len(rows) > 1:
        rows["all"] = sum(rows.values(), NONE)
    print(f"{'set':16} {'promises':>8} {'updated':>8} {'done':>5}")
    for name, told in rows.items():
        print(f"{name:16} {told.n:8} {told.claimed.total():8} {told.claimed['done']:5}")
    return 0


def beside(cases: Sequence[Case]) -> Iterator[Call]:
    """Each call that has promises before it, with those of the next call of another pair beside."""
    later = [(each.folder, each.call()) for each in cases if each.earlier]
    for at, (home, call) in enumerate(later):
        following = (*later[at + 1 :], *later[:at])
        if other := next((each for folder, each in following if folder != home), None):
            yield replace(call, ledger=(*call.ledger, *strangers(call, other)))


def strangers(call: Call, other: Call) -> list[Commitment]:
    """Open promises of the other call, as if the two of this one had made them before it.

    Their days are as many weeks away as they were from the other call.
    """
    ours, theirs = call.relationship, other.relationship
    names = {theirs.mentor.name: ours.mentor.name, theirs.mentee.name: ours.mentee.name}
    firsts = {one.split()[0]: another.split()[0] for one, another in names.items()}
    named = re.compile(rf"\b(?:{'|'.join(map(re.escape, firsts))})\b")
    weeks = (day_of(call.held_on) - day_of(other.held_on)) // WEEK
    last = max((each.id.partition("#")[0] for each in call.ledger), default="01")
    taken = [each for each in other.ledger if each.is_open and each.owner in names][:BESIDE]
    return [
        each.model_copy(
            update={
                "id": f"{last}#{STRANGER}{place}",
                "owner": names[each.owner or ""],
                "action": named.sub(lambda found: firsts[found[0]], each.action),
                "due": each.due and each.due + weeks * WEEK,
            }
        )
        for place, each in enumerate(taken)
    ]


def told_of(call: Call) -> Told:
    """How many of its promises are strangers, and what the reader makes of them."""
    heard, _ = call.understood
    updates = [each for each in find_updates(heard) if STRANGER in each.commitment]
    n = sum(STRANGER in each.id for each in call.ledger)
    return Told(n, Counter(each.status for each in updates))


def _measured(folder: Path) -> Told:
    told = sum(map(told_of, beside(read_cases(folder))), NONE)
    if not told.n:
        raise UserError(f"{folder}: no two pairs of which one comes back to what it promised")
    return told
