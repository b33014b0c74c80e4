"""Plain text and Markdown with a label at the beginning of each turn; the rest goes on from it."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from coach.records import Turn
from coach.transcript.labels import Head, Labels, head_of, is_bold
from coach.transcript.stated import stated_in
from coach.transcript.turns import Reading, spoken, turn

_CLOCK_ALONE = re.compile(r"[\[(]?[0-9]{1,2}(?::[0-9]{2}){1,2}[\])]?")
_HEADING = re.compile(r"#{1,6}\s|[-*_=]{3,}$")


def read(text: str) -> Reading:
    """`Dana: Hello.`, or in Markdown `**Dana** (00:03): Hello.`, where only bold words are a label.

    Lines without a label go on with the turn before them; a heading ends it.
    """
    lines = text.split("\n")
    if any(line.startswith("**") for line in lines):
        turns, above = turns_of(lines, bold=True)
        if turns:
            title = next((line[2:].strip() for line in above if line.startswith("# ")), None)
            return Reading("markdown", turns, title=title or None, held_on=stated_in(above))
    turns, above = turns_of(lines)
    return Reading("text", turns, held_on=stated_in(above))


def turns_of(
    lines: Sequence[str], known: Collection[str] = (), bold: bool = False
) -> tuple[list[Turn], Sequence[str]]:
    """The turns of labelled `lines`, and the lines above the first of them.

    `known` labels are labels however odd they look; with `bold`, only bold words may be one. Lines
    that hold just a clock, and headings, are nobody's words.
    """
    heads = [head_of(line) if is_bold(line) or not bold else None for line in lines]
    units = (
        head for head, line in zip(heads, lines, strict=True) if line.strip() and (head or not bold)
    )
    labels = Labels(units, known)
    turns: list[Turn] = []
    current: Head | None = None
    words: list[str] = []
    first: int | None = None

    def close() -> None:
        if current:
            turns.append(turn(current.label, "\n".join(words), current.start))

    for at, (line, head) in enumerate(zip(lines, heads, strict=True)):
        if head and head.label in labels:
            close()
            current, words = head, [head.text]
            first = at if first is None else first
        elif _HEADING.match(line):
            close()
            current = None
        elif current and not _CLOCK_ALONE.fullmatch(line.strip()):
            words.append(line)
    close()
    return spoken(turns), lines[: first if first is not None else len(lines)]
