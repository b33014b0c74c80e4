"""The server as a client starts it: a process of its own, spoken to over its pipes."""

from __future__ import annotations

import asyncio
import json
import os
import re
import subprocess
import sys
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from mcp import Client, StdioServerParameters, stdio_client
from mcp_home import DEMO, ERAS, FIRST, SECOND, after_a_call, read

from coach import Coach

ROOT = Path(__file__).resolve().parents[1]
WHO: dict[str, Any] = {"who": "robyn"}
FILE: dict[str, Any] = {**WHO, "file": "02.vtt", "held_on": SECOND}


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return after_a_call(tmp_path / "home")


def started(home: Path, *options: str) -> StdioServerParameters:
    """The command as a client's settings have it, with next to no environment."""
    return StdioServerParameters(
        command=sys.executable,
        args=["-m", "coach", "mcp", "--folder", str(DEMO), *options],
        env={"COACH_HOME": str(home), "PYTHONPATH": str(ROOT)},
        cwd=home.parent,
    )


@asynccontextmanager
async def host(home: Path, era: str, errors: Path, *options: str) -> Any:
    with errors.open("a", encoding="utf-8") as log:
        transport = stdio_client(started(home, *options), errlog=log)
        async with Client(transport, mode=era) as client:  # type: ignore[arg-type]
            yield client


@pytest.mark.parametrize("era", ERAS)
def test_a_conversation_from_agenda_to_agenda(era: str, home: Path, tmp_path: Path) -> None:
    """A host prepares, recaps with two bad quotes, mends them, confirms, and prepares again."""

    async def conversation() -> None:
        async with host(home, era, tmp_path / "errors") as client:
            agenda = await client.call_tool("prepare_agenda", WHO)
            assert "Write out one page, the first five minutes, and a seating plan" in read(agenda)

            sheet = read(await client.call_tool("begin_recap", FILE))
            claims = _claims(sheet)
            good = [claim["quotes"] for claim in claims["commitments"]]
            for claim in claims["commitments"]:
                turn = claim["quotes"][0]["turn"]
                claim["quotes"] = [{"turn": turn, "words": "I promise it, cross my heart"}]
            first = await client.call_tool("submit_recap", {**FILE, "claims": claims})
            told = first.structured_content["faults"]
            assert [fault["where"] for fault in told] == [
                "commitments[0].quotes[0]",
                "commitments[1].quotes[0]",
            ]
            assert not any(fault["kept"] for fault in told)

            for claim, quotes in zip(claims["commitments"], good, strict=True):
                claim["quotes"] = quotes
            draft = (
                await client.call_tool("submit_recap", {**FILE, "claims": claims})
            ).structured_content
            assert draft["faults"] == [] and draft["session"] == "02"
            wanted = [i["id"] for i in draft["items"] if "hold" in i["text"] or "pub" in i["text"]]
            assert len(wanted) >= 2

            early = await client.call_tool(
                "confirm", {**WHO, "session": "02", "draft": "0", "ids": wanted}
            )
            assert early.is_error
            done = await client.call_tool(
                "confirm", {**WHO, "session": "02", "draft": draft["draft"], "ids": wanted}
            )
            assert {c["commitment"] for c in done.structured_content["changes"]} == set(wanted)

            after = read(await client.call_tool("prepare_agenda", {**WHO, "role": "both"}))
            assert "sit on hold" in after

    asyncio.run(conversation())
    assert (tmp_path / "errors").read_text(encoding="utf-8") == ""
    with Coach(home) as coach:
        assert {one.id[:2] for one in coach.commitments("robyn")} == {"01", "02"}


def _claims(sheet: str) -> dict[str, Any]:
    def claim(owner: str, action: str, words: str) -> dict[str, Any]:
        (turn,) = re.findall(rf"^(\d+)\|.*{re.escape(words)}", sheet, re.MULTILINE)
        quote = {"turn": int(turn), "words": words}
        return {"owner": owner, "action": action, "quotes": [quote]}

    return {
        "commitments": [
            claim("Robyn", "Ring the main office and sit on hold", "I'll sit on hold meself"),
            claim("Lachie", "Do the other half at the pub", "I'll do the other half at the pub"),
        ]
    }


@pytest.mark.parametrize("era", ERAS)
def test_two_hosts_at_once_lose_nothing(era: str, home: Path, tmp_path: Path) -> None:
    """Two processes on one home, each adding goals and answers, searching and changing promises."""
    rounds = 5

    async def works(client: Client, name: str, ids: list[str]) -> None:
        for n in range(rounds):
            goal = {"text": f"goal {name} {n}"}
            done = await client.call_tool("add_goal", {**WHO, **goal})
            assert not done.is_error, done.content
            done = await client.call_tool(
                "reflect", {**WHO, "answers": {"PC1": f"answer {name} {n}"}}
            )
            assert not done.is_error, done.content
            change = {"id": ids[n], "status": "done"}
            done = await client.call_tool("update_commitment", {**WHO, **change})
            assert not done.is_error, done.content
            found = await client.call_tool("search_notes", {**WHO, "query": "seating plan"})
            assert found.structured_content["hits"]

    async def both() -> None:
        errors = tmp_path / "errors"
        async with host(home, era, errors) as one, host(home, era, errors) as other:
            await asyncio.gather(
                works(one, "one", [f"01#c{n}" for n in range(1, 6)]),
                works(other, "other", [f"01#c{n}" for n in range(6, 11)]),
            )

    asyncio.run(both())
    with Coach(home) as coach:
        told = {goal.text for goal in coach.relationship("robyn").goals}
        assert {f"goal {name} {n}" for name in ("one", "other") for n in range(rounds)} <= told
        assert len(coach.store.answers.visible_to("robyn", "mentee")) == 2 * rounds
        assert {c.status for c in coach.commitments("robyn")} == {"done"}
        assert coach.store.doctor("robyn") == ()


def test_nothing_but_the_protocol_is_on_standard_output(home: Path) -> None:
    """Raw lines, as a client of the handshake era writes them; errors too come as answers."""
    asked = [
        {
            "id": 1,
            "method": "initialize",
            "params": {
                "protocolVersion": "2025-06-18",
                "capabilities": {},
                "clientInfo": {"name": "raw", "version": "1"},
            },
        },
        {"method": "notifications/initialized"},
        {"id": 2, "method": "tools/call", "params": {"name": "goals", "arguments": {"who": "no"}}},
        {
            "id": 3,
            "method": "tools/call",
            "params": {"name": "recap_offline", "arguments": FILE | {"held_on": FIRST}},
        },
    ]
    with subprocess.Popen(
        [sys.executable, "-m", "coach", "mcp", "--folder", str(DEMO)],
        env={**os.environ, "COACH_HOME": str(home), "PYTHONPATH": str(ROOT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as running:
        assert running.stdin and running.stdout and running.stderr
        for one in asked:
            running.stdin.write(json.dumps({"jsonrpc": "2.0", **one}) + "\n")
            running.stdin.flush()
        answers = [json.loads(running.stdout.readline()) for _ in range(3)]
        running.stdin.close()
        rest, errors = running.stdout.read(), running.stderr.read()
    assert {answer["id"] for answer in answers} == {1, 2, 3}
    assert rest == "" and errors == ""
    assert running.returncode == 0


def test_what_goes_wrong_with_us_is_told_without_anybodys_words(home: Path, tmp_path: Path) -> None:
    """A broken record is our mistake: the client gets a line, the log a place and no content."""
    import sqlite3

    with sqlite3.connect(home / "coach.db") as database:
        database.execute('update commitments set record = \'{"secret": "the merger"}\'')
    errors = tmp_path / "errors"

    async def asked() -> Any:
        async with host(home, "auto", errors) as client:
            return await client.call_tool("list_commitments", WHO)

    result = asyncio.run(asked())
    assert result.is_error and "merger" not in str(result.content)
    assert "merger" not in errors.read_text(encoding="utf-8")
