# ruff: noqa: E501  a cue is one row of a table
"""How a promise fared, weighed: everything that a passage shows, added up.

No one wording decides. People tell of failures on the way to a success, praise what was half done,
and mention what is gone in passing; so each sign counts, less the farther it stands from the words
of the promise, and so do the plainest things: whether the speaker denies, tells a story, looks
ahead, counts; whether the other one is glad or sorry. What the rules of `coach.reading.updates.told` make
of the same passage is one voice among these, the strongest. The weights are learned
(`coach.reading.updates.fate_weights`).
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, get_args

from coach.cues import Cue, plain
from coach.dates.words import FULL_WEEKDAY
from coach.reading.speech import Sentence
from coach.reading.updates.account import PASTS, tells_past
from coach.reading.updates.fate_weights import TABLE
from coach.reading.updates.resolution import Sign, Voice, asks, really, reported
from coach.records import Became, Commitment

Fate = Literal["done", "partly", "failed", "dropped"]
"""What a promise came to. A failed one is put off or not done: its new day decides."""
FATES: tuple[Fate, ...] = get_args(Fate)
OF: Mapping[Became, Fate] = {
    "done": "done",
    "partly": "partly",
    "rescheduled": "failed",
    "not_done": "failed",
    "dropped": "dropped",
}
FADES = 0.8
"""How much of a sign is left with each sentence away from the words of the promise."""
MUCH = 2.0
"""The most that one feature can count."""
SHOWN = 2
"""How many sentences show a fate."""
NAMES = 0.3
"""How telling the words of a sentence must be for the promise to be named there."""

_DAY = (
    rf"\b{FULL_WEEKDAY}|\b(?:tomorrow|tonight|weekend|next (?:week|month)"
    r"|\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\w+teenth"
    r"|\w+tieth)\b"
)

BY_WHOM: tuple[Cue, ...] = (
    Cue("denies", r"n't\b|\b(?:not|never|no|nothing|none|nobody|nae|without)\b|\w+nae\b", "I have none.", "I have one."),
    Cue("past", rf"\b{PASTS}\b", "It rained.", "It rains."),
    Cue("they_past", rf"\b(?:he|she|they|it|we) (?:\w+ly )?{PASTS}\b", "She laughed.", "I laughed."),
    Cue("praises", r"\b(?:good|great|well done|lovely|brilliant|perfect|nice|fair play|congrat\w+|proud|wonderful|excellent|delighted|bravo|fantastic|thank you|thanks)\b", "Well done.", "Well."),
    Cue("pities", r"\b(?:sorry|pity|shame|oh no|oh dear|ach|stinks|never mind|don't worry|(?:it|that)'s (?:okay|fine)|no matter|unlucky|ouch)\b", "What a shame.", "What a day."),
    Cue("ends", r"\b(?:cancel\w*|scrap\w*|drop\w*|bother|no point|pointless|instead|stopped|sold|gone|closed|need(?:ed|ing)?|no longer|any ?more|off)\b", "They closed it.", "They opened it."),
    Cue("day", _DAY, "On Sunday then.", "One day then."),
)  # fmt: skip
"""What anybody may show, kept apart by who speaks."""
_DENIES, _AHEAD = BY_WHOM[0], re.compile(r"\b(?:\w+'ll|will|gonna|going to|shall)\b")
_MANY = re.compile(
    r"\b(?:and|each|every|all|both|two|three|four|five|six|seven|eight|nine|ten|twelve|hundred|\d+)\b"
)
_LEAVES_OPEN = re.compile(
    r"\b(?:half|halfway|partly|one (?:is|was|has)|others?|rest|except|only|still|left|almost|nearly"
    r"|most|some|not all|yet)\b"
)
WORDS = frozenset(
    """n't not never no nothing none only just still yet already half most some all both every other
    rest one but so then now again instead until because although though except since next would
    could should might want need if left ready too late later back nobody""".split()
)
"""Closed-class words that tell by themselves how an account goes on, where its owner says them."""
_WORD = re.compile(r"n't|[a-z]+")


@dataclass(frozen=True)
class Passage:
    """What is told of one promise: its stretch (`core`), what follows it, and what is known of it.

    `signs` are those of each sentence, by its index; `shared` says how telling the words are that a
    sentence has of the promise; `flags` are things that hold of the passage as a whole, by name;
    `told` is what the rules make of it.
    """

    promise: Commitment
    core: Sequence[Sentence]
    after: Sequence[Sentence]
    voice: Callable[[Sentence], Voice]
    signs: Mapping[int, Sequence[Sign]]
    shared: Mapping[int, float]
    told: Became | None
    flags: Mapping[str, float]

    @cached_property
    def shows(self) -> dict[str, float]:
        """Every feature of the passage, and how much of it there is (0 to `MUCH`)."""
        found = defaultdict[str, float](float, {"bias": 1.0, **self.flags})
        for sentence in (*self.core, *self.after):
            for name, much in self._of(sentence):
                found[name] += much
        if self.told:
            found[f"told.{OF[self.told]}"] = 1.0
        self._in_order(found)
        self._together(found)
        return {name: min(much, MUCH) for name, much in found.items() if much}

    @property
    def is_account(self) -> bool:
        """Does its owner tell of what was, or deny?"""
        return any(self.shows.get(f"{name}.owner") for name in ("past", "they_past", "denies"))

    def fate(self) -> Fate:
        """What is most likely to have become of it."""
        return max(FATES, key=self._weight)

    def _weight(self, fate: Fate) -> float:
        return self._sum(list(self.shows.items()), fate)

    def sureness(self, fate: Fate) -> float:
        """How likely this fate is, from 0 to 1."""
        odds = {each: math.exp(self._weight(each)) for each in FATES}
        return odds[fate] / sum(odds.values())

    def most_telling(self, fate: Fate) -> tuple[Sentence, ...]:
        """The sentences that say most for this fate, at least one, in order.

        What follows the stretch may be other talk, and private: it is shown only where the stretch
        itself says nothing for this fate.
        """
        for part in (self.core, self.after):
            tell = {sentence: self._says(sentence, fate) for sentence in part}
            best = sorted(tell, key=tell.__getitem__, reverse=True)[:SHOWN]
            if clear := [each for each in best if tell[each] > 0]:
                return tuple(sorted(clear, key=lambda s: s.index))
        return (self.core[-1],)

    def _says(self, sentence: Sentence, fate: Fate) -> float:
        """How much one sentence says for this fate, beside the others."""
        said = self._of(sentence)
        others = [self._sum(said, each) for each in FATES if each != fate]
        return self._sum(said, fate) - sum(others) / len(others)

    @staticmethod
    def _sum(said: Sequence[tuple[str, float]], fate: Fate) -> float:
        return math.fsum(WEIGHTS[fate].get(name, 0.0) * much for name, much in said)

    def _of(self, sentence: Sentence) -> list[tuple[str, float]]:
        """What one sentence shows, and how much that counts here."""
        near = self._nearness(sentence)
        zone, who = "core" if sentence in self.core else "after", self.voice(sentence)
        found = [(f"{sign.sense}.{zone}", near) for sign in self.signs[sentence.index]]
        anyway, by_whom, by_owner = sentence.hear(said_by)
        found += [(name, near) for name in anyway]
        found += [(f"{name}.{who}", near) for name in by_whom]
        if who == "owner":
            found += [(name, near) for name in by_owner]
        return found

    def _nearness(self, sentence: Sentence) -> float:
        away = min(
            (sentence.index - at if sentence.index >= at else 2 * (at - sentence.index))
            for at in self._named
        )
        return float(FADES ** min(away, 8))

    @cached_property
    def _named(self) -> list[int]:
        named = [s.index for s in self.core if self.shared.get(s.index, 0.0) > NAMES]
        return named or [self.core[0].index]

    def _in_order(self, found: defaultdict[str, float]) -> None:
        """Which sign comes first and last."""
        senses = [sign.sense for s in (*self.core, *self.after) for sign in self.signs[s.index]]
        told = [sense for sense in senses if sense != "again"]
        if told:
            found[f"first.{told[0]}"] = found[f"last.{told[-1]}"] = 1.0
        else:
            found["no_sign"] = 1.0
        found["ends_ahead"] = float(bool(senses) and senses[-1] == "again")

    def _together(self, found: defaultdict[str, float]) -> None:
        """What tells more beside something else than alone."""
        any_of = {
            sense: min(1.0, found[f"{sense}.core"] + found[f"{sense}.after"])
            for sense in ("done", "undone", "part", "void")
        }
        denied = min(1.0, found["denies.owner"])
        for sense, much in any_of.items():
            found[f"any.{sense}"] = much
        for sense in ("part", "undone"):
            found[f"{sense}&done"] = min(any_of[sense], any_of["done"])
        wider = {**any_of, "denied": denied}
        if self.promise.firmness == "conditional":
            found["condition"] = 1.0
            for name in ("undone", "void", "denied"):
                found[f"condition&{name}"] = wider[name]
        if _MANY.search(plain(self.promise.action)):
            for name in ("undone", "part", "denied"):
                found[f"many&{name}"] = wider[name]
            found["many&leaves_open"] = min(1.0, found["leaves_open"])
        found["denied&day"] = min(denied, found["ahead_day.owner"] + found["bare_day.owner"], 1.0)
        found["no_sign&past"] = min(found["no_sign"], found["past.owner"])


_DAY_OF = re.compile(_DAY)


def said_by(text: str) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """What `text` shows whoever says it, what it shows of its speaker, and what if its owner speaks.

    >>> said_by("I never did.")
    ((), ('denies', 'past'), ('word.never',))
    """
    said = plain(text)
    if asks(said):
        return (), (), ()
    real = reported(text)
    by_whom = [cue.name for cue in BY_WHOM if cue.search(real)]
    if _DAY_OF.search(said) and not tells_past(text):
        by_whom.append("ahead_day" if _AHEAD.search(said) else "bare_day")
    words = sorted(WORDS.intersection(_WORD.findall(said.replace("n't", " n't"))))
    by_owner = [f"word.{word}" for word in words]
    if _LEAVES_OPEN.search(said):
        by_owner.append("leaves_open")
    return ("unreal",) if really(text) != said else (), tuple(by_whom), tuple(by_owner)


def _weights() -> dict[Fate, dict[str, float]]:
    rows = [line.split() for line in TABLE.strip().splitlines()][1:]
    return {
        fate: {name: float(cells[at]) for name, *cells in rows} for at, fate in enumerate(FATES)
    }


WEIGHTS: Mapping[Fate, Mapping[str, float]] = _weights()
"""What each feature of a passage is worth for each fate, as log odds."""
