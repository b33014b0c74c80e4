"""A port of this machine: who may knock, and what an app behind it never gets to see.

A page in a browser can reach a port of the machine it runs on, under any name that leads there. So
every request has to name this server and may come from no other page; what else it needs (a token,
a cookie) is the business of whose port it is.
"""

from __future__ import annotations

import asyncio
import secrets
import socket
import time
from collections.abc import Awaitable, Callable, MutableMapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from coach.errors import UserError
from coach.store.private import private_file, private_folder

if TYPE_CHECKING:
    import uvicorn

LOOPBACK = "127.0.0.1"
THIS_MACHINE = (LOOPBACK, "::1")
USUAL = {"http": 80, "https": 443}

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]
Headers = dict[str, list[str]]


class Refusal(NamedTuple):
    """Why a request goes no further: its status, and a reason without a word of what it sent."""

    status: int
    why: str
    headers: tuple[tuple[str, str], ...] = ()


class Guard:
    """Lets a request through to `app` that names this server and comes from no other page.

    `names` are what the server is called, with its port: `127.0.0.1:8765`. `scheme` is that of its
    own pages. With `local` only this very machine may knock.
    """

    most_bytes: ClassVar[int] = 2_000_000
    """Of a request; a transcript of a call is far below one million."""
    patience: ClassVar[float] = 60.0
    """Seconds in which a body has to be here: who sends a byte now and then holds nothing up."""

    def __init__(
        self, app: App, *, names: frozenset[str], scheme: str = "http", local: bool = True
    ) -> None:
        self.app, self.names, self.local = app, names, local
        self.origins = {f"{scheme}://{name}" for name in names}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request, or the server's own start and end."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
        elif scope["type"] != "http":
            await send({"type": "websocket.close", "code": 1008})
        elif refusal := self.refusal(scope, said(scope)):
            await self.refuse(scope, send, refusal)
        else:
            await self.let_in(scope, receive, send)

    async def let_in(self, scope: Scope, receive: Receive, send: Send) -> None:
        """A request that may pass."""
        refuse = partial(self.refuse, scope, send)
        bound = _Bounded(receive, send, refuse, self.most_bytes, self.patience)
        await self.app(scope, bound.receive, bound.send)

    async def refuse(self, scope: Scope, send: Send, refusal: Refusal) -> None:
        """Answer one that may not."""
        await answer(send, refusal, "text/plain; charset=utf-8", f"{refusal.why}\n")

    def refusal(self, scope: Scope, headers: Headers) -> Refusal | None:
        """Why it may not pass, or None. A header said twice is none."""
        client = scope.get("client")
        if self.local and (client is None or client[0] not in THIS_MACHINE):
            return Refusal(403, "this server is for its own machine")
        if len(host := headers.get("host", [])) != 1 or host[0].lower() not in self.names:
            return Refusal(421, "Host is not this machine")
        if any(origin not in self.origins for origin in headers.get("origin", [])):
            return Refusal(403, "Origin is another page")
        lengths = headers.get("content-length", ["0"])
        if len(lengths) != 1 or not (lengths[0].isascii() and lengths[0].isdigit()):
            return Refusal(400, "Content-Length is no number")
        if len(lengths[0]) > 12 or int(lengths[0]) > self.most_bytes:
            return _too_large(self.most_bytes)
        return None


class _Bounded:
    """What comes in, up to a number of bytes and in time, also where nobody said how many."""

    def __init__(
        self,
        receive: Receive,
        send: Send,
        refuse: Callable[[Refusal], Awaitable[None]],
        most: int,
        patience: float,
    ) -> None:
        self._receive, self._send, self._refuse = receive, send, refuse
        self._left, self._most = most, most
        self._until: float | None = time.monotonic() + patience
        self._answered = False

    async def receive(self) -> Message:
        try:
            message = await asyncio.wait_for(self._receive(), self._time_left())
        except TimeoutError:
            return await self._end(Refusal(408, "it took too long to come"))
        if not message.get("more_body"):
            self._until = None  # all of it is here; what is waited for now is the end
        self._left -= len(message.get("body", b""))
        if self._left >= 0:
            return message
        return await self._end(_too_large(self._most))

    async def send(self, message: Message) -> None:
        if not self._answered:
            await self._send(message)

    def _time_left(self) -> float | None:
        return None if self._until is None else max(0.0, self._until - time.monotonic())

    async def _end(self, refusal: Refusal) -> Message:
        if not self._answered:
            self._answered = True
            await self._refuse(refusal)
        return {"type": "http.disconnect"}


def said(scope: Scope) -> Headers:
    """The headers of a request, each with all that was said under its name."""
    headers: Headers = {}
    for name, value in scope["headers"]:
        headers.setdefault(name.decode("latin-1").lower(), []).append(value.decode("latin-1"))
    return headers


def bears(authorization: str, token: str) -> bool:
    """Does an Authorization header bear this token?

    >>> bears("Bearer a1b2", "a1b2"), bears("Basic a1b2", "a1b2")
    (True, False)
    """
    kind, _, given = authorization.partition(" ")
    return kind.lower() == "bearer" and alike(given.strip(), token)


def alike(given: str, secret: str) -> bool:
    """Is it the secret? Takes as long for a near miss as for a far one."""
    return secrets.compare_digest(given.encode("utf-8", "surrogatepass"), secret.encode())


def token_of(home: Path, name: str) -> tuple[str, bool]:
    """The token in a file of this home, which its owner alone can read; was it made just now?"""
    file = private_file(private_folder(home) / name)
    if token := file.read_text(encoding="ascii").strip():
        return token, False
    token = secrets.token_urlsafe(32)
    file.write_text(token, encoding="ascii")
    return token, True


def local_names(port: int) -> frozenset[str]:
    """What a server on `port` of this machine is called by this machine.

    >>> sorted(local_names(8765))
    ['127.0.0.1:8765', 'localhost:8765']
    """
    return frozenset(as_said(name, port, "http") for name in (LOOPBACK, "localhost"))


def as_said(name: str, port: int, scheme: str) -> str:
    """A name with its port, as a browser says it: without the one that goes without saying.

    >>> as_said("localhost", 80, "http"), as_said("localhost", 80, "https")
    ('localhost', 'localhost:80')
    """
    return name if USUAL[scheme] == port else f"{name}:{port}"


def listening(port: int, host: str = LOOPBACK) -> socket.socket:
    """A socket that listens there. Raises UserError for a port taken or a host not ours."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    opened = socket.socket(family)
    opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        opened.bind((host, port))
    except OSError as problem:
        opened.close()
        if isinstance(problem, socket.gaierror):
            raise UserError(f"--host {host}: no address of this machine.") from None
        raise UserError(f"--port {port}: {problem.strerror}; name another one.") from None
    return opened


def server(
    app: App, tls: tuple[Path, Path] | None = None, *, debug: bool = False
) -> uvicorn.Server:
    """A server of this app; `tls` is a certificate and its key.

    It notes down nothing, since what fails may hold words of a call; with `debug`, where it failed.
    Who asks is who is connected, whatever a header says of somebody before them.
    """
    import uvicorn

    certificate, key = tls or (None, None)
    config = uvicorn.Config(
        app,
        log_level="error" if debug else "critical",
        access_log=False,
        proxy_headers=False,
        server_header=False,
        ssl_certfile=certificate,
        ssl_keyfile=key,
        timeout_graceful_shutdown=2,
    )
    return uvicorn.Server(config)


def serve(
    app: App, on: socket.socket, tls: tuple[Path, Path] | None = None, *, debug: bool = False
) -> None:
    """Serve until interrupted."""
    server(app, tls, debug=debug).run(sockets=[on])


def _too_large(most: int) -> Refusal:
    return Refusal(413, f"larger than {most:,} bytes")


async def answer(send: Send, refusal: Refusal, kind: str, body: str) -> None:
    """Answer with this body, of this media type, and hang up."""
    headers = [("content-type", kind), ("connection", "close"), *refusal.headers]
    raw = [(name.encode(), value.encode()) for name, value in headers]
    await send({"type": "http.response.start", "status": refusal.status, "headers": raw})
    await send({"type": "http.response.body", "body": body.encode()})
