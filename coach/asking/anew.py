"""Questions about what a person changed or left out of a draft: in the words as they are now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from coach import offlimits
from coach.asking.needs import needs
from coach.asking.questions import whole
from coach.asking.wording import Need, Wording
from coach.library import Framework
from coach.reading import Call
from coach.records import FollowUp, Recap

_OVERLOAD = "overload"
_ANSWERED = ("time_bound", "specific", "not_heard")
"""Gaps that a change by hand closes: what asked for a day asks nothing once the day is given."""


def asked_anew(
    before: Recap, now: Recap, call: Call, frameworks: Mapping[str, Framework]
) -> tuple[FollowUp, ...]:
    """The questions of the recap that a person made of the draft `before`, as it is `now`.

    What asks of nothing that changed is asked as it was. What asks of something that was worded
    anew is asked in those words; what asks for what was given, or of what was left out, goes.
    """
    wording = Wording(call.relationship, frameworks)
    return tuple(_asked(now.questions, _Open(before, call), _Open(now, call), wording))


class _Open:
    """What a recap leaves open: by what it is about, and who has too much to do."""

    def __init__(self, recap: Recap, call: Call) -> None:
        found = needs(recap, call)
        self._about = {need.about: need for need in reversed(found) if need.gap != _OVERLOAD}
        self._loads = {need.owner: need for need in found if need.gap == _OVERLOAD}

    def need(self, question: FollowUp) -> Need | None:
        """What this question would be asked for."""
        if question.gap == _OVERLOAD:
            return self._loads.get(question.addressee)
        return self._about.get(question.about)


def _asked(
    questions: Sequence[FollowUp], was: _Open, now: _Open, wording: Wording
) -> Iterator[FollowUp]:
    known = {goal.id for goal in wording.relationship.goals}
    for question in questions:
        old, new = was.need(question), now.need(question)
        if new and question.about in known:  # a goal of the pair may be worded anew at any time
            changed = question.text not in wording.texts(new)
        else:
            changed = old != new
        if not changed:
            wording.used[question.gap] += 1
            yield question
        elif new and not _is_answered(question, new):
            same = old is not None and old.gap == new.gap
            need = replace(new, gap=question.gap) if same else new
            again = wording.ask(need)
            if again and not offlimits.speaks_of(whole(need, again), wording.relationship):
                yield again


def _is_answered(question: FollowUp, need: Need) -> bool:
    """Did the change give what was asked for?"""
    same_owner = question.addressee == need.owner
    return same_owner and question.gap in _ANSWERED and need.gap != question.gap
