"""The server on a port: whatever is not for this machine, or has no token, is turned away."""

from __future__ import annotations

import asyncio
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx2
import pytest
from knocking import run, sent
from mcp import Client
from mcp.client.streamable_http import streamable_http_client
from mcp_home import ERAS, after_a_call, read, served

from coach import Coach
from coach.mcp_server.desk import Desk
from coach.mcp_server.http import TOKEN as TOKEN_FILE
from coach.mcp_server.http import Guard, guarded
from coach.serving import token_of

ROOT = Path(__file__).resolve().parents[1]
PORT, TOKEN = 8765, "t0ken-of-this-home"
HERE = "127.0.0.1:8765"
GOOD = {
    "host": HERE,
    "authorization": f"Bearer {TOKEN}",
    "content-type": "application/json",
    "accept": "application/json, text/event-stream",
}
INITIALIZE = {
    "jsonrpc": "2.0",
    "id": 1,
    "method": "initialize",
    "params": {
        "protocolVersion": "2025-06-18",
        "capabilities": {},
        "clientInfo": {"name": "raw", "version": "1"},
    },
}
BODY = json.dumps(INITIALIZE).encode()


def without(name: str) -> dict[str, str]:
    return {key: value for key, value in GOOD.items() if key != name}


def hosts() -> Iterator[tuple[str, int, dict[str, Any]]]:
    """Names that lead to this machine, and are not it: rebinding."""
    for host in (
        "evil.example",
        "evil.example:8765",
        "127.0.0.1",
        "127.0.0.1:80",
        "127.0.0.1.evil.example:8765",
        "127.0.0.1:8765.evil.example",
        "127.0.0.1:8765@evil.example",
        "localhost.evil.example:8765",
        "0.0.0.0:8765",
        "[::1]:8765",
        "192.168.1.7:8765",
        "2130706433:8765",
        "",
    ):
        yield f"host {host}", 421, {"headers": GOOD | {"host": host}}
    yield "no host", 421, {"headers": without("host")}
    yield "two hosts", 421, {"headers": [*GOOD.items(), ("host", "evil.example")]}


def origins() -> Iterator[tuple[str, int, dict[str, Any]]]:
    for origin in (
        "http://evil.example",
        "https://127.0.0.1:8765",
        "http://127.0.0.1:9999",
        "http://localhost:8765.evil.example",
        "null",
        "file://",
        "chrome-extension://abc",
        "",
    ):
        yield f"origin {origin}", 403, {"headers": GOOD | {"origin": origin}}
    both = [*GOOD.items(), ("origin", f"http://{HERE}"), ("origin", "http://evil.example")]
    yield "two origins", 403, {"headers": both}


def tokens() -> Iterator[tuple[str, int, dict[str, Any]]]:
    for given in (
        "Bearer wrong",
        f"Bearer {TOKEN}x",
        f"Bearer {TOKEN[:-1]}",
        f"Basic {TOKEN}",
        TOKEN,
        "Bearer",
        "Bearer ",
        "Bearer \xff\xfe",
    ):
        yield f"token {given!r}", 401, {"headers": GOOD | {"authorization": given}}
    yield "no token", 401, {"headers": without("authorization")}
    yield "token in the address", 401, {"headers": without("authorization"), "query": TOKEN}
    twice = [*GOOD.items(), ("authorization", "Bearer wrong")]
    yield "two tokens", 401, {"headers": twice}


def others() -> Iterator[tuple[str, int, dict[str, Any]]]:
    for method in ("PUT", "PATCH", "OPTIONS", "HEAD", "TRACE", "CONNECT"):
        yield f"method {method}", 405, {"method": method}
    for path in ("/", "/mcp/", "/mcp/../mcp", "/sse", "/messages/", "/.well-known/oauth"):
        yield f"path {path}", 404, {"path": path}
    yield "from another machine", 403, {"client": ("192.168.1.9", 5)}
    yield "from nowhere", 403, {"client": None}
    yield "oversize", 413, {"headers": GOOD | {"content-length": str(Guard.most_bytes + 1)}}
    yield "endless", 413, {"headers": GOOD | {"content-length": "9" * 40}}
    yield "negative", 400, {"headers": GOOD | {"content-length": "-1"}}
    yield "oversize in pieces", 413, {"body": b"[" + b" " * (Guard.most_bytes + 10)}
    yield "no json", 400, {"headers": GOOD | {"content-type": "text/plain"}}
    yield "not json inside", 400, {"body": b"{"}


DEFAULTS: dict[str, Any] = {"method": "POST", "path": "/mcp", "headers": GOOD, "body": BODY}
HOSTILE = [*hosts(), *origins(), *tokens(), *others()]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with Coach(after_a_call(tmp_path_factory.mktemp("http") / "home")) as coach:
        yield Desk(coach)


def answered(desk: Desk, **request: Any) -> tuple[int, bytes]:
    """The same of the whole app, started and ended around it."""

    async def whole() -> tuple[int, bytes]:
        server = served(desk)
        app = guarded(server, PORT, TOKEN)
        async with server.session_manager.run():
            answer = await sent(app, **DEFAULTS | request)
        return answer.status, answer.body

    return run(whole())


def test_a_request_of_this_machine_with_the_token_is_answered(desk: Desk) -> None:
    status, body = answered(desk)
    assert status == 200 and b'"name":"coach"' in body
    assert answered(desk, headers=GOOD | {"origin": f"http://{HERE}"})[0] == 200


def test_there_are_as_many_as_the_page_on_security_says() -> None:
    said = re.search(r"(\d+) hostile requests", (ROOT / "SECURITY.md").read_text(encoding="utf-8"))
    assert said and int(said[1]) == len({name for name, _, _ in HOSTILE}) == len(HOSTILE) >= 40


@pytest.mark.parametrize(("name", "status", "request_"), HOSTILE, ids=[one[0] for one in HOSTILE])
def test_a_hostile_request_is_refused(
    name: str, status: int, request_: dict[str, Any], desk: Desk
) -> None:
    found, body = answered(desk, **request_)
    assert found == status, body
    assert TOKEN.encode() not in body and b"Robyn" not in body and b"serverInfo" not in body


def test_a_guard_without_its_check_would_let_them_in(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The tests above see the guard: with it gone, what it refuses alone passes."""
    monkeypatch.setattr(Guard, "refusal", lambda self, *_: None)
    status, _ = answered(desk, headers=without("authorization"))
    assert status == 200


def test_a_socket_is_none_of_ours(desk: Desk) -> None:
    told: list[dict[str, Any]] = []

    async def send(message: dict[str, Any]) -> None:
        told.append(message)

    app: Any = guarded(served(desk), PORT, TOKEN)
    asyncio.run(app({"type": "websocket", "headers": [], "path": "/mcp"}, None, send))
    assert told == [{"type": "websocket.close", "code": 1008}]


def test_the_token_is_made_once_and_read_by_its_owner_alone(tmp_path: Path) -> None:
    token, made = token_of(tmp_path / "home", TOKEN_FILE)
    assert made and len(token) > 40
    assert token_of(tmp_path / "home", TOKEN_FILE) == (token, False)
    assert (tmp_path / "home" / "mcp-token").stat().st_mode & 0o777 == 0o600
    assert token_of(tmp_path / "other", TOKEN_FILE)[0] != token


@pytest.mark.allow_hosts(["127.0.0.1"])
@pytest.mark.enable_socket
def test_a_client_on_this_machine_works_over_the_port_in_both_eras(tmp_path: Path) -> None:
    import socket

    home = after_a_call(tmp_path / "home")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "coach", "mcp", "--http", "--port", str(port)]
    environment = {**os.environ, "COACH_HOME": str(home), "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as running:
        assert running.stderr and running.stdout
        line = running.stderr.readline()
        found = re.search(r"(http://\S+), token (\S+) ", line)
        assert found, line
        try:
            for era in ERAS:
                asyncio.run(_asked(found[1], found[2], era))
            taken = subprocess.run(
                command, env=environment, capture_output=True, text=True, check=False
            )
            assert taken.returncode == 2 and found[2] not in taken.stderr
            assert "name another one" in taken.stderr
        finally:
            running.terminate()
        assert running.stdout.read() == ""


async def _asked(url: str, token: str, era: str) -> None:
    headers = {"Authorization": f"Bearer {token}"}
    for _ in range(50):
        async with httpx2.AsyncClient(headers=headers, trust_env=False) as web:
            try:
                transport = streamable_http_client(url, http_client=web)
                async with Client(transport, mode=era) as client:  # type: ignore[arg-type]
                    text = read(await client.call_tool("list_commitments", {"who": "robyn"}))
                    assert "seating plan" in text
                    return
            except* httpx2.ConnectError:
                pass
        await asyncio.sleep(0.2)
    raise AssertionError("the server never listened")
