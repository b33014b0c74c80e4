"""Before a call: an agenda or a brief, the meetings to come, and what past calls left behind."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from coach import before, offlimits
from coach.app.home import Home
from coach.app.remembering import remembered
from coach.drafting import NOTHING_SENT, REPEATS, Sending
from coach.engine import asks_a_model, reworder_of
from coach.errors import OvertakenError, UnknownError
from coach.given import checked_first_call, checked_next_call, checked_role
from coach.records import Agenda, NextCall, NextMeeting, Note, Relationship, Roadmap, Role, When

if TYPE_CHECKING:
    from coach.rewording import Reworder


class BeforeACall(Home):
    """What a person prepares with."""

    def agenda(
        self,
        who: str,
        *,
        role: Role | None = None,
        minutes: int = 60,
        on: When | None = None,
        engine: Any = None,
    ) -> Agenda:
        """The next call's agenda: the shared one, or with `role` that person's brief.

        A brief for the partner of this home's owner is made of shared material only. A model, by
        `engine` or the settings, may word and order it; what it holds is settled before.
        """
        prepared = self._prepared(who, role, minutes, on)
        reworder = self.reworder(who, engine)
        return reworder.agenda(prepared).value if reworder else prepared

    def next_call(self, who: str) -> When | None:
        """The day of the next call, as far as it is known; it may have passed.

        It is the day that a person set, else the one that the last confirmed call agreed on, else
        the one that a person set before, or that the partner's file tells of.
        """
        day = self._day_in_the_draft(who)
        return day or before.next_call(self.relationship(who), self.past(who, None))

    def set_next_call(
        self, who: str, on: When | str | None, session: str | None = None
    ) -> NextMeeting:
        """Set the day of the next call by hand; None takes it away. What the recap says of it now.

        It stands in the recap of the latest call, or of `session`: in its draft where one waits,
        and it counts at once. A new reading of that call does not change it; the next call that is
        confirmed brings its own. Before the first call it stands with the pair. Raises UserError
        where the day is not after that call, or has passed.
        """
        pair = self.required_open(who, "no day is set")
        call = session or self._latest(who)
        if call is None:
            return self._set_first_day(who, on)
        for _ in range(REPEATS):
            with suppress(OvertakenError):
                return self._set_day(pair, call, on)
        return self._set_day(pair, call, on)

    def _set_first_day(self, who: str, on: When | str | None) -> NextMeeting:
        """Set the day of a call before which none is kept."""
        when, now = checked_first_call(on, self.today()), self._now()
        known = NextCall(on=when, agreed_on=now.date(), told_at=now) if when else None
        self.store.relationships.change(
            who, lambda pair: pair.model_copy(update={"next_call": known})
        )
        return NextMeeting(date=None, phrase="").on(when)

    def _set_day(self, pair: Relationship, session: str, on: When | str | None) -> NextMeeting:
        """Set it in the recap as that stands now. Raises OvertakenError where it did not stay."""
        found = self.store.sessions.as_kept(pair.id, session)
        if found is None:
            raise UnknownError(
                f"Session {session} of {pair.id!r} has no recap yet, where its day could stand."
            )
        recap, confirmed = found
        meeting = recap.next_meeting or NextMeeting(date=None, phrase="")
        new = meeting.on(checked_next_call(on, recap.held_on))
        if new != meeting:
            changed = recap.model_copy(update={"next_meeting": new})
            self.store.sessions.redraft(changed, instead_of=recap, confirmed=confirmed)
        return new

    def _latest(self, who: str) -> str | None:
        """The id of the latest call that has a draft or a recap, if there is one."""
        known = self.store.sessions.recaps_or_drafts(who)
        calls = [call.id for call in self.store.sessions.list(who) if call.id in known]
        return calls[-1] if calls else None

    def _day_in_the_draft(self, who: str) -> When | None:
        """The day that a person set in the draft of the latest call: it needs no yes any more."""
        calls = self.store.sessions.list(who)
        draft = self.store.sessions.draft(who, calls[-1].id) if calls else None
        meeting = draft.next_meeting if draft else None
        return meeting.date if meeting and meeting.by_hand else None

    def would_send_agenda(
        self,
        who: str,
        *,
        role: Role | None = None,
        minutes: int = 60,
        on: When | None = None,
        engine: Any = None,
    ) -> Sending:
        """Exactly what `agenda` would send to a model. Nothing is sent or kept."""
        words, prepared = self._looking_at(who, engine), self._prepared(who, role, minutes, on)
        return Sending(words.name, (words.agenda_messages(prepared),)) if words else NOTHING_SENT

    def reworder(self, who: str, engine: Any = None) -> Reworder | None:
        """Who words questions and agendas for this pair; None where no model is asked."""
        relationship = self.relationship(who)
        if relationship.taken_back and asks_a_model(engine, self.settings):
            self.required_open(who, "nothing of it is sent to a model; add --engine offline")
        return reworder_of(engine, self.settings, self.frameworks, relationship)

    def roadmap(self, who: str, meetings: int = before.MEETINGS, engine: Any = None) -> Roadmap:
        """What each meeting was about, and what the next `meetings` are for; the same for both."""
        drawn = self._drawn(who, meetings)
        reworder = self.reworder(who, engine)
        return reworder.roadmap(drawn).value if reworder else drawn

    def would_send_roadmap(
        self, who: str, meetings: int = before.MEETINGS, engine: Any = None
    ) -> Sending:
        """Exactly what `roadmap` would send to a model. Nothing is sent or kept."""
        words, drawn = self._looking_at(who, engine), self._drawn(who, meetings)
        return Sending(words.name, (words.roadmap_messages(drawn),)) if words else NOTHING_SENT

    def find(self, who: str, query: str, role: Role | None = None, limit: int = 8) -> Any:
        """Notes of past sessions that fit the words, of those that `role` may see.

        What speaks of a subject that is off limits is no hit.
        """
        found = self.store.memory.search(who, query, role, limit)
        may = self._may_be_read(who)
        return found._replace(hits=tuple(hit for hit in found.hits if may(hit.note)))

    def notes(self, who: str, role: Role | None = None) -> tuple[Note, ...]:
        """All that `find` could find, the earliest first."""
        return tuple(filter(self._may_be_read(who), self.store.memory.notes(who, role)))

    def _may_be_read(self, who: str) -> Callable[[Note], bool]:
        """Is a note without a word of what is off limits: its own, its quotes, its promise's?"""
        relationship = self.relationship(who)
        actions = {c.id: c.action for c in self.store.ledger.commitments(who)}

        def may(note: Note) -> bool:
            words = f"{_told(note)} {actions.get(note.about or '', '')}"
            return not offlimits.speaks_of(words, relationship)

        return may

    def _looking_at(self, who: str, engine: Any) -> Reworder | None:
        return reworder_of(engine, self.looking, self.frameworks, self.relationship(who))

    @remembered
    def _prepared(self, who: str, role: Role | None, minutes: int, on: When | None) -> Agenda:
        """The agenda as code alone makes it."""
        relationship = self.relationship(who)
        role = checked_role(role) if role else None
        eyes = role if role and relationship.me in (None, role) else None
        return before.prepare(
            relationship,
            past=self.past(who, eyes),
            frameworks=self.frameworks,
            minutes=minutes,
            on=on or self._day_in_the_draft(who),
            role=role,
        )

    @remembered
    def _drawn(self, who: str, meetings: int) -> Roadmap:
        """The roadmap as code alone draws it."""
        return before.roadmap(
            self.relationship(who),
            past=self.past(who, None),
            frameworks=self.frameworks,
            meetings=meetings,
        )


def _told(note: Note) -> str:
    """All that a note shows: what it says, and the words that prove it."""
    return " ".join([note.text, *(item.quote for item in note.evidence)])
