"""What of a partner's file is news to a home, what differs, and what is left out.

A promise that only the file holds is confirmed where it is its sender's own, and heard where it is
said of the receiver. What became of a promise is its owner's to say: a later word of theirs is
taken, anything else is shown beside what stands here.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from coach.asking import commitment_gaps
from coach.evidence import locate
from coach.offlimits import speaks_of
from coach.records import NEVER, Commitment, Evidence, Relationship, Shared, SharedPromise
from coach.records.base import moment
from coach.records.history import last_change, sum_of
from coach.sharing.alike import pairs, same_day
from coach.sharing.brought import Brought, Differs, told_day
from coach.sharing.merging import goals, next_call
from coach.sharing.never import doubts
from coach.store import Arrival, Arrived, Change, Held


class Weighed(NamedTuple):
    """What a file brings, and what of it is to be written."""

    brought: Brought
    arrival: Arrival


def weigh(shared: Shared, held: Held) -> Weighed:
    """What this file brings to what is held."""
    scale = _Scale(shared, held)
    brought = scale.brought()
    return Weighed(brought, scale.arrival(brought))


class _Scale:
    """One file, weighed against one home."""

    def __init__(self, shared: Shared, held: Held) -> None:
        self.shared, self.held, self.pair = shared, held, held.relationship
        self.sender = self.pair.person(shared.sender).name
        self.ledger = {id: sum_of(history) for id, history in held.histories.items()}
        told = [_by_our_names(promise, shared, self.pair) for promise in shared.promises]
        ours = [
            (one, held.sessions[id.partition("#")[0]].held_on) for id, one in self.ledger.items()
        ]
        self.same = pairs(told, ours)
        self.unknown = [promise for promise in told if promise.id not in self.same]
        self.matched = [(p, self.same[p.id]) for p in told if p.id in self.same]
        self.goals = goals(shared, self.pair)
        self.day = next_call(shared, held, self.sender)
        self.doubts = doubts(shared, held, self.ledger, self.matched)

    def brought(self) -> Brought:
        barred = [p for p in self.unknown if speaks_of(p.action, self.pair)]
        struck = [p for p in self.unknown if p not in barred and self._was_struck(p)]
        new = [p for p in self.unknown if p not in barred and p not in struck]
        taken = [(mine, told) for told, mine in self.matched if self._has_the_word(told, mine)]
        return Brought(
            sender=self.sender,
            made_at=self.shared.made_at,
            theirs=tuple(self._entered(p) for p in new if p.owner == self.sender),
            heard=tuple(self._entered(p) for p in new if p.owner != self.sender),
            settled=tuple((mine, mine.model_copy(update=state(told))) for mine, told in taken),
            never=self.doubts.never,
            after_all=self.doubts.after_all,
            taken_back=self.doubts.taken_back,
            goals=self.goals.changed,
            next_call=self.day.news,
            differs=(*self._promises_differ(), *self.goals.differs, *self.day.differs),
            known=len(self.matched) - len(taken),
            off_limits=len(barred),
            struck=len(struck),
            never_known=self.doubts.unknown,
        )

    def arrival(self, brought: Brought) -> Arrival:
        """What is to be written of it."""
        days = {_key(self._entered(p)): (p.promised_on, p.as_of) for p in self.unknown}
        changed = {goal.id: goal for goal in brought.goals}
        known = [changed.pop(goal.id, goal) for goal in self.pair.goals]
        update: dict[str, Any] = {"goals": (*known, *changed.values())}
        if brought.next_call:
            update["next_call"] = brought.next_call
        return Arrival(
            relationship=self.pair.model_copy(update=update),
            origin=self.sender,
            promises=[
                Arrived(promise, *days[_key(promise)])
                for promise in (*brought.theirs, *brought.heard)
            ],
            changes=list(self._changes(brought)),
        )

    def _changes(self, brought: Brought) -> Iterator[Change]:
        """What became of promises by the file, and its newest word on whether they were any."""
        as_of = {mine.id: told.as_of for told, mine in self.matched}
        for was, becomes in brought.settled:
            yield Change(
                commitment=was.id,
                session=None,
                origin=self.sender,
                at=as_of[was.id],
                fields=changed_fields(was, becomes),
            )
        yield from self.doubts.changes

    # -- promises ----------------------------------------------------------------------------------

    def _entered(self, told: SharedPromise) -> Commitment:
        """The promise as it enters this ledger; its id is given there."""
        return Commitment(
            id="",
            owner=told.owner,
            action=told.action,
            due=told.due,
            due_phrase=told.due_phrase,
            firmness=told.firmness,
            status=told.status,
            kind=told.kind,
            joint_with=told.joint_with,
            gaps=commitment_gaps(told.action, told.due, told.firmness),
            evidence=tuple(
                Evidence(turn=item.turn, speaker=item.speaker, quote=item.quote, at=item.at)
                for item in told.evidence
            ),
            heard_from=None if told.owner == self.sender else self.sender,
        )

    def _has_the_word(self, told: SharedPromise, mine: Commitment) -> bool:
        """Is what the file says of a known promise its owner's later word, and news?"""
        if _is_refused(mine):
            return False
        if not changed_fields(mine, mine.model_copy(update=state(told))):
            return False
        last = last_change(self.held.histories[mine.id])
        later = moment(told.as_of) - moment(last.at)
        theirs = told.owner == self.sender or mine.heard_from is not None
        return theirs and (later > 0 or (later == 0 and last.origin != self.sender))

    def _promises_differ(self) -> Iterator[Differs]:
        """Known promises of which file and home say different things, where the file is younger."""
        for told, mine in self.matched:
            becomes = mine.model_copy(update=state(told))
            last = last_change(self.held.histories[mine.id])
            younger = moment(self.shared.made_at) > moment(last.at)
            if mine.heard_from or mine.status == NEVER:
                continue
            if not younger or self._has_the_word(told, mine):
                continue
            if changed_fields(mine, becomes):
                yield Differs(mine.action, _told(mine), _told(becomes), mine.id)

    def _was_struck(self, told: SharedPromise) -> bool:
        """May this be what was struck from its call here? Then it must not come back.

        Where the text of the call is here, the words are not in it; where it is gone, they stand in
        a turn of which words were struck.
        """
        calls = [
            session
            for session in self.held.sessions.values()
            if session.struck and same_day(session.held_on, told.promised_on)
        ]
        for call in calls:
            text = self.held.texts.get(call.id)
            turns = {cut.turn for cut in call.struck}
            if text is None and (not told.evidence or any(q.turn in turns for q in told.evidence)):
                return True
            if text is not None and not any(
                locate(quote.quote, turn.text) for quote in told.evidence for turn in text.turns
            ):
                return True
        return False


def _is_refused(promise: Commitment) -> bool:
    """Does a person here say that nobody promised it, or its owner that it is none of theirs?"""
    is_nobodys = promise.heard_from is not None and promise.status == "dropped"
    return is_nobodys or promise.status == NEVER


def _by_our_names(promise: SharedPromise, shared: Shared, pair: Relationship) -> SharedPromise:
    """The promise with the two named as they are named here, whatever the spelling there."""
    names = {shared.mentor: pair.mentor.name, shared.mentee: pair.mentee.name, None: None}
    quotes = tuple(
        quote.model_copy(update={"speaker": names[quote.speaker]})
        for quote in promise.evidence
        if not speaks_of(quote.quote, pair)
    )
    return promise.model_copy(
        update={
            "owner": names[promise.owner],
            "joint_with": names[promise.joint_with],
            "evidence": quotes,
        }
    )


def _key(promise: Commitment) -> str:
    return promise.model_dump_json()


def state(told: SharedPromise) -> dict[str, Any]:
    return {"status": told.status, "due": told.due}


def changed_fields(was: Commitment, becomes: Commitment) -> dict[str, Any]:
    """The fields, as JSON, in which what became of a promise differs."""
    old, new = was.model_dump(mode="json"), becomes.model_dump(mode="json")
    return {name: new[name] for name in ("status", "due") if new[name] != old[name]}


def _told(promise: Commitment) -> str:
    day = f", {told_day(promise.due)}" if promise.due else ""
    return f"{promise.status.replace('_', ' ')}{day}"
