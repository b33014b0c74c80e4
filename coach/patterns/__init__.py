"""What comes back from call to call: told side by side, in the words of each call, and not judged.

Once is an incident: it is kept, and called no pattern. Twice is a pattern, of a promise, a reason
or a subject, never of a person. Everything rests on confirmed recaps, the ledger and answers, since
a transcript may be gone.

    slipped.py     what was meant and did not happen, with its reason
    repeated.py    reasons, promises and challenges of two calls or more
    subjects.py    things that are talked of again
    goals.py       letters and milestones of a goal       measures.py    numbers of the same thing
    waiting.py     questions that nobody answered, and what became of a wish for the next call

Who sees what: a promise that moved, a subject and a goal were spoken of between the two, and both
confirmed them. The same *reason* given twice says something of whoever gave it, as talk figures do;
it is shown to that person alone, to bring up or not.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from coach.library import Framework
from coach.offlimits import speaks_of
from coach.past import Past
from coach.patterns.goals import goal_states, same_goal
from coach.patterns.measures import Amount, amount, measures
from coach.patterns.repeated import moved, once_more_hard, same_reason
from coach.patterns.slipped import AGAIN, slipped
from coach.patterns.subjects import subjects
from coach.patterns.waiting import lingering, put_off, useful
from coach.records import SMART, Goal, Pattern, Patterns, Relationship, Role, day_of

__all__ = ["AGAIN", "Amount", "amount", "patterns", "same_goal"]


def patterns(
    relationship: Relationship,
    *,
    past: Past,
    frameworks: Mapping[str, Framework],
    role: Role | None = None,
) -> Patterns:
    """Return what the calls say together; `past` must hold only what these eyes may see.

    With `role`, reasons that this person gave twice or more are told as patterns too, unless this
    is the other one's home.
    """
    seen = _in_order(past.within_limits(relationship))
    open_to_both = tuple(g for g in relationship.goals if not speaks_of(_words(g), relationship))
    relationship = relationship.model_copy(update={"goals": open_to_both})
    eyes = role if relationship.me in (None, role) else None
    own = relationship.person(eyes).name if eyes else None
    slips = tuple(slipped(seen, relationship))
    goals, rest = goal_states(seen, relationship, measures(seen.recaps))
    return Patterns(
        relationship=relationship.id,
        role=role,
        calls=len(seen.recaps),
        slipped=slips,
        patterns=_latest_first(
            (
                *same_reason([slip for slip in slips if slip.who == own], frameworks),
                *moved(seen, slips, frameworks),
                *once_more_hard(seen.recaps),
                *subjects(seen, relationship),
            ),
            seen,
        ),
        goals=goals,
        measures=rest,
        lingering=(*lingering(seen, relationship), *put_off(seen, relationship)),
        useful=tuple(useful(seen, relationship)),
    )


def _words(goal: Goal) -> str:
    return " ".join(filter(None, (goal.text, *(getattr(goal, letter) for letter in SMART))))


def _in_order(past: Past) -> Past:
    """The calls by their day; of one day, as they were imported."""
    held = sorted(past.recaps, key=lambda recap: (day_of(recap.held_on), recap.session))
    return replace(past, recaps=tuple(held))


def _latest_first(found: Sequence[Pattern], past: Past) -> tuple[Pattern, ...]:
    place = {recap.session: number for number, recap in enumerate(past.recaps)}
    return tuple(sorted(found, key=lambda pattern: -place[pattern.sessions[-1]]))
