"""`coach close`: ending well, and going on after all."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from coach.cli import terminal
from coach.cli.options import Json, RoleName, Who, example
from coach.cli.sharing import write_new
from coach.errors import UserError

if TYPE_CHECKING:
    from coach.app import Coach

commands = typer.Typer(rich_markup_mode=None)


@commands.command(
    epilog=example(
        "coach close dana",
        "coach close dana --for mentee --to keepsake.md",
        "coach close dana --yes",
    )
)
def close(
    who: Who,
    role: Annotated[
        RoleName | None,
        typer.Option("--for", help="Print the keepsake of one of the two.", show_default=False),
    ] = None,
    to: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write the keepsake there, as Markdown.")
    ] = None,
    minutes: Annotated[int, typer.Option(min=10, max=480, help="Of the last meeting.")] = 60,
    yes: Annotated[bool, typer.Option("--yes", help="Close it, without asking.")] = False,
    reopen: Annotated[bool, typer.Option("--reopen", help="Go on with a closed one.")] = False,
    json: Json = False,
) -> None:
    """End well: the last meeting, thanks, a keepsake for each; then close it.

    Closed, nothing is due any more and no call is read; everything stays until it is erased.
    """
    from coach.app import Coach

    if to is not None and role is None:
        raise UserError(f"--to {to}: say whose keepsake, --for mentor or --for mentee.")
    if sum((role is not None, yes, reopen)) > 1:
        raise UserError("--for, --yes and --reopen exclude each other: one at a time.")
    with Coach() as coach:
        if role is not None:
            _keepsake(coach, who, role, to, json)
        elif reopen:
            changed = coach.reopen(who)
            if json:
                terminal.emit(changed.model_dump(mode="json"))
            else:
                terminal.say(f"{who} goes on.")
        else:
            _farewell(coach, who, minutes, yes, json)


def _keepsake(coach: Coach, who: str, role: RoleName, to: Path | None, json: bool) -> None:
    from coach.render.farewell import keepsake_page
    from coach.render.markdown import markdown

    keepsake = coach.keepsake(who, role)
    text = markdown(keepsake_page(keepsake))
    if to is not None:
        write_new(to, text, "--to")
    if json:
        terminal.emit(keepsake.to_json())
    elif to is None:
        print(text, end="")
    else:
        terminal.say(f"{to} is {keepsake.owner}'s to keep.")


def _farewell(coach: Coach, who: str, minutes: int, yes: bool, json: bool) -> None:
    from coach.render.farewell import farewell_page

    farewell = coach.farewell(who, minutes=minutes)
    one = coach.relationship(who)
    if not json:
        terminal.show(farewell_page(farewell, one, coach.frameworks))
    if not yes and not json and not one.closed and terminal.interactive():
        yes = (terminal.ask("Close it now? [y/N] ") or "").casefold() in ("y", "yes")
    ended = coach.end(who) if yes else one
    if json:
        closed = ended.closed and ended.closed.isoformat()
        terminal.emit({**farewell.to_json(), "closed": closed})
    elif ended.closed:
        terminal.say(f"{who} is closed: nothing of it is due any more. All of it is still here.")
        terminal.say(f"To go on after all: coach close {who} --reopen")
    else:
        terminal.say(f"Still open. A keepsake for each: coach close {who} --for mentor, or mentee")
        terminal.say(f"When the last meeting was held: coach close {who} --yes")
