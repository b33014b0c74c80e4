"""`coach serve`: the coach in a browser."""

from __future__ import annotations

import gc
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from coach.cli import terminal
from coach.cli.options import example
from coach.errors import UserError

if TYPE_CHECKING:
    from coach.config import Settings
    from coach.web.where import Where

commands = typer.Typer(rich_markup_mode=None)


@commands.command(
    epilog=example(
        "coach serve",
        "coach serve --port 9000 --no-browser",
        "coach serve --host 0.0.0.0 --name mentor.example --cert cert.pem --key key.pem",
    )
)
def serve(
    context: typer.Context,
    port: Annotated[int, typer.Option(min=1, max=65535, help="Which port.")] = 8766,
    browser: Annotated[
        bool, typer.Option("--browser/--no-browser", help="Open it in your browser.")
    ] = True,
    host: Annotated[
        str | None,
        typer.Option(metavar="ADDRESS", help="Beyond this machine: needs a password and TLS."),
    ] = None,
    name: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="With --host: what browsers call it; may be repeated."),
    ] = None,
    cert: Annotated[Path | None, typer.Option(metavar="FILE", help="TLS certificate.")] = None,
    key: Annotated[Path | None, typer.Option(metavar="FILE", help="Its key.")] = None,
    plain: Annotated[
        bool,
        typer.Option(
            "--plain-http", help="With --host: without TLS, because a proxy before it has it."
        ),
    ] = False,
) -> None:
    """Look at it in a browser: pages on a port of this machine, for you alone."""
    _require_extra()
    from coach.app import Coach
    from coach.web.where import where

    with Coach() as coach:
        here = where(port, host, name or (), cert, key, plain, _password(coach.settings))
        from coach.web.app import serve as serve_web

        gc.set_threshold(700)  # unlike a command, a server lives on
        debug = bool(context.find_root().params["debug"])
        serve_web(coach, here, _Told(here, browser), debug=debug)


class _Told:
    """Says where the coach is. The first link is opened there; later ones wait to be needed."""

    def __init__(self, here: Where, browser: bool) -> None:
        self._here, self._open, self._first = here, browser, True

    def __call__(self, link: str) -> None:
        terminal.say("The coach is at" if self._first else "Another browser comes in at")
        terminal.verbatim(link)
        if not self._first:
            sys.stdout.flush()
            return
        self._first = False
        terminal.say("The link opens once. Ctrl-C stops the coach, and every browser is out.")
        sys.stdout.flush()
        if self._open and self._here.local and terminal.interactive():
            import webbrowser

            webbrowser.open(link)


def _password(settings: Settings) -> str | None:
    return settings.web_password.get_secret_value() if settings.web_password else None


def _require_extra() -> None:
    try:
        import fastapi  # noqa: F401
        import jinja2  # noqa: F401
        import python_multipart  # noqa: F401
        import uvicorn  # noqa: F401
    except ImportError:
        raise UserError(
            "The libraries for the pages are not installed: pip install 'conversation-coach[web]'"
        ) from None
