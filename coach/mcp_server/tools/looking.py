"""Looking: who there is, what the next call is for, what past calls left behind."""

from __future__ import annotations

from typing import Annotated, Literal

from mcp.server.mcpserver import Context
from mcp.types import CallToolResult
from pydantic import Field

from coach.given import checked_when
from coach.mcp_server.answers import AgendaAnswer, Notes, Pair, Relationships, told
from coach.mcp_server.desk import When, Who, desk_of
from coach.mcp_server.tools import LOOKS, Offered
from coach.records import Relationship, Role
from coach.render.agenda import agenda_page
from coach.render.notes import notes_page
from coach.render.page import Line, Page, Section, counted

MOST = 50
"""Relationships that are listed."""


def list_relationships(context: Context) -> Annotated[CallToolResult, Relationships]:
    """List the mentoring relationships kept here: the id that other tools take as `who`, and who
    is mentor and mentee."""
    desk = desk_of(context)
    pairs = []
    for one in desk.relationships()[:MOST]:
        calls = len(desk.coach.store.sessions.list(one.id))
        pairs.append(
            Pair(
                id=one.id,
                mentor=one.mentor.name,
                mentee=one.mentee.name,
                you=one.me,
                consented=one.consented,
                calls=calls,
            )
        )
    lines = tuple(Line(_in_a_line(pair), pair.id) for pair in pairs)
    none = "" if pairs else "None yet: coach relationship add ID --mentor NAME --mentee NAME"
    page = Page("Relationships", none, (Section("By id", lines),) if lines else ())
    return told(page, Relationships(relationships=tuple(pairs)))


def prepare_agenda(
    context: Context,
    who: Who = "",
    role: Annotated[
        Literal["mine", "mentor", "mentee", "both"],
        Field(description="Whose brief; both for the agenda that the two share."),
    ] = "mine",
    minutes: Annotated[int, Field(ge=10, le=480, description="How long the call is.")] = 60,
    on: When = "",
) -> Annotated[CallToolResult, AgendaAnswer]:
    """Prepare the next call: open promises of both, goals, open questions and what to ask, each
    with what it comes from. Minutes add up. A brief for the other one holds shared things only."""
    desk = desk_of(context)
    one = desk.relationship(who)
    agenda = desk.coach.agenda(
        one.id,
        role=_whose(role, one),
        minutes=minutes,
        on=checked_when(on or None),
        engine="offline",
    )
    page = agenda_page(agenda, one, desk.coach.frameworks)
    return told(page, AgendaAnswer(agenda=agenda))


def search_notes(
    context: Context,
    query: Annotated[str, Field(min_length=1, max_length=400, description="A few words.")],
    who: Who = "",
    limit: Annotated[int, Field(ge=1, le=20, description="How many at most.")] = 8,
) -> Annotated[CallToolResult, Notes]:
    """Search what past calls of one relationship left behind, by meaning and by words: promises,
    wins, insights, decisions, feedback, each with its words and its day."""
    desk = desk_of(context)
    one = desk.relationship(who)
    found = desk.coach.find(one.id, query, one.me, limit)
    page = notes_page(query, found.hits, found.notices, desk.coach.commitments(one.id))
    return told(page, Notes(hits=found.hits, notices=found.notices))


def _in_a_line(pair: Pair) -> str:
    you = f"; you are the {pair.you}" if pair.you else ""
    yes = "" if pair.consented else "; not both have said yes to recaps"
    both = f"{pair.mentor} (mentor) and {pair.mentee} (mentee)"
    return f"{both}{you}; {counted(pair.calls, 'call')}{yes}"


def _whose(role: Literal["mine", "mentor", "mentee", "both"], one: Relationship) -> Role | None:
    if role == "mine":
        return one.me
    return None if role == "both" else role


TOOLS = (
    Offered(list_relationships, "List relationships", LOOKS),
    Offered(prepare_agenda, "Prepare the next call", LOOKS),
    Offered(search_notes, "Search notes", LOOKS),
)
