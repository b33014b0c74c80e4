"""What a recap says, read leniently: any engine may have written it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from evals.words import within

Json = Mapping[str, Any]


class Quoted(NamedTuple):
    """Words that a recap cites from a turn."""

    turn: int
    quote: str


@dataclass(frozen=True)
class Predicted:
    """A recap, beside the words of its call."""

    recap: Json
    turns: Sequence[str]

    def items(self, kind: str) -> list[Json]:
        """The entries of a list of the recap, such as `wins`."""
        return list(self.recap.get(kind) or [])

    def verbatim(self, item: Json) -> list[Quoted]:
        """Those quotes of an item that stand in the turns they name."""
        return [Quoted(cited["turn"], cited["quote"]) for cited in cites(item) if self._is(cited)]

    def cited_turns(self, item: Json) -> set[int]:
        """The turns of its verbatim quotes."""
        return {quoted.turn for quoted in self.verbatim(item)}

    def _is(self, cited: Any) -> bool:
        if not isinstance(cited, dict) or not isinstance(cited.get("turn"), int):
            return False
        turn = cited["turn"]
        return 0 <= turn < len(self.turns) and within(cited.get("quote"), self.turns[turn])


def cites(item: Json) -> list[Any]:
    """Everything that an item gives as evidence, verbatim or not."""
    return list(item.get("evidence") or [])


def day(value: Any) -> str:
    """The day of an ISO date or date-time; empty for none."""
    return str(value or "")[:10]
