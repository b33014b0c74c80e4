"""A line of the code written otherwise while a test runs: a guard that nobody misses is none."""

from __future__ import annotations

import inspect
from collections.abc import Mapping
from importlib import import_module
from typing import Any

import pytest


def functions(space: Mapping[str, Any], module: str) -> dict[str, Any]:
    """The functions and methods that a module defines, by their whole name."""
    found = {}
    for value in space.values():
        if inspect.isfunction(value) and value.__module__ == module:
            found[value.__qualname__] = value
        elif inspect.isclass(value) and value.__module__ == module:
            for part in vars(value).values():
                inner = getattr(part, "fget", None) or getattr(part, "__func__", part)
                inner = inspect.unwrap(inner)
                if inspect.isfunction(inner):
                    found[inner.__qualname__] = inner
    return found


def take_away(module: str, line: str, without: str, patch: pytest.MonkeyPatch) -> None:
    """Let the functions of the module run as if the line were written otherwise."""
    there = import_module(module)
    source = inspect.getsource(there)
    assert source.count(line) == 1, "the guard stands elsewhere now: name its line anew"
    space: dict[str, Any] = {"__name__": module, "__file__": there.__file__}
    exec(compile(source.replace(line, without), "without", "exec"), space)
    now, then = functions(vars(there), module), functions(space, module)
    for name, function in now.items():
        if function.__code__.co_freevars == then[name].__code__.co_freevars:
            patch.setattr(function, "__code__", then[name].__code__)
