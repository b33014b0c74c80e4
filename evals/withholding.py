"""`python -m evals discretion FILE...`: which secrets are heard, and what is withheld without one.

Short excerpts, each with the turns that announce a secret and those that tell it, or with neither:
`evals/discretion/README.md` says how they were written. The baseline hears cues alone.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from coach.discretion import withheld_spans
from coach.errors import UserError
from coach.records import Transcript, Turn
from evals.command import OneLineParser
from evals.interval import mean_interval


@dataclass(frozen=True)
class Excerpt:
    """A few turns of somebody's call, and which of them announce a secret and tell it."""

    id: str
    register: str
    call: Transcript
    announced: frozenset[int]
    secret: frozenset[int]


@dataclass(frozen=True)
class Heard:
    """What was withheld of an excerpt."""

    excerpt: Excerpt
    held: frozenset[int]

    @property
    def is_found(self) -> bool:
        """Is every turn withheld that tells the secret?"""
        return self.excerpt.secret <= self.held

    @property
    def right(self) -> int:
        """Withheld turns that tell a secret or announce it."""
        return len(self.held & (self.excerpt.secret | self.excerpt.announced))


def main(arguments: Sequence[str]) -> int:
    """Run the command: figures beside those of the cues alone, and on request every miss."""
    parser = OneLineParser("python -m evals discretion", description=__doc__)
    add = parser.add_argument
    add("files", type=Path, nargs="+", metavar="FILE", help="an excerpt a line, as JSON")
    add("--by-register", action="store_true", help="and the secrets found of each register")
    add("--misses", action="store_true", help="and everything that was missed or withheld wrongly")
    add("--json", action="store_true", help="print the figures as JSON")
    asked = parser.parse_args(arguments)
    excerpts = [excerpt for file in asked.files for excerpt in read_excerpts(file)]
    ours, theirs = (heard(excerpts, cues_alone=alone) for alone in (False, True))
    if asked.json:
        print(json.dumps({"coach": figures(ours), "cues": figures(theirs)}, indent=2))
        return 0
    print("\n".join(_table(ours, theirs)))
    if asked.by_register:
        print("\n".join(_registers(ours, theirs)))
    if asked.misses:
        print("\n".join(line for each in ours for line in _miss(each)))
    return 0


def read_excerpts(file: Path) -> Iterator[Excerpt]:
    """The excerpts of a file; a line that is none is named."""
    if not file.is_file():
        raise UserError(f"{file} is not there: name a file of excerpts, such as evals/discretion/")
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        try:
            yield _excerpt(json.loads(line))
        except (KeyError, TypeError, ValueError) as error:
            raise UserError(f"{file}, line {number}, is no excerpt: {error!r}") from error


def _excerpt(row: Mapping[str, Any]) -> Excerpt:
    turns = tuple(Turn(speaker=turn["speaker"], text=turn["text"]) for turn in row["turns"])
    call = Transcript(turns=turns, source=row["id"], format="excerpt")
    announced, secret = frozenset(row["announced"]), frozenset(row["secret"])
    if not announced | secret <= frozenset(range(len(turns))):
        raise ValueError("it marks a turn that it does not have")
    return Excerpt(row["id"], row["register"], call, announced, secret)


def heard(excerpts: Sequence[Excerpt], *, cues_alone: bool = False) -> list[Heard]:
    """What is withheld of each."""
    return [
        Heard(
            each,
            frozenset(
                span.turn
                for span in withheld_spans(
                    each.call,
                    [turn.speaker for turn in each.call.turns],
                    cues_alone=cues_alone,
                )
            ),
        )
        for each in excerpts
    ]


def figures(heard: Sequence[Heard]) -> dict[str, float]:
    """Shares, and of how many."""
    secrets = [each for each in heard if each.excerpt.secret]
    decoys = [each for each in heard if not each.excerpt.secret]
    held = sum(len(each.held) for each in heard)
    turns = sum(len(each.excerpt.secret) for each in secrets)
    told = sum(len(each.excerpt.secret & each.held) for each in secrets)
    return {
        "secrets": len(secrets),
        "found": _share(sum(each.is_found for each in secrets), len(secrets)),
        "turns": turns,
        "turn_recall": _share(told, turns),
        "held": held,
        "turn_precision": _share(sum(each.right for each in heard), held),
        "decoys": len(decoys),
        "false_alarms": _share(sum(bool(each.held) for each in decoys), len(decoys)),
    }


def _table(ours: Sequence[Heard], theirs: Sequence[Heard]) -> Iterator[str]:
    mine, cues = figures(ours), figures(theirs)
    yield f"{'figure':16}{'coach':>8}{'n':>6}  {'95 %':12}{'cues alone':>10}{'n':>6}"
    for name, of in _ROWS.items():
        low, high = mean_interval(_each(name, ours) or [0.0])
        yield (
            f"{name:16}{mine[name]:8.3f}{mine[of]:6.0f}  {f'{low:.2f}–{high:.2f}':12}"
            f"{cues[name]:10.3f}{cues[of]:6.0f}"
        )


_ROWS = {
    "found": "secrets",
    "turn_recall": "turns",
    "turn_precision": "held",
    "false_alarms": "decoys",
}


def _each(name: str, heard: Sequence[Heard]) -> list[float]:
    """The values that a share is the mean of: by excerpt, or by turn."""
    secrets = [each for each in heard if each.excerpt.secret]
    if name == "found":
        return [float(each.is_found) for each in secrets]
    if name == "false_alarms":
        return [float(bool(each.held)) for each in heard if not each.excerpt.secret]
    if name == "turn_recall":
        return [float(turn in each.held) for each in secrets for turn in each.excerpt.secret]
    return [float(n < each.right) for each in heard for n in range(len(each.held))]


def _registers(ours: Sequence[Heard], theirs: Sequence[Heard]) -> Iterator[str]:
    by_name: dict[str, list[tuple[Heard, Heard]]] = defaultdict(list)
    for mine, cues in zip(ours, theirs, strict=True):
        by_name[mine.excerpt.register].append((mine, cues))
    for name, pairs in by_name.items():
        secrets = [pair for pair in pairs if pair[0].excerpt.secret]
        found, before = (sum(pair[of].is_found for pair in secrets) for of in (0, 1))
        false = sum(bool(mine.held) for mine, _ in pairs if not mine.excerpt.secret)
        yield f"{name:24}{found:3} of {len(secrets)} (cues {before}), {false} false"


def _miss(each: Heard) -> Iterator[str]:
    secret = each.excerpt.secret
    if each.is_found and secret:
        return
    if not secret and not each.held:
        return
    yield f"{each.excerpt.id}: {'missed' if secret else 'withheld, and no secret'}"
    for number, turn in enumerate(each.excerpt.call.turns):
        marks = "".join(
            mark if number in turns else " "
            for mark, turns in (("!", each.excerpt.announced), ("*", secret), ("-", each.held))
        )
        yield f"  {marks} {turn.speaker}: {turn.text}"


def _share(part: int, whole: int) -> float:
    return round(part / whole, 4) if whole else 0.0
