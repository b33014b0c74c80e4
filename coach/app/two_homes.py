"""Two people, two homes: what one tells the other, and what is taken from there."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from coach.app import clock
from coach.app.home import Home
from coach.app.remembering import remembered
from coach.discretion.initials import in_initials
from coach.errors import ConsentError, UnknownError, UserError
from coach.records import Commitment, Shared

if TYPE_CHECKING:
    from coach.sharing import Brought, Paper
    from coach.sharing.taking import Weighed
    from coach.store import Held


class TwoHomes(Home):
    """What is exchanged with the partner's home, as one file."""

    def share(self, who: str) -> Shared:
        """What the partner may know: confirmed promises of both, goals, the day of the next call.

        Nothing private, withheld, struck, unconfirmed or off limits is in it. Raises ConsentError
        without the yes of both.
        """
        relationship = self.relationship(who)
        if not relationship.consented:
            raise ConsentError(
                f"Nothing of {who!r} is shared before both people have said yes: "
                f"coach relationship consent {who} --by both"
            )
        return self._told(who).model_copy(update={"made_at": clock.now()})

    @remembered
    def _told(self, who: str) -> Shared:
        """The file as it is, whenever it is made."""
        from coach.sharing import given

        relationship = self.relationship(who)
        ledger, histories = self.store.ledger, self.store.ledger.histories(who)
        return given(
            relationship,
            promises={
                promise.id: (promise, histories[promise.id]) for promise in ledger.commitments(who)
            },
            sessions={session.id: session for session in self.store.sessions.list(who)},
            recaps=self.store.sessions.recaps(who),
            now=clock.now(),
        )

    def receive(
        self,
        file: str | os.PathLike[str] | Paper,
        who: str | None = None,
        *,
        only_look: bool = False,
    ) -> tuple[str, Brought]:
        """Take what the partner's file brings; into which relationship, and what that was.

        `who` may be left out where one relationship here is of the two that the file names. A
        second time, or an older file, changes nothing. `only_look` writes nothing. Raises UserError
        for a file that is none, or is of another pair.
        """
        from coach.sharing import Paper, is_about, read_shared, require_from_the_partner, weigh

        name = file.name if isinstance(file, Paper) else Path(file).name
        shared = read_shared(file, clock.now())
        if who is None:
            there = [one.id for one in self.relationships() if is_about(shared, one)]
            if len(there) != 1:
                raise UserError(
                    f"{name}: is it for one of "
                    f"{', '.join(there or [one.id for one in self.relationships()]) or 'none'}? "
                    "Say which: --with WHO"
                )
            who = there[0]
        relationship = self.relationship(who)
        require_from_the_partner(shared, relationship, name)

        def weighed(held: Held) -> Weighed:
            return weigh(in_initials(shared, held.relationship), held)

        return who, self.store.receive(who, weighed, only_look=only_look).brought

    def heard(self, who: str) -> tuple[Commitment, ...]:
        """What the partner's file alone says that this home's owner promised."""
        return self.store.ledger.heard(who)

    def own(
        self, who: str, accept: Iterable[str] | None = None, reject: Iterable[str] = ()
    ) -> tuple[Commitment, ...]:
        """Say yes to promises that were heard, and no to others; those that now stand.

        `accept` None takes all but `reject`. What is refused does not come back with another file.
        """
        there = {promise.id: promise for promise in self.heard(who)}
        no = list(reject)
        yes = [id for id in there if id not in no] if accept is None else list(accept)
        if unknown := sorted({*yes, *no} - set(there)):
            raise UnknownError(
                f"{', '.join(unknown)}: not among what was heard of you in {who!r}; there are: "
                f"{', '.join(there) or 'none'}."
            )
        edit, now, by = self.store.ledger.edit, clock.now(), self._by(who)
        for id in no:
            edit(who, id, now, by, status="dropped")
        return tuple(edit(who, id, now, by, heard_from=None) for id in yes if id not in no)
