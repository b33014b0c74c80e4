"""Signs: how people voice what a call holds, as data, one module a kind.

The weight says how much a wording tells on its own (3: this is one; 2: likely; 1: only together
with something else). What the other one answers adds to it (`coach.reading.points`). Words are
those of spoken English in any dialect; no subject matter is named.
"""

from __future__ import annotations

from coach.reading.signs.challenges import CHALLENGES
from coach.reading.signs.decisions import DECISIONS
from coach.reading.signs.goals import GOALS
from coach.reading.signs.insights import INSIGHTS
from coach.reading.signs.wins import WINS

POINTS = GOALS + WINS + CHALLENGES + INSIGHTS + DECISIONS

__all__ = ["CHALLENGES", "DECISIONS", "GOALS", "INSIGHTS", "POINTS", "WINS"]
