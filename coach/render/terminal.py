"""A page on a terminal. Colour carries no meaning; the text is the same without it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.text import Text

from coach.render.page import UNSEEN, Line, Page, Quote, Section

if TYPE_CHECKING:
    from rich.console import Console

# What a terminal would act on instead of showing: escape sequences, controls, bidi overrides.
HIDDEN = re.compile(rf"[\x00-\x09\x0b-\x1f\x7f-\x9f{UNSEEN}]")
_WIDE = 100
_MARGIN = 2
_WIDEST_MARK = 20
_JOINT = "\ue000"
"""Stands for a space that no line may end at, while lines are made."""


def clean(text: str) -> str:
    """Text that a terminal only shows.

    >>> clean("safe\\x1b[2J")
    'safe[2J'
    """
    return HIDDEN.sub("", text)


def show(page: Page, console: Console) -> None:
    """Print the page, at most a hundred columns wide so that lines stay easy to read."""
    for text in laid_out(page, console):
        console.print(text, soft_wrap=True)


def laid_out(page: Page, console: Console) -> Iterator[Text]:
    """The page line by line, already wrapped, without trailing space."""
    width = min(console.width, _WIDE)
    layout = _Layout(console, width)
    if page.title:
        yield Text()
        yield from layout.hang(Text(), Text(clean(page.title), style="bold"))
    if page.subtitle:
        yield from layout.hang(Text(), Text(clean(page.subtitle), style="dim"))
    for section in page.sections:
        yield Text()
        title = clean(section.title)
        rule = "─" * max(width - len(title) - 1, 0)
        yield Text.assemble((title, "bold cyan"), (f" {rule}" if rule else "", "cyan dim"))
        yield from layout.section(section)
    for note in page.footnotes:
        yield Text()
        yield from layout.hang(Text(), Text(clean(note), style="italic dim"))
    yield Text()


class _Layout:
    """Puts marks into one column and what they mark into the next."""

    def __init__(self, console: Console, width: int) -> None:
        self.console, self.width = console, width

    def section(self, section: Section) -> Iterator[Text]:
        if section.lead:
            yield from self.hang(Text(" " * _MARGIN), Text(clean(section.lead)))
        numbers = range(1, len(section.lines) + 1)
        marks = [f"{n}." for n in numbers] if section.numbered else _marks(section.lines)
        for number, (line, head) in enumerate(
            zip(section.lines, _column(marks, _MARGIN), strict=True)
        ):
            if number and (line.under or line.lead):
                yield Text()
            yield from self.line(line, head)

    def line(self, line: Line, head: Text) -> Iterator[Text]:
        yield from self.hang(head, self._body(line, self.width - head.cell_len))
        if line.lead:
            yield from self.hang(Text(" " * head.cell_len), Text(clean(line.lead)))
        heads = _column(_marks(line.under), head.cell_len)
        for under, below in zip(line.under, heads, strict=True):
            yield from self.line(under, below)

    def hang(self, head: Text, body: Text) -> Iterator[Text]:
        """`head` before the first line of `body`, and as much space before the others."""
        room = max(self.width - head.cell_len, 20)
        for number, line in enumerate(body.wrap(self.console, room)):
            line.rstrip()
            line.plain = line.plain.replace(_JOINT, " ")
            yield Text.assemble(head if number == 0 else " " * head.cell_len, line)

    def _body(self, line: Line, room: int) -> Text:
        """Text and its quotes; one that does not fit beside the text starts a line of its own."""
        body = Text(clean(line.text), style="bold" if line.under or line.lead else "")
        small = Text(f" [{clean(line.note)}]" if line.note else "", style="dim")
        for quote in line.quotes:
            said = _said(quote)
            whole = body.cell_len + 1 + said.cell_len + small.cell_len
            alone = not body.plain or body.plain.endswith(":")
            body.append("" if not body.plain else " " if alone or whole <= room else "\n")
            body.append_text(said)
        return body.append_text(small)


def _said(quote: Quote) -> Text:
    said = Text("“" + clean(quote.words) + "”", style="italic green")
    where = clean(quote.where).replace(" ", _JOINT)
    return said.append(f" ({where})" if where else "", style="not italic dim")


def _marks(lines: Sequence[Line]) -> list[str]:
    marks = [clean(line.mark) for line in lines]
    return [mark or "·" for mark in marks] if any(marks) or len(marks) > 1 else marks


def _column(marks: Sequence[str], margin: int) -> list[Text]:
    """The marks as heads of equal width; one that is too long for the column stands out of it."""
    wide = max((len(mark) for mark in marks if len(mark) <= _WIDEST_MARK), default=1)
    if not any(marks):
        return [Text(" " * margin) for _ in marks]
    return [Text(" " * margin + mark.ljust(wide) + "  ", style="yellow") for mark in marks]
