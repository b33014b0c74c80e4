"""What a page about the next call is asked for: for whose eyes, how long, on which day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time
from typing import Annotated, Literal
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from fastapi import Depends, Query

from coach.app import Coach
from coach.errors import UserError
from coach.given import checked_when
from coach.records import Agenda, Relationship, Role, When, day_of
from coach.render.page import moment_for, own_first
from coach.web.given import TheCoach, ThePair

Eyes = Literal["mine", "shared", "theirs"]
LENGTHS = (30, 45, 60, 90)
"""Minutes that a page offers; an address may say others."""
USUAL = 60
OFFLINE = "offline"
YEARS = range(1970, 2200)
"""In which clocks can be told in every zone."""


@dataclass(frozen=True)
class Ahead:
    """The next call, as a page is asked to show it."""

    pair: Relationship
    eyes: Eyes
    minutes: int
    on: When | None
    """as asked for; None: as the last call set it"""
    when: When | None
    """as asked for or known; it may have passed"""
    passed: bool
    """is it over, as far as the last call set it?"""

    @property
    def role(self) -> Role | None:
        """Whose brief it is; None: the agenda that both see."""
        me = self.pair.me
        if me is None or self.eyes == "shared":
            return None
        other: Role = "mentee" if me == "mentor" else "mentor"
        return me if self.eyes == "mine" else other

    @property
    def day(self) -> str:
        """The day in full, on the reader's clock and on the other's; empty where it is unknown."""
        return moment_for(self.when, *own_first(self.pair, self.pair.me)) if self.when else ""

    @property
    def fields(self) -> tuple[str, str]:
        """Its day and hour on the reader's clock, as a form's fields hold them."""
        when, me = self.when, self.pair.me
        if not isinstance(when, datetime):
            return (when.isoformat() if when else "", "")
        zone = self.pair.person(me).zone if me else None
        local = when.astimezone(ZoneInfo(zone)) if zone else when
        return (local.date().isoformat(), f"{local:%H:%M}")

    @property
    def lengths(self) -> list[int]:
        """The minutes to choose from."""
        return sorted({*LENGTHS, self.minutes})

    def asked(self) -> Mapping[str, str]:
        """The fields of a form that asks for the same."""
        on = self.on.isoformat() if self.on else ""
        return {"for": self.eyes, "minutes": str(self.minutes), "on": on}

    def query(self, **changed: str) -> str:
        """The question mark and what follows it, for the same page with something changed.

        What goes without saying is not said.
        """
        usual = {"for": "mine" if self.pair.me else "shared", "minutes": str(USUAL), "on": ""}
        told = {**self.asked(), **changed}
        kept = {key: value for key, value in told.items() if value != usual[key]}
        return f"?{urlencode(kept)}" if kept else ""

    def agenda(self, coach: Coach, engine: str | None = OFFLINE) -> Agenda:
        """The agenda, as code alone makes it unless an engine is named (None: the settings')."""
        return coach.agenda(
            self.pair.id, role=self.role, minutes=self.minutes, on=self.on, engine=engine
        )


def ahead(
    coach: TheCoach,
    pair: ThePair,
    eyes: Annotated[Eyes | None, Query(alias="for")] = None,
    minutes: int = USUAL,
    on: Annotated[str, Query(max_length=64)] = "",
    at: Annotated[str, Query(max_length=8)] = "",
) -> Ahead:
    """What the address asks for. Where nobody said whose home this is, it is for both."""
    asked = moment(on, at, pair)
    known = asked or coach.next_call(pair.id)
    return Ahead(
        pair=pair,
        eyes=(eyes or "mine") if pair.me else "shared",
        minutes=minutes,
        on=asked,
        when=known,
        passed=asked is None and known is not None and day_of(known) < coach.today(),
    )


def moment(on: str, at: str, pair: Relationship) -> When | None:
    """A day, with an hour of the reader's own clock where there is one. Raises UserError."""
    day = checked_when(on.strip() or None)
    if day is not None and day.year not in YEARS:
        raise UserError(f"No call is in the year {day.year}.")
    if day is None or not at.strip() or isinstance(day, datetime):
        return day
    try:
        hour = time.fromisoformat(at.strip())
    except ValueError:
        raise UserError(f"{at!r} is no time of day: write 19:30.") from None
    zone = pair.person(pair.me).zone if pair.me else None
    naive = datetime.combine(day, hour.replace(tzinfo=None))
    return naive.replace(tzinfo=ZoneInfo(zone)) if zone else naive.astimezone()


TheNextCall = Annotated[Ahead, Depends(ahead)]
