"""What starting costs: each step imports what it needs, and nothing that only a later one does."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

NETWORK_AND_MODELS = {"chromadb", "langchain_core", "mcp", "numpy", "onnxruntime", "openai"}
RECORDS = {"alembic", "pydantic", "pydantic_settings", "sqlalchemy", "yaml"}
SCREEN = {"docx", "icalendar", "rich", "typer"}
HEAVY = NETWORK_AND_MODELS | RECORDS | SCREEN

CALL = """
Dana Whitfield: Could you send me the outline by Friday?
Karthik Subramanian: Yes, I'll send you the outline by Friday.
"""
LIBRARY = f"""
from datetime import date
from coach import OfflineReader, Person, Relationship, after, read_transcript_text
from coach.library import frameworks

pair = Relationship(
    id="dana-karthik",
    mentor=Person(name="Dana Whitfield"),
    mentee=Person(name="Karthik Subramanian"),
)
recap = after.recap(
    after.withhold(read_transcript_text({CALL!r}), pair),
    relationship=pair,
    held_on=date(2025, 9, 24),
    reader=OfflineReader(),
    frameworks=frameworks(),
)
assert [c.owner for c in recap.commitments] == ["Karthik Subramanian"]
"""
COACH = f"""
from datetime import date
from pathlib import Path
from coach import Coach

with Coach("home") as coach:
    coach.add("dana-karthik", mentor="Dana Whitfield", mentee="Karthik Subramanian")
    coach.consent("dana-karthik", ["mentor", "mentee"])
    Path("call.txt").write_text({CALL!r})
    drafted = coach.recap("call.txt", who="dana-karthik", held_on=date(2025, 9, 24))
assert drafted.stored and len(drafted.recap.commitments) == 1
"""


def loaded_by(code: str, folder: Path) -> set[str]:
    """The packages that a fresh interpreter holds after running this in a folder."""
    ending = "\nimport sys; print(*sorted({name.split('.')[0] for name in sys.modules}))"
    run = subprocess.run(
        [sys.executable, "-c", code + ending], cwd=folder, capture_output=True, text=True
    )
    assert run.returncode == 0, run.stderr
    return set(run.stdout.split())


def test_importing_coach_imports_nothing_else(tmp_path: Path) -> None:
    only_front = "import coach, sys; assert not [m for m in sys.modules if m.startswith('coach.')]"
    assert not loaded_by(only_front, tmp_path) & HEAVY


def test_the_version_is_told_before_anything_is_imported(tmp_path: Path) -> None:
    asked = "import sys; sys.argv = ['coach', '--version']; from coach.cli import main; main()"
    assert not loaded_by(asked, tmp_path) & HEAVY


def test_an_error_or_a_record_costs_no_more_than_its_room(tmp_path: Path) -> None:
    assert not loaded_by("from coach import TranscriptError", tmp_path) & HEAVY
    assert loaded_by("from coach import Coach, read_transcript", tmp_path) & HEAVY == {"pydantic"}


@pytest.mark.parametrize(
    ("code", "needs"),
    [
        pytest.param(LIBRARY, {"pydantic", "yaml"}, id="the library alone"),
        pytest.param(
            COACH, {"pydantic", "pydantic_settings", "sqlalchemy", "yaml"}, id="with a home"
        ),
    ],
)
def test_an_offline_recap_needs_no_model_no_index_and_no_network(
    code: str, needs: set[str], tmp_path: Path
) -> None:
    assert loaded_by(code, tmp_path) & HEAVY == needs
