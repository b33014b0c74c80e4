"""Home: every relationship with its next call, what is due and what was kept; and how to begin."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import Annotated, NamedTuple

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, Response

from coach.app import Coach
from coach.app.between_calls import SOON
from coach.demo import CALLS, add_demo_pair, demo_files
from coach.errors import UserError
from coach.given import checked_role, id_for
from coach.promises import Due
from coach.records import Commitment, Person, Relationship, When, day_of
from coach.render.page import given_name
from coach.web.given import Line, TheCoach
from coach.web.showing import at, done, show

pages = APIRouter()


class Card(NamedTuple):
    """A relationship as home shows it."""

    pair: Relationship
    partner: Person | None
    """None where nobody said which of the two owns this home"""
    next_call: When | None
    ahead: bool
    """is that day still to come?"""
    waiting: tuple[str, ...]
    """calls whose draft waits for a yes"""
    due: tuple[tuple[str, tuple[Commitment, ...]], ...]
    """whose, and what; the owner's first"""
    kept: tuple[Commitment, ...]


@pages.get("/")
def home(request: Request, coach: TheCoach) -> HTMLResponse:
    """Every relationship, those with the nearest call first."""
    today = coach.today()
    cards = sorted((_card(coach, one, today) for one in coach.relationships()), key=_nearest)
    return show(request, "home.html", cards=cards, today=today, soon=today + SOON)


@pages.get("/new")
def new(request: Request) -> HTMLResponse:
    """The first thing that is asked: who the two are."""
    return show(request, "new.html")


@pages.post("/new")
def open_one(
    request: Request,
    coach: TheCoach,
    mine: Line,
    partner: Line,
    role: Line,
    agreed: Annotated[bool, Form()] = False,
) -> Response:
    """Open a relationship; with `agreed`, both have said yes to recaps being kept."""
    me = checked_role(role)
    names = {me: mine.strip(), ("mentee" if me == "mentor" else "mentor"): partner.strip()}
    taken = {one.id for one in coach.relationships()}
    pair = coach.add(id_for(partner, taken), mentor=names["mentor"], mentee=names["mentee"], me=me)
    if agreed:
        coach.consent(pair.id, ("mentor", "mentee"))
    return done(request, at(pair.id, "calls"))


@pages.post("/demo")
def demo(request: Request, coach: TheCoach) -> Response:
    """The invented pair of the demo: one call confirmed, the second as a draft to go through."""
    with demo_files() as folder:
        try:
            pair = add_demo_pair(coach, folder)
        except UserError as problem:
            raise UserError(
                "The demo's pair is here already; erase it to begin it again."
            ) from problem
        for call in CALLS:
            coach.recap(folder / call.file, who=pair.id, held_on=call.held_on, engine="offline")
            if call is CALLS[0]:
                coach.confirm(pair.id, "01")
    return done(request, at(pair.id, "calls", "02"))


def _card(coach: Coach, pair: Relationship, today: date) -> Card:
    when = coach.next_call(pair.id)
    kept = coach.past(pair.id, None).kept
    ledger = coach.commitments(pair.id)
    return Card(
        pair=pair,
        partner=pair.partner_of(pair.person(pair.me).name) if pair.me else None,
        next_call=when,
        ahead=when is not None and day_of(when) >= today,
        waiting=tuple(sorted(coach.store.sessions.waiting(pair.id))),
        due=tuple(_by_owner(coach.due(pair.id), pair)),
        kept=tuple(one for one in ledger if one.id in kept),
    )


def _by_owner(
    due: Sequence[Due], pair: Relationship
) -> Iterator[tuple[str, tuple[Commitment, ...]]]:
    """What is due in this pair, person by person, as the ledger ranks it."""
    ranked = [one for found in due for one in found.promises]
    for owner, theirs in groupby(ranked, key=lambda one: one.owner):
        whose = "Yours" if pair.me and owner == pair.person(pair.me).name else ""
        yield whose or (given_name(owner) if owner else "Not known whose"), tuple(theirs)


def _nearest(card: Card) -> tuple[bool, date]:
    known = card.ahead and card.next_call is not None
    return (not known, day_of(card.next_call) if known and card.next_call else date.max)
