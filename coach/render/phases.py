"""The phases of a pair as a page: what is set, what is suggested, and why."""

from __future__ import annotations

from collections.abc import Sequence

from coach.records import PHASES, Phases, Relationship, Source, day_of
from coach.render.page import (
    Line,
    Page,
    Section,
    given_name,
    legend,
    place_of,
    quote_of,
    sentence,
    weekday,
)

TITLES = {
    "initiation": "Initiation: the two settle roles and expectations",
    "cultivation": "Cultivation: the two work towards the goals",
    "separation": "Separation: goals are met or needs have changed",
    "redefinition": "Redefinition: what the two are to each other from here",
}


def phases_page(phases: Phases, relationship: Relationship) -> Page:
    """Lay the phases out: each with what speaks for it, then what drifts and what stalls."""
    names = [given_name(person.name) for person in relationship.people]
    spoken_for = [
        Section(
            TITLES[phase],
            tuple(_line(s.text, s.sources) for s in phases.signs if s.phase == phase),
        )
        for phase in PHASES
    ]
    seen = Section(
        "Seen beside it",
        tuple(_line(one.text, one.sources, one.kind.capitalize()) for one in phases.observed),
    )
    groups = [one.sources for one in phases.signs] + [one.sources for one in phases.observed]
    quoted = [source for sources in groups for source in sources if source.quote]
    return Page(
        title=f"The phase of {' and '.join(names)}",
        subtitle=f"{_state(phases)} {legend([place_of(s) for s in quoted])}".strip(),
        sections=tuple(section for section in (*spoken_for, seen) if section.lines),
        footnotes=(_next(phases),),
    )


def _state(phases: Phases) -> str:
    suggested = " and ".join(phases.suggested)
    if not phases.set:
        return f"Nobody has set it. Suggested: {suggested}."
    return f"Set: {' and '.join(phases.set)}. Suggested: {suggested}."


def _next(phases: Phases) -> str:
    if phases.set:
        return f"To go by the suggestion again: coach phase {phases.relationship} --unset"
    wanted = " ".join(f"--set {phase}" for phase in phases.suggested)
    lead = (
        "An end changes no agenda until it is set. " if phases.suggested[-1] in PHASES[2:] else ""
    )
    return f"{lead}To set it: coach phase {phases.relationship} {wanted}"


def _line(text: str, sources: Sequence[Source], mark: str = "") -> Line:
    under = tuple(_source(source) for source in sources if _says_more(source, text))
    return Line(text, mark, under=under)


def _says_more(source: Source, text: str) -> bool:
    """Does it add to its sign: words, or a day?"""
    return bool(source.quote) or (bool(source.text) and source.kind in ("goal", "meeting"))


def _source(source: Source) -> Line:
    quotes = (quote_of(source, 90),) if source.quote else ()
    mark = weekday(day_of(source.date)) if source.date else source.id
    return Line(sentence(source.text) if source.text else "", mark, quotes)
