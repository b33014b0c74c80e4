"""A relationship as a page: the two, their goals, what they agreed on, and their calls."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from coach.library import Framework
from coach.records import Goal, Person, Relationship, Session, Term, day_of
from coach.render.page import Line, Page, Section, long_day, quotes, sentence, weekday

Texts = Mapping[str, date | None]
"""For the id of each call whose text is kept here, the day it goes; None: it stays."""


def relationship_page(
    relationship: Relationship,
    sessions: Sequence[Session] = (),
    frameworks: Mapping[str, Framework] | None = None,
    *,
    kept: Texts | None = None,
) -> Page:
    """Lay a relationship out, the mentor first."""
    mentor, mentee = relationship.people
    people = (_person(mentor, "Mentor", relationship), _person(mentee, "Mentee", relationship))
    sections = (
        Section("People", people),
        goals_section(relationship.goals),
        Section(
            "The working agreement",
            tuple(_term(term, frameworks or {}) for term in relationship.agreement.terms),
        ),
        Section("Off limits", tuple(Line(sentence(s)) for s in relationship.agreement.off_limits)),
        Section("Calls", tuple(_call(session, kept or {}) for session in sessions)),
    )
    mine = f"You are the {relationship.me}." if relationship.me else ""
    ended = f"Closed on {long_day(relationship.closed)}." if relationship.closed else ""
    return Page(
        title=relationship.id,
        subtitle=f"{mine} {ended}".strip(),
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


def consent_told(relationship: Relationship) -> Iterator[str]:
    """Whose yes there is, whose there is not, and what follows."""
    id = relationship.id
    names = [person.name for person in relationship.people]
    yes = [name for name in names if name in relationship.said_yes]
    yield f"{id}: yes from {' and '.join(yes) or 'nobody'}."
    yield from what_follows(relationship)
    if relationship.taken_back:
        yield f"To delete it: coach relationship erase {id}"


def what_follows(relationship: Relationship) -> Iterator[str]:
    """What it means that somebody's yes is missing, a sentence each; nothing where none is."""
    back = {yes.who for yes in relationship.taken_back}
    for yes in relationship.taken_back:
        day = weekday(day_of(yes.withdrawn_at)) if yes.withdrawn_at else ""
        yield f"{yes.who} took their yes back on {day}: no further call is read, kept or shared."
        yield STAYS
    for person in relationship.people:
        if person.name not in relationship.said_yes | back:
            yield f"Until {person.name} has said yes, recaps are shown and not kept."


STAYS = "What was kept until then stays in this home, and still makes your agendas."
"""After a yes was taken back."""


def _person(person: Person, role: str, relationship: Relationship) -> Line:
    parts = [person.name, person.title or "", person.zone or ""]
    labels = f"in transcripts: {', '.join(person.labels)}" if person.labels else ""
    parts += [labels, _consent(person.name, relationship)]
    return Line("; ".join(filter(None, parts)) + ".", role)


def _consent(name: str, relationship: Relationship) -> str:
    said = {consent.who: consent for consent in relationship.consents}
    if name not in said:
        return "has not said yes yet"
    yes = said[name]
    day = weekday(day_of(yes.withdrawn_at or yes.given_at))
    if yes.withdrawn_at:
        return f"took back the yes to recaps being kept on {day}"
    return f"said yes to recaps being kept on {day} ({yes.how})"


def _term(term: Term, frameworks: Mapping[str, Framework]) -> Line:
    pack = frameworks.get("working-agreement")
    topic = next((q for q in pack.questions if q.id == term.topic), None) if pack else None
    name = (topic and topic.name) or term.topic.replace("_", " ")
    return Line(sentence(f"{name}: {term.text}"), term.state.capitalize(), quotes(term.evidence))


def _call(session: Session, kept: Texts) -> Line:
    day = long_day(day_of(session.held_on)) + "."
    if session.received_from:
        return Line(day, session.id, note=f"known from {session.received_from}'s file alone")
    parts = [session.source, "confirmed" if session.confirmed else "draft"]
    if session.id not in kept:
        parts.append("its text is gone, its quotes stay")
    elif goes := kept[session.id]:
        parts.append(f"its text goes on {weekday(goes)}")
    return Line(day, session.id, note=", ".join(parts))
