"""What a page about the next call is asked for: for whose eyes, how long, on which day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Annotated, Literal
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from fastapi import Depends, Query

from coach.app import Coach
from coach.engine import OFFLINE
from coach.errors import UserError
from coach.given import checked_when
from coach.records import Agenda, Relationship, Role, When, day_of
from coach.render.page import moment_for, own_first
from coach.web.given import TheCoach, ThePair

Eyes = Literal["mine", "shared", "theirs"]
LENGTHS = (30, 45, 60, 90)
"""Minutes that a page offers; an address may say others."""
USUAL = 60
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
    today: date

    @property
    def role(self) -> Role | None:
        """Whose brief it is; None: the agenda that both see."""
        me = self.pair.me
        if me is None or self.eyes == "shared":
            return None
        other: Role = "mentee" if me == "mentor" else "mentor"
        return me if self.eyes == "mine" else other

    def has_passed(self, when: When) -> bool:
        """Is the day over that the last call set? A day that was asked for never is."""
        return self.on is None and day_of(when) < self.today

    def said(self, when: When) -> str:
        """A day in full, on the reader's clock and on the other's."""
        return moment_for(when, *own_first(self.pair, self.pair.me))

    def fields(self, when: When | None) -> tuple[str, str]:
        """A day and its hour on the reader's clock, as the fields of a form hold them."""
        if not isinstance(when, datetime):
            return (when.isoformat() if when else "", "")
        local = when.astimezone(zone_of(self.pair) or when.tzinfo)
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
    return Ahead(
        pair=pair,
        eyes=(eyes or "mine") if pair.me else "shared",
        minutes=minutes,
        on=moment(on, at, pair),
        today=coach.today(),
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
    naive, zone = datetime.combine(day, hour.replace(tzinfo=None)), zone_of(pair)
    return naive.replace(tzinfo=zone) if zone else naive.astimezone()


def zone_of(pair: Relationship) -> ZoneInfo | None:
    """Where the reader's clock hangs, as far as that was said."""
    zone = pair.person(pair.me).zone if pair.me else None
    return ZoneInfo(zone) if zone else None


TheNextCall = Annotated[Ahead, Depends(ahead)]
