"""What comes back from call to call, and what nobody answered, as topics."""

from __future__ import annotations

from collections.abc import Iterator

from coach.before.topics import Idea, told_day
from coach.before.view import View
from coach.records import Pattern, day_of


def recurring(view: View) -> Iterator[Idea]:
    """What was hard, or was not there yet, in two calls or more; the latest first."""
    for pattern in view.patterns.patterns:
        if pattern.kind != "topic":
            yield _idea(pattern)


def moved(view: View) -> Iterator[Idea]:
    """Open promises that were not there yet in two calls or more, the latest first."""
    yield from map(_idea, view.patterns.of("promise"))


def _idea(pattern: Pattern) -> Idea:
    return Idea("challenge", pattern.text, _why(pattern), pattern.sources, pattern.question)


def _why(pattern: Pattern) -> str:
    calls = len(pattern.sessions)
    if pattern.kind == "promise":
        return f"Open still after {calls} calls that came back to it."
    if pattern.kind == "reason":
        return f"The reason given in {calls} calls for something that did not happen."
    return f"Hard in {calls} calls."


def lingering(view: View) -> Iterator[Idea]:
    """Questions that nobody answered, the latest call's first."""
    for one in view.patterns.lingering:
        when = "in" if one.source.quote else "after"
        why = f"Asked {when} the call of {told_day(day_of(one.asked_on))}; no answer is shared."
        yield Idea("question", one.text, why, (one.source,))
