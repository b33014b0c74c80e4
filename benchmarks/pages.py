"""Every page of the web app over a relationship of two hundred calls: how soon, and how large.

The calls are the ends of those of a published pair, where most is promised, over and over, each
with a turn of its own; the last one is whole. They are read by the rules and confirmed; what is
older than two calls is settled by hand, as people do. Making them takes a minute or two, so the
home is kept in the folder for temporary files, for as long as nothing that makes it changes. Times
are those of the whole app behind its door, in this process.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import hashlib
import shutil
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import cycle, islice
from pathlib import Path
from statistics import quantiles
from typing import Any, NamedTuple
from unittest.mock import patch

from benchmarks import call
from benchmarks.measuring import Figure
from coach import Coach, Transcript, Turn
from coach.app import clock
from coach.web.app import web
from coach.web.keys import Keys
from coach.web.where import where

CALLS, LAST, ASKED = 200, 40, 20
SOON, SMALL = 100, 200
"""Milliseconds at the 95th percentile, warm; and thousands of bytes."""
WHO, PORT = call.PAIR, 8766
SETTLED = ("done", "done", "done", "dropped", "not_done")

PAGES = {
    "/": "/",
    "/new": "/new",
    "/frameworks": "/frameworks",
    "/frameworks/{id}": "/frameworks/working-agreement",
    "/settings": "/settings",
    "/with/{who}/brief": f"/with/{WHO}/brief",
    "/with/{who}/prepare": f"/with/{WHO}/prepare",
    "/with/{who}/agenda": f"/with/{WHO}/agenda",
    "/with/{who}/calls": f"/with/{WHO}/calls",
    "/with/{who}/calls/{session}": f"/with/{WHO}/calls/{CALLS}",
    "/with/{who}/promises": f"/with/{WHO}/promises",
    "/with/{who}/promises/{id}": f"/with/{WHO}/promises/{CALLS}%23c1",
    "/with/{who}/together": f"/with/{WHO}/together",
    "/with/{who}/together/ahead": f"/with/{WHO}/together/ahead",
    "/with/{who}/together/close": f"/with/{WHO}/together/close",
    "/with/{who}/eyes": f"/with/{WHO}/eyes",
    "/with/{who}/eyes/share": f"/with/{WHO}/eyes/share",
    "/with/{who}/eyes/receive": f"/with/{WHO}/eyes/receive",
    "/with/{who}/eyes/erase": f"/with/{WHO}/eyes/erase",
    "/with/{who}/frameworks": f"/with/{WHO}/frameworks",
    "/with/{who}/frameworks/{id}": f"/with/{WHO}/frameworks/four-ps",
}
"""Each route that answers with a page (a test compares), and one address of it."""


class Answer(NamedTuple):
    """What came back, and after how many milliseconds."""

    status: int
    size: int
    took: float


def figures() -> Iterator[Figure]:
    """Time and size of each page."""
    with Coach(home()) as coach:
        keys = Keys(PORT)
        app = web(coach, where(PORT), keys)
        for address in PAGES.values():
            answers = asyncio.run(asked(app, keys, address, ASKED + 1))[1:]
            assert all(answer.status == 200 for answer in answers), address
            soon = quantiles([answer.took for answer in answers], n=20)[18]
            yield Figure(f"{address}, p95", soon, "ms", SOON, ASKED)
            yield Figure("  size", answers[0].size / 1000, "kB", SMALL, 1)


async def asked(app: Any, keys: Keys, address: str, times: int) -> list[Answer]:
    """The answers to so many requests for one page, one after the other."""
    return [await _asked(app, keys, address) for _ in range(times)]


async def _asked(app: Any, keys: Keys, address: str) -> Answer:
    path, _, query = address.partition("?")
    headers = {"host": f"127.0.0.1:{PORT}", "cookie": f"{keys.cookie_name}={keys.cookie}"}
    scope = {
        "type": "http",
        "method": "GET",
        "scheme": "http",
        "path": path.replace("%23", "#"),
        "query_string": query.encode(),
        "root_path": "",
        "headers": [(name.encode(), value.encode()) for name, value in headers.items()],
        "client": ("127.0.0.1", 1),
        "server": ("127.0.0.1", PORT),
    }
    told: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": b""}

    async def send(message: dict[str, Any]) -> None:
        told.append(message)

    began = time.perf_counter()
    await app(scope, receive, send)
    took = (time.perf_counter() - began) * 1000
    return Answer(told[0]["status"], sum(len(one.get("body", b"")) for one in told), took)


def home() -> Path:
    """The home with the two hundred calls; made where it is not there yet."""
    kept = Path(tempfile.gettempdir()) / f"coach-benchmark-{CALLS}-{LAST}-{_coach()}"
    if not kept.exists():
        with tempfile.TemporaryDirectory(dir=kept.parent) as folder:
            making = Path(folder) / "home"
            fill(making, CALLS)
            shutil.move(making, kept)
    return kept


def fill(folder: Path, calls: int) -> None:
    """Hold so many calls: read, confirmed, and the older promises settled."""
    pair = call.cases()[-1].relationship()
    with Coach(folder) as coach:
        coach.add(
            WHO,
            mentor=pair.mentor,
            mentee=pair.mentee,
            me="mentee",
            started=date.today() - timedelta(weeks=calls),
            goals=pair.goals,
            agreement=pair.agreement,
        )
        coach.consent(WHO, ["mentor", "mentee"])
        ends, first = cycle(SETTLED), date.today() - timedelta(weeks=calls)
        for number, case in enumerate(islice(cycle(call.cases()), calls), 1):
            own = Turn(speaker=pair.mentor.name, text=f"That was number {number} of our talks.")
            said = case.spoken if number == calls else case.spoken[-LAST:]
            spoken = [Turn(speaker=one.speaker, text=one.text) for one in said]
            words = Transcript(turns=(*spoken, own), source=f"{number}.vtt", format="vtt")
            day = first + timedelta(weeks=number - 1)
            evening = datetime.combine(day, dt.time(18), UTC)
            with patch.object(clock, "exactly", lambda now=evening: now):
                _keep(coach, words, day, ends)


def _keep(coach: Coach, words: Transcript, day: date, ends: Iterator[str]) -> None:
    """One call, on its own day: read, confirmed, and what is older than two calls settled."""
    session = coach.recap(words, who=WHO, held_on=day, engine="offline").recap.session
    coach.confirm(WHO, session)
    for promise in coach.commitments(WHO, open_only=True):
        if int(promise.id.partition("#")[0]) < int(session) - 1:
            coach.edit_commitment(WHO, promise.id, status=next(ends))


def _coach() -> str:
    """A mark of what makes the home: another one, where the code or the calls changed."""
    top = Path(__file__).resolve().parents[1]
    rooms = ("after", "app", "reading", "records", "store", "promises")
    files = [*(file for room in rooms for file in (top / "coach" / room).rglob("*.py"))]
    files += call.CASES.rglob("*.json")
    made = hashlib.sha256(b"".join(file.read_bytes() for file in sorted(files)))
    return made.hexdigest()[:12]
