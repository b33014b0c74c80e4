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
    on: date | None = Field(None, description="the day it was talked about, or set by hand")
    by_hand: bool = Field(False, description="set by a person, not heard in a call")


class Initials(Record):
    """Third people by their initials. Names are known by fingerprints alone: none stands here."""

    on: bool = False
    known_as: str | None = Field(
        None, description="id that the fingerprints were made with, where the pair has another now"
    )
    known: dict[str, str] = Field(
        default_factory=dict, description="fingerprint of a part of a name, and the initials for it"
    )


class Agreement(Record):
    """How the pair works together: up to 17 terms; a topic that is not here is open."""

    terms: tuple[Term, ...] = ()
    off_limits: tuple[str, ...] = Field(
        (), description="subjects that never become an item, a question or a search hit"
    )
    initials: Initials = Initials()

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
    """One person's yes to recaps being kept: who, when, how; and when it was taken back, if so."""

    who: str
    given_at: When
    how: str
    withdrawn_at: When | None = Field(None, description="from then on no call is read or kept")


class NextCall(Record):
    """The day of the next call where no call kept here says it: set by hand, or from a file."""

    on: When
    agreed_on: When = Field(description="the call in which it was agreed, or when it was set")
    heard_from: str | None = Field(
        None, description="whose file tells of it; None: the owner of this home set it"
    )
    told_at: When = Field(description="when that file was written, or when it was set")


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
    next_call: NextCall | None = Field(None, description="only where no call kept here says it")
    closed: date | None = Field(None, description="the day it was ended; None while it goes on")
    numbers_given: int = Field(0, description="highest number of a call that was taken back whole")

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
        """Have both people said yes, and has neither taken it back?"""
        return {person.name for person in self.people} <= self.said_yes

    @property
    def said_yes(self) -> frozenset[str]:
        """Names of those whose yes stands."""
        return frozenset(yes.who for yes in self.consents if yes.withdrawn_at is None)

    @property
    def taken_back(self) -> tuple[Consent, ...]:
        """The yes of each who said it once and now says it no more, the last one of each."""
        last = {yes.who: yes for yes in self.consents}
        return tuple(yes for who, yes in last.items() if who not in self.said_yes)
