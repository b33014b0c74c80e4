"""The web app over a home of its own on a port of this machine, and a browser that visits it."""

from __future__ import annotations

import asyncio
import shutil
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx2
import pytest

from coach import Coach, serving
from coach.demo import CALLS, add_demo_pair
from coach.web.app import web
from coach.web.keys import Keys
from coach.web.where import where

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ROOT = Path(__file__).resolve().parents[1]
DEMO = ROOT / "coach" / "demo"
AXE = ROOT / ".venv" / "axe" / "node_modules" / "axe-core" / "axe.min.js"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
QUIETLY = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()
"""Nothing of a browser's own business: it would ask the network for things."""
WIDE, PHONE = {"width": 1280, "height": 800}, {"width": 390, "height": 844}
LOOKS = pytest.mark.parametrize(
    ("size", "scheme"), [(WIDE, "light"), (PHONE, "dark")], ids=["desk, by day", "phone, at night"]
)
"""How each page is looked at. Where things stand is the size's, and contrast is the colours'."""
PAIR = "robyn"


def grow(home: Path, *, confirmed: int = 1, read: int = 2) -> None:
    """The demo's pair in this home: so many calls read, and so many of them confirmed."""
    with Coach(home) as coach:
        add_demo_pair(coach, DEMO)
        for number, call in enumerate(CALLS[:read], 1):
            coach.recap(DEMO / call.file, who=PAIR, held_on=call.held_on, engine="offline")
            if number <= confirmed:
                coach.confirm(PAIR, f"{number:02d}")


@dataclass
class Served:
    """The app, as it runs over `coach`'s home."""

    coach: Coach
    keys: Keys
    port: int

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def cookie(self) -> dict[str, Any]:
        """What a browser is given once it has come in."""
        return {"name": self.keys.cookie_name, "value": self.keys.cookie, "url": self.url}

    @property
    def headers(self) -> dict[str, str]:
        """What a browser's own form sends along."""
        return {"cookie": f"{self.keys.cookie_name}={self.keys.cookie}", "origin": self.url}

    def asking(self, **more: Any) -> httpx2.Client:
        """Asks what a browser that has come in would."""
        told = {"base_url": self.url, "headers": self.headers, "trust_env": False}
        return httpx2.Client(**told | more)


def files_of(home: Path) -> dict[str, str]:
    """The files of a home but for its locks, each with a digest of what it holds."""
    files = sorted(file for file in home.rglob("*") if file.is_file() and file.suffix != ".lock")
    return {str(file.relative_to(home)): sha256(file.read_bytes()).hexdigest() for file in files}


@contextmanager
def served(home: Path, **settings: Any) -> Iterator[Served]:
    """Serve a home until the block ends."""
    with Coach(home, **settings) as coach, serving.listening(0) as on:
        port = on.getsockname()[1]
        keys = Keys(port)
        server = serving.server(web(coach, where(port), keys))
        running = threading.Thread(target=server.run, kwargs={"sockets": [on]}, daemon=True)
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr("uvicorn.server.asyncio", Soon())
            running.start()
            while not server.started:
                time.sleep(0.001)
            yield Served(coach, keys, port)
            server.should_exit = True
            running.join()


class Soon:
    """asyncio, as uvicorn sees it: it looks 20 times as often whether it should end."""

    def __getattr__(self, name: str) -> Any:
        return getattr(asyncio, name)

    @staticmethod
    async def sleep(seconds: float) -> None:
        await asyncio.sleep(seconds / 20)


@contextmanager
def chromium() -> Iterator[Browser]:
    """Debian's Chromium without a screen."""
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        pytest.skip("no Chromium here: apt install chromium")
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=30_000)  # a busy machine is no mistake of the page
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=QUIETLY)
        yield browser
        browser.close()


@dataclass
class Visit:
    """A page that somebody has open, and what went wrong in it."""

    page: Page
    url: str
    wrong: list[str] = field(default_factory=list)

    def go(self, path: str) -> Page:
        """Open a page of the app."""
        self.page.goto(self.url + path)
        return self.page

    def sound(self) -> list[str]:
        """What axe finds serious here; and a page wider than its window."""
        self.page.evaluate(axe())
        found = self.page.evaluate("axe.run({resultTypes: ['violations']})")["violations"]
        serious = [v for v in found if v["impact"] in ("serious", "critical")]
        told = [f"{v['id']}: {[node['html'][:120] for node in v['nodes'][:3]]}" for v in serious]
        if self.page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            told.append("wider than its window")
        return told


@contextmanager
def visiting(browser: Browser, app: Served, **context: Any) -> Iterator[Visit]:
    """A browser that has come in. At the end: no console error, no request to anywhere else."""
    seen = browser.new_context(viewport=context.pop("viewport", WIDE), **context)
    seen.add_cookies([app.cookie])
    visit = Visit(seen.new_page(), app.url)
    visit.page.on("console", lambda m: visit.wrong.append(m.text) if m.type == "error" else None)
    visit.page.on("pageerror", lambda error: visit.wrong.append(str(error)))
    visit.page.on("request", lambda r: visit.wrong.append(r.url) if _elsewhere(r, app) else None)
    yield visit
    seen.close()
    assert visit.wrong == []


def _elsewhere(request: Any, app: Served) -> bool:
    return not request.url.startswith((app.url, "blob:", "data:"))


@cache
def axe() -> str:
    """The source of axe-core."""
    if not AXE.is_file():
        pytest.skip("no axe-core here: see .venv/browser-log")
    return AXE.read_text(encoding="utf-8")
