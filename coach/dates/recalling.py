"""Days that are told by pointing back: "on the Thursday", "by then", "the twenty-second"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coach.dates.reading import Spoken
from coach.dates.words import MONTH, PART_OF_DAY, WEEKDAY, WEEKDAYS, fold

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
