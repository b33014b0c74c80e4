"""`coach strike`: words of a call are taken back, and everything that was made of them."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from coach.cli import terminal
from coach.cli.options import Json, SessionId, Who, example
from coach.errors import UserError
from coach.render.striking import REMAINS, struck_told

if TYPE_CHECKING:
    from coach.app import Coach
    from coach.store import Struck

commands = typer.Typer(rich_markup_mode=None)


@commands.command(
    epilog=example(
        "coach strike dana 03",
        "coach strike dana 03 --turns 12-18",
        "coach strike dana 03 --whole",
        'coach strike dana 03 --subject "the merger"',
    )
)
def strike(
    who: Who,
    session: SessionId,
    turns: Annotated[
        str | None,
        typer.Option(metavar="FIRST-LAST", help="These turns, and later talk of the same."),
    ] = None,
    subject: Annotated[
        str | None,
        typer.Option(help="Whatever names it, one word or more; - reads it from a line of input."),
    ] = None,
    scope: Annotated[
        Literal["off_record", "between_us", "third_party_secret"],
        typer.Option(help="Why it is withheld, as the recap will say."),
    ] = "off_record",
    whole: Annotated[
        bool,
        typer.Option("--whole", help="The call itself: a wrong file, as if it was never read."),
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    json: Json = False,
) -> None:
    """Take words of a call back, or the call, with everything that was made of them.

    The same file read again stays without them. Without an option the turns are listed.
    """
    from coach.app import Coach

    span = None if turns is None else _read_turns(turns)
    with Coach() as coach:
        if span is None and subject is None and not whole:
            _list(coach, who, session, json)
            return
        if subject == "-":
            subject = terminal.ask("Subject: ") or ""
        what = partial(
            coach.strike, who, session, turns=span, subject=subject, scope=scope, whole=whole
        )
        look = what(only_look=True)
        if not yes:
            _ask(session, look, whole)
        with terminal.busy("Striking"):
            struck = what()
        if json:
            terminal.emit({"session": session, **struck._asdict(), "remains": REMAINS})
            return
        if whole:
            terminal.say(f"Session {session} is gone, with {struck_told(struck)}.")
        elif any(struck):
            terminal.say(f"Struck from session {session}: {struck_told(struck)}.")
        else:
            terminal.say(f"Nothing changed: session {session} holds none of it.")
            return
        terminal.say(REMAINS)


def _read_turns(text: str) -> range:
    """`12-18` or `12`: first and last turn, both struck."""
    found = re.fullmatch(r"\s*(\d{1,9})(?:\s*[-–]\s*(\d{1,9}))?\s*", text)
    first, last = (int(found[1]), int(found[2] or found[1])) if found else (1, 0)
    if first > last:
        raise UserError(f"--turns {text}: write the first and the last one, such as 12-18.")
    return range(first, last + 1)


def _ask(session: str, look: Struck, whole: bool) -> None:
    """Go on only with a person's yes."""
    if not terminal.interactive():
        raise UserError(
            f"Nothing struck: session {session} is struck off a terminal only with --yes."
        )
    goes = f"session {session}, with {struck_told(look)}" if whole else struck_told(look)
    answer = terminal.ask(f"Gone for good: {goes}. Strike it? [y/N] ")
    if (answer or "").casefold() not in ("y", "yes"):
        raise UserError("Nothing struck.")


def _list(coach: Coach, who: str, session: str, json: bool) -> None:
    """The turns as they are kept, by number."""
    call = coach.store.sessions.transcript(who, session)
    if call is None:
        raise UserError(
            f"The text of session {session} is gone, its quotes stay: name turns as they are "
            f"counted in its file, or a subject: coach strike {who} {session} --subject WORDS"
        )
    if json:
        terminal.emit([{"turn": n, **turn.model_dump()} for n, turn in enumerate(call.turns)])
        return
    for number, turn in enumerate(call.turns):
        terminal.verbatim(f"{number:>4}  {turn.speaker or 'Unknown'}: {turn.text}")
    terminal.note(f"Strike some: coach strike {who} {session} --turns FIRST-LAST")
