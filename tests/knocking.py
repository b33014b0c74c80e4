"""Raw requests to an app behind a door, as no browser or library would write them."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any, NamedTuple, TypeVar

T = TypeVar("T")
Pairs = Mapping[str, str] | Iterable[tuple[str, str]]


class Answer(NamedTuple):
    """What came back."""

    status: int
    headers: dict[str, str]
    body: bytes


def run(work: Coroutine[Any, Any, T]) -> T:
    """What it comes to, on a thread of its own: the driver of a browser may hold our loop."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, work).result()


async def sent(
    app: Any,
    *,
    method: str = "GET",
    path: str = "/",
    query: str = "",
    headers: Pairs = (),
    body: bytes = b"",
    client: tuple[str, int] | None = ("127.0.0.1", 50_000),
    pause: float = 0.0,
) -> Answer:
    """What an app answers; with `pause`, each piece of the body comes after so many seconds."""
    pairs = headers.items() if isinstance(headers, Mapping) else headers
    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": method,
        "scheme": "http",
        "path": path,
        "raw_path": path.encode(errors="replace"),
        "root_path": "",
        "query_string": query.encode(),
        "headers": [(name.encode(), value.encode("latin-1")) for name, value in pairs],
        "client": client,
        "server": ("127.0.0.1", 1),
        "extensions": {},
    }
    pieces = [body[n : n + 65_536] for n in range(0, len(body), 65_536)] or [b""]
    answer: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        await asyncio.sleep(pause if pieces else 30)
        piece = pieces.pop(0)
        return {"type": "http.request", "body": piece, "more_body": bool(pieces)}

    async def send(message: dict[str, Any]) -> None:
        answer.append(message)

    await asyncio.wait_for(app(scope, receive, send), 20)
    start = next(message for message in answer if message["type"] == "http.response.start")
    said = {name.decode().lower(): value.decode() for name, value in start["headers"]}
    return Answer(start["status"], said, b"".join(m.get("body", b"") for m in answer))
