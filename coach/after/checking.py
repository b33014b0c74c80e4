"""What a claim has to prove before it stands in a recap; what it cannot is set aside, and said."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import get_args

from coach import asking, dates
from coach.after.lines import one_line
from coach.after.tying import Ties
from coach.discretion.planted import spoken_in
from coach.evidence import evidence_of, locate, most_telling, words
from coach.reading import Call
from coach.records import (
    ClosingAnswer,
    Commitment,
    Evidence,
    Feedback,
    LeftOpen,
    NextMeeting,
    Point,
    Slippage,
    SlippageReason,
    Term,
    TrustBehaviour,
    TrustMoment,
    Unsupported,
    Update,
)
from coach.records.claims import (
    ClosingClaim,
    CommitmentClaim,
    FeedbackClaim,
    HeardPromise,
    LeftOpenClaim,
    MeetingClaim,
    PointClaim,
    PointKind,
    Quote,
    SlippageClaim,
    TermClaim,
    TrustClaim,
    UpdateClaim,
)

LONGEST = 600
"""Characters of a wording; nobody says an action or an insight at greater length."""
_SHOWN = 160
"""Characters that are shown of a claim that was set aside."""
_TOO_FEW = 2
"""Words of a quote that are too few to say anything by themselves."""
SENTENCE = re.compile(r"[^.?!]+[.?!]*")
"""One of a turn, roughly."""

NOT_SAID = "its words do not stand in the turn it names"
_NOBODY = "it names nobody of the two"
_OF_ANOTHER = "the one it names did not say it"
_OURS = frozenset({*get_args(TrustBehaviour), *get_args(SlippageReason)})
"""Names of ours that a claim may have instead of words of its own."""


class Check:
    """Checks the claims about one call and remembers what it set aside."""

    def __init__(
        self, call: Call, session: str, topics: frozenset[str], ties: Ties | None = None
    ) -> None:
        """`ties` is given for a reader whose wordings could say anything."""
        self.call, self.session, self.topics, self._ties = call, session, topics, ties
        self._aside: list[Unsupported] = []

    @property
    def unsupported(self) -> tuple[Unsupported, ...]:
        """Every claim that was set aside so far, with the reason."""
        return tuple(self._aside)

    # One method a kind of claim. Each keeps what its words prove.

    def commitments(
        self, claims: Sequence[CommitmentClaim], next_day: date | None
    ) -> tuple[Commitment, ...]:
        """Promises in the order they are claimed, without ids; the same one twice is one."""
        kept: dict[tuple[object, ...], Commitment] = {}
        for claim in claims:
            if (found := self._commitment(claim, next_day)) is None:
                continue
            key = (found.owner, words(found.action), found.due)
            if twin := kept.get(key):
                evidence = tuple(dict.fromkeys((*twin.evidence, *found.evidence)))
                found = twin.model_copy(update={"evidence": evidence})
            kept[key] = found
        return tuple(kept.values())

    def _commitment(self, claim: CommitmentClaim, next_day: date | None) -> Commitment | None:
        action = self._wording("commitment", claim.action)
        evidence = action and self._prove("commitment", action, claim.quotes)
        if not action or not evidence:
            return None
        action = self._tied(action, evidence)
        voices = [item.speaker for item in evidence if item.speaker]
        owner = self._one_of_the_two(claim.owner) if voices else None
        phrase = self._spoken(claim.due_phrase, evidence)
        start = claim.counted_from if isinstance(claim, HeardPromise) else None
        due = self._day(phrase, owner, next_day, start)
        partner = self._one_of_the_two(claim.joint_with)
        return Commitment(
            id="",
            owner=owner,
            assigned_by=voices[0] if owner and owner not in voices else None,
            action=action,
            due=due,
            due_phrase=phrase,
            firmness=claim.firmness,
            kind=claim.kind,
            joint_with=partner if partner != owner else None,
            gaps=asking.commitment_gaps(action, due, claim.firmness),
            evidence=evidence,
        )

    def updates(self, claims: Sequence[UpdateClaim], next_day: date | None) -> tuple[Update, ...]:
        """What became of promises of the ledger, one update each."""
        known = {commitment.id: commitment for commitment in self.call.ledger}
        kept: dict[str, Update] = {}
        for claim in claims:
            earlier = known.get(claim.commitment)
            if earlier is None:
                self._set_aside("update", claim.commitment, "no such commitment in the ledger")
            elif claim.commitment in kept:
                self._set_aside("update", claim.commitment, "said twice; the first one stands")
            elif evidence := self._prove("update", claim.commitment, claim.quotes):
                phrase = self._spoken(claim.due_phrase, evidence)
                due = self._day(phrase, earlier.owner, next_day)
                kept[claim.commitment] = Update(
                    commitment=claim.commitment, status=claim.status, new_due=due, evidence=evidence
                )
        return tuple(kept.values())

    def meeting(self, claim: MeetingClaim | None) -> NextMeeting | None:
        """The next call, where its words were said."""
        evidence = claim and self._prove("next meeting", claim.phrase, claim.quotes)
        phrase = claim and evidence and self._spoken(claim.phrase, evidence)
        if not claim or not evidence or not phrase:
            return None
        goal = self._wording("next meeting", claim.goal) if claim.goal else None
        if goal and self._ties and not self._ties.hold(goal, [item.turn for item in evidence]):
            goal = None
        day = self._day(phrase, evidence[0].speaker, None, claim.counted_from, beside=True)
        return NextMeeting(date=day, phrase=phrase, goal=goal, evidence=evidence)

    def points(self, claims: Sequence[PointClaim], kind: PointKind) -> tuple[Point, ...]:
        """The goals, wins, challenges, insights or decisions among the claims."""
        return tuple(
            Point(text=text, who=self._whose(claim, evidence), evidence=evidence)
            for claim in claims
            if claim.kind == kind
            for text, evidence in self._told(kind, claim.text, claim.quotes)
        )

    def feedback(self, claims: Sequence[FeedbackClaim]) -> tuple[Feedback, ...]:
        """What one of the two told the other."""
        return tuple(
            Feedback(giver=claim.giver, receiver=claim.receiver, text=text, evidence=evidence)
            for claim in claims
            if self._are_the_two("feedback", claim.text, claim.giver, claim.receiver)
            for text, evidence in self._told("feedback", claim.text, claim.quotes)
            if self._said_by("feedback", claim.giver, text, evidence)
        )

    def trust(self, claims: Sequence[TrustClaim]) -> tuple[TrustMoment, ...]:
        """Trust behaviours of the two."""
        return tuple(
            TrustMoment(
                behaviour=claim.behaviour, who=claim.who, polarity=claim.polarity, evidence=evidence
            )
            for claim in claims
            if self._are_the_two("trust", claim.behaviour, claim.who)
            and (evidence := self._prove("trust", claim.behaviour, claim.quotes))
        )

    def terms(self, claims: Sequence[TermClaim]) -> tuple[Term, ...]:
        """Topics of the working agreement that were talked about."""
        kept = []
        for claim in claims:
            if claim.topic not in self.topics:
                self._set_aside("agreement", claim.topic, "the agreement has no such topic")
                continue
            for text, evidence in self._told("agreement", claim.text or claim.topic, claim.quotes):
                said = text if claim.text else ""
                kept.append(
                    Term(topic=claim.topic, state=claim.state, text=said, evidence=evidence)
                )
        return tuple(kept)

    def slippage(self, claims: Sequence[SlippageClaim]) -> tuple[Slippage, ...]:
        """Why something did not happen; of which promise, where the ledger knows it."""
        known = {commitment.id for commitment in self.call.ledger}
        return tuple(
            Slippage(
                commitment=claim.commitment if claim.commitment in known else None,
                reason=claim.reason,
                evidence=evidence,
            )
            for claim in claims
            if (evidence := self._prove("slippage", claim.reason, claim.quotes))
        )

    def useful(self, claims: Sequence[ClosingClaim]) -> tuple[ClosingAnswer, ...]:
        """What somebody said at the end was useful, or should change."""
        return tuple(
            ClosingAnswer(kind=claim.kind, text=text, who=claim.who, evidence=evidence)
            for claim in claims
            if self._are_the_two("useful", claim.text, claim.who)
            for text, evidence in self._told("useful", claim.text, claim.quotes)
        )

    def left_open(self, claims: Sequence[LeftOpenClaim]) -> tuple[LeftOpen, ...]:
        """Questions of the call that were put off."""
        return tuple(
            LeftOpen(text=text, who=claim.who, evidence=evidence)
            for claim in claims
            if self._are_the_two("left open", claim.text, claim.who)
            for text, evidence in self._told("left open", claim.text, claim.quotes)
        )

    # What they share.

    def _told(
        self, kind: str, claimed: str, quotes: Sequence[Quote]
    ) -> Iterator[tuple[str, tuple[Evidence, ...]]]:
        """Once the wording and its evidence, or nothing."""
        text = self._wording(kind, claimed)
        if text and (evidence := self._prove(kind, text, quotes)):
            yield self._tied(text, evidence), evidence

    def _tied(self, text: str, evidence: Sequence[Evidence]) -> str:
        """The wording, or the words themselves where it says what nobody said."""
        if self._ties is None or self._ties.hold(text, [item.turn for item in evidence]):
            return text
        (said,) = most_telling(evidence)
        return one_line(said.quote)[:LONGEST]

    def _prove(self, kind: str, claim: str, quotes: Sequence[Quote]) -> tuple[Evidence, ...]:
        """The quotes that stand in the turns they name; a claim without any is set aside."""
        found = []
        for quote in quotes:
            said = self._widened(quote) if self._ties else quote.words
            evidence = evidence_of(self.call.transcript, quote.turn, said, self.session)
            if evidence and locate(evidence.quote, self._spoken_in(evidence.turn)):
                name = self.call.names[evidence.turn]
                found.append(evidence.model_copy(update={"speaker": name}))
        if not found:
            self._set_aside(kind, claim, NOT_SAID)
        return tuple(found)

    def _widened(self, quote: Quote) -> str:
        """A word or two prove nothing: the sentence that they stand in does, or does not."""
        turns = self.call.transcript.turns
        if len(words(quote.words)) > _TOO_FEW or not 0 <= quote.turn < len(turns):
            return quote.words
        text = turns[quote.turn].text
        span = locate(quote.words, text)
        if span is None:
            return quote.words
        return next(
            (
                sentence.group().strip()
                for sentence in SENTENCE.finditer(text)
                if sentence.start() <= span[0] and span[1] <= sentence.end()
            ),
            quote.words,
        )

    def _spoken_in(self, turn: int) -> str:
        """The words of a turn; text in it that is for a machine is nobody's."""
        return spoken_in(self.call.transcript, turn)

    def _spoken(self, phrase: str | None, evidence: Sequence[Evidence]) -> str | None:
        """The words of a day, where they stand in a turn of the evidence; else nobody said them."""
        if not phrase:
            return None
        for item in evidence:
            text = self._spoken_in(item.turn)
            if span := locate(phrase, text):
                return one_line(text[slice(*span)])
        self._set_aside("day", phrase, NOT_SAID)
        return None

    def _wording(self, kind: str, text: str) -> str | None:
        """The text as one line, without what is no word; None where it is empty or endless."""
        line = one_line(text[: LONGEST * 2])
        if line and len(text) <= LONGEST:
            return line
        self._set_aside(kind, line, "longer than anybody says it" if line else "it says nothing")
        return None

    def _are_the_two(self, kind: str, claim: str, *names: str) -> bool:
        """Are these names of the two, each once?"""
        if all(map(self.call.is_participant, names)) and len(set(names)) == len(names):
            return True
        self._set_aside(kind, claim, _NOBODY)
        return False

    def _said_by(self, kind: str, name: str, text: str, evidence: Sequence[Evidence]) -> bool:
        """Are words of this person among them? The rules know it; a model has to prove it."""
        if self._ties is None or name in {item.speaker for item in evidence}:
            return True
        self._set_aside(kind, text, _OF_ANOTHER)
        return False

    def _whose(self, claim: PointClaim, evidence: Sequence[Evidence]) -> str | None:
        """Whose point it is. A win may be told by the other; the rest is one's own to say."""
        own = claim.kind == "win" or self._ties is None
        named = own or claim.who in {item.speaker for item in evidence}
        return self._one_of_the_two(claim.who) if named else None

    def _one_of_the_two(self, name: str | None) -> str | None:
        return name if self.call.is_participant(name) else None

    def _day(
        self,
        phrase: str | None,
        who: str | None,
        next_day: date | None,
        start: Quote | None = None,
        *,
        beside: bool = False,
    ) -> date | None:
        """What a phrase means on the calendar of whom it binds, counted from another if it is."""
        if not phrase:
            return None
        today = self.call.today(who)
        if start:
            stands = locate(start.words, self._spoken_in(start.turn))
            told = stands and dates.resolve(start.words, today=today, next_meeting=next_day)
            return dates.follow(phrase, told, today=today, beside=beside) if told else None
        return dates.resolve(phrase, today=today, next_meeting=next_day)

    def _set_aside(self, kind: str, claim: str, why: str) -> None:
        line = one_line(claim[: 2 * _SHOWN])
        if self._ties and claim not in _OURS | self.topics:
            line = self._ties.only_said(line)
        shown = line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"
        self._aside.append(Unsupported(kind=kind, claim=shown, why=why))
