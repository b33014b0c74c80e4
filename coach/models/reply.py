"""A model's answer into the record that was asked for. One bad item never loses the rest."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, Generic, TypeVar, cast, get_args, get_origin

from pydantic import TypeAdapter, ValidationError

from coach.records.base import Record

R = TypeVar("R", bound=Record)

MOST_CHARACTERS = 1_000_000
"""The longest answer that is looked at; an hour's recap has about ten thousand."""
MOST_READ = 200
"""Items of one list that are looked at."""
_LONGEST_TEXT, _MOST_INNER, _DEEPEST = 2_000, 12, 4
"""Characters of a text, things in an inner list (quotes) and levels of one item: a few times what
the shape allows, so that no item takes long to check."""
_STARTS = 40
"""Places in an answer where an object is looked for, past prose and fences."""


_PARTIAL: TypeAdapter[dict[str, Any]] = TypeAdapter(dict[str, Any])


class UnreadableError(ValueError):
    """An answer that holds no object of the shape; the message tells a model what is wrong."""


@dataclass(frozen=True)
class Parsed(Generic[R]):
    """The record, and what was set aside: the name of the list, and why."""

    value: R
    aside: tuple[tuple[str, str], ...] = ()


def read_reply(text: str, returns: type[R]) -> Parsed[R]:
    """Read the JSON in `text`, fenced, talked around or cut short as it may be.

    Raises:
        UnreadableError: there is no object, or one with none of the fields.

    >>> from coach.records.claims import Wordings
    >>> text = 'Sure! {"wordings": [{"id": "a", "text": "Hm?"}, {"id": 3}, {"id": "b", "te'
    >>> read_reply(text, Wordings).value.wordings
    (Wording(id='a', text='Hm?'),)
    """
    if len(text) > MOST_CHARACTERS:
        raise UnreadableError("the answer is far too long")
    data, whole = _object_in(text, returns)
    aside = [] if whole else [("reply", "the answer broke off")]
    values: dict[str, Any] = {}
    for name, field in returns.model_fields.items():
        given = data.get(field.alias or name)
        if given is None:
            continue
        item = _item_of(field.annotation)
        if item is None:
            single = _read(_bounded(given), field.annotation)
            if single is not None:
                values[name] = single
            else:
                aside.append((name, "it has not the form that was asked for"))
            continue
        if not isinstance(given, list):
            aside.append((name, "it is no list"))
            continue
        read = [_read(_bounded(one), item) for one in given[:MOST_READ]]
        values[name] = tuple(one for one in read if one is not None)
        bad = sum(one is None for one in read) + max(0, len(given) - MOST_READ)
        aside += [(name, "it has not the form that was asked for")] * min(bad, 5)
    value = returns.model_construct(None, **_defaults(returns) | values)
    return Parsed(cast(R, value), tuple(aside))


def _object_in(text: str, returns: type[Record]) -> tuple[dict[str, Any], bool]:
    """The first object with a field of the record, and whether it is whole."""
    known = {field.alias or name for name, field in returns.model_fields.items()}
    decoder = json.JSONDecoder()
    at, first = text.find("{"), -1
    for _ in range(_STARTS):
        if at < 0:
            break
        try:
            found, end = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            first = at if first < 0 else first
            at = text.find("{", at + 1)
            continue
        if isinstance(found, dict) and (not found or known & found.keys()):
            return found, True
        at = text.find("{", end)
    if first >= 0:
        try:
            broken = _PARTIAL.validate_json(text[first:], experimental_allow_partial=True)
        except ValueError:
            broken = {}
        if known & broken.keys():
            return broken, False
    fields = ", ".join(sorted(known))
    raise UnreadableError(f"there is no JSON object with these fields in it: {fields}")


def _item_of(annotation: Any) -> Any:
    """What a list holds, or None where the field is no list."""
    return get_args(annotation)[0] if get_origin(annotation) is tuple else None


def _bounded(given: Any, levels: int = _DEEPEST) -> Any:
    """What of an item is looked at: texts that go on and on are left out, lists are cut."""
    if isinstance(given, str):
        return given if len(given) <= _LONGEST_TEXT else None
    if isinstance(given, list | dict) and not levels:
        return None
    if isinstance(given, list):
        return [_bounded(one, levels - 1) for one in given[:_MOST_INNER]]
    if isinstance(given, dict):
        return {key: _bounded(value, levels - 1) for key, value in given.items()}
    return given


def _read(given: Any, kind: Any) -> Any:
    """The value as this kind of record; fields that are wrong and have a default fall back on it.

    What was not asked for is left out. None where it cannot be read.
    """
    adapter = TypeAdapter(kind)
    try:
        return adapter.validate_python(given, extra="ignore")
    except ValidationError as problem:
        if not isinstance(given, dict):
            return None
        wrong = {error["loc"][0] for error in problem.errors() if error["loc"]}
        try:
            rest = {key: value for key, value in given.items() if key not in wrong}
            return adapter.validate_python(rest, extra="ignore")
        except ValidationError:
            return None


def _defaults(returns: type[Record]) -> dict[str, Any]:
    return {
        name: () if _item_of(field.annotation) else field.get_default(call_default_factory=True)
        for name, field in returns.model_fields.items()
        if _item_of(field.annotation) or not field.is_required()
    }
