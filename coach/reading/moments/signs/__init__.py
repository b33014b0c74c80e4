"""Signs: what a turn does in a talk, as data, one module for each side of it.

    asking      what a question is after          settling    aims, proposals, rules, refusals
    answering   how the other one takes it        candour     valuing the other; trust
    telling     news, trouble, seeing anew        slippage    why a promise slipped

None of them makes a win or an insight on its own: the same "no" is a decision after an offer and
none after "cold?". What a sign is worth in the turn itself, in the one it answers and in the answer
to it is a weight (`weights`). Words are those of spoken English in any dialect; no subject matter
is named.
"""

from __future__ import annotations

from coach.reading.moments.signs.answering import ANSWERING
from coach.reading.moments.signs.asking import ASKING
from coach.reading.moments.signs.candour import CANDOUR, VALUING
from coach.reading.moments.signs.settling import SETTLING
from coach.reading.moments.signs.telling import TELLING

SIGNS = ASKING + ANSWERING + TELLING + SETTLING + VALUING + CANDOUR

__all__ = ["CANDOUR", "SIGNS"]
