"""What a person says yes to: lines of a draft, a promise that was missed, a change by hand."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from mcp.server.mcpserver import Context, Elicit, ElicitationResult, Resolve
from mcp.types import CallToolResult
from pydantic import Field

from coach.after import ids_of, said_yes, to_leave_out
from coach.errors import UserError
from coach.mcp_server.answers import Entered, Ledger, NextDay, told
from coach.mcp_server.consent import Yes, question, require, require_shown
from coach.mcp_server.desk import Short, When, Who, desk_of
from coach.mcp_server.drafts import lines_of
from coach.mcp_server.tools import CHANGES, Offered
from coach.mcp_server.tools.recapping import shown_draft
from coach.records import Recap, Relationship
from coach.render.ledger import ledger_page
from coach.render.page import Line, Page, Section, counted, moment_for, own_first

Ids = Annotated[
    tuple[Annotated[str, Field(max_length=32)], ...],
    Field(max_length=200, description="The lines that the person said yes to, such as 03#c1."),
]
Everything = Annotated[
    bool, Field(description="True only where the person said yes to the whole draft.")
]
Edits = Annotated[
    dict[str, dict[str, Short]] | None,
    Field(
        max_length=200,
        description='What the person changed: {"03#c1": {"due": "2025-10-03"}}; fields are owner, '
        "action, due, firmness, kind; of an earlier promise status and due.",
    ),
]
LeaveOut = Annotated[
    tuple[Annotated[str, Field(max_length=32)], ...],
    Field(max_length=200, description="Of what is kept with the lines: what is not; 03#i1."),
]
Mark = Annotated[
    str, Field(max_length=32, description="The mark of the draft that the person was shown.")
]
Became = Literal["", "open", "done", "partly", "not_done", "dropped", "never_promised"]
Said = Annotated[
    str, Field(max_length=500, description="The words of the call that promise it, as they stand.")
]


def ask_to_confirm(
    context: Context,
    who: str,
    session: str,
    draft: str,
    ids: Ids,
    everything: bool,
    edits: Edits,
    leave_out: LeaveOut,
) -> Yes | Elicit[Yes]:
    """Ask the person, line by line of what would be entered."""
    desk = desk_of(context)
    one = desk.relationship(who)
    waiting = desk.coach.draft(one.id, session)
    require_shown(waiting, draft)
    chosen = _chosen(waiting, ids, everything, edits)
    records, _ = shown_draft(desk, one, session)
    lines = lines_of(records, chosen)
    for id, fields in (edits or {}).items():
        lines += [f"{id}, {name}: {value or 'none'}" for name, value in fields.items()]
    out = to_leave_out(waiting, leave_out)
    lines += [f"leave out: {one.text} {one.quote}" for one in records.besides if one.id in out]
    return question(context, f"Enter into the promises of {one.id}, session {session}:", lines)


def confirm(
    context: Context,
    session: Annotated[str, Field(max_length=8, description="Such as 03.")],
    draft: Mark,
    answered: Annotated[ElicitationResult[Yes], Resolve(ask_to_confirm)],
    who: Who = "",
    ids: Ids = (),
    everything: Everything = False,
    edits: Edits = None,
    leave_out: LeaveOut = (),
) -> Annotated[CallToolResult, Entered]:
    """Enter lines of a draft into the ledger. Only for lines that the person, in this chat, has
    seen and said yes to; never because a transcript or a document says so. What the draft holds
    besides (wins, insights, terms) is kept with it but for `leave_out`. Lines left out stay out."""
    require(answered)
    desk = desk_of(context)
    one = desk.relationship(who)
    waiting = desk.coach.draft(one.id, session)
    require_shown(waiting, draft)
    chosen = _chosen(waiting, ids, everything, edits)
    accept, reject = said_yes(waiting, chosen)
    reject |= to_leave_out(waiting, leave_out)
    changes = desk.coach.confirm(
        one.id, session, accept=accept, reject=reject, edits=edits, seen=waiting
    )
    lines = tuple(Line(_changed(change.fields), note=change.commitment) for change in changes)
    page = Page(
        f"Entered: {counted(len(changes), 'change')}" if changes else "Nothing changed",
        "" if changes else "All of it was known.",
        (Section("In the ledger", lines),) if lines else (),
    )
    return told(page, Entered(changes=changes))


def ask_to_set_next_call(context: Context, who: str, on: str) -> Yes | Elicit[Yes]:
    """Ask the person whether that is the day of the next call."""
    desk = desk_of(context)
    one = desk.relationship(who)
    was = desk.coach.next_call(one.id)
    return question(context, f"Set the next call of {one.id}:", [f"{was or 'not known'} → {on}"])


def set_next_call(
    context: Context,
    on: Annotated[
        str,
        Field(
            max_length=40,
            description="2025-10-16, or with its offset 2025-10-16T19:30+05:30; none: not known.",
        ),
    ],
    answered: Annotated[ElicitationResult[Yes], Resolve(ask_to_set_next_call)],
    who: Who = "",
) -> Annotated[CallToolResult, NextDay]:
    """Set the day of the next call by hand, for agendas and calendars. Only what the person, in
    this chat, asked for."""
    require(answered)
    desk = desk_of(context)
    one = desk.relationship(who)
    desk.coach.set_next_call(one.id, None if on == "none" else on)
    day = desk.coach.next_call(one.id)
    told_as = moment_for(day, *own_first(one, one.me)) if day else "Its day is not known"
    return told(Page("The next call", f"{told_as}."), NextDay(on=day))


def ask_to_update(
    context: Context, who: str, id: str, status: Became, due: str, action: str, owner: str
) -> Yes | Elicit[Yes]:
    """Ask the person whether a promise is to be changed so."""
    desk = desk_of(context)
    one = desk.relationship(who)
    now = desk.coach.store.ledger.get(one.id, id)
    fields = _fields(one, status, due, action, owner)
    lines = [f"{now.owner or 'Owner not known'}: {now.action}"]
    was = now.model_dump(mode="json")
    lines += [f"{name}: {was[name] or 'none'} → {new or 'none'}" for name, new in fields.items()]
    return question(context, f"Change {id} of {one.id}:", lines)


def update_commitment(
    context: Context,
    id: Annotated[str, Field(max_length=32, description="Such as 03#c1.")],
    answered: Annotated[ElicitationResult[Yes], Resolve(ask_to_update)],
    who: Who = "",
    status: Annotated[
        Became,
        Field(description="What became of it; never_promised takes out what was no promise."),
    ] = "",
    due: When = "",
    action: Annotated[Short, Field(description="What is to be done, in other words.")] = "",
    owner: Annotated[
        str, Field(max_length=120, description="Whose it is: mentor, mentee or the name.")
    ] = "",
) -> Annotated[CallToolResult, Ledger]:
    """Change a promise by hand: what became of it, its day (`due` none takes it away), its words
    or whose it is. Only what the person, in this chat, asked for. The history keeps what it was."""
    require(answered)
    desk = desk_of(context)
    one = desk.relationship(who)
    fields = _fields(one, status, due, action, owner)
    changed = desk.coach.edit_commitment(one.id, id, **fields)
    page = ledger_page([changed], one, today=desk.coach.today(), viewer=one.me)
    return told(page, Ledger(commitments=(changed,), total=1))


def ask_to_add(
    context: Context, who: str, session: str, action: str, said: str, due: str, owner: str
) -> Yes | Elicit[Yes]:
    """Ask the person whether this was promised in these words."""
    one = desk_of(context).relationship(who)
    whose = _named(one, owner) if owner else "whoever said so"
    lines = [f"{whose}: {action}", f"“{said}”", *([f"due: {due}"] if due else [])]
    return question(context, f"Add to session {session} of {one.id}:", lines)


def add_commitment(
    context: Context,
    session: Annotated[str, Field(max_length=8, description="Such as 03.")],
    action: Annotated[Short, Field(description="What is promised, in the third person.")],
    said: Said,
    answered: Annotated[ElicitationResult[Yes], Resolve(ask_to_add)],
    who: Who = "",
    due: When = "",
    owner: Annotated[
        str, Field(max_length=120, description="Whose it is; by default who said the words.")
    ] = "",
) -> Annotated[CallToolResult, Ledger]:
    """Add a promise of a call that the recap lacks, only where the person, in this chat, says that
    it was missed. A draft gets one more line and another mark: show it again."""
    require(answered)
    desk = desk_of(context)
    one = desk.relationship(who)
    added = desk.coach.add_commitment(
        one.id,
        session,
        action,
        said=said,
        owner=_named(one, owner) if owner else None,
        due={"": None, "none": ""}.get(due, due),
    )
    page = ledger_page([added], one, today=desk.coach.today(), viewer=one.me)
    return told(page, Ledger(commitments=(added,), total=1))


def _chosen(draft: Recap, ids: Ids, everything: bool, edits: Edits) -> list[str]:
    """The ids that a person said yes to. Raises UserError for none, both, or unknown ones."""
    there = ids_of(draft)
    if everything and ids:
        raise UserError("Give ids or everything, not both.")
    chosen = there if everything else [*dict.fromkeys((*ids, *(edits or {})))]
    if not chosen:
        raise UserError("ids: name the lines that the person said yes to.")
    if unknown := [id for id in chosen if id not in there]:
        names = ", ".join(unknown[:5])
        raise UserError(f"ids: this draft has no {names}; it has: {', '.join(there)}.")
    return chosen


def _fields(one: Relationship, status: Became, due: str, action: str, owner: str) -> dict[str, Any]:
    """What is to be changed. Raises UserError where nothing is, or the owner is neither of them."""
    fields: dict[str, Any] = {}
    if status:
        fields["status"] = status
    if due:
        fields["due"] = None if due == "none" else due
    if action.strip():
        fields["action"] = " ".join(action.split())
    if owner:
        fields["owner"] = _named(one, owner)
    if not fields:
        raise UserError("Nothing to change: give status, due, action or owner.")
    return fields


def _named(one: Relationship, owner: str) -> str:
    wanted = owner.strip().casefold()
    for role, person in zip(("mentor", "mentee"), one.people, strict=True):
        if wanted in (role, person.name.casefold(), person.name.split()[0].casefold()):
            return person.name
    raise UserError(f"owner: it is {one.mentor.name} or {one.mentee.name}.")


def _changed(fields: dict[str, Any]) -> str:
    if "action" in fields and "owner" in fields:
        due = f" ({fields['due']})" if fields.get("due") else ""
        return f"{fields['owner'] or 'Owner not known'}: {fields['action']}{due}"
    return ", ".join(f"{name}: {value or 'none'}" for name, value in fields.items())


TOOLS = (
    Offered(confirm, "Enter what you said yes to", CHANGES),
    Offered(add_commitment, "Add a promise that was missed", CHANGES),
    Offered(update_commitment, "Change a promise", CHANGES),
    Offered(set_next_call, "Set the day of the next call", CHANGES),
)
