"""A coach's server with the demo's pair in it, and a client that talks to it."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from mcp import Client, MCPError
from mcp.types import CallToolResult

from coach import Coach, Person
from coach.mcp_server.desk import Desk
from coach.mcp_server.server import Server

DEMO = Path(__file__).resolve().parents[1] / "coach" / "demo"
FIRST, SECOND = "2026-02-12T16:30+11:00", "2026-03-12T16:30+11:00"
ERAS = ("auto", "legacy")
"""2026-07-28 and the handshake before it."""


def pair(coach: Coach, id: str = "robyn", *, consented: bool = True) -> str:
    """The two of the demo, seen by the mentee."""
    coach.add(
        id,
        mentor=Person(name="Robyn Teague", labels=("Speaker 1",)),
        mentee=Person(name="Lachie Burke", labels=("Speaker 2", "Lachie's iPad")),
        me="mentee",
    )
    if consented:
        coach.consent(id, ["mentor", "mentee"])
    return id


def after_a_call(home: Path) -> Path:
    """The home of the same after the first call, confirmed: a copy of one that is made once."""
    return Path(shutil.copytree(_after_a_call().name, home))


@cache
def _after_a_call() -> TemporaryDirectory[str]:
    folder = TemporaryDirectory()
    with Coach(folder.name) as coach:
        id = pair(coach)
        drafted = coach.recap(DEMO / "01.txt", who=id, held_on=FIRST, engine="offline")
        coach.confirm(id, drafted.recap.session)
    return folder


@contextmanager
def desk_with_a_call(home: Path) -> Iterator[Desk]:
    """A desk over such a home, which may read the folder of the demo."""
    with Coach(after_a_call(home)) as coach:
        yield Desk(coach, folders=(DEMO,))


def served(desk: Desk) -> Server:
    """A server over this desk. It keeps nothing between two requests, so one serves at any desk.

    To make one takes longer than most of what it is asked.
    """
    server = _server(desk.drafts_only)
    server.desk = desk
    return server


@cache
def _server(drafts_only: bool) -> Server:
    return Server(Desk(None, drafts_only=drafts_only))  # type: ignore[arg-type]


def talk(
    desk: Desk, mode: str, conversation: Callable[[Client], Awaitable[Any]], **client: Any
) -> Any:
    """What a conversation with an in-memory server comes to, in one era of the protocol."""

    async def talked() -> Any:
        async with Client(served(desk), mode=mode, **client) as host:  # type: ignore[arg-type]
            try:
                return await conversation(host)
            except MCPError as problem:  # a group of the client's own would hide it
                return problem

    told = asyncio.run(talked())
    if isinstance(told, MCPError):
        raise told
    return told


def call(desk: Desk, mode: str, tool: str, **arguments: Any) -> CallToolResult:
    """What one tool answers."""
    found: CallToolResult = talk(desk, mode, lambda host: host.call_tool(tool, arguments))
    return found


def read(result: CallToolResult) -> str:
    """The text of an answer that is none of an error."""
    assert not result.is_error, result.content
    (text,) = result.content
    return str(text.text)  # type: ignore[union-attr]


def refused(result: CallToolResult) -> str:
    """The one line that a tool refuses with."""
    assert result.is_error
    (text,) = result.content
    (line,) = str(text.text).splitlines()  # type: ignore[union-attr]
    return line
