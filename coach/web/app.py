"""The web app: its pages, what it says when something cannot be, and the door before it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse
from fastapi.staticfiles import StaticFiles

from coach import serving
from coach.app import Coach
from coach.errors import CoachError
from coach.serving import App
from coach.web.api import api_over
from coach.web.door import ENTRANCE, Door
from coach.web.keys import Keys
from coach.web.pages import PAGES
from coach.web.problems import OURS, OUT_OF_PLACE, not_as_asked, status_asked, status_of
from coach.web.reading import Readings
from coach.web.showing import show
from coach.web.where import Where

TOKEN = "web-token"
"""The file of a home that holds what a program says to come in."""


def pages_of(coach: Coach, keys: Keys) -> FastAPI:
    """The pages over one home, without the door before them."""
    app = FastAPI(title="The coach", docs_url=None, redoc_url=None, openapi_url=None)
    app.state.coach, app.state.keys, app.state.readings = coach, keys, Readings()
    for page in PAGES:
        # As they are: to include them would make each anew, at the first request of each app.
        app.router.routes.extend(page.routes)
    app.mount("/static", StaticFiles(directory=Path(__file__).parent / "static"))
    app.mount("/api", api_over(coach))
    app.add_exception_handler(CoachError, _refused)
    app.add_exception_handler(RequestValidationError, _unreadable)
    for status in OUT_OF_PLACE:
        app.add_exception_handler(status, _no_such_page)
    app.add_exception_handler(Exception, _failed)
    return app


def serve(coach: Coach, here: Where, tell: Callable[[str], None], *, debug: bool = False) -> None:
    """Serve until interrupted; `tell` is called with each link that opens. Raises UserError."""
    bearer, _ = serving.token_of(coach.settings.home, TOKEN)
    keys = Keys(
        here.port,
        password=here.password,
        bearer=bearer,
        secure=here.scheme == "https",
        tell=lambda token: tell(_link(here, token)),
    )
    with serving.listening(here.port, here.host) as on:
        tell(_link(here, keys.token))
        serving.serve(web(coach, here, keys), on, here.tls, debug=debug)


def web(coach: Coach, here: Where, keys: Keys) -> App:
    """The whole app behind its door."""
    names = frozenset(here.names)
    return Door(pages_of(coach, keys), keys, names=names, scheme=here.scheme, local=here.local)


def _link(here: Where, token: str) -> str:
    return f"{here.address}{ENTRANCE}?token={token}"


def _refused(request: Request, problem: Exception) -> HTMLResponse:
    """What the person can mend, or what the store or a model could not do, in its one line."""
    return _told(request, status_of(problem), str(problem))


def _unreadable(request: Request, problem: Exception) -> HTMLResponse:
    assert isinstance(problem, RequestValidationError)
    return _told(request, 400, not_as_asked(problem))


def _no_such_page(request: Request, problem: Exception) -> HTMLResponse:
    status = status_asked(problem)
    missing = status in (404, 405)
    what = "There is no such page." if missing else "This cannot be read here."
    return _told(request, status, what)


def _failed(request: Request, problem: Exception) -> HTMLResponse:
    return _told(request, 500, OURS)


def _told(request: Request, status: int, what: str) -> HTMLResponse:
    """One line: swapped in where the page asked for a part, else a page of its own."""
    part = "hx-request" in request.headers
    headers = {"HX-Retarget": "#notice", "HX-Reswap": "innerHTML"} if part else {}
    template = "_notice.html" if part else "problem.html"
    return show(request, template, status=status, headers=headers, what=what)
