"""Spoken dates: the words of a deadline and the day of the call make a day, or None.

    words       the vocabulary, and the numbers it stands for
    days        what dates mean: sets of days
    rule        what a rule is: words, meaning, example, near miss
    meanings    from words to days
    naming, spanning, leaning    the grammar, as three tables of rules
    reading     find: every deadline of a text
    choosing    due_of: the one deadline of a promise; resolve: the day of one phrase
    recalling   recall: the day told before that a phrase points back to; follow: counted from it

Conventions. A named weekday is its next occurrence after the call; "next Friday" is that of the
following calendar week (weeks start on Monday); a week ends on its Friday, a month on its last day;
"in two weeks" adds fourteen days; "before Friday" and "until Friday" are by Friday; any other
window ends on its last day. What can be read in two ways, or leans on something that was not said,
has no day: it is the person's to pin, not ours to guess.
"""

from coach.dates.choosing import (
    LIMITS,
    STARTS,
    chosen,
    due_of,
    is_at_once,
    is_past,
    is_remark,
    resolve,
    sharpens,
    takes_back,
)
from coach.dates.reading import RULES, Spoken, find
from coach.dates.recalling import follow, goes_on, is_span, is_told_in_full, points_back, recall
from coach.dates.rule import Kind, Rule

__all__ = [
    "LIMITS",
    "RULES",
    "STARTS",
    "Kind",
    "Rule",
    "Spoken",
    "chosen",
    "due_of",
    "find",
    "follow",
    "goes_on",
    "is_at_once",
    "is_past",
    "is_remark",
    "is_span",
    "is_told_in_full",
    "points_back",
    "recall",
    "resolve",
    "sharpens",
    "takes_back",
]
