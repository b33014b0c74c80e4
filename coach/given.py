"""What a person hands in, checked: one clear line where it cannot be so."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterable
from datetime import date, timedelta
from itertools import count
from typing import TYPE_CHECKING

from coach.errors import UserError
from coach.records import ROLES, Relationship, Role, When, day_of, parse_when

if TYPE_CHECKING:
    from coach.store import Answer

FURTHEST = 3
"""Years until the next call, at most."""
EARLIEST = 1990
"""The year of the first call that there can be a transcript of."""


def checked_when(said: When | str | None) -> When | None:
    """A day or moment, also where it is given as ISO text."""
    try:
        when: When | None = parse_when(said)
    except ValueError as fault:
        raise UserError(
            f"{said!r} is no day: give 2025-09-25, or 2025-09-25T08:02-06:00 ({fault})."
        ) from None
    return when


def checked_held_on(said: When | str | None, today: date) -> When | None:
    """The day or moment when a call was held: not before 1990, and not still to come.

    A day ahead of `today` may be: elsewhere it is tomorrow already.
    """
    when = checked_when(said)
    if when is None:
        return None
    day = day_of(when)
    if day.year < EARLIEST or day > today + timedelta(days=1):
        why = f"that is before {EARLIEST}" if day.year < EARLIEST else "that is still to come"
        raise UserError(f"No call was held on {day}: {why}. Is its year right?")
    return when


def checked_turns(text: str, option: str) -> tuple[range, ...]:
    """`12-15` or `12-15, 40`: first and last turns, each with both.

    >>> checked_turns("12-15, 40", "--not-secret")
    (range(12, 16), range(40, 41))
    """
    found = []
    for part in text.split(","):
        match = re.fullmatch(r"\s*(\d{1,9})(?:\s*[-–]\s*(\d{1,9}))?\s*", part, re.ASCII)
        first, last = (int(match[1]), int(match[2] or match[1])) if match else (1, 0)
        if first > last:
            raise UserError(f"{option} {text[:80]}: write turns such as 12-15 or 12-15,40.")
        found.append(range(first, last + 1))
    return tuple(found)


def named_turns(turns: Iterable[int]) -> str:
    """The same, as a person would type them.

    >>> named_turns((3, 4, 5, 7))
    '3-5,7'
    """
    runs: list[list[int]] = []
    for turn in sorted(turns):
        if runs and runs[-1][-1] == turn - 1:
            runs[-1].append(turn)
        else:
            runs.append([turn])
    return ",".join(f"{run[0]}-{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)


def checked_next_call(said: When | str | None, after: When) -> When | None:
    """The day or moment of the next call: after that of the last one, by some years at most."""
    when = checked_when(said)
    if when is None:
        return None
    day, held = day_of(when), day_of(after)
    if day <= held or day.year > held.year + FURTHEST:
        why = f"the last one was on {held}" if day <= held else f"that is years after {held}"
        raise UserError(f"No next call is on {day}: {why}. Is its year right?")
    return when


def checked_first_call(said: When | str | None, today: date) -> When | None:
    """The day or moment of a call before which none is kept: today or later, not in years."""
    when = checked_when(said)
    if when is None:
        return None
    day = day_of(when)
    if day < today or day.year > today.year + FURTHEST:
        why = "that day has passed" if day < today else "that is years from now"
        raise UserError(f"No next call is on {day}: {why}. Is its year right?")
    return when


def checked_role(role: str) -> Role:
    """`mentor` or `mentee`."""
    if role not in ROLES:
        raise UserError(f"{role!r} is no role here; it is mentor or mentee.")
    return role


def checked_id(id: str) -> str:
    """A relationship's id, which also names folders."""
    if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}", id):
        raise UserError(
            f"A relationship's id is letters, digits and dashes, such as dana-karthik; not {id!r}."
        )
    return id


def checked_zone(zone: str | None, said_as: str = "time zone") -> str | None:
    """An IANA time zone, or None. `said_as` is what the person gave it as."""
    if zone is None:
        return None
    from zoneinfo import ZoneInfo

    try:
        ZoneInfo(zone)
    except (KeyError, ValueError, OSError):
        raise UserError(
            f"{said_as} {zone}: no such time zone; write one such as Asia/Kolkata."
        ) from None
    return zone


def id_for(name: str, taken: Container[str]) -> str:
    """An id to call a relationship by, made of a name, that is not taken yet.

    >>> id_for("Zoë Müller", {"zoe"}), id_for("王芳", ())
    ('zoe-2', 'pair')
    """
    plain = unicodedata.normalize("NFKD", name.split()[0] if name.split() else "")
    base = re.sub(r"[^a-z0-9]", "", plain.casefold())[:40] or "pair"
    numbered = (base if number == 1 else f"{base}-{number}" for number in count(1))
    return next(id for id in numbered if id not in taken)


def answer_to(
    question: str,
    text: str,
    *,
    pair: Relationship,
    role: Role,
    asked: str = "",
    shared: bool = False,
    about: str | None = None,
    at: When,
) -> Answer:
    """What one of the two answers to a question, by its id; theirs alone unless `shared`.

    An id such as `02#q.c1.measurable` tells the call that the question is of.
    """
    from coach.store import Answer

    session, of_a_call, _ = question.partition("#")
    return Answer(
        relationship=pair.id,
        question=question,
        asked=asked,
        role=role,
        text=text,
        at=at,
        visibility="shared" if shared else role,
        session=session if of_a_call else None,
        about=about,
    )
