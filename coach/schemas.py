"""What a recap, an agenda, a roadmap and patterns look like as JSON: the published schemas.

    python -m coach.schemas docs/schemas       # write them anew after a change to the records

They are made from the records, and describe what the coach writes: every field is there, by the
names of the contract.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue

from coach.records import Agenda, Patterns, Recap, Record, Roadmap

PUBLISHED: dict[str, type[Record]] = {
    "recap": Recap,
    "agenda": Agenda,
    "roadmap": Roadmap,
    "patterns": Patterns,
}


class _AsWritten(GenerateJsonSchema):
    """Every field is written, whatever its default; a name needs no title beside it."""

    def field_is_required(self, field: Any, total: bool) -> bool:
        return True

    def default_schema(self, schema: Any) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False

    def ser_schema(self, schema: Any) -> JsonSchemaValue | None:
        """A value with a writer of its own (`When`) is written as the text it is read from."""
        own = schema["type"] == "function-plain"
        return None if own else super().ser_schema(schema)


def schema(name: str) -> dict[str, Any]:
    """The JSON Schema (2020-12) of `recap`, `agenda`, `roadmap` or `patterns`.

    >>> schema("agenda")["properties"]["minutes"]
    {'type': 'integer'}
    """
    made = PUBLISHED[name].model_json_schema(mode="serialization", schema_generator=_AsWritten)
    return {"$schema": _AsWritten.schema_dialect, **made}


def write(folder: Path) -> list[Path]:
    """Write `recap.schema.json` and the others into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    files = []
    for name in PUBLISHED:
        files.append(folder / f"{name}.schema.json")
        text = json.dumps(schema(name), indent=2, ensure_ascii=False)
        files[-1].write_text(text + "\n", encoding="utf-8")
    return files


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("python -m coach.schemas FOLDER: where the schemas are to be written")
    print(*write(Path(sys.argv[1])), sep="\n")
