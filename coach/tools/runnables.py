"""A recap and an agenda as steps of a chain.

They ask nobody to trace them: `invoke` is the verb of `Coach`, and nothing around it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from langchain_core.runnables import Runnable, RunnableConfig

from coach.app import Coach
from coach.errors import UserError
from coach.records import Agenda, Recap

Arguments = Mapping[str, Any]


class RecapRunnable(Runnable[Arguments, Recap]):
    """The transcript of a call into a draft recap: `{"call": ..., "who": ..., "held_on": ...}`.

    Takes what `Coach.recap` takes, and raises what it raises.
    """

    def __init__(self, coach: Coach) -> None:
        self._coach = coach

    def invoke(
        self, input: Arguments, config: RunnableConfig | None = None, **kwargs: Any
    ) -> Recap:
        """The draft, which a person has still to confirm."""
        given = _checked(input, needed={"call", "who"}, allowed={"held_on", "engine"})
        return self._coach.recap(**given).recap


class AgendaRunnable(Runnable[Arguments, Agenda]):
    """The next call's agenda: `{"who": ..., "role": ..., "minutes": ...}`.

    Takes what `Coach.agenda` takes, and raises what it raises.
    """

    def __init__(self, coach: Coach) -> None:
        self._coach = coach

    def invoke(
        self, input: Arguments, config: RunnableConfig | None = None, **kwargs: Any
    ) -> Agenda:
        """The agenda; with a role, that person's brief."""
        given = _checked(input, needed={"who"}, allowed={"role", "minutes", "on", "engine"})
        return self._coach.agenda(**given)


def _checked(input: Arguments, needed: set[str], allowed: set[str]) -> dict[str, Any]:
    """The arguments by name. Raises UserError for one that is missing or unknown."""
    if not isinstance(input, Mapping):
        raise UserError(f"This step takes a mapping with {_told(needed)}, not {_kind(input)}.")
    if missing := needed - input.keys():
        raise UserError(f"This step needs {_told(missing)}.")
    if unknown := {str(name) for name in input} - needed - allowed:
        raise UserError(
            f"This step does not know {_told(unknown)}; it takes {_told(needed | allowed)}."
        )
    return dict(input)


def _told(names: set[str]) -> str:
    return ", ".join(sorted(names))


def _kind(given: object) -> str:
    return type(given).__name__
