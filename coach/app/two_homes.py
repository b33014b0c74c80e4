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
from coach.records import NEVER, Commitment, Shared
from coach.records.history import stood_before, sum_of

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
        ever = {id: sum_of(history) for id, history in histories.items()}
        return given(
            relationship,
            promises={
                promise.id: (promise, histories[promise.id]) for promise in ledger.commitments(who)
            },
            never={id: (one, histories[id]) for id, one in ever.items() if one.status == NEVER},
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
        second time, or an older file, changes nothing: so take a file without news too, for what
        it makes outdated. `only_look` writes nothing. Raises UserError for a file that is none, or
        is of another pair.
        """
        from coach.sharing import Paper, is_about, read_shared, require_from_the_partner, weigh

        name = file.name if isinstance(file, Paper) else Path(file).name
        shared = read_shared(file, clock.now())
        if who is None:
            there = [one.id for one in self.relationships() if is_about(shared, one)]
            if not there:
                me = "mentee" if shared.sender == "mentor" else "mentor"
                raise UserError(
                    f"{name}: it is about {shared.mentor} and {shared.mentee}, and no pair here is "
                    "of these two names. To open it: coach relationship add ID --mentor NAME "
                    f"--mentee NAME --me {me}"
                )
            if len(there) > 1:
                raise UserError(
                    f"{name}: is it for one of {', '.join(there)}? Say which: --with WHO"
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

    def in_doubt(self, who: str) -> tuple[Commitment, ...]:
        """Promises that the partner's file takes out, or brings back, and this home does not yet.

        What it says of each is its `partner_says`.
        """
        return self.store.ledger.in_doubt(who)

    def own(
        self, who: str, accept: Iterable[str] | None = None, reject: Iterable[str] = ()
    ) -> tuple[Commitment, ...]:
        """Say yes to what the partner's file says, and no to the rest; what was said yes to.

        A promise that was heard counts with a yes; one in doubt is taken out, or comes back.
        `accept` None takes all that was heard but `reject`; what is in doubt has to be named. What
        is refused does not come back with another file. Raises UnknownError, or UserError for one
        that was moved since, which nobody does with what was never promised.
        """
        heard = {promise.id: promise for promise in self.heard(who)}
        there = heard | {promise.id: promise for promise in self.in_doubt(who)}
        no = list(reject)
        yes = [id for id in heard if id not in no] if accept is None else list(accept)
        if unknown := sorted({*yes, *no} - set(there)):
            raise UnknownError(
                f"{', '.join(unknown)}: not among what was heard of you in {who!r}; there are: "
                f"{', '.join(there) or 'none'}."
            )
        says = {id: self._with_a_yes(who, there[id]) for id in yes if id not in no}
        edit, now, by = self.store.ledger.edit, clock.now(), self._by(who)
        for id in no:
            said = {"status": "dropped"} if id in heard else {"partner_says": None}
            edit(who, id, now, by, **said)
        owned = tuple(edit(who, id, now, by, **fields) for id, fields in says.items())
        if any(id not in heard for id in says):
            self._cover_again(who)
        return owned

    def _with_a_yes(self, who: str, promise: Commitment) -> dict[str, str | None]:
        """The fields that a yes to the partner's word changes."""
        if not promise.is_in_doubt:
            return {"heard_from": None}
        if promise.partner_says == NEVER:
            self._require_unmoved(who, promise.id)
            return {"status": NEVER, "partner_says": None}
        stood = stood_before(self.store.ledger.history(who, promise.id))
        return {"status": stood, "partner_says": None}
