"""Printing pages and JSON, and asking a person: the only place that knows of a terminal."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rich.console import Console

    from coach.render.page import Page

PIPE_WIDTH = 100


def interactive() -> bool:
    """Is there a person at both ends?"""
    return sys.stdin.isatty() and sys.stdout.isatty()


def console() -> Console:
    """Standard output: in colour on a terminal, else plain text of 100 columns."""
    from rich.console import Console

    on_terminal = sys.stdout.isatty()
    return Console(
        file=sys.stdout,
        width=None if on_terminal else PIPE_WIDTH,
        force_terminal=on_terminal,
        highlight=False,
        emoji=False,
        markup=False,
    )


def show(page: Page) -> None:
    """Print a page."""
    from coach.render.terminal import show

    show(page, console())


def say(text: str = "") -> None:
    """Print a line of the coach's own, wrapped; the words of others in it are made harmless."""
    from rich.text import Text

    from coach.render.terminal import clean

    out = console()
    for line in text.split("\n"):
        for part in Text(clean(line)).wrap(out, min(out.width, PIPE_WIDTH)) or [Text()]:
            part.rstrip()
            out.print(part, soft_wrap=True)


def verbatim(text: str) -> None:
    """Print text as it is, line by line, but for what a terminal would act on."""
    from coach.render.terminal import clean

    for line in text.split("\n"):
        print(clean(line))


def note(text: str) -> None:
    """Print a line to standard error: about what happens, no part of the answer."""
    from coach.render.terminal import clean

    print(clean(text), file=sys.stderr)


def command(text: str) -> None:
    """Print a command to copy: on one line, however long it is."""
    from rich.text import Text

    console().print(Text(f"$ {text}", style="bold"), soft_wrap=True)


def emit(value: Any) -> None:
    """Print JSON. What a terminal would act on is written as an escape."""
    from coach.render.terminal import HIDDEN

    text = json.dumps(value, ensure_ascii=False, indent=2)
    print(HIDDEN.sub(lambda found: json.dumps(found[0])[1:-1], text))


def ask(prompt: str = "> ") -> str | None:
    """What a person answers; None where there is nobody to answer any more.

    Answers may be piped in, a line each.
    """
    from coach.render.terminal import clean

    if interactive():
        try:
            return input(clean(prompt)).strip()
        except EOFError:
            print()
            return None
    line = sys.stdin.readline()
    return line.strip() if line else None


@contextmanager
def busy(doing: str) -> Iterator[None]:
    """A spinner on standard error while something may take over a second; only on a terminal."""
    if not sys.stderr.isatty():
        yield
        return
    from rich.console import Console

    with Console(file=sys.stderr).status(f"{doing} …"):
        yield
