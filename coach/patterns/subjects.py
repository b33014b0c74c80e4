"""Things that are talked of again: nouns of two calls or more.

What is spoken of as known ("the price", "my committee meeting") is the same thing again; "a price"
may be any, and "the small team" is another than "my team". A noun comes back by chance in every
long talk, so a subject is one that the pair also work on, since a goal or a promise names it, or
one that is plainly "the" in three calls. What stands in a comparison ("it's like the answers in the
book") was not talked of, and whoever is named is a person and no subject.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from coach.cues import plain
from coach.past import Past
from coach.past.sources import of_words
from coach.patterns.slipped import AGAIN
from coach.reading.nouns import Thing, things
from coach.reading.words import content
from coach.records import Evidence, Pattern, Recap, Relationship

_FIELDS = ("goals", "wins", "challenges", "insights", "decisions")
_KNOWN = re.compile(
    r"(?:the|my|your|yer|our|his|her|their|this|these|those|\w+['’]s)\s", re.IGNORECASE
)
_LIKENED = re.compile(
    r"\b(?:it's|it is|it was|that's|i'm|i was|is|was) like\b|\blike when\b|\bas if\b"
)


def subjects(past: Past, relationship: Relationship) -> Iterator[Pattern]:
    """What was talked of in two calls or more, in the words of each."""
    worked_on = _worked_on(past, relationship)
    told: dict[str, dict[str, tuple[Recap, Evidence, Thing]]] = defaultdict(dict)
    for recap in past.recaps:
        for evidence in _quotes(recap):
            for thing in things(evidence.quote):
                noun = _singular(thing.head)
                if _is_known(thing) and _goes_with(thing, told[noun].values()):
                    told[noun].setdefault(recap.session, (recap, evidence, thing))
    for noun, said in told.items():
        often = len(said) > AGAIN and all(
            thing.words.lower().startswith("the ") for _, _, thing in said.values()
        )
        if often or (len(said) >= AGAIN and noun in worked_on):
            *_, (_, _, latest) = said.values()
            yield Pattern(
                kind="topic",
                text=_phrase(latest),
                sessions=tuple(said),
                sources=tuple(
                    of_words("note", f"{recap.session}#turn:{words.turn}", "", recap, [words])
                    for recap, words, _ in said.values()
                ),
            )


def _quotes(recap: Recap) -> Iterator[Evidence]:
    for field in _FIELDS:
        for item in getattr(recap, field):
            for evidence in item.evidence:
                if not _LIKENED.search(plain(evidence.quote)):
                    yield evidence


def _worked_on(past: Past, relationship: Relationship) -> frozenset[str]:
    """The nouns of goals and promises; names of the two are none."""
    goals = (f"{goal.text} {goal.specific or ''}" for goal in relationship.goals)
    texts = [*goals, *(promise.action for promise in past.ledger)]
    nouns = {_singular(thing.head) for text in texts for thing in things(text)}
    names = content(" ".join(person.name for person in relationship.people))
    return frozenset(noun for noun in nouns if content(noun) and not content(noun) & names)


def _is_known(thing: Thing) -> bool:
    named = any(word[:1].isupper() for word in thing.words.split()[1:])
    return bool(_KNOWN.match(thing.words)) and not named


def _goes_with(thing: Thing, earlier: Iterable[tuple[Recap, Evidence, Thing]]) -> bool:
    """May it be what was spoken of before? It is told apart from that by no word of its own."""
    return all(content(_phrase(thing)) <= content(_phrase(other)) for _, _, other in earlier)


def _phrase(thing: Thing) -> str:
    """The thing without whose it is."""
    return re.split(r"\s(?:of|about|on|for)\s", _KNOWN.sub("", thing.words, count=1))[0]


def _singular(noun: str) -> str:
    """One form for one and many.

    >>> [_singular(noun) for noun in ("reviews", "class", "companies")]
    ['review', 'class', 'company']
    """
    if noun.endswith("ies") and len(noun) > 4:
        return f"{noun[:-3]}y"
    return noun[:-1] if re.search(r"[^s]s$", noun) else noun
