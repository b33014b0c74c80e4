"""A page: titled sections of lines. What every front end prints, in its own way.

Recaps, agendas and ledgers are laid out once, as a `Page`; `markdown` and `terminal` each know how
to print one. Words from a transcript stay in fields of their own, so that a printer can escape them
and nobody mistakes them for the coach's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from zoneinfo import ZoneInfo

from coach.evidence import most_telling
from coach.records import Commitment, Evidence, Person, Relationship, Source, When

UNSEEN = (
    r"\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    r"\U000e0000-\U000e0fff"
)
"""For a class of a pattern: what nobody sees, and what turns round or hides what they do see."""
HIDDEN = re.compile(rf"[\x00-\x1f\x7f-\x9f{UNSEEN}]")
"""What has no place in a line of text."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a call, with where they stand."""

    words: str
    where: str = ""
    call: str | None = field(default=None, compare=False)
    """the call that they are of, for a front end that can open it there"""
    turn: int | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Line:
    """`mark` stands before the text (a date, a state), `quotes` after it."""

    text: str
    mark: str = ""
    quotes: tuple[Quote, ...] = ()
    note: str = ""
    """small print: an id, a framework"""
    lead: str = ""
    """a sentence below it, before the lines of its own"""
    under: tuple[Line, ...] = ()
    """lines of its own, such as what it comes from and what to ask"""
    evidence: tuple[Evidence, ...] = field(default=(), compare=False)
    """all words it stands on, for a page that shows the call beside it"""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and its lines; `lead` is a sentence before them."""

    title: str
    lines: tuple[Line, ...] = ()
    lead: str = ""
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """Everything on one sheet."""

    title: str
    subtitle: str = ""
    sections: tuple[Section, ...] = ()
    footnotes: tuple[str, ...] = ()


# --- how things are said on a page ---------------------------------------------------------------


def weekday(day: date, today: date | None = None) -> str:
    """A date as people read it, with its year where `today` is far from it.

    >>> weekday(date(2025, 9, 30)), weekday(date(2025, 9, 30), date(2026, 9, 1))
    ('Tue 30 Sep', 'Tue 30 Sep 2025')
    """
    year = f" {day.year}" if today and abs((today - day).days) > 180 else ""
    return f"{day:%a} {day.day} {day:%b}{year}"


def long_day(day: date) -> str:
    """A date in full.

    >>> long_day(date(2025, 9, 25))
    'Thursday 25 September 2025'
    """
    return f"{day:%A} {day.day} {day:%B %Y}"


def clock(moment: datetime, zone: str | None = None) -> str:
    """The time on the wall in `zone` (else as given).

    >>> clock(datetime.fromisoformat("2025-09-25T08:02-06:00"), "Asia/Kolkata")
    '7:32 pm'
    """
    local = moment.astimezone(ZoneInfo(zone)) if zone else moment
    hour = local.hour % 12 or 12
    return f"{hour}:{local.minute:02d} {'am' if local.hour < 12 else 'pm'}"


def moment_for(when: When, reader: Person, other: Person) -> str:
    """A day in full, on the reader's own clock first and then on the other's.

    >>> kolkata, denver = (
    ...     Person(name="Karthik", zone="Asia/Kolkata"), Person(name="Dana", zone="America/Denver")
    ... )
    >>> moment_for(datetime.fromisoformat("2025-09-25T08:00-06:00"), kolkata, denver)
    'Thursday 25 September 2025, 7:30 pm (8:00 am for Dana)'
    """
    if not isinstance(when, datetime):
        return long_day(when)
    here = when.astimezone(ZoneInfo(reader.zone)) if reader.zone else when
    said = f"{long_day(here.date())}, {clock(here)}"
    if other.zone and clock(when, other.zone) != clock(here):
        said += f" ({clock(when, other.zone)} for {given_name(other.name)})"
    return said


def given_name(name: str) -> str:
    """What people call somebody: Dana, of Dana Whitfield."""
    return name.split()[0]


def own_first(relationship: Relationship, viewer: str | None = None) -> tuple[Person, Person]:
    """The two, the reader of the page (mentor or mentee) first; the mentee where nobody is."""
    mentor, mentee = relationship.people
    return (mentor, mentee) if viewer == "mentor" else (mentee, mentor)


def sentence(text: str) -> str:
    """Text with a capital and one full stop, however it came.

    >>> sentence("let's start with Rohit.."), sentence("What next?")
    ("Let's start with Rohit.", 'What next?')
    """
    text = " ".join(text.split()).rstrip(" .,;:")
    return text[:1].upper() + text[1:] + ("" if text.endswith(("?", "!", "…")) else ".")


def counted(number: int, one: str, many: str = "") -> str:
    """A number and its noun.

    >>> counted(1, "promise"), counted(3, "promise")
    ('1 promise', '3 promises')
    """
    return f"{number} {one if number == 1 else many or one + 's'}"


# --- quotes --------------------------------------------------------------------------------------


def place(session: str | None, seconds: float | None) -> str:
    """Where words stand: call 3, at 4 min 1 s.

    >>> place("03", 241.2)
    '3 @ 4:01'
    """
    call = str(int(session)) if session and session.isdigit() else "this call"
    if seconds is None:
        return f"call {call}" if call.isdigit() else call
    return f"{call} @ {int(seconds) // 60}:{int(seconds) % 60:02d}"


def legend(places: Sequence[str]) -> str:
    """What a place on this page means, told of the first one that shows minutes.

    >>> legend(["call 1", "3 @ 4:01"])
    '(3 @ 4:01) is call 3, at 4 min 1 s.'
    """
    timed = [place for place in places if "@" in place]
    shown = next((place for place in timed if " @ 0:" not in place), timed[0] if timed else None)
    if shown is None:
        return ""
    call, _, at = shown.partition(" @ ")
    minutes, _, seconds = at.partition(":")
    return f"({shown}) is call {call}, at {minutes} min {int(seconds)} s."


def quotes(
    evidence: Sequence[Evidence],
    most: int = 1,
    *,
    by: str | None = None,
    here: str | None = None,
    of: str = "",
    limit: int = 120,
) -> tuple[Quote, ...]:
    """The most telling quotes of something, those of `by` first, in the order they were said.

    On a page about the call `here`, a place is given only where it says more than that.
    """
    return tuple(
        Quote(
            shorten(item.quote, limit),
            "" if item.at is None and item.session == here else place(item.session, item.at),
            item.session,
            item.turn,
        )
        for item in most_telling(evidence, by, most, of=of)
    )


def words_of(
    promise: Commitment,
    evidence: Sequence[Evidence] | None = None,
    *,
    here: str | None = None,
) -> tuple[Quote, ...]:
    """The words that prove a promise; where they name another day or none, those that name its.

    "By Thursday", of a promise for Friday, would be put right by whoever reads no further. Every
    page shows these, and no others; `evidence` is what it rested on at first, where that differs.
    """
    known = promise.evidence if evidence is None else evidence
    said = quotes(known, by=promise.owner, of=promise.action, here=here)
    day = (promise.due_phrase or "").casefold()
    if not day or any(day in quote.words.casefold() for quote in said):
        return said
    telling = [item for item in known if day in item.quote.casefold()]
    return said + quotes(telling, by=promise.owner, here=here)


def words_on(evidence: Sequence[Evidence], *, here: str | None = None) -> tuple[Quote, ...]:
    """The words that say what became of a promise, whoever said them: every page shows these.

    Its owner's own may be a bare "yes" to what the other one knows better.
    """
    return quotes(evidence, here=here)


def quote_of(source: Source, limit: int = 120) -> Quote:
    """The words of a source, with where they stand."""
    words = shorten(source.quote or "", limit)
    return Quote(words, place_of(source), source.session, source.turn)


def place_of(source: Source) -> str:
    """Where the words of a source stand; empty where no call holds them."""
    return place(source.session, source.at) if source.session else ""


def shorten(words: str, limit: int = 120) -> str:
    """At most `limit` characters, cut at a space; the cut is shown.

    >>> shorten("one two three four", 12)
    'one two …'
    """
    words = " ".join(words.split())
    if len(words) <= limit:
        return words
    return words[: limit - 2].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"
