"""One request to a language model, and its answer.

A `Chat` is the thin thing that knows a wire. It asks once, never twice, and turns whatever goes
wrong into a `ModelError` of ours: when to ask again is decided in one place (ladder.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple, Protocol

Messages = Sequence[tuple[Literal["system", "user", "assistant"], str]]
"""Role and text, in order."""


class Schema(NamedTuple):
    """The JSON schema of the reply, under the name that wires ask for."""

    name: str
    json: dict[str, Any]


@dataclass(frozen=True)
class RawAnswer:
    """What came back. Tokens as the server counts them, None where it does not say."""

    text: str
    tokens_in: int | None = None
    tokens_out: int | None = None


class Chat(Protocol):
    """One way to one language model."""

    name: str
    """what a recap calls it: `openai:gpt-x`"""
    endpoint: str
    """what the rung that works is remembered for: server and model"""

    def ask(self, messages: Messages, schema: Schema | None, seconds: float) -> RawAnswer:
        """Ask once, within `seconds`.

        Raises:
            SchemaRefusedError: this server takes no schema, or not this one.
            TooLongError: the messages exceed what this model reads.
            ModelError: anything else; `again` says whether asking once more can help.
        """
        ...

    def close(self) -> None:
        """Break off what is under way, and let go of connections."""
        ...
