"""An agenda as a page: one's own debts, then the hour with what each item comes from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from coach.library import Framework
from coach.records import (
    Agenda,
    AgendaItem,
    Commitment,
    Goal,
    Relationship,
    Source,
    day_of,
)
from coach.render.markdown import markdown
from coach.render.page import (
    Line,
    Page,
    Quote,
    Section,
    clock,
    counted,
    given_name,
    legend,
    moment_for,
    own_first,
    place,
    sentence,
    shorten,
    weekday,
)
from coach.render.recap import BECAME

WORDS = 500
"""What a person reads before a call."""


class Measure(NamedTuple):
    """How much stands on a page; the ledger has it all."""

    own: int
    """the reader's promises, before the call"""
    item: int
    """sources of one item"""
    quote: int
    """characters of a quote"""


_MEASURES = (Measure(6, 4, 90), Measure(6, 3, 72), Measure(5, 3, 56), Measure(4, 2, 48))
QUESTIONS = 3
"""Questions on a page. Those that come from the pair's own words go before those of a pack."""
_ASKED_FIRST = (
    "follow_through goal lingering topic agreement rapport win close private before".split()
)


def agenda_page(
    agenda: Agenda,
    relationship: Relationship,
    ledger: Sequence[Commitment] = (),
    frameworks: Mapping[str, Framework] | None = None,
) -> Page:
    """Lay an agenda out in about 500 words: a brief where it has a role, else the shared one.

    `ledger` gives the promises their wording, `frameworks` the open topics their names.
    """
    for measure in _MEASURES:
        page = _page(agenda, _Sheet(agenda, relationship, ledger, frameworks or {}, measure))
        if len(markdown(page).split()) <= WORDS:
            break
    return page


def _page(agenda: Agenda, sheet: _Sheet) -> Page:
    before = [item for item in agenda.items if item.kind == "before"]
    hour = [item for item in agenda.items if item.kind not in ("before", "private")]
    private = [item for item in agenda.items if item.kind == "private"]
    sections = [
        *(sheet.list_of(item) for item in before),
        Section("The hour" if agenda.minutes == 60 else "The call", tuple(sheet.hour(hour))),
        *(sheet.list_of(item) for item in private),
    ]
    return Page(
        title=sheet.title(),
        subtitle=sheet.subtitle(),
        sections=tuple(section for section in sections if section.lines or section.lead),
        footnotes=(*((agenda.left_out,) if agenda.left_out else ()), *agenda.notices),
    )


class _Sheet:
    """One agenda, laid out; what it has shown once it does not show again."""

    def __init__(
        self,
        agenda: Agenda,
        relationship: Relationship,
        ledger: Sequence[Commitment],
        frameworks: Mapping[str, Framework],
        measure: Measure,
    ) -> None:
        self.measure = measure
        self.agenda, self.relationship, self.frameworks = agenda, relationship, frameworks
        self.promises = {commitment.id: commitment for commitment in ledger}
        self.goals = {goal.id: goal for goal in relationship.goals}
        self.reader, self.other = own_first(relationship, agenda.role)
        self.above = {item.owner for item in agenda.items if item.kind == "before"}
        self.shown: set[str] = set()
        self.asked = _chosen_questions(agenda.items)

    def title(self) -> str:
        if self.agenda.role:
            return f"The next call with {given_name(self.other.name)}"
        names = [given_name(person.name) for person in self.relationship.people]
        return f"The next call of {' and '.join(names)}"

    def subtitle(self) -> str:
        when, minutes = self.agenda.on, counted(self.agenda.minutes, "minute")
        day = moment_for(when, self.reader, self.other) if when else "Day not known"
        whose = f"For {given_name(self.reader.name)} only." if self.agenda.role else "For both."
        quoted = [s for item in self.agenda.items for s in item.sources if s.quote]
        where = legend([self._place(source) for source in quoted])
        return f"{day}, {minutes}. {whose} {where}".strip()

    # -- sections ------------------------------------------------------------------------------

    def list_of(self, item: AgendaItem) -> Section:
        """An item that is no part of the hour: a list of its own."""
        return Section(
            item.title, tuple(self._sources(item, self.measure.own)), lead=sentence(item.why)
        )

    def hour(self, items: Sequence[AgendaItem]) -> Iterator[Line]:
        start = self.agenda.on if isinstance(self.agenda.on, datetime) else None
        if start and self.reader.zone:
            start = start.astimezone(ZoneInfo(self.reader.zone))
        for item in items:
            minutes = f"{item.minutes} min"
            yield Line(
                item.title,
                clock(start) if start else minutes,
                note=minutes if start else "",
                lead=self._why(item),
                under=tuple(self._under(item)),
            )
            start = start + timedelta(minutes=item.minutes) if start else None

    def _why(self, item: AgendaItem) -> str:
        why = item.why.rstrip(" .") + "." if item.why else ""
        return f"{why} Listed above." if self._is_above(item) else why

    def _is_above(self, item: AgendaItem) -> bool:
        """Are these the reader's own promises, which stand before the hour?"""
        return item.kind == "follow_through" and item.owner in self.above

    def _under(self, item: AgendaItem) -> Iterator[Line]:
        yield from self._sources(item, self.measure.item)
        for question in item.questions:
            if question in self.asked and question not in self.shown:
                self.shown.add(question)
                yield Line(question, "Ask")

    # -- where an item comes from ---------------------------------------------------------------

    def _sources(self, item: AgendaItem, most: int) -> Iterator[Line]:
        new = [source for source in item.sources if source.id not in self.shown]
        if self._is_above(item):
            new = [source for source in new if source.kind != "commitment"]
        topics = [source for source in new if source.kind == "agreement"]
        lines = [(source, line) for source in new for line in self._source(source, item)]
        for source, line in lines[:most]:
            self.shown.add(source.id)
            yield line
        if (more := len(lines) - most) > 0:
            yield Line(f"{more} more: coach commitments {self.relationship.id} --open", "And")
        if topics:
            yield Line(sentence(", ".join(map(self._topic, topics))), "Open")

    def _source(self, source: Source, item: AgendaItem) -> Iterator[Line]:
        quotes = self._quotes(source)
        if source.kind == "commitment":
            yield self._promise(source, quotes)
        elif source.kind == "update":
            commitment = self.promises.get(source.id.partition("#")[2])
            mark = BECAME.get(commitment.status, "Heard") if commitment else "Kept"
            yield Line(sentence(commitment.action) if commitment else "", mark, quotes)
        elif source.kind == "goal" and source.id in self.goals:
            goal = self.goals[source.id]
            if goal.text.casefold() not in item.title.casefold():
                yield _goal(goal, quotes)
        elif quotes:
            marks = {"meeting": "Last call", "answer": "Answer", "goal": "Goal", "note": "Said"}
            yield Line("", marks.get(source.kind, "Said"), quotes)

    def _promise(self, source: Source, quotes: tuple[Quote, ...]) -> Line:
        commitment = self.promises.get(source.id)
        due = source.date
        mark = weekday(day_of(due)) if isinstance(due, date) else "No date"
        return Line(sentence(commitment.action) if commitment else "", mark, quotes)

    def _quotes(self, source: Source) -> tuple[Quote, ...]:
        if not source.quote:
            return ()
        return (Quote(shorten(source.quote, self.measure.quote), self._place(source)),)

    def _place(self, source: Source) -> str:
        if source.kind == "answer":
            return f"{weekday(day_of(source.date))}, {source.id}" if source.date else source.id
        session = source.id.partition("#")[0]
        return place(session, source.at) if session.isdigit() else ""

    def _topic(self, source: Source) -> str:
        pack = self.frameworks.get("working-agreement")
        found = [q.name for q in pack.questions if q.id == source.id] if pack else []
        return next((name for name in found if name), source.id.replace("_", " "))


def _goal(goal: Goal, quotes: tuple[Quote, ...]) -> Line:
    """A goal in its own words; its quote only where it says something else."""
    said = tuple(quote for quote in quotes if quote.words.rstrip(".") not in goal.text)
    return Line(sentence(goal.text), goal.id, said)


def _chosen_questions(items: Sequence[AgendaItem]) -> tuple[str, ...]:
    ranked = sorted(
        (item for item in items if item.questions),
        key=lambda item: _ASKED_FIRST.index(item.kind) if item.kind in _ASKED_FIRST else 0,
    )
    first = [item.questions[0] for item in ranked]
    return tuple(dict.fromkeys(first))[:QUESTIONS]
