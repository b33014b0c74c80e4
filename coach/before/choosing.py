"""Which of the words of past calls are worth the time of the next one.

What was voiced is many times what an hour holds. Worth most is what has to do with where the two
are going: their goals, and what they set the next call for. Then what says something by itself, and
what is not in the ledger already.
"""

from __future__ import annotations

from collections.abc import Iterable

from coach.before.view import View
from coach.past.sources import of_point, of_words
from coach.reading.words import content
from coach.records import Goal, Point, Recap, Source

_SAYS_SOMETHING = 3
"""Content words, of which fewer make no topic ("that was hard")."""


def voiced(view: View, last: Recap, most: int = 2) -> list[Source]:
    """What was hard, wanted, decided or new at the last call: of each what is nearest the goals."""
    known = {goal.text for goal in view.relationship.goals}
    goals = [goal for goal in last.goals if goal.text not in known]
    aim = _aim(view, last)
    # A decision that has nothing to do with them is a ground rule, at home in the agreement.
    decisions = [
        point for point in last.decisions if content(of_point(point, last).quote or "") & aim
    ]
    kinds = (last.challenges, goals, decisions, last.insights)
    chosen = [nearest(points, view, last) for points in kinds]
    rounds = max(map(len, chosen))
    return [found[place] for place in range(rounds) for found in chosen if place < len(found)][
        :most
    ]


def nearest(points: Iterable[Point], view: View, last: Recap) -> list[Source]:
    """Those worth a topic, the nearest to goals and purpose first; then as they were said."""
    aim = _aim(view, last)
    promised = {said.quote for promise in view.past.ledger for said in promise.evidence}
    found = [of_point(point, last) for point in points]
    telling = [
        (content(source.quote), source)
        for source in found
        if source.quote and source.quote not in promised
    ]
    worth = [one for one in telling if len(one[0]) >= _SAYS_SOMETHING]
    return [source for _, source in sorted(worth, key=lambda one: -len(one[0] & aim))]


def lingering(view: View) -> list[Source]:
    """Questions on what was said that nobody answered, the latest call's first.

    A promise asks for itself, and so does a goal.
    """
    return [
        Source(kind="question", id=id, text=question.text, date=recap.held_on)
        for id, recap, question in view.past.unanswered
        if question.about.startswith("turn:")
    ]


def useful(view: View, last: Recap) -> list[Source]:
    """What the partner of the page's reader, or either, was glad of at the last call."""
    told = [
        of_words("note", f"{last.session}#turn:{f.evidence[0].turn}", "", last, f.evidence)
        for f in last.feedback
        if f.evidence and view.reader in (None, f.receiver)
    ]
    return [one for one in told if len(content(one.quote or "")) >= _SAYS_SOMETHING][-1:]


def shown_by(goal: Goal) -> str:
    """What shows that a goal comes nearer, in the words in which it was set."""
    said = (goal.specific, goal.measurable)
    return "; ".join(words.strip(" .") for words in said if words)


def _aim(view: View, last: Recap) -> frozenset[str]:
    """The words of where the two are going."""
    said = [last.next_meeting.goal or ""] if last.next_meeting else []
    for goal in view.relationship.goals:
        said += [goal.text, goal.specific or "", goal.measurable or ""]
    return content(" ".join(said))
