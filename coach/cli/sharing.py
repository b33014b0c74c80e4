"""`coach share` and `coach receive`: one readable file from one home to the other."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from coach.cli import terminal
from coach.cli.options import Json, Who, example
from coach.errors import UserError

if TYPE_CHECKING:
    from coach.app import Coach

commands = typer.Typer(rich_markup_mode=None)


@commands.command(epilog=example("coach share dana", "coach share dana --to for-dana.md"))
def share(
    who: Who,
    to: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Write it there; else it is printed."),
    ] = None,
    json: Json = False,
) -> None:
    """Tell your partner's coach: confirmed promises, goals, the next day."""
    from coach.app import Coach
    from coach.render.exchange import shared_text

    with Coach() as coach:
        shared = coach.share(who)
        text = shared_text(shared)
        partner = coach.relationship(who).partner_of(shared.sent_by).name
        if to is not None:
            write_new(to, text, "--to")
        if json:
            terminal.emit(shared.model_dump(mode="json"))
        elif to is None:
            print(text, end="")
        else:
            terminal.say(f"{to} is for {partner}. Read it first: it tells nothing else.")
            terminal.say(f"In {partner}'s home: coach receive {to.name}")


@commands.command(epilog=example("coach receive from-karthik.md", "coach receive F.md --with dana"))
def receive(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="What your partner shared.")],
    who: Annotated[
        str | None,
        typer.Option("--with", metavar="WHO", help="Your id for the two; else by their names."),
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Take it without asking.")] = False,
    json: Json = False,
) -> None:
    """Take what your partner's coach tells: you see it first, and are asked."""
    from coach.app import Coach
    from coach.render.exchange import brought_page

    with Coach() as coach:
        who, look = coach.receive(file, who, only_look=True)
        if not json:
            terminal.show(brought_page(look, coach.relationship(who)))
        if look.is_news and not yes:
            _ask(file)
        if look.is_news:
            who, look = coach.receive(file, who)
        heard = coach.heard(who)
        if json:
            waiting = [promise.model_dump(mode="json") for promise in heard]
            terminal.emit({"relationship": who, **look.to_json(), "waiting": waiting})
            return
        if look.is_news:
            terminal.say(f"Taken into {who}.")
        if heard:
            terminal.say(f"Yours to say yes or no to: coach confirm {who} heard")


def _ask(file: Path) -> None:
    if not terminal.interactive():
        raise UserError(f"Nothing taken: {file.name} is taken off a terminal only with --yes.")
    if (terminal.ask("Take it? [y/N] ") or "").casefold() not in ("y", "yes"):
        raise UserError("Nothing taken.")


def confirm_heard(
    coach: Coach,
    who: str,
    *,
    all_: bool,
    accept: Sequence[str],
    reject: Sequence[str],
    json: bool,
) -> None:
    """`coach confirm WHO heard`: say yes or no to what the partner's file says you promised."""
    heard = coach.heard(who)
    if all_ or accept or reject:
        taken = coach.own(who, accept or None, reject)
    elif terminal.interactive() and not json:
        taken = coach.own(who, *_asked(coach, who))
    else:
        raise UserError(
            f"Nobody is here to ask: coach confirm {who} heard with --all, --accept ID "
            "or --reject ID."
        )
    if json:
        terminal.emit([promise.model_dump(mode="json") for promise in taken])
        return
    terminal.say(
        f"Confirmed: {len(taken)} of {len(heard)}." if heard else "Nothing was heard of you."
    )


def _asked(coach: Coach, who: str) -> tuple[list[str], list[str]]:
    from coach.render.exchange import entering
    from coach.render.page import Page, Section

    yes: list[str] = []
    no: list[str] = []
    for promise in coach.heard(who):
        terminal.show(Page("", sections=(Section(promise.id, (entering(promise),)),)))
        answer = (terminal.ask("Yours? y yes, n no, Enter later: ") or "").casefold()[:1]
        {"y": yes, "n": no}.get(answer, []).append(promise.id)
    return yes, no


def write_new(path: Path, text: str, option: str) -> None:
    """Write a file that is not there yet, for its owner alone. Raises UserError."""
    import os

    try:
        made = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(made, "w", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError:
        raise UserError(f"{option} {path}: there is such a file; name a new one.") from None
    except (OSError, ValueError) as problem:
        why = getattr(problem, "strerror", None) or "no name of a file"
        raise UserError(f"{option} {path}: {why}; name another file.") from None
