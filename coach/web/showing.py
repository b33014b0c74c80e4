"""Records into HTML: the one place that knows of Jinja. Every word is escaped, whoever said it.

A page is a template of its own; a part of it, which is swapped without a reload, is a template
whose name begins with `_`.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from fastapi import Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from jinja2 import Environment, PackageLoader, StrictUndefined

from coach.records import When, day_of
from coach.render.page import counted, given_name, long_day, quote_of, sentence, weekday, words_of

if TYPE_CHECKING:
    from coach.app import Coach
    from coach.records import Relationship

SECTIONS = {
    "brief": "Brief",
    "prepare": "Prepare",
    "calls": "Calls",
    "promises": "Promises",
    "together": "Together",
    "eyes": "Who sees what",
}
"""The pages of a pair, in the order of their tabs."""


def at(who: str, *parts: str) -> str:
    """The address of a page of a pair; ids such as 01#c1 are safe in it.

    >>> at("dana", "promises", "01#c1")
    '/with/dana/promises/01%23c1'
    """
    return "/".join(["/with", *(quote(part, safe="") for part in (who, *parts))])


@cache
def environment() -> Environment:
    """The templates, and the words they share with every other front end."""
    made = Environment(
        loader=PackageLoader("coach.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {
        "day": _day,
        "long_day": _long_day,
        "place": _place,
        "given": given_name,
        "sentence": sentence,
        "words": words_of,
    }
    made.globals |= {"at": at, "counted": counted, "quote_of": quote_of, "SECTIONS": SECTIONS}
    return made


def _day(when: When, today: date | None = None) -> str:
    return weekday(day_of(when), today)


def _place(where: str) -> str:
    """Where words stand, as a page with room for it says it.

    >>> _place("2 @ 5:59"), _place("call 1")
    ('call 2, 5:59', 'call 1')
    """
    call, at_, minute = where.partition(" @ ")
    return f"call {call}, {minute}" if at_ else where


def _long_day(when: When) -> str:
    return long_day(day_of(when))


def show(
    request: Request,
    template: str,
    *,
    status: int = 200,
    headers: Mapping[str, str] | None = None,
    **told: Any,
) -> HTMLResponse:
    """A page, or a part of one, with what it is told."""
    told = {"pair": None, "here": "", "swapped": swaps(request)} | told
    html = environment().get_template(template).render(told)
    return HTMLResponse(html, status_code=status, headers=dict(headers or {}))


def download(content: str | bytes, name: str, kind: str) -> Response:
    """A file to keep, never to be shown by the browser."""
    held = {"content-disposition": f'attachment; filename="{name}"'}
    return Response(content, media_type=kind, headers=held)


def done(request: Request, page: str, part: HTMLResponse | None = None) -> Response:
    """After a change: the part that shows it, or for a browser without scripts the page again."""
    if part is not None and swaps(request):
        return part
    if swaps(request):
        return Response(status_code=204, headers={"HX-Redirect": page})
    return RedirectResponse(page, status_code=303)


def swaps(request: Request) -> bool:
    """Does the page take the answer in by itself, without a reload?"""
    return "hx-request" in request.headers


def coach_of(request: Request) -> Coach:
    """The coach of this server's home."""
    found: Coach = request.app.state.coach
    return found


def pair_of(who: str, request: Request) -> Relationship:
    """The pair that the address names. Raises UnknownError."""
    return coach_of(request).relationship(who)
