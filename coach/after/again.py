"""Promises that were there before: of a call that is read again, and those that a call moved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
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
    before = _found_again(drafted, confirmed)
    taken = frozenset(commitment.id for commitment in confirmed)
    free = (id for n in count(1) if (id := f"{session}#c{n}") not in taken)
    found = [
        before[place] if place in before else draft.model_copy(update={"id": next(free)})
        for place, draft in enumerate(drafted)
    ]
    again = {commitment.id for commitment in before.values()}
    return (*found, *(one for one in confirmed if one.id not in again))


def settled(updates: Sequence[Update], confirmed: Sequence[Update]) -> tuple[Update, ...]:
    """What became of earlier promises, as a person confirmed it before; else as it was read now."""
    known = {update.commitment: update for update in confirmed}
    read = tuple(known.pop(update.commitment, update) for update in updates)
    return (*read, *known.values())


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


def _found_again(
    drafted: Sequence[Commitment], confirmed: Sequence[Commitment]
) -> dict[int, Commitment]:
    """By its place, which of those confirmed each drafted promise is.

    Two promises may rest on one sentence, that of a closing list: so first those in the same words,
    then those on a turn that no other draft rests on, and then whatever shares words at all.
    """
    turns = Counter(turn for draft in drafted for turn in _turns(draft))
    found: dict[int, Commitment] = {}
    for is_same in (
        lambda draft, other: draft.action == other.action and draft.owner == other.owner,
        lambda draft, other: any(turns[turn] == 1 for turn in _turns(draft) & _turns(other)),
        lambda draft, other: True,
    ):
        for place, draft in enumerate(drafted):
            left = (one for one in confirmed if one not in found.values())
            if place not in found and (same := _same(draft, left, is_same)):
                found[place] = same
    return found


def _same(
    draft: Commitment,
    others: Iterable[Commitment],
    is_same: Callable[[Commitment, Commitment], bool],
) -> Commitment | None:
    """The one of `others`, one of the same owner first: of two who promise as one, each has one."""
    alike = [one for one in others if _share_words(draft, one) and is_same(draft, one)]
    return min(alike, key=lambda one: one.owner != draft.owner, default=None)


def _turns(promise: Commitment) -> frozenset[int]:
    return frozenset(item.turn for item in promise.evidence)


def _share_words(one: Commitment, other: Commitment) -> bool:
    return any(
        a.turn == b.turn and (a.quote in b.quote or b.quote in a.quote)
        for a in one.evidence
        for b in other.evidence
    )
