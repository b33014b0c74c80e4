"""Numbers that were said of the same thing in different calls.

A number is taken with its noun ("three users") or with its whole ("four of six"); a bare one counts
nothing. Two are of the same thing where their head nouns are one word, or where both are shares of
the same whole, said by the same person. Dates, clock times and lengths of time count nothing here:
they say when, not how much. Nothing is worked out of them, and no trend is told.

>>> [(one.value, one.unit) for one in numbers("Four of six reviews, and I wrote to three users")]
[('Four of six', 'reviews'), ('three', 'users')]
>>> [(one.value, one.unit) for one in numbers("It was four out of five last week, on 3 March")]
[('four out of five', '')]
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from math import isfinite
from typing import NamedTuple

from coach.past.sources import of_words
from coach.reading.nouns import things
from coach.reading.words import stem
from coach.records import Evidence, Measure, MeasureReading, Recap

_UNITS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_WORD = rf"(?:(?:{'|'.join(_TENS)})(?:[ -](?:{'|'.join(_UNITS[:9])}))?|{'|'.join(_UNITS)})"
_SCALES = {"hundred": 100, "thousand": 1000, "grand": 1000, "k": 1000, "million": 1_000_000}
_SCALE = r"(?: (?:hundred|thousand|million|grand|k))"
_NUMBER = rf"(?:[$£€¥₦₹]?\d[\d,.]*\d|[$£€¥₦₹]?\d|{_WORD}){_SCALE}{{0,2}}"
_SHARE = re.compile(
    rf"(?<![\w-])(?P<part>{_NUMBER}) (?:out )?of (?:the |our |my |your |their |his |her )?"
    rf"(?P<whole>{_NUMBER})(?![\w-])",
    re.IGNORECASE,
)
_PERCENT = re.compile(
    rf"(?<![\w.-]){_NUMBER} ?(?:%|per ?cent\b)(?: of (?:the|our|my|your|their|his|her)?\b)?",
    re.IGNORECASE,
)
_COUNT = re.compile(rf"(?<![\w.-]){_NUMBER}(?![\w%-])(?! (?:out )?of\b)", re.IGNORECASE)
_RUN = re.compile(
    r"(?:\s(?!(?:this|that|last|next|each|every|per|an?|the)\b)[a-z][\w'’-]*){1,3}", re.IGNORECASE
)
_DATED = re.compile(
    r"(?:\b(?:at|by|on|the|since|until|till|page|slide|chapter|year|call|number|no|bay|ward|january"
    r"|february|march|april|may|june|july|august|september|october|november|december)\s|[:#])$",
    re.IGNORECASE,
)
"""Before a number that names a place in a row, and counts nothing."""
_CLOCK = ("o'clock", "o’clock", "am", "pm", "hundred")
_ASKED = re.compile(
    r"^\W*(?:did|do|have|has|will|can|could|would|are|were|is|was) (?:you|we|they|he|she|it)\b",
    re.IGNORECASE,
)
"""A number in a question is nobody's reading."""
_TOLD = ("updates", "wins", "challenges", "insights", "feedback")
_AIMED = ("goals", "decisions", "commitments")


class Amount(NamedTuple):
    """How much a number says: 3, and of how many, where it is a share."""

    number: float
    whole: float | None = None


def amount(value: str) -> Amount | None:
    """The words of a number as an amount; None for what is no number.

    >>> amount("three out of five"), amount("22%")
    (Amount(number=3.0, whole=5.0), Amount(number=22.0, whole=100.0))
    >>> amount("twenty-two thousand"), amount("a few")
    (Amount(number=22000.0, whole=None), None)
    """
    said = value.casefold().strip()
    if percent := re.fullmatch(r"(.*?) ?(?:%|per ?cent)", said):
        part = _amount(percent[1])
        return None if part is None else Amount(part, 100.0)
    share = re.fullmatch(r"(.+?) (?:out )?of (?:(?:the|our|my|your|their|his|her) )?(.+)", said)
    amounts = [_amount(each) for each in (share.groups() if share else (said,))]
    if amounts[0] is None or amounts[-1] is None:
        return None
    return Amount(amounts[0], amounts[1] if share else None)


def _amount(words: str) -> float | None:
    """Digits or number words, each with its scales: "two hundred", "1,200"."""
    total = 0.0
    for word in words.replace("-", " ").split() or [""]:
        if word in _SCALES:
            total = (total or 1) * _SCALES[word]
        elif word in _UNITS:
            total += _UNITS.index(word) + 1
        elif word in _TENS:
            total += 10 * (_TENS.index(word) + 2)
        elif re.fullmatch(r"[$£€¥₦₹]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?", word, re.ASCII):
            total += float(word.lstrip("$£€¥₦₹").replace(",", ""))
        else:
            return None
    return total if isfinite(total) else None


class Number(NamedTuple):
    """A number as it was said, what it counts, and the whole that it is a share of."""

    value: str
    unit: str
    whole: str = ""
    head: str = ""

    @property
    def counts(self) -> str:
        """What makes two numbers comparable: the head noun, else the whole."""
        return f"{stem(self.head)} {self.whole == '%'}" if self.head else f"out of {self.whole}"


def numbers(text: str) -> Iterator[Number]:
    """Every number of `text` that counts something. "One" alone is an article as often as not."""
    line = " ".join(text.split())
    shares, percents = list(_SHARE.finditer(line)), list(_PERCENT.finditer(line))
    for match in shares:
        unit, head = _noun(line[match.end() :])
        yield Number(match.group(), unit, match["whole"].lower(), head)
    for match in percents:
        unit, head = _noun(f" {line[match.end() :].lstrip()}")
        if " of" in match.group() and head:
            yield Number(match.group().partition(" of")[0], unit, "%", head)
    for match in _COUNT.finditer(line):
        taken = (*shares, *percents)
        inside = any(other.start() <= match.start() < other.end() for other in taken)
        counts = not inside and match.group().lower() != "one"
        if counts and not _DATED.search(line[: match.start()]):
            unit, head = _noun(line[match.end() :])
            if head:
                yield Number(match.group(), unit, head=head)


def _noun(after: str) -> tuple[str, str]:
    """The noun phrase right after a number, and its head; empty where it is none, or a time."""
    run = _RUN.match(after)
    found = things(f"the{run.group()}") if run else ()
    if not found or found[0].head in _CLOCK:
        return "", ""
    return found[0].words.removeprefix("the "), found[0].head


def measures(recaps: Sequence[Recap]) -> tuple[Measure, ...]:
    """What was counted in two calls or more, each call's last word on it."""
    series: dict[tuple[str, str | None], dict[str, tuple[str, MeasureReading]]] = defaultdict(dict)
    for recap in recaps:
        for aim, evidence in _quotes(recap):
            for number in numbers(evidence.quote):
                who = None if number.unit else evidence.speaker
                reading = MeasureReading(
                    value=number.value,
                    who=evidence.speaker,
                    aim=aim,
                    source=of_words(
                        "note", f"{recap.session}#turn:{evidence.turn}", "", recap, [evidence]
                    ),
                )
                unit = number.unit or f"out of {number.whole}"
                series[number.counts, who][recap.session] = (unit, reading)
    return tuple(
        Measure(unit=told[-1][0], readings=tuple(reading for _, reading in told))
        for by_call in series.values()
        for told in [list(by_call.values())]
        if len(told) > 1 and not all(reading.aim for _, reading in told)
    )


def _quotes(recap: Recap) -> Iterator[tuple[bool, Evidence]]:
    """The quotes of a call, what is wanted before what is: of two, the latter stands."""
    for aim, fields in ((True, _AIMED), (False, _TOLD)):
        for field in fields:
            for item in getattr(recap, field):
                for evidence in item.evidence:
                    if not _ASKED.search(evidence.quote):
                        yield aim, evidence
