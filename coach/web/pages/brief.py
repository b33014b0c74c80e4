"""The brief: what a person looks at five minutes before the call, on one screen of a phone."""

from __future__ import annotations

from dataclasses import replace

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from coach.render.glance import glance
from coach.render.page import own_first
from coach.web.ahead import TheNextCall
from coach.web.given import TheCoach
from coach.web.showing import show

pages = APIRouter(prefix="/with/{who}")


@pages.get("/brief")
def brief(request: Request, coach: TheCoach, call: TheNextCall) -> HTMLResponse:
    """My debts, the hour, one question; below them the partner's."""
    pair = call.pair
    call = replace(call, eyes="mine" if pair.me else "shared")  # nobody reads another's
    agenda, calls = call.agenda(coach), coach.store.sessions.list(pair.id)
    return show(
        request,
        "brief.html",
        pair=pair,
        here="brief",
        call=call,
        agenda=agenda,
        seen=glance(agenda, pair, coach.frameworks, coach.today()),
        own=own_first(pair, pair.me)[0],
        partner=own_first(pair, pair.me)[1],
        waiting=sorted(coach.store.sessions.waiting(pair.id)),
        confirmed=any(one.confirmed for one in calls),
        today=coach.today(),
    )
