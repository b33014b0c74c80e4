"""The commands, put together; and how a failed one ends: in a line that says what to do."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence
from typing import Any

import typer
from typer.core import TyperGroup

from coach.cli import (
    after,
    agreement,
    before,
    between,
    confirm,
    demo,
    doctor,
    ending,
    ledger,
    mcp,
    patterns,
    phase,
    relationship,
    roadmap,
    serve,
    sharing,
    strike,
)
from coach.errors import CoachError

INTERRUPTED = 130
# typer may carry its own click: this is the class of everything it complains of.
_Complaint: type[Any] = typer.BadParameter.__mro__[2]


class Commands(TyperGroup):
    """The group of all commands. Every error leaves through here, as one line."""

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        windows_expand_args: bool = True,
        **extra: Any,
    ) -> Any:
        """Run, and exit with 0, 1 (our mistake), 2 (the user's), or 130 (interrupted)."""
        given = list(sys.argv[1:] if args is None else args)
        sys.exit(self._run(given, prog_name or "coach", complete_var, extra))

    def _run(
        self, args: list[str], name: str, complete_var: str | None, extra: dict[str, Any]
    ) -> int:
        try:
            ended = super().main(args, name, complete_var, standalone_mode=False, **extra)
            sys.stdout.flush()
            return ended if isinstance(ended, int) else 0
        except (KeyboardInterrupt, typer.Abort):
            return INTERRUPTED
        except SystemExit as ended:  # shell completion is done, or nobody reads on
            return _nobody_reads_on() if ended.code else 0
        except BrokenPipeError:
            return _nobody_reads_on()
        except CoachError as problem:
            return _say(str(problem), problem.exit_code, args)
        except _Complaint as problem:
            help_ = f"{problem.ctx.command_path if problem.ctx else name} --help"
            return _say(f"{problem.format_message().rstrip('.')}. See: {help_}", 2, args)
        except Exception as problem:
            if "--debug" in args:
                raise
            what = f"{type(problem).__name__}: {problem}"
            again = " ".join([name, "--debug", *args])
            return _say(f"A mistake of ours: {what}. To see where: {again}", 1, args)


def _say(problem: str, code: int, args: Sequence[str]) -> int:
    from coach.render.terminal import clean

    line = clean(" ".join(problem.split()))
    as_json = "--json" in args
    print(json.dumps({"error": line}) if as_json else f"coach: {line}", file=sys.stderr)
    return code


def _nobody_reads_on() -> int:
    """End as if interrupted, and let the interpreter's own last flush go nowhere."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    return INTERRUPTED


app = typer.Typer(
    name="coach",
    cls=Commands,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="Prepare every mentoring call from what was really said, and keep what was promised.",
    epilog="Start with: coach demo",
)
for module in (
    relationship,
    after,
    confirm,
    strike,
    before,
    roadmap,
    ledger,
    patterns,
    phase,
    agreement,
    between,
    sharing,
    ending,
    serve,
    mcp,
    doctor,
    demo,
):
    app.add_typer(module.commands)


@app.callback(invoke_without_command=True)
def start(
    context: typer.Context,
    version: bool = typer.Option(False, "--version", help="Say which version this is."),
    debug: bool = typer.Option(False, "--debug", help="Show where an unexpected problem arose."),
) -> None:
    if version:
        from coach import __version__

        typer.echo(f"coach {__version__}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())
