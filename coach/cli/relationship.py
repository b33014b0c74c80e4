"""`coach me` and `coach relationship`: who meets whom, and what both agreed to."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from coach.cli import terminal
from coach.cli.options import Json, RoleName, Who, example
from coach.errors import UserError
from coach.given import checked_zone

if TYPE_CHECKING:
    from coach.records import Person

commands = typer.Typer(rich_markup_mode=None)
relationship = typer.Typer(
    rich_markup_mode=None, help="Who meets whom: add, consent, list, show, export, import, erase."
)
commands.add_typer(relationship, name="relationship")

Id = Annotated[str, typer.Argument(metavar="ID", help="Letters, digits and dashes.")]
Labels = Annotated[
    list[str] | None,
    typer.Option(help="What a transcript calls them; may be given again.", show_default=False),
]
Zone = Annotated[str | None, typer.Option(help="Time zone, such as Asia/Kolkata.")]


@commands.command(epilog=example('coach me "Karthik Subramanian" --zone Asia/Kolkata'))
def me(
    name: Annotated[
        str | None, typer.Argument(metavar="[NAME]", help="Left out: say whose home this is.")
    ] = None,
    zone: Zone = None,
    json: Json = False,
) -> None:
    """Say whose home this is. It never holds anybody else's private notes."""
    from coach.app import Coach
    from coach.records import Person

    with Coach() as coach:
        if name is not None:
            if not name.strip():
                raise UserError('A name cannot be empty: coach me "Your Name"')
            coach.store.set_me(Person(name=name.strip(), zone=checked_zone(zone, "--zone")))
        owner = coach.store.me()
        if owner is None:
            raise UserError('Nobody has said whose home this is: coach me "Your Name"')
        if json:
            terminal.emit(owner.model_dump(mode="json"))
            return
        clock = f", {owner.zone}" if owner.zone else ""
        terminal.say(f"This home belongs to {owner.name}{clock}.")


@relationship.command(
    epilog=example(
        'coach relationship add dana --mentor "Dana Whitfield" --mentee "Karthik S" --me mentee',
    )
)
def add(
    id: Id,
    mentor: Annotated[str, typer.Option(help="The mentor's name (coach, manager, ...).")],
    mentee: Annotated[str, typer.Option(help="The mentee's name (client, ...).")],
    me: Annotated[
        RoleName | None,
        typer.Option(help="Which of the two is you; else told from coach me."),
    ] = None,
    mentor_label: Labels = None,
    mentee_label: Labels = None,
    zone_mentor: Zone = None,
    zone_mentee: Zone = None,
    json: Json = False,
) -> None:
    """Open a relationship: two people who meet again and again."""
    from coach.app import Coach
    from coach.records import Person

    with Coach() as coach:
        owner = coach.store.me()
        names = {"mentor": mentor.strip(), "mentee": mentee.strip()}
        mine = me or _role_of(owner, names)
        if mine is None:
            raise UserError(f"Which of the two is you? Add --me mentor or --me mentee to {id}.")
        zones = {"mentor": zone_mentor, "mentee": zone_mentee}
        zones = {role: checked_zone(zone, f"--zone-{role}") for role, zone in zones.items()}
        if owner and owner.zone and zones[mine] is None:
            zones[mine] = owner.zone
        labels = {"mentor": mentor_label or (), "mentee": mentee_label or ()}
        people = {
            role: Person(name=name, labels=tuple(labels[role]), zone=zones[role])
            for role, name in names.items()
        }
        added = coach.add(id, mentor=people["mentor"], mentee=people["mentee"], me=mine)
        if json:
            terminal.emit(added.model_dump(mode="json"))
            return
        terminal.say(f"{id}: {mentor} is the mentor, {mentee} the mentee; you are the {mine}.")
        terminal.say(
            f"Recaps are kept once both have said yes: coach relationship consent {id} --by both"
        )


@relationship.command(
    epilog=example(
        'coach relationship consent dana --by both --how "in call 1"',
        "coach relationship consent dana --withdraw mentee",
    )
)
def consent(
    id: Who,
    by: Annotated[
        Literal["both", "mentor", "mentee"] | None,
        typer.Option(help="Who said yes.", show_default=False),
    ] = None,
    withdraw: Annotated[
        RoleName | None,
        typer.Option(help="Who takes their yes back: no further call is read or kept."),
    ] = None,
    how: Annotated[str, typer.Option(help="How they said it.")] = "said so to the other",
    json: Json = False,
) -> None:
    """Record the yes of one or both to recaps being kept here, or that one took it back."""
    from coach.app import Coach
    from coach.records import ROLES
    from coach.render.relationship import consent_told

    if (by is None) == (withdraw is None):
        raise UserError(f"Say who said yes, --by both, or who takes it back, --withdraw, for {id}.")
    with Coach() as coach:
        if withdraw:
            changed = coach.withdraw(id, withdraw)
        elif by:
            changed = coach.consent(id, ROLES if by == "both" else (by,), how)
        if json:
            terminal.emit(changed.model_dump(mode="json"))
            return
        for line in consent_told(changed):
            terminal.say(line)


@relationship.command("list", epilog=example("coach relationship list"))
def list_(json: Json = False) -> None:
    """Name every relationship of this home."""
    from coach.app import Coach

    with Coach() as coach:
        there = coach.relationships()
        if json:
            terminal.emit([one.model_dump(mode="json") for one in there])
            return
        for one in there:
            kept = "" if one.consented else " (consent missing)"
            kept += " (closed)" if one.closed else ""
            terminal.say(f"{one.id}: {one.mentor.name} and {one.mentee.name}{kept}")
        if not there:
            terminal.say("None yet: coach relationship add ID --mentor NAME --mentee NAME")


@relationship.command(epilog=example("coach relationship show dana"))
def show(id: Who, json: Json = False) -> None:
    """Show the two people, their goals, what they agreed on, and their calls."""
    from coach.app import Coach
    from coach.render.relationship import relationship_page

    with Coach() as coach:
        one = coach.relationship(id)
        sessions = coach.store.sessions.list(id)
        if json:
            calls = [session.model_dump(mode="json") for session in sessions]
            goes = {id: day and day.isoformat() for id, day in coach.kept_texts(id).items()}
            terminal.emit({**one.model_dump(mode="json"), "sessions": calls, "texts": goes})
            return
        kept = coach.kept_texts(id)
        terminal.show(relationship_page(one, sessions, coach.frameworks, kept=kept))


@relationship.command(epilog=example("coach relationship export dana --to dana-export"))
def export(
    id: Who,
    to: Annotated[
        Path | None,
        typer.Option(help="A folder for JSON, CSV and a Markdown file a call, as for Obsidian."),
    ] = None,
    json: Json = False,
) -> None:
    """Write out everything kept of a relationship: JSON, or a folder of files."""
    from coach.app import Coach
    from coach.cli.taking import write_folder

    with Coach() as coach:
        if to is None:
            terminal.emit(coach.export(id))
            return
        files = write_folder(to, coach, id)
        if json:
            terminal.emit({"folder": str(to), "files": files})
            return
        terminal.say(f"{to}: {', '.join(files)}. Your own private answers are in {files[0]}.")


@relationship.command(
    "import",
    epilog=example(
        "coach relationship import dana-export/dana.json",
        "coach relationship import dana-export/dana.json --as dana-2025",
    ),
)
def import_(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The JSON of an export.")],
    id: Annotated[
        str | None,
        typer.Option("--as", metavar="ID", help="Another id for it here.", show_default=False),
    ] = None,
    me: Annotated[
        RoleName | None,
        typer.Option(help="Which of the two is you; else told from coach me."),
    ] = None,
    json: Json = False,
) -> None:
    """Put an exported relationship into this home: all of it, or nothing."""
    from coach.app import Coach
    from coach.cli.taking import read_export
    from coach.render.page import counted

    with Coach() as coach:
        exported = read_export(file)
        with terminal.busy("Importing"):
            try:
                one = coach.restore(exported, id=id, me=me)
            except UserError as problem:
                raise UserError(f"{file}: {problem}") from None
        if json:
            terminal.emit(one.model_dump(mode="json"))
            return
        calls, promises = coach.store.sessions.list(one.id), coach.commitments(one.id)
        terminal.say(
            f"{one.id}: {one.mentor.name} and {one.mentee.name}, {counted(len(calls), 'call')}, "
            f"{counted(len(promises), 'promise')}. Your own private answers came with it."
        )


@relationship.command(epilog=example("coach relationship erase dana"))
def erase(
    id: Who,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask for the id again.")] = False,
    json: Json = False,
) -> None:
    """Delete everything of a relationship from this home."""
    from coach.app import Coach
    from coach.render.deletion import REMAINS, deletion_requests

    with Coach() as coach:
        one, calls = coach.relationship(id), coach.store.sessions.list(id)
        if not yes:
            if not terminal.interactive():
                raise UserError(f"Nothing erased: {id} is erased off a terminal only with --yes.")
            if terminal.ask(f"Everything of {id} goes for good. Type {id} to erase it: ") != id:
                raise UserError(f"Nothing erased: what was typed is not {id}.")
        with terminal.busy("Erasing"):
            receipt = coach.erase(id)
        if json:
            asked = {asking.to: asking.text for asking in deletion_requests(one, calls)}
            told = {"erased": id, **receipt._asdict(), "remains": REMAINS, "requests": asked}
            terminal.emit(told)
            return
        counts = ", ".join(f"{number} {what}" for what, number in receipt._asdict().items())
        terminal.say(f"Erased here: {counts}.")
        terminal.say(REMAINS)
        for asking in deletion_requests(one, calls):
            terminal.say(f"\nTo send to {asking.to}, if you like:\n\n{asking.text}")


def _role_of(owner: Person | None, names: dict[str, str]) -> RoleName | None:
    if owner and owner.name == names["mentor"]:
        return "mentor"
    return "mentee" if owner and owner.name == names["mentee"] else None
