"""The working agreement as a page: what is agreed, what was talked about, what is open."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from coach.library import Framework
from coach.records import Relationship, Role, Term
from coach.render.page import (
    Line,
    Page,
    Section,
    counted,
    given_name,
    own_first,
    quotes,
    sentence,
    weekday,
)


def agreement_page(
    relationship: Relationship,
    terms: Sequence[Term],
    frameworks: Mapping[str, Framework],
    viewer: Role | None = None,
) -> Page:
    """Lay the agreement out: every topic once, each open one with its question."""
    sheet = Sheet(relationship, frameworks, viewer)
    known = relationship.agreement
    settled = [term for term in terms if term.state == "agreed"]
    sections = (
        Section("Agreed", tuple(map(sheet.told, settled))),
        Section("Talked about", tuple(sheet.told(t) for t in terms if t.state == "discussed")),
        Section("Open", tuple(sheet.asked(t) for t in terms if t.state == "open")),
        Section(
            "Off limits",
            tuple(Line(sentence(subject)) for subject in known.off_limits),
            lead="None of these becomes an item, a question or a search hit.",
        ),
        Section("Names", tuple(_names(relationship))),
    )
    return Page(
        title=f"The working agreement of {' and '.join(sheet.names)}",
        subtitle=f"{len(settled)} of {counted(len(terms), 'topic')} agreed.",
        sections=tuple(section for section in sections if section.lines),
    )


class Sheet:
    """Topics by their names, questions to whose page it is."""

    def __init__(
        self,
        relationship: Relationship,
        frameworks: Mapping[str, Framework],
        viewer: Role | None = None,
    ) -> None:
        _, other = own_first(relationship, viewer)
        self.partner = given_name(other.name)
        self.names = [given_name(person.name) for person in relationship.people]
        self.topics = {q.id: q for q in frameworks["working-agreement"].kinds("topic")}

    def told(self, term: Term) -> Line:
        """A topic with its words and its day."""
        day = weekday(term.on) if term.on else ""
        how = "set by hand" if term.by_hand else ""
        text = sentence(term.text) if term.text else ""
        return Line(
            text, self.name(term), quotes(term.evidence), ", ".join(filter(None, [how, day]))
        )

    def asked(self, term: Term) -> Line:
        """An open topic with its question."""
        topic = self.topics.get(term.topic)
        asked = topic.wordings(partner=self.partner) if topic else ()
        return Line(asked[0] if asked else "", self.name(term))

    def name(self, term: Term) -> str:
        """What a topic is called."""
        topic = self.topics.get(term.topic)
        name = (topic.name if topic else None) or term.topic.replace("_", " ")
        return name[:1].upper() + name[1:]


def _names(relationship: Relationship) -> Iterator[Line]:
    if relationship.agreement.initials.on:
        yield Line("Third people go by their initials; their names are not kept.")
