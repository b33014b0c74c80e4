"""What the pages are handed by the app, by the names they use for it."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Form

from coach.app import Coach
from coach.records import Relationship
from coach.web.showing import coach_of, pair_of

TheCoach = Annotated[Coach, Depends(coach_of)]
ThePair = Annotated[Relationship, Depends(pair_of)]

Line = Annotated[str, Form(max_length=500)]
"""A field of one line."""
Words = Annotated[str, Form(max_length=20_000)]
"""A field of many."""
