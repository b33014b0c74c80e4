"""What holds for every test."""

from __future__ import annotations

import gc
import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import httpx
import httpx2
import pytest
from hypothesis import HealthCheck, settings
from typer.main import get_command

if TYPE_CHECKING:
    from playwright.sync_api import Browser
    from web_home import Served, Visit

# The same examples each time, so that a red run is somebody's change and not chance. To look for
# new ones: pytest --hypothesis-profile=explore
settings.register_profile("steady", derandomize=True, deadline=None)
settings.register_profile(
    "explore",
    max_examples=500,
    deadline=None,
    suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow],
)
settings.load_profile("steady")


def pytest_collection_finish() -> None:
    """What is loaded by now stays: to go through it again and again took a tenth of the time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 20, 20)


@pytest.fixture(scope="session", autouse=True)
def commands_put_together_once() -> Iterator[None]:
    """The tree of commands is the same in each of a thousand runs; making it takes 25 ms."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("typer.testing._get_command", cache(get_command))
        yield


@pytest.fixture(scope="session", autouse=True)
def certificates_read_once() -> Iterator[None]:
    """Nobody here asks the network for anything; to read whom it would trust takes 25 ms a client.

    It is read at the first client, as without this, and then held.
    """
    with pytest.MonkeyPatch.context() as patched:
        for library in (httpx, httpx2):
            read = cache(library.create_ssl_context)
            patched.setattr(f"{library.__name__}._transports.default.create_ssl_context", read)
        yield


@pytest.fixture(scope="session", autouse=True)
def vectors_worked_out_once() -> Iterator[None]:
    """The same few calls are kept in hundreds of homes; a vector of their words takes 25 ms.

    What the model itself gives is tried without this: see test_embedding.
    """
    from coach import embedding

    load = embedding._mean_of_tokens
    remembering = cache(lambda *file: cache(load(*file)))
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(embedding, "_mean_of_tokens", remembering)
        yield


@pytest.fixture(scope="module")
def each_call_read_once() -> Iterator[None]:
    """For tests of what is done with a reading: the same call need not be read in each of them.

    What is heard in a call and withheld, and that it is the same each time, is tried without this.
    """
    from read_once import each_call_once

    with each_call_once():
        yield


@pytest.fixture
def in_the_story(monkeypatch: pytest.MonkeyPatch) -> None:
    """The day of the story of two homes, whose notes are found by their letters alone."""
    from two_homes import as_in_the_story

    as_in_the_story(monkeypatch)


@pytest.fixture(scope="session", autouse=True)
def no_waiting_for_the_disk() -> Iterator[None]:
    """A commit waits until it would outlast a loss of power, which no test brings about.

    Programs that a test starts do wait: see test_store_migrations.
    """
    from coach.store.database import PRAGMAS

    assert "synchronous=FULL" in PRAGMAS
    others = (pragma for pragma in PRAGMAS if pragma != "synchronous=FULL")
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("coach.store.database.PRAGMAS", ("synchronous=OFF", *others))
        yield


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A browser that the tests of a file share; each visit has its own cookies.

    It is closed before the next file: the loop that drives it is in the way of any other.
    """
    from web_home import chromium

    with chromium() as opened:
        yield opened


@pytest.fixture(scope="session")
def grown(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with the demo's pair, one call confirmed, one as a draft: to copy, not to change."""
    from web_home import grow

    home = tmp_path_factory.mktemp("grown") / "home"
    grow(home)
    return home


@pytest.fixture
def app(grown: Path, tmp_path: Path) -> Iterator[Served]:
    """The web app over a copy of that home."""
    from web_home import served

    with served(shutil.copytree(grown, tmp_path / "home")) as running:
        yield running


@pytest.fixture
def ask(app: Served) -> Iterator[httpx2.Client]:
    """A browser's own requests, without a browser."""
    with app.asking() as client:
        yield client


@pytest.fixture(scope="module")
def untouched(grown: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The web app over a copy that tests of a file share: whatever they ask, nothing changes."""
    from web_home import files_of, served

    home = shutil.copytree(grown, tmp_path_factory.mktemp("untouched") / "home")
    with served(home) as running:
        yield running
    assert files_of(home) == files_of(grown), "one of the tests of this file changed something"


@pytest.fixture(scope="module")
def look(untouched: Served) -> Iterator[httpx2.Client]:
    """A browser's own requests that change nothing, without a browser."""
    with untouched.asking() as client:
        yield client


@pytest.fixture
def visit(browser: Browser, app: Served) -> Iterator[Visit]:
    """A browser at a desk that has come in."""
    from web_home import visiting

    with visiting(browser, app) as visit:
        yield visit
