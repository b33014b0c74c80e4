"""Frameworks and prompts: Markdown files that are data, checked when they are read.

The coach's own stand in `knowledge/` and `prompts/`; a person adds to them, or overrides one by its
id, with files of the same form in a folder of their own.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Literal, TypeVar

from coach.errors import LibraryError
from coach.library.page import Page, read_page
from coach.library.records import (
    PLACEHOLDERS,
    Framework,
    Helps,
    Kind,
    Label,
    Prompt,
    Question,
    Reference,
    fields,
    fill,
)

__all__ = [
    "PLACEHOLDERS",
    "Framework",
    "Helps",
    "Kind",
    "Label",
    "Prompt",
    "Question",
    "Reference",
    "fields",
    "fill",
    "frameworks",
    "load_framework",
    "load_prompt",
    "prompts",
    "shelf",
]

Shelf = Literal["knowledge", "prompts"]
T = TypeVar("T", Framework, Prompt)
Kept = dict[str, tuple[T, Page]]


def frameworks(folder: Path | None = None) -> dict[str, Framework]:
    """Every framework by id: the coach's own, then those of `folder`, which win.

    Raises:
        LibraryError: a file that breaks the rules, named with its line.
    """
    kept = _own_frameworks() | _read_all(folder, _framework, str(folder))
    known = {f"{id}/{question.id}" for id, (pack, _) in kept.items() for question in pack.questions}
    for pack, page in kept.values():
        for at, question in enumerate(pack.questions):
            if question.of is not None and question.of not in known:
                page.refuse(f"no framework has {question.of}", "questions", at, "of")
    return {id: kept[id][0] for id in sorted(kept)}


def load_framework(id: str, folder: Path | None = None) -> Framework:
    """The framework of this id.

    >>> [letter.id for letter in load_framework("smart").questions]
    ['specific', 'measurable', 'achievable', 'relevant', 'time_bound']
    """
    return _named(id, frameworks(folder), "framework")


def prompts(folder: Path | None = None, *, knowledge: Path | None = None) -> dict[str, Prompt]:
    """Every prompt by id; a prompt in `folder` may use the frameworks of the folder `knowledge`.

    Raises:
        LibraryError: a file that breaks the rules, named with its line.
    """
    kept = _own_prompts() | _read_all(folder, _prompt, str(folder))
    known = frameworks(knowledge)
    for prompt, page in kept.values():
        for at, id in enumerate(prompt.knowledge):
            if id not in known:
                page.refuse(f"there is no framework {id}", "knowledge", at)
    return {id: kept[id][0] for id in sorted(kept)}


def load_prompt(id: str, folder: Path | None = None, *, knowledge: Path | None = None) -> Prompt:
    """The prompt of this id."""
    return _named(id, prompts(folder, knowledge=knowledge), "prompt")


def shelf(name: Shelf) -> Traversable:
    """Where the coach's own files are: in the installed package, or beside it in a checkout."""
    from importlib.resources import files

    packaged = files("coach") / name
    return packaged if packaged.is_dir() else Path(__file__).resolve().parents[2] / name


# Our own files are read once. A person's are few and change under a running server: read anew.
@lru_cache(maxsize=1)
def _own_frameworks() -> Kept[Framework]:
    return _read_all(shelf("knowledge"), _framework, "knowledge")


@lru_cache(maxsize=1)
def _own_prompts() -> Kept[Prompt]:
    return _read_all(shelf("prompts"), _prompt, "prompts")


def _read_all(folder: Traversable | None, read: Callable[[Page], T], called: str) -> Kept[T]:
    if folder is None:
        return {}
    try:
        files = sorted(folder.iterdir(), key=lambda file: file.name)
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise LibraryError(f"{called}: cannot be read ({error.strerror})") from None
    kept: Kept[T] = {}
    for file in files:
        if file.name.endswith(".md") and not file.name.startswith("."):
            page = read_page(file, f"{called}/{file.name}")
            record = read(page)
            if file.name != f"{record.id}.md":
                page.refuse(f"the id is {record.id}, the file is {file.name}", "id")
            kept[record.id] = (record, page)
    return kept


def _framework(page: Page) -> Framework:
    pack = page.record(Framework, body=page.body.strip())
    ids = [question.id for question in pack.questions]
    for at, question in enumerate(pack.questions):
        if question.id in ids[:at]:
            page.refuse(f"the id {question.id} stands here twice", "questions", at, "id")
        if question.parent is not None and question.parent not in ids[:at]:
            page.refuse(f"no question {question.parent} above it", "questions", at, "parent")
        for nth, ask in enumerate(question.ask):
            try:
                unknown = fields(ask) - PLACEHOLDERS
            except ValueError as error:
                page.refuse(str(error), "questions", at, "ask", nth)
            if unknown:
                page.refuse(f"unknown: {', '.join(sorted(unknown))}", "questions", at, "ask", nth)
    return pack


_ROLES = re.compile(r"^# (System|User)[ \t]*$", re.MULTILINE)


def _prompt(page: Page) -> Prompt:
    before, *parts = _ROLES.split(page.body)
    if before.strip() or parts[::2] != ["System", "User"]:
        page.refuse("expected `# System`, then `# User`, once each", line=page.body_line)
    prompt = page.record(Prompt, system=parts[1].strip(), user=parts[3].strip())
    used: set[str] = set()
    for line, text in enumerate(page.body.split("\n"), page.body_line):
        try:
            names = fields(text)
        except ValueError as error:
            page.refuse(f"{error}; a brace that is none is doubled", line=line)
        if undeclared := sorted(names - set(prompt.inputs)):
            page.refuse(f"not among the inputs: {', '.join(undeclared)}", line=line)
        used |= names
    if unused := [name for name in prompt.inputs if name not in used]:
        page.refuse(f"no field in the text for: {', '.join(unused)}", "inputs")
    return prompt


def _named(id: str, known: dict[str, T], what: str) -> T:
    if id not in known:
        raise LibraryError(f"there is no {what} `{id}`; there are: {', '.join(known)}")
    return known[id]
