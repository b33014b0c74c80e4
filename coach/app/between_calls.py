"""Between calls: promises and what became of them, what comes back, questions that wait."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from coach import before, between, promises
from coach.app.home import Home
from coach.app.remembering import remembered
from coach.discretion.initials import by_initials, in_initials
from coach.errors import UserError
from coach.given import checked_role
from coach.past import RECENT, Covered, Past, covered
from coach.patterns import patterns
from coach.records import NEVER, Commitment, FollowUp, Kind, Patterns, Relationship, Role, day_of

if TYPE_CHECKING:
    from coach.promises import Due, Reminder, Step
    from coach.store import Answer, Change

SOON = timedelta(days=7)
"""How far `due` looks ahead."""


class BetweenCalls(Home):
    """What keeps moving until the next call."""

    @remembered
    def commitments(
        self, who: str, open_only: bool = False, kind: Kind | None = None
    ) -> tuple[Commitment, ...]:
        """The ledger: what both promised and what became of it.

        With `kind` only what the mentor promised to provide of that kind, such as a contact.
        """
        found = self.store.ledger.commitments(who, open_only)
        if kind is None:
            return found
        mentor = self.relationship(who).mentor.name
        return tuple(c for c in found if c.owner == mentor and c.kind == kind)

    def history(self, who: str, commitment: str | None = None) -> tuple[Step, ...]:
        """The life of one promise, first to last: promised, moved, done, each with its words.

        Without `commitment`, everything that was ever said or done about any, the newest first.
        Changes by hand are in it, and so is what was taken back. Raises UnknownError.
        """
        if commitment is not None:
            self.store.ledger.get(who, commitment)
        lives = self.lives(who)
        if commitment is not None and commitment not in lives.promises:
            raise UserError(f"{commitment} is not yours yet: coach confirm {who} heard")
        return lives.trail() if commitment is None else lives.of(commitment)

    def edit_commitment(self, who: str, commitment: str, **fields: Any) -> Commitment:
        """Change a promise by hand, such as `status="done"` or `due="2025-10-03"`; what it is now.

        Fields are those of a draft (owner, action, due, firmness, kind) and `status`: open, done,
        partly, not_done, dropped or never_promised. What was never promised is in no list, recap or
        agenda any more. It is kept when and by whom, and what stood there before. Raises
        UnknownError, or UserError for what cannot be so.
        """
        if fields.get("status") == NEVER:
            self._require_unmoved(who, commitment)
        pair = self.relationship(who)
        if isinstance(action := fields.get("action"), str):
            fields["action"] = by_initials(action, pair)
        names = [person.name for person in pair.people]
        now = self.store.ledger.get(who, commitment)
        changed = promises.corrected(now, fields, names)
        by = self._by(who)
        new = self.store.ledger.edit(who, commitment, self._now(), by, **changed)
        if NEVER in (now.status, new.status):
            self._cover_again(who)
        return new

    def undo(self, who: str, commitment: str | None = None) -> Change:
        """Take back the last change by hand, of this promise or of any; which one that was.

        Again takes back the one before it. By hand is what was edited in the ledger, said never to
        be promised, or answered to the partner's file; what a yes to a call entered, edits of its
        draft and all, is changed by another edit. The history keeps both. Raises UserError where
        there is nothing to take back.
        """
        taken = self.store.ledger.undo(who, self._now(), self._by(who), commitment)
        now = self.store.ledger.get(who, taken.commitment)
        if NEVER in (now.status, taken.fields.get("status")):
            self._cover_again(who)
        return taken

    def due(self, who: str | None = None, *, until: date | None = None) -> tuple[Due, ...]:
        """Open promises whose day has come or comes by `until`, of one relationship or of all.

        `until` None is a week from today. Own promises come first, and before all others those
        about discretion, which stand whatever their day. A relationship with nothing due is left
        out.
        """
        until = until or self.today() + SOON
        found = []
        for one in self._going_on(who):
            given = before.words_given(one, self.past(one.id, one.me).last, one.me)
            open_ = self.store.ledger.commitments(one.id, open_only=True)
            found.append(promises.Due(one, promises.due_until(open_, one, until), given))
        return tuple(due for due in found if due.promises or due.assurances)

    def reminders(self, who: str | None = None, *, both: bool = False) -> tuple[Reminder, ...]:
        """The owner's promises whose day is still to come, for a calendar.

        With `both`, or where nobody owns the relationship here, the partner's too. Settled ones,
        and what was never promised, are there to call off the reminder that was set for them.
        """
        return tuple(
            reminder
            for one in self._going_on(who)
            for lives in (self.lives(one.id),)
            for reminder in promises.reminders_of(lives.promises.values(), one, lives, self.today())
            if both or one.me is None or reminder.promise.owner == one.person(one.me).name
        )

    def open_questions(
        self, who: str, role: Role | None = None
    ) -> tuple[tuple[str, FollowUp], ...]:
        """Follow-up questions, with their ids, that nobody answered well enough yet."""
        relationship = self.relationship(who)
        return between.open_questions(self.past(who, role or relationship.me), relationship, role)

    @remembered
    def patterns(self, who: str, role: Role | None = None) -> Patterns:
        """What the calls say together: what came back, goals, numbers, questions that wait.

        With `role` also what is for that person's eyes only, where this home is not the other's.
        """
        relationship = self.relationship(who)
        role = checked_role(role) if role else None
        eyes = role if relationship.me in (None, role) else None
        return patterns(
            relationship, past=self.past(who, eyes), frameworks=self.frameworks, role=role
        )

    @remembered
    def covered(self, who: str) -> Covered:
        """Which parts of the frameworks the latest confirmed calls covered, with the words."""
        relationship = self.relationship(who)
        calls = [call.id for call in self.store.sessions.list(who) if call.confirmed][-RECENT:]
        found = [self.store.sessions.recap(who, call) for call in calls]
        recaps = tuple(recap for recap in found if recap)
        past = Past(recaps, self.store.ledger.commitments(who)).within_limits(relationship)
        return covered(past.recaps, relationship, self.frameworks)

    def answer(self, answer: Answer) -> bool:
        """Keep an answer to a question of the pre-call plan or a follow-up."""
        return self.store.answers.add(in_initials(answer, self.relationship(answer.relationship)))

    def answer_anew(self, answer: Answer) -> Answer | None:
        """Keep an answer in the place of what was said to its question since the last call.

        One to a prompt of a call takes the place of any other to it. One without words takes back
        what was said. What was said before earlier calls stays. Returns what is kept now.
        """
        said = in_initials(answer, self.relationship(answer.relationship))
        since = date.min if said.session else self._since(said.relationship)
        self.store.answers.replace(said, since)
        return said if said.text.strip() else None

    def answers(self, who: str, role: Role) -> tuple[Answer, ...]:
        """What this person answered since the last call, as far as this home may know it."""
        since, role = self._since(who), checked_role(role)
        return tuple(
            answer
            for answer in self.store.answers.visible_to(who, role)
            if answer.role == role and day_of(answer.at) >= since
        )

    def _since(self, who: str) -> date:
        """The day of the last call confirmed here: what is answered from then on is new."""
        calls = self.store.sessions.list(who)
        held = (day_of(one.held_on) for one in calls if one.confirmed and not one.received_from)
        return max(held, default=date.min)

    def _going_on(self, who: str | None) -> Iterator[Relationship]:
        """This relationship, or all. A closed one reminds of nothing."""
        pairs = [self.relationship(who)] if who else self.relationships()
        return (one for one in pairs if not one.closed)
