"""What was meant to happen and did not, as each call tells it, with the reason that was given.

A reason counts only where it is tied to an intention: to a promise that was not there yet, or, said
by the mentee, to a deed of their own that the same words say was not done. What a mentor left
undone long ago is a story; what the mentee did not *know* or *want* is no deed; and "I've not
started" says that it was not done, and not why.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from coach.cues import Cue, plain
from coach.past import Past
from coach.past.sources import of_words
from coach.reading.moments.signs.slippage import REASONS
from coach.records import Commitment, Recap, Relationship, Slippage, Slipped, Source, Update

AGAIN = 2
"""Calls in which something is heard before it is called a pattern."""
NOT_YET = ("partly", "not_done", "rescheduled")
"""What a promise became that asks for it again."""
UNDONE = Cue(
    "a deed that was not done",
    r"\b(?:i|we)(?:'ve| have|'d| had)?(?: just| still| clean| only| even| really| never| \w+ly)*"
    r" (?:forgot(?:ten)?(?= (?:to|it|that|about)\b|\W*$|,)|skipped(?! over)|missed"
    r"|(?:kept |been |keep )?put(?:ting)? (?:it|that|this|them) off|left it|parked it|pushed it"
    r"|let it slide|chickened out|(?:didn't|haven't|hadn't|not|couldn't|never)(?: even| really"
    r"| just| yet| actually)? (?!know|knew|understand|understood|think|thought|want|mean|meant|feel"
    r"|felt|like|need|have|had|see|saw|believe|remember|realise|expect|care|been|be|able|sure)\w+)"
    r"|\bi just never\b|\b(?:it|that) (?:went|slipped) (?:clean )?(?:out of|my)\b",
    fits="i've just not chased it",
    but_not="i didn't know if i should message you",
)
_BARE = re.compile(
    r"\b(?:i|we)(?:'ve| have)?(?: just| still)? (?:not (?:chased|started)|didn't (?:chase|get to)"
    r"|never)\b"
)
_A_NO = re.compile(r"\b(?:not|no|never|nothing|half|only|forgot|cancelled)\b|n't\b")
_PRIORITY = next(sign for sign in REASONS if sign.kind == "priority")


def slipped(past: Past, relationship: Relationship) -> Iterator[Slipped]:
    """Everything that slipped, the earliest call first."""
    promises = {promise.id: promise for promise in past.ledger}
    names = [person.name for person in relationship.people]
    mentee = relationship.mentee.name
    for recap in past.recaps:
        told: set[int] = set()
        for update in recap.updates:
            promise = promises.get(update.commitment)
            if promise and promise.owner in names:
                reasons = [
                    place
                    for place, slip in enumerate(recap.slippage)
                    if _is_of(slip, update, promise)
                ]
                told.update(reasons)
                if reasons or update.status in ("not_done", "rescheduled"):
                    given = [recap.slippage[place] for place in reasons]
                    yield from _of_promise(recap, update, promise, given)
        rest = [slip for place, slip in enumerate(recap.slippage) if place not in told]
        yield from _on_its_own(recap, rest, mentee)


def _is_of(slip: Slippage, update: Update, promise: Commitment) -> bool:
    """Is it why this promise was not there? Named so, or said by its owner in the same words."""
    if update.status == "done" or not _gives_a_reason(slip):
        return False
    if slip.commitment == promise.id:
        return True
    return any(
        one.turn == other.turn
        and one.speaker == promise.owner
        and (one.quote in other.quote or other.quote in one.quote)
        for one in slip.evidence
        for other in update.evidence
    )


def _gives_a_reason(slip: Slippage) -> bool:
    """Is there more than that it was not done?"""
    left = _BARE.sub(" ", _said(slip))
    return bool(slip.evidence) and (slip.reason != "priority" or bool(_PRIORITY.search(left)))


def _of_promise(
    recap: Recap, update: Update, promise: Commitment, given: list[Slippage]
) -> Iterator[Slipped]:
    told = [not_yet(recap, update, promise), *(_source(recap, slip) for slip in given)]
    if sources := _each_once(told):
        yield Slipped(
            session=recap.session,
            who=promise.owner or "",
            commitment=promise.id,
            text=promise.action,
            became=update.status,
            reason=given[0].reason if given else None,
            sources=sources,
        )


def not_yet(recap: Recap, update: Update, promise: Commitment) -> Source:
    """The words that say a promise was not there yet: its owner's, and those with a no in them.

    A note, since the source of an update is praised as kept.
    """
    own = [item for item in update.evidence if item.speaker == promise.owner]
    told = [item for item in own or update.evidence if _A_NO.search(plain(item.quote))]
    words = told or own or update.evidence
    return of_words("note", promise.id, promise.action, recap, words)


def _on_its_own(recap: Recap, slips: Iterable[Slippage], mentee: str) -> Iterator[Slipped]:
    """Reasons for what was no promise, or for one that no update tells of."""
    for slip in slips:
        own = all(item.speaker == mentee for item in slip.evidence)
        if own and _gives_a_reason(slip) and UNDONE.search(_said(slip)):
            source = _source(recap, slip)
            yield Slipped(session=recap.session, who=mentee, reason=slip.reason, sources=(source,))


def _said(slip: Slippage) -> str:
    return " ".join(plain(item.quote) for item in slip.evidence)


def _source(recap: Recap, slip: Slippage) -> Source:
    turn = slip.evidence[0].turn
    return of_words("note", f"{recap.session}#turn:{turn}", "", recap, slip.evidence)


def _each_once(sources: Iterable[Source]) -> tuple[Source, ...]:
    """The sources with words, the same words once; of two, the one that knows what it is about."""
    kept: dict[str, Source] = {}
    for source in sources:
        if source.quote:
            kept.setdefault(source.quote.casefold(), source)
    return tuple(kept.values())
