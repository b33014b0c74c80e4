"""An agenda as a page: one's own debts, then the hour with what each item comes from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from coach.library import Framework
from coach.records import Agenda, AgendaItem, Relationship, Source
from coach.render.markdown import markdown
from coach.render.page import (
    Line,
    Page,
    Section,
    counted,
    given_name,
    legend,
    moment_for,
    own_first,
    place_of,
    sentence,
    shorten,
)
from coach.render.sources import Naming, due
from coach.render.timeline import clocks, hour_of

WORDS = 500
"""What a person reads before a call."""


class Measure(NamedTuple):
    """How much stands on a page; the ledger has all of it."""

    own: int
    """the reader's promises, before the call"""
    item: int
    """promises of one person in the call, or sources of another item"""
    kept: int
    """promises of theirs that were kept"""
    rest: int
    """promises that share a line without their words"""
    quote: int
    """characters of a quote"""


_MEASURES = (
    Measure(6, 4, 2, 16, 90),
    Measure(6, 3, 2, 16, 72),
    Measure(5, 3, 1, 16, 56),
    Measure(5, 2, 1, 16, 48),
    Measure(4, 2, 1, 16, 40),
    Measure(3, 2, 1, 14, 40),
    Measure(3, 1, 1, 10, 40),
    Measure(3, 1, 1, 6, 40),
    Measure(2, 1, 1, 2, 32),
    Measure(1, 1, 0, 0, 24),
)
_LISTED = "Listed above: done, partly, moved or dropped?"


def agenda_page(
    agenda: Agenda,
    relationship: Relationship,
    frameworks: Mapping[str, Framework] | None = None,
) -> Page:
    """Lay an agenda out in about 500 words: a brief where it has a role, else the shared one.

    `frameworks` give topics of the agreement and questions before a call their names.
    """
    for measure in _MEASURES:
        page = _Sheet(agenda, relationship, frameworks or {}, measure).page()
        if word_count(page) <= WORDS:
            break
    return page


def word_count(page: Page) -> int:
    """Words on a page: whatever has a letter in it, so that bullets and times are none."""
    return sum(any(map(str.isalpha, word)) for word in markdown(page).split())


class _Sheet:
    """One agenda, laid out; what it has shown once it does not show again."""

    def __init__(
        self,
        agenda: Agenda,
        relationship: Relationship,
        frameworks: Mapping[str, Framework],
        measure: Measure,
    ) -> None:
        self.agenda, self.relationship = agenda, relationship
        self.naming, self.measure = Naming(frameworks), measure
        self.reader, self.other = own_first(relationship, agenda.role)
        self.above = {item.owner for item in agenda.items if item.kind == "before"}
        self.asked = {question for item in agenda.items for question in item.questions}
        self.shown: set[str] = set()

    def page(self) -> Page:
        before = [self._listed(item) for item in self.agenda.items if item.kind == "before"]
        hour = hour_of(self.agenda)
        call = Section("The call", tuple(self._hour(hour)))
        private = [self._listed(item) for item in self.agenda.items if item.kind == "private"]
        left_out = (self.agenda.left_out,) if self.agenda.left_out else ()
        return Page(
            title=self._title(),
            subtitle=self._subtitle(),
            sections=(*before, call, *private),
            footnotes=(*left_out, *self.agenda.notices),
        )

    def _title(self) -> str:
        if self.agenda.role:
            return f"The next call with {given_name(self.other.name)}"
        names = [given_name(person.name) for person in self.relationship.people]
        return f"The next call of {' and '.join(names)}"

    def _subtitle(self) -> str:
        when, minutes = self.agenda.on, counted(self.agenda.minutes, "minute")
        day = moment_for(when, self.reader, self.other) if when else "Day not known"
        whose = f"For {given_name(self.reader.name)} only." if self.agenda.role else "For both."
        quoted = [source for item in self.agenda.items for source in item.sources if source.quote]
        return f"{day}, {minutes}. {whose} {legend([place_of(s) for s in quoted])}".strip()

    # -- sections ------------------------------------------------------------------------------

    def _listed(self, item: AgendaItem) -> Section:
        """An item that is no part of the call: a list of its own."""
        lines = tuple(self._sources(item, self.measure.own))
        return Section(item.title, lines, lead=item.why)

    def _hour(self, items: Sequence[AgendaItem]) -> Iterator[Line]:
        for item, start in zip(items, clocks(self.agenda, self.reader), strict=True):
            minutes = f"{item.minutes} min"
            yield Line(
                item.title,
                start or minutes,
                note=minutes if start else "",
                lead=self._above(item) if self._is_above(item) else item.why,
                under=tuple(self._under(item)),
            )

    def _under(self, item: AgendaItem) -> Iterator[Line]:
        yield from self._sources(item, self.measure.item)
        yield from (Line(question, "Ask") for question in item.questions)

    def _above(self, item: AgendaItem) -> str:
        """Of promises that stand before the call: what to say of them, and what was kept."""
        kept = sum(source.kind == "update" for source in item.sources)
        praise = f"{kept} kept, for {given_name(self.other.name)} to praise. " if kept else ""
        return praise + _LISTED

    def _is_above(self, item: AgendaItem) -> bool:
        """Are these the reader's own promises, which stand before the call?"""
        return item.kind == "follow_through" and item.owner in self.above

    # -- where an item comes from ----------------------------------------------------------------

    def _sources(self, item: AgendaItem, most: int) -> Iterator[Line]:
        new = [source for source in item.sources if self._is_news(source, item)]
        open_ = [source for source in new if self.naming.is_open(source)]
        topics = [self.naming.topic(source) for source in open_]
        kept = [source for source in new if source.kind == "update"]
        said = [s for s in new if s.kind not in ("update", "framework") and s not in open_]
        for source in (*kept[: self.measure.kept], *said[:most]):
            self.shown.add(_key(source))
            yield self.naming.line(source, self.measure.quote)
        if rest := [source for source in said[most:] if source.kind == "commitment"]:
            yield Line(self._in_one_line(rest), "Also")
        if topics:
            few = topics if item.kind == "agreement" else topics[:6]
            yield Line(sentence(", ".join(few)), "Open")

    def _in_one_line(self, promises: Sequence[Source]) -> str:
        """Promises by their first words and their day; the ledger has the rest of them."""
        few = promises[: self.measure.rest]
        named = [f"{shorten(source.text, 40)} ({due(source)})" for source in few]
        left = len(promises) - len(few)
        more = f"; {left} more: coach commitments {self.relationship.id} --open" if left else ""
        return "; ".join(named) + more + ("" if more else ".")

    def _is_news(self, source: Source, item: AgendaItem) -> bool:
        """Does it say what this page has not said yet?"""
        if source.kind == "commitment" and self._is_above(item):
            return False
        if source.kind == "meeting" and (source.text or source.quote or "").strip(" .") in item.why:
            return False
        if source.kind == "goal" and len(item.sources) == 1:
            return not any(source.text.casefold() in asked.casefold() for asked in item.questions)
        repeated = source.text in self.asked and source.kind != "answer"
        return _key(source) not in self.shown and not repeated


def _key(source: Source) -> str:
    return f"{source.kind} {source.id}"
