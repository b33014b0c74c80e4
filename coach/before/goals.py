"""Goals as topics: drafted, sharpened in their turn, looked at before their day, then new ones."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from coach import asking
from coach.before.topics import Idea, told_day
from coach.before.view import View, short
from coach.past.sources import of_goal
from coach.records import Goal, Source

_UNKNOWN = "what became of it is not known here."


def first_goals(view: View) -> Idea:
    """What the mentee wants: a first draft, held to nothing yet."""
    mentee = view.relationship.mentee.name
    return Idea(
        "goal",
        f"What {short(mentee)} wants from this, as a first draft",
        "Goals are drafted now and sharpened later.",
        tuple(map(of_goal, view.relationship.goals)) or (view.pack("three-steps"),),
        next(iter(view.ask("six-ingredients", "conversations")), None),
    )


def no_goal(view: View) -> Idea:
    """Calls were held, and no goal is known."""
    return Idea(
        "goal",
        "A goal to work towards",
        "None is known yet.",
        (view.pack("six-ingredients"),),
        next(iter(view.ask("six-ingredients", "conversations")), None),
    )


def new_goals(view: View) -> Idea:
    """Every goal has had its day."""
    steps = [q for q in view.frameworks["three-steps"].questions if q.id == "goal_achievement"]
    return Idea(
        "goal",
        "What comes after these goals",
        "The day of each of them has come by then.",
        (*map(of_goal, view.relationship.goals), view.pack("three-steps")),
        next((ask for step in steps for ask in step.ask), None),
    )


def progress(view: View, goal: Goal, due: date | None, left: int | None, again: bool) -> Idea:
    """One goal in its turn. `left` counts the meetings after this one and before its day."""
    day = ""
    if due and left is not None:
        meetings = "1 more meeting" if left == 1 else f"{left} more meetings"
        day = f"After this one, {meetings} before its day, {told_day(due)}."
    elif due:
        day = f"Its day is {told_day(due)}."
    elif goal.time_bound:
        day = f"Its day: “{goal.time_bound}”."
    turn = "In its turn again." if again else _still_open(goal) or "In its turn."
    return _looked_at(view, goal, f"{day} {turn}".strip(), due)


Dated = Sequence[tuple[Goal, date]]


def review(view: View, passed: Dated, ready: Dated) -> Idea:
    """Goals whose day has passed, and those at the last meeting before theirs."""
    said = {goal.id: f"Its day, {told_day(due)}, has passed; {_UNKNOWN}" for goal, due in passed}
    said |= {goal.id: f"The last meeting before its day, {told_day(due)}." for goal, due in ready}
    (goal, due), *others = both = [*passed, *ready]
    if not others:
        why = f"{said[goal.id]} {_still_open(goal)}".strip()
        return _looked_at(view, goal, why, due)
    return Idea(
        "goal",
        "Goals whose day has come",
        " ".join(f"{id}: {words}" for id, words in said.items()),
        tuple(_source(goal, due) for goal, due in both),
    )


def _looked_at(view: View, goal: Goal, why: str, due: date | None) -> Idea:
    asked = asking.goal_question(goal, view.relationship, view.frameworks)
    return Idea("goal", goal.text, why, (_source(goal, due),), asked.text if asked else None)


def _source(goal: Goal, due: date | None) -> Source:
    return of_goal(goal).model_copy(update={"date": due})


def _still_open(goal: Goal) -> str:
    gaps = ", ".join(gap.replace("_", "-") for gap in goal.gaps)
    return f"Still open of SMART: {gaps}." if gaps else ""
