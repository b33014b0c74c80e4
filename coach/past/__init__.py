"""What is known of a pair before a call, as far as one pair of eyes may see it.

known.py     recaps, promises and answers            sources.py    where a thing comes from
covered.py   parts of frameworks that calls touched
"""

from coach.past.covered import RECENT, Covered, Touched, covered
from coach.past.known import Past

__all__ = ["RECENT", "Covered", "Past", "Touched", "covered"]
