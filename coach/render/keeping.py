"""What is kept of a call beside its promises, as lines: each with its words, in a draft its id."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from coach.evidence import locate
from coach.library import Framework
from coach.records import Evidence, Point, Recap
from coach.render.page import Line, given_name, quotes, sentence

_POINTS = {
    "Win": "wins",
    "Insight": "insights",
    "Hard": "challenges",
    "Goal": "goals",
    "Agreed": "decisions",
}
_ENDS = {"separation": "Of an end of the calls:", "redefinition": "Of what comes after them:"}


def worth_keeping(recap: Recap, ids: bool = False) -> tuple[Line, ...]:
    """What was seen, won, hard, aimed at and agreed, and what each told the other."""
    return tuple(_worth_keeping(recap, ids))


def kept_for_later(
    recap: Recap, frameworks: Mapping[str, Framework], ids: bool = False
) -> tuple[Line, ...]:
    """What later agendas are drawn from beside that: terms, trust, what stood in the way."""
    return tuple(_kept_for_later(recap, frameworks, ids))


def _worth_keeping(recap: Recap, ids: bool) -> Iterator[Line]:
    for mark, kind in _POINTS.items():
        yield from _points(mark, kind, recap, ids)
    for id, item in _named("feedback", recap, ids):
        who = f"{given_name(item.giver)} to {given_name(item.receiver)}:"
        if said := tuple(one for one in item.evidence if not _is_in_an_answer(one, recap)):
            yield Line(who, "Feedback", quotes(said, here=recap.session), id, evidence=said)
    for id, answer in _named("useful", recap, ids):
        mark = "Useful" if answer.kind == "useful" else "To change"
        yield _line(f"{given_name(answer.who)}:", mark, answer.evidence, recap, id)


def _is_in_an_answer(said: Evidence, recap: Recap) -> bool:
    """Do these words stand in what was said to be useful, or to be changed?"""
    answers = (words for answer in recap.useful for words in answer.evidence)
    return any(said.turn == one.turn and locate(said.quote, one.quote) for one in answers)


def _points(mark: str, kind: str, recap: Recap, ids: bool) -> Iterator[Line]:
    for id, point in _named(kind, recap, ids):
        said = quotes(point.evidence, by=point.who, here=recap.session)
        yield Line(_whose(point), mark, said, id, evidence=point.evidence)


def _kept_for_later(recap: Recap, frameworks: Mapping[str, Framework], ids: bool) -> Iterator[Line]:
    for id, term in _named("agreement", recap, ids):
        topic = sentence(_name(frameworks, "working-agreement", term.topic))
        yield _line(f"{topic[:-1]}:", term.state.capitalize(), term.evidence, recap, id)
    for id, moment in _named("trust", recap, ids):
        behaviour = _name(frameworks, "trust", moment.behaviour)
        text = f"{given_name(moment.who)}, {behaviour} ({moment.polarity}):"
        yield _line(text, "Trust", moment.evidence, recap, id)
    for id, slip in _named("slippage", recap, ids):
        yield _line(f"{slip.reason.capitalize()}:", "In the way", slip.evidence, recap, id)
    for id, ending in _named("endings", recap, ids):
        yield _line(_ENDS[ending.phase], "Said", ending.evidence, recap, id)
    for id, asked in _named("left_open", recap, ids):
        yield _line(f"{given_name(asked.who)} was asked:", "Put off", asked.evidence, recap, id)


def _named(kind: str, recap: Recap, ids: bool) -> Iterator[tuple[str, Any]]:
    """The items of a kind, each with its id where those are shown."""
    names = recap.goal_ids if kind == "goals" else recap.ids_beside(kind)
    for id, item in zip(names, getattr(recap, kind), strict=True):
        yield id if ids else "", item


def _line(text: str, mark: str, said: tuple[Evidence, ...], recap: Recap, id: str) -> Line:
    return Line(text, mark, quotes(said, here=recap.session), id, evidence=said)


def _name(frameworks: Mapping[str, Framework], pack: str, id: str) -> str:
    found = frameworks.get(pack)
    names: Iterable[str | None] = (q.name for q in found.questions if q.id == id) if found else ()
    return next(filter(None, names), None) or id.replace("_", " ")


def _whose(point: Point) -> str:
    """Whose point it is; where only the other one told it, that too."""
    voices = [item.speaker for item in point.evidence if item.speaker]
    if point.who is None:
        return ""
    told = f", told by {given_name(voices[0])}" if voices and point.who not in voices else ""
    return f"{given_name(point.who)}{told}:"
