"""A secret announced in words that no cue holds: signs of it, weighed together.

    barring    telling, writing and learning barred
    hiding     ignorance feigned, covers, telling taken back, what is not out yet
    shielding  words given, sources, few who know, what would be suffered, in what capacity
    hints      what announces nothing alone
    weights    what each is worth, learned (`python -m evals announcing`)

One sign may be about anything ("it doesn't leave the yard"). What tells is several of them, what
is told after them, and how the other one takes it. A `Scale` adds that up, for one sentence.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from coach.cues import Cue
from coach.discretion.passages.announcing.barring import BARRING
from coach.discretion.passages.announcing.hiding import HIDING
from coach.discretion.passages.announcing.hints import HINTS, TAKES
from coach.discretion.passages.announcing.shielding import SHIELDING
from coach.discretion.passages.announcing.weights import BIAS, ENOUGH, TABLE
from coach.discretion.talk import Sentence
from coach.records import Scope
from coach.scale import Scale, weights_in
from coach.sieve import Sieve

SIGNS: tuple[Cue, ...] = BARRING + HIDING + SHIELDING
"""A sentence with none of these announces nothing."""
LOOKS_BACK = frozenset(("takes_back",))
"""Signs that speak of what was said, and not of what comes."""
SCOPES: Mapping[str, Scope] = {
    "off_file": "off_record",
    "stops_tool": "off_record",
    "not_out_yet": "off_record",
    "takes_back": "off_record",
    "gave_a_promise": "third_party_secret",
    "told_in_trust": "third_party_secret",
    "hides_the_source": "third_party_secret",
}
"""What kind of secret a sign speaks of; any other, one between the two."""
TAKEN = 12
"""Words at most of an answer that shows how the secret is taken."""
LONG, SHORT = 25, 3
"""Words of a sentence from which, and up to which, a sign counts for less; with fewer, nothing."""
BESIDE = 2
"""Sentences, and turns, after a sign among which its matter is looked for."""

_SIGNS = Sieve((sign, sign.pattern) for sign in SIGNS)


SCALE = Scale(weights_in(TABLE), BIAS, ENOUGH)
"""The log odds that a sentence announces a secret."""


def signs_in(said: Sentence) -> frozenset[str]:
    """Names of the signs that a sentence shows."""
    if len(said.words) < SHORT:
        return frozenset()
    key, found = id(_SIGNS), said.heard_in
    if key not in found:
        heard = said.heard
        found[key] = frozenset(
            sign.name for sign in _SIGNS.through(heard) if sign.search(heard) is not None
        )
    names: frozenset[str] = found[key]
    return names


def features_at(
    at: int, row: Sequence[Sentence], turns: Mapping[int, Sequence[int]]
) -> frozenset[str]:
    """What tells of a secret in one sentence of a call: its signs and hints, what stands beside it,
    what its speaker goes on to tell, how the other one takes it. None without a sign.

    `turns` holds the places in `row` of each turn's sentences.
    """
    said = row[at]
    signs = signs_in(said)
    if not signs:
        return frozenset()
    own = turns[said.turn]
    found = {*signs, *(hint.name for hint in HINTS if hint.search(said.heard))}
    taken = _taken(said, row, turns)
    told = "matters" in found or any(
        _MATTERS.search(row[on].heard) for on in _after(at, row, turns)
    )
    found.discard("matters")
    beside = (row[on] for on in (at - 1, at + 1) if on in own)
    found |= taken
    found |= {
        name
        for name, is_so in (
            ("two_signs", len(signs) > 1),
            ("sign_beside", any(signs_in(near) - signs for near in beside)),
            ("tells_a_matter", told),
            ("is_pledged", "pledges" in taken),
            ("is_long", len(said.words) > LONG),
            ("is_short", len(said.words) <= SHORT),
        )
        if is_so
    }
    return frozenset(found)


def scope_of(signs: frozenset[str]) -> Scope:
    """The kind of secret that these signs speak of."""
    return next((SCOPES[name] for name in sorted(signs) if name in SCOPES), "between_us")


_MATTERS = next(hint for hint in HINTS if hint.name == "matters")


def _after(at: int, row: Sequence[Sentence], turns: Mapping[int, Sequence[int]]) -> tuple[int, ...]:
    """The next sentences of whoever speaks: in the turn, and in the next two."""
    said = row[at]
    own = [on for on in turns[said.turn] if on > at][:BESIDE]
    for turn in range(said.turn + 1, said.turn + 1 + BESIDE):
        own += [on for on in turns.get(turn, ()) if row[on].speaker == said.speaker][:BESIDE]
    return tuple(own)


def _taken(
    said: Sentence, row: Sequence[Sentence], turns: Mapping[int, Sequence[int]]
) -> frozenset[str]:
    answer = [row[on] for on in turns.get(said.turn + 1, ())]
    if not answer or answer[0].speaker == said.speaker:
        return frozenset()
    if sum(len(part.words) for part in answer) > TAKEN:
        return frozenset()
    heard = " ".join(part.heard for part in answer)
    return frozenset(cue.name for cue in TAKES if cue.search(heard))
