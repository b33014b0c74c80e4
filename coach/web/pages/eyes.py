"""Who sees what: me, the two of us, the model, nobody; each one's yes, files, and the end."""

from __future__ import annotations

import io
import json
import zipfile
from typing import Annotated, Any

from fastapi import APIRouter, File, Form, Request, UploadFile
from fastapi.responses import HTMLResponse, Response

from coach.app import Coach
from coach.engine import sent_to
from coach.errors import UserError
from coach.given import checked_role
from coach.offlimits import discreet
from coach.records import Relationship
from coach.render.deletion import REMAINS, deletion_requests
from coach.render.exchange import brought_page, shared_page, shared_text
from coach.render.eyes import Away, Kept, copies, own_notes, who_sees_what
from coach.render.ledger import SAYS
from coach.render.page import given_name
from coach.render.relationship import STAYS, what_follows
from coach.sharing import Paper
from coach.web.given import Line, TheCoach, ThePair, TheReadings
from coach.web.showing import at, done, download, show

pages = APIRouter()
EYES = "/with/{who}/eyes"


@pages.get(EYES)
def eyes(request: Request, coach: TheCoach, pair: ThePair) -> HTMLResponse:
    """All of it on one page."""
    return show(
        request,
        "eyes.html",
        pair=pair,
        here="eyes",
        groups=who_sees_what(pair, _kept(coach, pair), _away(coach), coach.today()),
        copies=copies(pair, str(coach.settings.home)),
        texts=coach.kept_texts(pair.id),
        calls=coach.store.sessions.list(pair.id),
        days=coach.settings.keep_transcript_days,
        today=coach.today(),
        **_consent(pair),
    )


# --- each one's yes ------------------------------------------------------------------------------


@pages.post(f"{EYES}/consent")
def consent(request: Request, coach: TheCoach, pair: ThePair, by: Line, how: Line = "") -> Response:
    """Record a yes, or a new one."""
    said = how.strip() or "said so to the other"
    coach.consent(pair.id, [checked_role(by)], said)
    return _anew(request, pair)


@pages.post(f"{EYES}/withdraw")
def withdraw(
    request: Request, coach: TheCoach, pair: ThePair, readings: TheReadings, by: Line
) -> Response:
    """Record that one took their yes back."""
    coach.withdraw(pair.id, checked_role(by))
    readings.forget(pair.id)
    return _anew(request, pair)


def _anew(request: Request, pair: Relationship) -> Response:
    """The whole page: a yes changes what is sent and shared, too."""
    return done(request, f"{at(pair.id, 'eyes')}#consent")


def _consent(pair: Relationship) -> dict[str, Any]:
    last = {yes.who: yes for yes in pair.consents}
    said = [(role, pair.person(role), last.get(pair.person(role).name)) for role in _roles(pair)]
    return {"said": said, "follows": list(what_follows(pair)), "stays": STAYS}


def _roles(pair: Relationship) -> tuple[Any, ...]:
    return ("mentor", "mentee") if pair.me != "mentee" else ("mentee", "mentor")


# --- between two homes ---------------------------------------------------------------------------


@pages.get(f"{EYES}/share")
def share(request: Request, coach: TheCoach, pair: ThePair) -> HTMLResponse:
    """Exactly what the partner's file holds, before anybody has it."""
    page = shared_page(coach.share(pair.id))
    return show(request, "eyes_share.html", pair=pair, here="eyes", page=page)


@pages.get(f"{EYES}/share.md")
def shareddownload(coach: TheCoach, pair: ThePair) -> Response:
    """The file for the partner."""
    shared = coach.share(pair.id)
    return download(
        shared_text(shared), f"from-{_plain(given_name(shared.sent_by))}.md", "text/plain"
    )


@pages.get(f"{EYES}/receive")
def receive(request: Request, coach: TheCoach, pair: ThePair) -> HTMLResponse:
    """Where the partner's file is handed in; and what of it waits for my word."""
    return show(request, "eyes_receive.html", pair=pair, here="eyes", **_waiting(coach, pair))


@pages.post(f"{EYES}/receive")
def look(
    request: Request, coach: TheCoach, pair: ThePair, file: Annotated[UploadFile, File()]
) -> HTMLResponse:
    """What the partner's file brings; nothing is taken yet."""
    paper = Paper(_plain(file.filename or "the file"), file.file.read())
    _, brought = coach.receive(paper, pair.id, only_look=True)
    if not brought.is_news:
        coach.receive(paper, pair.id)  # there is nothing to ask; it still tells what is outdated
    return show(
        request,
        "eyes_look.html",
        pair=pair,
        here="eyes",
        page=brought_page(brought, pair),
        is_news=brought.is_news,
        paper=paper,
        # what is taken is what was seen, so its own words come back with the yes
        text=paper.text,
    )


@pages.post(f"{EYES}/receive/take")
def take(
    request: Request,
    coach: TheCoach,
    pair: ThePair,
    text: Annotated[str, Form(max_length=2_100_000)],
    name: Line = "the file",
) -> Response:
    """Take what was looked at."""
    coach.receive(Paper(_plain(name), text.encode("utf-8", "replace")), pair.id)
    return done(request, at(pair.id, "eyes", "receive"))


@pages.post(f"{EYES}/heard")
def own(request: Request, coach: TheCoach, pair: ThePair, promise: Line, answer: Line) -> Response:
    """Say yes or no to a promise that only the partner's file tells of, or that it takes out."""
    if answer not in ("yes", "no"):
        raise UserError("The answer is yes or no.")
    coach.own(pair.id, *(([promise], ()) if answer == "yes" else ([], [promise])))
    part = show(request, "_eyes_heard.html", pair=pair, **_waiting(coach, pair))
    return done(request, at(pair.id, "eyes", "receive"), part)


def _waiting(coach: Coach, pair: Relationship) -> dict[str, Any]:
    """What the partner's file says that waits for a yes or a no."""
    return {
        "heard": coach.heard(pair.id),
        "in_doubt": [discreet(one, pair) for one in coach.in_doubt(pair.id)],
        "says": SAYS,
    }


# --- files of one's own --------------------------------------------------------------------------


@pages.get(f"{EYES}/export.json")
def export(coach: TheCoach, pair: ThePair) -> Response:
    """Everything kept of the two, as JSON."""
    told = json.dumps(coach.export(pair.id), ensure_ascii=False, indent=2) + "\n"
    return download(told, f"{pair.id}.json", "application/json")


@pages.get(f"{EYES}/folder.zip")
def folder(coach: TheCoach, pair: ThePair) -> Response:
    """The same as a folder: JSON, a table of promises, Markdown for each call."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in coach.export_files(pair.id).items():
            archive.writestr(f"{pair.id}/{name}", text)
    return download(packed.getvalue(), f"{pair.id}.zip", "application/zip")


# --- the end -------------------------------------------------------------------------------------


@pages.get(f"{EYES}/erase")
def before_erasing(request: Request, coach: TheCoach, pair: ThePair) -> HTMLResponse:
    """What goes, and what stays elsewhere."""
    return show(
        request,
        "eyes_erase.html",
        pair=pair,
        here="eyes",
        calls=coach.store.sessions.list(pair.id),
        promises=coach.commitments(pair.id),
        word=_words_to_type(pair)[0],
        remains=REMAINS,
    )


@pages.post(f"{EYES}/erase")
def erase(
    request: Request, coach: TheCoach, pair: ThePair, readings: TheReadings, typed: Line = ""
) -> HTMLResponse:
    """Erase the two, where somebody typed whom; the receipt."""
    words = _words_to_type(pair)
    if typed.strip().casefold() not in {word.casefold() for word in words}:
        raise UserError(f"Nothing erased: what was typed is not {' or '.join(words)}.")
    calls, today = coach.store.sessions.list(pair.id), coach.today()
    receipt = coach.erase(pair.id)
    readings.forget(pair.id)
    return show(
        request,
        "eyes_erased.html",
        erased=pair,
        receipt=receipt,
        today=today,
        requests=deletion_requests(pair, calls),
        remains=REMAINS,
    )


@pages.post("/receipt")
def receipt(text: Annotated[str, Form(max_length=5_000)]) -> Response:
    """The receipt as a file: what stands in its box."""
    return download(text, "receipt.txt", "text/plain")


def _words_to_type(pair: Relationship) -> tuple[str, ...]:
    """What says that it is meant: the partner's name, or the id."""
    if pair.me is None:
        return (pair.id,)
    return (given_name(pair.partner_of(pair.person(pair.me).name).name), pair.id)


def _kept(coach: Coach, pair: Relationship) -> Kept:
    answers = coach.store.answers.visible_to(pair.id, pair.me)
    own = sum(answer.visibility == pair.me for answer in answers)
    return Kept(
        calls=coach.store.sessions.list(pair.id),
        recaps=coach.store.sessions.recaps_or_drafts(pair.id),
        promises=coach.commitments(pair.id),
        shared_answers=len(answers) - own,
        own_answers=own,
        own_notes=own_notes(coach.store.memory.notes(pair.id, pair.me), pair),
    )


def _away(coach: Coach) -> Away:
    settings = coach.settings
    if not coach.asks_a_model():
        return Away()
    return Away(settings.model, sent_to(None, settings), settings.pseudonyms)


def _plain(name: str) -> str:
    """The name of a file, safe in a header and in a sentence."""
    base = name.replace("\\", "/").rpartition("/")[2]
    kept = "".join(c for c in base if c.isascii() and (c.isalnum() or c in "._-"))
    return kept[:80].lstrip(".") or "file"
