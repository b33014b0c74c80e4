"""The record that a reply has to be: as a JSON schema for a server, and as words for a model.

The words are needed too: some servers use a schema as a grammar only and never show it to the
model, others take none.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from coach.models.chat import Messages, Schema
from coach.records.base import Record

LONGEST_TEXT = 600
"""Characters of one text in a reply. Without bounds small models run on without end."""
MOST_ITEMS = 60
MOST_INNER = 6
"""Items of a list, and of a list inside an item (quotes)."""

_DROPPED = frozenset({"title", "default", "description"})
_NAMES = {"string": "text", "integer": "number", "number": "number", "boolean": "true|false"}


@lru_cache(maxsize=16)
def schema_of(record: type[Record]) -> Schema:
    """The schema of a record: closed, every field required, every length and list bounded.

    >>> from coach.records.claims import Quote
    >>> schema_of(Quote).json["properties"]["words"]
    {'type': 'string', 'maxLength': 600}
    """
    return Schema(record.__name__, _bounded(record.model_json_schema(by_alias=True), MOST_ITEMS))


@lru_cache(maxsize=16)
def outline_of(record: type[Record]) -> str:
    """The shape of a record in a few lines, as every model understands it.

    >>> from coach.records.claims import Wordings
    >>> print(outline_of(Wordings))
    Wording = {"id": text, "text": text}
    Reply = {"wordings": [Wording]}
    """
    schema = record.model_json_schema(by_alias=True)
    named = [f"{name} = {_outline(part)}" for name, part in schema.get("$defs", {}).items()]
    return "\n".join([*named, f"Reply = {_outline(schema)}"])


def shaped(messages: Messages, record: type[Record]) -> Messages:
    """The messages, their system part ending in the shape of the reply.

    It stands there, before any data, so that a server can keep the whole start of the prompt.
    """
    (role, text), *rest = messages
    asks = "Answer with one JSON object, a Reply, and nothing before or after it."
    return [(role, f"{text}\n\n{asks}\n{outline_of(record)}"), *rest]


def _bounded(part: Any, most: int) -> Any:
    if isinstance(part, list):
        return [_bounded(one, most) for one in part]
    if not isinstance(part, dict):
        return part
    kept = {key: value for key, value in part.items() if key not in _DROPPED}
    kind = kept.get("type")
    if kind == "string" and "enum" not in kept and "const" not in kept and "format" not in kept:
        kept.setdefault("maxLength", LONGEST_TEXT)
    if kind == "array":
        kept["maxItems"] = min(kept.get("maxItems", most), most)
        kept["items"] = _bounded(kept["items"], MOST_INNER)
        return kept
    for key in ("properties", "$defs"):
        if key in kept:
            inner = MOST_INNER if key == "$defs" else most
            kept[key] = {name: _bounded(value, inner) for name, value in kept[key].items()}
    if "properties" in kept:
        kept["required"], kept["additionalProperties"] = list(kept["properties"]), False
    if "anyOf" in kept:
        kept["anyOf"] = _bounded(kept["anyOf"], most)
    return kept


def _outline(part: dict[str, Any]) -> str:
    if "$ref" in part:
        return str(part["$ref"]).rpartition("/")[2]
    if "anyOf" in part:
        return "|".join(_outline(one) for one in part["anyOf"])
    if "enum" in part:
        return "|".join(f'"{value}"' for value in part["enum"])
    if "const" in part:
        return f'"{part["const"]}"'
    if part.get("type") == "array":
        return f"[{_outline(part['items'])}]"
    if "properties" in part:
        fields = (f'"{name}": {_outline(value)}' for name, value in part["properties"].items())
        return "{" + ", ".join(fields) + "}"
    return _NAMES.get(part.get("type", ""), str(part.get("type")))
