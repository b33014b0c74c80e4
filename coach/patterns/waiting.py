"""What waits: questions that nobody answered, and what somebody wished of the next call."""

from __future__ import annotations

from collections.abc import Iterator

from coach.past import Past
from coach.past.sources import of_answer, of_words
from coach.patterns.goals import states
from coach.reading.nouns import things
from coach.reading.words import content
from coach.records import (
    ClosingKind,
    Evidence,
    Lingering,
    Recap,
    Relationship,
    Source,
    UsefulState,
    day_of,
)

_CLOSING: dict[str, ClosingKind] = {"useful": "useful", "changes": "change", "change": "change"}
"""The closing questions of the packs, by the last part of an answer's question id."""


def lingering(past: Past, relationship: Relationship) -> Iterator[Lingering]:
    """Questions that nobody answered, the latest call's first; not those about a promise or goal.

    A promise has its place in the ledger, and a goal brings its own question.
    """
    known = {c.id for c in past.ledger} | {goal.id for goal in relationship.goals}
    known |= set(_stated(past, relationship))
    place = {recap.session: number for number, recap in enumerate(past.recaps, 1)}
    told: set[str] = set()
    for id, recap, question in past.unanswered:
        if question.about in known or question.text in told:
            continue
        told.add(question.text)
        yield Lingering(
            question=id,
            text=question.text,
            addressee=question.addressee,
            asked_on=recap.held_on,
            calls_since=len(past.recaps) - place[recap.session],
            source=Source(kind="question", id=id, text=question.text, date=recap.held_on),
        )


def put_off(past: Past, relationship: Relationship) -> Iterator[Lingering]:
    """Questions that were put off in a call and that no later call came back to."""
    names = content(" ".join(person.name for person in relationship.people))
    for number, recap in enumerate(past.recaps):
        later = past.recaps[number + 1 :]
        for asked in recap.left_open:
            wanted = content(asked.text) - names
            back = (len(content(e.quote) & wanted) >= 2 for r in later for e in _quotes(r))
            if not any(back) and asked.evidence:
                place = f"{recap.session}#turn:{asked.evidence[0].turn}"
                words = of_words("note", place, asked.text, recap, asked.evidence[:1])
                yield Lingering(
                    question=place,
                    text=asked.text,
                    addressee=asked.who,
                    asked_on=recap.held_on,
                    calls_since=len(later),
                    source=words,
                )


def _stated(past: Past, relationship: Relationship) -> Iterator[str]:
    """The goals of calls that are goals of the pair: what a question may be about, as 01#g1."""
    for recap in past.recaps:
        for number, point in enumerate(recap.goals, 1):
            if any(states(point, goal) for goal in relationship.goals):
                yield f"{recap.session}#g{number}"


def useful(past: Past, relationship: Relationship) -> Iterator[UsefulState]:
    """Answers to the closing questions, and the words of the next call that name the same."""
    names = content(" ".join(person.name for person in relationship.people))
    for number, recap in enumerate(past.recaps):
        following = past.recaps[number + 1] if number + 1 < len(past.recaps) else None
        for said in recap.useful:
            turn = said.evidence[0].turn if said.evidence else 0
            place = f"{recap.session}#turn:{turn}"
            yield UsefulState(
                kind=said.kind,
                text=said.text,
                who=said.who,
                source=of_words("note", place, "", recap, said.evidence),
                next_call=following.session if following else None,
                touched=_touched(said.text, said.kind, following, names),
            )
    yield from _answered(past, relationship, names)


def _answered(
    past: Past, relationship: Relationship, names: frozenset[str]
) -> Iterator[UsefulState]:
    """The same from what was answered in writing after a call."""
    for answer in past.answers:
        kind = _CLOSING.get(answer.question.rpartition("/")[2].rpartition("#")[2])
        if kind and answer.text.strip():
            later = (r for r in past.recaps if day_of(r.held_on) > day_of(answer.at))
            following = next(later, None)
            yield UsefulState.model_validate(
                {
                    "kind": kind,
                    "text": answer.text,
                    "who": relationship.person(answer.role).name,
                    "source": of_answer(answer),
                    "next_call": following.session if following else None,
                    "touched": _touched(answer.text, kind, following, names),
                }
            )


def _touched(
    wish: str, kind: ClosingKind, following: Recap | None, names: frozenset[str]
) -> Source | None:
    """The words of the next call that share most telling words with what was said.

    Two at least; of a wish, the noun of what it is about is enough.
    """
    if following is None:
        return None
    wanted = content(wish) - names
    nouns = content(" ".join(thing.head for thing in things(wish))) if kind == "change" else set()

    def shared(item: Evidence) -> frozenset[str]:
        return content(item.quote) & wanted

    best = min(_quotes(following), key=lambda item: (-len(shared(item)), item.turn), default=None)
    if best is None or not (len(shared(best)) >= 2 or shared(best) & nouns):
        return None
    return of_words("note", f"{following.session}#turn:{best.turn}", "", following, [best])


def _quotes(recap: Recap) -> Iterator[Evidence]:
    fields = ("goals", "wins", "challenges", "insights", "decisions", "feedback", "useful")
    for field in (*fields, "commitments", "updates"):
        for item in getattr(recap, field):
            yield from item.evidence
    if recap.next_meeting:
        yield from recap.next_meeting.evidence
