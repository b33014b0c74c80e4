"""The read-back: near the end people say what they take with them, as labels with days.

"So. Letter Friday, application Sunday, and the storyboard, thirty-first." Such a list names what
was "it" when it was promised; the day says which promise is meant.

>>> from datetime import date
>>> said = items("Letter Friday, application, Sunday.", date(2025, 10, 22))
>>> [(item.label, str(item.due.due)) for item in said]
[('Letter', '2025-10-24'), ('application', '2025-10-26')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from coach.cues import plain
from coach.dates import Spoken, due_of
from coach.reading import Call
from coach.reading.speech import Sentence
from coach.reading.words import content, count

CLOSING = 0.75
"""The read-back stands in the last quarter of a call."""
LONGEST = 6
"""Words of a label; what is longer is a sentence."""

_PIECES = re.compile(r"[.,;:!?]+\s*|\s+and\s+|^and\s+", re.IGNORECASE)
_OPENING = re.compile(
    r"^(?:(?:so|and|then|okay|ok|right|righto|well|yes|yeah|what have (?:i|we) got|it's|that's"
    r"|there's"
    r"|(?:i|you|we)(?:'ve| have)(?: got)?|(?:i'm|you're)(?: doing)?|(?:mine|yours) (?:is|are)"
    r"|for you|for me|from me)\b\s*)+",
    re.IGNORECASE,
)
_FINITE = re.compile(
    r"\b(?:i'll|we'll|you'll|he'll|she'll|they'll|it'll|i'd|was|were|did|do|does|is|are|am|i|he"
    r"|she|they|we|has|have|had|can|could|would|will)\b"
)
_AWAY = re.compile(
    r"\b(?:i'm|i am|we're|we are|he's|she's|they're) (?:off|away|out|busy|closed|on (?:leave|nights"
    r"|holiday))\b"
)
"""“I'm off Monday” lists nothing for Monday."""
_YOURS = re.compile(r"\W*(?:so |and |okay |right |then |for )*you(?:'ve|'re| have|r list)?\b")
_MINE = re.compile(r"\W*(?:so |and |okay |right |then |for )*(?:me|mine|my|i|i've|i'm|i'll)\b")
"""Whose list it is, until the other one's begins: "So you: page two, Friday. Hilary, Monday." """
_DOING = re.compile(r"^[a-z]{3,}ing\s(?=\S)")
"""“Posting the letter” names the letter."""
_NO_NAME = re.compile(
    r"^(?:the )?\d*(?:st|nd|rd|th)?$|o'clock|^(?:the )?\w+(?:th|first|second|third)$|^\d+ days$"
    r"|^(?:gonna|going)\b"
)


@dataclass(frozen=True, slots=True)
class Label:
    """What a promise is called, and its day."""

    label: str
    due: Spoken | None


@dataclass(frozen=True, slots=True)
class ReadBack:
    """A label in a turn that lists two or more, and whose promise it names."""

    owner: str
    label: str
    due: Spoken
    sentence: Sentence


def read_back(call: Call) -> list[list[ReadBack]]:
    """The dated labels of each turn of the last quarter that lists at least two, or answers one
    that does: "And mine: the sheet, Monday."
    """
    start = int(CLOSING * len(call.transcript.turns))
    by_turn: dict[int, list[ReadBack]] = {}
    listing, owner = -1, ""
    answering: set[int] = set()
    for sentence in call.sentences:
        if sentence.turn < start or not call.is_participant(sentence.speaker):
            continue
        assert sentence.speaker is not None
        if _YOURS.match(sentence.plain):
            owner = call.partner(sentence.speaker)
        elif sentence.turn != listing or _MINE.match(sentence.plain):
            owner = sentence.speaker
            if _MINE.match(sentence.plain) and len(by_turn.get(sentence.turn - 1, [])) > 1:
                answering.add(sentence.turn)
        listing = sentence.turn
        for item in items(sentence.text, call.today(owner)):
            if item.due and item.due.due:
                named = ReadBack(owner, item.label, item.due, sentence)
                by_turn.setdefault(sentence.turn, []).append(named)
    return [listed for turn, listed in by_turn.items() if len(listed) > 1 or turn in answering]


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
        if len(days) > 1 and len(days) == len(listed) and not _FINITE.search(answer.plain):
            found.append(
                [
                    ReadBack(answer.speaker, item.label, item.due, answer)
                    for item in listed
                    if item.due
                ]
            )
    return found


_ASKS_FOR_A_PLAN = re.compile(
    r"\b(?:which|what) (?:comes|goes|is|would be|do you do) (?:first|when)\b|\bin what order\b"
    r"|^\W*(?:(?:so|then|right)\W+)*first\b.*\bthen\b|\b(?:say|tell) (?:it|them|me)(?: it)? back\b"
    r"|\b(?:by when|when (?:is|are|will) (?:each|they|it all|all (?:of )?that))\b"
    r"|\bwhat have you got\b|\bwhat's the plan\b"
)


def items(text: str, today: date) -> Iterator[Label]:
    """Labels with their days: "letter Friday", "letter, Friday" and "Friday, the letter" alike."""
    spoken = [piece for piece in _PIECES.split(text) if not _AWAY.search(plain(piece))]
    pieces = [_OPENING.sub("", piece.strip()).strip() for piece in spoken]
    days = [due_of(said, today=today, bare=count(said) <= 4) for said in pieces]
    if not any(days):
        return
    label, day = "", None
    for said, told in zip(pieces, days, strict=True):
        due = None if day else told
        name = _named(said, due)
        if name and day:
            yield Label(name, day)
            label, day = "", None
        elif name and due:
            yield Label(name, due)
            label = ""
        elif name:
            if label:
                yield Label(label, None)
            label = name
        elif due and label:
            yield Label(label, due)
            label = ""
        elif due:
            day = due
    if label:
        yield Label(label, None)


def _named(said: str, due: Spoken | None) -> str:
    """The piece without its day, if it is short and a name rather than a sentence."""
    name = said.replace(due.phrase, "").strip(" ,") if due else said
    name = _DOING.sub("", re.sub(r"\s{2,}", " ", name))
    if not content(name) or count(name) > LONGEST or _FINITE.search(plain(name)):
        return ""
    if _NO_NAME.search(plain(name)) or plain(name).endswith("'s"):
        return ""  # "the board's on the 15th" tells of the board
    return name
