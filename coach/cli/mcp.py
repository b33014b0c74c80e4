"""`coach mcp`: the coach inside a chat client."""

from __future__ import annotations

import gc
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from coach.cli import terminal
from coach.cli.options import example
from coach.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coach.app import Coach

commands = typer.Typer(rich_markup_mode=None)


@commands.command(
    epilog=example(
        "coach mcp --print-config claude --folder transcripts",
        "coach mcp --print-config vscode --with dana",
        "coach mcp --http --port 8765",
    )
)
def mcp(
    print_config: Annotated[
        Literal["claude", "claude-code", "vscode", "cursor", "zed"] | None,
        typer.Option(help="Print what a client wants in its settings.", show_default=False),
    ] = None,
    folder: Annotated[
        list[Path] | None,
        typer.Option(metavar="DIR", help="Let transcripts be read from here; may be repeated."),
    ] = None,
    who: Annotated[
        str | None, typer.Option("--with", metavar="WHO", help="Open this relationship alone.")
    ] = None,
    drafts_only: Annotated[
        bool,
        typer.Option("--drafts-only", help="Enter nothing: confirming stays with coach confirm."),
    ] = False,
    http: Annotated[
        bool, typer.Option("--http", help="Serve on a port of this machine, with a token.")
    ] = False,
    port: Annotated[int, typer.Option(min=1, max=65535, help="Which port.")] = 8765,
) -> None:
    """Serve a chat client over MCP, on standard input and output; the client starts it."""
    from coach.app import Coach

    folders = [_folder(path) for path in folder or ()]
    with Coach() as coach:
        if who is not None:
            coach.relationship(who)  # says which there are
        if print_config is not None:
            _print_settings(print_config, coach, _again(folders, who, drafts_only))
            return
        _require_extra()
        from coach.mcp_server.desk import Desk
        from coach.mcp_server.server import Server

        server = Server(Desk(coach, who, tuple(folders), drafts_only))
        gc.set_threshold(700)  # unlike a command, a server lives on
        if http:
            _serve(server, coach, port)
            return
        if sys.stdin.isatty():
            terminal.note("A chat client starts this: coach mcp --print-config claude")
        server.run("stdio")


def _folder(path: Path) -> Path:
    if not path.is_dir():
        raise UserError(f"--folder {path}: no such folder.")
    return path.resolve()


def _again(folders: Sequence[Path], who: str | None, drafts_only: bool) -> list[str]:
    """The options of this command, as a client repeats them."""
    given = [word for folder in folders for word in ("--folder", str(folder))]
    given += ["--with", who] if who else []
    return [*given, "--drafts-only"] if drafts_only else given


def _print_settings(
    host: Literal["claude", "claude-code", "vscode", "cursor", "zed"],
    coach: Coach,
    arguments: Sequence[str],
) -> None:
    from coach.mcp_server.hosts import WHERE, settings_for

    terminal.note(f"For {WHERE[host]}. Restart the client afterwards.")
    terminal.emit(settings_for(host, coach.settings.home.resolve(), arguments))


def _require_extra() -> None:
    try:
        import mcp.server.mcpserver  # noqa: F401
    except ImportError:
        raise UserError(
            "The library for MCP is not installed: pip install 'conversation-coach[mcp]'"
        ) from None


def _serve(server: object, coach: Coach, port: int) -> None:
    from coach.mcp_server.http import PATH, TOKEN, serve
    from coach.mcp_server.server import Server
    from coach.serving import LOOPBACK, token_of

    assert isinstance(server, Server)
    token, made = token_of(coach.settings.home, TOKEN)
    shown = f"token {token}" if made else "token"
    terminal.note(
        f"http://{LOOPBACK}:{port}{PATH}, {shown} (kept in {coach.settings.home / TOKEN})"
    )
    serve(server, port, token)
