"""`python -m benchmarks [PART...]`: print every figure beside its goal; exit 1 if one is missed."""

from __future__ import annotations

import platform
import sys
from collections.abc import Sequence

from benchmarks import durability, keeping, pages, parsing, recapping, searching, startup
from benchmarks.measuring import Figure

QUICK = {"startup": startup, "parsing": parsing, "recapping": recapping, "keeping": keeping}
PARTS = {**QUICK, "pages": pages, "searching": searching, "durability": durability}
"""What is not quick takes minutes, and is measured where it is named."""


def main(names: Sequence[str] = ()) -> int:
    """Measure these parts, printing each line as soon as it is known."""
    if unknown := set(names) - PARTS.keys():
        print(f"No part {', '.join(unknown)}; there are: {', '.join(PARTS)}", file=sys.stderr)
        return 2
    print(f"Python {platform.python_version()}, {platform.machine()}; the median of n.")
    print("Parsing is timed as timeit does, without garbage collection.\n")
    print(f"{'':42}{'measured':>12}{'goal':>12}   {'n':>2}")
    missed = []
    for name in names or QUICK:
        for figure in PARTS[name].figures():
            print(line(figure), flush=True)
            if not figure.reached:
                missed.append(figure.what)
    print(f"\n{len(missed)} missed{': ' if missed else ''}{', '.join(missed)}")
    return 1 if missed else 0


def line(figure: Figure) -> str:
    """A row of the table."""
    goal = ""
    if figure.goal is not None:
        goal = f"{'>=' if figure.at_least else '<='} {figure.goal:g} {figure.unit}"
    measured = f"{figure.value:.3g} {figure.unit}"
    mark = "" if figure.reached else "  missed"
    return f"{figure.what:42}{measured:>14}{goal:>15}{figure.n:>4}{mark}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
