"""The items of an end, once people say that there is one; and of what comes after it."""

from __future__ import annotations

from coach.before import calendar
from coach.before.minutes import Draft
from coach.before.topics import phase_question, told_day
from coach.before.view import View
from coach.past.sources import of_goal, of_point, of_words
from coach.records import AgendaItem, Source, day_of

FIRST_WORDS = 2
"""What the first call said was wanted or hard, shown beside what was reached."""


def reached(view: View) -> Draft:
    """What became of the goals, beside the words of the first call."""
    first = next(iter(calendar.in_order(view.past)), None)
    said = [of_point(p, first) for p in (*first.goals, *first.challenges)] if first else []
    sources = (*map(of_goal, view.relationship.goals), *said[:FIRST_WORDS])
    asked = phase_question(view, "separation")
    return Draft(
        AgendaItem(
            title="What was reached, beside what was said at the start",
            kind="reached",
            minutes=0,
            owner=view.relationship.mentee.name,
            why=f"The first call was on {told_day(day_of(first.held_on))}." if first else "",
            sources=sources or (view.pack("three-steps"),),
            questions=(asked,) if asked else (),
        ),
        share=26,
    )


def from_here(view: View) -> Draft:
    """What the relationship is now: theirs to say, with what they said of it."""
    last = view.last
    after = [one for one in (last.endings if last else ()) if one.phase == "redefinition"]
    said: list[Source] = []
    if last:
        turns = (one.evidence[0].turn for one in after if one.evidence)
        said = [
            of_words("note", f"{last.session}#turn:{turn}", "", last, one.evidence)
            for turn, one in zip(turns, after, strict=False)
        ]
    asked = phase_question(view, "redefinition")
    return Draft(
        AgendaItem(
            title="What this is from here",
            kind="from_here",
            minutes=0,
            why="A new agreement, or none.",
            sources=(*said[:FIRST_WORDS], view.pack("phases")),
            questions=(asked,) if asked else (),
        ),
        share=16,
    )


def last_close(view: View) -> Draft:
    """How the two end it, as they agreed to, and thanks."""
    known = {term.topic: term for term in view.relationship.agreement.terms}
    there = [known[topic] for topic in ("ways_out", "duration") if topic in known]
    agreed = [term for term in there if not view.is_off_limits(term.text)]
    terms = tuple(
        Source(kind="agreement", id=term.topic, text=term.text, date=term.on) for term in agreed
    )
    return Draft(
        AgendaItem(
            title="Close: how this ends, what each takes along, and thanks",
            kind="close",
            minutes=0,
            why="Each says back what is still theirs to do.",
            sources=(*terms, view.pack("phases")),
            questions=view.ask("six-ingredients", "useful"),
        ),
        share=12,
    )
