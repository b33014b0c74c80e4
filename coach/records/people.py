"""Two people who meet again and again, and what they agreed on."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field

from coach.records.base import Record, When
from coach.records.call import Evidence

Role = Literal["mentor", "mentee"]
ROLES: tuple[Role, Role] = ("mentor", "mentee")

Phase = Literal["initiation", "cultivation", "separation", "redefinition"]
"""Kram's four phases; they may overlap."""

Smart = Literal["specific", "measurable", "achievable", "relevant", "time_bound"]
SMART: tuple[Smart, ...] = ("specific", "measurable", "achievable", "relevant", "time_bound")


class Person(Record):
    """One side of a relationship, with every label a transcript may show for them."""

    name: str
    title: str | None = None
    labels: tuple[str, ...] = ()
    zone: str | None = Field(None, description="IANA time zone, such as Asia/Kolkata")


class Term(Record):
    """One topic of the working agreement, and how far the pair has got with it."""

    topic: str = Field(description="id of a topic of knowledge/working-agreement.md")
    state: Literal["agreed", "discussed", "open"]
    text: str = ""
    evidence: tuple[Evidence, ...] = ()


class Agreement(Record):
    """How the pair works together: up to 17 terms; a topic that is not here is open."""

    terms: tuple[Term, ...] = ()
    off_limits: tuple[str, ...] = Field(
        (), description="subjects that never become an item, a question or a search hit"
    )

    def state(self, topic: str) -> Literal["agreed", "discussed", "open"]:
        """How far the pair has got with `topic`."""
        return next((term.state for term in self.terms if term.topic == topic), "open")


class Goal(Record):
    """What the mentee works towards. A SMART field left `None` is still open."""

    id: str
    text: str
    specific: str | None = None
    measurable: str | None = None
    achievable: str | None = None
    relevant: str | None = None
    time_bound: str | None = None
    evidence: tuple[Evidence, ...] = ()

    @property
    def gaps(self) -> tuple[Smart, ...]:
        """The SMART letters that nobody has filled in yet."""
        return tuple(letter for letter in SMART if getattr(self, letter) is None)


class Consent(Record):
    """One person's yes to recaps being kept: who, when, how it was given."""

    who: str
    given_at: When
    how: str


class Relationship(Record):
    """A sealed room for two people; `me` is the one whose home this is."""

    id: str
    mentor: Person
    mentee: Person
    me: Role | None = None
    started: date | None = None
    phases: tuple[Phase, ...] = ()
    agreement: Agreement = Agreement()
    goals: tuple[Goal, ...] = ()
    consents: tuple[Consent, ...] = ()

    @property
    def people(self) -> tuple[Person, Person]:
        """Mentor first, then mentee."""
        return (self.mentor, self.mentee)

    def person(self, role: Role) -> Person:
        """The person in this role."""
        return self.mentor if role == "mentor" else self.mentee

    def role_of(self, name: str | None) -> Role | None:
        """The role of the person of this exact name, or None for anybody else."""
        return next((role for role in ROLES if self.person(role).name == name), None)

    def partner_of(self, name: str) -> Person:
        """The other one of the two."""
        return self.mentee if name == self.mentor.name else self.mentor

    @property
    def consented(self) -> bool:
        """Have both people said yes?"""
        return {person.name for person in self.people} <= {consent.who for consent in self.consents}
