"""The server on a port of this machine: for this machine alone, and for who has the token."""

from __future__ import annotations

from mcp.server.transport_security import TransportSecuritySettings

from coach import serving
from coach.mcp_server.server import Server
from coach.serving import LOOPBACK, App, Headers, Refusal, Scope

PATH = "/mcp"
TOKEN = "mcp-token"
"""The file of a home that holds its token."""
METHODS = ("POST", "GET", "DELETE")


class Guard(serving.Guard):
    """Lets a request through that is for this machine and has the token; no other."""

    def __init__(self, app: App, *, port: int, token: str) -> None:
        super().__init__(app, names=serving.local_names(port))
        self.token = token

    def refusal(self, scope: Scope, headers: Headers) -> Refusal | None:
        """Why it may not pass: the port's own reasons, then no token, no such place."""
        if refused := super().refusal(scope, headers):
            return refused
        if not self._has_token(headers.get("authorization", [])):
            why = "Authorization: Bearer TOKEN is needed; see the file mcp-token"
            return Refusal(401, why, (("www-authenticate", "Bearer"),))
        if scope["path"] != PATH or scope.get("root_path"):
            return Refusal(404, f"there is {PATH} alone")
        if scope["method"] not in METHODS:
            return Refusal(405, "POST, GET and DELETE alone")
        return None

    def _has_token(self, given: list[str]) -> bool:
        return len(given) == 1 and serving.bears(given[0], self.token)


def guarded(server: Server, port: int, token: str) -> App:
    """The whole app: the guard before what the library checks once more."""
    hosts = sorted(serving.local_names(port))
    security = TransportSecuritySettings(
        enable_dns_rebinding_protection=True,
        allowed_hosts=hosts,
        allowed_origins=[f"http://{host}" for host in hosts],
    )
    app = server.streamable_http_app(
        streamable_http_path=PATH,
        host=LOOPBACK,
        transport_security=security,
        max_request_body_size=Guard.most_bytes,
    )
    return Guard(app, port=port, token=token)


def serve(server: Server, port: int, token: str) -> None:
    """Serve until interrupted. Raises UserError where the port is taken."""
    with serving.listening(port) as on:
        serving.serve(guarded(server, port, token), on)
