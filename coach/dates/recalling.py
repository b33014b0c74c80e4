"""Days that are told by pointing back: "on the Thursday", "by then", "the twenty-second"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from coach.dates import days as d
from coach.dates.choosing import due_of
from coach.dates.meanings import later
from coach.dates.reading import Spoken
from coach.dates.words import COUNT, MONTH, PART_OF_DAY, WEEKDAY, WEEKDAYS, fold, number

_BACK = re.compile(rf"\b(?:then|it|this day|(?:that|same|very) (?:day|{PART_OF_DAY}))$")
_WEEKDAY = re.compile(rf"\b(?:the|that|same)[\s,]{{1,3}}(?P<weekday>{WEEKDAY})\b")
_MONTH = re.compile(rf"\b{MONTH}\b|\bmonth\b|\d/\d|\d\.\d|\d-\d")


def points_back(said: Spoken) -> bool:
    """May the words mean a day that was told before them?

    >>> from datetime import date
    >>> from coach.dates.reading import find
    >>> told = find("I'll do it by then, or on the 3rd, not in May.", today=date(2025, 9, 25))
    >>> [points_back(said) for said in told]
    [True, True, False]
    """
    words = fold(said.phrase)
    if said.kind == "vague":
        return bool(_BACK.search(words) or _WEEKDAY.search(words))
    return said.kind == "ordinal" and not _MONTH.search(words) and not _names_weekday(words)


_PARTS = ("morning", "evening", "night")
_GOES_ON = re.compile(
    rf"\b(?:the|a|{COUNT})\s{{1,2}}(?:(?P<weekday>{WEEKDAY})|(?P<unit>day|week|fortnight|month|morning"
    rf"|evening|night)s?)(?:\s{PART_OF_DAY})?\s{{1,2}}(?P<way>after|before|following|later|earlier"
    r"|beforehand|afterwards)"
    r"|\bthe\s{1,2}(?:next|following)\s{1,2}(?P<next>day|morning|evening|night)"
)
_SPAN = re.compile(
    rf"(?:within|inside|gimme|give me)\s{{1,2}}(?:another |the next )?(?P<count>{COUNT})\s{{1,2}}"
    r"(?P<unit>day|week|fortnight|month)s?"
)
_BARE_WEEKDAY = re.compile(rf"(?:on |by |the |that ){{0,2}}(?P<weekday>{WEEKDAY})")
_WEEKDAY_ALONE = re.compile(rf"{_BARE_WEEKDAY.pattern}(?:\s{PART_OF_DAY})?")
_PART = re.compile(rf"[\s,]{{1,3}}(?:{PART_OF_DAY}|at\b|in the\b)")
BESIDE = 20
"""Days around one that was just told in which a bare number is looked for."""


def goes_on(said: Spoken) -> bool:
    """Do the words count from a day that was told before them: "the Monday after", "a week later"?

    >>> from coach.dates.reading import find
    >>> told = find("You get it the Monday after, or on Friday.", today=date(2025, 9, 25))
    >>> [goes_on(said) for said in told]
    [True, False]
    """
    return said.kind == "vague" and bool(_GOES_ON.search(fold(said.phrase)))


def is_span(said: Spoken) -> bool:
    """Is it so long from some day on, which its words do not tell: "within a week"?

    >>> from coach.dates.reading import find
    >>> told = find("I'll read it within a week, and ring in a month.", today=date(2025, 9, 25))
    >>> [is_span(said) for said in told]
    [True, False]
    """
    return said.kind == "relative" and bool(_SPAN.fullmatch(fold(said.phrase)))


def follow(phrase: str, told: date, *, today: date, beside: bool = False) -> date | None:
    """The day of a phrase that goes on from a day `told` just before it; never before `today`.

    A weekday is the first after that day; with `beside`, that of its week, as where two people look
    for another day to meet on.

    >>> follow("the Monday after", date(2025, 10, 16), today=date(2025, 9, 25)).isoformat()
    '2025-10-20'
    >>> follow("the eighth", date(2025, 11, 1), today=date(2025, 9, 25)).isoformat()
    '2025-11-08'
    """
    weekday = _weekday_beside if beside else _weekday_after
    day = (
        _counted(phrase, told)
        or _spanned(phrase, told)
        or _number_beside(phrase, told)
        or weekday(phrase, told)
    )
    return day if day and day >= today else None


def _counted(phrase: str, told: date) -> date | None:
    counted = _GOES_ON.search(fold(phrase))
    if counted is None:
        return None
    if counted["next"]:
        return d.after(told, 1)
    back = counted["way"] in ("before", "earlier", "beforehand")
    if counted["weekday"]:
        named = WEEKDAYS[counted["weekday"]]
        steps = (told.weekday() - named) % 7 if back else (named - told.weekday()) % 7
        return d.after(told, (-1 if back else 1) * (steps or 7))
    count = number(fold(phrase).split()[0]) or 1
    unit = "day" if counted["unit"] in _PARTS else counted["unit"]
    return later(told, -count if back else count, unit)


def _spanned(phrase: str, told: date) -> date | None:
    span = _SPAN.fullmatch(fold(phrase))
    return later(told, number(span["count"]) or 1, span["unit"]) if span else None


def _number_beside(phrase: str, told: date) -> date | None:
    """The day of that number which is nearest to the one that was told."""
    start = d.after(told, -BESIDE)
    said = due_of(phrase, today=start, bare=True) if start else None
    if said is None or said.due is None or said.kind != "ordinal" or is_told_in_full(phrase):
        return None
    near = [day for day in d.numbered(start, said.due.day) if abs((day - told).days) <= BESIDE]
    if _names_weekday(fold(phrase)):
        near = [day for day in near if day.weekday() == said.due.weekday()]
    return min(near, key=lambda day: abs((day - told).days), default=None)


def _weekday_after(phrase: str, told: date) -> date | None:
    """ "I land on the eighteenth. So Friday." The first Friday after."""
    named = _WEEKDAY_ALONE.fullmatch(fold(phrase))
    return d.nth(d.weekdays(told, WEEKDAYS[named["weekday"]]), 1) if named else None


def _weekday_beside(phrase: str, told: date) -> date | None:
    """ "Two weeks is the third." "I'm on a plane. Tuesday?" The one in the same week.

    A Sunday stands between two weeks: of its neighbours the nearer one is meant.
    """
    named = _BARE_WEEKDAY.match(fold(phrase))
    if named is None or (named.end() < len(phrase) and not _PART.match(fold(phrase), named.end())):
        return None
    steps = WEEKDAYS[named["weekday"]] - told.weekday()
    return d.after(told, steps + 7 if steps < -3 and told.weekday() == d.SUNDAY else steps)


def is_told_in_full(text: str) -> bool:
    """May a text tell a day with its month?"""
    return bool(_MONTH.search(fold(text)))


def recall(said: Spoken, earlier: Sequence[Spoken]) -> Spoken | None:
    """The latest of the `earlier` days that `said` can point back to, or None.

    A definite weekday points to a day of that name, a number without a month to the day that was
    told with its month, "then" and "that day" to the last day of all. A day that is known by its
    own words and was told no other way before is not recalled.
    """
    if not points_back(said):
        return None
    told = [each for each in earlier if each.due and each.kind in ("day", "ordinal", "relative")]
    if weekday := _WEEKDAY.search(fold(said.phrase)):
        named = WEEKDAYS[weekday["weekday"]]
        told = [each for each in told if each.due and each.due.weekday() == named]
    elif said.due:
        told = [each for each in told if _is_that_number(each, said)]
    return told[-1] if told else None


def _is_that_number(full: Spoken, bare: Spoken) -> bool:
    assert full.due and bare.due
    if full.kind != "ordinal":
        return False
    return full.due.day == bare.due.day and bool(re.search(rf"\b{MONTH}\b", fold(full.phrase)))


def _names_weekday(words: str) -> bool:
    return bool(re.search(rf"\b{WEEKDAY}\b", words))
