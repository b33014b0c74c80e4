"""`coach phase`: which of Kram's phases a pair is in, and what speaks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, cast

import typer

from coach.cli import terminal
from coach.cli.options import Json, Who, example
from coach.errors import UserError

if TYPE_CHECKING:
    from coach.records import Phase

commands = typer.Typer(rich_markup_mode=None)


@commands.command(
    epilog=example(
        "coach phase dana",
        "coach phase dana --set cultivation --set separation",
    )
)
def phase(
    who: Who,
    set_: Annotated[
        list[str] | None,
        typer.Option(
            "--set",
            metavar="PHASE",
            help="initiation, cultivation, separation or redefinition; again where two overlap.",
            show_default=False,
        ),
    ] = None,
    unset: Annotated[bool, typer.Option("--unset", help="Go by the suggestion again.")] = False,
    json: Json = False,
) -> None:
    """Show which phase the two are in and what speaks for it, or set it."""
    from coach.app import Coach
    from coach.render.phases import phases_page

    if set_ and unset:
        raise UserError("--set and --unset: one or the other.")
    with Coach() as coach:
        if set_ or unset:
            coach.set_phase(who, cast("list[Phase]", set_ or []))
        found = coach.phase(who)
        if json:
            terminal.emit(found.to_json())
            return
        terminal.show(phases_page(found, coach.relationship(who)))
