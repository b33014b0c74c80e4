"""Claims read in a call as it was spoken, told of the call as it is written in its file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar, cast

from coach.records.base import Record
from coach.records.claims import Claims, Quote

_T = TypeVar("_T")


def renumbered(claims: Claims, numbers: Sequence[int]) -> Claims:
    """What was read in the call as spoken, with its turns counted as the file counts them."""
    return _renumbered(claims, numbers)


def _renumbered(value: _T, numbers: Sequence[int]) -> _T:
    if isinstance(value, Quote):
        return cast(_T, value.model_copy(update={"turn": numbers[value.turn]}))
    if isinstance(value, Record):
        fields = {
            name: _renumbered(getattr(value, name), numbers) for name in value.model_fields_set
        }
        return cast(_T, value.model_copy(update=fields))
    if isinstance(value, tuple):
        return cast(_T, tuple(_renumbered(each, numbers) for each in value))
    return value
