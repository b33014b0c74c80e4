"""What a person puts right in a call: a promise that was missed, words or a file to take back."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response

from coach.after import mark_of
from coach.app import Coach
from coach.errors import UserError
from coach.records import Relationship, Scope
from coach.render.page import moment_for, own_first, sentence
from coach.render.striking import struck_told
from coach.web.ahead import moment
from coach.web.given import TheCoach, TheForm, ThePair, said
from coach.web.lines import Given
from coach.web.pages.review import SCOPES, call_page, overtaken
from coach.web.showing import at, done
from coach.web.wanted import Add, Strike

NO_DAY = "The day of the next call is not known."

pages = APIRouter(prefix="/with/{who}/calls/{session}")


@pages.post("/add")
def add(
    request: Request, coach: TheCoach, pair: ThePair, session: str, form: TheForm
) -> HTMLResponse:
    """Add a promise by the turn that holds its words: to the draft as a yes, else to the ledger."""
    wanted, given = Add.of(form), Given.of(form, coach.draft(pair.id, session))
    meanwhile = overtaken(given) if given.overtaken else ""
    try:
        new = coach.add_commitment(
            pair.id,
            session,
            wanted.action,
            turn=wanted.place(),
            owner=wanted.owner or None,
            due=wanted.due or None,
        )
    except UserError as fault:
        told = str(fault)
        return call_page(request, coach, pair, session, given, add=wanted, problem=told, status=400)
    draft = coach.draft(pair.id, session)
    given = replace(given, mark=mark_of(draft), says={**given.says, new.id: "yes"})
    told = f"Added: {sentence(new.action)}"
    return call_page(request, coach, pair, session, given, added=told, notice=meanwhile)


@pages.post("/next")
def next_day(
    request: Request, coach: TheCoach, pair: ThePair, session: str, form: TheForm
) -> HTMLResponse:
    """Set the day of the next call in the recap of this one; it counts at once."""
    given = Given.of(form, coach.draft(pair.id, session))
    meanwhile = overtaken(given) if given.overtaken else ""
    try:
        day = moment(said(form, "next-on"), said(form, "next-at"), pair)
        coach.set_next_call(pair.id, day, session)
    except UserError as fault:
        told = str(fault)
        return call_page(request, coach, pair, session, given, problem=told, status=400)
    given = replace(given, mark=mark_of(coach.draft(pair.id, session)))
    told = f"The next call: {moment_for(day, *own_first(pair, pair.me))}." if day else NO_DAY
    return call_page(request, coach, pair, session, given, day_set=told, notice=meanwhile)


@pages.post("/look")
def look(request: Request, coach: TheCoach, pair: ThePair, session: str, form: TheForm) -> Response:
    """What would go, were these words taken back; nothing goes yet."""
    return _struck(request, coach, pair, session, form, only_look=True)


@pages.post("/strike")
def strike(
    request: Request, coach: TheCoach, pair: ThePair, session: str, form: TheForm
) -> Response:
    """Take words or the call back, and everything that was made of them."""
    return _struck(request, coach, pair, session, form, only_look=False)


def _struck(
    request: Request,
    coach: Coach,
    pair: Relationship,
    session: str,
    form: TheForm,
    only_look: bool,
) -> Response:
    wanted, given = Strike.of(form), Given.of(form, coach.draft(pair.id, session))
    problem, status = "", 200
    try:
        went = coach.strike(
            pair.id,
            session,
            turns=wanted.turns(),
            subject=None if wanted.whole else wanted.subject or None,
            scope=cast("Scope", wanted.scope if wanted.scope in SCOPES else "off_record"),
            whole=wanted.whole,
            only_look=only_look,
        )
    except UserError as fault:
        problem, status = str(fault), 400
    else:
        if wanted.whole and not only_look:
            return done(request, f"{at(pair.id, 'calls')}?gone={int(session)}")
        told = struck_told(went)
        wanted = wanted._replace(told=told) if only_look else Strike(struck=told)
    return call_page(
        request, coach, pair, session, given, strike=wanted, problem=problem, status=status
    )
