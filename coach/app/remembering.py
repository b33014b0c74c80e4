"""What was found once, as long as nobody writes: a server is asked the same again and again.

A command asks once, so it gains nothing and pays next to nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import partial, update_wrapper
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar

MOST = 64
"""Answers that are kept; the oldest goes first."""

T = TypeVar("T")


class Remembered:
    """Answers by what was asked, all of one state of the records."""

    def __init__(self) -> None:
        self._state: tuple[int, dict[Hashable, tuple[Any]]] = (-1, {})

    def find(self, asked: Hashable, version: int, anew: Callable[[], T]) -> T:
        """The answer of before, where the records are as they were; else a new one.

        `version` is of before the answer is made: one that is made of anything newer is thrown away
        with it.
        """
        state = self._state
        if state[0] != version:
            state = self._state = (version, {})
        answers = state[1]
        kept = answers.get(asked)
        if kept is None:
            kept = answers[asked] = (anew(),)
            if len(answers) > MOST:
                answers.pop(next(iter(answers)), None)
        found: T = kept[0]
        return found


class Asked(Protocol):
    """Who is asked: it knows which state its records are in, and remembers."""

    _remembered: Remembered

    @property
    def store(self) -> Versioned: ...


class Versioned(Protocol):
    """What changes its number whenever it changes."""

    def version(self) -> int: ...


H = TypeVar("H", bound=Asked)
P = ParamSpec("P")


def remembered(verb: Callable[Concatenate[H, P], T]) -> Callable[Concatenate[H, P], T]:
    """A verb that is worked out once for each state of the records.

    Its arguments can be hashed, and what it gives never changes; it looks at no clock.
    """

    def asked(self: H, /, *args: P.args, **kwargs: P.kwargs) -> T:
        question = (verb.__qualname__, args, tuple(sorted(kwargs.items())))
        found: T = self._remembered.find(
            question, self.store.version(), partial(verb, self, *args, **kwargs)
        )
        return found

    return update_wrapper(asked, verb)
