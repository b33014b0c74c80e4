"""The two people: who they are, what they said yes to, what they are after."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from coach import speakers
from coach.app import clock
from coach.app.home import Home
from coach.discretion.initials import by_initials, in_initials
from coach.errors import UserError
from coach.given import checked_id, checked_role
from coach.records import Agreement, Consent, Goal, Person, Relationship, Role, day_of

if TYPE_CHECKING:
    from coach.store import Receipt


class Pair(Home):
    """Opening, changing and ending a relationship."""

    def add(
        self,
        id: str,
        *,
        mentor: Person | str,
        mentee: Person | str,
        me: Role | None = None,
        started: date | None = None,
        goals: Sequence[Goal] = (),
        agreement: Agreement | None = None,
    ) -> Relationship:
        """Open a relationship. `id` is how it is named from now on: letters, digits, dashes."""
        relationship = Relationship(
            id=checked_id(id),
            mentor=mentor if isinstance(mentor, Person) else Person(name=mentor),
            mentee=mentee if isinstance(mentee, Person) else Person(name=mentee),
            me=me,
            started=started,
            goals=tuple(goals),
            agreement=agreement or Agreement(),
        )
        names = {person.name.strip().casefold() for person in relationship.people}
        if len(names) < 2 or "" in names:
            raise UserError("Mentor and mentee need two different names; a family name helps.")
        self.store.relationships.add(relationship)
        return relationship

    def consent(
        self, who: str, by: Iterable[Role], how: str = "said so to the other"
    ) -> Relationship:
        """Record the yes of one or both to recaps being kept here."""
        roles = [checked_role(role) for role in ([by] if isinstance(by, str) else by)]

        def consented(relationship: Relationship) -> Relationship:
            names = [relationship.person(role).name for role in roles]
            kept = (yes for yes in relationship.consents if yes.who not in names)
            before = (yes for yes in relationship.consents if yes.who in names and yes.withdrawn_at)
            said = by_initials(how, relationship)
            given = (Consent(who=name, given_at=clock.now(), how=said) for name in names)
            return relationship.model_copy(update={"consents": (*kept, *before, *given)})

        return self.store.relationships.change(who, consented)

    def withdraw(self, who: str, by: Role) -> Relationship:
        """Record that one took their yes back: from now on no call of theirs is read or kept.

        What was kept stays, until it is erased. Raises UserError where there is no yes of theirs.
        """
        role = checked_role(by)

        def withdrawn(relationship: Relationship) -> Relationship:
            name = relationship.person(role).name
            if name not in relationship.said_yes:
                raise UserError(f"{name} has no yes in {who!r} to take back.")
            back = {"withdrawn_at": clock.now()}
            consents = tuple(
                yes.model_copy(update=back) if yes.who == name and not yes.withdrawn_at else yes
                for yes in relationship.consents
            )
            return relationship.model_copy(update={"consents": consents})

        return self.store.relationships.change(who, withdrawn)

    def label(self, who: str, labels: Mapping[str, Role]) -> Relationship:
        """Say whose label of a transcript this is: `{"SPEAKER_00": "mentor"}`."""
        return self.store.relationships.change(who, lambda one: speakers.with_labels(one, labels))

    def add_goal(self, who: str, goal: Goal) -> Relationship:
        """Add a goal, or replace the one of the same id; an empty id is given the next free one."""

        def with_goal(one: Relationship) -> Relationship:
            taken = {other.id for other in one.goals}
            free = next(f"g{n}" for n in range(1, len(taken) + 2) if f"g{n}" not in taken)
            said = in_initials(goal, one)
            named = said if said.id else said.model_copy(update={"id": free})
            kept = tuple(other for other in one.goals if other.id != named.id)
            return one.model_copy(update={"goals": (*kept, named)})

        return self.store.relationships.change(who, with_goal)

    def kept_texts(self, who: str) -> dict[str, date | None]:
        """The calls whose text is kept here, and the day on which it goes; None: it stays."""
        from coach.store import goes_on

        kept, days = self.store.kept_texts(who), self.settings.keep_transcript_days
        calls = [call for call in self.store.sessions.list(who) if call.id in kept]
        if days == "forever":
            return dict.fromkeys([call.id for call in calls])
        ends = {call.id: goes_on(call, days) for call in calls}
        return {id: end and day_of(end) for id, end in ends.items()}

    def erase(self, who: str) -> Receipt:
        """Delete everything of a relationship to the last byte. The partner's copy is theirs."""
        return self.store.erase(who)

    def export(self, who: str) -> dict[str, Any]:
        """Everything kept of a relationship, as JSON."""
        return self.store.export(who)

    def export_files(self, who: str) -> dict[str, str]:
        """The same as files by their names: the JSON, the ledger as CSV, Markdown for each call."""
        from coach.render.folder import folder
        from coach.render.spreadsheet import ledger_csv

        told = json.dumps(self.export(who), ensure_ascii=False, indent=2) + "\n"
        ledger = self.store.ledger.commitments(who)
        # A spreadsheet knows a file as UTF-8 by its mark alone.
        table = "\ufeff" + ledger_csv(ledger)
        calls = self.store.sessions.list(who)
        kept = {call.id: self.store.sessions.recap(who, call.id) for call in calls}
        recaps = {id: recap or self.store.sessions.draft(who, id) for id, recap in kept.items()}
        sheets = folder(
            self.relationship(who),
            calls,
            {id: recap for id, recap in recaps.items() if recap},
            ledger,
            self.frameworks,
        )
        return {f"{who}.json": told, f"{who}.csv": table} | sheets

    def restore(
        self, exported: Mapping[str, Any], *, id: str | None = None, me: Role | None = None
    ) -> Relationship:
        """Put an export back: all of it, or nothing. Under `id`, or the one it had.

        `me` says which of the two this home belongs to, where its owner's name does not tell.
        Raises UserError for what is no export, is damaged, is there already, or is of the
        partner's home.

        >>> from tempfile import TemporaryDirectory
        >>> from coach import Coach
        >>> with TemporaryDirectory() as home, Coach(home) as coach:
        ...     _ = coach.add("ada-ben", mentor="Ada", mentee="Ben")
        ...     _ = coach.restore(coach.export("ada-ben"), id="again")
        ...     [one.id for one in coach.relationships()]
        ['ada-ben', 'again']
        """
        if me is not None:
            checked_role(me)
        return self.store.restore(exported, checked_id(id or _id_of(exported)), me)


def _id_of(exported: Any) -> str:
    told = exported.get("relationship") if isinstance(exported, Mapping) else None
    id = told.get("id") if isinstance(told, Mapping) else None
    if not isinstance(id, str):
        raise UserError("It is no export of a relationship.")
    return id
