"""The read-back: near the end people say what they take with them, as labels with days.

"So. Letter Friday, application Sunday, and the storyboard, thirty-first." Such a list names what
was "it" when it was promised; the day says which promise is meant. Where one asked for it, or said
that this is it, its items are promises even if nobody spoke of them before.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from coach.dates import Spoken
from coach.reading import Call
from coach.reading.speech import Sentence
from coach.reading.threads.listing import FINITE, items

CLOSING = 0.75
"""The read-back stands in the last quarter of a call,"""
LATE = 0.5
"""or, where it is announced, in its second half,"""
LASTS = 8
"""within so many turns."""

_YOURS = re.compile(
    r"\W*(?:so |and |okay |right |then |for |quick list |oh )*you(?:'ve|'re| have|r list)?\b"
)
_MINE = re.compile(r"\W*(?:so |and |okay |right |then |for )*(?:me|mine|my|i|i've|i'm|i'll)\b")
"""Whose list it is, until the other one's begins: "So you: page two, Friday. Hilary, Monday." """
_ANNOUNCES = re.compile(
    r"\b(?:read|say|tell|run|go|play) (?:me |us |it |that |them |this |mine |the list |my list )*"
    r"(?:back|through|over)\b(?=.*\b(?:got|have|list|it|that|mine|everything)\b|\W*$)"
    r"|\b(?:read|see) (?:mine|yours|the list|what (?:i|you|we)(?:'ve| have)? (?:got|scribbled"
    r"|wr\w+))\b"
    r"|\bwhat(?:'ve| have) (?:i|we|you) (?:got|said|signed up for|agreed|promised|decided)\b"
    r"|\bwhat are we saying\b|\bwhat (?:am i|are you) taking (?:away|with)\b|\bi take from this\b"
    r"|\brecap\b|\b(?:summarise|summarize)\b|\b(?:let me|let's|to) sum (?:it )?up\b"
    r"|\b(?:the|my|your|just the) (?:list|headlines|homework)\W*$|^\W*(?:headlines|quick list)\b"
    r"|\bdo the list\b|\bgoing round\b|^\W*(?:and |so )?(?:mine|yours|my turn|your turn)\W*$"
    r"|\bmy (?:two|three|four|five) (?:are|things are)\b"
)
"""How one asks for the list of what was promised, or begins it."""


@dataclass(frozen=True, slots=True)
class ReadBack:
    """A label in a turn that lists two or more, and whose promise it names."""

    owner: str
    label: str
    due: Spoken | None
    sentence: Sentence

    @property
    def is_dated(self) -> bool:
        """Does the list give it a day of the calendar?"""
        return self.due is not None and self.due.due is not None


@dataclass(frozen=True, slots=True)
class Round:
    """What one turn lists, and whether somebody said that a list would come."""

    items: tuple[ReadBack, ...]
    announced: bool = False

    @property
    def dated(self) -> int:
        """How many of its items have a day."""
        return sum(named.is_dated for named in self.items)


def read_back(call: Call) -> list[Round]:
    """Each turn that lists promises: two with a day, one in answer to such a list ("And mine: the
    sheet, Monday"), or any in a round that was announced. What stands among them without a day is
    listed too.
    """
    turns = len(call.transcript.turns)
    rounds = _announced(call)
    closing = int(CLOSING * turns)
    listed = _listed(call, min(rounds | {closing}))
    found: list[Round] = []
    for turn, (items_of, answers) in listed.items():
        told = Round(tuple(items_of), turn in rounds)
        before = Round(tuple(listed.get(turn - 1, ([], False))[0]))
        enough = told.dated > 1 or (told.dated and answers and before.dated > 1)
        if enough and (told.announced or turn >= closing):
            found.append(told)
    return found


def _listed(call: Call, start: int) -> dict[int, tuple[list[ReadBack], bool]]:
    """For each turn from `start` on, its labels, and whether it begins with the speaker's own."""
    by_turn: dict[int, tuple[list[ReadBack], bool]] = {}
    listing, owner = -1, ""
    for sentence in call.sentences:
        if sentence.turn < start or not call.is_participant(sentence.speaker):
            continue
        assert sentence.speaker is not None
        named, mine = by_turn.get(sentence.turn, ([], False))
        if _YOURS.match(sentence.plain):
            owner = call.partner(sentence.speaker)
        elif sentence.turn != listing or _MINE.match(sentence.plain):
            owner = sentence.speaker
            mine = mine or bool(_MINE.match(sentence.plain))
        listing = sentence.turn
        for item in items(sentence.text, call.today(owner)):
            named.append(ReadBack(owner, item.label, item.due, sentence))
        by_turn[sentence.turn] = named, mine
    return by_turn


def _announced(call: Call) -> frozenset[int]:
    """The turns in which promises are told because somebody asked for them, or began to tell."""
    start = LATE * len(call.transcript.turns)
    return frozenset(
        turn
        for said in call.sentences
        if said.turn >= start and call.is_participant(said.speaker)
        if _ANNOUNCES.search(said.plain)
        for turn in range(said.turn, said.last_turn + LASTS + 1)
    )


def planned(call: Call) -> list[list[ReadBack]]:
    """ "Which comes first?" "Flyer Tuesday, poster Friday." A plan that was asked for.

    One sentence, anywhere in the call, that gives each of several things its own day and says
    nothing else, in answer to who asks for the order, for the days, or to hear it said back.
    """
    start = int(CLOSING * len(call.transcript.turns))
    found: list[list[ReadBack]] = []
    for asked, answer in pairwise(call.sentences):
        if answer.turn >= start or answer.speaker in (None, asked.speaker):
            continue
        if not call.is_participant(answer.speaker) or not _ASKS_FOR_A_PLAN.search(asked.plain):
            continue
        assert answer.speaker is not None
        listed = list(items(answer.text, call.today(answer.speaker)))
        days = {item.due.due for item in listed if item.due and item.due.due}
        if len(days) > 1 and len(days) == len(listed) and not FINITE.search(answer.plain):
            found.append(
                [ReadBack(answer.speaker, item.label, item.due, answer) for item in listed]
            )
    return found


_ASKS_FOR_A_PLAN = re.compile(
    r"\b(?:which|what) (?:comes|goes|is|would be|do you do) (?:first|when)\b|\bin what order\b"
    r"|^\W*(?:(?:so|then|right)\W+)*first\b.*\bthen\b|\b(?:say|tell) (?:it|them|me)(?: it)? back\b"
    r"|\b(?:by when|when (?:is|are|will) (?:each|they|it all|all (?:of )?that))\b"
    r"|\bwhat have you got\b|\bwhat's the plan\b"
)
