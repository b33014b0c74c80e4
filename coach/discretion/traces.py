"""What a secret leaves in the talk of it, by either of the two: families of cues and signs.

A cue may be a figure of speech, and a sign may be about anything. Where several families of them
meet within a few turns (telling is barred, somebody does not know, the other one promises), people
confide something, in whatever words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from coach.discretion import announcing, confiding, cues, marks
from coach.discretion.announcing.hints import HINTS
from coach.discretion.frames import Cue
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
TELLING = frozenset(_MEMBERS)
"""Families of words about telling. What is told, and how it is taken, are families of their own."""
_CUES = Sieve((cue, cue.pattern) for cue in cues.CUES if cue.kind in _FAMILY)
_CONFIDED = Sieve((cue, cue.pattern) for cue in (*confiding.MATTERS, *confiding.CONFIDED))
_SYMPATHY = Sieve((cue, cue.pattern) for cue in confiding.SYMPATHY)
_MATTERS = next(hint for hint in HINTS if hint.name == "matters")
_KEY = id(_FAMILY)


def families_in(said: Sentence) -> frozenset[str]:
    """Those of which a sentence shows a member."""
    found = said.heard_in
    if _KEY not in found:
        shown = {*announcing.signs_in(said), *(cue.kind for cue in _through(_CUES, said))}
        families = {_FAMILY[name] for name in shown if name in _FAMILY}
        if said.shows(marks.THANKS) or any(_through(_SYMPATHY, said)):
            families.add("felt")
        if any(_through(_CONFIDED, said)) or _MATTERS.search(said.heard):
            families.add("a matter")
        found[_KEY] = frozenset(families)
    families_found: frozenset[str] = found[_KEY]
    return families_found


def families_of(talk: Iterable[Sentence]) -> frozenset[str]:
    """Those of which any of these sentences shows a member."""
    return frozenset().union(*map(families_in, talk))


def _through(sieve: Sieve[Cue], said: Sentence) -> Iterable[Cue]:
    heard = said.heard
    return (cue for cue in sieve.through(heard) if cue.regex.search(heard))
