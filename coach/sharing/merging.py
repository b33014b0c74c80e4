"""Goals and the day of the next call, of which each home may hold a part."""

from __future__ import annotations

from typing import NamedTuple

from coach.offlimits import speaks_of
from coach.records import (
    SMART,
    Goal,
    NextCall,
    Relationship,
    Shared,
    SharedGoal,
    When,
    day_of,
)
from coach.records.base import moment
from coach.sharing.alike import by_text, same_day
from coach.sharing.brought import Differs, told_day
from coach.store import Held


class Goals(NamedTuple):
    """Goals that are new or get what they lacked; and where both homes filled in the same field."""

    changed: tuple[Goal, ...]
    differs: tuple[Differs, ...]


def goals(shared: Shared, pair: Relationship) -> Goals:
    """What the file brings to the goals; what is filled in here already stays as it is."""
    known = {goal.id: goal for goal in pair.goals}
    changed: dict[str, Goal] = {}
    differs: list[Differs] = []
    for told in shared.goals:
        if speaks_of(told.text, pair):
            continue
        said = _smart(told, pair)
        id = by_text(told.text, {id: goal.text for id, goal in known.items()})
        if id is None:
            id = next(free for n in range(1, len(known) + 2) if (free := f"g{n}") not in known)
            known[id] = changed[id] = Goal.model_validate({"id": id, "text": told.text, **said})
            continue
        goal = known[id]
        lacking = {at: text for at, text in said.items() if getattr(goal, at) is None}
        if lacking:
            known[id] = changed[id] = goal.model_copy(update=lacking)
        differs += [
            Differs(f"{goal.text} ({at.replace('_', '-')})", getattr(goal, at), text, id)
            for at, text in said.items()
            if at not in lacking and getattr(goal, at) != text
        ]
    return Goals(tuple(changed.values()), tuple(differs))


def _smart(told: SharedGoal, pair: Relationship) -> dict[str, str]:
    said = {letter: getattr(told, letter) for letter in SMART}
    return {at: text for at, text in said.items() if text and not speaks_of(text, pair)}


class Day(NamedTuple):
    """The next call as the file has it, where that is news; and where a call here says another."""

    news: NextCall | None = None
    differs: tuple[Differs, ...] = ()


def next_call(shared: Shared, held: Held, sender: str) -> Day:
    """What the file brings of the next call: of one call, what is kept here stays."""
    told, last = shared.next_call, held.recaps[-1] if held.recaps else None
    if told is None:
        return Day()
    if last and same_day(told.agreed_on, last.held_on):
        ours = last.next_meeting.date if last.next_meeting else None
        if ours and not _same_moment(ours, told.on):
            return Day(differs=(_differs(ours, told.on),))
        if ours:
            return Day()
    elif last and moment(told.agreed_on) < moment(last.held_on):
        return Day()
    news = NextCall(on=told.on, agreed_on=told.agreed_on, heard_from=sender, told_at=shared.made_at)
    before = held.relationship.next_call
    if before is None or (before.on != news.on and _is_newer(news, before)):
        return Day(news)
    if before.on != news.on and before.heard_from is None:
        return Day(differs=(_differs(before.on, told.on),))
    return Day()


def _differs(here: When, there: When) -> Differs:
    return Differs("The next call", told_day(here), told_day(there))


def _same_moment(one: When, two: When) -> bool:
    """Is it one day? Where only one of them is a time, clocks may hang a day apart."""
    days = day_of(one) == day_of(two)
    return days if type(one) is type(two) else same_day(one, two)


def _is_newer(news: NextCall, before: NextCall) -> bool:
    if moment(news.agreed_on) != moment(before.agreed_on):
        return moment(news.agreed_on) > moment(before.agreed_on)
    return moment(news.told_at) > moment(before.told_at)
