"""An invented pair: two calls of theirs, and what one of them thinks before the third.

The files stand beside this one; its README says who wrote them.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING

from coach.records import Relationship

if TYPE_CHECKING:
    from coach.app import Coach


@dataclass(frozen=True)
class Call:
    """A transcript of the demo, and when that call was."""

    file: str
    held_on: str


CALLS = (Call("01.txt", "2026-02-12T16:30+11:00"), Call("02.vtt", "2026-03-12T16:30+11:00"))
NEXT = "2026-04-30T16:30+10:00"
MINUTES = 45
ANSWERS = "answers.txt"
"""What the mentee answers to the questions before the third call."""


@contextmanager
def demo_files() -> Iterator[Path]:
    """The folder with the demo's files."""
    with as_file(files("coach") / "demo") as folder:
        yield folder


def add_demo_pair(coach: Coach, folder: Path) -> Relationship:
    """Open the pair in this home, with the yes of both. Raises UserError where it is there."""
    pair = Relationship.model_validate_json((folder / "relationship.json").read_text("utf-8"))
    coach.add(
        pair.id,
        mentor=pair.mentor,
        mentee=pair.mentee,
        me=pair.me,
        started=pair.started,
        goals=pair.goals,
        agreement=pair.agreement,
    )
    return coach.consent(pair.id, ("mentor", "mentee"), "in the first call")
