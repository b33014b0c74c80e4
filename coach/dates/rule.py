"""What a rule of the grammar is: words, the days they mean, an example and a near miss.

Every example is told on Thursday 25 September 2025, with the next call on 16 October. A near miss
is a phrase that the rule must leave alone. The tests run both, for every rule.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal, Protocol

from coach.dates.days import Days
from coach.dates.words import GAP

Kind = Literal[
    "day",  # named: "Friday", "tomorrow", "Christmas"
    "now",  # still today: "tonight", "when we hang up"
    "ordinal",  # by its number: "the 3rd", "3 October"
    "relative",  # counted from today: "in two weeks"
    "window",  # several days: "next week", "in January"
    "meeting",  # the next call: "till we speak next"
    "vague",  # a deadline that cannot be pinned by its own words: "soon", "on the Monday"
    "habit",  # no deadline: "on Fridays"
    "past",  # no deadline: "last week"
    "time",  # a time of day, which is no deadline by itself: "half seven"
]


class Frame(Protocol):
    """What a phrase is told against."""

    @property
    def today(self) -> date:
        """The day of the call, on the speaker's own calendar."""
        ...

    @property
    def meeting(self) -> date | None:
        """The day of the next call, where the pair agreed on one."""
        ...

    def day(self, words: str) -> date | None:
        """The day that a phrase inside a phrase means ("two weeks from *next Friday*")."""
        ...


Groups = dict[str, str]
"""The named parts of the words that were found; those that were not said are not in it."""
Meaning = Callable[[Groups, Frame], Days]


@dataclass(frozen=True)
class Rule:
    """One piece of a spoken date.

    A `shy` one counts only with a preposition or a neighbour. A `double` one has several days
    because it can be read in two ways, not because it comes again and again. A `numeric` one has a
    digit in it, and is not tried where the text has none.
    """

    kind: Kind
    says: str
    means: Meaning
    example: str
    near_miss: str
    shy: bool = False
    double: bool = False
    numeric: bool = False

    @property
    def spelling(self) -> str:
        """What `re` makes of `says`."""
        # A plain space stands for what separates words in speech: up to three spaces or commas.
        says = self.says.replace(" ?", r"\s{0,1}").replace(" ", GAP)
        return rf"(?<![\w'])(?:{says})(?!\w)"

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """`spelling`, compiled when it is first asked for."""
        return re.compile(self.spelling)

    def days(self, match: re.Match[str], frame: Frame) -> Days:
        """The days that this match of `pattern` means."""
        # A trailing underscore lets two branches of one pattern name the same group.
        said = {name.rstrip("_"): words for name, words in match.groupdict().items() if words}
        return self.means(said, frame)
