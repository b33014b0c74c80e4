"""The ledger as a page: what both promised, and what became of it. Promises, never persons."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from coach.promises import Due, Step, about_discretion, settled_by
from coach.records import NEVER, PROMISED, Commitment, Relationship, Role
from coach.render.page import (
    Line,
    Page,
    Quote,
    Section,
    counted,
    given_name,
    long_day,
    own_first,
    quotes,
    sentence,
    weekday,
    words_of,
    words_on,
)
from coach.render.promise import day_told
from coach.render.recap import BECAME

Told = Mapping[str, Sequence[Step]]
"""For a commitment id, its life."""

PASSED = "the day has passed; what became of it is not known here"
SAYS = {NEVER: "Never promised", PROMISED: "Promised after all"}
"""What a partner's file says of a promise that stands otherwise here."""
STANDS = "to be kept to oneself"


def ledger_page(
    commitments: Sequence[Commitment],
    relationship: Relationship,
    *,
    today: date,
    viewer: Role | None = None,
    lives: Told | None = None,
    kept: Collection[str] = (),
    heard: Sequence[Commitment] = (),
    in_doubt: Sequence[Commitment] = (),
    waiting: Sequence[str] = (),
) -> Page:
    """Both people's promises, the reader's own first; open ones by date, then what was settled.

    `lives` say when a day was moved and how a promise was closed; `kept` are the ids of those that
    are for the partner to praise; `heard` are those that the partner's file alone tells of: they
    wait for the yes of their owner; `in_doubt` those that it takes out, or brings back. `waiting`
    are the calls whose draft waits for a yes.
    """
    sheet = Sheet(relationship, today, lives, kept)
    sections = list(sheet.sections(commitments, viewer))
    if heard:
        lead = f"They count once you say so: coach confirm {relationship.id} heard"
        title = f"Heard by {given_name(heard[0].heard_from or '')}, not confirmed by you"
        sections.append(Section(title, tuple(map(sheet.line, heard)), lead=lead))
    sections += sheet.doubts(
        in_doubt, f"Yours to say yes or no to: coach confirm {relationship.id} heard"
    )
    open_ = sum(commitment.is_open for commitment in commitments)
    settled = f", {len(commitments) - open_} settled" if len(commitments) > open_ else ""
    names = " and ".join(person.name for person in relationship.people)
    nothing = f"Nothing yet: coach recap FILE --with {relationship.id}"
    drafts = tuple(
        f"The draft of call {int(call)} waits for a yes; until then nothing of it is in this list: "
        f"coach confirm {relationship.id} {call}"
        for call in waiting
    )
    if waiting:
        nothing = "Nothing is confirmed yet."
    return Page(
        title=f"Promises of {relationship.id}",
        subtitle=f"{names}: {open_} open{settled}." if commitments or heard else nothing,
        sections=tuple(sections),
        footnotes=drafts,
    )


def due_page(
    due: Sequence[Due], *, today: date, until: date, lives: Mapping[str, Told] | None = None
) -> Page:
    """Open promises whose day has come or comes soon, those about discretion before all.

    Each person's stand together, the home owner's before the partner's. `lives` are those of each
    relationship, by its id.
    """
    sections: list[Section] = []
    for found in due:
        one = found.relationship
        sheet = Sheet(one, today, (lives or {}).get(one.id))
        if found.assurances:
            sections.append(assured(found, f"{one.id}, "))
        sections += sheet.sections(found.promises, one.me, f"{one.id}, ")
    count = sum(len(found.promises) for found in due)
    return Page(
        title=f"Due until {long_day(until)}",
        subtitle=counted(count, "promise") + "." if count else "Nothing has a day until then.",
        sections=tuple(sections),
    )


def assured(found: Due, before: str = "") -> Section:
    """The words that somebody gave to keep something to themselves: they lead."""
    who = given_name(found.assurances[0].who)
    words = [quotes(moment.evidence, by=moment.who) for moment in found.assurances]
    return Section(
        f"{before}{who}: {STANDS}",
        tuple(Line("A word given about discretion.", "Said", quote) for quote in words),
    )


class Group(NamedTuple):
    """Promises of one person in one state, each with its line."""

    owner: str
    state: str
    promises: tuple[tuple[Commitment, Line], ...]


class Sheet:
    """The promises of one relationship, as they stand today."""

    def __init__(
        self,
        relationship: Relationship,
        today: date,
        lives: Told | None = None,
        kept: Collection[str] = (),
    ) -> None:
        self.relationship, self.today = relationship, today
        self.lives, self.kept = lives or {}, kept

    def sections(
        self, commitments: Sequence[Commitment], viewer: Role | None, before: str = ""
    ) -> Iterator[Section]:
        for owner, state, promises in self.groups(commitments, viewer):
            yield Section(f"{before}{owner}: {state}", tuple(line for _, line in promises))

    def doubts(self, in_doubt: Sequence[Commitment], lead: str = "") -> Iterator[Section]:
        """What the partner's file takes out, and what it brings back: for the owner to answer."""
        pair = self.relationship
        them = pair.partner_of(pair.person(pair.me).name).name if pair.me else "the partner"
        for says, title in SAYS.items():
            lines = [self.line(one) for one in in_doubt if one.partner_says == says]
            if lines:
                yield Section(f"{title}, says {given_name(them)}", tuple(lines), lead=lead)

    def groups(self, commitments: Sequence[Commitment], viewer: Role | None) -> Iterator[Group]:
        """Each person's, the reader's own first; of each, by what they ask of their owner."""
        people = [person.name for person in own_first(self.relationship, viewer)]
        for owner in (*people, None):
            own = [c for c in commitments if (c.owner if c.owner in people else None) == owner]
            title = given_name(owner) if owner else "Owner not known"
            for state, of_it in self._by_state(own):
                yield Group(title, state, tuple((one, self.line(one)) for one in of_it))

    def _by_state(
        self, commitments: Iterable[Commitment]
    ) -> Iterator[tuple[str, list[Commitment]]]:
        states: dict[str, list[Commitment]] = {STANDS: [], PASSED: [], "open": [], "settled": []}
        for commitment in sorted(commitments, key=_by_due):
            states[self._state(commitment)].append(commitment)
        yield from ((state, chosen) for state, chosen in states.items() if chosen)

    def _state(self, commitment: Commitment) -> str:
        if not commitment.is_open:
            return "settled"
        if about_discretion(commitment.action):
            return STANDS
        return PASSED if commitment.due and commitment.due < self.today else "open"

    def line(self, commitment: Commitment) -> Line:
        """A promise with its day or what became of it, and its words."""
        mark = BECAME.get(commitment.status, "")
        if commitment.is_open and commitment.due:
            mark = weekday(commitment.due, self.today)
        told = [sentence(commitment.action), *self._remarks(commitment)]
        kind = f", {commitment.kind}" if self._provides(commitment) else ""
        return Line(
            " ".join(told), mark or "No date", self._quotes(commitment), note=commitment.id + kind
        )

    def _provides(self, commitment: Commitment) -> bool:
        """Is it said what a mentor's promise is to provide?"""
        return commitment.owner == self.relationship.mentor.name and commitment.kind != "other"

    def _remarks(self, commitment: Commitment) -> Iterator[str]:
        if (was := self._first_day(commitment)) and commitment.due:
            days = (weekday(day, self.today) for day in (was, commitment.due))
            yield "Was {}, now {}.".format(*days)
        if commitment.firmness == "conditional" and commitment.is_open:
            yield "Conditional."
        if commitment.status == "partly":
            yield "Partly done."
        if (closing := self._closing(commitment)) and closing.by_hand:
            yield day_told(closing, self.today) + "."
        if commitment.id in self.kept and commitment.owner:
            partner = self.relationship.partner_of(commitment.owner)
            yield f"For {given_name(partner.name)} to praise."

    def _first_day(self, commitment: Commitment) -> date | None:
        """The first day it had, where it has another one now."""
        told = self.lives.get(commitment.id, ())
        days = [step.now["due"] for step in told if step.now.get("due") and not step.undone]
        first = date.fromisoformat(days[0]) if days else None
        return first if first != commitment.due else None

    def _closing(self, commitment: Commitment) -> Step | None:
        return settled_by(self.lives.get(commitment.id, ()), commitment)

    def _quotes(self, commitment: Commitment) -> tuple[Quote, ...]:
        """The words it was promised in, and those that closed it."""
        closing = self._closing(commitment)
        return words_of(commitment) + (words_on(closing.evidence) if closing else ())


def _by_due(commitment: Commitment) -> tuple[date, list[int]]:
    numbers = [int(digits) for digits in commitment.id.split("#c") if digits.isdigit()]
    return (commitment.due or date.max, numbers)
