"""The published schemas are those of the records, and what the coach writes keeps to them."""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from dialogue import RELATIONSHIP
from jsonschema import Draft202012Validator, FormatChecker

from coach import OfflineReader, Past, Recap, after, before, read_transcript
from coach.library import frameworks
from coach.schemas import PUBLISHED, schema, write

HERE = Path(__file__).resolve().parent
FOLDER = HERE.parent / "docs" / "schemas"


@pytest.fixture(scope="module")
def recap() -> Recap:
    call = read_transcript(HERE / "samples" / "transcripts" / "meet.txt")
    labels = call.speakers
    pair = RELATIONSHIP.model_copy(
        update={
            "mentor": RELATIONSHIP.mentor.model_copy(update={"labels": labels[:1]}),
            "mentee": RELATIONSHIP.mentee.model_copy(update={"labels": labels[1:]}),
        }
    )
    return after.recap(
        after.withhold(call, pair),
        relationship=pair,
        held_on=date(2026, 3, 3),
        reader=OfflineReader(),
        frameworks=frameworks(),
    )


FORMATS = FormatChecker()


@FORMATS.checks("date-time", raises=ValueError)
def is_a_moment(value: object) -> bool:
    """The library knows no date-times without one more package."""
    return not isinstance(value, str) or bool(datetime.fromisoformat(value))


def faults(name: str, told: dict[str, Any]) -> list[str]:
    published = json.loads((FOLDER / f"{name}.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(published)
    checker = Draft202012Validator(published, format_checker=FORMATS)
    return [error.message for error in checker.iter_errors(told)]


@pytest.mark.parametrize("name", PUBLISHED)
def test_a_published_schema_is_that_of_its_record(name: str) -> None:
    published = (FOLDER / f"{name}.schema.json").read_text(encoding="utf-8")
    assert json.loads(published) == schema(name), "write it anew: make schemas"


def test_writing_them_twice_changes_nothing(tmp_path: Path) -> None:
    first = [file.read_bytes() for file in write(tmp_path / "schemas")]
    assert [file.read_bytes() for file in write(tmp_path / "schemas")] == first


def test_a_recap_keeps_to_its_schema(recap: Recap) -> None:
    assert recap.commitments, "a recap of nothing shows nothing"
    assert faults("recap", recap.to_json()) == []


def test_an_agenda_keeps_to_its_schema(recap: Recap) -> None:
    past = Past(recaps=(recap,), ledger=recap.commitments)
    agenda = before.prepare(RELATIONSHIP, past=past, frameworks=frameworks(), role="mentee")
    assert agenda.items
    assert faults("agenda", agenda.to_json()) == []


def test_a_roadmap_keeps_to_its_schema(recap: Recap) -> None:
    past = Past(recaps=(recap,), ledger=recap.commitments)
    roadmap = before.roadmap(RELATIONSHIP, past=past, frameworks=frameworks())
    assert roadmap.held and roadmap.coming
    assert faults("roadmap", roadmap.to_json()) == []


def test_a_schema_knows_a_field_too_many_a_field_too_few_and_a_day_that_is_none(
    recap: Recap,
) -> None:
    told = recap.to_json()
    assert faults("recap", told | {"score": 3})
    assert faults("recap", {name: value for name, value in told.items() if name != "talk"})
    assert faults("recap", told | {"held_on": "yesterday"})
