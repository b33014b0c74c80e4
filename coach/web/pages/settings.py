"""Settings: who reads, what leaves this machine, how long words stay, whose home this is."""

from __future__ import annotations

import json
from typing import Annotated, Any, Literal
from zoneinfo import available_timezones

from fastapi import APIRouter, File, Form, Request, UploadFile
from fastapi.responses import HTMLResponse, Response

from coach.app import Coach
from coach.engine import sent_to
from coach.errors import UserError
from coach.given import checked_role, checked_zone
from coach.records import Person
from coach.web.given import Line, TheCoach
from coach.web.showing import at, done, show

pages = APIRouter()

KEPT = ("model", "base_url", "pseudonyms", "keep_transcript_days")
"""What can be chosen here, and `coach.config` keeps."""
DAYS: tuple[int | Literal["forever"], ...] = (0, 7, 30, 90, 365, "forever")


@pages.get("/settings")
def settings(request: Request, coach: TheCoach, saved: str = "") -> HTMLResponse:
    """All of them on one page."""
    now = coach.settings
    return show(
        request,
        "settings.html",
        here="settings",
        now=now,
        asks=coach.asks_a_model(),
        to=sent_to(None, now),
        origin={name: coach.origin(name) for name in (*KEPT, "api_key")},
        has_key=now.api_key is not None,
        days=DAYS if now.keep_transcript_days in DAYS else (*DAYS, now.keep_transcript_days),
        me=coach.store.me(),
        zones=sorted(available_timezones()),
        saved=saved in ("model", "texts", "me") and saved,
    )


@pages.post("/settings/model")
def choose_model(
    request: Request,
    coach: TheCoach,
    reader: Line,
    model: Line = "",
    base_url: Line = "",
    pseudonyms: Annotated[bool, Form()] = False,
    yes: Line = "",
) -> Response:
    """Offline again at once; a model only with a yes to what is sent to which server."""
    if reader not in ("offline", "model"):
        raise UserError("Choose who reads: offline, or a model.")
    wanted: dict[str, Any] = {"pseudonyms": pseudonyms, "base_url": base_url.strip() or None}
    wanted["model"] = model.strip() if reader == "model" else None
    if reader == "offline":  # the address stays for another time
        del wanted["base_url"]
    changes = _free(coach, wanted)
    then = coach.change_settings(only_look=True, **changes)
    to = sent_to(None, then)
    if to is not None and yes != to:
        has_key = then.api_key is not None
        name = "settings_yes.html"
        return show(request, name, here="settings", then=then, to=to, has_key=has_key)
    coach.change_settings(**changes)
    return done(request, "/settings?saved=model")


@pages.post("/settings/texts")
def choose_days(
    request: Request, coach: TheCoach, days: Line, yes: Annotated[bool, Form()] = False
) -> Response:
    """How long words stay; where some would go at once, only with a yes."""
    wanted = _days(days)
    coach.change_settings(only_look=True, keep_transcript_days=wanted)
    going = coach.texts_due(wanted)
    if going and not yes:
        return show(request, "settings_texts.html", here="settings", days=wanted, going=going)
    coach.change_settings(keep_transcript_days=wanted)
    return done(request, "/settings?saved=texts")


@pages.post("/settings/me")
def choose_me(request: Request, coach: TheCoach, name: Line, zone: Line = "") -> Response:
    """Whose home this is, and by which clock they live."""
    if not name.strip() or not name.isprintable():
        raise UserError("Your name cannot be empty.")
    where = checked_zone(zone.strip() or None)
    coach.store.set_me(Person(name=name.strip(), zone=where))
    return done(request, "/settings?saved=me")


@pages.post("/settings/restore")
def restore(
    request: Request,
    coach: TheCoach,
    file: Annotated[UploadFile, File()],
    id: Line = "",
    me: Line = "",
) -> Response:
    """Put an export back: all of it, or nothing."""
    try:
        exported = json.loads(file.file.read().decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise UserError("That file is no JSON; give the .json of an export.") from None
    role = checked_role(me) if me else None
    pair = coach.restore(exported, id=id.strip() or None, me=role)
    return done(request, at(pair.id, "eyes"))


def _free(coach: Coach, wanted: dict[str, Any]) -> dict[str, Any]:
    """Without what the environment says: a field that cannot be changed is not sent to be."""
    return {name: to for name, to in wanted.items() if coach.origin(name) in ("kept", "default")}


def _days(said: str) -> int | Literal["forever"]:
    if said == "forever":
        return "forever"
    if not (said.isascii() and said.isdigit() and len(said) < 6):
        raise UserError("Write a number of days from 0 to 36500, or forever.")
    return int(said)
