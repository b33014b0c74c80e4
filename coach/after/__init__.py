"""After a call: a transcript becomes a draft recap. The one path that every claim goes through.

A reader proposes; here each claim is checked against the words of this call, given its owner, its
date and its place in the ledger, or set aside with the reason. Withheld words never get this far:
they are cut before any reader sees the call.

    checking.py    what a claim has to prove            by_hand.py    what a person changes
    again.py       a call that was confirmed before, and a promise that lives on
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from coach import asking, discretion, speakers
from coach.after.again import living_on, numbered
from coach.after.by_hand import EDITABLE, accepted, edited
from coach.after.checking import Check
from coach.library import Framework
from coach.reading import Call, Reader
from coach.reading.talk import talk
from coach.records import Commitment, Recap, Relationship, Transcript, When, day_of

__all__ = ["EDITABLE", "Redacted", "accepted", "edited", "recap", "withhold"]


@dataclass(frozen=True)
class Redacted:
    """A call without the words that nobody may keep, where they stood, and who speaks when."""

    transcript: Transcript
    spans: tuple[discretion.Span, ...]
    who: speakers.Speakers


def withhold(transcript: Transcript, relationship: Relationship) -> Redacted:
    """Cut what was off the record, between the two, or somebody else's to tell."""
    who = speakers.assign(transcript, relationship)
    spans = discretion.withheld_spans(transcript, who.by_turn)
    return Redacted(discretion.redact(transcript, spans), spans, who)


def recap(
    redacted: Redacted,
    *,
    relationship: Relationship,
    held_on: When,
    reader: Reader,
    frameworks: Mapping[str, Framework],
    ledger: Sequence[Commitment] = (),
    session: str = "00",
    confirmed: Sequence[Commitment] = (),
) -> Recap:
    """Return the draft recap of one call.

    `ledger` holds the commitments of earlier calls, `confirmed` those of this very call that a
    person confirmed before: they stand as they are, under their ids. `session` names this call in
    every id (`01#c1`). Nothing is stored.
    """
    call = Call(redacted.transcript, relationship, redacted.who.names, held_on, tuple(ledger))
    topics = frameworks["working-agreement"].kinds("topic")
    claims = reader.read(call)

    check = Check(call, session, frozenset(topic.id for topic in topics))
    meeting = check.meeting(claims.next_meeting)
    next_day = day_of(meeting.date) if meeting and meeting.date else None
    updates = check.updates(claims.updates, next_day)
    promised = check.commitments(claims.commitments, next_day)
    draft = Recap(
        relationship=relationship.id,
        session=session,
        held_on=held_on,
        engine=reader.name,
        notices=redacted.who.notices,
        commitments=numbered((*promised, *living_on(updates, promised, call)), confirmed, session),
        updates=updates,
        next_meeting=meeting,
        goals=check.points(claims.points, "goal"),
        wins=check.points(claims.points, "win"),
        challenges=check.points(claims.points, "challenge"),
        insights=check.points(claims.points, "insight"),
        decisions=check.points(claims.points, "decision"),
        feedback=check.feedback(claims.feedback),
        trust=check.trust(claims.trust),
        agreement=check.terms(claims.terms),
        slippage=check.slippage(claims.slippage),
        talk=talk(call),
        withheld=discretion.to_withheld(redacted.spans),
        unsupported=check.unsupported,
    )
    return asking.complete(draft, call, frameworks)
