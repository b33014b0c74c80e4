"""What of a draft a person is asked about, in which order, and which draft that was."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from coach.errors import UnknownError
from coach.reading.offline import OfflineReader
from coach.records import Commitment, Recap, Update


def doubtful_first(draft: Recap) -> list[Commitment | Update]:
    """Every line that waits for a yes: uncertain promises, then the others, then updates."""
    return [*sorted(draft.commitments, key=lambda c: not is_doubtful(c, draft)), *draft.updates]


def is_doubtful(commitment: Commitment, draft: Recap) -> bool:
    """Is it uncertain who promised, or whether anybody did?"""
    return (
        commitment.owner is None
        or commitment.assigned_by is not None
        or commitment.firmness == "conditional"
        or draft.heard_by_one(commitment.id) == OfflineReader.name
    )


def item_id(item: Commitment | Update) -> str:
    """What a verdict names a line by: a promise's own id, for an update that of the earlier one."""
    return item.id if isinstance(item, Commitment) else item.commitment


def mark_of(draft: Recap) -> str:
    """Which draft this is: another one, and one that was changed since, has another mark."""
    return _mark(draft.model_dump_json(exclude={"usage"}))


def marks_of(draft: Recap) -> dict[str, str]:
    """Which line each one is, by its id: a line that was changed since has another mark.

    What is kept with the others is among them.

    Who heard a promise belongs to it: that is what its doubt is told by.
    """
    lines = [item.model_dump_json() for item in doubtful_first(draft)]
    heard = [draft.heard_by_one(item_id(item)) or "" for item in doubtful_first(draft)]
    besides = draft.besides()
    rest = [one.model_dump_json() for one in (*draft.goals, *besides.values())]
    told = [*map("".join, zip(lines, heard, strict=True)), *rest]
    return dict(zip([*ids_of(draft), *besides], map(_mark, told), strict=True))


def _mark(told: str) -> str:
    return hashlib.sha256(told.encode()).hexdigest()[:10]


def ids_of(draft: Recap) -> list[str]:
    """What a person says yes to, in the order it is asked: promises, updates, goals by place.

    An update goes by the promise it speaks of.
    """
    return [*map(item_id, doubtful_first(draft)), *draft.goal_ids]


def to_leave_out(draft: Recap, ids: Iterable[str]) -> set[str]:
    """Ids of what is kept with a draft unless a person leaves it out. Raises UnknownError."""
    chosen, besides = set(ids), draft.besides()
    if unknown := sorted(chosen - besides.keys()):
        there = ", ".join(besides) or "nothing"
        raise UnknownError(
            f"leave_out: nothing is kept with this draft as {', '.join(unknown[:5])}; "
            f"what is: {there}."
        )
    return chosen


def said_yes(draft: Recap, ids: Iterable[str]) -> tuple[list[str], set[str]]:
    """What confirming these lines and no other accepts, and which goals it rejects."""
    chosen = set(ids)
    goals = {id for id in ids_of(draft) if id.startswith(f"{draft.session}#g")}
    return [id for id in ids_of(draft) if id in chosen - goals], goals - chosen
