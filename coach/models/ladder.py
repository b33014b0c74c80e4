"""A `Chat` made into a `Model`: what is asked for comes back as a record, or a ModelError says why.

The rungs: a JSON schema where the server takes one; else the shape in words and a tolerant eye;
then one repair turn that says what was wrong. Below them stands the offline reader, which is not
ours to call. Which rung an endpoint stands on is remembered, so that a server without schemas is
asked in vain once only. This is the one place that asks again.
"""

from __future__ import annotations

import time
from collections.abc import Callable, MutableMapping
from functools import partial
from typing import Literal, TypeVar

from coach.errors import ModelError, SchemaRefusedError
from coach.models.chat import Chat, Messages, RawAnswer
from coach.models.completion import Completion
from coach.models.reply import UnreadableError, read_reply
from coach.models.shape import schema_of, shaped
from coach.models.waiting import Budget, Purse, within
from coach.records.base import Record
from coach.records.recap import Usage

R = TypeVar("R", bound=Record)
Rung = Literal["schema", "words"]

_ECHO = 4_000
"""Characters of an unreadable answer that a repair turn shows the model again."""
_PAUSE = 1.0
"""Seconds before asking again where the server does not say how long."""


class Ladder:
    """A language model behind a chat. `rungs` remembers what works, by endpoint."""

    def __init__(
        self,
        chat: Chat,
        *,
        budget: Budget | None = None,
        rungs: MutableMapping[str, str] | None = None,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.chat, self.name = chat, chat.name
        self.budget = budget or Budget()
        self._rungs: MutableMapping[str, str] = {} if rungs is None else rungs
        self._sleep = sleep

    def complete(self, messages: Messages, returns: type[R]) -> Completion[R]:
        """Ask for a record of this kind.

        Raises:
            ModelError: no usable answer within the budget. Nothing partial is kept.
        """
        try:
            return self._complete(messages, returns)
        finally:
            self.chat.close()

    def _complete(self, messages: Messages, returns: type[R]) -> Completion[R]:
        purse = Purse(self.budget)
        tokens: list[RawAnswer] = []
        asked: Messages = shaped(messages, returns)
        rung, repaired = self._rung, False
        while True:
            try:
                answer = self._ask(asked, returns, rung, purse)
            except SchemaRefusedError:
                rung = "words"
                continue
            if rung != self._rung:
                self._rungs[self.chat.endpoint] = rung
            tokens.append(answer)
            try:
                parsed = read_reply(answer.text, returns)
            except UnreadableError as problem:
                if repaired or not purse.may_ask:
                    raise ModelError("its answer is not in the form that was asked for") from None
                repaired = True
                asked = [*asked, *_repair(answer.text, str(problem))]
                continue
            return Completion(parsed.value, parsed.aside, _usage(tokens, purse, self.name))

    @property
    def _rung(self) -> Rung:
        return "words" if self._rungs.get(self.chat.endpoint) == "words" else "schema"

    def _ask(
        self, messages: Messages, returns: type[Record], rung: Rung, purse: Purse
    ) -> RawAnswer:
        """One answer; after a failure that may pass, one more try while the budget lasts."""
        schema = schema_of(returns) if rung == "schema" else None
        while True:
            if not purse.may_ask:
                raise ModelError("it gave no usable answer in the time and requests it has")
            seconds = purse.take()
            ask = partial(self.chat.ask, messages, schema, seconds)
            try:
                return within(seconds, ask, self.chat.close)
            except SchemaRefusedError:
                raise
            except ModelError as problem:
                pause = _PAUSE * purse.requests if problem.after is None else problem.after
                if not problem.again or not purse.may_ask or pause >= purse.left:
                    raise
                self._sleep(pause)


def _repair(text: str, problem: str) -> Messages:
    shown = text if len(text) <= _ECHO else f"{text[:_ECHO]} …"
    again = f"That cannot be read: {problem}. Answer again, with the JSON object alone."
    return [("assistant", shown or "(nothing)"), ("user", again)]


def _usage(answers: list[RawAnswer], purse: Purse, name: str) -> Usage:
    def total(counts: list[int | None]) -> int | None:
        known = [count for count in counts if count is not None]
        return sum(known) if known else None

    return Usage(
        model=name,
        requests=purse.requests,
        tokens_in=total([answer.tokens_in for answer in answers]),
        tokens_out=total([answer.tokens_out for answer in answers]),
        seconds=round(purse.spent, 2),
    )
