"""What is known of a pair before a call, as far as one pair of eyes may see it.

known.py     recaps, promises and answers            sources.py    where a thing comes from
"""

from coach.past.known import Past

__all__ = ["Past"]
