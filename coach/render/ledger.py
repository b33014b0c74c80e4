"""The ledger as a page: what both promised, and what became of it. Promises, never persons."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from coach.records import Commitment, Relationship, Role
from coach.render.page import (
    Line,
    Page,
    Section,
    counted,
    given_name,
    long_day,
    own_first,
    quotes,
    sentence,
    weekday,
)
from coach.render.recap import BECAME

Moves = Mapping[str, Sequence[date]]
"""For a commitment id, the days it was due before the one it is due now, the first one first."""


def ledger_page(
    commitments: Sequence[Commitment],
    relationship: Relationship,
    *,
    today: date,
    viewer: Role | None = None,
    moves: Moves | None = None,
) -> Page:
    """Both people's promises, the reader's own first; open ones by date, then what was settled."""
    sections = list(_sections(commitments, relationship, today, viewer, moves or {}))
    open_ = sum(commitment.is_open for commitment in commitments)
    settled = f", {len(commitments) - open_} settled" if len(commitments) > open_ else ""
    names = " and ".join(person.name for person in relationship.people)
    nothing = f"Nothing yet: coach recap FILE --with {relationship.id}"
    return Page(
        title=f"Promises of {relationship.id}",
        subtitle=f"{names}: {open_} open{settled}." if commitments else nothing,
        sections=tuple(sections),
    )


def due_page(
    due: Sequence[tuple[Relationship, Sequence[Commitment]]],
    *,
    today: date,
    until: date,
    moves: Mapping[str, Moves] | None = None,
) -> Page:
    """Open promises whose day has come or comes soon, a section a relationship."""
    sections = []
    for relationship, commitments in due:
        names: list[str | None] = [p.name for p in own_first(relationship, relationship.me)]
        told = (moves or {}).get(relationship.id, {})
        for state, of_it in _by_state(commitments, today):
            ranked = sorted(of_it, key=lambda c: _rank(c.owner, names))
            lines = tuple(_line(c, today, told.get(c.id, ()), named=True) for c in ranked)
            sections.append(Section(f"{relationship.id}: {state}", lines))
    count = sum(len(commitments) for _, commitments in due)
    return Page(
        title=f"Due until {long_day(until)}",
        subtitle=counted(count, "promise") + "." if count else "Nothing has a day until then.",
        sections=tuple(sections),
    )


def _sections(
    commitments: Sequence[Commitment],
    relationship: Relationship,
    today: date,
    viewer: Role | None,
    moves: Moves,
) -> Iterator[Section]:
    people = [person.name for person in own_first(relationship, viewer)]
    for owner in (*people, None):
        own = [c for c in commitments if (c.owner if c.owner in people else None) == owner]
        title = given_name(owner) if owner else "Owner not known"
        for state, of_it in _by_state(own, today):
            lines = tuple(_line(c, today, moves.get(c.id, ())) for c in of_it)
            yield Section(f"{title}: {state}", lines)


PASSED = "the day has passed; what became of it is not known here"


def _by_state(
    commitments: Iterable[Commitment], today: date
) -> Iterator[tuple[str, list[Commitment]]]:
    states: dict[str, list[Commitment]] = {PASSED: [], "open": [], "settled": []}
    for commitment in sorted(commitments, key=_by_due):
        states[_state(commitment, today)].append(commitment)
    yield from ((state, chosen) for state, chosen in states.items() if chosen)


def _state(commitment: Commitment, today: date) -> str:
    if not commitment.is_open:
        return "settled"
    return PASSED if commitment.due and commitment.due < today else "open"


def _line(commitment: Commitment, today: date, moved: Sequence[date], named: bool = False) -> Line:
    mark = BECAME.get(commitment.status, "")
    if commitment.is_open and commitment.due:
        mark = weekday(commitment.due, today)
    owner = f"{given_name(commitment.owner)}: " if named and commitment.owner else ""
    said = " ".join([f"{owner}{sentence(commitment.action)}", *_remarks(commitment, today, moved)])
    return Line(
        said,
        mark or "No date",
        quotes(commitment.evidence, by=commitment.owner),
        note=commitment.id,
    )


def _remarks(commitment: Commitment, today: date, moved: Sequence[date]) -> Iterator[str]:
    if moved and commitment.due:
        yield f"Was {weekday(moved[0], today)}, now {weekday(commitment.due, today)}."
    if commitment.firmness == "conditional" and commitment.is_open:
        yield "Conditional."
    if commitment.status == "partly":
        yield "Partly done."


def _by_due(commitment: Commitment) -> tuple[date, list[int]]:
    numbers = [int(digits) for digits in commitment.id.split("#c") if digits.isdigit()]
    return (commitment.due or date.max, numbers)


def _rank(owner: str | None, names: Sequence[str | None]) -> int:
    return names.index(owner) if owner in names else len(names)
