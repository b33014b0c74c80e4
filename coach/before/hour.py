"""Every meeting after the first: what was promised, what the goal needs, what was left open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from coach import asking
from coach.before.choosing import lingering, nearest, shown_by, useful, voiced
from coach.before.minutes import Draft
from coach.before.sources import of_commitment, of_goal, of_words
from coach.before.view import View, short
from coach.records import AgendaItem, Goal, Recap

TOPICS = 4
"""Sources of the item about what was hard or left open; more is a list, not a talk."""
ITEMS = 6
"""Items of an hour."""


def hour(view: View, last: Recap) -> Iterator[Draft]:
    """The items of the call, in order: six at most; promises go before what was left open."""
    items = [_opening(view, last), *_follow_through(view), *_goals(view), *_open_ends(view, last)]
    yield from items[: ITEMS - 1]
    yield _closing(view, last)


def _opening(view: View, last: Recap) -> Draft:
    sources = view.answers(to="PC7")[:2]
    meeting = last.next_meeting
    if meeting and meeting.goal:
        sources.append(of_words("meeting", last.session, meeting.goal, last, meeting.evidence))
    wins = nearest(last.wins, view, last)[:1]
    aim = f"Set at the last call: “{meeting.goal.strip(' .')}”." if meeting and meeting.goal else ""
    return Draft(
        AgendaItem(
            title="A win, and what this hour is for",
            kind="win",
            minutes=0,
            why=aim or "What went well comes first.",
            sources=(*sources, *wins) or (view.pack("pre-call"),),
            questions=view.ask("pre-call", "PC1"),
        ),
        share=9,
    )


def _follow_through(view: View) -> Iterator[Draft]:
    """Both sides' open promises, the reader's own first; kept ones, for the other to praise."""
    for person in view.own_first:
        promised, kept = view.open(person), view.kept(person)
        if promised or kept:
            yield Draft(
                AgendaItem(
                    title=f"What became of {short(person)}'s promises",
                    kind="follow_through",
                    minutes=0,
                    owner=person,
                    why=_counted(view, person),
                    sources=(*map(of_commitment, promised), *kept),
                    questions=_about(view, {c.id for c in promised}),
                ),
                share=min(22.0, 6 + 2.0 * len(promised)),
            )
    if nobodys := view.open(None):
        yield Draft(
            AgendaItem(
                title="Promised, and by whom?",
                kind="follow_through",
                minutes=0,
                why="The transcript does not say who took these on.",
                sources=tuple(map(of_commitment, nobodys)),
            ),
            share=4,
        )


def _counted(view: View, person: str) -> str:
    promised = view.open(person)
    late, kept = view.late(promised), len(view.kept(person))
    parts = []
    if kept:
        partner = short(view.relationship.partner_of(person).name)
        parts.append(f"{kept} kept, for {partner} to praise")
    if promised:
        parts.append(f"{len(promised)} open: done, partly, moved or dropped?")
    if late:
        them = "it" if late == 1 else "them"
        parts.append(f"The day of {late} has passed; what became of {them} is not known here")
    heard = f" Last heard on {view.last_heard}." if person == view.own_first[0] else ""
    return _sentences(parts) + heard


def _sentences(parts: list[str]) -> str:
    return " ".join(part if part.endswith("?") else part + "." for part in parts)


def _about(view: View, ids: set[str]) -> tuple[str, ...]:
    """The sharpest follow-up question about one of these promises."""
    last = view.last
    return tuple(q.text for q in (last.questions if last else ()) if q.about in ids)[:1]


def _goals(view: View) -> Iterator[Draft]:
    goals = view.relationship.goals
    if not goals:
        return
    found = [asking.goal_question(goal, view.relationship, view.frameworks) for goal in goals]
    asked = [question.text for question in found if question]
    turn = len(view.past.recaps) % max(1, len(asked))
    yield Draft(
        AgendaItem(
            title="The goal, and what shows that it comes nearer"
            if len(goals) == 1
            else "The goals, and what shows that they come nearer",
            kind="goal",
            minutes=0,
            owner=view.relationship.mentee.name,
            why=_measures(goals),
            sources=tuple(map(of_goal, goals)),
            questions=tuple(asked[turn : turn + 1]),
        ),
        share=20,
    )


def _measures(goals: Sequence[Goal]) -> str:
    """What to look at, goal by goal, in the words in which it was set; or that nobody set it."""
    shown = {goal: shown_by(goal) for goal in goals}
    if not any(shown.values()):
        return "What would show it is not said yet."
    named = len(goals) > 1
    told = [f"{goal.id}: {words}" if named else words for goal, words in shown.items() if words]
    return f"To look at: {'. '.join(told)}."


def _open_ends(view: View, last: Recap) -> Iterator[Draft]:
    """What was hard or new, what nobody answered, what the agreement leaves open."""
    wanted = [s for s in view.answers() if s.id != "PC7"]
    unanswered = lingering(view)
    topics = view.open_topics if len(view.past.recaps) < 3 else []
    agreement = [view.topic(topic) for topic in topics[:1]]
    sources = [*wanted[:2], *unanswered[:1], *voiced(view, last), *agreement][: TOPICS + 1]
    if sources:
        first = sources[0]
        yield Draft(
            AgendaItem(
                title="What was hard, and what was left open",
                kind="topic",
                minutes=0,
                why="From the last calls, and from what was answered since.",
                sources=tuple(sources),
                questions=(first.text,)
                if first.kind == "question"
                else view.ask("pre-call", "PC3"),
            ),
            share=18,
        )


def _closing(view: View, last: Recap) -> Draft:
    return Draft(
        AgendaItem(
            title="Close: what was useful to each, the next date, and what for",
            kind="close",
            minutes=0,
            why="Each says back what they take on.",
            sources=(*useful(view, last), view.pack("six-ingredients")),
            questions=view.ask("six-ingredients", "useful"),
        ),
        share=9,
    )
