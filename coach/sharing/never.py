"""What one of the two says was never promised: told without its words, and asked in the other home.

Nobody's yes is another's. So a partner's word that a line was never promised, or that it was one
after all, changes nothing by itself: it waits until this home's owner says yes or no to it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from math import inf
from typing import TYPE_CHECKING

from coach.evidence import words
from coach.offlimits import speaks_of
from coach.records import (
    NEVER,
    PROMISED,
    Commitment,
    Relationship,
    Shared,
    SharedNever,
    SharedPromise,
)
from coach.records.base import moment
from coach.records.exchange import visible
from coach.records.history import Change, in_time, sum_of
from coach.sharing.alike import same_day

if TYPE_CHECKING:
    from coach.store import Held

History = Sequence[Change]

# --- told to the partner --------------------------------------------------------------------------


def told_as_never(
    promise: Commitment,
    history: History,
    held_on: datetime | date,
    quotes: Iterable[str],
    relationship: Relationship,
) -> SharedNever | None:
    """A line that was taken out, as the partner may hear of it: not a word of it.

    `quotes` are those that could have been told of it. None where nothing could have been.
    """
    wordings = (one for one in _wordings(history) if visible(one))
    tellable = (one for one in wordings if not speaks_of(one, relationship))
    known = dict.fromkeys(fingerprint(text) for text in (*tellable, *quotes))
    if not known:
        return None
    return SharedNever(
        id=promise.id,
        owner=visible(promise.owner or ""),
        promised_on=held_on,
        as_of=_since(history),
        fingerprints=tuple(known)[:60],
    )


def fingerprint(text: str) -> str:
    """What the same words have in every home, however they are typed.

    >>> fingerprint("Send the budget.") == fingerprint("send the  budget")
    True
    """
    return hashlib.sha256(" ".join(words(text)).encode()).hexdigest()[:32]


def _wordings(history: History) -> Iterator[str]:
    """Every wording that it had: the partner holds the one that stood when a file went out."""
    ordered = in_time(history)
    for length in range(len(ordered), 0, -1):
        yield sum_of(ordered[:length]).action


def _since(history: History) -> datetime | date:
    """When it was last taken out."""
    ordered, was = in_time(history), False
    since = ordered[0].at
    for length, change in enumerate(ordered, 1):
        now = sum_of(ordered[:length]).status == NEVER
        since, was = (change.at if now and not was else since), now
    return since


# --- heard from the partner -----------------------------------------------------------------------


@dataclass(frozen=True)
class Doubts:
    """What a file takes out, or brings back: none of it before this home's owner says so."""

    never: tuple[Commitment, ...] = ()
    """stand here, and the sender says that nobody promised them"""
    after_all: tuple[Commitment, ...] = ()
    """were taken out here at the sender's word, who says now that they were promised"""
    taken_back: tuple[Commitment, ...] = ()
    """the sender's word that waited here, and waits no more"""
    unknown: int = 0
    """lines that are not here, or are off limits"""
    changes: tuple[Change, ...] = ()


def doubts(
    shared: Shared,
    held: Held,
    ledger: Mapping[str, Commitment],
    matched: Sequence[tuple[SharedPromise, Commitment]],
) -> Doubts:
    """What the file says was never promised, and what of that it takes back.

    Each newer word is kept, also one that asks nothing: a file that was on its way for longer says
    nothing new against it.
    """
    sender = held.relationship.person(shared.sender).name
    there = [one for id, one in ledger.items() if id not in {mine.id for _, mine in matched}]
    found = _found(shared, held, [one for one in there if _may_be_known(one, held.relationship)])
    never, after_all, taken_back, changes = [], [], [], []

    def says(mine: Commitment, at: datetime | date, **word: str | None) -> None:
        changes.append(Change(commitment=mine.id, session=None, origin=sender, at=at, fields=word))

    for gone, mine in found:
        history = held.histories[mine.id]
        if moment(gone.as_of) <= _last_word(history, sender)[0] or _is_refused(mine):
            continue
        if mine.status == NEVER:
            taken_back += [mine] if mine.partner_says == PROMISED else []
            says(mine, gone.as_of, partner_says=NEVER)
        elif moment(gone.as_of) > _answered(history):
            never.append(mine)
            says(mine, gone.as_of, partner_says=NEVER)
        else:
            says(mine, gone.as_of)
    for told, mine in matched:
        at, word = _last_word(held.histories[mine.id], sender)
        if moment(told.as_of) <= max(at, moment(told.promised_on)):
            continue
        if mine.status == NEVER and word == NEVER:
            after_all.append(mine)
            says(mine, told.as_of, partner_says=PROMISED)
        elif mine.partner_says == NEVER:
            taken_back.append(mine)
            says(mine, told.as_of, partner_says=None)
        else:
            says(mine, told.as_of)
    return Doubts(
        tuple(never),
        tuple(after_all),
        tuple(taken_back),
        unknown=len(shared.never_promised) - len(found),
        changes=tuple(changes),
    )


def _found(
    shared: Shared, held: Held, there: Sequence[Commitment]
) -> list[tuple[SharedNever, Commitment]]:
    """Each line that is taken out, with the one here that it is: by its wording, else its words.

    Words prove more than one promise at times: then they tell nothing.
    """
    names = {shared.mentor: held.relationship.mentor, shared.mentee: held.relationship.mentee}
    found: dict[str, tuple[SharedNever, Commitment]] = {}
    for of in (_by_wording, _by_words):
        for told in shared.never_promised:
            if told.id in found:
                continue
            taken = {mine.id for _, mine in found.values()}
            fit = [
                one
                for one in there
                if one.id not in taken
                and one.owner == names[told.owner].name
                and same_day(told.promised_on, held.sessions[one.id.partition("#")[0]].held_on)
                and of(one, held.histories[one.id], told.fingerprints)
            ]
            if len(fit) == 1 or (fit and of is _by_wording):
                found[told.id] = (told, fit[0])
    return list(found.values())


def _by_wording(_: Commitment, history: History, known: Collection[str]) -> bool:
    return any(fingerprint(wording) in known for wording in _wordings(history))


def _by_words(promise: Commitment, _: History, known: Collection[str]) -> bool:
    return any(fingerprint(said.quote) in known for said in promise.evidence)


def _may_be_known(promise: Commitment, relationship: Relationship) -> bool:
    """Could the partner have been told of it? What is off limits goes into no file."""
    return not speaks_of(f"{promise.action} {promise.due_phrase or ''}", relationship)


def _is_refused(promise: Commitment) -> bool:
    return promise.heard_from is not None and promise.status == "dropped"


def _last_word(history: History, sender: str) -> tuple[float, str | None]:
    """When the sender's files last said anything of it, and whether it was promised, if they did.

    An older file says nothing new.
    """
    told = [change for change in history if change.origin == sender]
    words = [one.fields["partner_says"] for one in told if "partner_says" in one.fields]
    return max((moment(one.at) for one in told), default=-inf), words[-1] if words else None


def _answered(history: History) -> float:
    """When a person here last said whether it was promised: what was said earlier is answered."""
    ordered = in_time(history)
    at, before = -inf, sum_of(ordered[:1])
    for length, change in enumerate(ordered[1:], 2):
        now = sum_of(ordered[:length])
        flips = (now.status == NEVER) != (before.status == NEVER)
        if change.by_hand and (flips or now.partner_says != before.partner_says):
            at = moment(change.at)
        before = now
    return at
