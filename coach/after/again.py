"""Promises that were there before: of a call that is read again, and those that a call moved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import count

from coach.asking import commitment_gaps
from coach.promises.following import taken_up
from coach.reading import Call
from coach.records import Commitment, Update


def numbered(
    drafted: Sequence[Commitment], confirmed: Sequence[Commitment], session: str
) -> tuple[Commitment, ...]:
    """The drafted promises with their ids, `01#c1` and so on.

    What a person confirmed before stands as it was confirmed, under its id, whether this reading
    found it or not; a new one never gets an id that is taken.
    """
    left = {commitment.id: commitment for commitment in confirmed}
    taken = frozenset(left)
    free = (id for n in count(1) if (id := f"{session}#c{n}") not in taken)
    found = []
    for draft in drafted:
        if before := _same(draft, left.values()):
            found.append(left.pop(before.id))
        else:
            found.append(draft.model_copy(update={"id": next(free)}))
    return (*found, *left.values())


def living_on(
    updates: Sequence[Update], promised: Sequence[Commitment], call: Call
) -> Iterator[Commitment]:
    """The moved promises that no promise of this call takes up: each lives on with its new day.

    A moved promise is closed, so without this one the words "can I move it to Friday" would end it.
    """
    known = {commitment.id: commitment for commitment in call.ledger}
    for update in updates:
        earlier = known[update.commitment]
        if update.status == "rescheduled" and not _lives_on(earlier, update, promised):
            voices = [item.speaker for item in update.evidence if item.speaker]
            owner = earlier.owner
            yield earlier.model_copy(
                update={
                    "id": "",
                    "status": "draft",
                    "assigned_by": voices[0] if owner and voices and owner not in voices else None,
                    "due": update.new_due,
                    "due_phrase": None,
                    "gaps": commitment_gaps(earlier.action, update.new_due, earlier.firmness),
                    "evidence": update.evidence,
                }
            )


def moved_alone(
    updates: Sequence[Update], promised: Sequence[Commitment], ledger: Iterable[Commitment]
) -> frozenset[str]:
    """Ids of the moved promises that none of those accepted takes up: they stay open, moved."""
    known = {commitment.id: commitment for commitment in ledger}
    return frozenset(
        update.commitment
        for update in updates
        if update.status == "rescheduled"
        and (earlier := known.get(update.commitment))
        and not _lives_on(earlier, update, promised)
    )


def _lives_on(earlier: Commitment, update: Update, promised: Sequence[Commitment]) -> bool:
    return taken_up(earlier, {item.turn for item in update.evidence}, promised) is not None


def _same(draft: Commitment, others: Iterable[Commitment]) -> Commitment | None:
    """The one of `others` that rests on the same words; of several, the one most like it."""
    alike = [other for other in others if _share_words(draft, other)]
    return max(
        alike,
        key=lambda other: (other.action == draft.action, other.owner == draft.owner),
        default=None,
    )


def _share_words(one: Commitment, other: Commitment) -> bool:
    return any(
        a.turn == b.turn and (a.quote in b.quote or b.quote in a.quote)
        for a in one.evidence
        for b in other.evidence
    )
