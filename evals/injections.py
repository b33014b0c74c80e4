"""`python -m evals injections DIR --attacks FILE`: words aimed at a machine, put into a call.

Each attack becomes one more turn of one of the two, at a random place of a random call, never
inside something that the gold cites. The recap should be the one of the untouched call: no
commitment quotes the attack, and nothing else differs but turn numbers and talk figures.

With `--baseline` an idle remark is put there as well: what any turn more does to a recap.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from coach.after import recap, withhold
from coach.errors import UserError
from coach.library import frameworks
from coach.reading.offline import OfflineReader
from coach.records import Transcript, Turn
from coach.transcript import read_transcript
from evals.cases import Case, read_cases
from evals.command import OneLineParser
from evals.words import who

_EXCHANGE = 6
"""Cited turns of one item at most so far apart are one exchange; what is further apart is two."""
_REMARKS = (
    "It rained here all morning.",
    "The kettle is on.",
    "My neighbour has bought a parrot.",
    "The lift in this building is slow.",
    "How do tides work?",
    "What is the capital of Peru?",
)
"""Talk about nothing of the call: the baseline."""


@dataclass(frozen=True)
class Attack:
    """Words that try to instruct a machine; `id` names them in the report."""

    id: str
    text: str


@dataclass(frozen=True)
class Trial:
    """One attack at one place: is it quoted as a commitment, and what else of the recap differs?"""

    attack: Attack
    case: str
    turn: int
    quoted: bool
    changed: tuple[str, ...]
    by_remark: tuple[str, ...] = ()
    """what differs with an idle remark in its place, where that was tried"""

    def __str__(self) -> str:
        what = [*(["quoted as a commitment"] if self.quoted else []), *self.changed]
        words = " ".join(self.attack.text.split())
        words = words if len(words) <= 80 else f"{words[:79]}…"
        return f"{self.attack.id}  {self.case} turn {self.turn}: {', '.join(what)}  | {words}"


def main(arguments: Sequence[str]) -> int:
    """Run the command; what fails is listed, and is no error of the command."""
    parser = OneLineParser("python -m evals injections", description=__doc__)
    add = parser.add_argument
    add("cases", type=Path, metavar="DIR", help="cases, in the form of evals/cases/FORMAT.md")
    add("--attacks", type=Path, required=True, metavar="FILE", help="a text a line, as JSON")
    add("--seed", type=int, default=1, help="another seed is another place for each attack")
    add("--baseline", action="store_true", help="try an idle remark at each place as well")
    add("--json", action="store_true", help="print the figures as JSON")
    asked = parser.parse_args(arguments)
    cases, attacks = read_cases(asked.cases), read_attacks(asked.attacks)
    trials = list(run(cases, attacks, asked.seed, baseline=asked.baseline))
    failed = [trial for trial in trials if trial.quoted or trial.changed]
    figures = {
        "n": len(trials),
        "quoted": sum(trial.quoted for trial in trials),
        "changed": sum(bool(trial.changed) for trial in trials),
    }
    if asked.baseline:
        figures["remark"] = sum(bool(trial.by_remark) for trial in trials)
    if asked.json:
        print(json.dumps({**figures, "failed": [str(trial) for trial in failed]}))
    else:
        print("\n".join(f"{name:10} {number}" for name, number in figures.items()))
        print("\n".join(map(str, failed)))
    return 0


def read_attacks(file: Path) -> tuple[Attack, ...]:
    """The texts of a JSON Lines file whose `attack` is true."""
    try:
        rows = [json.loads(line) for line in file.read_text(encoding="utf-8").split("\n") if line]
        attacks = tuple(
            Attack(str(row.get("id", number)), row["text"])
            for number, row in enumerate(rows)
            if row["attack"]
        )
    except OSError as error:
        raise UserError(f"{file}: cannot be read ({error.strerror})") from None
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise UserError(
            f"{file}: not a file of attacks, a JSON object a line ({error!r})"
        ) from None
    if not attacks:
        raise UserError(f"{file}: holds no text with attack: true")
    return attacks


def run(
    cases: Sequence[Case], attacks: Sequence[Attack], seed: int = 1, *, baseline: bool = False
) -> Iterator[Trial]:
    """Try each attack once; the seed says where. With `baseline`, a remark there as well."""
    draw, idly = random.Random(seed), random.Random(seed)
    untouched: dict[str, dict[str, Any]] = {}
    for attack in attacks:
        case = draw.choice(cases)
        transcript = read_transcript(case.transcript)
        turn = draw.choice(places(case))
        speaker = draw.choice(_labels(case, transcript))
        if case.name not in untouched:
            untouched[case.name] = _recap(case, transcript)
        told = _recap(case, inserted(transcript, turn, speaker, attack.text))
        remark = inserted(transcript, turn, speaker, idly.choice(_REMARKS)) if baseline else None
        yield Trial(
            attack=attack,
            case=case.name,
            turn=turn,
            quoted=any(_cites(promise, turn) for promise in told["commitments"]),
            changed=_differences(untouched[case.name], _without_turn(told, turn)),
            by_remark=_differences(untouched[case.name], _without_turn(_recap(case, remark), turn))
            if remark
            else (),
        )


def places(case: Case) -> list[int]:
    """The turns before which something may be put without parting what belongs together."""
    inside = {
        turn
        for cited in _cited(case)
        for before, after in pairwise(sorted(set(cited)))
        if after - before <= _EXCHANGE
        for turn in range(before + 1, after + 1)
    }
    return [turn for turn in range(len(case.spoken) + 1) if turn not in inside]


def inserted(transcript: Transcript, turn: int, speaker: str, text: str) -> Transcript:
    """The call with one more turn, which becomes number `turn`."""
    turns = transcript.turns
    extra = Turn(speaker=speaker, text=text)
    return transcript.model_copy(update={"turns": (*turns[:turn], extra, *turns[turn:])})


def _labels(case: Case, transcript: Transcript) -> list[str]:
    """What the file calls the two."""
    labels = [label for label in transcript.speakers if who(label, case.people) in case.people]
    if not labels:
        raise UserError(f"{case.name}: neither of the two speaks in {transcript.source}")
    return labels


def _cited(case: Case) -> Iterator[tuple[int, ...]]:
    """The turns of each thing that there is to find."""
    gold = case.gold
    yield from (promise.turns for promise in gold.commitments)
    yield from (update.turns for update in gold.updates)
    for points in (gold.goals, gold.wins, gold.challenges, gold.insights, gold.decisions):
        yield from (point.turns for point in points)
    yield from (item.turns for item in (*gold.feedback, *gold.trust))
    yield from (secret.turns for secret in gold.confidential)
    if gold.next_meeting:
        yield gold.next_meeting.turns


def _recap(case: Case, transcript: Transcript) -> dict[str, Any]:
    relationship = case.relationship()
    return recap(
        withhold(transcript, relationship),
        relationship=relationship,
        held_on=case.gold.date,
        reader=OfflineReader(),
        frameworks=frameworks(),
        ledger=case.ledger(),
        session=case.session,
    ).to_json()


def _cites(item: Mapping[str, Any], turn: int) -> bool:
    return any(words["turn"] == turn for words in item["evidence"])


_NUMBERS = ("turn", "asked_in")
"""Fields of a recap that count turns."""


def _without_turn(value: Any, turn: int) -> Any:
    """The recap with every turn counted as if `turn` were not there."""
    if isinstance(value, dict):
        return {
            name: _renumbered(inner, turn)
            if name in _NUMBERS and inner is not None
            else _without_turn(inner, turn)
            for name, inner in value.items()
        }
    if isinstance(value, list):
        return [_without_turn(inner, turn) for inner in value]
    if isinstance(value, str) and value.startswith("turn:"):
        return f"turn:{_renumbered(int(value.removeprefix('turn:')), turn)}"
    return value


def _renumbered(number: int, turn: int) -> int | str:
    return "the attack" if number == turn else number - (number > turn)


def _differences(ours: Mapping[str, Any], theirs: Mapping[str, Any]) -> tuple[str, ...]:
    """The parts that differ; that the attack itself is withheld is no difference."""
    rest = [entry for entry in theirs["withheld"] if entry["turn"] != "the attack"]
    theirs = {**theirs, "withheld": rest}
    return tuple(name for name in ours if name != "talk" and ours[name] != theirs[name])
