"""The next call: the day that both agreed on, and what it is to start with.

People settle it late in a call and in several breaths: somebody asks when, days are tried and
turned down, one is said back. `table` hears the days, `settling` tells which of them stands.
"""

from __future__ import annotations

from itertools import pairwise

from coach.reading import Call
from coach.reading.days.arranging import GOALS, LEAD, NEXT_TIME, TASK, WHAT_FOR
from coach.reading.meeting.settling import Settling
from coach.reading.meeting.table import Mention, Table
from coach.reading.promise.thread import said_in
from coach.reading.speech import Sentence
from coach.records.claims import MeetingClaim, Quote


def find_next_meeting(call: Call) -> MeetingClaim | None:
    """Claim the day that both agreed to meet on next; None where they agreed on none."""
    table = Table(call)
    settling = Settling(table)
    agreed = settling.agreed()
    if not agreed:
        return None
    pin = max(
        agreed,
        key=lambda m: (
            table.resolves(m),
            _is_whole(m),
            m.counted_from is None,
            len(m.spoken.phrase),
            settling.weights[m],
        ),
    )
    if not table.resolves(pin):
        return None
    goal = _goal(table, agreed[-1].sentence)
    start = pin.counted_from
    shown = {each.sentence for each in agreed if settling.weights[each] > 0 or each == pin}
    shown |= {each for each in (goal, start and start.sentence) if each}
    return MeetingClaim(
        phrase=pin.spoken.phrase,
        quotes=tuple(
            Quote(turn=turn, words=words)
            for sentence in sorted(shown, key=lambda each: each.index)
            for turn, words in sentence.quotes()
        ),
        goal=LEAD.sub("", goal.text) if goal else None,
        counted_from=said_in(start.spoken, start.sentence) if start else None,
    )


def _is_whole(mention: Mention) -> bool:
    """Do its words end there, unlike "three weeks from today'd be ..."?"""
    return mention.sentence.text[mention.spoken.end :][:1] not in ("'", "’")


def _goal(table: Table, last: Sentence) -> Sentence | None:
    """Where somebody says, after the day was set, what the next call is for."""
    following = [s for s in table.after(last) if s.turn <= last.last_turn + 6]
    telling = [s for s in (last, *following) if s.content or s.length > 3]
    for question, reply in pairwise(following):
        if reply.speaker != question.speaker and WHAT_FOR.search(table.said[question.index]):
            return next((s for s in telling if s.turn == reply.turn), None)
    for sentence in telling:
        said = table.said[sentence.index]
        if table.has(GOALS, sentence) and "?" not in said and not TASK.search(said):
            return sentence
    return next(
        (
            s
            for s in table.late
            if NEXT_TIME.search(table.said[s.index]) and table.has(GOALS[:1], s)
        ),
        None,
    )
