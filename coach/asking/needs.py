"""What a call leaves open, and how much a question about it is worth.

    too many promises for one person     first: no other question helps before one of them gives
    what slipped, and is promised again  what stood in the way may stand there again
    what nobody gave a day               all there is to ask about a mentor's promise
    what asks most of its owner          see `worth`
    a goal that was stated in the call   what it takes, before it turns into a wish
    something seen in a new way          what follows from it
    what slipped, and the other goals    as far as there is room

A mentor's promise with a day needs no question: the ledger reminds of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from coach.asking.nouns import goal_as_thing, short_quote
from coach.asking.promised import nouns_in, promised
from coach.asking.wording import Need
from coach.asking.worth import MAKING, has_no_day, names_partner, worth
from coach.cues import plain
from coach.reading import Call
from coach.reading.words import content, count
from coach.records import Commitment, Evidence, Recap, Smart, Update

LOAD = 7
"""Promises that one person can be expected to keep before the next call."""
_SLIPPED_BEFORE, _NO_DAY, _MENTORS_DAY = 0.5, 0.25, -2.0
_FIRST_GOAL, _UNMEASURED, _KNOWN_GOAL, _SEEN, _SLIPPED, _STEP = 1.3, 0.6, -1.0, -0.5, -1.5, 0.5
"""What a question is worth, about nought for an ordinary promise; a second goal, insight or slip
is worth a `_STEP` less. Set by hand, near the log odds that a mentor asks about such a thing."""
_LET_GO = ("rescheduled", "not_done")
_LETTERS: tuple[Smart, ...] = ("measurable", "achievable")
"""Of a goal that was set before: what shows that it is reached, else what it takes."""


class Weighed(NamedTuple):
    """A need, and how much a question about it is worth."""

    worth: float
    need: Need


def needs(draft: Recap, call: Call) -> list[Need]:
    """Everything that could be asked about, what is best asked first."""
    again = _promised_again(draft, call)
    found = [
        *_promises(draft, call, again),
        *_goals(draft, call),
        *_insights(draft, call),
        *_slips(draft, call, again),
    ]
    ranked = [weighed.need for weighed in sorted(found, key=lambda it: -it.worth)]
    return [*_overload(draft, ranked), *ranked]


def _overload(draft: Recap, ranked: Sequence[Need]) -> Iterator[Need]:
    """Too many promises for one person; filed under the one that needs a question least."""
    owned = Counter(promise.owner for promise in draft.commitments if promise.owner)
    for owner, number in owned.items():
        if number > LOAD:
            ids = {promise.id for promise in draft.commitments if promise.owner == owner}
            *_, least = (need.about for need in ranked if need.about in ids)
            yield Need("overload", owner, f"{number} promises", least)


def _promises(
    draft: Recap, call: Call, again: Mapping[str, tuple[Commitment, Update]]
) -> Iterator[Weighed]:
    for promise in draft.commitments:
        if promise.owner:
            _, update = again.get(promise.id, (None, None))
            total = worth(promise, call) + _worth_of_day(promise, call)
            total += _SLIPPED_BEFORE if update else 0
            yield Weighed(total, _need(_gap(promise, update, call), promise))


def _worth_of_day(promise: Commitment, call: Call) -> float:
    """A mentor is asked for a day, and for nothing else."""
    if promise.due is None:
        return _NO_DAY * (2 if has_no_day(promise, call) else 1)
    return _MENTORS_DAY if promise.owner == call.relationship.mentor.name else 0


def _gap(promise: Commitment, slipped: Update | None, call: Call) -> str:
    """The one thing that a promise leaves open before all others."""
    if promise.firmness == "conditional":
        return "not_heard"
    if has_no_day(promise, call):
        return "time_bound"
    if "specific" in promise.gaps:
        return "specific"
    if slipped:
        return _gap_of(slipped, call)
    if promise.owner == call.relationship.mentor.name:
        return "not_heard"
    if MAKING.search(plain(promise.action)) and not names_partner(promise, call):
        return "support"
    return "obstacle"


def _gap_of(slipped: Update, call: Call) -> str:
    """What was half done was not stopped: ask about the other half. Twice is a pattern."""
    if slipped.status == "partly":
        return "obstacle"
    late = next(promise for promise in call.ledger if promise.id == slipped.commitment)
    before = (c for c in call.ledger if c.owner == late.owner and c.status in _LET_GO)
    twice = any(c.id < late.id and _shared(c, late) > 1 for c in before)
    return "pattern" if twice else "slipped"


def _slips(
    draft: Recap, call: Call, again: Mapping[str, tuple[Commitment, Update]]
) -> Iterator[Weighed]:
    """What slipped, and was not promised again."""
    taken_up = {earlier.id for earlier, _ in again.values()}
    for number, (earlier, update) in enumerate(_slipped(draft, call)):
        if earlier.id not in taken_up:
            undated = earlier.model_copy(update={"due": None})  # that day has passed
            yield Weighed(_SLIPPED - number * _STEP, _need(_gap_of(update, call), undated))


def _promised_again(draft: Recap, call: Call) -> dict[str, tuple[Commitment, Update]]:
    """By the id of a promise: the earlier one that slipped, and what this call says of it."""
    found: dict[str, tuple[Commitment, Update]] = {}
    for earlier, update in _slipped(draft, call):
        own = [promise for promise in draft.commitments if promise.owner == earlier.owner]
        likest = max(own, key=lambda new: _likeness(new, earlier, update), default=None)
        if likest and _likeness(likest, earlier, update) > 1:
            found.setdefault(likest.id, (earlier, update))
    return found


def _likeness(new: Commitment, earlier: Commitment, update: Update) -> int:
    """Words that two promises share; one made where the other was spoken of counts as two."""
    spoken_of = {item.turn for item in update.evidence} & {item.turn for item in new.evidence}
    return _shared(new, earlier) + 2 * bool(spoken_of)


def _shared(one: Commitment, other: Commitment) -> int:
    return len(content(one.action) & content(other.action))


def _slipped(draft: Recap, call: Call) -> Iterator[tuple[Commitment, Update]]:
    known = {promise.id: promise for promise in call.ledger if promise.owner}
    for update in draft.updates:
        if update.status in (*_LET_GO, "partly") and update.commitment in known:
            yield known[update.commitment], update


def _goals(draft: Recap, call: Call) -> Iterator[Weighed]:
    """The goals of this call, then those of the pair."""
    mentee = call.relationship.mentee.name
    value = _KNOWN_GOAL if call.relationship.goals else _FIRST_GOAL
    for number, goal in enumerate(draft.goals, start=1):
        if goal.who in (None, mentee):
            id = f"{draft.session}#g{number}"
            yield Weighed(value, Need("achievable", mentee, goal_as_thing(goal.text), id))
            value -= _STEP
    for known in call.relationship.goals:
        if letter := next((letter for letter in _LETTERS if letter in known.gaps), None):
            total = _UNMEASURED if letter == "measurable" else _KNOWN_GOAL - _STEP
            yield Weighed(total, Need(letter, mentee, goal_as_thing(known.text), known.id))


def _insights(draft: Recap, call: Call) -> Iterator[Weighed]:
    """What the mentee saw in a new way, in words that stand alone."""
    mentee = call.relationship.mentee.name
    own = (point.evidence for point in draft.insights if point.who == mentee)
    telling = [said for evidence in own if (said := _stands_alone(evidence, mentee))]
    for number, said in enumerate(telling):
        need = Need("insight", mentee, "", f"turn:{said.turn}", quote=short_quote(said.quote))
        yield Weighed(_SEEN - number * _STEP, need)


def _stands_alone(evidence: Sequence[Evidence], speaker: str) -> Evidence | None:
    own = (item for item in evidence if item.speaker == speaker)
    fit = (item for item in own if count(item.quote) >= 6 and len(content(item.quote)) >= 2)
    return next(fit, None)


def _need(gap: str, promise: Commitment) -> Need:
    assert promise.owner
    thing = promised(promise)
    return Need(gap, promise.owner, thing, promise.id, promise.due, nouns_in(thing))
