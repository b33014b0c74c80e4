"""`coach serve` as a process: it starts, says where it is, answers, and ends as it is told."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx2
import pytest
from cli_home import read, refused

ROOT = Path(__file__).resolve().parents[1]
SERVE = (sys.executable, "-m", "coach", "serve", "--no-browser")
LINK = re.compile(r"https?://\S+/enter\?token=\S+")
PASSWORD = "correct horse battery"


@pytest.fixture
def home(grown: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    copy = shutil.copytree(grown, tmp_path / "home")
    monkeypatch.setenv("COACH_HOME", str(copy))
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    return copy


@contextmanager
def serving(*options: str) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """The link that a server prints; it is stopped at the end, if it still runs."""
    with subprocess.Popen(
        [*SERVE, *options], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as running:
        assert running.stdout
        found = LINK.search(running.stdout.readline() + running.stdout.readline())
        assert found, running.communicate()
        try:
            yield found[0], running
        finally:
            running.kill()


def free() -> int:
    with socket.create_server(("127.0.0.1", 0)) as one:
        return int(one.getsockname()[1])


def asked(url: str, **more: Any) -> httpx2.Response:
    """The answer of a server that may still be starting."""
    for _ in range(100):
        try:
            return httpx2.get(url, trust_env=False, **more)
        except httpx2.ConnectError:
            time.sleep(0.05)
    raise AssertionError("it never listened")


@pytest.mark.enable_socket
@pytest.mark.allow_hosts(["127.0.0.1"])
def test_it_answers_its_owner_and_ends_when_interrupted(home: Path) -> None:
    port = free()
    with serving("--port", str(port)) as (link, running):
        assert link.startswith(f"http://127.0.0.1:{port}/enter?token=")
        opened = asked(link)
        cookie = opened.headers["set-cookie"].partition(";")[0]
        url = f"http://127.0.0.1:{port}"
        assert "Robyn Teague" in asked(f"{url}/", headers={"cookie": cookie}).text
        assert asked(f"{url}/").status_code == 401

        token = home / "web-token"
        assert token.stat().st_mode & 0o777 == 0o600
        bearer = {"authorization": f"Bearer {token.read_text()}"}
        told = asked(f"{url}/api/v1/relationships", headers=bearer).json()
        assert [one["id"] for one in told] == ["robyn"]

        taken = subprocess.run([*SERVE, "--port", str(port)], capture_output=True, text=True)
        assert taken.returncode == 2 and taken.stdout == ""
        (line,) = taken.stderr.splitlines()
        assert line == f"coach: --port {port}: Address already in use; name another one."

        running.send_signal(signal.SIGINT)
        said, complained = running.communicate(timeout=10)
        assert running.returncode == 130 and complained == ""
        assert LINK.search(said), "the link for another browser"
        assert cookie.partition("=")[2] not in said


@pytest.mark.enable_socket
@pytest.mark.allow_hosts(["127.0.0.1"])
def test_beyond_this_machine_it_is_served_by_tls(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import ssl

    from test_web_door import pem_in

    cert, key = pem_in(tmp_path)
    monkeypatch.setenv("COACH_WEB_PASSWORD", PASSWORD)
    files = ("--cert", str(cert), "--key", str(key))
    there = ("--host", "0.0.0.0", "--name", "localhost", "--port", str(free()))
    with serving(*there, *files) as (link, running):
        trusting = ssl.create_default_context(cafile=str(cert))
        here = link.replace("//localhost:", "//127.0.0.1:")
        name = {"host": link.split("/")[2]}
        assert "__Host-" in asked(here, verify=trusting, headers=name).headers["set-cookie"]
        assert asked(here, verify=trusting).status_code == 421, "it is called localhost"
        running.send_signal(signal.SIGINT)
        assert running.wait(10) == 130


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("--host 0.0.0.0", "COACH_WEB_PASSWORD"),
        ("--host 0.0.0.0 --name mentor.example --plain-http", "COACH_WEB_PASSWORD"),
        ("--host 192.168.1.7 --cert {home}/none --key {home}/none", "no such file"),
        ("--name mentor.example", "go with --host"),
        ("--plain-http", "go with --host"),
        ("--port 0", "--port"),
    ],
)
def test_what_it_refuses_is_said_in_one_line(line: str, says: str, home: Path) -> None:
    assert says in refused("serve", *line.format(home=home).split())
    assert not (home / "web-token").exists()


def test_with_a_password_it_still_refuses_what_others_could_read(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COACH_WEB_PASSWORD", PASSWORD)
    assert "--plain-http" in refused("serve", "--host", "0.0.0.0", "--name", "mentor.example")
    monkeypatch.setenv("COACH_WEB_PASSWORD", PASSWORD[:11])
    assert "12 characters" in refused("serve", "--host", "0.0.0.0", "--plain-http")


@pytest.mark.parametrize("library", ["fastapi", "jinja2", "python_multipart", "uvicorn"])
def test_without_the_extra_it_says_how_to_get_it(
    library: str, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    assert refused("serve") == (
        "coach: The libraries for the pages are not installed: "
        "pip install 'conversation-coach[web]'"
    )


def test_the_doctor_says_whether_the_extra_is_there(home: Path) -> None:
    assert read("doctor")["libraries"]["fastapi"]


def test_starting_it_loads_nothing_for_other_commands(tmp_path: Path) -> None:
    script = (
        "import sys; sys.argv = ['coach', 'relationship', 'list']\n"
        "from coach.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print([name for name in ('fastapi', 'uvicorn', 'jinja2', 'starlette', 'coach.web')"
        " if name in sys.modules])"
    )
    environment = {**os.environ, "COACH_HOME": str(tmp_path / "h"), "PYTHONPATH": str(ROOT)}
    ran = subprocess.run(
        [sys.executable, "-c", script], env=environment, capture_output=True, text=True
    )
    assert ran.stdout.splitlines()[-1] == "[]", ran.stderr
