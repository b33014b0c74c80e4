"""Trust moments: one of five behaviours, seen or missed once. Never a score of anybody.

Discretion, communication (says openly what the other should know), words matching deeds, saying
where one's knowledge ends, and accountability (owns up, asks for no excuse, praises a kept word).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from coach.reading.moments import Moments, quotes
from coach.records import TrustBehaviour
from coach.records.claims import TrustClaim

_SHOWS: Mapping[str, tuple[TrustBehaviour, Literal["shown", "missed"]]] = {
    "not_my_field": ("knowledge_boundaries", "shown"),
    "stays_here": ("discretion", "shown"),
    "admits": ("accountability", "shown"),
    "broke_word": ("words_match_deeds", "missed"),
    "declares": ("communication", "shown"),
    "knows_limits": ("knowledge_boundaries", "shown"),
    "keeps_secret": ("discretion", "shown"),
    "owns_up": ("accountability", "shown"),
    "discloses": ("communication", "shown"),
    "did_not": ("words_match_deeds", "missed"),
    "kept_word": ("words_match_deeds", "shown"),
}
"""What each sign of candour shows. Of several the first counts: who owns up to a broken word has
shown accountability, and that is the thing to remember."""


def find_trust(moments: Moments) -> tuple[TrustClaim, ...]:
    """Return the clearest trust moments, strongest first, each behaviour of a person once."""
    claims: dict[tuple[str, TrustBehaviour], TrustClaim] = {}
    for moment in moments.strongest("trust"):
        features = moments.features(moment)
        behaviour, polarity = next(
            shows for sign, shows in _SHOWS.items() if f"own.{sign}" in features
        )
        claims.setdefault(
            (moment.who, behaviour),
            TrustClaim(
                behaviour=behaviour,
                who=moment.who,
                polarity=polarity,
                quotes=quotes(moments, moment),
            ),
        )
    return tuple(claims.values())
