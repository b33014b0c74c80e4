"""Third people of a call by their initials, before any reader sees it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from coach import speakers
from coach.discretion.everyday import COMMON
from coach.discretion.initials import by_initials, with_names
from coach.discretion.pseudonyms import EVERYDAY
from coach.reading import Call
from coach.records import Recap, Relationship, Transcript, Turn
from coach.speakers import Speakers

_NO_NAME = re.compile(
    r"\d|speaker|unknown|participant|guest|caller|user|host|phone|pad|device|room", re.IGNORECASE
)
"""In a label that is nobody's name."""


def with_initials(
    transcript: Transcript, who: Speakers, relationship: Relationship
) -> tuple[Transcript, Speakers, Relationship]:
    """The call, and who speaks, without a third person's name; and the pair, who know them now.

    All of it as it was, where the two have not agreed on initials.
    """
    if not relationship.agreement.initials.on:
        return transcript, who, relationship
    call = Call(transcript, relationship, who.names, date.min)
    pair = with_names(relationship, {*third_people(call), *_other_voices(who)})

    def put(text: str | None) -> str | None:
        return by_initials(text, pair) if text else text

    def turn(turn: Turn, name: str | None) -> Turn:
        label = turn.speaker if name else put(turn.speaker)
        return turn.model_copy(update={"text": put(turn.text), "speaker": label})

    turns = tuple(map(turn, transcript.turns, who.by_turn))
    told = {"turns": turns, "source": put(transcript.source), "title": put(transcript.title)}
    both = zip(who.names, who.by_turn, strict=True)
    voices = {
        "names": tuple(own or put(name) for name, own in both),
        "notices": tuple(by_initials(notice, pair) for notice in who.notices),
    }
    return transcript.model_copy(update=told), who.model_copy(update=voices), pair


def learned(relationship: Relationship, calls: Iterable[Transcript]) -> Relationship:
    """The pair, knowing the third people of these calls, as the store has them, by initials."""
    for call in calls:
        _, _, relationship = with_initials(call, speakers.assign(call, relationship), relationship)
    return relationship


def quoted(recaps: Iterable[Recap]) -> Transcript:
    """The words of a call whose turns are kept no more, as far as its recaps quote them."""

    def found(value: Any) -> Iterator[Turn]:
        if isinstance(value, dict) and isinstance(value.get("quote"), str):
            yield Turn(speaker=value.get("speaker"), text=value["quote"])
        elif isinstance(value, dict | list | tuple):
            for one in value.values() if isinstance(value, dict) else value:
                yield from found(one)

    turns = (turn for recap in recaps for turn in found(recap.model_dump()))
    return Transcript(turns=tuple(dict.fromkeys(turns)), source="quotes", format="quotes")


def third_people(call: Call) -> Iterator[str]:
    """Every name of a person in the call but those of the two; the whole one where it is said."""
    mentions, persons = call.named
    for name in {mention.name for mention in mentions}:
        if name in persons or not persons.isdisjoint(name.split()):
            said = " ".join(part for part in name.split() if _could_be_a_name(part))
            if said:
                yield said


def other_names(relationship: Relationship, calls: Iterable[Transcript]) -> tuple[str, ...]:
    """What else these calls write with a capital: a place, a product, or somebody not told as one.

    Where a capital only ever begins a sentence it says nothing.
    """
    found = set()
    for call in calls:
        seen = Call(call, relationship, speakers.assign(call, relationship).names, date.min)
        mentions, _ = seen.named
        inside = (
            one for one in mentions if one.before.strip() and one.before.rstrip()[-1:] not in ".?!"
        )
        found |= {one.name for one in inside if _could_be_a_name(one.name)}
    return tuple(sorted(found))


def _could_be_a_name(part: str) -> bool:
    word = part.casefold()
    return word in EVERYDAY or not {word, word.removesuffix("s")} & COMMON


def _other_voices(who: Speakers) -> Iterator[str]:
    yield from (label for label in who.unknown if not _NO_NAME.search(label))
