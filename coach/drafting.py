"""From a transcript file to a draft recap, in a home that may know this call already."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from coach import after, between, discretion, speakers
from coach.discretion.initials import also_knowing, in_initials
from coach.engine import Engine
from coach.errors import OvertakenError, UserError
from coach.evidence import locate
from coach.given import checked_when
from coach.library import Framework
from coach.reading import Call
from coach.records import (
    Commitment,
    NextMeeting,
    Recap,
    Relationship,
    Session,
    Transcript,
    Update,
    When,
)
from coach.records.claims import Claims
from coach.render.page import counted
from coach.transcript import digest, read_transcript

if TYPE_CHECKING:
    from coach.models import Messages
    from coach.reading.proposing import ModelReader
    from coach.store import Store

REPEATS = 3
"""How often a call is read again because another one of the pair took its number meanwhile."""
NOTHING_OPENED = after.Opening()
Source = str | os.PathLike[str] | Transcript | Session
"""What a call is read from: a file, a transcript in memory, or the words that are kept of it."""


@dataclass(frozen=True)
class Drafted:
    """A recap that waits for a person's yes, and what that person should know about it."""

    recap: Recap
    relationship: Relationship
    earlier: tuple[Commitment, ...]
    """the commitments that its updates speak of"""
    stored: bool
    """False without both people's consent: shown, and nothing kept"""
    seen_before: bool
    """True where this very call was read before, under whatever file name"""
    moved_from: When | None
    """when this call was held by what was said before, where that was another time"""
    unknown: tuple[str, ...]
    """labels that are neither of the two, as far as is known"""
    planted: tuple[int, ...]
    """turns that hold text for a machine, which nobody said and no reader is shown"""
    source: Path
    not_secret: tuple[int, ...] = ()
    """turns that are read as ordinary ones, as a person said"""


@dataclass(frozen=True)
class HandedIn:
    """A draft made of claims that somebody else's model handed in, and where those failed."""

    drafted: Drafted
    faults: tuple[after.Fault, ...]


@dataclass(frozen=True)
class Sending:
    """What would leave this machine, before it does."""

    engine: str
    messages: tuple[Messages, ...]
    """role and text, a request each; empty where the rules read alone"""
    withheld: int = 0
    """turns of which something is left out"""

    @property
    def tokens(self) -> int:
        """About how many tokens that is."""
        from coach.reading.proposing import tokens

        return tokens(self.messages)

    @property
    def told(self) -> str:
        """How much goes where, on one line."""
        if not self.messages:
            return "Nothing is sent: the rules read alone."
        left_out = ""
        if self.withheld:
            left_out = f"; what is confidential in {counted(self.withheld, 'turn')} is not sent"
        requests = counted(len(self.messages), "request")
        return f"{requests} to {self.engine}, about {self.tokens:,} tokens{left_out}."


NOTHING_SENT = Sending("offline", ())


@dataclass(frozen=True)
class Opened:
    """A call that was read from its file, without the words that nobody may keep."""

    redacted: after.Redacted
    relationship: Relationship
    held_on: When
    digest: str
    known: Session | None
    """the session that this call already is, whatever its file was called"""
    source: Path
    not_secret: tuple[int, ...] = ()
    """turns that a person said hold no secret"""


def opened(
    store: Store,
    relationship: Relationship,
    source: Source,
    held_on: When | str | None,
    opening: after.Opening = NOTHING_OPENED,
) -> Opened:
    """Read a call and withhold what is not for anybody, or was struck. Nothing is stored.

    `opening` is which turns a person says hold no secret; of a call that is kept, only once its
    draft has told what was left out.
    """
    if isinstance(source, Session):
        if opening.not_secret or opening.secret:
            raise UserError("What was left out is not kept: give the file of the call again.")
        return _reopened(store, relationship, source, held_on)
    transcript = source if isinstance(source, Transcript) else read_transcript(source)
    known = known_as(store, relationship.id, transcript)
    if known is None and (opening.secret or (opening.not_secret and relationship.consented)):
        raise UserError(
            f"{transcript.source}: no call with these turns was read here. Read it without opening "
            "any first: in another file of a call the same numbers may be other turns."
        )
    when = checked_when(held_on) or (known.held_on if known else transcript.held_on)
    if when is None:
        raise UserError(
            f"{transcript.source} does not say when the call was: add --held-on 2025-09-25, "
            "or with the time and its offset, 2025-09-25T08:02-06:00."
        )
    if opening.not_secret or opening.secret:
        kept = store.sessions.recap(relationship.id, known.id) if known else None
        ordinary = after.ordinary(
            opening,
            after.withhold(transcript, relationship).withheld,
            len(transcript.turns),
            call=known,
            out_since=[one.turn for one in kept.withheld] if kept else None,
            pair=relationship,
            doubtful=speakers.doubtful(transcript, relationship),
        )
    else:
        ordinary = known.not_secret if known else ()
    redacted = after.withhold(transcript, relationship, known.struck if known else (), ordinary)
    file = Path(transcript.source if isinstance(source, Transcript) else source)
    words = digest(transcript)
    return Opened(redacted, redacted.pair, when, words, known, file, ordinary)


def known_as(store: Store, who: str, transcript: Transcript) -> Session | None:
    """The session that this call already is, whatever its file was called."""
    words = digest(transcript)
    return next((one for one in store.sessions.list(who) if one.digest == words), None)


def _reopened(
    store: Store, relationship: Relationship, session: Session, held_on: When | str | None
) -> Opened:
    """A call by the words that are kept of it: what was withheld before stays withheld."""
    who = relationship.id
    session = store.sessions.get(who, session.id)  # before its words: what is left out may change
    kept = store.sessions.transcript(who, session.id)
    if kept is None:
        raise UserError(f"The words of session {session.id} were dropped: give its file again.")
    before = store.sessions.draft(who, session.id) or store.sessions.recap(who, session.id)
    redacted = after.withheld_before(kept, relationship, before.withheld if before else ())
    when = checked_when(held_on) or session.held_on
    file, plain = Path(session.source), session.not_secret
    return Opened(redacted, redacted.pair, when, session.digest, session, file, plain)


def drafted(
    store: Store,
    call: Opened,
    engine: Engine,
    frameworks: Mapping[str, Framework],
    now: datetime | None = None,
) -> Drafted:
    """The draft recap of a call; it is kept, with the call, where both people said yes to that.

    `now` is when: the days that the text of a draft is kept count from there.
    """
    for _ in range(REPEATS):
        with suppress(OvertakenError):
            return _drafted(store, call, engine, frameworks, now)
    return _drafted(store, call, engine, frameworks, now)


def _drafted(
    store: Store,
    call: Opened,
    engine: Engine,
    frameworks: Mapping[str, Framework],
    now: datetime | None,
) -> Drafted:
    who, redacted = call.relationship.id, call.redacted
    here = (who, redacted.transcript, call.held_on, call.digest)
    session = store.sessions.upcoming(*here)
    earlier = store.ledger.as_of(who, session)
    recap = after.recap(
        redacted,
        relationship=call.relationship,
        held_on=session.held_on,
        reader=engine.reader,
        rules=engine.rules,
        frameworks=frameworks,
        ledger=earlier,
        session=session.id,
        confirmed=_stands(store, session, call),
        became=_became(store, session, call, earlier),
    )
    recap = _with_the_day_set(store, session, call, recap)
    consented, seen_before = call.relationship.consented, False
    if consented:
        _know_by_initials(store, call.relationship)
        before = call.known.not_secret if call.known else ()
        kept = store.sessions.import_call(
            *here, draft=recap, at=now, not_secret=call.not_secret, instead_of=before
        )
        seen_before = not kept.new
    was = call.known.held_on if call.known else None
    return Drafted(
        recap=recap,
        relationship=call.relationship,
        earlier=earlier,
        stored=consented,
        seen_before=seen_before,
        moved_from=was if was not in (None, session.held_on) else None,
        unknown=redacted.who.unknown,
        planted=discretion.planted_turns(redacted.transcript),
        source=call.source,
        not_secret=call.not_secret,
    )


def _stands(store: Store, session: Session, call: Opened) -> tuple[Commitment, ...]:
    """What a person said before of this call's promises, in the ledger or in the draft that waits.

    A new reading takes the place of the old one, and of nothing that a person wrote on words that
    may still be kept.
    """
    confirmed = between.confirmed_before(store.ledger, session)
    draft = store.sessions.draft(session.relationship, session.id) if call.known else None
    ids = {promise.id for promise in confirmed}
    waiting = (in_initials(one, call.relationship) for one in (draft.commitments if draft else ()))
    added = (one for one in waiting if one.by_hand and one.id not in ids)
    return (*confirmed, *(one for one in added if _rests_on(one, call.redacted.transcript)))


def _became(
    store: Store, session: Session, call: Opened, earlier: Sequence[Commitment]
) -> tuple[Update, ...]:
    """What a person confirmed before that this call says of those earlier promises."""
    kept = store.sessions.recap(session.relationship, session.id) if call.known else None
    open_ = {promise.id for promise in earlier}
    told = (one for one in (kept.updates if kept else ()) if one.commitment in open_)
    return tuple(one for one in told if _rests_on(one, call.redacted.transcript))


def _with_the_day_set(store: Store, session: Session, call: Opened, recap: Recap) -> Recap:
    """The recap with the day of the next call that a person set, if one did, whatever was read."""
    found = store.sessions.as_kept(session.relationship, session.id) if call.known else None
    before = found[0].next_meeting if found else None
    if before is None or not before.by_hand:
        return recap
    meeting = recap.next_meeting or NextMeeting(date=None, phrase="")
    return recap.model_copy(update={"next_meeting": meeting.on(before.date)})


def _rests_on(item: Commitment | Update, words: Transcript) -> bool:
    return all(
        said.turn < len(words.turns) and locate(said.quote, words.turns[said.turn].text)
        for said in item.evidence
    )


def _know_by_initials(store: Store, pair: Relationship) -> None:
    """Remember the fingerprints of names that this call is the first to hold.

    Raises UserError where the two agreed on initials while it was read with all of its names.
    """

    def knowing(now: Relationship) -> Relationship:
        if now.agreement.initials.on and not pair.agreement.initials.on:
            raise UserError("Third people go by initials since just now: read the call again.")
        return also_knowing(now, pair.agreement.initials)

    store.relationships.change(pair.id, knowing)


def sending(store: Store, call: Opened, engine: Engine) -> Sending:
    """What reading this call would send away."""
    from coach.reading.proposing import ModelReader

    reader = engine.reader
    messages: list[Messages] = []
    if isinstance(reader, ModelReader):
        messages = reader.messages(_as_read(store, call))
    withheld = len({span.turn for span in call.redacted.spans})
    return Sending(reader.name, tuple(messages), withheld)


def faults_of(
    store: Store,
    call: Opened,
    reader: ModelReader,
    claims: Claims,
    frameworks: Mapping[str, Framework],
) -> tuple[after.Fault, ...]:
    """Which of the claims about what `reader` sends do not stand in the call, and why."""
    seen = _as_read(store, call)
    plain = reader.restored(claims, seen)
    return after.faults(plain, seen, after.topics_of(frameworks), call.redacted.hidden)


def _as_read(store: Store, call: Opened) -> Call:
    """The call as a reader gets it, with what both still owed when it began."""
    earlier = store.ledger.as_of(call.relationship.id, call.known or call.held_on)
    cut = call.redacted
    names = cut.who.names
    return Call(cut.transcript, call.relationship, names, call.held_on, earlier, cut.planted)
