"""A Markdown file with YAML front matter, read as hostile text.

Front matter is read from YAML's event stream, never built into objects by a YAML loader: every
scalar is text ("no" is a word, 2023-09 is a word), there are no tags, anchors or aliases, and
nesting is shallow. So a file can be wrong, but it cannot be dangerous, and every value knows its
line.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from typing import Any, NoReturn, TypeVar

from coach.errors import LibraryError
from coach.records.base import Record

LARGEST = 1_000_000
"""Bytes; a pack of ours has about 5,000."""
DEEPEST = 6
"""Lists and mappings within each other; ours go to four."""

Place = tuple[str | int, ...]
"""The way to a value: ("questions", 3, "ask")."""
R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Page:
    """One file: its front matter as plain values, the line of each, and the text below it."""

    name: str
    front: dict[str, Any]
    lines: dict[Place, int]
    body: str
    body_line: int

    def refuse(self, why: str, *place: str | int, line: int | None = None) -> NoReturn:
        """Raise a LibraryError at `line`, or at the line of the value at `place`.

        A place that is not in the file (something missing) counts as the value around it.
        """
        raise LibraryError(f"{self.name}, line {line or self.lines[self._within(place)]}: {why}")

    def _within(self, place: Place) -> Place:
        """The innermost place of the file that holds this one."""
        return next(place[:end] for end in range(len(place), -1, -1) if place[:end] in self.lines)

    def record(self, kind: type[R], **more: str) -> R:
        """The front matter, with `more` from the body, as a record of this kind."""
        from pydantic import ValidationError

        for field in more.keys() & self.front.keys():
            self.refuse(f"`{field}` belongs below the front matter", field)
        try:
            return kind.model_validate({**self.front, **more})
        except ValidationError as error:
            found = error.errors(include_url=False, include_input=False)
        # A misspelt key leaves one missing as well; its spelling is what there is to mend.
        wrong = next((one for one in found if one["type"] == "extra_forbidden"), found[0])
        place = wrong["loc"]
        if wrong["type"] == "extra_forbidden":
            return self.refuse(f"`{_dotted(place)}` is not known here", *place)
        if wrong["type"] == "missing":
            return self.refuse(f"`{_dotted(place)}` is missing", *place)
        if place[0] in more:
            return self.refuse(f"`{place[0]}`: {wrong['msg']}", line=self.body_line)
        return self.refuse(f"`{_dotted(self._within(place))}`: {wrong['msg']}", *place)


def read_page(file: Traversable, name: str) -> Page:
    """Read a file; `name` is what its errors call it.

    Raises:
        LibraryError: the file is no Markdown with front matter, or cannot be read at all.
    """
    text = _text(file, name)
    if not text.startswith("---\n"):
        raise LibraryError(f"{name}, line 1: expected front matter, which starts with ---")
    head, closed, body = text[4:].partition("\n---\n")
    if not closed:
        raise LibraryError(f"{name}, line 1: the front matter has no closing --- line")
    front, lines = _FrontMatter(head, name).read()
    return Page(name, front, lines, body, body_line=head.count("\n") + 4)


def _dotted(place: Place) -> str:
    return ".".join(str(step) for step in place)


def _text(file: Traversable, name: str) -> str:
    try:
        if not file.is_file():
            raise LibraryError(f"{name}: expected a file")
        with file.open("rb") as opened:
            data: bytes = opened.read(LARGEST + 1)
    except OSError as error:
        why = error.strerror or "it cannot be opened"
        raise LibraryError(f"{name}: cannot be read ({why})") from None
    if len(data) > LARGEST:
        raise LibraryError(f"{name}: larger than {LARGEST:,} bytes")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise LibraryError(f"{name}: not UTF-8 text") from None
    return text.replace("\r\n", "\n").rstrip("\n") + "\n"


class _FrontMatter:
    """YAML events, one after the other, into text, lists and mappings."""

    def __init__(self, text: str, name: str) -> None:
        self.text, self.name = text, name
        self.lines: dict[Place, int] = {}

    def read(self) -> tuple[dict[str, Any], dict[Place, int]]:
        import yaml

        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        events: Iterator[Any] = iter(yaml.parse(self.text, Loader=loader))
        try:
            next(events), next(events)  # the stream and the document begin
            front = self._value(events, next(events), ())
            next(events), next(events)  # ... and end
            if next(events, None) is not None:
                self._refuse("one document is enough", 2)
        except (yaml.YAMLError, StopIteration) as error:
            unclosed = "quoted" in (getattr(error, "context", None) or "")
            mark = getattr(error, "context_mark" if unclosed else "problem_mark", None)
            why = getattr(error, "problem", None) or "not readable as YAML"
            self._refuse(f"not readable as YAML: {why}", mark.line + 2 if mark else 2)
        if not isinstance(front, dict):
            self._refuse("expected `key: value` lines", 2)
        return front, self.lines | {(): 1}

    def _value(self, events: Iterator[Any], event: Any, place: Place) -> Any:
        line = self.lines[place] = event.start_mark.line + 2
        self._refuse_references(event, line)
        match type(event).__name__:
            case "ScalarEvent" if event.value.strip():
                return event.value.strip()
            case "SequenceStartEvent" if len(place) < DEEPEST:
                return self._list(events, place)
            case "MappingStartEvent" if len(place) < DEEPEST:
                return self._mapping(events, place)
            case "ScalarEvent":
                why = "has no value"
            case _:
                why = "is nested too deep"
        return self._refuse(f"`{_dotted(place)}` {why}", line)

    def _list(self, events: Iterator[Any], place: Place) -> list[Any]:
        values: list[Any] = []
        while type(event := next(events)).__name__ != "SequenceEndEvent":
            values.append(self._value(events, event, (*place, len(values))))
        return values

    def _mapping(self, events: Iterator[Any], place: Place) -> dict[str, Any]:
        values: dict[str, Any] = {}
        while type(event := next(events)).__name__ != "MappingEndEvent":
            key, line = getattr(event, "value", None), event.start_mark.line + 2
            self._refuse_references(event, line)
            if not isinstance(key, str):
                self._refuse("a key is a plain word", line)
            if key in values:
                self._refuse(f"`{key}` stands here twice", line)
            values[key] = self._value(events, next(events), (*place, key))
            self.lines[(*place, key)] = line
        return values

    def _refuse_references(self, event: Any, line: int) -> None:
        if getattr(event, "anchor", None):
            self._refuse("anchors and aliases (& and *) are not used here", line)
        if getattr(event, "tag", None):
            self._refuse(f"tags such as {event.tag} are not used here", line)

    def _refuse(self, why: str, line: int) -> NoReturn:
        raise LibraryError(f"{self.name}, line {line}: {why}")
