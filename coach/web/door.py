"""Who may come in, and what every answer tells the browser never to do."""

from __future__ import annotations

import asyncio
import json
import re
from contextlib import suppress

from coach import serving
from coach.serving import App, Headers, Message, Receive, Refusal, Scope, Send
from coach.web.keys import Keys

ENTRANCE = "/enter"
STATIC = "/static/"
API = "/api/"
READING = ("GET", "HEAD")
PASSWORD_FORM = 4_000
"""Bytes that somebody without a key may send."""
DROPPED = re.compile(r"/with/[^/]+/calls")
"""Where a call is dropped."""
PASSED_OVER = 100_000_000
"""Bytes of a file too large that are taken and let go, since a browser listens only after that."""

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
"""Of every page: nothing from elsewhere, nothing inline, nothing sent anywhere but here."""
ALWAYS = (
    (b"content-security-policy", POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), microphone=(), geolocation=()"),
)
_TOO_LARGE = "coach.too_large"
UNCACHED = (b"cache-control", b"no-store")
"""Pages hold the most private talk of two people: no copy of them stays in a browser."""


class Door(serving.Guard):
    """Lets in who has the cookie of this server, or bears the token of this home.

    A change needs an Origin of our own as well: a form on somebody else's page cannot make one.
    """

    most_bytes = 8_000_000

    def __init__(
        self, app: App, keys: Keys, *, names: frozenset[str], scheme: str = "http", local: bool
    ) -> None:
        super().__init__(app, names=names, scheme=scheme, local=local)
        self.keys = keys

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request; whatever it is answered, the browser is told what it may not do."""
        await super().__call__(scope, receive, _warning(send, scope.get("path", "")))

    def refusal(self, scope: Scope, headers: Headers) -> Refusal | None:
        """Why it may not pass: the port's own reasons, then a forged change, then no key."""
        refused = super().refusal(scope, headers)
        if refused and not (refused.status == 413 and _drops_a_call(scope, headers)):
            return refused
        bearer = self.keys.borne(headers.get("authorization", []))
        writes = scope["method"] not in READING
        if writes and not bearer and len(headers.get("origin", [])) != 1:
            return Refusal(403, "a change has to come from a page of this server")
        arrives = not writes and headers.get("sec-fetch-mode") == ["navigate"]
        if not arrives and not {"cross-site", "same-site"}.isdisjoint(_sites(headers)):
            return Refusal(403, "asked for by another page")
        if bearer or self.keys.holds(headers.get("cookie", [])):
            return None
        if _is_open(scope["path"]):
            said = int(headers.get("content-length", ["0"])[0])
            short = said <= PASSWORD_FORM and "transfer-encoding" not in headers
            return None if short else Refusal(413, "more than a password needs")
        if scope["method"] in READING and "hx-request" not in headers and _wants_a_page(headers):
            return Refusal(303, "come in first", (("location", ENTRANCE),))
        back = (("hx-redirect", ENTRANCE),) if "hx-request" in headers else ()
        return Refusal(401, "open the link that coach serve printed", back)

    async def let_in(self, scope: Scope, receive: Receive, send: Send) -> None:
        """A request that may pass; of one with a file too large no more than that it came."""
        if self._is_too_large(scope):
            await self._pass_over(receive)
            scope, receive = {**scope, "method": "GET", _TOO_LARGE: True}, _nothing
            await self.app(scope, receive, send)
        else:
            await super().let_in(scope, receive, send)

    def _is_too_large(self, scope: Scope) -> bool:
        return int(serving.said(scope).get("content-length", ["0"])[0]) > self.most_bytes

    async def _pass_over(self, receive: Receive) -> None:
        """Take what is sent, and keep none of it."""
        left = PASSED_OVER
        with suppress(TimeoutError):
            async with asyncio.timeout(self.patience):
                while left > 0:
                    message = await receive()
                    left -= len(message.get("body", b""))
                    if not message.get("more_body"):
                        return

    async def refuse(self, scope: Scope, send: Send, refusal: Refusal) -> None:
        """Answer one that may not pass; a program in its own language."""
        if scope["path"].startswith(API):
            body = json.dumps({"error": refusal.why})
            await serving.answer(send, refusal, "application/json", body)
        else:
            await super().refuse(scope, send, refusal)


def _warning(send: Send, path: str) -> Send:
    """Answers that tell the browser what it may not do."""
    uncached = () if path.startswith(STATIC) else (UNCACHED,)

    async def warned(message: Message) -> None:
        if message["type"] == "http.response.start":
            message["headers"] = [*message.get("headers", ()), *ALWAYS, *uncached]
        await send(message)

    return warned


def too_large(scope: Scope) -> bool:
    """Was it sent with a file that is too large, so that nothing of it was read?"""
    return _TOO_LARGE in scope


def _drops_a_call(scope: Scope, headers: Headers) -> bool:
    """Is it the form in which a person drops a call? Its own page tells them what was wrong."""
    dropped = scope["method"] == "POST" and DROPPED.fullmatch(scope["path"]) is not None
    return dropped and _wants_a_page(headers)


async def _nothing() -> Message:
    return {"type": "http.request", "body": b"", "more_body": False}


def _is_open(path: str) -> bool:
    """Does this hold nothing of anybody, so that it needs no key?"""
    return path == ENTRANCE or path.startswith(STATIC)


def _sites(headers: Headers) -> list[str]:
    """From where a browser says that it asks."""
    return headers.get("sec-fetch-site", [])


def _wants_a_page(headers: Headers) -> bool:
    return any("text/html" in accepted for accepted in headers.get("accept", []))
