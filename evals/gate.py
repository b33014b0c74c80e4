"""The floor under the main figures: `gate.json`, which a change may not fall below.

`python -m evals calls evals/cases --write-gate` writes it anew from what is measured.
"""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

from evals.result import Result

FILE = Path(__file__).with_name("gate.json")

AT_LEAST = (
    "commitments f1",
    "commitments p",
    "owner_accuracy",
    "due_accuracy",
    "quotes_verbatim",
    "updates_exact f1",
    "next_meeting",
)
AT_MOST = ("due_invented", "traps_taken", "secrets_leaked")

_MARGIN = 0.01
_NO_MARGIN = ("quotes_verbatim", "secrets_leaked")
"""What holds by construction may not slip by a hundredth."""


def failures(result: Result, file: Path = FILE) -> list[str]:
    """Each figure that is worse than the gate allows, as a sentence."""
    gate = json.loads(file.read_text(encoding="utf-8"))
    low = [
        f"{name} is {_value(result, name)}, the gate asks for at least {floor}"
        for name, floor in gate["at_least"].items()
        if _value(result, name) < floor
    ]
    high = [
        f"{name} is {_value(result, name)}, the gate allows at most {ceiling}"
        for name, ceiling in gate["at_most"].items()
        if _value(result, name) > ceiling
    ]
    return low + high


def write(result: Result, file: Path = FILE) -> None:
    """Set the gate a small margin below what this result reached."""
    gate: dict[str, Any] = {
        "at_least": {name: _floor(result, name) for name in AT_LEAST},
        "at_most": {name: _ceiling(result, name) for name in AT_MOST},
    }
    file.write_text(json.dumps(gate, indent=2) + "\n", encoding="utf-8")


def _floor(result: Result, name: str) -> float:
    return max(0.0, math.floor((_value(result, name) - _margin(name)) * 1000) / 1000)


def _ceiling(result: Result, name: str) -> float:
    return math.ceil((_value(result, name) + _margin(name)) * 1000) / 1000


def _margin(name: str) -> float:
    return 0.0 if name in _NO_MARGIN else _MARGIN


def _value(result: Result, name: str) -> float:
    return result.values[name] or 0.0
