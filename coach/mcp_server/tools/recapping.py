"""A call into a draft recap: read by the client's own model, or by the rules alone.

Nothing is remembered between two tools but what the store holds: a call is named again by its file
or by its session, so that any server process can go on.
"""

from __future__ import annotations

from typing import Annotated, Literal, NamedTuple

from mcp.server.mcpserver import Context
from mcp.types import CallToolResult, TextContent
from pydantic import Field

from coach import drafting
from coach.drafting import Drafted, Opened, Source
from coach.engine import Engine, model_reader
from coach.errors import UserError
from coach.given import checked_held_on
from coach.mcp_server.answers import Draft, told
from coach.mcp_server.desk import Desk, When, Who, desk_of
from coach.mcp_server.drafts import draft_of, draft_page
from coach.mcp_server.tools import ADDS, LOOKS, Offered
from coach.reading.proposing import Handed
from coach.records import Relationship, Transcript
from coach.records import When as Held
from coach.records.claims import Claims
from coach.render.fence import fenced
from coach.render.page import Page
from coach.transcript import read_transcript_text

PART = 14_000
"""Tokens of a call in one answer: with the prompt it stays below what clients cut off."""
CLIENT = "the chat client's model"
MOST_CLAIMS = 300
"""Claims about one call; a long one has a third of that."""

File = Annotated[
    str, Field(max_length=1000, description="A transcript in a folder that this server may read.")
]
Text = Annotated[
    str, Field(max_length=500_000, description="Instead of a file: the transcript itself.")
]
SessionId = Annotated[
    str, Field(max_length=8, description="Instead of a file: a call kept here, such as 03.")
]
Labels = Annotated[
    dict[str, Literal["mentor", "mentee"]] | None,
    Field(max_length=20, description="Whose label of the transcript it is, where not known."),
]


def begin_recap(
    context: Context,
    who: Who = "",
    file: File = "",
    transcript: Text = "",
    session: SessionId = "",
    held_on: When = "",
    labels: Labels = None,
    part: Annotated[int, Field(ge=1, le=99, description="Of a long call.")] = 1,
) -> list[TextContent]:
    """Begin a recap that you write: returns what to look for, the call with numbered turns (what
    is confidential is left out) and the open promises. Then hand your claims in with submit_recap.
    Name the call by file, transcript or session."""
    desk = desk_of(context)
    one, source = _asked(desk, who, file, transcript, session, labels)
    call = drafting.opened(desk.coach.store, one, source, _day(desk, held_on))
    kept = session or _kept(desk, one, source, call)
    asked = Handed(Claims(), CLIENT)
    reader = model_reader(asked, desk.coach.settings, desk.coach.frameworks, PART)
    parts = drafting.sending(desk.coach.store, call, Engine(reader)).messages
    if part > len(parts):
        raise UserError(f"part: this call has {len(parts)}.")
    prompt, sheet = (text for _, text in parts[part - 1])
    begun = _Begun(one, kept, file, held_on, part, len(parts), call)
    text = fenced(sheet, before=f"{begun.told()}\n\n{prompt if part == 1 else ''}".strip())
    return [TextContent(type="text", text=text)]


def submit_recap(
    context: Context,
    claims: Annotated[Claims, Field(description="The Reply that begin_recap asks for, complete.")],
    who: Who = "",
    file: File = "",
    transcript: Text = "",
    session: SessionId = "",
    held_on: When = "",
) -> Annotated[CallToolResult, Draft]:
    """Hand in your claims about a call. Each quote is checked, days are worked out, what the rules
    heard is joined. Returns the draft with ids, and each fault with its reason: mend those, and
    submit all claims again. Nothing enters the ledger before the person's yes."""
    if (number := sum(len(found) for _, found in claims if isinstance(found, tuple))) > MOST_CLAIMS:
        raise UserError(f"claims: {number} are more than a call can hold; {MOST_CLAIMS} at most.")
    desk = desk_of(context)
    one, source = _asked(desk, who, file, transcript, session)
    handed = desk.coach.hand_in(source, claims, who=one.id, held_on=_day(desk, held_on), by=CLIENT)
    faults = handed.faults
    recap = handed.drafted.recap
    draft = draft_of(recap, one, handed.drafted.earlier, kept=handed.drafted.stored, faults=faults)
    mend = "Mend what is worth it and submit all claims once more. " if faults else ""
    page = draft_page(draft, recap, one, handed.drafted.earlier)
    return told(page, draft, mend + _next(draft))


def recap_offline(
    context: Context,
    who: Who = "",
    file: File = "",
    transcript: Text = "",
    session: SessionId = "",
    held_on: When = "",
    labels: Labels = None,
) -> Annotated[CallToolResult, Draft]:
    """Make a draft recap by rules alone, without any model: quicker, and less complete. Name the
    call by file, transcript or session."""
    desk = desk_of(context)
    one, source = _asked(desk, who, file, transcript, session, labels)
    drafted = desk.coach.recap(source, who=one.id, held_on=_day(desk, held_on), engine="offline")
    return _shown(one, drafted)


def show_draft(
    context: Context,
    session: Annotated[str, Field(max_length=8, description="Such as 03.")],
    who: Who = "",
) -> Annotated[CallToolResult, Draft]:
    """Show the draft recap of a session again, with the ids and the mark that confirm takes; or
    what was confirmed, where no draft waits."""
    desk = desk_of(context)
    one = desk.relationship(who)
    draft, page = shown_draft(desk, one, session)
    return told(page, draft, _next(draft))


def shown_draft(desk: Desk, one: Relationship, session: str) -> tuple[Draft, Page]:
    """A draft as it is kept, in both forms."""
    store = desk.coach.store
    recap = desk.coach.draft(one.id, session)
    confirmed = store.sessions.draft(one.id, session) is None
    earlier = desk.coach.commitments(one.id)
    draft = draft_of(recap, one, earlier, kept=True, confirmed=confirmed)
    return draft, draft_page(draft, recap, one, earlier)


class _Begun(NamedTuple):
    """What stands before the sheet: how to hand in, and what should be known first."""

    one: Relationship
    kept: str
    file: str
    held_on: str
    part: int
    parts: int
    call: Opened

    def told(self) -> str:
        lines = [f"A recap of {self.one.id}, part {self.part} of {self.parts}."]
        if self.part < self.parts:
            again = self._named("begin_recap", f"part={self.part + 1}")
            lines.append(f"Read on before you hand in: {again}.")
        submit = self._named("submit_recap", "claims=...")
        lines.append(f"Hand your Reply in as `claims`: {submit}.")
        if unknown := self.call.redacted.who.unknown:
            names = ", ".join(map(repr, unknown[:8]))
            lines.append(
                f"Not known whose these labels are: {names}. Ask the person, and begin again with "
                "`labels`, unless they are of somebody else."
            )
        if not self.one.consented:
            lines.append("Not both have said yes to recaps: it is shown, and nothing is kept.")
        return "\n".join(lines)

    def _named(self, tool: str, more: str) -> str:
        if self.kept:
            call = f"session={self.kept!r}"
        else:
            call = f"file={self.file!r}" if self.file else "transcript=..."
            call += f", held_on={self.held_on!r}" if self.held_on else ""
        return f"{tool}(who={self.one.id!r}, {call}, {more})"


def _asked(
    desk: Desk, who: str, file: str, transcript: str, session: str, labels: Labels = None
) -> tuple[Relationship, Source]:
    """The relationship and the one call that is named. Raises UserError, ConsentError."""
    one = desk.coach.required_open(desk.relationship(who).id, "this call is not read")
    if sum(map(bool, (file, transcript, session))) != 1:
        raise UserError("Name the call by one of file, transcript and session.")
    if labels:
        one = desk.coach.label(one.id, labels)
    if session:
        return one, desk.coach.store.sessions.get(one.id, session)
    if transcript:
        return one, read_transcript_text(transcript, source="pasted")
    return one, desk.file(file)


def _day(desk: Desk, held_on: str) -> Held | None:
    """When the call was held, as far as it was said."""
    return checked_held_on(held_on or None, desk.coach.today())


def _kept(desk: Desk, one: Relationship, source: Source, call: Opened) -> str:
    """The session to hand in to, where the words would else have to be given again.

    What was pasted is kept, redacted, with the draft of the rules, which stands until claims are
    handed in. A file is read again, since it alone tells which words were withheld.
    """
    if not isinstance(source, Transcript) or not one.consented:
        return ""
    if call.known and desk.coach.store.sessions.draft(one.id, call.known.id):
        return call.known.id
    drafted = desk.coach.recap(source, who=one.id, held_on=call.held_on, engine="offline")
    return drafted.recap.session


def _shown(one: Relationship, drafted: Drafted) -> CallToolResult:
    draft = draft_of(drafted.recap, one, drafted.earlier, kept=drafted.stored)
    return told(draft_page(draft, drafted.recap, one, drafted.earlier), draft, _next(draft))


def _next(draft: Draft) -> str:
    """What may be done now."""
    if not draft.kept:
        return "Nothing of this was kept: both people have to say yes to recaps first."
    if draft.confirmed:
        return "This is confirmed already."
    return (
        "Show the person each line with its words, and ask which they say yes to. Only then: "
        f"confirm(who={draft.relationship!r}, session={draft.session!r}, draft={draft.draft!r}, "
        "ids=[those they said yes to])."
    )


TOOLS = (
    Offered(begin_recap, "Begin a recap", ADDS),
    Offered(submit_recap, "Hand in a recap", ADDS),
    Offered(recap_offline, "Recap by rules alone", ADDS),
    Offered(show_draft, "Show a draft recap", LOOKS),
)
