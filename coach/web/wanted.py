"""What a person wants to add to a call or take back of it, as they wrote it into the page."""

from __future__ import annotations

from typing import NamedTuple, Self

from fastapi.datastructures import FormData

from coach.errors import UserError
from coach.web.given import said

LONGEST_NUMBER = 9
"""Digits of the number of a turn, at most."""


class Add(NamedTuple):
    """A promise that the reader missed."""

    turn: str = ""
    owner: str = ""
    due: str = ""
    action: str = ""

    @classmethod
    def of(cls, form: FormData) -> Self:
        """As the form has it."""
        return cls(*(said(form, f"new-{name}") for name in cls._fields))

    def place(self) -> int:
        """The turn that holds its words. Raises UserError."""
        if not _is_number(self.turn):
            raise UserError("Name the turn that holds its words by its number.")
        return int(self.turn)


class Strike(NamedTuple):
    """Words to take back, or the whole call; and what that would take along."""

    first: str = ""
    last: str = ""
    subject: str = ""
    scope: str = "off_record"
    whole: bool = False
    told: str = ""
    """what would go; nothing before they looked"""
    struck: str = ""
    """what went"""

    @classmethod
    def of(cls, form: FormData) -> Self:
        """As the form has it."""
        first, last, subject, scope = (said(form, name) for name in cls._fields[:4])
        return cls(first, last, subject, scope, said(form, "whole") == "yes")

    def turns(self) -> range | None:
        """The turns, the first to the last; None where a subject or the call is meant. Raises."""
        first, last = self.first, self.last or self.first
        if self.whole:
            return None
        if not first and not self.subject:
            raise UserError("Name the turns to strike by their numbers, or a subject.")
        if not first:
            return None
        if self.subject:
            raise UserError("Strike turns, or a subject: one after the other.")
        if not all(one.isascii() and one.isdigit() for one in (first, last)):
            raise UserError("A turn is named by its number.")
        if not (_is_number(first) and _is_number(last)) or int(first) > int(last):
            raise UserError(f"From turn {first[:9]} to {last[:9]}: the first one comes first.")
        return range(int(first), int(last) + 1)


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= LONGEST_NUMBER
