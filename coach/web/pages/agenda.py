"""The agenda as a line of time, and its forms that leave the page: Markdown, message, calendar."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, PlainTextResponse, Response

from coach.app import Coach, clock
from coach.errors import UserError
from coach.records import Agenda
from coach.render.agenda import agenda_page
from coach.render.ics import calendar
from coach.render.markdown import markdown
from coach.render.message import message
from coach.render.page import own_first
from coach.render.timeline import timeline
from coach.web.ahead import USUAL, Ahead, Eyes, TheNextCall, ahead, moment
from coach.web.given import Line, TheCoach, ThePair
from coach.web.showing import at, done, download, show

pages = APIRouter(prefix="/with/{who}")

NO_MODEL = "No model is named in the settings, so none is asked."


@pages.get("/agenda")
def see(request: Request, coach: TheCoach, call: TheNextCall) -> HTMLResponse:
    """The hour, item by item, each with what it comes from."""
    return _shown(request, coach, call, call.agenda(coach))


@pages.get("/agenda.md")
def as_markdown(coach: TheCoach, call: TheNextCall) -> PlainTextResponse:
    """The page as Markdown, to paste into a document."""
    return PlainTextResponse(_markdown(coach, call, call.agenda(coach)), media_type="text/markdown")


@pages.get("/agenda.txt")
def as_message(coach: TheCoach, call: TheNextCall) -> PlainTextResponse:
    """At most 900 characters for the other one; nothing private is in it."""
    return PlainTextResponse(message(call.agenda(coach), call.pair))


@pages.get("/agenda.ics")
def as_calendar(coach: TheCoach, call: TheNextCall) -> Response:
    """The call and the days of promises, for a calendar."""
    reminders = coach.reminders(call.pair.id, both=True)
    text = calendar(call.agenda(coach), call.pair, reminders, stamp=clock.now())
    return download(text, f"call-{call.pair.id}.ics", "text/calendar")


@pages.post("/next")
def keep_day(
    request: Request,
    coach: TheCoach,
    pair: ThePair,
    on: Line = "",
    clock_: Annotated[Line, Form(alias="at")] = "",
    minutes: Annotated[int, Form()] = USUAL,
    page: Line = "agenda",
) -> Response:
    """Set the day of the next call; without one, it is not known."""
    coach.set_next_call(pair.id, moment(on, clock_, pair))
    there = at(pair.id, "brief" if page == "brief" else "agenda")
    return done(request, there + (f"?minutes={minutes}" if minutes != USUAL else ""))


@pages.get("/agenda/words")
def look(request: Request, coach: TheCoach, call: TheNextCall) -> HTMLResponse:
    """What would leave this machine, before anything does."""
    _require_a_model(coach)
    who, role = call.pair.id, call.role
    sending = coach.would_send_agenda(who, role=role, minutes=call.minutes, on=call.on)
    return show(request, "words.html", pair=call.pair, here="prepare", call=call, sending=sending)


@pages.post("/agenda/words")
def reword(
    request: Request,
    coach: TheCoach,
    pair: ThePair,
    eyes: Annotated[Eyes, Form(alias="for")],
    minutes: Annotated[int, Form()],
    on: Line = "",
) -> HTMLResponse:
    """The agenda in a model's words. Nothing of it is kept."""
    _require_a_model(coach)
    call = ahead(coach, pair, eyes, minutes, on)
    return _shown(request, coach, call, call.agenda(coach, engine=None), worded=True)


def _require_a_model(coach: Coach) -> None:
    if not coach.asks_a_model():
        raise UserError(NO_MODEL)


def _shown(
    request: Request, coach: Coach, call: Ahead, agenda: Agenda, worded: bool = False
) -> HTMLResponse:
    """The page; what only this agenda says, such as why a model was in vain, stands on top."""
    pair = call.pair
    news = set(agenda.notices) - set(call.agenda(coach).notices) if worded else ()
    held = {session.id: session.held_on for session in coach.store.sessions.list(pair.id)}
    return show(
        request,
        "agenda.html",
        pair=pair,
        here="prepare",
        call=call,
        agenda=agenda,
        line=timeline(agenda, pair, coach.frameworks, viewer=pair.me, calls=held),
        partner=own_first(pair, pair.me)[1],
        markdown=_markdown(coach, call, agenda),
        message=message(agenda, pair),
        model=coach.settings.model if coach.asks_a_model() else None,
        worded=worded,
        news=sorted(news),
    )


def _markdown(coach: Coach, call: Ahead, agenda: Agenda) -> str:
    return markdown(agenda_page(agenda, call.pair, coach.frameworks))
