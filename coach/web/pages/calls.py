"""The calls of a pair, a place to drop a transcript, and what is asked until it is read."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Annotated, Any, Literal, NamedTuple

from fastapi import APIRouter, Query, Request
from fastapi.datastructures import FormData
from fastapi.responses import HTMLResponse, PlainTextResponse, Response

from coach.app import Coach
from coach.drafting import Drafted, Sending
from coach.engine import OFFLINE
from coach.errors import CoachError, UserError
from coach.given import EARLIEST, checked_held_on, checked_turns
from coach.offlimits import discreet
from coach.records import Commitment, Relationship, Session, When
from coach.render.striking import REMAINS
from coach.transcript import read_transcript_bytes
from coach.web.door import Door, too_large
from coach.web.given import TheCoach, TheForm, ThePair, TheReadings, said
from coach.web.lines import Sheet, sheet_of
from coach.web.reading import Reading
from coach.web.showing import at, done, show

pages = APIRouter()

AT_ONCE = 25
"""Calls that stand on one page."""
SOON = 1.5
"""Seconds that an answer waits for a call to be read: the rules need less."""
LONGEST_SHOWN = 60_000
"""Letters of what would be sent that the page itself shows; all of it is a page of its own."""
MOST_OF_A_FILE = Door.most_bytes - 10_000
"""Bytes, with the rest of its form beside it."""
TOO_LARGE = (
    f"This file is larger than {Door.most_bytes // 1_000_000} MB, so it was not read. "
    "The transcript of a call is text, and far smaller than its recording."
)

About = Literal["all", "file", "day"]
"""What of the form a problem is about."""


class Row(NamedTuple):
    """A call as the list shows it."""

    call: Session
    waits: bool
    """for a yes"""
    promised: tuple[Commitment, ...]
    kept: bool
    """is its text still here?"""
    goes: date | None


@pages.get("/with/{who}/calls")
def calls(
    request: Request,
    coach: TheCoach,
    pair: ThePair,
    skip: Annotated[int, Query(ge=0, le=100_000)] = 0,
    gone: Annotated[int, Query(ge=0, le=1_000_000)] = 0,
) -> HTMLResponse:
    """The calls, the latest first, and where to drop the next one; `skip` leads to earlier ones."""
    if too_large(request.scope):
        return _calls(request, coach, pair, f"{TOO_LARGE} Choose its day again too.", status=413)
    return _calls(request, coach, pair, skip=skip, gone=gone)


@pages.post("/with/{who}/calls")
def drop(
    request: Request,
    coach: TheCoach,
    pair: ThePair,
    readings: TheReadings,
    form: TheForm,
) -> Response:
    """Take a transcript in; what it does not say itself is asked on the next page."""
    about: About = "all"
    try:
        coach.required_open(pair.id, "this call is not read")
        about = "day"
        day = _day(coach, form)
        about = "file"
        reading = readings.take(_taken(coach, pair, form, day))
    except UserError as problem:
        return _calls(request, coach, pair, str(problem), form, about=about)
    return _on(request, coach, pair, reading)


@pages.get("/with/{who}/reading/{job}")
def reading_page(
    request: Request, coach: TheCoach, pair: ThePair, readings: TheReadings, job: str
) -> Response:
    """What is still asked of a call, or how far it is, or what came of it."""
    reading = readings.get(pair.id, job)
    if reading.session:
        return done(request, _review(pair, reading))
    return _shown(request, coach, pair, reading)


@pages.post("/with/{who}/reading/{job}")
def answer(
    request: Request,
    coach: TheCoach,
    pair: ThePair,
    readings: TheReadings,
    form: TheForm,
    job: str,
) -> Response:
    """A person's answer to what is asked of a call: its day, a label, a yes."""
    reading = readings.get(pair.id, job)
    if said(form, "leave"):
        readings.drop(reading)
        return done(request, at(pair.id, "calls"))
    if reading.runs:
        return _shown(request, coach, pair, reading)
    try:
        _answered(coach, pair, reading, form)
    except UserError as problem:
        return _shown(request, coach, pair, reading, str(problem))
    return _on(request, coach, coach.relationship(pair.id), reading)


@pages.get("/with/{who}/reading/{job}/sent")
def sent(coach: TheCoach, pair: ThePair, readings: TheReadings, job: str) -> PlainTextResponse:
    """All that would be sent to a model, to the letter."""
    return PlainTextResponse(_letters(readings.get(pair.id, job).would_send(coach)))


# --- taking in -----------------------------------------------------------------------------------


def _day(coach: Coach, form: FormData) -> When | None:
    """When the call was held, as far as a person said it."""
    return checked_held_on(said(form, "held_on")[:40] or None, coach.today())


def _taken(coach: Coach, pair: Relationship, form: FormData, day: When | None) -> Reading:
    """The call that was handed in, read into turns; nothing of it is written anywhere."""
    file = form.get("file")
    if file is None or isinstance(file, str) or not file.filename:
        raise UserError("Choose the transcript of a call first.")
    transcript = read_transcript_bytes(file.file.read(), source=_name(file.filename))
    return Reading(
        who=pair.id,
        transcript=transcript,
        turns=len(transcript.turns),
        source=transcript.source,
        engine=coach.settings.model or OFFLINE if said(form, "reader") == "model" else OFFLINE,
        held_on=day,
        not_secret=_turns(form, "not_secret"),
        secret=_turns(form, "secret"),
        both=said(form, "both_say") == "yes",
    )


def _turns(form: FormData, field: str) -> tuple[range, ...]:
    """The turns that a field names, if any."""
    turns = said(form, field)
    return checked_turns(turns, "Turns") if turns.strip() else ()


def _name(given: str) -> str:
    """What a file is called, without the folders a browser may tell.

    >>> _name("C:\\\\calls\\\\march.vtt"), _name("../../etc/passwd")
    ('march.vtt', 'passwd')
    """
    return re.split(r"[\\/]", given)[-1][:200].strip() or "transcript"


def _answered(coach: Coach, pair: Relationship, reading: Reading, form: FormData) -> None:
    """Take in what a person said of this call."""
    if day := _day(coach, form):
        reading.held_on = day
    if said(form, "send") == "yes" and reading.sent is not None:
        reading.may_send = True
    if said(form, "send") == "rules":
        reading.engine = OFFLINE
    if reading.transcript is not None:
        labels = reading.unknown(pair)
        reading.is_of({label: said(form, f"label-{n}") for n, label in enumerate(labels)}, coach)
    if said(form, "both") == "yes":
        coach.consent(pair.id, ("mentor", "mentee"))
    if said(form, "again") or said(form, "both"):
        reading.start_over()


def _on(request: Request, coach: Coach, pair: Relationship, reading: Reading) -> Response:
    """Go on with a call: read it where nothing is left to ask."""
    if reading.step(coach, pair) == "reading" and not reading.runs:
        reading.begin(coach)
        reading.over.wait(SOON)
    return done(
        request,
        _review(pair, reading) if reading.session else at(pair.id, "reading", reading.id),
    )


def _review(pair: Relationship, reading: Reading) -> str:
    assert reading.session and reading.drafted
    again = "?again=1" if reading.drafted.seen_before else ""
    return at(pair.id, "calls", reading.session) + again


# --- showing -------------------------------------------------------------------------------------


def _calls(
    request: Request,
    coach: Coach,
    pair: Relationship,
    problem: str = "",
    form: FormData | None = None,
    skip: int = 0,
    *,
    gone: int = 0,
    about: About = "file",
    status: int = 400,
) -> HTMLResponse:
    model = coach.settings.model
    held = coach.store.sessions.list(pair.id)[::-1]
    asked = form or FormData()
    return show(
        request,
        "calls.html",
        status=status if problem else 200,
        pair=pair,
        here="calls",
        rows=_rows(coach, pair, held[skip : skip + AT_ONCE]),
        of=len(held),
        skip=skip,
        gone=gone,
        remains=REMAINS,
        earlier=skip + AT_ONCE if len(held) > skip + AT_ONCE else None,
        today=coach.today(),
        model=model,
        reader=said(asked, "reader") or ("model" if model else OFFLINE),
        held_on=said(asked, "held_on"),
        problem=problem,
        about=about,
        too_large=TOO_LARGE,
        most=MOST_OF_A_FILE,
        earliest=f"{EARLIEST}-01-01",
    )


def _rows(coach: Coach, pair: Relationship, calls: Sequence[Session]) -> list[Row]:
    shown_of = {call.id for call in calls}
    promised: dict[str, list[Commitment]] = defaultdict(list)
    for one in coach.commitments(pair.id):
        if (call_of := one.id.partition("#")[0]) in shown_of:
            promised[call_of].append(one)
    waiting, texts = coach.store.sessions.waiting(pair.id), coach.kept_texts(pair.id)
    rows = []
    for call in calls:
        waits = call.id in waiting
        drafted = coach.draft(pair.id, call.id).commitments if waits else promised[call.id]
        shown = tuple(discreet(one, pair) for one in drafted)
        rows.append(Row(call, waits, shown, call.id in texts, texts.get(call.id)))
    return rows


def _letters(sending: Sending) -> str:
    """All that would be sent, request by request."""
    return "".join(
        f"--- request {number}, {role} ---\n{text}\n"
        for number, messages in enumerate(sending.messages, 1)
        for role, text in messages
    )


def _shown(
    request: Request, coach: Coach, pair: Relationship, reading: Reading, problem: str = ""
) -> HTMLResponse:
    step = reading.step(coach, pair)
    more: dict[str, Any] = {}
    if step == "labels":
        more = {"heard": reading.heard(pair)}
    elif step == "sending":
        try:
            more = _sending(coach, reading)
        except CoachError as fault:
            problem, more = problem or str(fault), {"sending": None}
    elif reading.drafted:
        more = {"sheet": _sheet(coach, pair, reading.drafted)}
    part = "_reading.html" if request.headers.get("hx-request") else "reading.html"
    return show(
        request,
        part,
        status=400 if problem else 200,
        pair=pair,
        here="calls",
        reading=reading,
        step=step,
        problem=problem,
        today=coach.today(),
        earliest=f"{EARLIEST}-01-01",
        **more,
    )


def _sending(coach: Coach, reading: Reading) -> dict[str, Any]:
    """What would leave this machine, and where it would go."""
    sending = reading.would_send(coach)
    text = _letters(sending)
    return {
        "sending": sending,
        "pseudonyms": coach.settings.pseudonyms,
        "server": coach.settings.base_url or "OpenAI, api.openai.com",
        "text": text[:LONGEST_SHOWN],
        "more": len(text) > LONGEST_SHOWN,
    }


def _sheet(coach: Coach, pair: Relationship, drafted: Drafted) -> Sheet:
    """What a call that is not kept left behind."""
    return sheet_of(drafted.recap, pair, drafted.earlier, frameworks=coach.frameworks)
