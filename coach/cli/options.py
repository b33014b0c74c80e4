"""Arguments and options that several commands share, and how their words are read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from coach.errors import UserError

if TYPE_CHECKING:
    from coach.records import Relationship, Role, When

RoleName = Literal["mentor", "mentee"]


def relationship_ids() -> list[str]:
    """What the shell offers after WHO."""
    from coach.app import Coach

    with Coach() as coach:
        return [relationship.id for relationship in coach.relationships()]


Who = Annotated[
    str,
    typer.Argument(
        metavar="WHO",
        help="Id of a relationship; coach relationship list names them.",
        autocompletion=relationship_ids,
        show_default=False,
    ),
]


def as_counted(session: str | None) -> str | None:
    """`3` is call 03."""
    return f"{int(session):02d}" if session and session.isascii() and session.isdigit() else session


SessionId = Annotated[
    str, typer.Argument(metavar="SESSION", help="Such as 03.", callback=as_counted)
]
Latest = Annotated[
    str | None,
    typer.Argument(
        metavar="SESSION",
        help="Such as 03; else the latest.",
        callback=as_counted,
        show_default=False,
    ),
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON, by the names of the records.")]
ShowPrompt = Annotated[
    bool, typer.Option("--show-prompt", help="Print what a model would be sent; send nothing.")
]
Engine = Annotated[
    str | None,
    typer.Option(
        "--engine",
        help="A model that words it, such as openai:MODEL; offline for none.",
        show_default=False,
    ),
]
For = Annotated[
    RoleName | None,
    typer.Option("--for", help="Whose eyes; else those of this home's owner.", show_default=False),
]


def example(*lines: str) -> str:
    """The epilog of a command: lines to copy."""
    return "\n".join(["\b", "Example:", *(f"  {line}" for line in lines)])


def read_when(text: str | None, option: str) -> When | None:
    """An ISO date, or a date-time with its offset from UTC. Raises UserError."""
    if text is None:
        return None
    from coach.records import parse_when

    try:
        when: When = parse_when(text)
    except ValueError as problem:
        fault = (
            str(problem)
            if "offset" in str(problem)
            else "not a date that is read here; write 2025-09-25 or 2025-09-25T08:02-06:00"
        )
        raise UserError(f"{option} {text}: {fault}.") from None
    return when


def viewer_of(relationship: Relationship, role: RoleName | None) -> Role | None:
    """For whom a page is: who was asked for, else the owner of this home."""
    return role or relationship.me


def named(relationship: Relationship, text: str) -> str:
    """The name of one of the two, from `me`, a role, a given name or the name. Raises UserError."""
    wanted = text.strip().casefold()
    if wanted == "me" and relationship.me:
        return relationship.person(relationship.me).name
    for role in ("mentor", "mentee"):
        name = relationship.person(role).name
        if wanted in (role, name.casefold(), name.split()[0].casefold()):
            return name
    both = " or ".join(person.name for person in relationship.people)
    raise UserError(f"owner={text}: neither of the two; write {both}.")
