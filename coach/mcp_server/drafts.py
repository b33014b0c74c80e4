"""A draft in short: its lines with their ids, and what of the claims did not stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from coach.after import Fault, mark_of
from coach.after.joining import RULES_ALONE
from coach.mcp_server.answers import Beside, Draft, Item
from coach.records import Commitment, Point, Recap, Relationship, day_of
from coach.render.keeping import kept_for_later, worth_keeping
from coach.render.left_out import left_out
from coach.render.page import Line, Page, Quote, Section, counted, given_name, long_day, quotes
from coach.render.recap import commitment_line, update_line

FAULTS = 40
"""Faults that are told at once; mended, they make room for the others."""


def draft_of(
    recap: Recap,
    relationship: Relationship,
    earlier: Sequence[Commitment],
    *,
    kept: bool,
    confirmed: bool = False,
    faults: Sequence[Fault] | None = None,
) -> Draft:
    """The records of a draft; with `faults`, what they tell is not told again as set aside."""
    known = {commitment.id: commitment for commitment in earlier}
    meeting = recap.next_meeting
    return Draft(
        relationship=relationship.id,
        session=recap.session,
        held_on=recap.held_on,
        read_by=recap.engine,
        confirmed=confirmed,
        kept=kept,
        draft=mark_of(recap) if kept else "",
        items=tuple(_items(recap, known)),
        besides=tuple(
            Beside(id=line.note, text=f"{line.mark}: {line.text}".strip(": "), quote=_words(line))
            for line in _besides(recap)
        ),
        next_meeting=str(meeting.date or meeting.phrase) if meeting else "",
        withheld=len(recap.withheld),
        faults=tuple((faults or ())[:FAULTS]),
        left=tuple(
            f"{one.kind}: {one.claim} ({one.why})"
            for one in recap.unsupported
            if faults is None or one.why == RULES_ALONE
        )[:FAULTS],
        notices=recap.notices,
    )


def draft_page(
    draft: Draft, recap: Recap, relationship: Relationship, earlier: Sequence[Commitment]
) -> Page:
    """The same, to read: what waits for a yes, the doubtful with its doubt, then what failed."""
    known = {commitment.id: commitment for commitment in earlier}
    promised = []
    for commitment in recap.commitments:
        line = commitment_line(commitment, recap)
        owner = given_name(commitment.owner) if commitment.owner else "Owner not known"
        promised.append(Line(f"{owner}: {line.text}", line.mark, line.quotes, line.note))
    became = [update_line(u, known.get(u.commitment), recap.session) for u in recap.updates]
    goals = [
        Line(point.text, "Goal", quotes(point.evidence, here=recap.session), id)
        for id, point in _goals(recap)
    ]
    sections = (
        Section("Promised", tuple(promised)),
        Section("What became of earlier ones", tuple(became)),
        Section("Goals", tuple(goals)),
        Section("Kept with it, unless it is left out", tuple(_besides(recap))),
        Section("Does not stand as it was claimed", tuple(map(_fault, draft.faults))),
        Section("Set aside", tuple(Line(text) for text in draft.left)),
    )
    state = "confirmed recap" if draft.confirmed else "draft recap"
    notes = list(recap.notices)
    if draft.withheld:
        count = f"Left out on purpose: words in {counted(draft.withheld, 'turn')}."
        notes = [count, *(one.text for one in left_out(recap)), *notes]
    return Page(
        title=f"Session {recap.session}, {long_day(day_of(recap.held_on))}: {state}",
        subtitle=" and ".join(person.name for person in relationship.people) + ".",
        sections=tuple(section for section in sections if section.lines or section.lead),
        footnotes=tuple(notes),
    )


def lines_of(draft: Draft, ids: Sequence[str]) -> list[str]:
    """What a person is asked about: these lines of a draft, each with owner and day."""
    return [
        f"{item.owner or 'Owner not known'}: {item.text}" + (f" ({item.due})" if item.due else "")
        for item in draft.items
        if item.id in ids
    ]


def _items(recap: Recap, known: Mapping[str, Commitment]) -> Iterator[Item]:
    for commitment in recap.commitments:
        line = commitment_line(commitment, recap)
        yield Item(
            id=commitment.id,
            kind="commitment",
            text=line.text,
            owner=commitment.owner,
            due=commitment.due,
            doubt=line.note.removeprefix(commitment.id).lstrip(", "),
            quote=_words(line),
        )
    for update in recap.updates:
        earlier = known.get(update.commitment)
        line = update_line(update, earlier, recap.session)
        yield Item(
            id=update.commitment,
            kind="update",
            text=f"{line.mark}: {line.text}",
            owner=earlier.owner if earlier else None,
            due=update.new_due,
            quote=_words(line),
        )
    for id, point in _goals(recap):
        said = _words(Line("", quotes=quotes(point.evidence, here=recap.session)))
        yield Item(id=id, kind="goal", text=point.text, owner=point.who, quote=said)


def _besides(recap: Recap) -> Iterator[Line]:
    """What is kept with a yes to any line; goals are lines of their own."""
    there = recap.besides()
    for line in (*worth_keeping(recap, ids=True), *kept_for_later(recap, {}, ids=True)):
        if line.note in there:
            yield line


def _goals(recap: Recap) -> Iterable[tuple[str, Point]]:
    return zip(recap.goal_ids, recap.goals, strict=True)


def _words(line: Line) -> str:
    return line.quotes[0].words if line.quotes else ""


def _fault(fault: Fault) -> Line:
    nearest = (Quote(fault.nearest, f"turn {fault.turn}"),) if fault.nearest else ()
    near = "; nearest words there:" if nearest else ""
    note = "the rest of it stands" if fault.kept else "it was left out"
    return Line(f"{fault.why}{near}", fault.where, nearest, note)
