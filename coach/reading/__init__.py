"""Readers: what a call says, as unchecked claims.

A reader gets a `Call` (already redacted: withheld words never reach it) and returns `Claims`. The
offline reader uses rules and needs nothing; a model reader proposes in the same form. Neither
decides anything: the shared path in `coach.after` does.

    speech, words, nouns, people    what was said: sentences, the words that carry them, who is who
    subject, doing, often           what they are about, who did what, how often it is to be done
    promise        one clause that may be a promise: its forms, its deed, its thread
    days           for when it was promised, wherever that is said
    candidates     every place where one of the two may have promised something
    threads        one thread for each thing promised, and whether it stands
    wording        an action that stands alone
    updates        what became of earlier promises
    meeting        the day of the next call
    moments        goals, wins, challenges, insights, decisions, feedback, trust, slippage
    talk, questions    how the talking was shared, and how it was asked
    renumbering    claims with their turns counted as the file counts them
    offline        the reader that puts them together
    proposing      the reader that asks a language model

Each leans only on those above it; the page of each folder says what its files hold.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any, Protocol

from coach.dates import is_told_in_full
from coach.discretion.foreign import turns_in_other_words
from coach.discretion.planted import without_planted
from coach.evidence import WITHHELD
from coach.reading.speech import Sentence, sentences
from coach.records import Commitment, Relationship, Transcript, When, day_of
from coach.records.claims import Claims

BESIDE = 2
"""Turns around something withheld in which people speak of keeping that, and of nothing else."""


@dataclass(frozen=True)
class Call:
    """One call as a reader sees it.

    `names` says for each turn who speaks: the person's own name for the two of the relationship,
    the label for a third voice, None where nobody knows. `ledger` holds the commitments of earlier
    calls, open ones and closed ones. `planted` are the turns that held nothing but text for a
    machine before anything was withheld; None where that was not looked for.
    """

    transcript: Transcript
    relationship: Relationship
    names: tuple[str | None, ...]
    held_on: When
    ledger: tuple[Commitment, ...] = ()
    planted: frozenset[int] | None = None

    @cached_property
    def spoken(self) -> tuple[Call, tuple[int, ...]]:
        """The call without text planted for a machine; the number in the file of each turn left."""
        said, kept = without_planted(self.transcript, self.planted)
        return self._of(said, kept), kept

    @cached_property
    def understood(self) -> tuple[Call, tuple[int, ...]]:
        """The same, without turns in another language, for rules that know English alone."""
        said, kept = self.spoken
        foreign = turns_in_other_words(said.transcript)
        left = tuple(n for n in range(len(kept)) if n not in foreign)
        turns = tuple(said.transcript.turns[n] for n in left)
        heard = said.transcript.model_copy(update={"turns": turns}) if foreign else said.transcript
        return said._of(heard, left), tuple(kept[n] for n in left)

    def _of(self, transcript: Transcript, kept: Sequence[int]) -> Call:
        """The call of these turns alone."""
        if transcript is self.transcript:
            return self
        names = tuple(self.names[n] for n in kept)
        return replace(self, transcript=transcript, names=names, planted=frozenset())

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """What was said, sentence by sentence, in order."""
        return sentences([turn.text for turn in self.transcript.turns], self.names)

    @cached_property
    def dated(self) -> tuple[Sentence, ...]:
        """The sentences that may tell a day with its month."""
        return tuple(each for each in self.sentences if is_told_in_full(each.text))

    @cached_property
    def by_turn(self) -> Mapping[int, Sequence[Sentence]]:
        """For each turn, the sentences that have words of it."""
        found: dict[int, list[Sentence]] = {}
        for sentence in self.sentences:
            for turn in range(sentence.turn, sentence.last_turn + 1):
                found.setdefault(turn, []).append(sentence)
        return found

    @cached_property
    def named(self) -> tuple[list[Any], set[str]]:
        """Who and what is named, place by place, for `people`: looked for once a call."""
        from coach.reading.people import named

        return named(self)

    @cached_property
    def beside_withheld(self) -> frozenset[int]:
        """Turns so near to something withheld that what is settled in them would hint at it."""
        return frozenset(
            near
            for index, turn in enumerate(self.transcript.turns)
            if WITHHELD in turn.text
            for near in range(index - BESIDE, index + BESIDE + 1)
        )

    def is_participant(self, name: str | None) -> bool:
        """Is this one of the two?"""
        return name in self._two

    @cached_property
    def _two(self) -> frozenset[str]:
        return frozenset(person.name for person in self.relationship.people)

    def partner(self, name: str) -> str:
        """The name of the other one of the two."""
        return self.relationship.partner_of(name).name

    def today(self, name: str | None) -> date:
        """The day of the call on this person's own calendar."""
        return self._todays.get(name, self._todays[None])

    @cached_property
    def _todays(self) -> Mapping[str | None, date]:
        days: dict[str | None, date] = {None: day_of(self.held_on)}
        for person in reversed(self.relationship.people):
            days[person.name] = day_of(self.held_on, person.zone)
        return days


class Reader(Protocol):
    """Anything that can say what a call holds."""

    name: str

    def read(self, call: Call) -> Claims:
        """Return what this reader claims; every claim names the turns and words it rests on."""
        ...


__all__ = ["Call", "Reader"]
