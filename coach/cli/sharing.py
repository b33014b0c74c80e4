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
        who, look = coach.receive(file, who)  # one without news still tells what is outdated
        waiting = (*coach.heard(who), *coach.in_doubt(who))
        if json:
            told = [promise.model_dump(mode="json") for promise in waiting]
            terminal.emit({"relationship": who, **look.to_json(), "waiting": told})
            return
        if look.is_news:
            terminal.say(f"Taken into {who}.")
        if waiting and look.is_news and not yes:
            _say_what_came(coach, who, *_asked(coach, who))
        elif waiting:
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
    """`coach confirm WHO heard`: say yes or no to what the partner's file says of promises."""
    if all_ or accept or reject:
        heard, no = [one.id for one in coach.heard(who)], list(reject)
        rest = all_ or not set(heard).isdisjoint(no)  # what is in doubt speaks for itself alone
        yes = list(accept) or [id for id in heard if rest and id not in no]
    elif terminal.interactive() and not json:
        yes, no = _asked(coach, who)
    else:
        raise UserError(
            f"Nobody is here to ask: coach confirm {who} heard with --all, --accept ID "
            "or --reject ID."
        )
    if json:
        taken = coach.own(who, yes, no)
        terminal.emit([promise.model_dump(mode="json") for promise in taken])
        return
    _say_what_came(coach, who, yes, no)


def _say_what_came(coach: Coach, who: str, yes: Sequence[str], no: Sequence[str]) -> None:
    """Enter the answers; what each of them made of its promise, and what waits still."""
    from coach.records import NEVER

    heard = {one.id for one in coach.heard(who)}
    doubted = {one.id for one in coach.in_doubt(who)}
    if not heard and not doubted and not yes and not no:
        terminal.say("Nothing was heard of you.")
        return
    taken = coach.own(who, yes, no)
    if heard:
        mine = [one for one in taken if one.id in heard]
        terminal.say(f"Confirmed: {len(mine)} of {len(heard)}.")
    out = [one.id for one in taken if one.id in doubted and one.status == NEVER]
    back = [one.id for one in taken if one.id in doubted and one.status != NEVER]
    as_it_was = [id for id in no if id in doubted]
    if out:
        told = ", ".join(out)
        terminal.say(f"Taken out, as never promised: {told}; coach undo {who} ID brings it back.")
    if back:
        terminal.say(f"Back, as it stood before: {', '.join(back)}.")
    if as_it_was:
        terminal.say(f"Left as it stands here: {', '.join(as_it_was)}.")
    if left := [one.id for one in (*coach.heard(who), *coach.in_doubt(who))]:
        terminal.say(
            f"Still waits for your yes or no: {', '.join(left)}: coach confirm {who} heard"
        )


def _asked(coach: Coach, who: str) -> tuple[list[str], list[str]]:
    """Ask of each line by itself; the ids said yes to, and no."""
    from coach.records import NEVER
    from coach.render.exchange import entering
    from coach.render.page import Page, Section, given_name

    pair = coach.relationship(who)
    them = given_name(pair.partner_of(pair.person(pair.me).name).name) if pair.me else "the file"
    yes: list[str] = []
    no: list[str] = []
    for promise in (*coach.heard(who), *coach.in_doubt(who)):
        terminal.show(Page("", sections=(Section(promise.id, (entering(promise),)),)))
        question = "Yours?"
        if promise.is_in_doubt and promise.partner_says == NEVER:
            question = f"{them} says that this was never promised. Take it out?"
        elif promise.is_in_doubt:
            question = f"{them} says that this was promised after all. Bring it back?"
        answer = (terminal.ask(f"{question} y yes, n no, Enter later: ") or "").casefold()[:1]
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
