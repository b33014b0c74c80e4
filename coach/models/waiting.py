"""How long a person waits for a language model: one budget, and a wait that can be broken off."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from threading import Thread
from time import monotonic
from typing import TypeVar

from coach.errors import ModelError

T = TypeVar("T")


@dataclass(frozen=True)
class Budget:
    """At most so many seconds a request and in all, and so many requests, repeats included."""

    seconds: float = 120.0
    a_request: float = 60.0
    requests: int = 3


class Purse:
    """What is left of a budget."""

    def __init__(self, budget: Budget, clock: Callable[[], float] = monotonic) -> None:
        self.budget, self._clock = budget, clock
        self._start, self.requests = clock(), 0

    @property
    def spent(self) -> float:
        """Seconds since the start."""
        return self._clock() - self._start

    @property
    def left(self) -> float:
        """Seconds that remain."""
        return self.budget.seconds - self.spent

    @property
    def may_ask(self) -> bool:
        """Is there time and a request left?"""
        return self.requests < self.budget.requests and self.left > 0

    def take(self) -> float:
        """Use one request; the seconds it may take."""
        self.requests += 1
        return min(self.budget.a_request, self.left)


def within(seconds: float, ask: Callable[[], T], give_up: Callable[[], None]) -> T:
    """What `ask` returns, or a ModelError after `seconds`, however the other side stalls.

    The request runs in a thread of its own, so a server that sends a byte a second cannot hold
    anybody past the deadline, and Ctrl-C is heard at once. `give_up` breaks the request off.
    """
    done: SimpleQueue[tuple[T | None, BaseException | None]] = SimpleQueue()

    def run() -> None:
        try:
            done.put((ask(), None))
        except BaseException as problem:  # handed over to the one who waits
            done.put((None, problem))

    Thread(target=run, daemon=True, name="coach-model").start()
    try:
        value, problem = done.get(timeout=seconds)
    except Empty:
        give_up()
        raise ModelError(f"it gave no answer within {seconds:.0f} seconds") from None
    except BaseException:
        give_up()
        raise
    if problem is not None:
        raise problem
    return value  # type: ignore[return-value]
