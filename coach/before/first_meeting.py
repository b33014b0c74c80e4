"""The first meeting: who the other one is, and how the two want to work together."""

from __future__ import annotations

from collections.abc import Iterator

from coach.before.minutes import Draft
from coach.before.view import View, short
from coach.past.sources import of_goal
from coach.records import AgendaItem


def first_meeting(view: View) -> Iterator[Draft]:
    """Getting to know each other, the working agreement, a first draft of goals, logistics."""
    mentee = view.relationship.mentee.name
    yield Draft(
        AgendaItem(
            title="Getting to know each other",
            kind="rapport",
            minutes=0,
            why="Most of a first meeting goes into this.",
            sources=(view.pack("first-meeting"),),
            questions=view.ask("first-meeting", "want" if view.role == "mentee" else "value"),
        ),
        share=25,
    )
    topics = view.open_topics
    yield Draft(
        AgendaItem(
            title="How to work together: what is said here, and to whom",
            kind="agreement",
            minutes=0,
            why=f"{len(topics)} topics of the working agreement are open; confidentiality first.",
            sources=tuple(map(view.topic, topics)) or (view.pack("working-agreement"),),
            questions=view.ask_about(topics[:1]),
        ),
        share=35,
    )
    yield Draft(
        AgendaItem(
            title=f"What {short(mentee)} wants from this, as a first draft",
            kind="goal",
            minutes=0,
            owner=mentee,
            why="Goals are drafted now and sharpened later.",
            sources=tuple(map(of_goal, view.relationship.goals)) or (view.pack("three-steps"),),
            questions=view.ask("six-ingredients", "conversations"),
        ),
        share=25,
    )
    yield Draft(
        AgendaItem(
            title="Close: the next date, what for, and a word of thanks",
            kind="close",
            minutes=0,
            why="Each says back what they take on.",
            sources=(view.pack("first-meeting"),),
        ),
        share=10,
    )
