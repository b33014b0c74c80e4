"""A relationship as a page: the two, their goals, what they agreed on, and their calls."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from coach.library import Framework
from coach.records import Goal, Person, Relationship, Session, Term, day_of
from coach.render.page import Line, Page, Section, long_day, quotes, sentence


def relationship_page(
    relationship: Relationship,
    sessions: Sequence[Session] = (),
    frameworks: Mapping[str, Framework] | None = None,
) -> Page:
    """Lay a relationship out, the mentor first."""
    yes = {consent.who for consent in relationship.consents}
    mentor, mentee = relationship.people
    sections = (
        Section("People", (_person(mentor, "Mentor", yes), _person(mentee, "Mentee", yes))),
        goals_section(relationship.goals),
        Section(
            "The working agreement",
            tuple(_term(term, frameworks or {}) for term in relationship.agreement.terms),
        ),
        Section("Off limits", tuple(Line(sentence(s)) for s in relationship.agreement.off_limits)),
        Section("Calls", tuple(_call(session) for session in sessions)),
    )
    return Page(
        title=relationship.id,
        subtitle=f"You are the {relationship.me}." if relationship.me else "",
        sections=tuple(section for section in sections if section.lines),
    )


def goals_section(goals: Sequence[Goal]) -> Section:
    """Goals with the SMART letters that somebody filled in, and those that are open."""
    return Section("Goals", tuple(map(_goal, goals)))


def _goal(goal: Goal) -> Line:
    filled = {
        "Specific": goal.specific,
        "Measurable": goal.measurable,
        "Achievable": goal.achievable,
        "Relevant": goal.relevant,
        "Time-bound": goal.time_bound,
    }
    known = [Line(sentence(words), letter) for letter, words in filled.items() if words]
    gaps = ", ".join(gap.replace("_", "-") for gap in goal.gaps)
    still = [Line(sentence(gaps), "Still open")] if gaps else []
    return Line(sentence(goal.text), goal.id, quotes(goal.evidence), under=(*known, *still))


def _person(person: Person, role: str, yes: set[str]) -> Line:
    parts = [person.name, person.title or "", person.zone or ""]
    labels = f"in transcripts: {', '.join(person.labels)}" if person.labels else ""
    consent = "said yes to recaps being kept" if person.name in yes else "has not said yes yet"
    return Line("; ".join(filter(None, [*parts, labels, consent])) + ".", role)


def _term(term: Term, frameworks: Mapping[str, Framework]) -> Line:
    pack = frameworks.get("working-agreement")
    topic = next((q for q in pack.questions if q.id == term.topic), None) if pack else None
    name = (topic and topic.name) or term.topic.replace("_", " ")
    return Line(sentence(f"{name}: {term.text}"), term.state.capitalize(), quotes(term.evidence))


def _call(session: Session) -> Line:
    state = "confirmed" if session.confirmed else "draft"
    return Line(
        long_day(day_of(session.held_on)) + ".", session.id, note=f"{session.source}, {state}"
    )
