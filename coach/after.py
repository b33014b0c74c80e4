"""After a call: a transcript becomes a draft recap. The one path that every claim goes through.

A reader proposes; here each claim is checked against the words of this call, given its owner, its
date and its place in the ledger, or set aside with the reason. Withheld words never get this far:
they are cut before any reader sees the call.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from pydantic import ValidationError

from coach import asking, dates, discretion, speakers
from coach.errors import UnknownError, UserError
from coach.evidence import evidence_of
from coach.library import Framework
from coach.reading import Call, Reader
from coach.reading.talk import talk
from coach.records import (
    Commitment,
    Evidence,
    Feedback,
    NextMeeting,
    Point,
    Recap,
    Relationship,
    Slippage,
    Term,
    Transcript,
    TrustMoment,
    Unsupported,
    Update,
    When,
    day_of,
)
from coach.records.claims import (
    Claims,
    CommitmentClaim,
    FeedbackClaim,
    MeetingClaim,
    PointClaim,
    PointKind,
    Quote,
    SlippageClaim,
    TermClaim,
    TrustClaim,
    UpdateClaim,
)

EDITABLE = ("owner", "action", "due", "firmness", "kind")
"""Fields of a drafted commitment that a person may change; its words stay as they were said."""


@dataclass(frozen=True)
class Redacted:
    """A call without the words that nobody may keep, and where they stood."""

    transcript: Transcript
    spans: tuple[discretion.Span, ...]


def withhold(transcript: Transcript, relationship: Relationship) -> Redacted:
    """Cut what was off the record, between the two, or somebody else's to tell."""
    spans = discretion.withheld_spans(transcript, speakers.assign(transcript, relationship).by_turn)
    return Redacted(discretion.redact(transcript, spans), spans)


def recap(
    redacted: Redacted,
    *,
    relationship: Relationship,
    held_on: When,
    reader: Reader,
    frameworks: Mapping[str, Framework],
    ledger: Sequence[Commitment] = (),
    session: str = "00",
) -> Recap:
    """Return the draft recap of one call.

    `ledger` holds the commitments of earlier calls. `session` names this call in every id
    (`01#c1`). Nothing is stored.
    """
    transcript = redacted.transcript
    who = speakers.assign(transcript, relationship)
    call = Call(transcript, relationship, who.names, held_on, tuple(ledger))
    return _Check(call, session).recap(
        reader.read(call), reader.name, who.notices, redacted.spans, frameworks
    )


class _Check:
    """Checks the claims about one call and remembers what it set aside."""

    def __init__(self, call: Call, session: str) -> None:
        self.call, self.session = call, session
        self.unsupported: list[Unsupported] = []

    def recap(
        self,
        claims: Claims,
        engine: str,
        notices: tuple[str, ...],
        spans: tuple[discretion.Span, ...],
        frameworks: Mapping[str, Framework],
    ) -> Recap:
        meeting = self._meeting(claims.next_meeting)
        next_day = day_of(meeting.date) if meeting and meeting.date else None
        commitments = self._commitments(claims.commitments, next_day)
        draft = Recap(
            relationship=self.call.relationship.id,
            session=self.session,
            held_on=self.call.held_on,
            engine=engine,
            notices=notices,
            commitments=commitments,
            updates=self._updates(claims.updates, next_day),
            next_meeting=meeting,
            goals=self._points(claims.points, "goal"),
            wins=self._points(claims.points, "win"),
            challenges=self._points(claims.points, "challenge"),
            insights=self._points(claims.points, "insight"),
            decisions=self._points(claims.points, "decision"),
            feedback=self._feedback(claims.feedback),
            trust=self._trust(claims.trust),
            agreement=self._terms(claims.terms),
            slippage=self._slippage(claims.slippage),
            talk=talk(self.call),
            withheld=discretion.to_withheld(spans),
            unsupported=tuple(self.unsupported),
        )
        return asking.complete(draft, self.call, frameworks)

    # One method a kind of claim. Each keeps what its words prove.

    def _commitments(
        self, claims: Sequence[CommitmentClaim], next_day: date | None
    ) -> tuple[Commitment, ...]:
        kept: list[Commitment] = []
        for claim in claims:
            evidence = self._prove("commitment", claim.action, claim.quotes)
            if not evidence:
                continue
            owner = claim.owner if self.call.is_participant(claim.owner) else None
            due = self._due(claim.due_phrase, owner, next_day)
            kept.append(
                Commitment(
                    id=f"{self.session}#c{len(kept) + 1}",
                    owner=owner,
                    assigned_by=self._assigned_by(owner, evidence),
                    action=claim.action,
                    due=due,
                    due_phrase=claim.due_phrase,
                    firmness=claim.firmness,
                    kind=claim.kind,
                    joint_with=claim.joint_with,
                    gaps=asking.commitment_gaps(claim.action, due, claim.firmness),
                    evidence=evidence,
                )
            )
        return tuple(kept)

    def _updates(self, claims: Sequence[UpdateClaim], next_day: date | None) -> tuple[Update, ...]:
        known = {commitment.id: commitment for commitment in self.call.ledger}
        kept: dict[str, Update] = {}
        for claim in claims:
            earlier = known.get(claim.commitment)
            if earlier is None:
                self._set_aside("update", claim.commitment, "no such commitment in the ledger")
            elif claim.commitment in kept:
                self._set_aside("update", claim.commitment, "said twice; the first one stands")
            elif evidence := self._prove("update", claim.commitment, claim.quotes):
                due = self._due(claim.due_phrase, earlier.owner, next_day)
                kept[claim.commitment] = Update(
                    commitment=claim.commitment, status=claim.status, new_due=due, evidence=evidence
                )
        return tuple(kept.values())

    def _meeting(self, claim: MeetingClaim | None) -> NextMeeting | None:
        evidence = claim and self._prove("next meeting", claim.phrase, claim.quotes)
        if not claim or not evidence:
            return None
        day = self._due(claim.phrase, evidence[0].speaker, None)
        return NextMeeting(date=day, phrase=claim.phrase, goal=claim.goal, evidence=evidence)

    def _points(self, claims: Sequence[PointClaim], kind: PointKind) -> tuple[Point, ...]:
        return tuple(
            Point(text=claim.text, who=claim.who, evidence=evidence)
            for claim in claims
            if claim.kind == kind and (evidence := self._prove(kind, claim.text, claim.quotes))
        )

    def _feedback(self, claims: Sequence[FeedbackClaim]) -> tuple[Feedback, ...]:
        return tuple(
            Feedback(giver=claim.giver, receiver=claim.receiver, text=claim.text, evidence=evidence)
            for claim in claims
            if (evidence := self._prove("feedback", claim.text, claim.quotes))
        )

    def _trust(self, claims: Sequence[TrustClaim]) -> tuple[TrustMoment, ...]:
        return tuple(
            TrustMoment(
                behaviour=claim.behaviour, who=claim.who, polarity=claim.polarity, evidence=evidence
            )
            for claim in claims
            if (evidence := self._prove("trust", claim.behaviour, claim.quotes))
        )

    def _terms(self, claims: Sequence[TermClaim]) -> tuple[Term, ...]:
        return tuple(
            Term(topic=claim.topic, state=claim.state, text=claim.text, evidence=evidence)
            for claim in claims
            if (evidence := self._prove("agreement", claim.topic, claim.quotes))
        )

    def _slippage(self, claims: Sequence[SlippageClaim]) -> tuple[Slippage, ...]:
        return tuple(
            Slippage(commitment=claim.commitment, reason=claim.reason, evidence=evidence)
            for claim in claims
            if (evidence := self._prove("slippage", claim.reason, claim.quotes))
        )

    # What they share.

    def _prove(self, kind: str, claim: str, quotes: Sequence[Quote]) -> tuple[Evidence, ...]:
        """The quotes that stand in the turns they name; a claim without any is set aside."""
        found = []
        for quote in quotes:
            evidence = evidence_of(self.call.transcript, quote.turn, quote.words, self.session)
            if evidence:
                name = self.call.names[evidence.turn]
                found.append(evidence.model_copy(update={"speaker": name}))
        if not found:
            self._set_aside(kind, claim, "its words do not stand in the turn it names")
        return tuple(found)

    def _set_aside(self, kind: str, claim: str, why: str) -> None:
        self.unsupported.append(Unsupported(kind=kind, claim=claim, why=why))

    def _assigned_by(self, owner: str | None, evidence: Sequence[Evidence]) -> str | None:
        """Who said it, if its owner never did."""
        voices = [item.speaker for item in evidence]
        return None if owner is None or owner in voices else next(filter(None, voices), None)

    def _due(self, phrase: str | None, who: str | None, next_day: date | None) -> date | None:
        if not phrase:
            return None
        return dates.resolve(phrase, today=self.call.today(who), next_meeting=next_day)


def edited(draft: Recap, edits: Mapping[str, Mapping[str, str]]) -> Recap:
    """The draft with fields of its commitments changed by hand: `{"02#c1": {"due": "2025-10-03"}}`.

    Raises UnknownError for an id that the draft lacks, UserError for a field that cannot be so.
    """
    known = {commitment.id: commitment for commitment in draft.commitments}
    for id, fields in edits.items():
        if id not in known:
            raise UnknownError(
                f"The draft of session {draft.session} has no {id}; it has: {', '.join(known)}."
            )
        for name in fields:
            if name not in EDITABLE:
                raise UserError(
                    f"{id}: {name!r} cannot be edited; what can: {', '.join(EDITABLE)}."
                )
        try:
            changed = {
                **known[id].model_dump(),
                **{name: value or None for name, value in fields.items()},
            }
            known[id] = Commitment.model_validate(changed)
        except ValidationError as problem:
            fault = problem.errors()[0]
            raise UserError(f"{id}, {fault['loc'][0]}: {fault['msg']}.") from None
    return draft.model_copy(update={"commitments": tuple(known.values())})


def accepted(draft: Recap, accept: Iterable[str] | None, reject: Iterable[str]) -> Recap:
    """The draft with only what a person accepts: `accept` None means all but `reject`.

    Raises UnknownError for an id that is neither a commitment nor an update of the draft.
    """
    ids = [c.id for c in draft.commitments] + [u.commitment for u in draft.updates]
    no, yes = set(reject), set(ids) if accept is None else set(accept)
    if unknown := sorted((no | yes) - set(ids)):
        there = ", ".join(ids) or "no items"
        missing = ", ".join(unknown)
        raise UnknownError(
            f"The draft of session {draft.session} has no {missing}; it has: {there}."
        )
    kept = yes - no
    return draft.model_copy(
        update={
            "commitments": tuple(c for c in draft.commitments if c.id in kept),
            "updates": tuple(u for u in draft.updates if u.commitment in kept),
        }
    )
