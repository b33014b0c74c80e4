"""What `coach` offers by name: all of it is there, and all of it described."""

from __future__ import annotations

import ast
import inspect
import typing
from importlib import import_module
from pathlib import Path

import pytest

import coach
from coach.records import Record


def offered() -> dict[str, str]:
    """The names as a type checker sees them, and the module that each comes from."""
    tree = ast.parse(Path(coach.__file__).read_text(encoding="utf-8"))
    return {
        alias.name: node.module or ""
        for block in tree.body
        if isinstance(block, ast.If)
        for node in block.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }


def test_the_names_are_sorted_and_a_type_checker_sees_the_same_ones() -> None:
    assert coach.__all__ == sorted(coach.__all__)
    assert {*offered(), "__version__"} == set(coach.__all__)
    assert set(coach.__all__) <= set(dir(coach))


@pytest.mark.parametrize(("name", "module"), offered().items())
def test_every_name_resolves_to_what_its_module_holds_and_says_what_it_is(
    name: str, module: str
) -> None:
    found = getattr(coach, name)
    assert found is getattr(import_module(module), name)
    described = found.__dict__.get("__doc__") if isinstance(found, type) else found.__doc__
    assert described and described.strip()


def test_every_record_is_offered() -> None:
    records = import_module("coach.records")
    there = {name for name in records.__all__ if isinstance(getattr(records, name), type)}
    assert there <= set(coach.__all__)
    assert all(issubclass(getattr(records, name), Record) for name in there)


def test_whatever_a_verb_of_coach_takes_or_gives_can_be_imported_from_coach() -> None:
    names = {name: getattr(coach, name) for name in offered()}
    for verb, method in inspect.getmembers(coach.Coach, inspect.isfunction):
        if not verb.startswith("_"):
            hints = typing.get_type_hints(method, vars(import_module(method.__module__)) | names)
            for hint in hints.values():
                ours = {part for part in _classes(hint) if part.__module__.startswith("coach.")}
                assert ours <= set(names.values()), verb


def _classes(hint: object) -> set[type]:
    inside = {part for argument in typing.get_args(hint) for part in _classes(argument)}
    return inside | ({hint} if isinstance(hint, type) else set())


def test_every_verb_of_coach_says_what_it_does() -> None:
    verbs = [value for name, value in inspect.getmembers(coach.Coach) if not name.startswith("_")]
    assert [verb for verb in verbs if not inspect.getdoc(verb)] == []


def test_what_is_not_offered_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'Mentor'"):
        _ = coach.Mentor  # type: ignore[attr-defined]
