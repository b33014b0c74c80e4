"""Preparing: the questions before a call, answered in one's own time and kept while one types."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, Response

from coach import offlimits
from coach.app import Coach, clock
from coach.errors import UnknownError, UserError
from coach.given import answer_to
from coach.library import Framework, Question
from coach.records import Relationship, Role
from coach.render.page import given_name
from coach.rewording import left_open
from coach.store import Answer
from coach.web.given import Line, TheCoach, ThePair, Words
from coach.web.showing import at, done, show

pages = APIRouter(prefix="/with/{who}")

PLAN, FOUR_PS = "pre-call", "four-ps"
NOBODY = "Nobody said yet which of the two you are, and answers are private: coach me NAME"
_UNWRITTEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
"""What no keyboard puts into a text."""


@dataclass(frozen=True)
class Field:
    """A question, and what was answered to it since the last call."""

    id: str
    text: str
    kept: str = ""
    shared: bool = False
    again: str | None = None
    """one more question, where the answer stayed vague"""

    @property
    def name(self) -> str:
        """What its place on the page is called."""
        return re.sub(r"\W", "-", self.id)


@dataclass(frozen=True)
class Group:
    """Questions that stand together under a heading."""

    title: str
    fields: tuple[Field, ...]

    @property
    def answered(self) -> int:
        """How many have an answer."""
        return sum(bool(field.kept) for field in self.fields)


@pages.get("/prepare")
def prepare(request: Request, coach: TheCoach, pair: ThePair) -> HTMLResponse:
    """The seven questions and the 4 Ps, for the owner of this home."""
    fields = _fields(coach, pair, pair.me) if pair.me else ()
    return show(
        request,
        "prepare.html",
        pair=pair,
        here="prepare",
        plan=[field for field in fields if "/" not in field.id],
        parts=_parts(coach.frameworks[FOUR_PS], fields),
        partner=_partner(pair, pair.me) if pair.me else "",
    )


@pages.post("/prepare")
def keep(
    request: Request,
    coach: TheCoach,
    pair: ThePair,
    question: Line,
    text: Words = "",
    shared: Annotated[bool, Form()] = False,
) -> Response:
    """Keep what is written so far, in the place of what was written before."""
    if pair.me is None:
        raise UserError(NOBODY)
    asked = dict(_questions(coach, pair)).get(question)
    if asked is None:
        raise UnknownError(f"There is no question {question[:40]!r} to answer here.")
    written = _UNWRITTEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip()
    answer = answer_to(
        question,
        written,
        pair=pair,
        role=pair.me,
        asked=asked.text,
        shared=shared,
        at=clock.now(),
    )
    now = coach.answer_anew(answer)
    field = _field(pair, pair.me, question, asked, (now,) if now else ())
    part = show(request, "_answered.html", field=field, written=written)
    return done(request, f"{at(pair.id, 'prepare')}#{field.name}", part)


def _questions(coach: Coach, pair: Relationship) -> list[tuple[str, Question]]:
    """What this person is asked, by the ids that answers are kept under.

    The plan's seven are for whoever prepares, as everywhere; the 4 Ps know who is asked what.
    """
    plan = [(q.id, q) for q in coach.frameworks[PLAN].kinds("question")]
    mine = coach.frameworks[FOUR_PS].for_role(pair.me) if pair.me else ()
    every = [*plan, *((f"{FOUR_PS}/{q.id}", q) for q in mine if q.kind == "question")]
    return [(id, q) for id, q in every if not offlimits.speaks_of(q.text, pair)]


def _fields(coach: Coach, pair: Relationship, me: Role) -> list[Field]:
    said = coach.answers(pair.id, me)
    return [
        _field(pair, me, id, question, [one for one in said if one.question == id])
        for id, question in _questions(coach, pair)
    ]


def _field(
    pair: Relationship, me: Role, id: str, question: Question, said: Sequence[Answer]
) -> Field:
    kept = "\n".join(one.text for one in said)
    others = question.wordings(partner=_partner(pair, me))
    again = left_open(pair.person(me).name, question.text, kept, others)
    shared = bool(said) and all(one.visibility == "shared" for one in said)
    return Field(id, question.text, kept, shared, again)


def _partner(pair: Relationship, me: Role) -> str:
    return given_name(pair.partner_of(pair.person(me).name).name)


def _parts(pack: Framework, fields: Iterable[Field]) -> list[Group]:
    """The fields of a pack by its parts; without those parts that hold none."""
    known = {field.id: field for field in fields}
    every = {
        part: [id for q in pack.under(part.id) if (id := f"{pack.id}/{q.id}") in known]
        for part in pack.kinds("part")
    }
    return [
        Group(part.name or part.text, tuple(known[id] for id in ids))
        for part, ids in every.items()
        if ids
    ]
