"""Coming in: by the link that the terminal printed, or by a password."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse

from coach.web.door import ENTRANCE
from coach.web.keys import Keys
from coach.web.showing import show

pages = APIRouter()

USED = "This link was used before, or is of an earlier start; the terminal shows the one to open."


@pages.get(ENTRANCE)
def come_in(request: Request, token: str = "") -> HTMLResponse:
    """The link leads here: it is exchanged for a cookie, and leaves the address bar."""
    keys: Keys = request.app.state.keys
    if keys.opened_by_link(token):
        return _let_in(request, keys)
    return _closed(request, keys, USED if token else "")


@pages.post(ENTRANCE)
def say_password(
    request: Request, password: Annotated[str, Form(max_length=1000)] = ""
) -> HTMLResponse:
    """The password of who serves this beyond their own machine."""
    keys: Keys = request.app.state.keys
    if keys.opened_by_password(password):
        return _let_in(request, keys)
    wrong = "Too many wrong ones: wait a minute." if keys.tired else "That is not the password."
    return _closed(request, keys, wrong)


def _let_in(request: Request, keys: Keys) -> HTMLResponse:
    """A page that goes on by itself: after a redirect a strict cookie would stay behind."""
    response = show(request, "come_in.html", headers={"Refresh": "0; url=/"})
    response.set_cookie(
        keys.cookie_name,
        keys.cookie,
        httponly=True,
        samesite="strict",
        secure=keys.secure,
    )
    return response


def _closed(request: Request, keys: Keys, wrong: str) -> HTMLResponse:
    return show(request, "closed.html", status=401, wrong=wrong, has_password=keys.has_password)
