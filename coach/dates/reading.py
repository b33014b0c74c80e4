"""Finding spoken dates: pieces by the rules, neighbours joined, a preposition put in front."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from coach.dates.days import DAY, UNKNOWN, Days, deadline, friday_of, numbered, run, week
from coach.dates.leaning import LEANING
from coach.dates.naming import NAMING
from coach.dates.rule import Kind, Rule
from coach.dates.spanning import SPANNING
from coach.dates.words import NO_NOUN, WEEKDAY, fold
from coach.records import Record
from coach.sieve import Sieve

RULES: tuple[Rule, ...] = (*NAMING, *SPANNING, *LEANING)
"""The whole grammar. Where two rules read the same words, the earlier one wins."""


class Spoken(Record):
    """A deadline as it was said: `phrase` is `text[start:end]`; `due` None where no day is known.

    `kind` is that of the words which carry the day; `preposition` the one they came with.
    """

    phrase: str
    start: int
    end: int
    due: date | None
    kind: Kind
    preposition: str | None = None


@dataclass(frozen=True)
class _Telling:
    """The day a text is told on, and the day of the next call."""

    today: date
    meeting: date | None = None

    def day(self, words: str) -> date | None:
        phrases = _phrases(words, self)
        return deadline(phrases[0].days) if len(phrases) == 1 else None


@dataclass(frozen=True)
class _Phrase:
    """Pieces that were joined, and the days that all of them allow."""

    start: int
    end: int
    days: Days
    kind: Kind
    shy: bool
    double: bool = False

    @property
    def is_deadline(self) -> bool:
        return self.kind not in ("habit", "past") and (self.kind != "time" or bool(self.days))


_LINK = "(?:of|in|on|at|the|for|from|around|about|between|to|itself|only)"
_NEIGHBOURS = re.compile(rf"[\s,(-]{{0,3}}(?:{_LINK}\s{{1,2}}){{0,2}}")
_NAMED_AGAIN = re.compile(
    r"(?:\sit\sis)?[.?!,]{0,2}\s{1,2}(?:(?:so|the|that's|like|which is)\s){0,2}"
)
_UP_TO = re.compile(
    r"[\s,]{0,2}(?:to|till|until|til|through|up to|-)[\s-]{0,2}(?:the\s)?"
    r"|\s?-\s?|\s(?:and|or)\s(?:the\s)?"
)
_PREPOSITION = re.compile(
    r"\b(by|on|before|until|till|til|'til|up to|in|for|from|at|during|over|no later than"
    r"|not later than"
    r"|due|to|starting|after|within|around|throughout|as of)\s{1,2}(?:the\s{1,2})?$"
)
_OWN_PREPOSITION = re.compile(r"(?:by|before|until|till|in|for|at)\b")
_TAIL = re.compile(r"[\s-]?(?:ish|itself|only|at the latest|latest)\b")
_FLOATS = re.compile(
    r"\b(?:once|when|whenever|as soon as|after|if)\b.{0,120}"
    r"\b(?:i|we|you|he|she|they)(?:'ll| will)\b"
    r"|\bturn (?:\w{1,12} ){1,3}a?round "
)
_SUITS = re.compile(
    r"'s\s{1,2}(?:(?:just|perfectly|all|really) )?(?:fine|good|great|grand|perfect|ok|okay|right"
    r"|better|best|lovely)\b"
)
"""“Monday's fine” is no mention of something of Monday's; the day ends with the verb."""
_TOLD_IN_FULL = re.compile(r"\b(?:it|him|her|them|this|you|there|over|back|out|off|up)\s$")
_CLAUSE_ENDS = re.compile(
    r"\s{0,2}(?:$|[.,;!?]|(?:morning|afternoon|evening|night|with|and|then|instead|before|after)\b)"
)
_THE_WEEKDAY = re.compile(rf"\b(?:the|my|your|our|his|her|their|that) {WEEKDAY}$")
_NO_NOUN = re.compile(NO_NOUN)
_UNTIL = ("by", "before", "until", "till", "til", "'til")
SHORTEST = 2
"""Letters of the shortest words for a day: “Q1”, and nothing less."""
_SENTENCE_END = re.compile(r"[.?!]\s")


_RULES = Sieve(((order, rule), rule.spelling) for order, rule in enumerate(RULES))
_WORDED = Sieve(
    ((order, rule), rule.spelling) for order, rule in enumerate(RULES) if not rule.numeric
)
_DIGIT = re.compile(r"\d")


def find(
    text: str, *, today: date, next_meeting: date | None = None, bare: bool = False
) -> list[Spoken]:
    """Every deadline spoken in `text`, from left to right, without overlaps.

    `today` is the day of the call for whoever speaks. With `bare` the text is known to be a
    deadline, so that words count which alone could be anything ("the first").

    >>> told = find("I'll ring Ann on Monday, or by the 3rd.", today=date(2025, 9, 25))
    >>> [said.phrase for said in told]
    ['on Monday', 'by the 3rd']
    """
    if len(text) < SHORTEST:
        return []
    folded = fold(text)
    told = _Telling(today, next_meeting)
    found: list[Spoken] = []
    for phrase in _phrases(folded, told):
        after = found[-1].end if found else 0
        if phrase.is_deadline and (said := _spoken(text, folded, phrase, told, after, bare)):
            found.append(said)
    return found


def _phrases(folded: str, told: _Telling) -> list[_Phrase]:
    phrases: list[_Phrase] = []
    for piece in _pieces(folded, told):
        joined = phrases and _join(phrases[-1], piece, folded)
        if joined:
            phrases[-1] = joined
        else:
            phrases.append(piece)
    ranges: list[_Phrase] = []
    for phrase in phrases:
        ranged = ranges and _range(ranges[-1], phrase, folded)
        if ranged:
            ranges[-1] = ranged
        else:
            ranges.append(phrase)
    return ranges


def _pieces(folded: str, told: _Telling) -> list[_Phrase]:
    """What the rules find, the longest reading first, from left to right."""
    rules = _RULES if _DIGIT.search(folded) else _WORDED
    found = sorted(
        (
            (match.start(), -match.end(), order, match)
            for order, rule in rules.through(folded)
            for match in rule.pattern.finditer(folded)
        ),
        key=lambda each: each[:3],
    )
    pieces: list[_Phrase] = []
    for start, end, order, match in found:
        if not pieces or start >= pieces[-1].end:
            rule = RULES[order]
            days = frozenset(day for day in rule.days(match, told) if day >= told.today)
            pieces.append(_Phrase(start, -end, days, rule.kind, rule.shy, rule.double))
    return pieces


def _join(one: _Phrase, two: _Phrase, folded: str) -> _Phrase | None:
    """One phrase of two neighbours that can be true of the same day, else None."""
    between = folded[one.end : two.start] if two.start - one.end < 20 else "…"
    if two.kind == "ordinal" and one.kind in ("day", "vague"):
        close = _NEIGHBOURS.fullmatch(between) or _NAMED_AGAIN.fullmatch(between)
    else:
        close = _NEIGHBOURS.fullmatch(between)
    if not close:
        return None
    whole = replace(one, end=two.end, shy=one.shy and two.shy)
    if two.kind == "time":
        return whole if one.kind != "time" or not two.days else replace(whole, days=two.days)
    if one.kind == "time":
        return replace(two, start=one.start, shy=two.shy and not between.strip(" ,"))
    if "past" in (one.kind, two.kind):
        return replace(whole, days=UNKNOWN, kind="past")
    if not (days := one.days & two.days or _agreed(one, two)):
        # "Friday the 23rd", which is a Thursday: one of the two is a slip, and nobody knows which.
        slip = (one.kind, two.kind) == ("day", "ordinal") and not between.strip(" ,")
        return replace(whole, days=UNKNOWN, kind="vague") if slip else None
    kind = two.kind if one.kind in ("vague", "window") else one.kind
    return replace(whole, days=days, kind=kind, double=one.double or two.double)


def _agreed(one: _Phrase, two: _Phrase) -> Days:
    """ "Friday, 3 October", told on that Friday or years ahead: the date stands, if it is one."""
    if (one.kind, two.kind) != ("day", "ordinal") or len(two.days) != 1:
        return UNKNOWN
    return two.days if {day.weekday() for day in one.days} == {min(two.days).weekday()} else UNKNOWN


def _range(one: _Phrase, two: _Phrase, folded: str) -> _Phrase | None:
    """ "Monday to Friday": the days of `two` from the first of `one` on."""
    between = folded[one.end : two.start] if two.start - one.end < 12 else "…"
    if not one.days or two.kind == "habit" or not _UP_TO.fullmatch(between):
        return None
    if between.split()[:1] in (["and"], ["or"]) and not {one.kind, two.kind} <= {"day", "ordinal"}:
        return None
    days = frozenset(day for day in two.days if day > min(one.days))
    if not days and (one.kind, two.kind) == ("ordinal", "ordinal") and two.days:
        days = numbered(min(one.days), min(two.days).day)  # "April 9th to 17th", told in May
    return replace(two, start=one.start, days=days, shy=one.shy and two.shy)


def _spoken(
    text: str, folded: str, phrase: _Phrase, told: _Telling, after: int, bare: bool
) -> Spoken | None:
    """The phrase with what stands before and after it; None for a mere mention of a day."""
    start, end = phrase.start, phrase.end
    preposition = None
    before = _PREPOSITION.search(folded[max(after, start - 24) : start])
    if before and not (before[1] == "in" and phrase.kind == "day"):  # "She's in tomorrow."
        preposition = before[1]
        start -= len(before[0])
    elif inside := _OWN_PREPOSITION.match(folded, start):
        preposition = inside[0]
    if tail := _TAIL.match(folded, end):
        end = tail.end()
    if _SUITS.match(folded, end):
        end += len("'s")
    elif not (bare or _ends_its_verb(phrase, folded)) and (
        _is_mention(phrase, preposition, folded[end : end + 2])
        or _tells_which(phrase, preposition, folded)
    ):
        return None
    return Spoken(
        phrase=text[start:end],
        start=start,
        end=end,
        due=_due(phrase, preposition, folded[max(0, start - 160) : start], told),
        kind=phrase.kind,
        preposition=preposition,
    )


def _ends_its_verb(phrase: _Phrase, folded: str) -> bool:
    """ "I ask her the Tuesday", "I'll do it the Monday": when, behind a deed told in full."""
    behind = phrase.kind == "vague" and _TOLD_IN_FULL.search(folded[: phrase.start])
    return bool(behind and _CLAUSE_ENDS.match(folded, phrase.end))


def _tells_which(phrase: _Phrase, preposition: str | None, folded: str) -> bool:
    """ "Take over the Tuesday stand-up", "after the Friday call": which of them, and not when."""
    named = _THE_WEEKDAY.search(folded[: phrase.end])
    return bool(named) and preposition not in _UNTIL and not _NO_NOUN.match(folded, phrase.end)


def _is_mention(phrase: _Phrase, preposition: str | None, follows: str) -> bool:
    """ "Monday's meeting", "the Monday team", "it was the first"."""
    if follows == "'s":
        return preposition not in ("by", "before", "for", "until", "till")
    return not preposition and (phrase.shy or (phrase.kind == "vague" and bool(phrase.days)))


def _due(phrase: _Phrase, preposition: str | None, before: str, told: _Telling) -> date | None:
    days = phrase.days
    if (
        not days
        or preposition == "after"
        or phrase.kind == "vague"
        or (phrase.double and len(days) > 1)
    ):
        return None
    if phrase.kind == "relative" and _FLOATS.search(_SENTENCE_END.split(before)[-1]):
        return None  # "once I have it, within two days": counted from a day that nobody knows
    if phrase.kind == "window":
        first = run(days)
        if preposition == "before":
            eve = first[0] - DAY
            if len(first) == 7:
                eve = friday_of(week(eve)) or eve
            return eve if eve >= told.today else None
        if preposition in ("by", "until", "till", "til", "'til") and len(first) > 7:
            return None  # "by October": its first day or its last?
    return deadline(days)
