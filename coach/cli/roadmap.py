"""`coach roadmap`: what each of the next meetings is for."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from coach.cli import terminal
from coach.cli.options import Engine, Json, ShowPrompt, Who, example

commands = typer.Typer(rich_markup_mode=None)


@commands.command(epilog=example("coach roadmap dana", "coach roadmap dana --meetings 10"))
def roadmap(
    who: Who,
    meetings: Annotated[
        int, typer.Option(min=1, max=24, help="How many meetings to look ahead.")
    ] = 6,
    style: Annotated[
        Literal["terminal", "markdown"], typer.Option("--as", help="How to print it.")
    ] = "terminal",
    engine: Engine = None,
    show_prompt: ShowPrompt = False,
    json: Json = False,
) -> None:
    """Show what each meeting was about, and what the next ones are for."""
    from coach.app import Coach
    from coach.cli.sending import show_sending

    with Coach() as coach:
        if show_prompt or coach.asks_a_model(engine):
            sending = coach.would_send_roadmap(who, meetings=meetings, engine=engine)
            if show_prompt:
                show_sending(sending, in_full=True, as_json=json)
                return
            coach.reworder(who, engine)  # says what is missing first
            terminal.note(sending.told)
        drawn = coach.roadmap(who, meetings=meetings, engine=engine)
        if json:
            terminal.emit(drawn.to_json())
            return
        from coach.render.markdown import markdown
        from coach.render.roadmap import roadmap_page

        page = roadmap_page(drawn, coach.relationship(who))
        if style == "markdown":
            print(markdown(page), end="")
        else:
            terminal.show(page)
