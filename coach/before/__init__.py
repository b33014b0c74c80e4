"""Before a call: an agenda drawn from what was said and promised, and a brief for each role.

Code decides what stands on it: every open commitment of both, with its words; what was kept, to be
praised; goals with what they lack; what came back or was left hanging; how to close. Each item
names what it comes from, and the minutes add up.

    view.py    what the choosing looks at      first_meeting.py, hour.py    the items
    choosing.py                                which words of past calls are worth the time
    phase.py   which phase they are for        drift.py   what drifts and stalls
    ending.py  the items of an end, and of what comes after it
    brief.py   what stands around the hour     minutes.py                   their minutes
    closing.py the last meeting, and what each takes along
    roadmap.py topics in numbered meetings     calendar.py                  the meetings' days
    topics.py, goals.py, recurring.py          what a meeting may be for
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from coach.before.brief import ahead, allowed, few_questions, left_out, private
from coach.before.calendar import next_call
from coach.before.closing import closing, keepsake
from coach.before.first_meeting import first_meeting
from coach.before.hour import hour
from coach.before.minutes import timed
from coach.before.phase import phases
from coach.before.roadmap import MEETINGS, roadmap
from coach.before.view import View, words_given
from coach.errors import UserError
from coach.library import Framework
from coach.past import Past
from coach.records import Agenda, Phases, Relationship, Role, When, day_of

SHORTEST, LONGEST = 5, 8 * 60
"""Minutes of a call."""

__all__ = [
    "MEETINGS",
    "View",
    "closing",
    "keepsake",
    "next_call",
    "phases",
    "prepare",
    "roadmap",
    "words_given",
]


def prepare(
    relationship: Relationship,
    *,
    past: Past,
    frameworks: Mapping[str, Framework],
    minutes: int = 60,
    on: When | None = None,
    role: Role | None = None,
) -> Agenda:
    """Return the agenda of the next call, of exactly `minutes` minutes.

    `on` None takes the day that the last call agreed on. With `role` it is that person's brief:
    their own promises come before the hour, and what is private to them after it; `past` must hold
    only what that person may see. Raises UserError for minutes that are no call's.
    """
    if not SHORTEST <= minutes <= LONGEST:
        raise UserError(f"A call has {SHORTEST} to {LONGEST} minutes, not {minutes}.")
    when = on or next_call(relationship, past)
    view = View(relationship, past, frameworks, role, day_of(when) if when else None)
    found = phases(view)
    # With promises of a call that only the partner's file tells of, it has begun already.
    begins = not past.recaps and not past.ledger and "initiation" in found.in_force
    drafts = list(first_meeting(view) if begins else hour(view, found.in_force))
    shown = [draft._replace(item=item) for draft in drafts if (item := allowed(draft.item, view))]
    around = [allowed(item, view) for item in private(view)]
    items = [*ahead(view), *timed(shown, minutes), *(item for item in around if item)]
    return Agenda(
        relationship=relationship.id,
        on=when,
        minutes=minutes,
        role=role,
        phase=found.in_force,
        items=tuple(few_questions(items)),
        left_out=left_out(view),
        notices=tuple(_notices(found, when)),
    )


def _notices(found: Phases, when: When | None) -> Iterator[str]:
    if when is None:
        yield (
            f"The day of the next call is not known; to set it: coach next {found.relationship} DAY"
        )
    if not found.set:
        yield (
            f"The phase is a suggestion ({', '.join(found.suggested)}); "
            f"to see why, or to set it: coach phase {found.relationship}"
        )
