"""What opens the web app while it runs: a link from the terminal, then a cookie."""

from __future__ import annotations

import secrets
import time
from collections import deque
from collections.abc import Callable
from threading import Lock

from coach import serving

TRIES, MINUTE = 5, 60.0
"""Wrong passwords within a minute, until nobody is let in for the rest of it."""


class Keys:
    """Made anew with each start: a link or a cookie of yesterday opens nothing.

    A link opens once, because others on a machine may see which address a browser was started
    with; `tell` is called with the next one. `bearer` is what a program says instead of a cookie.
    `secure` where browsers come by TLS: the cookie then goes no other way.
    """

    def __init__(
        self,
        port: int,
        *,
        password: str | None = None,
        bearer: str | None = None,
        secure: bool = False,
        tell: Callable[[str], None] | None = None,
    ) -> None:
        self.token = secrets.token_urlsafe(32)
        self.cookie = secrets.token_urlsafe(32)
        self.secure = secure
        self.cookie_name = f"{'__Host-' if secure else ''}coach-{port}"
        self.bearer = bearer
        self._password, self._tell = password, tell
        self._wrong: deque[float] = deque(maxlen=TRIES)
        self._one = Lock()

    @property
    def has_password(self) -> bool:
        """Can somebody come in who has no link?"""
        return self._password is not None

    def opened_by_link(self, token: str) -> bool:
        """Is this the token of the last link that was told? It is used up then."""
        with self._one:
            if not serving.alike(token, self.token):
                return False
            self.token = secrets.token_urlsafe(32)
        if self._tell:
            self._tell(self.token)
        return True

    def opened_by_password(self, given: str) -> bool:
        """Is this the password? After some wrong ones, nothing is for a while."""
        with self._one:  # or a hundred at once would all be tried before the first was counted
            if self._password is None or self.tired:
                return False
            if serving.alike(given, self._password):
                return True
            self._wrong.append(time.monotonic())
            return False

    @property
    def tired(self) -> bool:
        """Were there too many wrong passwords just now?"""
        return len(self._wrong) == TRIES and time.monotonic() - self._wrong[0] < MINUTE

    def holds(self, cookies: list[str]) -> bool:
        """Is our cookie among those of a request?"""
        pairs = (pair.strip().partition("=") for line in cookies for pair in line.split(";"))
        return any(
            name == self.cookie_name and serving.alike(value, self.cookie)
            for name, _, value in pairs
        )

    def borne(self, authorizations: list[str]) -> bool:
        """Is the one Authorization header that of a program which may come in?"""
        if self.bearer is None or len(authorizations) != 1:
            return False
        return serving.bears(authorizations[0], self.bearer)
