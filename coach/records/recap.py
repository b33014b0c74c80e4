"""What a call left behind: commitments, updates, and everything else with its words."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any, Final, Literal

from pydantic import Field

from coach.records.base import Record, When
from coach.records.call import Evidence, Withheld
from coach.records.people import Smart, Term

Firmness = Literal["firm", "conditional"]
Became = Literal["done", "partly", "not_done", "rescheduled", "dropped"]
"""What a later call says of a commitment."""
Status = Literal["draft", "open", "never_promised"] | Became
NEVER: Final = "never_promised"
"""What a person says of a line that was confirmed by mistake: it is in no list any more."""
PROMISED: Final = "promised"
"""What a partner says, after all, of such a line."""
CLOSED: frozenset[str] = frozenset({"done", "not_done", "rescheduled", "dropped", NEVER})
"""Statuses that no longer ask for anything; a rescheduled promise lives on as a newer one."""

Kind = Literal["information", "resource", "contact", "other"]
"""What a mentor promised to provide (seed: six ingredients, 5)."""

TrustBehaviour = Literal[
    "discretion", "communication", "words_match_deeds", "knowledge_boundaries", "accountability"
]
SlippageReason = Literal["direction", "obstacle", "belief", "bandwidth", "priority", "information"]
BESIDES: Final = {
    "wins": "w", "insights": "i", "challenges": "h", "decisions": "d", "feedback": "f",
    "useful": "u", "agreement": "a", "trust": "t", "slippage": "s", "endings": "e",
    "left_open": "o",
}  # fmt: skip
"""What is kept with a yes to the promises, and the letter that its ids have: `02#i1`."""

ClosingKind = Literal["useful", "change"]
"""What a closing question is after (seed: six ingredients, 6)."""


class Commitment(Record):
    """An action that one of the two took on, in this call, for after it."""

    id: str = Field(description="such as 01#c1")
    owner: str | None = Field(description="None where nobody of the two is known to have said it")
    assigned_by: str | None = Field(
        None, description="who said it for the owner, where the owner never agreed aloud"
    )
    action: str = Field(description="stands alone, third person: what is done to what, for whom")
    due: date | None = None
    due_phrase: str | None = Field(None, description="the spoken words that `due` comes from")
    firmness: Firmness = "firm"
    status: Status = "draft"
    kind: Kind = "other"
    joint_with: str | None = None
    gaps: tuple[Smart, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    heard_from: str | None = Field(
        None, description="whose file alone tells of it, until its owner says yes to it"
    )
    by_hand: bool = Field(False, description="a person added it: no reader heard it")
    partner_says: Literal["never_promised", "promised"] | None = Field(
        None, description="what the partner's file says of it, until its reader says yes or no"
    )

    @property
    def is_in_doubt(self) -> bool:
        """Does the partner say otherwise than it stands here, whether it was promised?"""
        says, is_out = self.partner_says, self.status == NEVER
        return says == PROMISED if is_out else says == NEVER

    @property
    def is_open(self) -> bool:
        """Does it still ask something of its owner?"""
        return self.status not in CLOSED


class Update(Record):
    """What this call says became of an earlier commitment."""

    commitment: str
    status: Became
    new_due: date | None = None
    evidence: tuple[Evidence, ...] = ()


class NextMeeting(Record):
    """When the pair meets next, and what for."""

    date: When | None
    phrase: str
    goal: str | None = None
    evidence: tuple[Evidence, ...] = ()
    by_hand: bool = Field(False, description="a person set the day, or said that there is none")

    def on(self, day: When | None) -> NextMeeting:
        """The same on a day that a person set; None: on no day that is known."""
        return self.model_copy(update={"date": day, "phrase": "", "by_hand": True})


class Point(Record):
    """A goal, win, challenge, insight or decision that was voiced."""

    text: str
    who: str | None
    evidence: tuple[Evidence, ...] = ()


class Feedback(Record):
    """What one told the other about the work or about working together."""

    giver: str = Field(alias="from")
    receiver: str = Field(alias="to")
    text: str
    evidence: tuple[Evidence, ...] = ()


class TrustMoment(Record):
    """One of the five trust behaviours, seen or missed once. Never a score."""

    behaviour: TrustBehaviour
    who: str
    polarity: Literal["shown", "missed"]
    evidence: tuple[Evidence, ...] = ()


class Slippage(Record):
    """Why something intended did not happen, in its owner's words."""

    commitment: str | None
    reason: SlippageReason
    evidence: tuple[Evidence, ...] = ()


class Ending(Record):
    """What was said of an end of these calls, or of what the two are to each other after it."""

    phase: Literal["separation", "redefinition"]
    who: str
    evidence: tuple[Evidence, ...] = ()


class ClosingAnswer(Record):
    """What somebody said at the end of the call was useful in it, or should change."""

    kind: ClosingKind
    text: str
    who: str
    evidence: tuple[Evidence, ...] = ()


class LeftOpen(Record):
    """An open question of the call that the one it was put to put off; evidence: both turns."""

    text: str
    who: str = Field(description="who was asked")
    evidence: tuple[Evidence, ...] = ()


class Coverage(Record):
    """Which part of a framework this call touched."""

    framework: str
    part: str
    state: Literal["covered", "partly", "open"]
    evidence: tuple[Evidence, ...] = ()


class FollowUp(Record):
    """One open question, to the person who can answer it, with the gap that it closes."""

    addressee: str = Field(alias="for")
    text: str
    framework: str
    part: str
    about: str = Field(description="a commitment or goal id, or turn:N")
    gap: str


class Reflection(Record):
    """A prompt for one person alone, with what it comes from."""

    addressee: str = Field(alias="for")
    text: str
    framework: str
    sources: tuple[Evidence, ...] = ()


class Unsupported(Record):
    """What a reader claimed and the shared path set aside, with the reason."""

    kind: str
    claim: str
    why: str


class Talk(Record):
    """How the talking was shared; shown to each person about themselves only."""

    share: dict[str, float] = Field(default_factory=dict, description="part of all words, 0 to 1")
    longest: dict[str, int] = Field(default_factory=dict, description="longest monologue, words")
    open_questions: dict[str, int] = Field(default_factory=dict)
    closed_questions: dict[str, int] = Field(default_factory=dict)


class Usage(Record):
    """What asking a language model took; tokens as the server counts them, None if it does not."""

    model: str
    requests: int = 0
    tokens_in: int | None = None
    tokens_out: int | None = None
    seconds: float = 0.0

    def __add__(self, other: Usage) -> Usage:
        """Both together, under the first one's name."""

        def total(one: int | None, two: int | None) -> int | None:
            return two if one is None else one + (two or 0)

        return Usage(
            model=self.model,
            requests=self.requests + other.requests,
            tokens_in=total(self.tokens_in, other.tokens_in),
            tokens_out=total(self.tokens_out, other.tokens_out),
            seconds=round(self.seconds + other.seconds, 2),
        )


class HeardOnce(Record):
    """An item that one reader found and the other did not."""

    item: str = Field(description="a commitment of this recap, such as 01#c1")
    reader: str


class Recap(Record):
    """A draft of what the call left behind, until a person confirms it."""

    version: Literal[1] = 1
    relationship: str
    session: str
    held_on: When
    engine: str
    notices: tuple[str, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    updates: tuple[Update, ...] = ()
    next_meeting: NextMeeting | None = None
    goals: tuple[Point, ...] = ()
    wins: tuple[Point, ...] = ()
    challenges: tuple[Point, ...] = ()
    insights: tuple[Point, ...] = ()
    decisions: tuple[Point, ...] = ()
    feedback: tuple[Feedback, ...] = ()
    trust: tuple[TrustMoment, ...] = ()
    agreement: tuple[Term, ...] = ()
    slippage: tuple[Slippage, ...] = ()
    endings: tuple[Ending, ...] = Field((), description="what was said of an end of these calls")
    useful: tuple[ClosingAnswer, ...] = Field((), description="answers to the closing questions")
    left_open: tuple[LeftOpen, ...] = Field((), description="asked in the call, and put off")
    coverage: tuple[Coverage, ...] = ()
    questions: tuple[FollowUp, ...] = ()
    reflections: tuple[Reflection, ...] = ()
    talk: Talk = Talk()
    withheld: tuple[Withheld, ...] = ()
    unsupported: tuple[Unsupported, ...] = ()
    heard_once: tuple[HeardOnce, ...] = Field((), description="where a model and the rules read")
    usage: Usage | None = None

    def heard_by_one(self, item: str) -> str | None:
        """The reader that alone heard this item, where two read the call."""
        return next((once.reader for once in self.heard_once if once.item == item), None)

    @property
    def goal_ids(self) -> tuple[str, ...]:
        """Ids of its goals, by their place: `02#g1`."""
        return tuple(f"{self.session}#g{n}" for n in range(1, len(self.goals) + 1))

    def ids_beside(self, kind: str) -> tuple[str, ...]:
        """Ids of what is kept with it, by its place: the first of its insights is `02#i1`."""
        letter, found = BESIDES[kind], getattr(self, kind)
        return tuple(f"{self.session}#{letter}{n}" for n in range(1, len(found) + 1))

    def besides(self) -> dict[str, Any]:
        """All that is kept with it, by id."""
        return {
            id: item
            for kind in BESIDES
            for id, item in zip(self.ids_beside(kind), getattr(self, kind), strict=True)
        }

    def without(self, promises: Collection[str]) -> Recap:
        """The same without these promises, of this call or of earlier ones, and what hangs on them.

        >>> kept = Commitment(id="02#c1", owner="Ada", action="Send the plan")
        >>> became = Update(commitment="01#c4", status="done")
        >>> recap = Recap(
        ...     relationship="ada-ben", session="02", held_on=date(2025, 9, 25), engine="offline",
        ...     commitments=(kept,), updates=(became,),
        ... )
        >>> recap.without({"01#c4"}).updates
        ()
        >>> recap.without({"01#c4"}).commitments == (kept,)
        True
        """
        if not promises:
            return self
        return self.model_copy(
            update={
                "commitments": tuple(c for c in self.commitments if c.id not in promises),
                "updates": tuple(u for u in self.updates if u.commitment not in promises),
                "slippage": tuple(s for s in self.slippage if s.commitment not in promises),
                "questions": tuple(q for q in self.questions if q.about not in promises),
                "heard_once": tuple(h for h in self.heard_once if h.item not in promises),
                "reflections": tuple(
                    each
                    for each in self.reflections
                    if not (behind := self.promises_behind(each)) or behind - frozenset(promises)
                ),
            }
        )

    def promises_behind(self, prompt: Reflection) -> frozenset[str]:
        """Ids of the earlier promises that a prompt asks about what became of.

        Empty where its words are worth a thought for their own sake: as a win, an insight.
        """
        own = [point.evidence for point in (*self.insights, *self.wins, *self.challenges)]
        own += [item.evidence for item in self.feedback]
        told = {(said.turn, said.quote) for evidence in own for said in evidence}
        words = {(said.turn, said.quote) for said in prompt.sources}
        if words & told:
            return frozenset()
        return frozenset(
            update.commitment
            for update in self.updates
            if any((said.turn, said.quote) in words for said in update.evidence)
        )

    def to_json(self) -> dict[str, Any]:
        """The recap by the names of the published schema."""
        return self.model_dump(mode="json")
