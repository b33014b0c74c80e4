"""Where an item of an agenda comes from, as a line: what it is, its day, its words, their place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from coach.library import Framework
from coach.records import Source, day_of
from coach.render.page import Line, Quote, place_of, sentence, shorten, weekday

_MARKS = {
    "meeting": "Planned",
    "answer": "Answered",
    "note": "Said",
    "update": "Kept",
    "agreement": "Agreed",
}
_ANSWERED = ("pre-call", "four-ps")
"""The packs whose questions are answered before a call."""


@dataclass(frozen=True)
class Naming:
    """Gives sources their lines. `frameworks` give topics and questions their names."""

    frameworks: Mapping[str, Framework]

    def line(self, source: Source, limit: int) -> Line:
        """One source, its quote in at most about `limit` characters."""
        quotes = _quotes(source, limit)
        if source.kind == "commitment":
            return Line(sentence(source.text), due(source), quotes)
        if source.kind == "answer":
            return Line("", self.question(source), quotes)
        if source.kind == "goal":
            repeated = (source.quote or "").strip(" .").casefold() in source.text.casefold()
            return Line(sentence(source.text), source.id, () if repeated else quotes)
        mark = _MARKS.get(source.kind, "Asked" if source.date else "To ask")
        return Line(sentence(source.text) if source.text else "", mark, quotes)

    def is_open(self, source: Source) -> bool:
        """Is this a topic of the agreement in our words, since nobody has settled it in theirs?"""
        pack = self.frameworks.get("working-agreement")
        ours = {topic.text for topic in pack.questions} if pack else set()
        return source.kind == "agreement" and (source.text in ours or not source.text)

    def topic(self, source: Source) -> str:
        """What a topic of the agreement is called."""
        return self._name("working-agreement", source.id) or source.id.replace("_", " ")

    def question(self, source: Source) -> str:
        """What the answered question is called: A win."""
        names = (self._name(pack, source.id.removeprefix(f"{pack}/")) for pack in _ANSWERED)
        name = next(filter(None, names), None)
        return name[:1].upper() + name[1:] if name else _MARKS["answer"]

    def _name(self, framework: str, id: str) -> str | None:
        """The name of a question, or of the part that it stands in."""
        pack = self.frameworks.get(framework)
        found = next((q for q in pack.questions if q.id == id), None) if pack else None
        if pack and found and found.name is None and found.parent:
            return self._name(framework, found.parent)
        return found.name if found else None


def due(source: Source, today: date | None = None) -> str:
    """The day of a promise, with its year where `today` is far from it."""
    return weekday(day_of(source.date), today) if source.date else "No date"


def _quotes(source: Source, limit: int) -> tuple[Quote, ...]:
    if not source.quote:
        return ()
    if not source.text:  # the words are all there is to it
        limit = max(limit, 110)
    limit = max(limit, 160) if source.kind == "answer" else limit
    return (Quote(shorten(source.quote, limit), place_of(source)),)
