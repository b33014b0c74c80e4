"""Every meeting after the first: what was promised, what the goal needs, what was left open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from coach import asking
from coach.before.choosing import lingering, nearest, shown_by, useful, voiced
from coach.before.ending import from_here, last_close, reached
from coach.before.minutes import Draft
from coach.before.view import View, short
from coach.past.sources import of_commitment, of_goal, of_words
from coach.patterns import AGAIN
from coach.records import AgendaItem, Goal, Pattern, Phase, Source

TOPICS = 4
"""Sources of the item about what was hard or left open; more is a list, not a talk."""
TOPICS_A_CALL = 2
"""Topics of the working agreement that a call is offered."""
ITEMS = 6
"""Items of an hour."""


def hour(view: View, phases: Sequence[Phase]) -> Iterator[Draft]:
    """The items of the call, in order: six at most; promises go before what was left open.

    Phases that overlap each bring what is theirs. An end takes the place of the goals and of the
    close; what its phase adds to a full hour goes into what was left open.
    """
    ends = "separation" in phases
    new = [from_here(view)] if "redefinition" in phases else []
    first = [_opening(view), *_follow_through(view), *([reached(view)] if ends else _goals(view))]
    items = [*first[: ITEMS - 1 - len(new)], *new]
    offered = list(_offered(view, phases))
    room = ITEMS - 1 - len(items) - bool(offered)
    items += _open_ends(view, [] if room > 0 else offered)
    items += offered if room > 0 else []
    yield from items[: ITEMS - 1]
    yield last_close(view) if ends else _closing(view)


def _offered(view: View, phases: Sequence[Phase]) -> Iterator[Draft]:
    """What a phase brings to the table by itself: in the beginning topics, in the work a question.

    One or two topics a call; closeness is not hurried, so a question is offered from the work on.
    """
    topics = view.open_topics[:TOPICS_A_CALL] if "initiation" in phases else []
    if topics:
        yield Draft(
            AgendaItem(
                title="How to work together: what is open still",
                kind="agreement",
                minutes=0,
                why="Confidentiality first, and one or two topics a call.",
                sources=tuple(map(view.topic, topics)),
                questions=view.ask_about(topics[:1]),
            ),
            share=10,
        )
    if "cultivation" in phases and (question := _deepening(view)):
        yield Draft(
            AgendaItem(
                title="What the two can learn from each other",
                kind="deepening",
                minutes=0,
                why="Another question each call.",
                sources=(question,),
                questions=(question.text,),
            ),
            share=8,
        )


def _deepening(view: View) -> Source | None:
    """A question of the deepening behaviours, another one each call."""
    asked = view.reader or view.relationship.mentee.name
    partner = short(view.relationship.partner_of(asked).name)
    pack = view.frameworks["deepening"]
    found = [(q.id, words[0]) for q in pack.questions if (words := q.wordings(partner=partner))]
    if not found:
        return None
    id, text = found[len(view.past.recaps) % len(found)]
    return Source(kind="question", id=f"deepening#{id}", text=text)


def _opening(view: View) -> Draft:
    sources, last = view.answers(to="PC7")[:2], view.last
    meeting = last.next_meeting if last else None
    if last and meeting and meeting.goal:
        sources.append(of_words("meeting", last.session, meeting.goal, last, meeting.evidence))
    wins = nearest(last.wins, view, last)[:1] if last else []
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
        parts.append(
            f"The day of {late} comes before this call; what became of {them} is not known"
        )
    heard = f" {view.last_heard}" if person == view.own_first[0] else ""
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


def _open_ends(view: View, offered: Sequence[Draft]) -> Iterator[Draft]:
    """What was hard or new, what nobody answered; and `offered`, which has no room of its own."""
    last = view.last
    wanted = [s for s in view.answers() if s.id != "PC7"]
    said = voiced(view, last) if last else []
    more = [source for draft in offered for source in draft.item.sources]
    back = _came_back(view)
    again = back.sources[-AGAIN:] if back else ()
    told = [*again, *wanted[:2], *lingering(view)[:1], *said]
    sources = told[: TOPICS + 1 - len(more)] + more
    if sources:
        first = sources[0]
        asked = first.text if first.kind == "question" else None
        question = back.question if back else asked
        yield Draft(
            AgendaItem(
                title="What was hard, and what was left open",
                kind="pattern" if back else "topic",
                minutes=0,
                why="From the last calls, and from what was answered since.",
                sources=tuple(sources),
                questions=(question,) if question else view.ask("pre-call", "PC3"),
            ),
            share=18,
        )


def _came_back(view: View) -> Pattern | None:
    """The latest of what was not there yet in two calls; there is time for one."""
    found = view.patterns.of("promise")
    return next((pattern for pattern in found if pattern.question), None)


def _closing(view: View) -> Draft:
    told = useful(view, view.last) if view.last else []
    return Draft(
        AgendaItem(
            title="Close: what was useful to each, the next date, and what for",
            kind="close",
            minutes=0,
            why="Each says back what they take on.",
            sources=(*told, view.pack("six-ingredients")),
            questions=view.ask("six-ingredients", "useful"),
        ),
        share=9,
    )
