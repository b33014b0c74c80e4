"""The end of a relationship: the last meeting, what each takes along, and the door left open."""

from __future__ import annotations

from coach import before
from coach.app import clock
from coach.app.home import Home
from coach.errors import UserError
from coach.given import checked_role
from coach.records import Farewell, Keepsake, Relationship, Role, When, day_of


class Ending(Home):
    """What is done when two people stop meeting."""

    def farewell(self, who: str, *, minutes: int = 60, on: When | None = None) -> Farewell:
        """The last meeting, the goals beside their first words, and thanks for each to give."""
        return before.closing(
            self.relationship(who),
            past=self.past(who, None),
            frameworks=self.frameworks,
            minutes=minutes,
            on=on,
        )

    def keepsake(self, who: str, role: Role) -> Keepsake:
        """What one of the two takes along; for the partner, of shared material only."""
        relationship, role = self.relationship(who), checked_role(role)
        return before.keepsake(
            relationship,
            past=self.past(who, role if relationship.me in (None, role) else None),
            frameworks=self.frameworks,
            role=role,
        )

    def end(self, who: str) -> Relationship:
        """Close a relationship: nothing is due any more, and no further call is read."""
        relationship = self.relationship(who)
        if relationship.closed:
            raise UserError(f"{who!r} was closed on {relationship.closed} already.")
        zone = relationship.person(relationship.me).zone if relationship.me else None
        return self._closed(relationship, clock.now(), zone)

    def reopen(self, who: str) -> Relationship:
        """Go on with a relationship that was closed."""
        relationship = self.relationship(who)
        if not relationship.closed:
            raise UserError(f"{who!r} is open: there is nothing to reopen.")
        return self._closed(relationship, None, None)

    def _closed(
        self, relationship: Relationship, when: When | None, zone: str | None
    ) -> Relationship:
        closed = {"closed": day_of(when, zone) if when else None}
        return self.store.relationships.change(
            relationship.id, lambda one: one.model_copy(update=closed)
        )
