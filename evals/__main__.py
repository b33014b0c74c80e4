"""`python -m evals COMMAND ...`: measure, and print."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module

from coach.errors import CoachError, UserError

COMMANDS = {
    "agendas": "evals.agendas",
    "announcing": "evals.announcing",
    "calls": "evals.calls",
    "common": "evals.common",
    "dates": "evals.dates",
    "discretion": "evals.withholding",
    "earnest": "evals.earnest",
    "elsewhere": "evals.elsewhere",
    "fates": "evals.fates",
    "injections": "evals.injections",
    "points": "evals.points",
    "questions": "evals.questions",
    "retrieval": "evals.retrieval",
    "sets": "evals.sets",
    "standing": "evals.standing",
    "strangers": "evals.strangers",
    "traces": "evals.traces",
    "weigh": "evals.weighing",
}
"""Each command, and the module whose `main` it is; imported when it is asked for."""
INTERRUPTED = 130


def main(arguments: Sequence[str]) -> int:
    """Run one command; a mistake is one line on standard error."""
    try:
        ended = _run(arguments)
        sys.stdout.flush()
        return ended
    except BrokenPipeError:  # nobody reads on: the interpreter's own last flush goes nowhere
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return INTERRUPTED
    except CoachError as error:
        print(f"evals: {error}", file=sys.stderr)
        return error.exit_code


def _run(arguments: Sequence[str]) -> int:
    if not arguments or arguments[0] in ("-h", "--help"):
        print(f"usage: python -m evals {'|'.join(COMMANDS)} ... (each has its own --help)")
        return 0 if arguments else UserError.exit_code
    command, *rest = arguments
    if command not in COMMANDS:
        raise UserError(f"no command {command!r}; there are: {', '.join(COMMANDS)}")
    return int(import_module(COMMANDS[command]).main(rest))


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
