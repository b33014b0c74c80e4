"""The ledger: what both promised, what became of each, and changes by hand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Form, Query, Request
from fastapi.datastructures import FormData
from fastapi.responses import HTMLResponse, Response

from coach.app import Coach, clock
from coach.app.between_calls import SOON
from coach.before import words_given
from coach.errors import UserError
from coach.offlimits import discreet
from coach.promises import Due, Step, due_until, within_limits
from coach.records import NEVER, Commitment, Relationship, day_of
from coach.render.ics import reminder_calendar
from coach.render.ledger import SAYS, Sheet, assured
from coach.render.promise import promise_page, stands
from coach.render.recap import BECAME
from coach.render.spreadsheet import ledger_csv
from coach.web.fields import faults_of, one_line, written
from coach.web.given import Line, TheCoach, TheForm, ThePair, said
from coach.web.problems import in_words
from coach.web.showing import at, done, download, show, swaps

pages = APIRouter()

SHOWN = {"open": "Open", "settled": "Settled", "all": "All"}
SAID = {state: BECAME[state] for state in ("done", "partly", "not_done", "dropped")}
"""What a person may say became of a promise; a moved one gets another day."""
TYPED = {"due": "Its day", "owner": "Whose it is", "action": "Its wording"}
"""The fields that a promise is changed in, with their labels."""


@dataclass(frozen=True)
class Wanted:
    """Which promises are looked for; it stands in the address, so a view can be kept and shared."""

    show: Annotated[Literal["open", "settled", "all"], Query()] = "open"
    whose: Annotated[Literal["all", "mentor", "mentee"], Query()] = "all"
    soon: Annotated[bool, Query()] = False
    words: Annotated[str, Query(max_length=200)] = ""

    def of(
        self, promises: Iterable[Commitment], pair: Relationship, today: date
    ) -> tuple[Commitment, ...]:
        """Those that fit, in their order. Words may stand anywhere in it or in its quotes."""
        found = [
            one for one in promises if self.show == "all" or one.is_open == (self.show == "open")
        ]
        if self.whose != "all":
            owner = pair.person(self.whose).name
            found = [one for one in found if one.owner == owner]
        if self.soon:
            due = {one.id for one in due_until(found, pair, today + SOON)}
            found = [one for one in found if one.id in due]
        asked = self.words.casefold().split()
        return tuple(one for one in found if all(word in _told(one) for word in asked))


@pages.get("/with/{who}/promises")
def ledger(
    request: Request, coach: TheCoach, pair: ThePair, wanted: Annotated[Wanted, Depends()]
) -> HTMLResponse:
    """What both promised, the owner's own first; by day, what is about discretion before all."""
    every, today = _promises(coach, pair), coach.today()
    found = wanted.of(every, pair, today)
    lives = coach.lives(pair.id)
    told = {one.id: within_limits(lives.of(one.id), pair) for one in found}
    past = coach.past(pair.id, pair.me)
    sheet = Sheet(pair, today, told, past.kept)
    given = Due(pair, (), words_given(pair, past.last, pair.me))
    return show(
        request,
        "promises.html",
        pair=pair,
        here="promises",
        wanted=wanted,
        shown=SHOWN,
        total=len(every),
        found=len(found),
        groups=tuple(sheet.groups(found, pair.me)),
        assured=assured(given) if given.assurances and not pair.closed else None,
        in_doubt=[
            (one, sheet.line(discreet(one, pair)), SAYS[one.partner_says or NEVER])
            for one in coach.in_doubt(pair.id)
        ],
        heard=[(one, sheet.line(discreet(one, pair))) for one in coach.heard(pair.id)],
        waiting=_waiting(coach, pair) if not every else (),
    )


@pages.get("/with/{who}/promises.csv")
def spreadsheet(coach: TheCoach, pair: ThePair) -> Response:
    """All promises, a line each."""
    return download(ledger_csv(_promises(coach, pair)), f"{pair.id}-promises.csv", "text/csv")


@pages.get("/with/{who}/promises.ics")
def reminders(coach: TheCoach, pair: ThePair, both: bool = False) -> Response:
    """A day in the calendar for each promise whose day is still to come."""
    found = coach.reminders(pair.id, both=both)
    text = reminder_calendar(found, stamp=clock.now())
    return download(text, f"{pair.id}-promises.ics", "text/calendar")


@pages.post("/with/{who}/promises/heard")
def own(
    request: Request,
    coach: TheCoach,
    pair: ThePair,
    id: Line,
    answer: Annotated[Literal["yes", "no"], Form()],
) -> Response:
    """Say yes or no to a promise that only the partner's file tells of, or that it takes out."""
    if answer == "yes":
        coach.own(pair.id, [id])
    else:
        coach.own(pair.id, (), [id])
    return done(request, at(pair.id, "promises"))


@pages.get("/with/{who}/promises/{id}")
def promise(request: Request, coach: TheCoach, pair: ThePair, id: str) -> HTMLResponse:
    """One promise from the day it was made, and what can be said of it."""
    return _shown(request, coach, pair, id, "promise.html")


@pages.post("/with/{who}/promises/{id}")
def change(request: Request, coach: TheCoach, pair: ThePair, id: str, form: TheForm) -> Response:
    """Change a promise by hand: what the fields say otherwise than they did, or one thing alone.

    What became of it is one thing alone: fields that were typed in beside it stay as typed, and
    are saved by their own button. An empty day or owner takes it away.
    """
    coach.store.ledger.get(pair.id, id)
    typed = _typed(form)
    alone = {said(form, "what"): one_line(said(form, "value"))} if "value" in form else {}
    fields = alone or typed
    if not fields and not any(name in form for name in TYPED):
        raise UserError("Say what changes: what became of it, its day, whose it is, its wording.")
    try:
        _require_right(fields, pair)
        coach.edit_commitment(pair.id, id, **fields)
    except UserError as problem:
        why = in_words(str(problem).removeprefix(f"{id}, "), _promises(coach, pair))
        return _shown(request, coach, pair, id, "_promise.html", typed=typed, problem=why)
    left = typed if alone else {}
    told = "" if fields else "Nothing was changed."
    return _changed(request, coach, pair, id, left, told)


@pages.post("/with/{who}/promises/{id}/undo")
def undo(request: Request, coach: TheCoach, pair: ThePair, id: str, form: TheForm) -> Response:
    """Take back the last change by hand; the history keeps both, and what was typed stays typed."""
    coach.undo(pair.id, id)
    return _changed(request, coach, pair, id, _typed(form))


def _typed(form: FormData) -> dict[str, str]:
    """What a person changed in the fields, but for what they were shown there."""
    now = {name: one_line(said(form, name)) for name in TYPED if name in form}
    return {name: value for name, value in now.items() if value != said(form, f"was-{name}")}


def _require_right(fields: Mapping[str, str], pair: Relationship) -> None:
    """Raises UserError: which field cannot be so, by its label, and why."""
    if unknown := [name for name in fields if name not in ("status", *TYPED)]:
        raise UserError(f"{unknown[0][:40]!r} cannot be changed by hand.")
    if wrong := faults_of(fields, pair):
        raise UserError(" ".join(f"{TYPED[name]}: {why}" for name, why in wrong.items()))


def _changed(
    request: Request,
    coach: Coach,
    pair: Relationship,
    id: str,
    typed: Mapping[str, str],
    told: str = "",
) -> Response:
    """After a change; the page is asked for anew unless it still holds what was typed."""
    part = _shown(request, coach, pair, id, "_promise.html", typed=typed, told=told)
    return part if typed or told else done(request, at(pair.id, "promises", id), part)


def _shown(
    request: Request,
    coach: Coach,
    pair: Relationship,
    id: str,
    template: str,
    *,
    typed: Mapping[str, str] | None = None,
    problem: str = "",
    told: str = "",
) -> HTMLResponse:
    life = within_limits(coach.history(pair.id, id), pair)
    known = coach.store.ledger.get(pair.id, id)
    now = discreet(known, pair)
    return show(
        request,
        template if swaps(request) else "promise.html",
        status=400 if problem else 200,
        pair=pair,
        here="promises",
        promise=now,
        page=promise_page(now, life, pair, today=coach.today(), ids=False),
        stands=stands(now, coach.today()),
        said=SAID,
        never=NEVER,
        speakable=now == known,
        goes_on=_goes_on(coach, pair, life, id),
        by_hand=_last_by_hand(life, id),
        was=written(now),
        typed=dict(typed or {}),
        labels=TYPED,
        problem=problem,
        told=told,
    )


def _goes_on(coach: Coach, pair: Relationship, life: Sequence[Step], id: str) -> Commitment | None:
    """The promise that this one lives on as, where a call moved it."""
    later = next((step.goes_on_as for step in reversed(life) if step.goes_on_as), None)
    if later in (None, id):
        return None
    return next((one for one in _promises(coach, pair) if one.id == later), None)


def _last_by_hand(life: Iterable[Step], id: str) -> Step | None:
    """The change that an undo would take back."""
    mine = [step for step in life if step.commitment == id and step.by_hand and not step.undone]
    return next((step for step in reversed(mine) if step.what != "taken_back"), None)


def _promises(coach: Coach, pair: Relationship) -> list[Commitment]:
    """All of them; one about what is off limits with its owner and day alone."""
    return [discreet(one, pair) for one in coach.commitments(pair.id)]


def _told(promise: Commitment) -> str:
    said = (item.quote for item in promise.evidence)
    return " ".join([promise.id, promise.action, promise.owner or "", *said]).casefold()


def _waiting(coach: Coach, pair: Relationship) -> tuple[tuple[str, date], ...]:
    """Calls whose draft waits for a yes: where the first promises are."""
    waiting, calls = coach.store.sessions.waiting(pair.id), coach.store.sessions.list(pair.id)
    return tuple((call.id, day_of(call.held_on)) for call in calls if call.id in waiting)
