"""What was found once, as long as nobody writes: a server is asked the same again and again.

A command asks once, so it gains nothing and pays next to nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import partial, update_wrapper
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar

if TYPE_CHECKING:
    from coach.app.home import Home

MOST = 64
"""Answers that are kept; the oldest goes first."""

H = TypeVar("H", bound="Home")
P = ParamSpec("P")
T = TypeVar("T")


class Remembered:
    """Answers by what was asked, all of one state of the records."""

    def __init__(self) -> None:
        self._version: int | None = None
        self._answers: dict[Hashable, tuple[Any]] = {}

    def find(self, asked: Hashable, version: int, anew: Callable[[], T]) -> T:
        """The answer of before, where the records are as they were; else a new one.

        `version` is of before the answer is made: one that is made of anything newer is thrown away
        with it.
        """
        if version != self._version:
            self._version, self._answers = version, {}
        answers = self._answers
        kept = answers.get(asked)
        if kept is None:
            kept = answers[asked] = (anew(),)
            if len(answers) > MOST:
                answers.pop(next(iter(answers)), None)
        found: T = kept[0]
        return found


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
