"""The server on a port of this machine: for this machine alone, and for who has the token.

A page in a browser can reach a port of the machine it runs on, under any name that leads there. So
every request has to come from this machine, name it, come from no other page, and carry the token.
"""

from __future__ import annotations

import secrets
import socket
from collections.abc import Awaitable, Callable, MutableMapping
from pathlib import Path
from typing import Any

from mcp.server.transport_security import TransportSecuritySettings

from coach.errors import UserError
from coach.mcp_server.server import Server
from coach.store.private import private_file, private_folder

LOOPBACK = "127.0.0.1"
PATH = "/mcp"
MOST_BYTES = 2_000_000
"""Of a request; a transcript of a call is far below one million."""
METHODS = ("POST", "GET", "DELETE")

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]


class Guard:
    """Lets a request through to `app` that is for this machine and has the token; no other."""

    def __init__(self, app: App, *, port: int, token: str) -> None:
        self.app, self.token = app, token
        self.hosts = {f"{name}:{port}" for name in (LOOPBACK, "localhost")}
        self.origins = {f"http://{host}" for host in self.hosts}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request, or the server's own start and end."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
        elif scope["type"] != "http":
            await send({"type": "websocket.close", "code": 1008})
        elif refusal := self.refusal(scope):
            await _refuse(send, *refusal)
        else:
            await self.app(scope, receive, send)

    def refusal(self, scope: Scope) -> tuple[int, str] | None:
        """Status and reason, or None for a request that may pass. A header said twice is none."""
        headers: dict[str, list[str]] = {}
        for name, value in scope["headers"]:
            headers.setdefault(name.decode("latin-1").lower(), []).append(value.decode("latin-1"))
        client = scope.get("client")
        if client is None or client[0] not in (LOOPBACK, "::1"):
            return 403, "this server is for its own machine"
        if len(host := headers.get("host", [])) != 1 or host[0].lower() not in self.hosts:
            return 421, "Host is not this machine"
        if any(origin not in self.origins for origin in headers.get("origin", [])):
            return 403, "Origin is another page"
        if not self._has_token(headers.get("authorization", [])):
            return 401, "Authorization: Bearer TOKEN is needed; see the file mcp-token"
        if scope["path"] != PATH or scope.get("root_path"):
            return 404, f"there is {PATH} alone"
        if scope["method"] not in METHODS:
            return 405, "POST, GET and DELETE alone"
        lengths = headers.get("content-length", ["0"])
        if len(lengths) != 1 or not lengths[0].isdigit():
            return 400, "Content-Length is no number"
        if len(lengths[0]) > 12 or int(lengths[0]) > MOST_BYTES:
            return 413, f"larger than {MOST_BYTES:,} bytes"
        return None

    def _has_token(self, given: list[str]) -> bool:
        if len(given) != 1:
            return False
        kind, _, token = given[0].partition(" ")
        sent = token.strip().encode("latin-1", errors="replace")
        return kind.lower() == "bearer" and secrets.compare_digest(sent, self.token.encode())


def guarded(server: Server, port: int, token: str) -> App:
    """The whole app: the guard before what the library checks once more."""
    hosts = [f"{LOOPBACK}:{port}", f"localhost:{port}"]
    security = TransportSecuritySettings(
        enable_dns_rebinding_protection=True,
        allowed_hosts=hosts,
        allowed_origins=[f"http://{host}" for host in hosts],
    )
    app = server.streamable_http_app(
        streamable_http_path=PATH,
        host=LOOPBACK,
        transport_security=security,
        max_request_body_size=MOST_BYTES,
    )
    return Guard(app, port=port, token=token)


def token_of(home: Path) -> tuple[str, bool]:
    """The token of this home, which its owner alone can read, and whether it was made just now."""
    file = private_file(private_folder(home) / "mcp-token")
    if token := file.read_text(encoding="ascii").strip():
        return token, False
    token = secrets.token_urlsafe(32)
    file.write_text(token, encoding="ascii")
    return token, True


def serve(server: Server, port: int, token: str) -> None:
    """Serve until interrupted. Raises UserError where the port is taken."""
    import uvicorn

    with socket.socket() as listening:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind((LOOPBACK, port))
        except OSError as problem:
            raise UserError(f"--port {port}: {problem.strerror}; name another one.") from None
        config = uvicorn.Config(guarded(server, port, token), log_level="error", access_log=False)
        uvicorn.Server(config).run(sockets=[listening])


async def _refuse(send: Send, status: int, why: str) -> None:
    headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"connection", b"close")]
    if status == 401:
        headers.append((b"www-authenticate", b"Bearer"))
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": f"{why}\n".encode()})
