"""What the owner of a home chooses for it: the model that is asked, how long texts stay."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from coach.app import clock
from coach.app.home import Home
from coach.errors import UserError
from coach.records.base import moment

if TYPE_CHECKING:
    from coach.config import Settings


class Choosing(Home):
    """Settings that are kept in the home."""

    def change_settings(self, *, only_look: bool = False, **changes: Any) -> Settings:
        """Keep other settings in this home, and hold to them from now on; as they are then.

        `model` (None: offline), `base_url`, `pseudonyms`, `keep_transcript_days` (a number, or
        `"forever"`): fewer days let go at once of the texts whose days are over by then. With
        `only_look` nothing changes. Raises UserError for what cannot be so, and for what code or
        the environment says, which come first.

        >>> from tempfile import TemporaryDirectory
        >>> from coach import Coach
        >>> with TemporaryDirectory() as home:
        ...     with Coach(home) as coach:
        ...         _ = coach.change_settings(keep_transcript_days=7)
        ...     with Coach(home) as coach:
        ...         coach.settings.keep_transcript_days, coach.origin("keep_transcript_days")
        (7, 'kept')
        """
        from coach.config import checked, keep

        for name in changes:
            if (origin := self.origin(name)) not in ("kept", "default"):
                by = "the program that opened this home" if origin == "given" else origin
                raise UserError(f"{name}: {by} says it; change it there.")
        then = self.settings.model_copy(update=checked(changes))
        if only_look:
            return then
        keep(self.settings.home, changes)
        self.settings = then
        self._let_go(self.store)
        return then

    def origin(self, name: str) -> str:
        """Where a setting comes from: an environment variable, by its name, or one of these.

        `given` in code, `kept` in the home, `default` where nobody said it.
        """
        from coach.config import kept_names, said_outside

        if name in self._given:
            return "given"
        return said_outside(name) or (
            "kept" if name in kept_names(self.settings.home) else "default"
        )

    def texts_due(self, days: int | Literal["forever"]) -> int:
        """Of how many calls the text would go at once, were it kept for so many days only."""
        if days == "forever":
            return 0
        from coach.store import goes_on

        now = clock.now().timestamp()
        return sum(
            (goes := goes_on(call, days)) is not None and moment(goes) <= now
            for pair in self.relationships()
            for call in self.store.sessions.list(pair.id)
            if call.id in self.store.kept_texts(pair.id)
        )
