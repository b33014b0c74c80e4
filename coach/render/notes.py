"""What a search found, as a page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from coach.records import Commitment, Hit, day_of
from coach.render.page import Line, Page, Section, legend, place, quotes, sentence, weekday

_TOLD = frozenset({"commitment", "update"})
"""Kinds whose text says more than their quote; of the others the words themselves are shown."""


def notes_page(
    query: str,
    hits: Sequence[Hit],
    notices: Sequence[str] = (),
    ledger: Sequence[Commitment] = (),
    today: date | None = None,
) -> Page:
    """Lay found notes out, best first, each with its day, its words, its call and what it is about.

    A day far from `today` has its year.
    """
    actions = {commitment.id: commitment.action for commitment in ledger}
    lines = tuple(_line(hit, actions, today) for hit in hits)
    places = [quote.where for line in lines for quote in line.quotes]
    return Page(
        title=f"Notes on {query}",
        subtitle=legend(places) if hits else "Nothing was found.",
        sections=(Section("Found, the best first", lines),) if lines else (),
        footnotes=tuple(notices),
    )


def _line(hit: Hit, actions: Mapping[str, str], today: date | None) -> Line:
    note = hit.note
    words = quotes(note.evidence)
    who, colon, text = note.text.partition(": ")
    if note.kind == "update" and note.about and note.about in actions:
        text = sentence(actions[note.about])
    elif words and colon and note.kind not in _TOLD:
        text = f"{who}:"
    else:
        text = sentence(note.text)
    call = place(note.session, None) if note.session and not words else ""
    about = ", ".join(filter(None, (note.kind, note.about, call)))
    return Line(text, weekday(day_of(note.occurred_at), today), words, about)
