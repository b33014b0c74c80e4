"""Feedback: what one of the two tells the other about their work or about working together."""

from __future__ import annotations

from coach.reading.listening import retold
from coach.reading.moments import Moments, quotes
from coach.records.claims import FeedbackClaim


def find_feedback(moments: Moments) -> tuple[FeedbackClaim, ...]:
    """Return what the two told each other about their work, strongest first."""
    return tuple(
        FeedbackClaim(
            giver=moment.who,
            receiver=moments.call.partner(moment.who),
            text=retold(moments.heart(moment)),
            quotes=quotes(moments, moment),
        )
        for moment in moments.strongest("feedback")
    )
