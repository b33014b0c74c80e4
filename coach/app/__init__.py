"""The coach as front ends hold it: one object, one verb for each thing a person does.

    home.py            what every verb stands on        pair.py         the two people
    after_a_call.py    a transcript into a recap        before_a_call.py    an agenda, a search
    between_calls.py   promises, patterns, questions    two_homes.py    what the partner is told
    working.py         how the two work together        ending.py       the last meeting, a keepsake
    choosing.py        the model that is asked, how long texts stay

>>> from coach import Coach
>>> coach = Coach("notes")                                    # doctest: +SKIP
>>> coach.add("dana-karthik", mentor="Dana", mentee="Karthik") # doctest: +SKIP
>>> draft = coach.recap("call-1.vtt", who="dana-karthik")      # doctest: +SKIP
"""

from __future__ import annotations

from coach.app.after_a_call import AfterACall
from coach.app.before_a_call import BeforeACall
from coach.app.between_calls import BetweenCalls
from coach.app.choosing import Choosing
from coach.app.ending import Ending
from coach.app.pair import Pair
from coach.app.two_homes import TwoHomes
from coach.app.working import Working

__all__ = ["Coach"]


class Coach(Pair, AfterACall, BeforeACall, BetweenCalls, Working, TwoHomes, Ending, Choosing):
    """One person's coach, over one home folder. Close it, or use it in a `with`.

    What is not given here is as the environment has it: `Coach("notes", model="openai:MODEL",
    base_url="http://localhost:11434/v1")`, or `COACH_MODEL` and `COACH_BASE_URL`; and what that
    does not say is as the home keeps it: see `change_settings`.
    """
