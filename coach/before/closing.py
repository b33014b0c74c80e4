"""The last meeting: the goals beside their first words, what is open, thanks, and what comes after.

And what each takes along from all of them. Only what was said is shown; nobody is weighed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from coach.before.brief import allowed, few_questions
from coach.before.minutes import Draft, timed
from coach.before.topics import Idea, farewell
from coach.before.view import View, short
from coach.evidence import most_telling
from coach.library import Framework
from coach.past import Past
from coach.past.sources import of_answer, of_commitment, of_point, of_words
from coach.reading.words import content
from coach.records import (
    Agenda,
    AgendaItem,
    Commitment,
    Farewell,
    Goal,
    GoalStory,
    Keepsake,
    Point,
    Recap,
    Relationship,
    Role,
    Source,
    Thanks,
    Update,
    When,
    day_of,
)

ABOUT = 2
"""Content words that a saying shares with a goal to be about it; of a shorter goal, all."""
THANKED = 3
"""Kept promises that the meeting itself names; the page of thanks has them all."""


def closing(
    relationship: Relationship,
    *,
    past: Past,
    frameworks: Mapping[str, Framework],
    minutes: int = 60,
    on: When | None = None,
) -> Farewell:
    """The last meeting, goals then and now, and what each may thank the other for.

    `past` must hold only what both may see.
    """
    view = View(relationship, past, frameworks, None, day_of(on) if on else None)
    thanks = tuple(_thanks(view))
    drafts = [
        draft._replace(item=item)
        for draft in _meeting(view, thanks)
        if (item := allowed(draft.item, view))
    ]
    agenda = Agenda(
        relationship=relationship.id,
        on=on,
        minutes=minutes,
        phase=relationship.phases or ("separation",),
        items=tuple(few_questions(timed(drafts, minutes))),
    )
    return Farewell(
        relationship=relationship.id, agenda=agenda, goals=tuple(_goals(view)), thanks=thanks
    )


def keepsake(
    relationship: Relationship, *, past: Past, frameworks: Mapping[str, Framework], role: Role
) -> Keepsake:
    """What the person in this role takes along; `past` must hold only what they may see."""
    view = View(relationship, past, frameworks, role, None)
    owner = relationship.person(role).name
    told = (
        of_words("note", f"{recap.session}#feedback", "", recap, item.evidence)
        for recap in past.recaps
        for item in recap.feedback
        if item.receiver == owner
    )
    wins = _points(view, owner, ((recap, recap.wins) for recap in past.recaps))
    insights = _points(view, owner, ((recap, recap.insights) for recap in past.recaps))
    own = (a for a in past.answers if a.visibility == role and a.role == role)
    return Keepsake(
        relationship=relationship.id,
        owner=owner,
        partner=relationship.partner_of(owner).name,
        calls=tuple(recap.held_on for recap in past.recaps),
        goals=tuple(_goals(view)),
        wins=tuple(wins),
        insights=tuple(insights),
        kept=tuple(_kept(view, owner)),
        told=tuple(_quoted(view, told)),
        private=tuple(_quoted(view, map(of_answer, own))),
    )


# --- the meeting ---------------------------------------------------------------------------------


def _meeting(view: View, thanks: Iterable[Thanks]) -> Iterator[Draft]:
    goals, after = farewell(view, None)
    yield _draft(goals, "goal", 30)
    for person in view.own_first:
        if promised := view.open(person):
            item = AgendaItem(
                title=f"What {short(person)} still has open: kept, handed on or let go?",
                kind="follow_through",
                minutes=0,
                owner=person,
                why="Nothing is left hanging at an end.",
                sources=tuple(map(of_commitment, promised)),
            )
            yield Draft(item, 10 + 1.0 * len(promised))
    if named := [source for one in thanks for source in one.kept[:THANKED]]:
        item = AgendaItem(
            title="Thanks, each in their own words, for what the other one did",
            kind="close",
            minutes=0,
            why="What was promised and kept.",
            sources=tuple(named),
        )
        yield Draft(item, 15)
    yield _draft(after, "close", 20)


def _draft(idea: Idea, kind: str, share: float) -> Draft:
    asked = (idea.question,) if idea.question else ()
    item = AgendaItem(
        title=idea.title,
        kind=kind,
        minutes=0,
        why=idea.why,
        sources=idea.sources,
        questions=asked,
    )
    return Draft(item, share)


def _thanks(view: View) -> Iterator[Thanks]:
    for giver in view.own_first:
        other = view.relationship.partner_of(giver).name
        if kept := tuple(_kept(view, other)):
            yield Thanks(giver=giver, to=other, kept=kept)


# --- what was said -------------------------------------------------------------------------------


def _kept(view: View, owner: str) -> Iterator[Source]:
    """Promises of theirs that were kept, with the words that say so, the partner's first."""
    partner = view.relationship.partner_of(owner).name
    heard = {
        update.commitment: (update, recap)
        for recap in view.past.recaps
        for update in recap.updates
        if update.status == "done"
    }
    done = [c for c in view.past.ledger if c.owner == owner and c.status == "done"]
    yield from _quoted(view, (_as_kept(c, heard.get(c.id), partner) for c in done))


def _as_kept(promise: Commitment, heard: tuple[Update, Recap] | None, partner: str) -> Source:
    if heard is None:
        return of_commitment(promise)
    update, recap = heard
    said = list(most_telling(update.evidence, partner, 1))
    return of_words("update", promise.id, promise.action, recap, said)


def _points(
    view: View, owner: str, told: Iterable[tuple[Recap, tuple[Point, ...]]]
) -> Iterator[Source]:
    every = ((recap, point) for recap, points in told for point in points)
    yield from _quoted(view, (of_point(p, recap) for recap, p in every if p.who == owner))


def _quoted(view: View, sources: Iterable[Source]) -> Iterator[Source]:
    """Those that have words to show, and none about a subject off limits."""
    for source in sources:
        if source.quote and not view.is_off_limits(f"{source.text} {source.quote}"):
            yield source


def _goals(view: View) -> Iterator[GoalStory]:
    for goal in view.relationship.goals:
        if not view.is_off_limits(goal.text):
            said = list(_quoted(view, _said_of(goal, view)))
            then = said[0] if said else None
            now = said[-1] if len(said) > 1 and said[-1].session != said[0].session else None
            yield GoalStory(id=goal.id, text=goal.text, then=then, now=now)


def _said_of(goal: Goal, view: View) -> Iterator[Source]:
    """What was said of a goal, the first words first."""
    about = content(goal.text)
    first = {item.session for item in goal.evidence}
    for recap in view.past.recaps:
        if recap.session in first:
            words = [item for item in goal.evidence if item.session == recap.session]
            yield of_words("goal", goal.id, goal.text, recap, words)
        points = (*recap.goals, *recap.challenges, *recap.insights, *recap.decisions, *recap.wins)
        for point in points:
            spoken = content(" ".join([point.text, *(item.quote for item in point.evidence)]))
            if about and len(about & spoken) >= min(ABOUT, len(about)):
                yield of_point(point, recap)
