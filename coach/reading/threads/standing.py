"""Whether a thread stands as a promise: all that was heard of it, weighed as calls have taught.

A clause has a weight by hand (`weighing`), by which clauses are joined and dated. Whether the whole
is a promise is another question: a logistic scale of what its forms and reasons are worth together,
learned from calls whose promises are known (`python -m evals standing`).
"""

from __future__ import annotations

from coach.reading.promise.thread import Thread
from coach.reading.threads.standing_weights import BIAS, TABLE
from coach.scale import Scale, weights_in

HEAVY = 4.0
"""A weight by hand of more than that says nothing more."""
MANY = 4
"""So do more clauses than that."""

SCALE = Scale(weights_in(TABLE), BIAS)
"""The log odds that a thread is a promise."""


def stands(thread: Thread) -> bool:
    """Would a careful person write this down as a promise?"""
    return SCALE.holds(features_of(thread))


def features_of(thread: Thread) -> dict[str, float]:
    """What was heard of it, by name: its best clause's form and reasons, and where it comes up."""
    best = max(thread.promises, key=lambda promise: promise.weight)
    found = {
        "weight": thread.weight,
        "weight_squared": min(thread.weight, HEAVY) ** 2,
        "clauses": min(len(thread.promises), MANY),
        "echoed": bool(thread.echoes),
        "labelled": bool(thread.label),
        "dated": bool(thread.due and thread.due.due),
        "timed": bool(thread.due),
        "requested": bool(best.request),
        "conditional": thread.conditional,
        "asked": best.sentence.is_question,
        f"form:{best.form}": True,
    }
    found |= {f"said:{promise.form}": True for promise in thread.promises}
    found |= {f"reason:{_name(reason)}": True for reason in best.reasons[1:]}
    return {name: float(much) for name, much in found.items() if much}


def _name(reason: str) -> str:
    """ "names a thing +0.3" -> "names_a_thing"."""
    return "_".join(word for word in reason.split() if word[0] not in "+-")
