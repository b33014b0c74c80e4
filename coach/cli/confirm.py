"""`coach confirm`: from a draft to the ledger, by a person's yes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer
from typer.core import TyperCommand

from coach.cli import terminal
from coach.cli.options import Json, Who, as_counted, example
from coach.cli.sharing import confirm_heard
from coach.errors import UserError

if TYPE_CHECKING:
    from coach.records import Relationship

commands = typer.Typer(rich_markup_mode=None)


class _PairedEdits(TyperCommand):
    """Takes `--edit ID FIELD=VALUE`, two words after one option."""

    def parse_args(self, ctx: typer.Context, args: list[str]) -> list[str]:  # type: ignore[override]
        return super().parse_args(ctx, _paired(args))


def _paired(args: Sequence[str]) -> list[str]:
    """`--edit 01#c1 due=2025-10-03` with its two words made one, as the option expects.

    >>> _paired(["dana", "01", "--edit", "01#c1", "owner=Dana W"])
    ['dana', '01', '--edit', '01#c1 owner=Dana W']
    """
    joined: list[str] = []
    rest = list(args)
    while rest:
        joined.append(rest.pop(0))
        if joined[-1] == "--edit" and len(rest) > 1 and "=" in rest[1] and "=" not in rest[0]:
            joined.append(f"{rest.pop(0)} {rest.pop(0)}")
    return joined


@commands.command(
    cls=_PairedEdits,
    epilog=example(
        "coach confirm dana 03",
        "coach confirm dana 03 --all --reject 03#c4 --edit 03#c1 due=2025-10-03",
    ),
)
def confirm(
    who: Who,
    session: Annotated[
        str,
        typer.Argument(
            metavar="SESSION",
            help="Such as 03; or heard: what your partner's file says of you.",
            callback=as_counted,
        ),
    ],
    all_: Annotated[
        bool, typer.Option("--all", help="Accept every line but rejected ones.")
    ] = False,
    accept: Annotated[
        list[str] | None,
        typer.Option(metavar="ID", help="Accept this line and no other, such as 03#c1."),
    ] = None,
    reject: Annotated[
        list[str] | None,
        typer.Option(
            metavar="ID", help="Accept every line but this one; also what is kept with them: 03#i1."
        ),
    ] = None,
    edit: Annotated[
        list[str] | None,
        typer.Option(
            metavar="ID FIELD=VALUE",
            help="Change a promise (owner, action, due, firmness, kind) or what became of one "
            "(status: kept, partly, moved, not kept or dropped; due), and accept it. Without "
            "--accept the rest is accepted too.",
        ),
    ] = None,
    json: Json = False,
) -> None:
    """Enter what you accept of a draft into the ledger.

    Without an option you are asked line by line, the doubtful lines first.
    """
    from coach.app import Coach
    from coach.cli.review import Verdict, review, tell

    if all_ and accept:
        raise UserError("--all and --accept exclude each other: leave one of them out.")
    with Coach() as coach:
        if session == "heard":
            if edit:
                raise UserError("--edit: what was heard is taken or left; nothing was entered.")
            confirm_heard(
                coach, who, all_=all_, accept=accept or (), reject=reject or (), json=json
            )
            return
        draft, relationship = coach.draft(who, session), coach.relationship(who)
        edits = _read_edits(edit or (), relationship)
        if all_ or accept or reject or edits:
            chosen = [*accept, *edits] if accept else None
            verdict = Verdict(chosen, list(reject or ()), edits)
        elif terminal.interactive() and not json:
            asked = review(draft, relationship, coach.commitments(who), coach.frameworks)
            if asked is None:
                terminal.say(f"Nothing entered; the draft waits: coach confirm {who} {session}")
                return
            verdict = asked
        else:
            raise UserError(
                f"Nobody is here to ask about session {session}: add --all, --accept ID, "
                "--reject ID or --edit ID FIELD=VALUE."
            )
        with terminal.busy("Entering it"):
            changes = coach.confirm(
                who, session, accept=verdict.accept, reject=verdict.reject, edits=verdict.edits
            )
        if json:
            terminal.emit([change.model_dump(mode="json") for change in changes])
            return
        left_out, now = verdict.leaves_out(draft), coach.draft(who, session)
        tell(who, changes, left_out, now, coach.lives(who).promises)


def _read_edits(texts: Sequence[str], relationship: Relationship) -> dict[str, dict[str, str]]:
    from coach.cli.review import read_field

    edits: dict[str, dict[str, str]] = {}
    for text in texts:
        id, _, change = text.partition(" ")
        if "=" not in change:
            raise UserError(f"--edit {text}: write an id and FIELD=VALUE: 01#c1 due=2025-10-03.")
        field, value = read_field(change, relationship)
        edits.setdefault(id, {})[field] = value
    return edits
