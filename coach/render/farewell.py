"""The end of a relationship as pages: what the last meeting has, and what each takes along."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from coach.library import Framework
from coach.records import Agenda, Farewell, GoalStory, Keepsake, Relationship, Source, day_of
from coach.render.agenda import agenda_page
from coach.render.page import Line, Page, Quote, Section, given_name, long_day, sentence, weekday


def farewell_page(
    farewell: Farewell,
    relationship: Relationship,
    frameworks: Mapping[str, Framework] | None = None,
    *,
    in_full: bool = True,
) -> Page:
    """Lay out the last meeting, the goals then and now, and what each may thank the other for.

    Without `in_full` the meeting stands by its items alone, where the ledger is close by.
    """
    agenda = farewell.agenda
    meeting = agenda_page(agenda, relationship, frameworks).sections if in_full else _hour(agenda)
    names = " and ".join(person.name for person in relationship.people)
    sections = (
        *meeting,
        _goals(farewell.goals),
        *(
            Section(
                f"For {given_name(one.giver)} to thank {given_name(one.to)} for",
                tuple(_line(source) for source in one.kept),
                lead=f"In {given_name(one.giver)}'s own words; these were promised and kept.",
            )
            for one in farewell.thanks
        ),
    )
    return Page(
        title=f"The last meeting of {names}",
        subtitle=f"{agenda.minutes} minutes.",
        sections=tuple(section for section in sections if section.lines),
    )


def _hour(agenda: Agenda) -> tuple[Section, ...]:
    """What the meeting is for, item by item."""
    return (
        Section(
            "The hour",
            tuple(
                Line(
                    item.title,
                    f"{item.minutes} min",
                    under=tuple(Line(question, "Ask") for question in item.questions[:1]),
                )
                for item in agenda.items
                if item.minutes
            ),
        ),
    )


def keepsake_page(keepsake: Keepsake) -> Page:
    """Lay out what one person takes along, in the words that were said."""
    partner = given_name(keepsake.partner)
    sections = (
        _goals(keepsake.goals),
        Section("What went well", tuple(map(_line, keepsake.wins))),
        Section("What became clear", tuple(map(_line, keepsake.insights))),
        Section("Promised and kept", tuple(map(_line, keepsake.kept))),
        Section(f"What {partner} said to you", tuple(map(_line, keepsake.told))),
        Section("Yours alone", tuple(map(_line, keepsake.private))),
    )
    shown = tuple(section for section in sections if section.lines)
    return Page(
        title=f"From the calls with {keepsake.partner}",
        subtitle=f"For {keepsake.owner}. {_calls(keepsake)}",
        sections=shown,
        footnotes=() if shown else ("Nothing was confirmed that could be shown here.",),
    )


def _calls(keepsake: Keepsake) -> str:
    days = [day_of(call) for call in keepsake.calls]
    if not days:
        return ""
    first, last = long_day(days[0]), long_day(days[-1])
    return f"{len(days)} calls, {first} to {last}." if len(days) > 1 else f"One call, {first}."


def _goals(stories: Sequence[GoalStory]) -> Section:
    lines = tuple(Line(sentence(s.text), note=s.id, under=tuple(_story(s))) for s in stories)
    return Section("The goals, at the start and at the end", lines)


def _story(story: GoalStory) -> Iterator[Line]:
    if story.then:
        yield from _said("First said", story.then)
    if story.now:
        yield from _said("Last said", story.now)
    elif story.then:
        yield Line("No later call speaks of it.", "Last said")


def _said(mark: str, source: Source) -> Iterable[Line]:
    return (Line("", mark, _quotes(source)),)


def _line(source: Source) -> Line:
    return Line(sentence(source.text) if source.text else "", quotes=_quotes(source))


def _quotes(source: Source) -> tuple[Quote, ...]:
    when = source.date if source.kind != "commitment" else None
    where = weekday(day_of(when)) if when else ""
    return (Quote(source.quote, where, source.session, source.turn),) if source.quote else ()
