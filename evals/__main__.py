"""`python -m evals calls|dates|elsewhere|injections|questions ...`: measure, and print."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from coach.errors import CoachError, UserError
from evals.command import OneLineParser


def main(arguments: Sequence[str]) -> int:
    """Run one command; a mistake is one line on standard error."""
    try:
        if not arguments or arguments[0] in ("-h", "--help"):
            print(f"usage: python -m evals {'|'.join(COMMANDS)} ... (each has its own --help)")
            return 0 if arguments else UserError.exit_code
        command, *rest = arguments
        if command not in COMMANDS:
            raise UserError(f"no command {command!r}; there are: {', '.join(COMMANDS)}")
        return COMMANDS[command](rest)
    except CoachError as error:
        print(f"evals: {error}", file=sys.stderr)
        return error.exit_code


def _calls(arguments: Sequence[str]) -> int:
    from evals.calls import main as calls

    return calls(arguments)


def _dates(arguments: Sequence[str]) -> int:
    from evals.dates import score

    parser = OneLineParser("python -m evals dates", description="Read spoken dates, and compare.")
    parser.add_argument("file", type=Path, help="a sentence with its days a line, as JSON")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    asked = parser.parse_args(arguments)
    try:
        figures = score(asked.file)
    except OSError as error:
        raise UserError(f"{asked.file}: cannot be read ({error.strerror})") from None
    except (ValueError, KeyError, TypeError) as error:
        raise UserError(f"{asked.file}: not a file of dated sentences ({error!r})") from None
    if asked.json:
        print(json.dumps(figures))
    else:
        print("\n".join(f"{name:26} {value}" for name, value in figures.items()))
    return 0


def _questions(arguments: Sequence[str]) -> int:
    from evals.questions import main as questions

    return questions(arguments)


def _elsewhere(arguments: Sequence[str]) -> int:
    from evals.elsewhere import main as elsewhere

    return elsewhere(arguments)


def _injections(arguments: Sequence[str]) -> int:
    from evals.injections import main as injections

    return injections(arguments)


COMMANDS: Mapping[str, Callable[[Sequence[str]], int]] = {
    "calls": _calls,
    "dates": _dates,
    "elsewhere": _elsewhere,
    "injections": _injections,
    "questions": _questions,
}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
