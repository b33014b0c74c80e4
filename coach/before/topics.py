"""What a meeting may be for, or was about: a topic before it has a place, with what it comes from.

Here the first meeting, the working agreement, what the last call asked for, the end, and what was
talked about; `goals` and `recurring` hold the rest.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from coach.before.view import View
from coach.past.sources import of_commitment, of_goal, of_point, of_words
from coach.records import Point, Recap, Source, Term, Topic, TopicKind

PART = 6
"""Topics of the working agreement that one meeting takes on."""


class Idea(NamedTuple):
    """A topic before it has a place."""

    kind: TopicKind
    title: str
    why: str
    sources: tuple[Source, ...]
    question: str | None = None

    def at(self, id: str) -> Topic:
        """The topic in its place."""
        return Topic(
            id=id,
            kind=self.kind,
            title=self.title,
            why=self.why,
            sources=self.sources,
            question=self.question,
        )


def fit(ideas: Iterable[Idea], view: View) -> Iterator[Idea]:
    """These ideas without what touches a subject off limits; those that are left with a source."""
    for idea in ideas:
        sources = tuple(
            source
            for source in idea.sources
            if not view.is_off_limits(f"{source.text} {source.quote or ''}")
        )
        if sources and not view.is_off_limits(idea.title):
            yield idea._replace(
                sources=sources,
                why="" if view.is_off_limits(idea.why) else idea.why,
                question=None if view.is_off_limits(idea.question or "") else idea.question,
            )


# --- the first meeting, the agreement, the end ----------------------------------------------------


def acquaintance(view: View) -> Idea:
    """Who the other one is: most of a first meeting."""
    return Idea(
        "rapport",
        "Getting to know each other",
        "Most of a first meeting goes into this.",
        (view.pack("first-meeting"),),
        next(iter(view.ask("first-meeting", "value")), None),
    )


def agreement(view: View) -> list[Idea]:
    """The topics of the working agreement that are open, a few at a time; confidentiality first."""
    topics = view.open_topics
    parts = [topics[start : start + PART] for start in range(0, len(topics), PART)]
    return [
        Idea(
            "agreement",
            f"How to work together: {', '.join(_topic_name(view, topic) for topic in part)}",
            "Open in the working agreement.",
            tuple(map(view.topic, part)),
            next(iter(view.ask_about(part[:1])), None),
        )
        for part in parts
    ]


def purpose(view: View) -> Iterator[Idea]:
    """What the last call set the next one for."""
    last = view.last
    if last and last.next_meeting and (goal := last.next_meeting.goal):
        evidence = last.next_meeting.evidence
        source = of_words("meeting", last.session, goal, last, evidence)
        yield Idea("purpose", goal, "Set at the last call.", (source,))


def farewell(view: View, end: Source | None) -> list[Idea]:
    """The last meeting: what became of the goals, and what comes after."""
    goals = tuple(map(of_goal, view.relationship.goals))
    ends = (end,) if end else ()
    return [
        Idea(
            "close",
            "What became of the goals, beside what was said at the start",
            "The last meeting of this way of working.",
            goals or (view.pack("three-steps"),),
            phase_question(view, "separation"),
        ),
        Idea(
            "close",
            "How the two go on from here, and thanks",
            "An end, or a new agreement.",
            (*ends, view.pack("phases")),
            phase_question(view, "redefinition"),
        ),
    ]


def phase_question(view: View, phase: str) -> str | None:
    """The question that Kram's phase asks of the two."""
    found = [q for q in view.frameworks["phases"].questions if q.id == phase]
    return next((ask for question in found for ask in question.ask), None)


def _topic_name(view: View, id: str) -> str:
    pack = view.frameworks["working-agreement"]
    return next((q.name for q in pack.questions if q.id == id), None) or id.replace("_", " ")


# --- what a held meeting was about ----------------------------------------------------------------


def talked_about(recap: Recap, view: View) -> Iterator[Idea]:
    """What a call was about, from its own recap alone: the first of each kind."""
    if recap.goals:
        yield _told("goal", recap.goals[0], recap)
    if settled := [term for term in recap.agreement if term.state == "agreed"]:
        yield _settled(settled, recap, view)
    if recap.challenges:
        yield _told("challenge", recap.challenges[0], recap)
    if recap.insights:
        yield _told("insight", recap.insights[0], recap)
    if recap.decisions:
        yield _told("decision", recap.decisions[0], recap)
    if recap.wins:
        yield _told("win", recap.wins[0], recap)
    if recap.commitments:
        first, *others = recap.commitments
        more = f", and {len(others)} more" if others else ""
        sources = tuple(map(of_commitment, recap.commitments))
        yield Idea("promise", f"{first.action.rstrip('.')}{more}", "", sources)


def _told(kind: TopicKind, point: Point, recap: Recap) -> Idea:
    return Idea(kind, point.text, "", (of_point(point, recap),))


def _settled(terms: Sequence[Term], recap: Recap, view: View) -> Idea:
    names = ", ".join(_topic_name(view, term.topic) for term in terms)
    sources = tuple(
        of_words("agreement", term.topic, term.text, recap, term.evidence) for term in terms
    )
    return Idea("agreement", f"How to work together: {names}", "", sources)


def told_day(day: date) -> str:
    """A day as people read it."""
    return f"{day:%a} {day.day} {day:%b}"
