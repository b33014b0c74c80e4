"""What a person changes of a draft, and what of it they accept."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from coach.errors import UnknownError
from coach.promises.editing import changed
from coach.records import Recap


def edited(
    draft: Recap, edits: Mapping[str, Mapping[str, str]], names: Collection[str] = ()
) -> Recap:
    """The draft with fields of its commitments changed by hand: `{"02#c1": {"due": "2025-10-03"}}`.

    An empty value takes owner or due away. `names` holds those of the two, where they are known: an
    owner has to be one of them. Raises UnknownError for an id that the draft lacks, UserError for a
    field that cannot be so.
    """
    known = {commitment.id: commitment for commitment in draft.commitments}
    for id, fields in edits.items():
        if id not in known:
            raise UnknownError(
                f"The draft of session {draft.session} has no {id}; it has: "
                f"{', '.join(known) or 'no commitments'}."
            )
        known[id] = changed(known[id], fields, names)
    return draft.model_copy(update={"commitments": tuple(known.values())})


def accepted(draft: Recap, accept: Iterable[str] | None, reject: Iterable[str]) -> Recap:
    """The draft with only what a person accepts: `accept` None means all but `reject`.

    An id is a commitment's (`02#c1`), an update's (that of the earlier commitment, `01#c4`) or a
    goal's by its place (`02#g1`); goals stay unless they are rejected. Questions about what is left
    out are left out too. Raises UnknownError for any other id.
    """
    promises = [c.id for c in draft.commitments] + [u.commitment for u in draft.updates]
    goals = {f"{draft.session}#g{n}": goal for n, goal in enumerate(draft.goals, 1)}
    ids = [*promises, *goals]
    no, yes = set(reject), set(promises) if accept is None else set(accept)
    if unknown := sorted((no | yes) - set(ids)):
        there = ", ".join(ids) or "no items"
        missing = ", ".join(unknown)
        raise UnknownError(
            f"The draft of session {draft.session} has no {missing}; it has: {there}."
        )
    kept = yes - no
    left_out = set(promises) - kept
    return draft.model_copy(
        update={
            "commitments": tuple(c for c in draft.commitments if c.id in kept),
            "updates": tuple(u for u in draft.updates if u.commitment in kept),
            "goals": tuple(goal for id, goal in goals.items() if id not in no),
            "questions": tuple(q for q in draft.questions if q.about not in left_out),
        }
    )
