"""Which of Kram's phases a pair is in, as far as what is known speaks for it; people set it.

initiation     before the work: nothing read yet, one call, or no goal and nothing that came back
               from one call to the next; in the first three also while confidentiality or how
               the calls run is not settled, since phases overlap
cultivation    the work: what became of promises, what did not go as meant, what one told the
               other about it; from the second call on
separation     the last call spoke of an end, the end agreed on comes before the meeting after
               the next, or the day of every goal has come and no next meeting is known
redefinition   where an end was spoken of: what the two said they will be to each other after it
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import groupby
from operator import itemgetter
from typing import TypeVar

from coach.before import calendar
from coach.before.drift import observations
from coach.before.topics import told_day
from coach.before.view import View
from coach.cues import plain
from coach.past.sources import of_call, of_goal, of_update, of_words
from coach.records import (
    PHASES,
    Evidence,
    Observation,
    Phase,
    Phases,
    PhaseSign,
    Recap,
    Source,
    Stretch,
    Update,
    day_of,
)

FIRST_CALLS = 3
"""Calls within which how to work together is still being settled."""
ESSENTIALS = ("confidentiality", "frequency", "length", "where", "who_sets_up")
"""Topics worth settling before the second call; of those, meeting settles all but the first."""
TELLING = 5
"""Words of a quote that says by itself what it is about."""
KNOWN_BEFORE = timedelta(days=365)
"""A pair that began so long before the first call that is read here is not at its beginning."""
_MISSED = re.compile(
    r"\b(?:not|never|nothing|no|forgot|forgotten|missed|late|slipped|failed|instead)\b|n't\b"
)
S = TypeVar("S", PhaseSign, Observation)
QUOTED = 2
"""Sources shown of one sign."""


def phases(view: View, today: date | None = None) -> Phases:
    """The phases of the pair, set and suggested, with what speaks for each."""
    signs = tuple(allowed(_signs(view), view))
    suggested = _suggested(view, signs)
    return Phases(
        relationship=view.relationship.id,
        set=view.relationship.phases,
        suggested=suggested,
        signs=signs,
        observed=tuple(allowed(observations(view, today), view)),
        course=tuple(_course(view, suggested)),
    )


def allowed(found: Iterable[S], view: View) -> Iterator[S]:
    """What is found, without words of what is off limits."""
    for one in found:
        left = tuple(
            source
            for source in one.sources
            if not view.is_off_limits(f"{source.text} {source.quote or ''}")
        )
        if not view.is_off_limits(one.text):
            yield one.model_copy(update={"sources": left})


def _suggested(view: View, signs: Iterable[PhaseSign]) -> tuple[Phase, ...]:
    """An end leaves the work behind; before it, beginning and work may overlap."""
    shown = {sign.phase for sign in signs}
    if "separation" in shown:
        shown -= {"initiation", "cultivation"}
    if not shown:
        shown = {"initiation" if len(view.past.recaps) < 2 else "cultivation"}
    return tuple(phase for phase in PHASES if phase in shown)


def _signs(view: View) -> Iterator[PhaseSign]:
    recaps = calendar.in_order(view.past)
    work = tuple(_cultivation(view, recaps))
    yield from _initiation(view, recaps, working=bool(work))
    yield from work
    yield from _separation(view, recaps)


# --- the beginning --------------------------------------------------------------------------------


def _initiation(view: View, recaps: list[Recap], working: bool) -> Iterator[PhaseSign]:
    if not recaps:
        yield PhaseSign(phase="initiation", text="No call is known yet.")
        return
    if _met_before(view, recaps):
        return
    if len(recaps) == 1:
        yield PhaseSign(
            phase="initiation", text="One call was held.", sources=(of_call(recaps[0]),)
        )
    elif not working:
        calls = tuple(map(of_call, recaps[:QUOTED]))
        text = f"{len(recaps)} calls, and nothing of one has come back in the next."
        yield PhaseSign(phase="initiation", text=text, sources=calls)
    worth = ESSENTIALS if len(recaps) == 1 else ESSENTIALS[:1]
    open_ = [topic for topic in view.open_topics if topic in worth]
    if len(recaps) <= FIRST_CALLS and open_:
        named = ", ".join(topic.replace("_", " ") for topic in open_)
        text = f"Open in the working agreement: {named}."
        yield PhaseSign(phase="initiation", text=text, sources=tuple(map(view.topic, open_)))


def _met_before(view: View, recaps: list[Recap]) -> bool:
    started = view.relationship.started
    return started is not None and day_of(recaps[0].held_on) - started > KNOWN_BEFORE


# --- the work -------------------------------------------------------------------------------------


def _cultivation(view: View, recaps: list[Recap]) -> Iterator[PhaseSign]:
    if recaps and _met_before(view, recaps) and view.relationship.started:
        text = f"The two have met since {told_day(view.relationship.started)}."
        yield PhaseSign(phase="cultivation", text=text, sources=(of_call(recaps[0]),))
    if len(recaps) < 2:
        return
    came_back = [(recap, update) for recap in recaps[1:] for update in recap.updates]
    if came_back:
        first = _in(came_back[0][0])
        promises = len({update.commitment for _, update in came_back})
        of = "1 promise" if promises == 1 else f"{promises} promises"
        text = f"What became of {of} was told in a later call, first in {first}."
        yield PhaseSign(phase="cultivation", text=text, sources=tuple(_updates(view, came_back)))
    yield from _candour(view, recaps[1:])
    if came_back and (goals := view.relationship.goals):
        text = "1 goal is set." if len(goals) == 1 else f"{len(goals)} goals are set."
        yield PhaseSign(phase="cultivation", text=text, sources=tuple(map(of_goal, goals[:QUOTED])))


def _updates(view: View, found: list[tuple[Recap, Update]]) -> Iterator[Source]:
    known = {commitment.id: commitment for commitment in view.past.ledger}
    shown = ((r, u) for r, u in found if u.commitment in known)
    for (recap, update), _ in zip(shown, range(QUOTED), strict=False):
        yield of_update(update, known[update.commitment], recap)


def _candour(view: View, recaps: list[Recap]) -> Iterator[PhaseSign]:
    """The first time that something which did not go as meant was talked about."""
    told = [
        (recap, missed)
        for evidences in (_not_done, _slipped)
        for recap in recaps
        for evidence in evidences(recap)
        if (missed := tuple(filter(_says_it_was_missed, evidence)))
    ]
    for recap, evidence in told[:1]:
        text = f"What did not go as meant was talked about in {_in(recap)}."
        place = f"{recap.session}#turn:{evidence[0].turn}"
        source = of_words("note", place, "", recap, evidence)
        yield PhaseSign(phase="cultivation", text=text, sources=(source,))


def _says_it_was_missed(item: Evidence) -> bool:
    """Whole words of somebody who tells that a thing was not, or not so: a no, or a miss."""
    return len(item.quote.split()) >= TELLING and bool(_MISSED.search(plain(item.quote)))


def _not_done(recap: Recap) -> Iterator[tuple[Evidence, ...]]:
    yield from (update.evidence for update in recap.updates if update.status == "not_done")


def _slipped(recap: Recap) -> Iterator[tuple[Evidence, ...]]:
    yield from (slip.evidence for slip in recap.slippage)


# --- the end, and what comes after ----------------------------------------------------------------


def _separation(view: View, recaps: list[Recap]) -> Iterator[PhaseSign]:
    last = recaps[-1] if recaps else None
    if last is None:
        return
    ends = [one for one in last.endings if one.phase == "separation"]
    if ends:
        text = f"An end of these calls was spoken of in {_in(last)}."
        yield PhaseSign(phase="separation", text=text, sources=tuple(_said(last, ends)))
    yield from _agreed_end(view, last)
    yield from _every_goal(view, last)
    after = [one for one in last.endings if one.phase == "redefinition"]
    if ends and after:
        text = f"What the two are to each other after it was spoken of in {_in(last)}."
        yield PhaseSign(phase="redefinition", text=text, sources=tuple(_said(last, after)))


def _said(recap: Recap, endings: Iterable[object]) -> Iterator[Source]:
    for ending, _ in zip(endings, range(QUOTED), strict=False):
        evidence = getattr(ending, "evidence", ())
        turn = evidence[0].turn if evidence else 0
        yield of_words("note", f"{recap.session}#turn:{turn}", "", recap, evidence)


def _agreed_end(view: View, last: Recap) -> Iterator[PhaseSign]:
    """The end of the agreement lies before the meeting after the next one."""
    end = calendar.agreed_end(view.relationship, view.past)
    if end is None:
        return
    every = calendar.rhythm(view.past)
    held = len(view.past.recaps)
    near = end.on and every and end.on <= day_of(last.held_on) + timedelta(days=2 * every)
    if near and end.on:
        text = f"The end that was agreed on is {told_day(end.on)}."
        yield PhaseSign(phase="separation", text=text, sources=(end.source,))
    elif end.meetings is not None and held >= end.meetings - 1:
        text = f"{end.meetings} meetings were agreed on; {held} were held."
        yield PhaseSign(phase="separation", text=text, sources=(end.source,))


def _every_goal(view: View, last: Recap) -> Iterator[PhaseSign]:
    """The day of each goal has come, and no next meeting is known."""
    goals = view.relationship.goals
    days = [calendar.day_of_goal(goal, view.relationship, view.past) for goal in goals]
    held = day_of(last.held_on)
    known = [day for day in days if day]
    if goals and len(known) == len(goals) and max(known) <= held and not _meets_again(last):
        text = "The day of every goal has come, and no next meeting is known."
        yield PhaseSign(phase="separation", text=text, sources=tuple(map(of_goal, goals[:QUOTED])))


def _meets_again(last: Recap) -> bool:
    """Did the call say that there is another one, and has no person said that there is none?"""
    meeting = last.next_meeting
    return meeting is not None and not (meeting.by_hand and meeting.date is None)


# --- from the first call to the last --------------------------------------------------------------


def _course(view: View, suggested: tuple[Phase, ...]) -> Iterator[Stretch]:
    """What each call showed when it was the last one; of the last one, what is suggested now."""
    recaps = calendar.in_order(view.past)
    if not recaps:
        return
    work = 0 if _met_before(view, recaps) else next(_working(recaps), len(recaps))
    shown = [_shown(recap, number >= work) for number, recap in enumerate(recaps[:-1])]
    shown.append(frozenset(suggested))
    for phase in PHASES:
        calls = zip((phase in here for here in shown), recaps, strict=True)
        for is_in, run in groupby(calls, key=itemgetter(0)):
            if is_in:
                ids = [recap.session for _, recap in run]
                yield Stretch(phase=phase, first=ids[0], last=ids[-1])


def _working(recaps: list[Recap]) -> Iterator[int]:
    """The places of the calls that came back to an earlier one, or told what went otherwise."""
    for number, recap in enumerate(recaps):
        told = (item for found in (_not_done, _slipped) for words in found(recap) for item in words)
        if number and (recap.updates or any(map(_says_it_was_missed, told))):
            yield number


def _shown(recap: Recap, working: bool) -> frozenset[Phase]:
    spoken_of: set[Phase] = {ending.phase for ending in recap.endings}
    if "separation" in spoken_of:
        return frozenset(spoken_of)
    return frozenset({"cultivation" if working else "initiation"})


# --- words ----------------------------------------------------------------------------------------


def _in(recap: Recap) -> str:
    return f"{of_call(recap).text.lower()} ({told_day(day_of(recap.held_on))})"
