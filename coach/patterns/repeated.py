"""Reasons, promises and challenges of two calls or more."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from coach.asking.nouns import as_thing, short_quote
from coach.asking.promised import promised
from coach.library import Framework
from coach.past import Past
from coach.past.sources import of_commitment, of_words
from coach.patterns.slipped import AGAIN, NOT_YET, not_yet
from coach.reading.words import content
from coach.records import (
    Commitment,
    Evidence,
    Pattern,
    Point,
    Recap,
    SlippageReason,
    Slipped,
    Source,
    Update,
)


def same_reason(slips: Iterable[Slipped], frameworks: Mapping[str, Framework]) -> Iterator[Pattern]:
    """The same reason of the same person, why something meant did not happen."""
    given: dict[tuple[SlippageReason, str], list[Slipped]] = defaultdict(list)
    for slip in slips:
        if slip.reason:
            given[slip.reason, slip.who].append(slip)
    for (reason, who), told in given.items():
        if len(sessions := _sessions(slip.session for slip in told)) >= AGAIN:
            yield Pattern(
                kind="reason",
                text=frameworks["slippage"].question(reason).text,
                who=who,
                reason=reason,
                sessions=sessions,
                sources=tuple(slip.sources[-1] for slip in told),
                question=_question(
                    reason, as_thing(told[-1].text), told[-1].sources[-1], frameworks
                ),
            )


def moved(
    past: Past, slips: Sequence[Slipped], frameworks: Mapping[str, Framework]
) -> Iterator[Pattern]:
    """A promise that is open still, and was not there yet in two calls.

    A promise that was moved lives on as a newer one: both are the same intention.
    """
    before = dict(_earlier(past))
    living_on = set(before.values())
    for promise in past.ledger:
        ids = _line(promise.id, before)
        heard = [
            (recap, update)
            for recap in past.recaps
            for update in recap.updates
            if update.commitment in ids and update.status in NOT_YET
        ]
        sessions = _sessions(recap.session for recap, _ in heard)
        latest = promise.is_open and promise.id not in living_on
        if latest and len(sessions) >= AGAIN:
            given = [slip for slip in slips if slip.commitment in ids and slip.reason]
            last = given[-1] if given else None
            sources = tuple(not_yet(recap, update, promise) for recap, update in heard)
            question = _question(
                last.reason if last else None,
                promised(promise),
                last.sources[-1] if last else None,
                frameworks,
            )
            yield Pattern(
                kind="promise",
                text=promise.action,
                who=promise.owner,
                reason=last.reason if last else None,
                sessions=sessions,
                sources=(of_commitment(promise), *sources),
                question=question,
            )


def once_more_hard(recaps: Sequence[Recap]) -> Iterator[Pattern]:
    """The same thing said to be hard: two telling words in common, in different calls."""
    groups: list[list[tuple[Recap, Point]]] = []
    for recap in recaps:
        for point in recap.challenges:
            alike = (group for group in groups if _is_one(point, group[-1][1]))
            group = next(alike, None)
            if group is None:
                groups.append([(recap, point)])
            else:
                group.append((recap, point))
    for group in groups:
        if len(sessions := _sessions(recap.session for recap, _ in group)) >= AGAIN:
            shared = frozenset.intersection(*(content(point.text) for _, point in group[-2:]))
            yield Pattern(
                kind="challenge",
                text=group[-1][1].text,
                who=group[-1][1].who,
                sessions=sessions,
                sources=tuple(_said(recap, point, shared) for recap, point in group),
            )


def _line(id: str, before: Mapping[str, str]) -> set[str]:
    """A promise and the earlier ones that it takes up."""
    ids = {id}
    while (id := before.get(id, id)) not in ids:
        ids.add(id)
    return ids


def _earlier(past: Past) -> Iterator[tuple[str, str]]:
    """Each promise that takes up one that was not there yet, with that one, by their ids."""
    known = {promise.id: promise for promise in past.ledger}
    for recap in past.recaps:
        new = [c for c in past.ledger if c.id.partition("#")[0] == recap.session]
        for update in recap.updates:
            old = known.get(update.commitment)
            if old and update.status in NOT_YET:
                for promise in new:
                    if promise.id != old.id and _takes_up(promise, old, update):
                        yield promise.id, old.id


def _takes_up(promise: Commitment, old: Commitment, update: Update) -> bool:
    shared = content(promise.action) & content(old.action)
    smaller = min(len(content(promise.action)), len(content(old.action)))
    beside = {e.turn for e in update.evidence} & {e.turn for e in promise.evidence}
    alike = 2 * len(shared) >= max(smaller, 1) and (len(shared) > 1 or bool(beside))
    return promise.owner == old.owner and bool(shared) and alike


def _is_one(one: Point, other: Point) -> bool:
    return one.who == other.who and len(content(one.text) & content(other.text)) >= AGAIN


def _said(recap: Recap, point: Point, shared: frozenset[str]) -> Source:
    """The words of a point that say what it shares with the others."""

    def rank(item: Evidence) -> int:
        return -len(content(item.quote) & shared)

    best = sorted(point.evidence, key=rank)[:1]
    turn = best[0].turn if best else 0
    return of_words("note", f"{recap.session}#turn:{turn}", point.text, recap, best)


def _question(
    reason: SlippageReason | None,
    thing: str,
    source: Source | None,
    frameworks: Mapping[str, Framework],
) -> str | None:
    """The reason's own question about the promise; without a reason that of a pattern."""
    nouns = {"thing": thing}
    if source and source.quote:
        nouns["quote"] = short_quote(source.quote)
    pack, id = ("slippage", reason) if reason else ("follow-up", "pattern")
    found = [q for q in frameworks[pack].questions if q.id == id] if pack in frameworks else []
    return next((text for question in found for text in question.wordings(**nouns)), None)


def _sessions(said_in: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(said_in))
