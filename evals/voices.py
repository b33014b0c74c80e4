"""Talk of any people, read by the same readers, two of them at a time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import NamedTuple

from coach.reading import Call, Reader
from coach.reading.candidates.promises import find_promises
from coach.reading.candidates.proposals import agree_to_proposals
from coach.reading.candidates.requests import answer_requests
from coach.reading.promise import Promise
from coach.reading.threads import gather
from coach.reading.threads.standing import stands
from coach.records import Person, Relationship, Transcript, Turn, When

_SOME_DAY = datetime(2026, 3, 3, 17, tzinfo=UTC)
"""Where nobody wrote down the day, and nothing that is measured depends on it."""


class Spoken(NamedTuple):
    """One utterance, and who made it."""

    voice: str
    text: str


class Promised(NamedTuple):
    """A commitment: whose, what, and the utterances that it rests on."""

    voice: str | None
    action: str
    utterances: tuple[int, ...]


def promised(reader: Reader, spoken: Sequence[Spoken]) -> list[Promised]:
    """What a reader hears each voice take on, in order.

    A reader knows two people, and the rest as third voices: so a meeting is read as often as it
    takes until each has been one of the two.
    """
    found: dict[tuple[str | None, tuple[int, ...]], Promised] = {}
    for pair in pairs_of(sorted({voice for voice, _ in spoken})):
        for claim in reader.read(call_of(spoken, pair)).commitments:
            voice = claim.owner.removeprefix("Voice ") if claim.owner else None
            turns = tuple(quote.turn for quote in claim.quotes)
            if voice in pair:
                found[voice, turns] = Promised(voice, claim.action, turns)
    return sorted(found.values(), key=lambda promise: promise.utterances)


def commissive(spoken: Sequence[Spoken]) -> tuple[dict[int, float], set[int]]:
    """Utterances in which the deed of a possible promise is named: the weight, and which stand."""
    weights: dict[int, float] = {}
    standing: set[int] = set()
    for pair in pairs_of(sorted({voice for voice, _ in spoken})):
        call = call_of(spoken, pair)
        found = find_promises(call)
        for promise in found:
            place = _utterance(promise)
            weights[place] = max(weights.get(place, promise.weight), promise.weight)
        asked = agree_to_proposals(answer_requests(found, call), call)
        threads = filter(stands, gather(asked, call))
        standing |= {_utterance(promise) for thread in threads for promise in thread.promises}
    return weights, standing


def _utterance(promise: Promise) -> int:
    sentence, deed = promise.sentence, promise.deed
    start = max(sentence.text.find(deed), 0)
    turn, _ = (sentence.quotes(start, start + len(deed)) or sentence.quotes())[0]
    return turn


def pairs_of(voices: Sequence[str]) -> list[tuple[str, str]]:
    """Every voice in one pair; the last of an odd number is paired with the first."""
    if len(voices) < 2:
        return [(voice, "nobody") for voice in voices]
    partners = [*voices[1::2], voices[0]]
    return list(zip(voices[::2], partners, strict=False))


def call_of(spoken: Sequence[Spoken], pair: tuple[str, str], on: When = _SOME_DAY) -> Call:
    """The utterances as a call of these two, a turn each, with the rest as third voices."""
    one, other = (Person(name=f"Voice {voice}") for voice in pair)
    turns = tuple(Turn(speaker=said.voice, text=said.text) for said in spoken)
    return Call(
        transcript=Transcript(turns=turns, source="elsewhere", format="utterances"),
        relationship=Relationship(id="elsewhere", mentor=one, mentee=other),
        names=tuple(f"Voice {said.voice}" for said in spoken),
        held_on=on,
    )
