"""What a reader says about a call. Untrusted: the shared path (coach/after.py) checks every claim.

Quotes name a turn and the words in it. Due dates are claimed as spoken words, never as dates: code
resolves them.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from coach.records.base import Record
from coach.records.recap import (
    Became,
    ClosingKind,
    Firmness,
    Kind,
    SlippageReason,
    TrustBehaviour,
    Usage,
)


class Quote(Record):
    """Words that a reader says stand in a turn."""

    turn: int
    words: str


class CommitmentClaim(Record):
    """`owner` is a name of one of the two, or None where the reader cannot tell."""

    owner: str | None = None
    action: str
    quotes: tuple[Quote, ...]
    due_phrase: str | None = None
    firmness: Firmness = "firm"
    kind: Kind = "other"
    joint_with: str | None = None
    assigned_by: str | None = None


class HeardPromise(CommitmentClaim):
    """A promise that the rules heard. `sure`: in so many words that nobody can argue it away.

    `counted_from`: where the day was told that `due_phrase` goes on from: "the Monday after" it.
    """

    sure: bool = False
    counted_from: Quote | None = None


class UpdateClaim(Record):
    """`commitment` is the id of an earlier one."""

    commitment: str
    status: Became
    quotes: tuple[Quote, ...]
    due_phrase: str | None = None


class MeetingClaim(Record):
    """The next call, in the words it was agreed in.

    `counted_from`: where the day was told that `phrase` goes on from: "the week after" it.
    """

    phrase: str
    quotes: tuple[Quote, ...]
    goal: str | None = None
    counted_from: Quote | None = None


PointKind = Literal["goal", "win", "challenge", "insight", "decision"]


class PointClaim(Record):
    """A goal, win, challenge, insight or decision."""

    kind: PointKind
    text: str
    who: str | None = None
    quotes: tuple[Quote, ...]


class FeedbackClaim(Record):
    """What one of the two told the other."""

    giver: str
    receiver: str
    text: str
    quotes: tuple[Quote, ...]


class TrustClaim(Record):
    """One of the five trust behaviours, seen or missed."""

    behaviour: TrustBehaviour
    who: str
    polarity: Literal["shown", "missed"]
    quotes: tuple[Quote, ...]


class TermClaim(Record):
    """A topic of the working agreement that the pair talked about."""

    topic: str
    state: Literal["agreed", "discussed"]
    text: str
    quotes: tuple[Quote, ...]


class SlippageClaim(Record):
    """Why something intended did not happen."""

    commitment: str | None
    reason: SlippageReason
    quotes: tuple[Quote, ...]


class Claims(Record):
    """Everything one reader says about one call."""

    commitments: tuple[CommitmentClaim, ...] = ()
    updates: tuple[UpdateClaim, ...] = ()
    next_meeting: MeetingClaim | None = None
    points: tuple[PointClaim, ...] = ()
    feedback: tuple[FeedbackClaim, ...] = ()
    trust: tuple[TrustClaim, ...] = ()
    terms: tuple[TermClaim, ...] = ()
    slippage: tuple[SlippageClaim, ...] = ()


class ClosingClaim(Record):
    """An answer to a closing question."""

    kind: ClosingKind
    text: str
    who: str
    quotes: tuple[Quote, ...]


class LeftOpenClaim(Record):
    """A question that was asked in the call and put off by `who`."""

    text: str
    who: str
    quotes: tuple[Quote, ...]


class HeardClaims(Claims):
    """What the rules hear; a model is not asked for the rest of it."""

    useful: tuple[ClosingClaim, ...] = ()
    left_open: tuple[LeftOpenClaim, ...] = ()


class Reading(Claims):
    """Claims, with what their reader says of the reading itself."""

    notices: tuple[str, ...] = ()
    usage: Usage | None = None


class Wording(Record):
    """Other words for one thing that code chose: an item, a question, a prompt."""

    id: str
    text: str = Field(max_length=600)


class Wordings(Record):
    """What the wording prompts return: one wording an id, never a new item."""

    wordings: tuple[Wording, ...] = Field(max_length=60)


class ItemWording(Record):
    """An item of an agenda in other words: a title, and one open question where it has one."""

    id: str
    title: str
    question: str | None = None


class Proposal(Record):
    """An item that a model would add, with the ids of the sources it rests on."""

    title: str
    question: str | None = None
    sources: tuple[str, ...] = ()


class AgendaWordings(Record):
    """What the agenda prompt returns. `order` holds ids of items, as they are best talked about."""

    items: tuple[ItemWording, ...] = ()
    order: tuple[str, ...] = ()
    proposals: tuple[Proposal, ...] = ()
