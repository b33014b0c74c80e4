"""The reader that needs nothing: rules over sentences, no model, no network.

It is the default, and the floor under every model: what it finds cannot be argued away by words in
a transcript.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import cast

from coach.reading import Call
from coach.reading.candidates.conditions import with_conditions_met
from coach.reading.candidates.exchanges import strike_bargains
from coach.reading.candidates.pledging import with_pledges
from coach.reading.candidates.promises import find_promises
from coach.reading.candidates.proposals import agree_to_proposals
from coach.reading.candidates.requests import answer_requests
from coach.reading.candidates.undone import still_to_do
from coach.reading.candidates.uptake import take_up
from coach.reading.days.nearby import date_from_around
from coach.reading.meeting import find_next_meeting
from coach.reading.moments import Moments
from coach.reading.moments.feedback import find_feedback
from coach.reading.moments.left_open import find_left_open
from coach.reading.moments.points import find_points
from coach.reading.moments.slippage import find_slippage
from coach.reading.moments.terms import find_terms
from coach.reading.moments.trust import find_trust
from coach.reading.moments.useful import find_useful
from coach.reading.promise.thread import SURE, said_in
from coach.reading.renumbering import renumbered
from coach.reading.threads import Thread, gather
from coach.reading.threads.standing import stands
from coach.reading.updates import find_updates
from coach.reading.wording import action, kind_of
from coach.records import Kind
from coach.records.claims import Claims, CommitmentClaim, HeardClaims, HeardPromise


class OfflineReader:
    """Reads by rules; see the modules of this package, one for each thing it looks for."""

    name = "offline"

    def __init__(self, topics: Mapping[str, Sequence[str]] | None = None) -> None:
        """`topics`: ids of the working agreement, each with the words that show talk of it."""
        self.topics = topics or {}

    def read(self, call: Call) -> Claims:
        """Return what the rules find, each with the words it rests on.

        Text that was planted for a machine is read over, as if it were not there; so is what is in
        another language.
        """
        said, numbers = call.understood
        return renumbered(self._read(said), numbers)

    def _read(self, call: Call) -> Claims:
        moments = Moments(call)
        promised = [thread for thread in hear(call) if stands(thread)]
        date_from_around(promised, call)
        return HeardClaims(
            commitments=tuple(claim for thread in promised for claim in _commitments(thread, call)),
            updates=find_updates(call),
            next_meeting=find_next_meeting(call),
            points=find_points(moments),
            feedback=find_feedback(moments),
            trust=find_trust(moments),
            terms=find_terms(call, self.topics),
            slippage=find_slippage(call),
            useful=find_useful(call),
            left_open=find_left_open(call),
        )


def hear(call: Call) -> list[Thread]:
    """Every thread that may be a promise, whether it stands or not."""
    asked = answer_requests(with_pledges(find_promises(call), call), call)
    agreed = strike_bargains(agree_to_proposals(asked, call), call)
    taken_up = with_conditions_met(still_to_do(take_up(agreed, call), call), call)
    return gather(taken_up, call)


def _commitments(thread: Thread, call: Call) -> Iterator[CommitmentClaim]:
    """One claim, or one for each of the two where they promised it together."""
    yield _commitment(thread, thread.owner, call)
    if thread.is_joint:
        yield _commitment(thread, call.partner(thread.owner), call)


def _commitment(thread: Thread, owner: str, call: Call) -> CommitmentClaim:
    wording = action(thread, call)
    is_mentor = call.relationship.role_of(owner) == "mentor"
    return HeardPromise(
        owner=owner,
        action=wording,
        quotes=thread.quotes,
        due_phrase=thread.due.phrase if thread.due else None,
        firmness="conditional" if thread.conditional else "firm",
        kind=cast(Kind, kind_of(wording)) if is_mentor else "other",
        joint_with=call.partner(owner) if thread.is_joint else None,
        sure=thread.weight >= SURE,
        counted_from=said_in(*thread.counted_from) if thread.counted_from else None,
    )
