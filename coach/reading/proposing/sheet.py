"""The call as a model gets it: `id|speaker: text`, a line a turn, a quarter of an export's size."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from coach.models import Messages
from coach.reading import Call
from coach.records import Commitment

_MARKS = str.maketrans("<>", "‹›")
"""Some servers take `<|im_end|>` in a message for the end of it; no quote depends on such marks."""
OVERLAP = 30
"""Turns that two windows share, so that a request and its answer are never torn apart."""


def tokens(messages: Iterable[Messages]) -> int:
    """About how many tokens these are: a quarter of their characters."""
    return sum(len(text) for one in messages for _, text in one) // 4


def lines(call: Call, turns: range) -> str:
    """The turns of a window, each with its number and who speaks.

    Text that was planted for a machine is nobody's speech, and is not sent.
    """
    return "\n".join(_lines(call, turns))


def _lines(call: Call, turns: range) -> Iterator[str]:
    heard, numbers = call.spoken
    for number, name, turn in zip(numbers, heard.names, heard.transcript.turns, strict=True):
        if number in turns:
            yield f"{number}|{called(call, name)}: {' '.join(turn.text.split()).translate(_MARKS)}"


def called(call: Call, name: str | None) -> str:
    """A speaker as the lines call them: the two by first name, if that tells them apart."""
    if name is None:
        return "?"
    firsts = [person.name.split()[0] for person in call.relationship.people]
    voices = {other.split()[0] for other in call.names if other and not call.is_participant(other)}
    if call.is_participant(name) and len({*firsts}) == 2 and not voices & {*firsts}:
        return name.split()[0]
    return name


def windows(call: Call, most: int) -> list[range]:
    """The turns in stretches of at most about `most` tokens; usually all of them in one."""
    sizes = [len(turn.text) // 4 + 4 for turn in call.transcript.turns]
    found, start, filled = [], 0, 0
    for number, size in enumerate(sizes):
        if filled + size > most and number > start:
            found.append(range(start, number))
            start = max(number - OVERLAP, start + 1)
            filled = sum(sizes[start:number])
        filled += size
    return [*found, range(start, len(sizes))]


def halves(turns: range) -> list[range]:
    """A window that was too long, as two with an overlap; none where it cannot be cut."""
    middle = (turns.start + turns.stop) // 2
    if len(turns) <= 2 * OVERLAP:
        return []
    return [range(turns.start, middle + OVERLAP // 2), range(middle - OVERLAP // 2, turns.stop)]


def goals(call: Call) -> str:
    """The goals of the relationship, a line each."""
    return "\n".join(f"{goal.id}|{goal.text}" for goal in call.relationship.goals) or "none"


def earlier(call: Call) -> str:
    """What both still owe from earlier calls, a line each."""
    return "\n".join(_owed(one, call) for one in call.ledger if one.is_open) or "none"


def _owed(one: Commitment, call: Call) -> str:
    due = one.due.isoformat() if one.due else "no day"
    return f"{one.id}|{called(call, one.owner)}|{one.action}|{due}"
