"""What a new user needs: settings that a client reads, and one line where something is missing."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
from cli_home import agreed, refused, run
from mcp_home import DEMO

import coach
from coach.mcp_server.hosts import HOSTS, WHERE, settings_for

pytestmark = pytest.mark.usefixtures("each_call_read_once")

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("COACH_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def printed(host: str, *options: str | Path) -> dict[str, Any]:
    result = run("mcp", "--print-config", host, *options)
    assert result.exit_code == 0, result.output
    found: dict[str, Any] = json.loads(result.stdout)
    return found


@pytest.mark.parametrize(
    ("host", "root", "typed"),
    [
        ("claude", "mcpServers", False),
        ("claude-code", "mcpServers", True),
        ("vscode", "servers", True),
        ("cursor", "mcpServers", False),
        ("zed", "context_servers", False),
    ],
)
def test_the_settings_are_those_that_the_client_reads(
    host: str, root: str, typed: bool, home: Path
) -> None:
    found = printed(host)
    assert list(found) == [root] and list(found[root]) == ["coach"]
    server = found[root]["coach"]
    assert Path(server["command"]).is_absolute() and server["env"]["COACH_HOME"] == str(home)
    assert server["args"] == ["-m", "coach", "mcp"]
    assert ("type" in server) is typed and server.get("type", "stdio") == "stdio"


def test_every_client_is_told_where_its_settings_are() -> None:
    assert set(HOSTS) == set(WHERE)
    for host in HOSTS:
        assert WHERE[host] in run("mcp", "--print-config", host).stderr


def test_what_was_asked_for_stands_in_the_settings() -> None:
    agreed("robyn")
    found = printed("claude", "--folder", DEMO, "--with", "robyn", "--drafts-only")
    assert found["mcpServers"]["coach"]["args"][3:] == [
        *("--folder", str(DEMO), "--with", "robyn", "--drafts-only")
    ]


def test_a_client_that_starts_what_is_printed_gets_an_answer(tmp_path: Path) -> None:
    """As a client does: the printed command, with its environment and no other, from anywhere."""
    server = settings_for("claude", tmp_path / "home")["mcpServers"]["coach"]
    hello = {
        "protocolVersion": "2025-06-18",
        "capabilities": {},
        "clientInfo": {"name": "raw", "version": "1"},
    }
    asked = {"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": hello}
    done = subprocess.run(
        [server["command"], *server["args"]],
        input=json.dumps(asked) + "\n",
        env=server["env"] | {"PYTHONPATH": str(ROOT)},
        cwd="/",
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert json.loads(done.stdout)["result"]["serverInfo"]["version"] == coach.__version__
    assert done.stderr == ""


def test_what_cannot_be_is_refused_in_a_line(tmp_path: Path) -> None:
    assert "no such folder" in refused("mcp", "--folder", tmp_path / "nowhere")
    assert "nobody" in refused("mcp", "--with", "nobody")
    assert "chatty" in refused("mcp", "--print-config", "chatty")


def test_without_the_extra_a_line_says_what_to_install(tmp_path: Path) -> None:
    (tmp_path / "mcp").mkdir()
    (tmp_path / "mcp" / "__init__.py").write_text("raise ImportError('not here')")
    done = subprocess.run(
        [sys.executable, "-m", "coach", "mcp"],
        env={**os.environ, "PYTHONPATH": f"{tmp_path}{os.pathsep}{ROOT}"},
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        check=False,
    )
    assert done.returncode == 2 and done.stdout == ""
    (line,) = done.stderr.splitlines()
    assert "pip install 'conversation-coach[mcp]'" in line


def test_the_manifest_names_this_package_and_how_it_is_started() -> None:
    manifest = json.loads((ROOT / "server.json").read_text(encoding="utf-8"))
    assert manifest["version"] == coach.__version__
    (package,) = manifest["packages"]
    assert (package["registryType"], package["identifier"]) == ("pypi", "conversation-coach")
    assert package["version"] == coach.__version__
    assert package["transport"] == {"type": "stdio"}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["scripts"][package["identifier"]] == project["scripts"]["coach"]
    (with_,) = package["runtimeArguments"]
    assert with_["value"] in project["optional-dependencies"]["mcp"]
    assert [argument["value"] for argument in package["packageArguments"]] == ["mcp"]
    assert f"mcp-name: {manifest['name']}" in (ROOT / "README.md").read_text(encoding="utf-8")
    assert len(manifest["description"]) <= 100
