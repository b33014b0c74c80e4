"""Where it leads: the meetings to come, and ending well when the time has come."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, Response

from coach.errors import UserError
from coach.records import Role
from coach.render.farewell import farewell_page, keepsake_page
from coach.render.markdown import markdown
from coach.render.roadmap import roadmap_page
from coach.web.given import TheCoach, ThePair
from coach.web.showing import at, done, download, show

pages = APIRouter()


@pages.get("/with/{who}/together/ahead")
def ahead(request: Request, coach: TheCoach, pair: ThePair) -> HTMLResponse:
    """What each meeting was about, and what the next ones are for; the same for both."""
    drawn = coach.roadmap(pair.id, engine="offline")
    page = roadmap_page(drawn, pair, linked=True)
    return show(request, "ahead.html", pair=pair, here="together", page=page)


@pages.get("/with/{who}/together/close")
def closing(request: Request, coach: TheCoach, pair: ThePair) -> HTMLResponse:
    """The last meeting, thanks, and what each takes along."""
    page = farewell_page(coach.farewell(pair.id), pair, in_full=False)
    return show(request, "closing.html", pair=pair, here="together", page=page)


@pages.post("/with/{who}/together/close")
def close(
    request: Request, coach: TheCoach, pair: ThePair, sure: Annotated[bool, Form()] = False
) -> Response:
    """Close it: nothing is due any more, and everything stays until it is erased."""
    if not sure:
        raise UserError("Say first that the last meeting was held.")
    coach.end(pair.id)
    return done(request, at(pair.id, "together"))


@pages.post("/with/{who}/together/reopen")
def reopen(request: Request, coach: TheCoach, pair: ThePair) -> Response:
    """Go on after all."""
    coach.reopen(pair.id)
    return done(request, at(pair.id, "together"))


@pages.get("/with/{who}/together/keepsake/{role}")
def keepsake(coach: TheCoach, pair: ThePair, role: Role) -> Response:
    """What one of the two takes along, as a file; the partner's holds shared material only."""
    text = markdown(keepsake_page(coach.keepsake(pair.id, role)))
    return download(text, f"{pair.id}-keepsake-{role}.md", "text/markdown")
