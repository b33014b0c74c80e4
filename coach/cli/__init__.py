"""The command `coach`. What asks only for the version waits for nothing."""

from __future__ import annotations

import atexit
import gc
import sys


def main() -> None:
    """Run the command that `sys.argv` holds, and exit with its code."""
    if sys.argv[1:] == ["--version"]:
        from coach import __version__

        print(f"coach {__version__}")
        return
    gc.set_threshold(200_000)  # a command ends before there is much to collect
    atexit.register(gc.freeze)  # and then all of it goes: nothing is worth looking for
    from coach.cli.app import app

    app(prog_name="coach")
