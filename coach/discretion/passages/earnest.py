"""How earnestly silence is asked for: "don't tell my wife, but I like the rain", or a secret.

The same words ask for silence in play, as a figure of speech, and in earnest. Which it is shows in
what is told with them and in how the other one takes it; so all that stands around the request is
weighed, as calls have taught (`earnest_weights`). Of what is asked in play, the words with which it
is told are withheld; of a secret also the talk after them, for longer the more it weighs.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from math import log

from coach.discretion.cues import denials, marks
from coach.discretion.cues.exchange import PRETELLS
from coach.discretion.hearing import Heard, Hearing, cue_words
from coach.discretion.passages import announcing, aside, traces
from coach.discretion.passages.earnest_weights import BIAS, ENOUGH, TABLE
from coach.discretion.talk import FUNCTION, Sentence
from coach.scale import Scale, weights_in

BEFORE, AFTER = 3, 5
"""Turns before a request for silence, and after it, that show how it is meant."""
BRIEF, FULL = 6, 25
"""Words of an answer up to which it only takes notice, and from which it goes on to more."""
LONG = 20
"""Words of a sentence in which a request for silence is one thing among others."""
EDGE = 3
"""Letters from either end of a sentence within which its cue opens or closes it."""
GREETING = 0.12
"""The part of a call in which people greet, and play."""
FEW = 12
"""Turns of a call from which play can be told from earnest."""
PLAIN = 2.0
"""The weight of a secret plainly announced."""
MOST = 3
"""More of a kind says no more."""

_FORMULA = re.compile(
    r"\b(?:record|confiden\w+|between|tape|notes|secret|private|yourself|stays?)\b"
)
"""What people say for it by custom, whatever is told."""
_TELLING = re.compile(r"\b(?:tell|say|mention|repeat|let on|share|breathe)\b")
_ONESELF = re.compile(r"\b(?:i|i'm|i've|my|we|we're)\b")

SCALE = Scale(weights_in(TABLE), BIAS, ENOUGH)
"""The log odds that silence is asked for in earnest."""


def earnest(call: Hearing, told: tuple[int, int], heard: Heard, *, agreed: bool) -> float:
    """How earnestly silence is asked for what was `told` in these sentences, as log odds.

    `agreed`: did the two agree on silence before it was told? Who makes room for it in the same
    breath ("I'll tell you something, and it's strictly you and me") means it; and where there are
    only a few turns, nobody can tell what is play from the talk around it.
    """
    weight = SCALE.weigh(shown(call, told, heard, agreed=agreed))
    is_plain = call.row[-1].turn < FEW or _makes_room(call.row[heard.at])
    return max(weight, PLAIN) if is_plain else weight


def shown(call: Hearing, told: tuple[int, int], heard: Heard, *, agreed: bool) -> dict[str, float]:
    """What speaks for it, and against it."""
    said = call.row[heard.at]
    turns = range(said.turn - BEFORE, said.turn + AFTER + 1)
    near = [call.row[at] for turn in turns for at in call.turns.get(turn, ())]
    answer = [call.row[at] for at in call.turns.get(said.turn + 1, ())]
    return {
        name: float(much)
        for name, much in (
            *_as_asked(call, heard, said, agreed),
            *_as_told(call.row[told[0] : told[1]]),
            *_as_taken(answer, call.names),
            *_around(near),
        )
        if much
    }


def _as_asked(
    call: Hearing, heard: Heard, said: Sentence, agreed: bool
) -> Iterator[tuple[str, float]]:
    signs = announcing.features_at(heard.at, call.row, call.turns)
    words = list(cue_words(said))
    yield f"kind_{heard.cue.kind}", 1
    yield "signs", announcing.SCALE.weigh(signs) if signs else 0
    yield "has_signs", bool(signs)
    yield "agreed", agreed
    yield "offered", heard.offered is not None
    yield "at_once", heard.at_once
    own = [call.row[at] for at in call.turns[said.turn] if at <= heard.at]
    yield "room_made", any(map(_makes_room, own))
    yield "by_formula", any(_FORMULA.search(each.group()) for each in words)
    yield "bars_telling", any(_TELLING.search(each.group()) for each in words)
    yield "cue_opens", any(each.start() <= EDGE for each in words)
    yield "cue_closes", any(each.end() > len(said.heard) - EDGE for each in words)
    yield "if", "if" in said.words
    yield "long", len(said.words) > LONG
    yield "early", 0 < said.turn < GREETING * call.row[-1].turn
    yield f"scope_{heard.cue.scope}", 1


def _makes_room(said: Sentence) -> bool:
    return said.shows(marks.OPENS) or said.shows(PRETELLS)


def _as_told(told: Sequence[Sentence]) -> Iterator[tuple[str, float]]:
    yield "words_told", log(1 + sum(len(said.words) for said in told) / 5)
    yield "names_told", min(2, len({name for said in told for name in said.names}))
    yield "of_oneself", sum(said.shows(_ONESELF) for said in told) / max(1, len(told))
    yield "of_somebody", any(said.shows(aside.SOMEBODY) for said in told)


def _as_taken(answer: Sequence[Sentence], names: Collection[str]) -> Iterator[tuple[str, float]]:
    yield "taken_in", _takes_in(answer, names)
    words = sum(len(said.words) for said in answer)
    families = traces.families_of(answer)
    yield "answer_brief", words <= BRIEF
    yield "answer_full", words > FULL
    yield "answer_asks", any(said.is_question() for said in answer)
    yield "answer_laughs", any(said.shows(marks.LAUGHTER) for said in answer)
    yield "answer_pledges", not families.isdisjoint(("pledged", "barred"))
    yield "answer_feels", "felt" in families


def _takes_in(answer: Sequence[Sentence], names: Collection[str]) -> bool:
    """Does the other one, without a laugh, just take it in, feel with it, or stay with it?"""
    if not answer or any(said.shows(marks.LAUGHTER) for said in answer):
        return False
    first = next((said for said in answer if not said.is_nod(names)), None)
    if first is None or aside.points_back(first) or aside.heartfelt(first):
        return True
    return sum(word not in FUNCTION for word in first.words) < 2


def _around(near: Sequence[Sentence]) -> Iterator[tuple[str, float]]:
    families = Counter(family for said in near for family in traces.families_in(said))
    telling = sum(not traces.TELLING.isdisjoint(traces.families_in(said)) for said in near)
    yield from ((f"near_{family}".replace(" ", "_"), 1) for family in families)
    yield "telling_in_ways", min(MOST, len(traces.TELLING.intersection(families)) - 1)
    yield "telling_again", min(MOST, telling - 1)
    yield "heartfelt", min(MOST, sum(map(aside.heartfelt, near)))
    yield "dates", min(MOST, sum(said.shows(marks.DAY) for said in near))
    yield "laughter", any(said.shows(marks.LAUGHTER) for said in near)
    yield "delight", any(said.shows(denials.DELIGHT) for said in near)
