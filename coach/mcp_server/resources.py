"""Pages by address, for clients that let a person attach one: `coach://relationships/dana/ledger`."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from mcp.types import Resource

from coach.errors import UnknownError
from coach.mcp_server.desk import Desk
from coach.records import Hit, Relationship
from coach.render.agenda import agenda_page
from coach.render.fence import fenced
from coach.render.ledger import ledger_page
from coach.render.markdown import markdown
from coach.render.notes import notes_page
from coach.render.page import Page

NOTES = 40
"""Notes on a page, the latest; search_notes finds the others."""
LISTED = 20
"""Relationships whose pages are listed one by one; the others are there by address."""


def relationship_text(desk: Desk, id: str, page: str) -> str:
    """One page of a relationship, its words marked as data. Raises UnknownError."""
    one = desk.relationship(id)
    if page not in _PAGES:
        raise UnknownError(f"A relationship has {', '.join(_PAGES)}; not {page!r}.")
    _, laid_out = _PAGES[page]
    return fenced(markdown(laid_out(desk, one)))


def framework_text(desk: Desk, id: str) -> str:
    """A framework with its questions. Raises UnknownError."""
    packs = desk.coach.frameworks
    if id not in packs:
        raise UnknownError(f"No framework {id!r}; there are: {', '.join(packs)}.")
    return f"{packs[id].outline}\n\n{packs[id].body}"


def listed(desk: Desk) -> Iterator[Resource]:
    """What a client may offer a person to attach."""
    for one in desk.relationships()[:LISTED]:
        for page, (title, _) in _PAGES.items():
            uri = f"coach://relationships/{one.id}/{page}"
            yield Resource(
                uri=uri, name=f"{one.id}-{page}", title=f"{title}: {one.id}", mime_type=MARKDOWN
            )
    for id, pack in desk.coach.frameworks.items():
        yield Resource(
            uri=f"coach://frameworks/{id}",
            name=f"framework-{id}",
            title=pack.title,
            mime_type=MARKDOWN,
        )


def _agenda(desk: Desk, one: Relationship) -> Page:
    prepared = desk.coach.agenda(one.id, role=one.me, engine="offline")
    return agenda_page(prepared, one, desk.coach.frameworks)


def _ledger(desk: Desk, one: Relationship) -> Page:
    return ledger_page(desk.commitments(one), one, today=desk.coach.today(), viewer=one.me)


def _notes(desk: Desk, one: Relationship) -> Page:
    seen = desk.coach.notes(one.id, one.me)
    latest = [Hit(note=note, score=0) for note in reversed(seen[-NOTES:])]
    more = f"The latest {NOTES} of {len(seen)}." if len(seen) > NOTES else ""
    return notes_page("past calls", latest, (more,) if more else (), desk.coach.commitments(one.id))


MARKDOWN = "text/markdown"
_PAGES: dict[str, tuple[str, Callable[[Desk, Relationship], Page]]] = {
    "agenda": ("Agenda", _agenda),
    "ledger": ("Promises", _ledger),
    "notes": ("Notes", _notes),
}
