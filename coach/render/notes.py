"""What a search found, as a page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from coach.records import Commitment, Hit, day_of
from coach.render.page import Line, Page, Section, quotes, sentence

_TOLD = frozenset({"commitment", "update"})
"""Kinds whose text says more than their quote; of the others the words themselves are shown."""


def notes_page(
    query: str,
    hits: Sequence[Hit],
    notices: Sequence[str] = (),
    ledger: Sequence[Commitment] = (),
) -> Page:
    """Lay found notes out, best first, each with its words, its day and what it is about."""
    actions = {commitment.id: commitment.action for commitment in ledger}
    lines = tuple(_line(hit, actions) for hit in hits)
    return Page(
        title=f"Notes on {query}",
        subtitle="" if hits else "Nothing was found.",
        sections=(Section("Found, the best first", lines),) if lines else (),
        footnotes=tuple(notices),
    )


def _line(hit: Hit, actions: Mapping[str, str]) -> Line:
    note = hit.note
    words = quotes(note.evidence)
    who, colon, text = note.text.partition(": ")
    if note.kind == "update" and note.about and note.about in actions:
        text = sentence(actions[note.about])
    elif words and colon and note.kind not in _TOLD:
        text = f"{who}:"
    else:
        text = sentence(note.text)
    day = day_of(note.occurred_at)
    about = f", {note.about}" if note.about else ""
    return Line(text, note.kind.capitalize(), words, f"{day.day} {day:%b %Y}{about}")
