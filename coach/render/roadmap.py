"""A roadmap as a page: the meetings that were held, and what those to come are for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from coach.records import Meeting, Relationship, Roadmap, Source, Topic, day_of
from coach.render.page import (
    Line,
    Page,
    Section,
    counted,
    given_name,
    legend,
    place_of,
    quote_of,
    sentence,
    shorten,
    weekday,
)

_TITLE, _QUOTE, _PROMISE = 110, 90, 48
"""Characters of a title, of a quote, of a promise."""
_DUE = 3
"""Promises that a meeting shows by name."""


def roadmap_page(roadmap: Roadmap, relationship: Relationship, *, linked: bool = False) -> Page:
    """Lay a roadmap out, the first meeting first.

    `linked` is for a front end whose quotes lead to their calls: no place needs to be explained
    there, and no command to be named.
    """
    mentor, mentee = (given_name(person.name) for person in relationship.people)
    days = [day_of(meeting.on) for meeting in roadmap.meetings if meeting.on]
    sheet = _Sheet(roadmap, days[0] if days else None, linked)
    held = Section("Held", tuple(map(sheet.held, roadmap.held)))
    coming = tuple(map(sheet.coming, roadmap.coming))
    return Page(
        title=f"Roadmap of {mentor} and {mentee}",
        subtitle=_subtitle(roadmap, linked),
        sections=((held, *coming) if held.lines else coming),
        footnotes=(*_later(roadmap, linked), *roadmap.notices),
    )


def _subtitle(roadmap: Roadmap, linked: bool) -> str:
    said = [f"{counted(len(roadmap.held), 'meeting')} held, {len(roadmap.coming)} to come"]
    if every := roadmap.every_days:
        weeks, days = divmod(every, 7)
        far = counted(every, "day") if days else counted(weeks, "week")
        said.append(f"about every {far}")
    if roadmap.ends:
        said.append(f"until {weekday(roadmap.ends)} {roadmap.ends.year}")
    topics = [topic for meeting in roadmap.held for topic in meeting.topics]
    places = [place_of(source) for topic in topics for source in topic.sources if source.quote]
    return f"{', '.join(said)}. {'' if linked else legend(places)}".strip()


def _later(roadmap: Roadmap, linked: bool) -> Iterator[str]:
    if waiting := len(roadmap.later):
        topics = counted(waiting, "topic finds", "topics find")
        more = f"coach roadmap {roadmap.relationship} --meetings {len(roadmap.coming) + waiting}"
        yield f"{topics} no room in these meetings" + ("." if linked else f": {more}")


class _Sheet:
    """Lays out one roadmap; years are shown far from its first day."""

    def __init__(self, roadmap: Roadmap, first: date | None, linked: bool) -> None:
        self.roadmap, self.first, self.linked = roadmap, first, linked

    def held(self, meeting: Meeting) -> Line:
        """A meeting that took place, in the words of those who were there."""
        nothing = "" if meeting.topics else "Nothing is noted of it."
        under = tuple(map(_told, meeting.topics))
        return Line(self._day(meeting), f"{meeting.number}.", lead=nothing, under=under)

    def coming(self, meeting: Meeting) -> Section:
        """A meeting to come, with what each topic comes from."""
        lines = (*map(_topic, meeting.topics), *self._due(meeting.promises))
        nothing = "" if lines else "Nothing is set for it so far."
        return Section(f"Meeting {meeting.number}: {self._day(meeting)}", lines, lead=nothing)

    def _day(self, meeting: Meeting) -> str:
        if meeting.on is None:
            return "day not known"
        on = day_of(meeting.on)
        day = weekday(on) + (f" {on.year}" if self.first and on.year != self.first.year else "")
        return {"agreed": f"{day}, agreed", "expected": f"about {day}"}.get(meeting.state, day)

    def _due(self, promises: Sequence[Source]) -> Iterator[Line]:
        """The promises whose day comes before a meeting; the ledger has all of them."""
        if promises:
            few = [
                f"{shorten(source.text.rstrip('.'), _PROMISE)} ({weekday(day_of(source.date))})"
                for source in promises[:_DUE]
                if source.date
            ]
            left = len(promises) - len(few)
            ledger = f": coach commitments {self.roadmap.relationship} --open"
            more = f"; {left} more{'.' if self.linked else ledger}" if left else "."
            yield Line("; ".join(few) + more, "Due by then")


def _told(topic: Topic) -> Line:
    """What was said rather than how it is retold, where one thing was."""
    mark, source = topic.kind.capitalize(), topic.sources[0]
    if source.quote and topic.kind not in ("agreement", "promise"):
        return Line("", mark, (quote_of(source, _TITLE),))
    return Line(sentence(shorten(topic.title, _TITLE)), mark)


def _topic(topic: Topic) -> Line:
    said = [source for source in topic.sources if source.quote and topic.kind == "challenge"][:2]
    heard = any(_is_repeated(topic.title, source.quote or "") for source in said)
    goals = [source for source in topic.sources if source.kind == "goal"]
    listed = goals if len(goals) > 1 or topic.kind == "close" else []
    return Line(
        "" if heard else sentence(shorten(topic.title, _TITLE)),
        topic.kind.capitalize(),
        tuple(quote_of(source, _QUOTE) for source in said),
        lead=topic.why,
        under=(
            *(Line(sentence(shorten(goal.text, _QUOTE)), goal.id) for goal in listed),
            *([Line(topic.question, "Ask")] if topic.question else []),
        ),
    )


def _is_repeated(title: str, quote: str) -> bool:
    """Does the title say no more than the quote, or the other way round?"""
    one, two = (" ".join(text.casefold().split()).strip(" .,;") for text in (title, quote))
    return one in two or two in one
