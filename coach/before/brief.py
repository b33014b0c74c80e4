"""What stands around the hour in one person's brief, and what a page may hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from coach.before.view import View, words_given
from coach.past.sources import of_assurance, of_commitment
from coach.records import AgendaItem, Source

QUESTIONS = 3
"""Questions of a page; the rest can wait for another day."""
_FIRST_ASKED = (
    *("from_here", "reached", "win", "rapport", "pattern", "goal", "agreement", "close", "topic"),
    *("deepening", "follow_through", "private"),
)
"""Whose question stays where there are too many."""


def ahead(view: View) -> Iterator[AgendaItem]:
    """Before dialling in: the reader's own debts. What they said they would keep quiet leads."""
    promised = view.open(view.reader) if view.reader else []
    words = words_given(view.relationship, view.last, view.role)
    given = [of_assurance(moment, view.last) for moment in words if view.last]
    if promised or given:
        unknown = "Whether they are done is not known here. " if promised else ""
        yield AgendaItem(
            title="Before the call: yours",
            kind="before",
            minutes=0,
            owner=view.reader,
            why=f"{unknown}{view.last_heard}",
            sources=(*given, *map(of_commitment, promised)),
        )


def private(view: View) -> Iterator[AgendaItem]:
    """After the hour: what only the reader sees."""
    own = view.answers(private=True) if view.role else []
    if own:
        yield AgendaItem(
            title="Not shared",
            kind="private",
            minutes=0,
            owner=view.reader,
            why="Your own answers; nobody else sees them.",
            sources=tuple(sorted(own, key=_question)),
        )
    yield from _own_reason(view)


def _question(answer: Source) -> str:
    """Answers stand as they were asked, and not as they were written."""
    return answer.id


def _own_reason(view: View) -> Iterator[AgendaItem]:
    """The same reason given in two calls: for who gave it to look at, where no promise asks."""
    if not view.patterns.of("promise"):
        for pattern in view.patterns.of("reason")[:1]:
            yield AgendaItem(
                title="Said in more than one call",
                kind="private",
                minutes=0,
                owner=view.reader,
                why="Your own words for what did not happen; nobody else is shown them together.",
                sources=pattern.sources,
                questions=(pattern.question,) if pattern.question else (),
            )


def few_questions(items: Sequence[AgendaItem]) -> list[AgendaItem]:
    """The items with at most three questions among them."""
    asking = [item for item in items if item.questions]
    ranked = sorted(asking, key=lambda item: _FIRST_ASKED.index(item.kind))[:QUESTIONS]
    return [
        item.model_copy(update={"questions": item.questions[:1] if item in ranked else ()})
        for item in items
    ]


def allowed(item: AgendaItem, view: View) -> AgendaItem | None:
    """The item without what touches a subject put off limits; None where nothing is left.

    Open promises are in neutral words by now and stay: the ledger must not hide a debt.
    """
    sources = tuple(
        source
        for source in item.sources
        if _is_ours(source) or not view.is_off_limits(f"{source.text} {source.quote or ''}")
    )
    questions = tuple(q for q in item.questions if not view.is_off_limits(q))
    why = "" if view.is_off_limits(item.why) else item.why
    if not sources:
        return None
    return item.model_copy(update={"sources": sources, "questions": questions, "why": why})


def _is_ours(source: Source) -> bool:
    """A framework, or one of its topics that nobody has talked about: no words of the two."""
    return source.kind in ("framework", "agreement") and not source.quote


def left_out(view: View) -> str:
    """A neutral line where something of a call was withheld."""
    if any(recap.withheld for recap in view.past.recaps):
        return (
            "What is off the record or between the two is left out: "
            "it is for whoever said it to bring up."
        )
    return ""
