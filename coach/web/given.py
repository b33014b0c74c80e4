"""What the pages are handed by the app, by the names they use for it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Annotated

from fastapi import Depends, Form, Request
from fastapi.datastructures import FormData

from coach.app import Coach
from coach.records import Relationship
from coach.web.reading import Readings
from coach.web.showing import coach_of, pair_of


def readings_of(request: Request) -> Readings:
    """The calls that this server is reading."""
    found: Readings = request.app.state.readings
    return found


TheReadings = Annotated[Readings, Depends(readings_of)]
TheCoach = Annotated[Coach, Depends(coach_of)]
ThePair = Annotated[Relationship, Depends(pair_of)]

Line = Annotated[str, Form(max_length=500)]
"""A field of one line."""
Words = Annotated[str, Form(max_length=20_000)]
"""A field of many."""

FIELDS = 5_000
"""Of one form: a long draft asks for some five a line."""


async def form_of(request: Request) -> AsyncIterator[FormData]:
    """All fields of a form whose names are not known beforehand."""
    async with request.form(max_files=1, max_fields=FIELDS) as form:
        yield form


TheForm = Annotated[FormData, Depends(form_of)]


def said(form: FormData, name: str) -> str:
    """What a field of a form says; a file says nothing."""
    value = form.get(name)
    return value.strip() if isinstance(value, str) else ""
