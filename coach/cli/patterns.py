"""`coach patterns`: what comes back from call to call."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from coach.cli import terminal
from coach.cli.options import For, Json, Who, example, viewer_of

commands = typer.Typer(rich_markup_mode=None)


@commands.command(epilog=example("coach patterns dana", "coach patterns dana --for mentee"))
def patterns(
    who: Who,
    role: For = None,
    style: Annotated[
        Literal["terminal", "markdown"], typer.Option("--as", help="How to print it.")
    ] = "terminal",
    json: Json = False,
) -> None:
    """Show what came back in two calls or more, goals over time, and what waits."""
    from coach.app import Coach

    with Coach() as coach:
        one = coach.relationship(who)
        found = coach.patterns(who, viewer_of(one, role))
        if json:
            terminal.emit(found.to_json())
            return
        from coach.render.markdown import markdown
        from coach.render.patterns import patterns_page

        page = patterns_page(found, one)
        if style == "markdown":
            print(markdown(page), end="")
        else:
            terminal.show(page)
