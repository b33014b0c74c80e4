"""`coach agenda`, `coach next` and `coach reflect`: getting ready for a call."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from coach.cli import terminal
from coach.cli.options import (
    Engine,
    For,
    Json,
    ShowPrompt,
    Who,
    example,
    read_when,
    viewer_of,
)
from coach.errors import UserError

if TYPE_CHECKING:
    from coach.app import Coach
    from coach.records import Agenda, Role

commands = typer.Typer(rich_markup_mode=None)


@commands.command(
    epilog=example(
        "coach agenda dana --minutes 45 --on 2025-10-16T19:30+05:30",
        "coach agenda dana --for both --as message",
    )
)
def agenda(
    who: Who,
    role: Annotated[
        Literal["mentor", "mentee", "both"] | None,
        typer.Option(
            "--for",
            help="Whose brief, or both for the shared agenda; else yours.",
            show_default=False,
        ),
    ] = None,
    minutes: Annotated[int, typer.Option(min=10, max=480, help="How long the call is.")] = 60,
    on: Annotated[
        str | None, typer.Option(metavar="WHEN", help="When it is; else as the last call set it.")
    ] = None,
    style: Annotated[
        Literal["terminal", "markdown", "message", "ics"],
        typer.Option("--as", help="How to print it; a message has at most 900 characters."),
    ] = "terminal",
    engine: Engine = None,
    show_prompt: ShowPrompt = False,
    json: Json = False,
) -> None:
    """Prepare the next call: what is open, what to ask."""
    from coach.app import Coach
    from coach.cli.sending import show_sending

    with Coach() as coach:
        when, one = read_when(on, "--on"), coach.relationship(who)
        eyes = None if role == "both" else viewer_of(one, role)
        if show_prompt or coach.asks_a_model(engine):
            sending = coach.would_send_agenda(
                who, role=eyes, minutes=minutes, on=when, engine=engine
            )
            if show_prompt:
                show_sending(sending, in_full=True, as_json=json)
                return
            coach.reworder(who, engine)  # says what is missing first
            terminal.note(sending.told)
        with terminal.busy("Preparing the agenda"):
            prepared = coach.agenda(who, role=eyes, minutes=minutes, on=when, engine=engine)
        if json:
            terminal.emit(prepared.to_json())
            return
        print_agenda(coach, prepared, style)


@commands.command(
    name="next",
    epilog=example(
        "coach next dana",
        "coach next dana 2025-10-16",
        "coach next dana 2025-10-16T19:30+05:30",
        "coach next dana none",
    ),
)
def next_call(
    who: Who,
    when: Annotated[
        str | None,
        typer.Argument(
            metavar="WHEN", help="Its day, or none: it is not known.", show_default=False
        ),
    ] = None,
    json: Json = False,
) -> None:
    """Show the day of the next call, or set it by hand: for agendas, calendars and the roadmap."""
    from coach.app import Coach
    from coach.records import day_of
    from coach.render.page import moment_for, own_first

    with Coach() as coach:
        one = coach.relationship(who)
        if when is not None:
            said = None if when.strip().casefold() == "none" else read_when(when, "WHEN")
            coach.set_next_call(who, said)
        on = coach.next_call(who)
        if json:
            terminal.emit({"relationship": who, "on": on.isoformat() if on else None})
            return
        if on is None:
            terminal.say(f"The day of the next call is not known: coach next {who} DAY")
            return
        passed = "It was to be on " if day_of(on) < coach.today() else ""
        terminal.say(f"{passed}{moment_for(on, *own_first(one, one.me))}.")
        terminal.say(f"To change it: coach next {who} DAY; next: coach agenda {who}")


def print_agenda(coach: Coach, prepared: Agenda, style: str = "terminal") -> None:
    """Print an agenda in one of its four forms."""
    one = coach.relationship(prepared.relationship)
    if style == "message":
        from coach.render.message import message

        print(message(prepared, one))
    elif style == "ics":
        from datetime import UTC, datetime

        from coach.render.ics import calendar

        promised = coach.reminders(one.id, both=True)
        print(calendar(prepared, one, promised, stamp=datetime.now(UTC)), end="")
    else:
        from coach.render.agenda import agenda_page
        from coach.render.markdown import markdown

        page = agenda_page(prepared, one, coach.frameworks)
        if style == "markdown":
            print(markdown(page), end="")
        else:
            terminal.show(page)


@commands.command(
    epilog=example("coach reflect dana", "coach reflect dana --from answers.txt --share")
)
def reflect(
    who: Who,
    source: Annotated[
        Path | None,
        typer.Option(
            "--from",
            metavar="FILE",
            help="Lines such as `1. answer` or `PC1: answer`, or JSON.",
            show_default=False,
        ),
    ] = None,
    role: For = None,
    share: Annotated[
        bool, typer.Option("--share", help="Let the other one see them; else they are yours alone.")
    ] = False,
    engine: Engine = None,
    json: Json = False,
) -> None:
    """Think the next call through, one question at a time."""
    from coach.app import Coach
    from coach.cli.answers import Asking, read_answers

    with Coach() as coach:
        one = coach.relationship(who)
        eyes: Role = viewer_of(one, role) or "mentee"
        questions = coach.frameworks["pre-call"].kinds("question")
        asking = Asking(coach, one, eyes, "shared" if share else eyes, engine)
        if source is not None:
            given = read_answers(source, [question.id for question in questions])
            kept = [
                asking.keep(question.id, question.text, given[question.id])
                for question in questions
                if question.id in given
            ]
        elif json:
            raise UserError("--json asks nobody anything: add --from FILE.")
        else:
            terminal.say(f"{len(questions)} questions. Enter goes on to the next one.")
            kept = asking.plan(questions)
        if json:
            terminal.emit([answer.model_dump(mode="json") for answer in kept])
            return
        terminal.say(_kept(len(kept), share, who))


def _kept(number: int, share: bool, who: str) -> str:
    from coach.render.page import counted

    eyes = "for both to see" if share else "for your eyes only"
    return f"Kept {counted(number, 'answer')}, {eyes}. Next: coach agenda {who}"
