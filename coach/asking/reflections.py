"""Two or three open prompts for each person, from their own words and deeds; private to them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from coach import offlimits
from coach.asking.wording import Wording
from coach.reading import Call
from coach.reading.words import content, count
from coach.records import Evidence, FollowUp, Recap, Reflection

PROMPTS = 3
"""Reflection prompts for each person."""


def reflection_id(session: str, prompt: Reflection) -> str:
    """What an answer names a prompt by: its framework and the words it starts from."""
    turn = prompt.sources[0].turn if prompt.sources else 0
    return f"{session}#r.{prompt.framework}.{turn}"


def reflections(
    draft: Recap, call: Call, wording: Wording, asked: Iterable[FollowUp] = ()
) -> Iterator[Reflection]:
    """Two or three prompts for each person, from their own words and deeds first.

    Words that a follow-up question asks this person about already are left to it.
    """
    abouts = {(question.addressee, question.about) for question in asked}
    for person in call.relationship.people:
        found = 0
        seen = {n for n in range(len(call.names)) if (person.name, f"turn:{n}") in abouts}
        for kind, evidence in _moments(draft, call, person.name):
            if found == PROMPTS:
                break
            source = _telling(
                item
                for item in evidence
                if item.turn not in seen and not offlimits.speaks_of(item.quote, call.relationship)
            )
            if source and (prompt := wording.prompt(kind, person.name, source)):
                seen.add(source.turn)
                found += 1
                yield prompt


def _moments(draft: Recap, call: Call, name: str) -> Iterator[tuple[str, tuple[Evidence, ...]]]:
    """What this person said on each occasion; the partner's words are not theirs to look into."""
    known = {commitment.id: commitment for commitment in call.ledger}
    mine = [u for u in draft.updates if (e := known.get(u.commitment)) and e.owner == name]
    own = {
        "insight": [p.evidence for p in draft.insights if p.who == name],
        "slip": [u.evidence for u in mine if u.status in ("rescheduled", "not_done")],
        "feedback": [f.evidence for f in draft.feedback if f.giver == name],
        "win": [p.evidence for p in draft.wins if p.who == name],
        "kept": [u.evidence for u in mine if u.status == "done"],
        "unsaid": [p.evidence for p in draft.challenges if p.who == name],
    }
    for kind, moments in own.items():
        yield kind, tuple(item for moment in moments for item in moment if item.speaker == name)


def _telling(evidence: Iterable[Evidence]) -> Evidence | None:
    """The quote that stands best alone: some words, not too many, and one that says of what."""
    fit = [item for item in evidence if count(item.quote) >= 3 and content(item.quote)]
    return min(fit, key=lambda item: abs(count(item.quote) - 12), default=None)
