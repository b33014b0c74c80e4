"""A model that has answered already: its claims were handed in, by a chat client or a person."""

from __future__ import annotations

from coach.errors import ModelError
from coach.models import Completion, Messages
from coach.models.completion import R
from coach.records import Usage
from coach.records.claims import Claims


class Handed:
    """Answers every request with the same claims, whatever part of a call it asks about."""

    def __init__(self, claims: Claims, name: str) -> None:
        self.name, self._claims = name, claims

    def complete(self, messages: Messages, returns: type[R]) -> Completion[R]:
        """The claims. Raises ModelError where anything else is asked for."""
        if not isinstance(self._claims, returns):
            raise ModelError(f"it handed in claims, and no {returns.__name__}")
        return Completion(self._claims, (), Usage(model=self.name))
