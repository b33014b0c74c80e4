"""What a model returns: the record that was asked for, and what it took."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from coach.models.chat import Messages
from coach.records.base import Record
from coach.records.recap import Usage

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Completion(Generic[R]):
    """A reply. `aside` names the lists of which an item was not readable, with the reason."""

    value: R
    aside: tuple[tuple[str, str], ...]
    usage: Usage


class Model(Protocol):
    """A language model that answers in the shape it is asked for."""

    name: str

    def complete(self, messages: Messages, returns: type[R]) -> Completion[R]:
        """Ask for a record of this kind. Raises ModelError."""
        ...
