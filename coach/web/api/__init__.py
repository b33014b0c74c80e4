"""The JSON API beside the pages: the records that `--json` prints, for programs of this machine.

A program says `Authorization: Bearer TOKEN`, with the token of the file `web-token` in the home.
/api/openapi.json lists what there is; what fails is answered with `{"error": "one line"}`.

looking.py    what there is    changing.py    what a person does    answers.py    what both give
"""

from __future__ import annotations

from fastapi import Depends, FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from fastapi.security import HTTPBearer

from coach import __version__
from coach.app import Coach
from coach.errors import CoachError
from coach.web.api import changing, looking
from coach.web.api.answers import Problem
from coach.web.problems import OURS, OUT_OF_PLACE, not_as_asked, status_asked, status_of

TOKEN = HTTPBearer(
    auto_error=False, description="The token of the file web-token in the home. The door checks it."
)


def api_over(coach: Coach) -> FastAPI:
    """The API over one home, without the door before it."""
    app = FastAPI(
        title="The coach",
        version=__version__,
        description="What both promised, what became of it, and what the next call is for.",
        docs_url=None,
        redoc_url=None,
        generate_unique_id_function=lambda route: route.name,
        dependencies=[Depends(TOKEN)],
        responses={"default": {"model": Problem, "description": "What is wrong, in one line"}},
    )
    app.state.coach = coach
    app.include_router(looking.routes, prefix="/v1")
    app.include_router(changing.routes, prefix="/v1")
    app.add_exception_handler(CoachError, _refused)
    app.add_exception_handler(RequestValidationError, _unreadable)
    for status in OUT_OF_PLACE:
        app.add_exception_handler(status, _no_such_place)
    app.add_exception_handler(Exception, _failed)
    return app


def _refused(request: Request, problem: Exception) -> JSONResponse:
    return _told(status_of(problem), str(problem))


def _unreadable(request: Request, problem: Exception) -> JSONResponse:
    assert isinstance(problem, RequestValidationError)
    return _told(400, not_as_asked(problem))


def _no_such_place(request: Request, problem: Exception) -> JSONResponse:
    status = status_asked(problem)
    missing = status in (404, 405)
    what = "There is no such place; /api/openapi.json lists them." if missing else "It is no JSON."
    return _told(status, what)


def _failed(request: Request, problem: Exception) -> JSONResponse:
    return _told(500, OURS)


def _told(status: int, what: str) -> JSONResponse:
    return JSONResponse({"error": " ".join(what.split())}, status_code=status)
