"""After a call: a transcript into a draft, a draft into the ledger, words taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any

from coach import after, asking, between, drafting, speakers, striking
from coach.app import clock
from coach.app.home import Home
from coach.asking.coverage import coverage
from coach.discretion.initials import in_initials
from coach.drafting import Drafted, HandedIn, Opened, Sending, Source
from coach.engine import Engine, asks_a_model, engine_of, model_reader, rules_of
from coach.errors import OvertakenError, UnknownError, UserError
from coach.given import checked_held_on
from coach.reading import Call
from coach.records import (
    NEVER,
    Commitment,
    Recap,
    Relationship,
    Scope,
    Transcript,
    When,
    day_of,
)
from coach.records.claims import Claims

if TYPE_CHECKING:
    from coach.store import Change, Struck

NO_WORDS = Transcript(turns=(), source="", format="")
"""Stands for the text of a call that is not kept any more."""


class AfterACall(Home):
    """What is done with the transcript of a call."""

    def recap(
        self,
        call: Source,
        *,
        who: str,
        held_on: When | str | None = None,
        engine: Any = None,
        not_secret: Sequence[range] = (),
        both: bool = False,
        secret: Sequence[range] = (),
    ) -> Drafted:
        """Read the transcript of a call into a draft recap.

        `call` is a file, a `Transcript`, or the `Session` of a call that is kept. `held_on` may be
        left out where the file states it, or where this call was read before. `engine` is who
        reads: `"offline"`, the name of a model, a LangChain chat model, or a `Reader` or `Model` of
        your own; by default what the settings say. `not_secret` are turns (from 0) that were left
        out and hold no secret, as the owner of this home says; where the other one speaks there or
        asked for silence, only if `both` say so. It is remembered of this call; `secret` are turns
        that are left out again, until they were said yes to. Raises TranscriptError for a file that
        is no readable call, UserError where the day is not known or the pair is closed,
        ConsentError where somebody took their yes back.
        """
        relationship = self.required_open(who, "this call is not read")
        opening = after.Opening(not_secret, both, secret)
        opened = self._opened(relationship, call, held_on, opening)
        reader = engine_of(engine, self.settings, self.frameworks)
        return drafting.drafted(self.store, opened, reader, self.frameworks, clock.now())

    def hand_in(
        self,
        call: Source,
        claims: Claims,
        *,
        who: str,
        held_on: When | str | None = None,
        by: str = "a chat client",
    ) -> HandedIn:
        """Make a draft recap of claims that somebody else's model read from the call.

        They go the way of every reader's: each is checked against the words of the call, days are
        worked out, and what the rules heard stands under them. `by` names who read.
        """
        from coach.reading.proposing import Handed

        relationship = self.required_open(who, "this call is not read")
        opened = self._opened(relationship, call, held_on)
        reader = model_reader(Handed(claims, by), self.settings, self.frameworks)
        faults = drafting.faults_of(self.store, opened, reader, claims, self.frameworks)
        engine = Engine(reader, rules_of(self.frameworks))
        drafted = drafting.drafted(self.store, opened, engine, self.frameworks, clock.now())
        return HandedIn(drafted, faults)

    def asks_a_model(self, engine: Any = None) -> bool:
        """Does this engine (by default the one of the settings) send anything away?"""
        return asks_a_model(engine, self.settings)

    def would_send(
        self,
        call: Source,
        *,
        who: str,
        held_on: When | str | None = None,
        engine: Any = None,
        not_secret: Sequence[range] = (),
        both: bool = False,
        secret: Sequence[range] = (),
    ) -> Sending:
        """Exactly what `recap` would send to a model for this call. Nothing is sent or kept."""
        relationship = self.required_open(who, "this call is not read")
        opening = after.Opening(not_secret, both, secret)
        opened = self._opened(relationship, call, held_on, opening)
        reader = engine_of(engine, self.looking, self.frameworks)
        return drafting.sending(self.store, opened, reader)

    def _opened(
        self,
        relationship: Relationship,
        call: Source,
        held_on: When | str | None,
        opening: after.Opening = drafting.NOTHING_OPENED,
    ) -> Opened:
        """The call, read from its file. Raises UserError for a day on which no call was held."""
        opened = drafting.opened(self.store, relationship, call, held_on, opening)
        checked_held_on(opened.held_on, self.today())
        return opened

    def draft(self, who: str, session: str) -> Recap:
        """The draft of this session; the confirmed recap where none waits."""
        found = self.store.sessions.draft(who, session) or self.store.sessions.recap(who, session)
        if found is None:
            raise UnknownError(
                f"Session {session} of {who!r} has no recap yet: coach recap FILE --with {who}"
            )
        return found

    def confirm(
        self,
        who: str,
        session: str,
        *,
        accept: Iterable[str] | None = None,
        reject: Iterable[str] = (),
        edits: Mapping[str, Mapping[str, str]] | None = None,
        seen: Recap | None = None,
    ) -> tuple[Change, ...]:
        """Enter what a person accepts of a draft into the ledger; what that changed.

        Ids are those of the draft: a commitment's own (`02#c1`), an update by the earlier
        commitment it speaks of (`01#c4`), a goal and what is kept with them by its place (`02#g1`,
        `02#i1`; see `Recap.besides`). `accept` None accepts everything but `reject`; goals and what
        is kept with them stay unless they are rejected. `edits` changes fields of a commitment
        first, `{"02#c1": {"due": "2025-10-03"}}`, and questions speak of it as it is then. `seen`
        is the draft that the person said yes to, where another one may have taken its place
        meanwhile. What an earlier yes entered stays; where it is rejected now, it was never
        promised, and what the call said became of an earlier promise is taken back.
        """
        relationship = self.relationship(who)
        names = [person.name for person in relationship.people]
        draft = seen or self.draft(who, session)
        recap = after.edited(draft, edits or {}, names)
        no, entered = set(reject), self._entered_before(who, session)
        stay = [id for id in after.ids_of(recap) if id in entered - no]
        yes = None if accept is None else [*accept, *stay]
        chosen = after.accepted(recap, yes, no)
        call = self._call(relationship, draft)
        asked = asking.asked_anew(draft, chosen, call, self.frameworks)
        chosen = chosen.model_copy(update={"questions": asked})
        filled = tuple(coverage(chosen, relationship, self.frameworks))  # not by what was left out
        places = tuple(
            one.place for one in recap.withheld
        )  # why it was left out, only a draft says
        settled = chosen.model_copy(update={"coverage": filled, "withheld": places})
        kept = in_initials(settled, relationship)
        never = {id for id in entered & no if id.partition("#")[0] == session}
        for id in never:
            self._require_unmoved(who, id)
        before = between.confirmed_before(self.store.ledger, self.store.sessions.get(who, session))
        out = [one for one in before if one.id in never or one.status == NEVER]
        whole = after.with_taken_out(kept, out, recap.questions)
        changes = self.store.confirm(
            whole,
            commitments=kept.commitments,
            updates=kept.updates,
            notes=between.remembered(whole),
            relationship=partial(between.with_what_was_agreed, recap=kept),
            staying=after.moved_alone(
                kept.updates, kept.commitments, self.store.ledger.commitments(who)
            ),
            retracted=entered & no - never,
            never=[self._taken_out(who, id) for id in sorted(never)],
            covers=lambda recap: tuple(coverage(recap, relationship, self.frameworks)),
            at=clock.now(),
        )
        self._fold(who, session)
        self._let_go(self.store)
        return changes

    def _taken_out(self, who: str, id: str) -> Change:
        """The change by hand that says that nobody promised this."""
        from coach.store import Change

        now, by = self._now(), self._by(who)
        return Change(commitment=id, session=None, at=now, by=by, fields={"status": NEVER})

    def _entered_before(self, who: str, session: str) -> set[str]:
        """Ids of the promises that an earlier yes to this call entered or brought up to date."""
        histories = self.store.ledger.histories(who)
        own = {id for id in histories if id.partition("#")[0] == session}
        # What was taken back since rests on no words; of several, the last one counts.
        last = {
            id: one
            for id, history in histories.items()
            for one in history
            if one.session == session
        }
        return own | {id for id, change in last.items() if change.evidence}

    def add_commitment(
        self,
        who: str,
        session: str,
        action: str,
        *,
        turn: int | None = None,
        said: str | None = None,
        owner: str | None = None,
        due: str | None = None,
    ) -> Commitment:
        """Add a promise of a call that the reader missed, by the words it was made in.

        `turn` (from 0) and `said`, words as they stand in the call, tell which words prove it;
        either is enough. `owner` is by default whoever said them, `due` the day that they name; an
        empty one is none. In a draft it waits with the other lines; a confirmed call's goes into
        the ledger at once. Raises UserError where nobody said so, or the text is not kept any more.
        """
        missed = partial(after.added, action=action, turn=turn, said=said, owner=owner, due=due)
        for _ in range(drafting.REPEATS):
            with suppress(OvertakenError):
                return self._add(who, session, missed)
        return self._add(who, session, missed)

    def _add(self, who: str, session: str, missed: Callable[..., Commitment]) -> Commitment:
        """Add it to the recap as that stands now. Raises OvertakenError where it did not stay so.

        The same one twice is one: a form may be sent again.
        """
        pair = self.required_open(who, "nothing is added")
        before, confirmed = self._as_kept(who, session)
        call, id = self._as_kept_call(pair, before), self._next_id(before)
        meeting = before.next_meeting.date if before.next_meeting else None
        promise = missed(call, id, next_day=day_of(meeting) if meeting else None)
        never = {id for id, one in self.lives(pair.id).promises.items() if one.status == NEVER}
        more = after.with_one_more(before, promise, call, self.frameworks, never)
        kept = in_initials(more, pair)
        new = kept.commitments[-1]
        for one in before.without(never).commitments:
            if one == new.model_copy(update={"id": one.id}):
                return self.store.ledger.get(pair.id, one.id) if confirmed else one
        if not confirmed:
            self.store.sessions.redraft(kept, instead_of=before)
            return new
        notes = between.remembered(kept)
        self.store.confirm(kept, commitments=(new,), notes=notes, instead_of=before, at=clock.now())
        self._fold(pair.id, session)
        return self.store.ledger.get(pair.id, id)

    def _as_kept(self, who: str, session: str) -> tuple[Recap, bool]:
        """What a hand changes of a call, whole; is it confirmed?"""
        return self.store.sessions.as_kept(who, session) or (self.draft(who, session), True)

    def _as_kept_call(self, pair: Relationship, recap: Recap) -> Call:
        """The words of the call that a recap is of. Raises UserError where they are not kept."""
        call = self._call(pair, recap)
        if call.transcript is NO_WORDS:
            raise UserError(
                f"The text of session {recap.session} is not kept any more, so nothing can be "
                f"found in it. Read its file again: coach recap FILE --with {pair.id}"
            )
        return call

    def _call(self, pair: Relationship, recap: Recap) -> Call:
        """The call that a recap is of; without a turn where its words are not kept."""
        kept = self.store.sessions
        words = kept.transcript(pair.id, recap.session) or NO_WORDS
        names = speakers.assign(words, pair).names
        ledger = self.store.ledger.as_of(pair.id, kept.get(pair.id, recap.session))
        return Call(words, pair, names, recap.held_on, ledger)

    def _next_id(self, recap: Recap) -> str:
        """An id of this call that no promise has, or had."""
        ids = {promise.id for promise in recap.commitments}
        ids |= self.store.ledger.histories(recap.relationship).keys()
        numbers = (int(id.partition("#c")[2]) for id in ids if id.startswith(f"{recap.session}#c"))
        return f"{recap.session}#c{max(numbers, default=0) + 1}"

    def _fold(self, who: str, session: str) -> None:
        """Let what was confirmed take the place of what a file of the partner told of this call."""
        if any(call.received_from for call in self.store.sessions.list(who)):
            from coach.sharing import fold

            self.store.receive(who, lambda held: fold(session, held))

    def strike(
        self,
        who: str,
        session: str,
        *,
        turns: range | None = None,
        subject: str | None = None,
        scope: Scope = "off_record",
        whole: bool = False,
        only_look: bool = False,
    ) -> Struck:
        """Take words of a call back, and everything made of them, to the last byte; what that was.

        `turns` (from 0) go with later talk of the same; `subject` takes every sentence that holds
        a telling word of it. The same file read again stays without them. `whole` takes the call
        itself: a wrong file was never read; the same one read again is a new call. `only_look`
        counts what would go. Raises UserError where there is no such turn, or the subject is a name
        or grammar.
        """
        cut = striking.cutting(
            self.frameworks, turns=turns, subject=subject, scope=scope, whole=whole
        )
        return self.store.strike(who, session, cut, only_look=only_look)
