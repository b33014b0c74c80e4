"""`coach commitments`, `add`, `edit`, `undo`, `history`, `due`: promises, what became of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from coach.cli import terminal
from coach.cli.options import Json, SessionId, Who, example
from coach.errors import UserError

if TYPE_CHECKING:
    from datetime import date

    from coach.app import Coach
    from coach.records import Commitment, Relationship
    from coach.render.ledger import Told

commands = typer.Typer(rich_markup_mode=None)
PromiseId = Annotated[str, typer.Argument(metavar="ID", help="A promise, such as 01#c2.")]


@commands.command(
    epilog=example(
        "coach commitments dana --open",
        "coach commitments dana 01#c2",
        "coach commitments dana --kind contact",
        "coach commitments dana --as csv > dana.csv",
    )
)
def commitments(
    who: Who,
    id: Annotated[
        str | None,
        typer.Argument(metavar="ID", help="One promise, such as 01#c2: its whole life."),
    ] = None,
    open_: Annotated[bool, typer.Option("--open", help="Only what is still open.")] = False,
    kind: Annotated[
        Literal["information", "resource", "contact", "other"] | None,
        typer.Option(help="Only what the mentor promised to provide of this kind."),
    ] = None,
    style: Annotated[
        Literal["terminal", "csv"],
        typer.Option("--as", help="How to print it; csv is for a spreadsheet."),
    ] = "terminal",
    json: Json = False,
) -> None:
    """Show what both promised, and what became of it."""
    from coach.app import Coach
    from coach.render.ledger import ledger_page
    from coach.render.spreadsheet import ledger_csv

    with Coach() as coach:
        one = coach.relationship(who)
        if id is not None:
            _show_life(coach, one, id, json)
            return
        found = coach.commitments(who, open_, kind)
        heard = () if kind else coach.heard(who)
        if json:
            terminal.emit([commitment.model_dump(mode="json") for commitment in (*found, *heard)])
            return
        if style == "csv":
            terminal.verbatim(ledger_csv(found).rstrip("\n"))
            return
        terminal.show(
            ledger_page(
                found,
                one,
                today=coach.today(),
                viewer=one.me,
                lives=_told(coach, who, found),
                kept=coach.past(who, one.me).kept,
                heard=heard,
                in_doubt=() if kind else coach.in_doubt(who),
                waiting=sorted(coach.store.sessions.waiting(who)),
            )
        )


def _told(coach: Coach, who: str, found: Sequence[Commitment]) -> Told:
    lives = coach.lives(who)
    return {promise.id: lives.of(promise.id) for promise in found}


def _show_life(coach: Coach, one: Relationship, id: str, as_json: bool) -> None:
    from coach.render.promise import promise_page

    life = coach.history(one.id, id)
    now = coach.store.ledger.get(one.id, id)
    if as_json:
        steps = [step.model_dump(mode="json") for step in life]
        terminal.emit({"commitment": now.model_dump(mode="json"), "history": steps})
        return
    terminal.show(promise_page(now, life, one, today=coach.today()))


@commands.command(
    epilog=example(
        'coach add dana 03 "Send Karthik the outline" --said "I\'ll get you the outline"',
        'coach add dana 03 "Send the outline" --turn 41 --owner mentor --due 2026-01-10',
    )
)
def add(
    who: Who,
    session: SessionId,
    action: Annotated[str, typer.Argument(metavar="ACTION", help="What is promised.")],
    said: Annotated[
        str | None, typer.Option(metavar="WORDS", help="The words of the call that promise it.")
    ] = None,
    turn: Annotated[
        int | None,
        typer.Option(metavar="N", help="The turn that they stand in, from 0, as strike lists it."),
    ] = None,
    owner: Annotated[
        str | None, typer.Option(help="Whose it is: a role or a name; by default who said it.")
    ] = None,
    due: Annotated[
        str | None,
        typer.Option(metavar="DAY", help="Such as 2026-01-10; by default the day that was said."),
    ] = None,
    json: Json = False,
) -> None:
    """Add a promise of a call that the coach missed, by the words it was made in.

    In a draft it waits with the other lines; a confirmed call's is entered at once.
    """
    from coach.app import Coach
    from coach.cli.options import named
    from coach.render.page import Page, Section, given_name
    from coach.render.promise import promise_page
    from coach.render.recap import commitment_line

    with Coach() as coach:
        one = coach.relationship(who)
        whose = named(one, owner) if owner else None
        new = coach.add_commitment(who, session, action, turn=turn, said=said, owner=whose, due=due)
        if json:
            terminal.emit(new.model_dump(mode="json"))
        elif new.status == "draft":
            line = commitment_line(new, coach.draft(who, session))
            title = f"Added for {given_name(new.owner)}" if new.owner else "Added, owner not known"
            terminal.show(Page("", sections=(Section(title, (line,)),)))
            terminal.say(f"It waits with the other lines: coach confirm {who} {session}")
        else:
            terminal.show(promise_page(new, coach.history(who, new.id), one, today=coach.today()))


@commands.command(
    epilog=example(
        "coach edit dana 01#c2 done",
        "coach edit dana 01#c3 due=2026-01-10",
        'coach edit dana 01#c3 owner=me "action=Send the outline, two pages"',
        "coach edit dana 01#c4 never_promised",
    )
)
def edit(
    who: Who,
    id: PromiseId,
    changes: Annotated[
        list[str],
        typer.Argument(
            metavar="CHANGE",
            help="done, partly, not_done, dropped, open or never_promised; or FIELD=VALUE: "
            "owner, action, due, firmness, kind, status.",
        ),
    ],
    json: Json = False,
) -> None:
    """Change a promise by hand: what became of it, its day, its owner, its wording."""
    from coach.app import Coach
    from coach.records import NEVER
    from coach.render.promise import promise_page

    with Coach() as coach:
        one = coach.relationship(who)
        before = coach.store.ledger.get(who, id)
        after = coach.edit_commitment(who, id, **_read_changes(changes, one))
        if json:
            terminal.emit(after.model_dump(mode="json"))
            return
        if after == before:
            terminal.say(f"Nothing changed: that is how {id} stands.")
            return
        terminal.show(promise_page(after, coach.history(who, id), one, today=coach.today()))
        if after.status == NEVER:
            terminal.say("It is in no list, recap or agenda any more.")
        terminal.say(f"To take it back: coach undo {who}")


def _read_changes(texts: Sequence[str], one: Relationship) -> dict[str, str]:
    """`done` and `due=2025-10-03` as the fields that they change."""
    from coach.cli.options import named

    fields: dict[str, str] = {}
    for text in texts:
        name, equals, value = text.partition("=")
        if not equals:
            name, value = "status", text.strip().replace(" ", "_").replace("-", "_")
        if name in fields:
            raise UserError(f"{text}: {name} is said twice.")
        fields[name] = named(one, value) if name == "owner" and value.strip() else value.strip()
    return fields


@commands.command(epilog=example("coach undo dana", "coach undo dana 01#c2"))
def undo(
    who: Who,
    id: Annotated[
        str | None, typer.Argument(metavar="ID", help="Only of this promise, such as 01#c2.")
    ] = None,
    json: Json = False,
) -> None:
    """Take back the last change by hand; again, the one before it. The history keeps both.

    By hand is what you changed with edit, what you took out as never promised, and what you
    answered to your partner's file. What confirm or add entered, edits of the draft and all, is no
    such change: coach edit changes it.
    """
    from coach.app import Coach
    from coach.render.promise import change_told, promise_page

    with Coach() as coach:
        one = coach.relationship(who)
        undone = coach.undo(who, id)
        taken = undone.commitment
        now = coach.store.ledger.get(who, taken)
        if json:
            terminal.emit(now.model_dump(mode="json"))
            return
        terminal.show(promise_page(now, coach.history(who, taken), one, today=coach.today()))
        terminal.say(f"Taken back: {change_told(undone, coach.today())}")


@commands.command(epilog=example("coach history dana"))
def history(who: Who, json: Json = False) -> None:
    """Show everything that calls and hands made of the promises, the newest first."""
    from coach.app import Coach
    from coach.render.promise import trail_page

    with Coach() as coach:
        one, trail = coach.relationship(who), coach.history(who)
        if json:
            terminal.emit([step.model_dump(mode="json") for step in trail])
            return
        terminal.show(trail_page(trail, coach.lives(who).promises, one, today=coach.today()))


@commands.command(
    epilog=example("coach due --days 14", "coach due dana", "coach due --as ics > promises.ics")
)
def due(
    who: Annotated[
        str | None,
        typer.Argument(metavar="WHO", help="Only of this relationship.", show_default=False),
    ] = None,
    days: Annotated[
        int | None,
        typer.Option(
            min=0,
            max=366,
            help="How far to look ahead: 7; in a calendar, all to come.",
        ),
    ] = None,
    style: Annotated[
        Literal["terminal", "markdown", "ics"],
        typer.Option("--as", help="ics: a calendar file with a day and an alarm for each."),
    ] = "terminal",
    both: Annotated[
        bool, typer.Option("--both", help="In a calendar: the partner's promises too.")
    ] = False,
    json: Json = False,
) -> None:
    """Show open promises whose day has come or comes soon, your own first."""
    from datetime import timedelta

    from coach.app import Coach

    with Coach() as coach:
        if style == "ics" and not json:
            _print_calendar(coach, who, days, both)
            return
        until = coach.today() + timedelta(days=7 if days is None else days)
        _show_due(coach, who, until, json, style)


def _print_calendar(coach: Coach, who: str | None, days: int | None, both: bool) -> None:
    from datetime import UTC, datetime, timedelta

    from coach.render.ics import reminder_calendar

    reminders = coach.reminders(who, both=both)
    if days is not None:
        until = coach.today() + timedelta(days=days)
        reminders = tuple(one for one in reminders if one.promise.due and one.promise.due <= until)
    print(reminder_calendar(reminders, stamp=datetime.now(UTC)), end="")


def _show_due(coach: Coach, who: str | None, until: date, as_json: bool, style: str) -> None:
    from coach.render.ledger import due_page
    from coach.render.markdown import markdown

    found = coach.due(who, until=until)
    if as_json:
        terminal.emit(
            [
                {"relationship": one.relationship.id, **promise.model_dump(mode="json")}
                for one in found
                for promise in one.promises
            ]
        )
        return
    lives = {one.relationship.id: _told(coach, one.relationship.id, one.promises) for one in found}
    page = due_page(found, today=coach.today(), until=until, lives=lives)
    if style == "markdown":
        print(markdown(page), end="")
    else:
        terminal.show(page)
