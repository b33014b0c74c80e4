"""What the choosing of items looks at: the pair, its past, and whose eyes read the page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from coach import offlimits
from coach.library import Framework
from coach.past import Past
from coach.past.sources import of_answer, of_step, of_update
from coach.patterns import patterns
from coach.promises import about_discretion, assurances
from coach.records import (
    Commitment,
    Patterns,
    Recap,
    Relationship,
    Role,
    Source,
    TrustMoment,
    day_of,
)


@dataclass(frozen=True)
class View:
    """The same past, seen for one role's brief, or with `role` None for the shared agenda."""

    relationship: Relationship
    past: Past
    frameworks: Mapping[str, Framework]
    role: Role | None
    on: date | None

    @property
    def last(self) -> Recap | None:
        """The latest call's recap."""
        return self.past.last

    @cached_property
    def patterns(self) -> Patterns:
        """What the calls say together, as far as these eyes may see it."""
        return patterns(
            self.relationship, past=self.past, frameworks=self.frameworks, role=self.role
        )

    @property
    def reader(self) -> str | None:
        """The name of the person whose brief it is."""
        return self.relationship.person(self.role).name if self.role else None

    @property
    def own_first(self) -> list[str]:
        """Both names: the reader's first, else the mentee's."""
        names = [self.relationship.mentee.name, self.relationship.mentor.name]
        return sorted(names, key=lambda name: name != self.reader)

    def open(self, owner: str | None) -> list[Commitment]:
        """What this person still has to do: discretion leads, then the earliest day.

        None: nobody is known to.
        """
        open_ = [offlimits.discreet(c, self.relationship) for c in self.past.ledger if c.is_open]
        if owner is None:
            return [c for c in open_ if self.relationship.role_of(c.owner) is None]
        return sorted((c for c in open_ if c.owner == owner), key=_by_due)

    def late(self, commitments: Sequence[Commitment]) -> int:
        """How many of them had their day before the call."""
        return sum(1 for c in commitments if c.due and self.on and c.due < self.on)

    def kept(self, owner: str) -> list[Source]:
        """What this person has done, by the last call or by hand since: for the other to praise."""
        last = self.last
        mine = {c.id: c for c in self.past.ledger if c.owner == owner and c.id in self.past.kept}
        heard = {u.commitment: u for u in (last.updates if last else ()) if u.status == "done"}
        entered = {step.commitment: step for step in self.past.kept_by_hand}
        return [
            of_update(heard[id], promise, last)
            if last and id in heard
            else of_step(entered[id], promise)
            for id, promise in mine.items()
        ]

    @property
    def last_heard(self) -> str:
        """When it was last heard of promises: the day of the last call, in a sentence."""
        if self.last is None:
            return "No call is read here yet."
        day = day_of(self.last.held_on)
        return f"Last heard on {day:%a} {day.day} {day:%b}."

    def answers(self, *, to: str | None = None, private: bool = False) -> list[Source]:
        """Answers given since the last call, to one question or to any."""
        wanted = self.role if private else "shared"
        return [
            of_answer(answer)
            for answer in self.past.new_answers
            if answer.visibility == wanted and (to is None or answer.question == to)
        ]

    @property
    def open_topics(self) -> list[str]:
        """Topics of the working agreement that nobody has settled; confidentiality first."""
        topics = [topic.id for topic in self.frameworks["working-agreement"].kinds("topic")]
        open_ = [t for t in topics if self.relationship.agreement.state(t) == "open"]
        return sorted(open_, key=lambda topic: topic != "confidentiality")

    def ask(self, framework: str, question: str) -> tuple[str, ...]:
        """One question of a pack in its own words; none where a user's pack lacks it."""
        pack = self.frameworks.get(framework)
        return tuple(q.text for q in pack.questions if q.id == question) if pack else ()

    def ask_about(self, topics: Sequence[str]) -> tuple[str, ...]:
        """The agreement's own questions about these topics, to the reader or to the mentee."""
        pack = self.frameworks["working-agreement"]
        asked = self.reader or self.relationship.mentee.name
        partner = short(self.relationship.partner_of(asked).name)
        wordings = (pack.question(topic).wordings(partner=partner) for topic in topics)
        return tuple(found[0] for found in wordings if found)

    def pack(self, framework: str) -> Source:
        """A framework as the source of an item that nothing else has prompted."""
        return Source(kind="framework", id=framework, text=self.frameworks[framework].title)

    def topic(self, id: str) -> Source:
        """A topic of the working agreement as a source."""
        return Source(
            kind="agreement", id=id, text=self.frameworks["working-agreement"].question(id).text
        )

    def is_off_limits(self, text: str) -> bool:
        """Does `text` speak of a subject that the pair put off limits?"""
        return offlimits.speaks_of(text, self.relationship)


def words_given(
    relationship: Relationship, last: Recap | None, role: Role | None
) -> tuple[TrustMoment, ...]:
    """A person's word, given at the last call, to keep something to themselves."""
    given = assurances(last, relationship.person(role).name) if last and role else ()
    return tuple(
        moment
        for moment in given
        if not any(offlimits.speaks_of(said.quote, relationship) for said in moment.evidence)
    )


def short(name: str) -> str:
    """The given name."""
    return name.split()[0]


def _by_due(commitment: Commitment) -> tuple[bool, date, str]:
    return (not about_discretion(commitment.action), commitment.due or date.max, commitment.id)
