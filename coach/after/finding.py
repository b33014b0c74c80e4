"""What one call holds, checked: by one reader, or by a language model over the rules."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TypedDict

from coach.after.checking import Check
from coach.after.joining import RULES_ALONE, Heard, join, merged
from coach.after.tying import Ties
from coach.errors import ModelError
from coach.reading import Call, Reader
from coach.records import (
    ClosingAnswer,
    Commitment,
    Feedback,
    LeftOpen,
    NextMeeting,
    Point,
    Slippage,
    Term,
    TrustMoment,
    Unsupported,
    Update,
    Usage,
    day_of,
)
from coach.records.claims import Claims, HeardClaims, HeardPromise, Reading


class Points(TypedDict):
    """The five kinds of points, by the recap's names."""

    goals: tuple[Point, ...]
    wins: tuple[Point, ...]
    challenges: tuple[Point, ...]
    insights: tuple[Point, ...]
    decisions: tuple[Point, ...]


@dataclass(frozen=True)
class Found:
    """Everything of a recap that comes from readers. `alone`: who alone heard the nth promise."""

    engine: str
    commitments: tuple[Commitment, ...]
    updates: tuple[Update, ...]
    next_meeting: NextMeeting | None
    points: Points
    feedback: tuple[Feedback, ...]
    trust: tuple[TrustMoment, ...]
    agreement: tuple[Term, ...]
    slippage: tuple[Slippage, ...]
    useful: tuple[ClosingAnswer, ...]
    left_open: tuple[LeftOpen, ...]
    unsupported: tuple[Unsupported, ...]
    alone: dict[int, str]
    notices: tuple[str, ...] = ()
    usage: Usage | None = None


def read_by(
    reader: Reader,
    rules: Reader | None,
    call: Call,
    session: str,
    topics: frozenset[str],
    hidden: frozenset[str] | None = frozenset(),
) -> Found:
    """What `reader` finds; with `rules`, over what they find, and never less than a notice.

    `hidden`: stems of words that only withheld passages hold, and no wording may; None where they
    are not known any more.
    """
    if rules is None:
        return _checked(reader.name, reader.read(call), Check(call, session, topics))
    heard = rules.read(call)
    floor = _checked(rules.name, heard, Check(call, session, topics))
    try:
        claims = reader.read(call)
    except ModelError as problem:
        told = f"The model ({reader.name}) was not used: {problem}. This is what the rules read."
        return replace(floor, notices=(*floor.notices, told))
    if not any(getattr(claims, field) for field in Claims.model_fields):
        told = f"The model ({reader.name}) reported nothing. This is what the rules read."
        reading = claims if isinstance(claims, Reading) else Reading()
        notices = (*floor.notices, *reading.notices, told)
        return replace(floor, notices=notices, usage=reading.usage)
    found = _checked(reader.name, claims, Check(call, session, topics, Ties.of(call, hidden)))
    return _over(floor, found, heard, rules.name)


def _checked(engine: str, claims: Claims, check: Check) -> Found:
    meeting = check.meeting(claims.next_meeting)
    next_day = day_of(meeting.date) if meeting and meeting.date else None
    reading = claims if isinstance(claims, Reading) else Reading()
    more = claims if isinstance(claims, HeardClaims) else HeardClaims()
    return Found(
        engine=engine,
        commitments=check.commitments(claims.commitments, next_day),
        updates=check.updates(claims.updates, next_day),
        next_meeting=meeting,
        points=Points(
            goals=check.points(claims.points, "goal"),
            wins=check.points(claims.points, "win"),
            challenges=check.points(claims.points, "challenge"),
            insights=check.points(claims.points, "insight"),
            decisions=check.points(claims.points, "decision"),
        ),
        feedback=check.feedback(claims.feedback),
        trust=check.trust(claims.trust),
        agreement=check.terms(claims.terms),
        slippage=check.slippage(claims.slippage),
        useful=check.useful(more.useful),
        left_open=check.left_open(more.left_open),
        unsupported=check.unsupported,
        alone={},
        notices=reading.notices,
        usage=reading.usage,
    )


def _over(floor: Found, found: Found, heard: Claims, rules: str) -> Found:
    """The model's findings on the floor of the rules'."""
    sure = {
        (claim.owner, claim.action)
        for claim in heard.commitments
        if isinstance(claim, HeardPromise) and claim.sure
    }
    heard_promises = [Heard(one, (one.owner, one.action) in sure) for one in floor.commitments]
    silent = "The model reported no promise that stands in the call; these the rules read."
    joined = join(merged(found.commitments), heard_promises, found.engine, rules)
    updates = found.updates or floor.updates
    return replace(
        found,
        notices=(*found.notices, silent)
        if floor.commitments and not found.commitments
        else found.notices,
        commitments=joined.promises,
        alone=joined.alone,
        updates=updates,
        next_meeting=found.next_meeting or floor.next_meeting,
        useful=floor.useful,
        left_open=floor.left_open,
        unsupported=(*found.unsupported, *joined.aside, *_unreported(floor, updates)),
    )


def _unreported(floor: Found, updates: tuple[Update, ...]) -> Iterator[Unsupported]:
    """What the rules heard of earlier promises, and the model did not."""
    told = {update.commitment for update in updates}
    for update in floor.updates:
        if update.commitment not in told:
            where = f"turn:{update.evidence[0].turn} {update.commitment}: {update.status}"
            yield Unsupported(kind="update", claim=where, why=RULES_ALONE)
