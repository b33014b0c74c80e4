"""What both promised, from the day it was said to the day it is settled.

A step is what one call, or one hand, made of a promise; its life is all of them. Nothing here
changes the ledger: it is read, and a change by hand is checked.

    life.py        promised, moved, done: each with its day and words
    following.py   which promise of a call a moved one lives on in
    confidence.py  promises to keep something to oneself
    reminding.py   what is due, in whose order, and what a calendar is told
    editing.py     what a person may change
"""

from coach.promises.confidence import about_discretion, assurances
from coach.promises.editing import corrected
from coach.promises.life import Lives, Step, settled_by, within_limits
from coach.promises.reminding import Due, Reminder, due_until, kept_by_hand, reminders_of

__all__ = [
    "Due",
    "Lives",
    "Reminder",
    "Step",
    "about_discretion",
    "assurances",
    "corrected",
    "due_until",
    "kept_by_hand",
    "reminders_of",
    "settled_by",
    "within_limits",
]
