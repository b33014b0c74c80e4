"""The working agreement: how far the pair has got with each of its topics, and what is off limits.

Calls bring terms, once a person has confirmed them; people set others by hand. What was settled
later stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Literal

from coach import offlimits
from coach.discretion.initials import LETTERS, initials_of, is_a_third_persons, with_name
from coach.errors import UserError
from coach.library import Framework, Question
from coach.records import Agreement, Initials, Recap, Relationship, Term, day_of

LONGEST = 600
"""Characters of a term or a subject; nobody agrees on anything at greater length."""
State = Literal["agreed", "discussed", "open"]
STATES: tuple[State, ...] = ("agreed", "discussed", "open")


def topics(frameworks: Mapping[str, Framework]) -> tuple[Question, ...]:
    """The topics of the agreement, in the order in which they are worth settling."""
    return tuple(frameworks["working-agreement"].kinds("topic"))


def all_terms(known: Agreement, frameworks: Mapping[str, Framework]) -> tuple[Term, ...]:
    """A term for every topic, in their order: nobody has talked about those that are open."""
    there = {term.topic: term for term in known.terms}
    return tuple(
        there.get(topic.id, Term(topic=topic.id, state="open")) for topic in topics(frameworks)
    )


def after_call(known: Agreement, recap: Recap) -> Agreement:
    """The agreement with the terms of a confirmed recap.

    A call that is read again changes nothing that was settled since, or set by hand on its day.
    """
    held = day_of(recap.held_on)
    kept = {term.topic: term for term in known.terms}
    for term in recap.agreement:
        before = kept.get(term.topic)
        if before is None or before.state == "open" or _gives_way(before, term, held):
            kept[term.topic] = term.model_copy(update={"on": held})
    return known.model_copy(update={"terms": tuple(kept.values())})


def _gives_way(before: Term, term: Term, held: date) -> bool:
    settled_since = before.on and (before.on > held or (before.by_hand and before.on == held))
    return term.state == "agreed" and not settled_since


def with_term(
    relationship: Relationship,
    topic: str,
    text: str,
    state: State,
    *,
    on: date,
    frameworks: Mapping[str, Framework],
) -> Relationship:
    """The pair with a topic set by hand; `open` takes back what was there.

    Raises UserError for a topic or state there is none of, and for a text that says nothing.
    """
    if state not in STATES:
        raise UserError(f"A topic is {', '.join(STATES[:-1])} or {STATES[-1]}, not {state!r}.")
    id = _topic(topic, frameworks)
    others = tuple(term for term in relationship.agreement.terms if term.topic != id)
    if state == "open":
        return _changed(relationship, terms=others)
    said = worded(text, f"What was {state} on {id.replace('_', ' ')}?")
    term = Term(topic=id, state=state, text=said, on=on, by_hand=True)
    return _changed(relationship, terms=(*others, term))


def with_off_limits(
    relationship: Relationship, add: Iterable[str] = (), remove: Iterable[str] = ()
) -> Relationship:
    """The pair with subjects put off limits, and others let in again.

    Raises UserError for a subject without a word to know it by, and for one that is not there.
    """
    subjects = list(relationship.agreement.off_limits)
    for subject in remove:
        found = [one for one in subjects if _same(one, subject)]
        if not found:
            there = ", ".join(map(repr, subjects)) or "none"
            raise UserError(f"{subject!r} is not off limits; there are: {there}.")
        subjects.remove(found[0])
    for subject in add:
        said = worded(subject, "Which subject?")
        if not offlimits.is_known(said, relationship):
            raise UserError(
                f"{said!r} has no word of its own to know it by: name what it is about."
            )
        if not any(_same(one, said) for one in subjects):
            subjects.append(said)
    return _changed(relationship, off_limits=tuple(subjects))


def named_so(relationship: Relationship, names: Mapping[str, str]) -> Relationship:
    """The pair, naming third people by initials; these names by these. Raises UserError."""
    found = relationship.agreement.initials.model_copy(update={"on": True})
    relationship = with_initials(relationship, found)
    for name, letters in names.items():
        said = worded(name, "Whose initials?")
        short = "".join(letters.replace(".", "").split()) or initials_of(said)
        if not (short.isalpha() and len(short) <= LETTERS):
            raise UserError(f"{letters!r} are no initials: write 1 to {LETTERS} letters.")
        if not is_a_third_persons(said, relationship):
            raise UserError(f"{said!r} is no name of a third person: the two keep theirs.")
        relationship = with_initials(relationship, with_name(relationship, said, short.upper()))
    return relationship


def with_initials(relationship: Relationship, initials: Initials) -> Relationship:
    """The pair, with what is known of initials."""
    return _changed(relationship, initials=initials)


def worded(text: str, missing: str) -> str:
    """What a person handed in, on one line. Raises UserError where it is nothing, or no line."""
    said = " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
    if not said:
        raise UserError(f"{missing} Write it in quotes.")
    if len(said) > LONGEST:
        raise UserError(f"At most {LONGEST} characters, not {len(said)}: say it shorter.")
    return said


def _topic(text: str, frameworks: Mapping[str, Framework]) -> str:
    wanted = _plain(text)
    names = {
        name: topic.id for topic in topics(frameworks) for name in (topic.id, topic.name) if name
    }
    for name, id in names.items():
        if _plain(name) == wanted:
            return id
    there = ", ".join(topic.id for topic in topics(frameworks))
    raise UserError(f"The working agreement has no topic {text!r}; there are: {there}.")


def _plain(name: str) -> str:
    return " ".join(name.casefold().replace("_", " ").replace("-", " ").replace("’", "'").split())


def _same(one: str, other: str) -> bool:
    return " ".join(one.casefold().split()) == " ".join(other.casefold().split())


def _changed(relationship: Relationship, **fields: object) -> Relationship:
    changed = relationship.agreement.model_copy(update=fields)
    return relationship.model_copy(update={"agreement": changed})
