"""What drifts and what stalls, as it can be counted: never a verdict on anybody.

Calls that lie further apart than was agreed or is usual; a promise that comes back from call to
call and is open still; a goal that three calls in a row brought nothing new about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from coach.before import calendar
from coach.before.recurring import moved
from coach.before.topics import told_day
from coach.before.view import View
from coach.offlimits.kin import Spoken, plain
from coach.past.sources import of_call, of_goal
from coach.reading.subject import NUMBERS
from coach.reading.words import content
from coach.records import Goal, Observation, Recap, Source, day_of

FURTHER, AT_LEAST = 1.5, 7
"""How many times as far as usual, and how many days more, calls must lie apart to be spoken of."""
QUIET = 3
"""Calls in a row without news of a goal."""
TELLING = 3
"""Words of its own by which a goal can be known in other talk."""
_UNITS = {"day": 1, "week": 7, "fortnight": 14, "month": 30, "quarter": 91}
_EVERY = re.compile(
    rf"\bevery (?:(?P<n>\d{{1,2}}|other|second|{'|'.join(NUMBERS)}) )?(?P<unit>day|week|fortnight"
    r"|month|quarter)s?\b|\b(?P<times>once|twice) (?:a|every|per) (?P<per>week|fortnight|month"
    r"|quarter)\b|\b(?P<adverb>weekly|fortnightly|biweekly|monthly|quarterly)\b"
)
_ADVERBS = {"weekly": 7, "fortnightly": 14, "biweekly": 14, "monthly": 30, "quarterly": 91}


class Rhythm(NamedTuple):
    """How far apart calls are meant to lie, in days, and how that is known."""

    days: int
    known: str
    source: Source | None = None


def observations(view: View, today: date | None = None) -> Iterator[Observation]:
    """What drifts, then what stalls."""
    yield from _drift(view, today)
    yield from _stall(view)


def agreed_rhythm(words: str) -> int | None:
    """How many days lie between calls, as an agreement says it; None where it does not.

    >>> agreed_rhythm("every two weeks, Thursdays"), agreed_rhythm("once a month")
    (14, 30)
    >>> agreed_rhythm("when we can") is None
    True
    """
    found = _EVERY.search(words.casefold())
    if not found:
        return None
    if found["adverb"]:
        return _ADVERBS[found["adverb"]]
    if found["times"]:
        return _UNITS[found["per"]] // (2 if found["times"] == "twice" else 1)
    return _count(found["n"]) * _UNITS[found["unit"]]


def _count(word: str | None) -> int:
    if word is None:
        return 1
    if word in ("other", "second"):
        return 2
    return NUMBERS[word] if word in NUMBERS else max(int(word), 1)


# --- drift ----------------------------------------------------------------------------------------


def _drift(view: View, today: date | None) -> Iterator[Observation]:
    recaps = calendar.in_order(view.past)
    rhythm = _rhythm(view, recaps)
    if rhythm is None:
        return
    for earlier, later in list(pairwise(recaps))[-1:]:
        apart = (day_of(later.held_on) - day_of(earlier.held_on)).days
        if _is_further(apart, rhythm.days) and not _is_planned(earlier, later):
            yield _observed(
                "drift",
                f"The last two calls lie {apart} days apart; {rhythm.known}.",
                (of_call(earlier), of_call(later), rhythm.source),
            )
    last = recaps[-1]
    since = (today - day_of(last.held_on)).days if today else 0
    ended = any(ending.phase == "separation" for ending in last.endings)
    if _is_further(since, rhythm.days) and not ended and not _is_ahead(last, today):
        yield _observed(
            "drift",
            f"The last call was {since} days ago; {rhythm.known}. No next one is known.",
            (of_call(last), rhythm.source),
        )


def _rhythm(view: View, recaps: list[Recap]) -> Rhythm | None:
    """What was agreed on, else how far apart the calls before the last one lay."""
    if not recaps:
        return None
    terms = (t for t in view.relationship.agreement.terms if t.topic == "frequency")
    term = next((term for term in terms if term.state == "agreed"), None)
    words = term.text or " ".join(item.quote for item in term.evidence) if term else ""
    if term and (days := agreed_rhythm(words)):
        source = Source(kind="agreement", id="frequency", text=words, date=term.on)
        return Rhythm(days, f"{days} were agreed on", source)
    before = [day_of(recap.held_on) for recap in recaps[:-1]]
    gaps = sorted((later - earlier).days for earlier, later in pairwise(before))
    if not gaps:
        return None
    usual = gaps[len(gaps) // 2]
    return Rhythm(usual, f"{usual} were usual before") if usual else None


def _is_further(days: int, usual: int) -> bool:
    return days >= FURTHER * usual and days - usual >= AT_LEAST


def _is_planned(earlier: Recap, later: Recap) -> bool:
    """Was the later call on the day that the earlier one set for it?"""
    meeting = earlier.next_meeting.date if earlier.next_meeting else None
    return meeting is not None and day_of(meeting) == day_of(later.held_on)


def _is_ahead(last: Recap, today: date | None) -> bool:
    meeting = last.next_meeting.date if last.next_meeting else None
    return bool(meeting and today and day_of(meeting) >= today)


# --- stall ----------------------------------------------------------------------------------------


def _stall(view: View) -> Iterator[Observation]:
    for idea in moved(view):
        yield _observed("stall", f"“{idea.title.rstrip('.')}”: {idea.why}", idea.sources)
    recaps = calendar.in_order(view.past)[-QUIET:]
    if len(recaps) < QUIET:
        return
    for goal in view.relationship.goals:
        if not any(_is_news_of(goal, recap, view) for recap in recaps):
            since = told_day(day_of(recaps[0].held_on))
            text = (
                f"“{goal.text.rstrip('.')}”: nothing new in the last {QUIET} calls, since {since}."
            )
            yield _observed("stall", text, (of_goal(goal), *map(of_call, recaps)))


def _is_news_of(goal: Goal, recap: Recap, view: View) -> bool:
    """Does a call hold a telling word of a goal, in any form? One that has too few always might."""
    subject = content(" ".join(filter(None, [goal.text, goal.specific, goal.measurable])))
    said = Spoken.of(" ".join(_told(recap, view)))
    return len(subject) < TELLING or any(map(said.has, map(plain, subject)))


def _told(recap: Recap, view: View) -> Iterator[str]:
    actions = {commitment.id: commitment.action for commitment in view.past.ledger}
    points = (recap.goals, recap.wins, recap.challenges, recap.insights, recap.decisions)
    for point in (point for some in points for point in some):
        yield " ".join([point.text, *(item.quote for item in point.evidence)])
    for promise in recap.commitments:
        yield " ".join([promise.action, *(item.quote for item in promise.evidence)])
    if recap.next_meeting and recap.next_meeting.goal:
        yield recap.next_meeting.goal
    for update in recap.updates:
        said = (item.quote for item in update.evidence)
        yield " ".join([actions.get(update.commitment, ""), *said])


def _observed(kind: str, text: str, sources: tuple[Source | None, ...]) -> Observation:
    known = tuple(source for source in sources if source)
    return Observation.model_validate({"kind": kind, "text": text, "sources": known})
