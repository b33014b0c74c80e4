"""How the two work together: seventeen topics, subjects off limits, third people by initials."""

from __future__ import annotations

from typing import Annotated, Any, Literal, NamedTuple

from fastapi import APIRouter, Form, Request
from fastapi.responses import Response

from coach.app import Coach
from coach.offlimits import speaks_of
from coach.records import Relationship, Term
from coach.render.agreement import Sheet
from coach.render.page import Line as Told
from coach.web.given import Line, TheCoach, ThePair
from coach.web.showing import at, done, show

pages = APIRouter()

STATES = {"agreed": "Agreed", "discussed": "Talked about", "open": "Open"}


class Topic(NamedTuple):
    """A topic with how far the two have got with it."""

    term: Term
    name: str
    question: str
    line: Told


def agreement(coach: Coach, pair: Relationship) -> dict[str, Any]:
    """What the templates are told of the agreement. Words about what is off limits are left out."""
    sheet = Sheet(pair, coach.frameworks, pair.me)
    terms = [_within_limits(term, pair) for term in coach.agreement(pair.id)]
    topics = [Topic(t, sheet.name(t), sheet.asked(t).text, sheet.told(t)) for t in terms]
    return {"topics": topics, "topic_states": STATES}


@pages.post("/with/{who}/together/agreement/{topic}")
def set_term(
    request: Request,
    coach: TheCoach,
    pair: ThePair,
    topic: str,
    state: Annotated[Literal["agreed", "discussed", "open"], Form()],
    text: Annotated[str, Form(max_length=600)] = "",
) -> Response:
    """Set a topic by hand; open takes back what was there."""
    pair = coach.set_term(pair.id, topic, text, state)
    part = show(request, "_agreement.html", pair=pair, **agreement(coach, pair))
    return done(request, f"{at(pair.id, 'together')}#agreement", part)


@pages.post("/with/{who}/together/off-limits")
def off_limits(
    request: Request, coach: TheCoach, pair: ThePair, add: Line = "", remove: Line = ""
) -> Response:
    """Put a subject off limits, or let one in again: the whole page may change by it."""
    coach.off_limits(pair.id, add=[add] if add else [], remove=[remove] if remove else [])
    return done(request, f"{at(pair.id, 'together')}#off-limits")


@pages.post("/with/{who}/together/initials")
def initials(
    request: Request,
    coach: TheCoach,
    pair: ThePair,
    on: Annotated[bool | None, Form()] = None,
    name: Line = "",
    letters: Line = "",
) -> Response:
    """Third people by their initials from now on, or no more; or one more of them by name."""
    coach.initials(pair.id, on=on, names={name.strip(): letters.strip()} if name.strip() else None)
    return done(request, f"{at(pair.id, 'together')}#names")


def _within_limits(term: Term, pair: Relationship) -> Term:
    words = " ".join([term.text, *(said.quote for said in term.evidence)])
    blank = {"text": "", "evidence": ()}
    return term.model_copy(update=blank) if speaks_of(words, pair) else term
