"""One home: its settings, its store, its frameworks, and what of a past may be seen."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self
from zoneinfo import ZoneInfo

from pydantic import ValidationError

from coach import promises
from coach.app import clock
from coach.app.remembering import Remembered, remembered
from coach.asking.coverage import coverage
from coach.errors import ConsentError, UserError
from coach.library import Framework, frameworks
from coach.past import Past
from coach.records import Relationship, Role, day_of

if TYPE_CHECKING:
    from coach.config import Settings
    from coach.store import Store


class Home:
    """What every verb stands on."""

    def __init__(
        self, home: str | os.PathLike[str] | Settings | None = None, **settings: Any
    ) -> None:
        from coach.config import Settings

        self._given = frozenset(settings)
        if isinstance(home, Settings):
            self.settings = home.model_copy(update=settings)
        else:
            given = settings | ({"home": Path(home)} if home else {})
            try:
                self.settings = Settings(**given)
            except ValidationError as problem:
                raise UserError(_setting(problem)) from None
        self._remembered = Remembered()

    @property
    def looking(self) -> Settings:
        """The settings to look at what a model would be sent: a missing server is not missed."""
        return self.settings.model_copy(update={"base_url": self.settings.base_url or "none"})

    @cached_property
    def store(self) -> Store:
        """The records of this home; opened at first need, and then rid of what is due to go."""
        from coach.embedding import default_embedder
        from coach.store import Store

        store = Store(self.settings.home, default_embedder(self.settings.embed_model))
        self._let_go(store)
        return store

    def _let_go(self, store: Store) -> None:
        """Delete the text of calls that were kept as long as the settings say."""
        if (days := self.settings.keep_transcript_days) != "forever":
            store.let_go(clock.now(), days)

    @cached_property
    def frameworks(self) -> Mapping[str, Framework]:
        """Our packs, and those in the home's own `knowledge/` folder."""
        return frameworks(self.settings.home / "knowledge")

    def relationships(self) -> tuple[Relationship, ...]:
        """Every relationship of this home, by id."""
        return self.store.relationships.all()

    def relationship(self, who: str) -> Relationship:
        """The relationship of this id. Raises UnknownError, naming those there are."""
        return self.store.relationships.get(who)

    @remembered
    def past(self, who: str, eyes: Role | None) -> Past:
        """What the agenda is drawn from, as far as `eyes` may see it (None: what both may)."""
        recaps = self.store.sessions.recaps(who)
        return Past(
            recaps=recaps,
            ledger=self.store.ledger.commitments(who),
            answers=self.store.answers.visible_to(who, eyes),
            kept_by_hand=promises.kept_by_hand(self.lives(who), Past(recaps).last),
        )

    @remembered
    def lives(self, who: str) -> promises.Lives:
        """What became of every promise, step by step."""
        return promises.Lives(self.store.ledger.histories(who))

    def required_open(self, who: str, doing: str) -> Relationship:
        """The relationship, where it goes on and nobody took their yes back. Raises otherwise."""
        relationship = self.relationship(who)
        for yes in relationship.taken_back:
            day = yes.withdrawn_at and day_of(yes.withdrawn_at)
            raise ConsentError(
                f"{yes.who} took back the yes of {who!r} on {day}: {doing}. With a new yes: "
                f"coach relationship consent {who} --by {relationship.role_of(yes.who)}"
            )
        if relationship.closed:
            raise UserError(
                f"{who!r} was closed on {relationship.closed}: {doing}. "
                f"To go on: coach close {who} --reopen"
            )
        return relationship

    def _require_unmoved(self, who: str, commitment: str) -> None:
        """Who asks for another day of a promise has made it."""
        self.store.ledger.get(who, commitment)
        names = self.lives(who).names(commitment)
        if len(names) > 1:
            raise UserError(
                f"{commitment} was moved and goes by {', '.join(names)}, so it was promised: "
                f"to end it, say dropped of {names[-1]}."
            )

    def _cover_again(self, who: str) -> None:
        """What the calls left behind, as it is without what was never promised."""
        pair = self.relationship(who)
        self.store.sessions.cover_again(
            who, lambda recap: tuple(coverage(recap, pair, self.frameworks))
        )

    def today(self) -> date:
        """Today on the clock of this home's owner."""
        return self._now().date()

    def _now(self) -> datetime:
        """This moment on the clock of this home's owner."""
        owner = self.store.me()
        return clock.exactly().astimezone(ZoneInfo(owner.zone) if owner and owner.zone else None)

    def _by(self, who: str) -> str | None:
        """Whose hand it is: that of this home's owner."""
        owner, one = self.store.me(), self.relationship(who)
        return owner.name if owner else one.person(one.me).name if one.me else None

    def close(self) -> None:
        """Let go of the store, if it was opened."""
        if "store" in self.__dict__:
            self.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _setting(problem: ValidationError) -> str:
    """Which setting cannot be so, and what it can be."""
    fault = problem.errors()[0]
    name = f"COACH_{str(fault['loc'][0]).upper().removeprefix('COACH_')}"
    if name == "COACH_KEEP_TRANSCRIPT_DAYS":
        return f"{name}: write a number of days from 0 to 36500, or forever."
    return f"{name}: {fault['msg']}."
