"""A chat whose answers were written beforehand: for tests, and for trying out a prompt."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from coach.errors import ModelError
from coach.models.chat import Messages, RawAnswer, Schema

Reply = str | Mapping[str, Any] | Exception


class Scripted:
    """Gives these replies in turn; a mapping is sent as JSON, an exception is raised.

    A function is asked with the messages instead. `asked` holds what it was asked.

    >>> chat = Scripted(['{"wordings": []}'])
    >>> chat.ask([("user", "hello")], None, 60).text
    '{"wordings": []}'
    """

    def __init__(
        self,
        replies: Iterable[Reply] | Callable[[Messages], Reply],
        name: str = "scripted",
        takes_schema: bool = True,
    ) -> None:
        self.name = self.endpoint = name
        self.asked: list[Messages] = []
        self.schemas: list[Schema | None] = []
        self._takes_schema = takes_schema
        self._next = replies if callable(replies) else _in_turn(replies)

    def ask(self, messages: Messages, schema: Schema | None, seconds: float) -> RawAnswer:
        """The next reply; see `Chat.ask`."""
        from coach.errors import SchemaRefusedError

        self.asked.append(messages)
        self.schemas.append(schema)
        if schema and not self._takes_schema:
            raise SchemaRefusedError("it takes no JSON schema")
        reply = self._next(messages)
        if isinstance(reply, Exception):
            raise reply
        return RawAnswer(reply if isinstance(reply, str) else json.dumps(reply))

    def close(self) -> None:
        """Nothing is open."""


def _in_turn(replies: Iterable[Reply]) -> Callable[[Messages], Reply]:
    left = iter(replies)

    def next_one(_: Messages) -> Reply:
        try:
            return next(left)
        except StopIteration:
            return ModelError("no reply is left in the script")

    return next_one
