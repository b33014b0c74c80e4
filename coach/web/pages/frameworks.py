"""The frameworks as a handbook: what is asked, why, and from where; and what calls covered."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from coach.app import Coach
from coach.errors import UnknownError
from coach.library import Framework
from coach.past import Covered
from coach.records import Relationship
from coach.render import handbook
from coach.web.given import TheCoach, ThePair
from coach.web.showing import show

pages = APIRouter()

HELD = frozenset({"post-call", "working-agreement"})
"""The packs that calls are held against."""


@pages.get("/frameworks")
def frameworks(request: Request, coach: TheCoach) -> HTMLResponse:
    """Every pack in a line, by when it helps."""
    return _index(request, coach)


@pages.get("/with/{who}/frameworks")
def covered_frameworks(request: Request, coach: TheCoach, pair: ThePair) -> HTMLResponse:
    """The same, with what the latest calls of a pair covered."""
    return _index(request, coach, pair, coach.covered(pair.id))


@pages.get("/frameworks/{id}")
def framework(request: Request, coach: TheCoach, id: str) -> HTMLResponse:
    """One pack, whole."""
    return _one(request, coach, id)


@pages.get("/with/{who}/frameworks/{id}")
def covered_framework(request: Request, coach: TheCoach, pair: ThePair, id: str) -> HTMLResponse:
    """One pack, each part with the call that covered it and the words."""
    return _one(request, coach, id, pair, coach.covered(pair.id))


def _index(
    request: Request,
    coach: Coach,
    pair: Relationship | None = None,
    covered: Covered | None = None,
) -> HTMLResponse:
    packs = coach.frameworks.values()
    groups = {
        title: [pack for pack in packs if pack.helps == helps]
        for helps, title in handbook.HELPS.items()
    }
    return show(
        request,
        "frameworks.html",
        pair=pair,
        here="frameworks",
        groups=groups,
        summary=handbook.summary,
        parts=handbook.parts,
        covered=covered,
        pairs=coach.relationships(),
        held=HELD,
    )


def _one(
    request: Request,
    coach: Coach,
    id: str,
    pair: Relationship | None = None,
    covered: Covered | None = None,
) -> HTMLResponse:
    pack = _pack(coach, id)
    held = covered if covered and covered.calls and pack.id in HELD else None
    return show(
        request,
        "framework.html",
        pair=pair,
        here="frameworks",
        pack=pack,
        packs=coach.frameworks,
        handbook=handbook,
        covered=held,
        touched=held.of(pack.id) if held else {},
        pairs=coach.relationships(),
        held=HELD,
    )


def _pack(coach: Coach, id: str) -> Framework:
    if id not in coach.frameworks:
        raise UnknownError(
            f"There is no framework {id!r}; there are: {', '.join(coach.frameworks)}."
        )
    return coach.frameworks[id]
