"""After a call: a transcript becomes a draft recap. The one path that every claim goes through.

A reader proposes; here each claim is checked against the words of this call, given its owner, its
date and its place in the ledger, or set aside with the reason. Withheld words never get this far:
they are cut before any reader sees the call.

    checking.py    what a claim has to prove            tying.py      whose words a wording uses
    finding.py     one reader, or a model over the rules
    joining.py     what both heard, and what one alone
    naming.py      third people by their initials, where the two agreed on that
    again.py       a call that was confirmed before, and a promise that lives on
    asked.py       what a person is asked        by_hand.py    what they change and add
    faults.py      what a claim fails on, one by one
    opening.py     what a person says was no secret, and whose word that needs
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from coach import asking, discretion, speakers
from coach.after.again import living_on, moved_alone, numbered, settled
from coach.after.asked import (
    doubtful_first,
    ids_of,
    is_doubtful,
    item_id,
    mark_of,
    marks_of,
    said_yes,
    to_leave_out,
)
from coach.after.by_hand import OF_AN_UPDATE, accepted, added, edited, with_one_more, with_taken_out
from coach.after.faults import Fault, faults
from coach.after.finding import read_by
from coach.after.naming import with_initials
from coach.after.opening import Opening, ordinary
from coach.discretion.cuts import spans_of
from coach.evidence import WITHHELD
from coach.library import Framework
from coach.reading import Call, Reader
from coach.reading.moments.ending import find_endings
from coach.reading.talk import talk
from coach.reading.words import content
from coach.records import (
    NEVER,
    Commitment,
    Cut,
    HeardOnce,
    Recap,
    Relationship,
    Transcript,
    Update,
    When,
    Withheld,
)

__all__ = [
    "OF_AN_UPDATE",
    "Fault",
    "Opening",
    "Redacted",
    "accepted",
    "added",
    "doubtful_first",
    "edited",
    "faults",
    "ids_of",
    "is_doubtful",
    "item_id",
    "mark_of",
    "marks_of",
    "moved_alone",
    "ordinary",
    "recap",
    "said_yes",
    "to_leave_out",
    "topics_of",
    "with_one_more",
    "with_taken_out",
    "withheld_before",
    "withhold",
]


@dataclass(frozen=True)
class Redacted:
    """A call without the words that nobody may keep, where they stood, and who speaks when."""

    transcript: Transcript
    spans: tuple[discretion.Span, ...]
    who: speakers.Speakers
    pair: Relationship
    """the two, with the third people of this call known by their initials, where that is agreed"""
    withheld: tuple[Withheld, ...] = ()
    """where, and who announced it"""
    hidden: frozenset[str] | None = frozenset()
    """stems of words that only the withheld passages hold: nothing may be worded with them. None:
    they are not known any more, so nothing may be worded with what was not said"""
    planted: frozenset[int] | None = None
    """turns of nothing but text for a machine; None where only redacted words are known"""


def withhold(
    transcript: Transcript,
    relationship: Relationship,
    struck: Sequence[Cut] = (),
    not_secret: Collection[int] = (),
) -> Redacted:
    """Cut what was off the record, between the two, or somebody else's to tell; and `struck`.

    Nothing is found in the turns `not_secret`, of which a person said so; what was struck stays
    out. Where third people go by their initials, their names are no part of what is left.
    """
    who = speakers.assign(transcript, relationship)
    found = discretion.withheld_spans(transcript, who.by_turn)
    found = tuple(span for span in found if span.turn not in not_secret)
    spans = (*found, *spans_of(transcript, struck))
    kept = discretion.redact(transcript, spans)
    said = (transcript.turns[span.turn].text[span.start : span.end] for span in spans)
    openly = content("\n".join(turn.text for turn in kept.turns))
    hidden = content("\n".join(said)) - openly
    kept, who, pair = with_initials(kept, who, relationship)
    places = discretion.to_withheld(spans, transcript, who.names)
    planted = discretion.wholly_planted(transcript)
    return Redacted(kept, spans, who, pair, places, hidden, planted)


def withheld_before(
    kept: Transcript, relationship: Relationship, withheld: Sequence[Withheld]
) -> Redacted:
    """A call of which only the redacted words are left; `withheld` says why a turn was cut.

    They are not searched again: without what was cut, words mean something else.
    """
    known = {one.turn: one for one in withheld}
    spans = tuple(
        discretion.Span(n, at.start(), at.end(), known[n].scope if n in known else "off_record")
        for n, turn in enumerate(kept.turns)
        for at in re.finditer(re.escape(WITHHELD), turn.text)
    )
    hidden = None if spans else frozenset[str]()
    places = tuple(known.get(one.turn, one) for one in discretion.to_withheld(spans))
    who = speakers.assign(kept, relationship)
    kept, who, pair = with_initials(kept, who, relationship)
    return Redacted(kept, spans, who, pair, places, hidden)


def topics_of(frameworks: Mapping[str, Framework]) -> frozenset[str]:
    """The topics of the working agreement, by id."""
    return frozenset(topic.id for topic in frameworks["working-agreement"].kinds("topic"))


def recap(
    redacted: Redacted,
    *,
    relationship: Relationship,
    held_on: When,
    reader: Reader,
    frameworks: Mapping[str, Framework],
    rules: Reader | None = None,
    ledger: Sequence[Commitment] = (),
    session: str = "00",
    confirmed: Sequence[Commitment] = (),
    became: Sequence[Update] = (),
) -> Recap:
    """Return the draft recap of one call.

    `ledger` holds the commitments of earlier calls. `confirmed` are those of this very call that a
    person confirmed or added before, and `became` what they confirmed that it says of earlier ones:
    both stand as they are, and what was never promised does not come back. `session` names this
    call in every id (`01#c1`). With `rules`, a second reader that nothing in a call can argue with,
    its findings are the floor under `reader`, and stand alone where that one fails. Nothing is
    stored.
    """
    names, planted = redacted.who.names, redacted.planted
    call = Call(redacted.transcript, relationship, names, held_on, tuple(ledger), planted)
    found = read_by(reader, rules, call, session, topics_of(frameworks), redacted.hidden)
    updates = settled(found.updates, became)
    together = (*found.commitments, *living_on(updates, found.commitments, call))
    commitments = numbered(together, confirmed, session)
    draft = Recap(
        relationship=relationship.id,
        session=session,
        held_on=held_on,
        engine=found.engine,
        notices=(*redacted.who.notices, *found.notices),
        commitments=commitments,
        updates=updates,
        next_meeting=found.next_meeting,
        **found.points,
        feedback=found.feedback,
        trust=found.trust,
        agreement=found.agreement,
        slippage=found.slippage,
        endings=find_endings(call, session),
        useful=found.useful,
        left_open=found.left_open,
        talk=talk(call),
        withheld=redacted.withheld,
        unsupported=found.unsupported,
        heard_once=tuple(
            HeardOnce(item=commitments[place].id, reader=name)
            for place, name in found.alone.items()
        ),
        usage=found.usage,
    )
    never = {promise.id for promise in confirmed if promise.status == NEVER}
    return asking.complete(draft.without(never), call, frameworks)
