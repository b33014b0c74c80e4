"""Before a call: an agenda drawn from what was said and promised, and a brief for each role.

Code decides what stands on it: every open commitment of both, with its words; what was kept, to be
praised; goals with what they lack; what was left hanging; how to close. Each item names what it
comes from, and the minutes add up.
"""

from __future__ import annotations

from collections.abc import Mapping

from coach.before.minutes import timed
from coach.before.past import Past
from coach.before.plan import Plan, off_limits
from coach.library import Framework
from coach.records import Agenda, Relationship, Role, When, day_of

__all__ = ["Past", "off_limits", "prepare"]


def prepare(
    relationship: Relationship,
    *,
    past: Past,
    frameworks: Mapping[str, Framework],
    minutes: int = 60,
    on: When | None = None,
    role: Role | None = None,
) -> Agenda:
    """Return the agenda of the next call, of exactly `minutes` minutes (at least 10).

    With `role` it is that person's brief: their own promises come before the hour, and what is
    private to them after it. `past` must hold only what that person may see.
    """
    plan = Plan(relationship, past, frameworks, role)
    meeting = past.last.next_meeting if past.last else None
    when = on or (meeting.date if meeting else None)
    hour = timed(plan.hour(day_of(when) if when else None), minutes)
    items = [item for item in (*plan.ahead(), *hour, *plan.private()) if plan.may_show(item)]
    return Agenda(
        relationship=relationship.id,
        on=when,
        minutes=minutes,
        role=role,
        phase=relationship.phases or (("initiation",) if not past.recaps else ()),
        items=tuple(items),
        left_out=plan.left_out(),
        notices=plan.notices(when),
    )
