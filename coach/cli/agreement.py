"""`coach agreement`: how the two work together, what is off limits, whose names are not kept."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from coach.cli import terminal
from coach.cli.options import Json, Who, example
from coach.errors import UserError

if TYPE_CHECKING:
    from coach.app import Coach
    from coach.records import Relationship

commands = typer.Typer(rich_markup_mode=None)
Action = Literal["set", "off-limits", "initials"]


@commands.command(
    epilog=example(
        "coach agreement dana",
        'coach agreement dana set where "on Zoom, cameras on" --discussed',
        "coach agreement dana set where --open",
        'coach agreement dana off-limits add "the merger"',
        'coach agreement dana initials "Margaret Chen=MC"',
    )
)
def agreement(
    who: Who,
    action: Annotated[
        Action | None, typer.Argument(metavar="[set|off-limits|initials]", show_default=False)
    ] = None,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[WORDS]...",
            help="TOPIC and its text; add or remove and SUBJECT; on, off or NAME=INITIALS.",
            show_default=False,
        ),
    ] = None,
    discussed: Annotated[
        bool, typer.Option("--discussed", help="Talked about, and not agreed yet.")
    ] = False,
    open_: Annotated[bool, typer.Option("--open", help="Open again: what was there goes.")] = False,
    json: Json = False,
) -> None:
    """Show the working agreement topic by topic, or set what the two agreed on."""
    from coach.app import Coach

    if (discussed or open_) and action != "set":
        raise UserError(f"--{'discussed' if discussed else 'open'} goes with: set TOPIC")
    if discussed and open_:
        raise UserError("A topic is --discussed or --open, not both.")
    with Coach() as coach:
        one, given = coach.relationship(who), words or []
        if action == "set":
            _set(coach, who, given, "discussed" if discussed else "open" if open_ else "agreed")
        elif action == "off-limits":
            _off_limits(coach, one, given)
        elif action == "initials":
            _initials(coach, one, given)
        _show(coach, coach.relationship(who), json)
        if action == "initials" and not json:
            _say_names_left(coach, who)


def _set(
    coach: Coach, who: str, words: Sequence[str], state: Literal["agreed", "discussed", "open"]
) -> None:
    if not words:
        raise UserError(f'Which topic? coach agreement {who} set TOPIC "text"')
    topic, *text = words
    if text and state == "open":
        raise UserError(f"An open topic has no text: coach agreement {who} set {topic} --open")
    coach.set_term(who, topic, " ".join(text), state)


def _off_limits(coach: Coach, one: Relationship, words: Sequence[str]) -> None:
    usage = f'coach agreement {one.id} off-limits add "SUBJECT"'
    if not words or words[0] not in ("add", "remove") or len(words) < 2:
        raise UserError(f"What is to be off limits, or no more? {usage}, or remove.")
    subject = [" ".join(words[1:])]
    if words[0] == "add":
        coach.off_limits(one.id, add=subject)
    else:
        coach.off_limits(one.id, remove=subject)


def _initials(coach: Coach, one: Relationship, words: Sequence[str]) -> None:
    text = " ".join(words).strip()
    name, equals, letters = text.partition("=")
    if text.casefold() not in ("on", "off") and not equals:
        raise UserError(
            f'Say on, off or a name: coach agreement {one.id} initials "Margaret Chen=MC"'
        )
    with terminal.busy("Putting names away"):
        if equals:
            coach.initials(one.id, names={name.strip(): letters.strip()})
        else:
            coach.initials(one.id, on=text.casefold() == "on")


def _show(coach: Coach, one: Relationship, json: bool) -> None:
    from coach.render.agreement import agreement_page

    terms = coach.agreement(one.id)
    if json:
        terminal.emit(
            {
                "relationship": one.id,
                "terms": [term.model_dump(mode="json") for term in terms],
                "off_limits": list(one.agreement.off_limits),
                "initials": one.agreement.initials.on,
            }
        )
        return
    terminal.show(agreement_page(one, terms, coach.frameworks, one.me))


def _say_names_left(coach: Coach, who: str) -> None:
    if coach.relationship(who).agreement.initials.on and (left := coach.names_left(who)):
        terminal.say(f"Left as they are: {', '.join(left)}.")
        terminal.say(f'If one of them is a person: coach agreement {who} initials "NAME=INITIALS"')
