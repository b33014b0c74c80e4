"""Feedback: what one of the two tells the other about their work or about working together."""

from __future__ import annotations

from coach.reading.moments import Moments, is_asked, quotes
from coach.reading.moments.listening import retold
from coach.records.claims import FeedbackClaim


def find_feedback(moments: Moments) -> tuple[FeedbackClaim, ...]:
    """Return what the two told each other about their work, strongest first.

    What is only asked ("Last time you said you'd ring him, did you?") tells nobody how they do.
    """
    return tuple(
        FeedbackClaim(
            giver=moment.who,
            receiver=moments.call.partner(moment.who),
            text=retold(moments.heart(moment)),
            quotes=quotes(moments, moment),
        )
        for moment in moments.strongest("feedback")
        if not is_asked(moments.heart(moment))
    )
