"""Two homes: what of one may leave it for the other, and what of a file from there is taken.

    giving.py    a home into what both may know        paper.py     a file into that, checked
    alike.py     the same promise, told by two homes   taking.py    that into a home
    merging.py   goals and the next day                folding.py   a call that is read after all
    never.py     what is taken out as never promised   brought.py   what a file brings, as shown

Promises go out that a person confirmed, goals, and the day of the next call. Of a promise its owner
has the last word: what the partner's file says of one's own is shown, and changes nothing.
"""

from coach.sharing.brought import Brought, Differs
from coach.sharing.folding import fold
from coach.sharing.giving import given
from coach.sharing.paper import Paper, is_about, read_shared, require_from_the_partner
from coach.sharing.taking import weigh

__all__ = [
    "Brought",
    "Differs",
    "Paper",
    "fold",
    "given",
    "is_about",
    "read_shared",
    "require_from_the_partner",
    "weigh",
]
