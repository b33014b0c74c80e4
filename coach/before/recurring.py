"""What comes back from call to call, and what nobody answered, as topics."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from coach.before.topics import Idea, told_day
from coach.before.view import View
from coach.past.sources import of_commitment, of_point, of_update, of_words
from coach.reading.words import content
from coach.records import Point, Recap, Slippage, SlippageReason, Source, day_of

AGAIN = 2
"""Calls in which something is heard before it is said to come back."""
_MOVED = ("partly", "not_done", "rescheduled")


def recurring(view: View) -> list[Idea]:
    """What was hard in two calls or more, the latest first: in words, in reason, in a promise."""
    found = [*_challenges(view), *_reasons(view), *_dated_moves(view)]
    return [idea for _, idea in sorted(found, key=lambda one: one[0], reverse=True)]


def _challenges(view: View) -> Iterator[tuple[date, Idea]]:
    """The same thing said to be hard: two telling words in common, in different calls."""
    groups: list[list[tuple[Recap, Point]]] = []
    for recap in view.past.recaps:
        for point in recap.challenges:
            alike = (group for group in groups if len(_said(point) & _said(group[-1][1])) >= 2)
            group = next(alike, None)
            if group is None:
                groups.append([(recap, point)])
            else:
                group.append((recap, point))
    for group in groups:
        calls = {recap.session for recap, _ in group}
        if len(calls) >= AGAIN:
            recap, point = group[-1]
            sources = tuple(of_point(each, held) for held, each in group)
            yield (
                day_of(recap.held_on),
                Idea("challenge", point.text, f"Hard in {len(calls)} calls.", sources),
            )


def _said(point: Point) -> frozenset[str]:
    return content(" ".join([point.text, *(item.quote for item in point.evidence)]))


def _reasons(view: View) -> Iterator[tuple[date, Idea]]:
    """The same reason of the same person, why something meant did not happen."""
    given: dict[tuple[SlippageReason, str | None], list[tuple[Recap, Slippage]]] = defaultdict(list)
    for recap in view.past.recaps:
        for slip in recap.slippage:
            if slip.evidence:
                given[slip.reason, slip.evidence[0].speaker].append((recap, slip))
    pack = view.frameworks["slippage"]
    for (reason, _), slips in given.items():
        calls = {recap.session for recap, _ in slips}
        if len(calls) >= AGAIN:
            sources = tuple(
                of_words("note", f"{held.session}#turn:{turn}", "", held, slip.evidence)
                for held, slip in slips
                for turn in [slip.evidence[0].turn]
            )
            why = f"The reason given in {len(calls)} calls for something that did not happen."
            title = pack.question(reason).text.rstrip(".")
            yield day_of(slips[-1][0].held_on), Idea("challenge", title, why, sources)


def moved(view: View) -> list[Idea]:
    """Open promises that were not there yet in two calls or more, the latest first."""
    found = sorted(_dated_moves(view), key=lambda one: one[0], reverse=True)
    return [idea for _, idea in found]


def _dated_moves(view: View) -> Iterator[tuple[date, Idea]]:
    for promise in view.past.ledger:
        heard = [
            (recap, update)
            for recap in view.past.recaps
            for update in recap.updates
            if update.commitment == promise.id and update.status in _MOVED
        ]
        calls = {recap.session for recap, _ in heard}
        if promise.is_open and len(calls) >= AGAIN:
            sources = (
                of_commitment(promise),
                *(of_update(update, promise, recap) for recap, update in heard),
            )
            why = f"Open still after {len(calls)} calls that came back to it."
            yield (
                day_of(heard[-1][0].held_on),
                Idea("challenge", promise.action, why, sources),
            )


def lingering(view: View) -> list[Idea]:
    """Questions that nobody answered, the latest call's first; not those about a promise or goal.

    A promise has its place in the ledger, and a goal brings its own question.
    """
    known = {c.id for c in view.past.ledger} | {goal.id for goal in view.relationship.goals}
    ideas: dict[str, Idea] = {}
    for id, recap, question in view.past.unanswered:
        if question.about not in known and question.text not in ideas:
            source = Source(kind="question", id=id, text=question.text, date=recap.held_on)
            asked = f"Asked after the call of {told_day(day_of(recap.held_on))};"
            why = f"{asked} no answer is shared."
            ideas[question.text] = Idea("question", question.text, why, (source,))
    return list(ideas.values())
