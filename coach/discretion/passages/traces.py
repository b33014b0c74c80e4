"""What a secret leaves in the talk of it, by either of the two: families of cues and signs.

A cue may be a figure of speech, and a sign may be about anything. Where several families of them
meet within a few turns (telling is barred, somebody does not know, the other one promises), people
confide something, in whatever words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from coach.cues import compiled
from coach.discretion import cues
from coach.discretion.cues import confiding, marks
from coach.discretion.passages import announcing
from coach.discretion.passages.announcing.hints import HINTS
from coach.discretion.talk import Sentence
from coach.sieve import Sieve

_MEMBERS: Mapping[str, str] = {
    "barred": "asks bars_telling bars_going stays for_you_alone asks_a_promise privately shuts",
    "unwritten": "mutes off_file stops_tool",
    "unknown": "untold few_know keeps_in_the_dark has_a_cover",
    "unpublished": "unpublished not_out_yet is_bound",
    "entrusted": "private gave_a_promise told_in_trust hides_the_source",
    "pledged": "promises assures",
    "unsaid": "feigns takes_back",
    "feared": "would_suffer",
    "apart": "delicate changes_capacity",
}
_FAMILY = {name: family for family, names in _MEMBERS.items() for name in names.split()}
NEAR, BEFORE = 5, 3
"""Turns within which traces meet; turns before a cue in which one may bear it out."""
TELLING = frozenset(_MEMBERS)
"""Families of words about telling. What is told, and how it is taken, are families of their own."""
WORTH: Mapping[str, float] = {
    "unknown": 1.5,
    "two of telling": 1.5,
    "room was made": 1.5,
    "unpublished": 1.0,
    "told of thrice": 1.0,
    "a matter": 0.5,
    "unwritten": 0.5,
    "hesitates": 0.5,
    "the other feels": 0.5,
    "heartfelt": 0.5,
    "laughter": -0.5,
    "work": -1.0,
    "public": -1.0,
    "dates": -1.0,
}
"""What each is worth where they meet: log odds, rounded, from calls whose secrets are known."""
ENOUGH = 3.0
"""The least that means a secret."""
_MATTERS = next(hint for hint in HINTS if hint.name == "matters")
_TRACES = (
    *((_FAMILY[cue.kind], cue.pattern) for cue in cues.CUES if cue.kind in _FAMILY),
    *(("felt", cue.pattern) for cue in confiding.SYMPATHY),
    *(("a matter", cue.pattern) for cue in (*confiding.MATTERS, *confiding.CONFIDED)),
    ("a matter", _MATTERS.pattern),
    ("felt", marks.THANKS.pattern),
)
_SIEVE = Sieve((trace, trace[1]) for trace in _TRACES)
_KEY = id(_SIEVE)


def families_in(said: Sentence) -> frozenset[str]:
    """Those of which a sentence shows a member."""
    known = said.heard_in
    if _KEY not in known:
        heard = said.heard
        found = {_FAMILY[name] for name in announcing.signs_in(said) if name in _FAMILY}
        for family, pattern in _SIEVE.through(heard):
            if family not in found and compiled(pattern).search(heard):
                found.add(family)
        known[_KEY] = frozenset(found)
    families: frozenset[str] = known[_KEY]
    return families


def families_of(talk: Iterable[Sentence]) -> frozenset[str]:
    """Those of which any of these sentences shows a member."""
    return frozenset().union(*map(families_in, talk))


def weigh(met: Iterable[str]) -> float:
    """What is met with, added up."""
    return sum(WORTH.get(name, 0.0) for name in met)
