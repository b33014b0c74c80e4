"""What chat clients want in their settings, so that they start the server themselves.

A client starts it with next to no environment and from anywhere: so the interpreter stands there
with its whole path, and so does the home.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Literal, get_args

Host = Literal["claude", "claude-code", "vscode", "cursor", "zed"]
HOSTS: tuple[Host, ...] = get_args(Host)

WHERE: dict[Host, str] = {
    "claude": "Claude Desktop: Settings, Developer, Edit Config (claude_desktop_config.json)",
    "claude-code": "Claude Code: .mcp.json in the folder where you start it",
    "vscode": "VS Code: .vscode/mcp.json, or the command MCP: Open User Configuration",
    "cursor": "Cursor: ~/.cursor/mcp.json",
    "zed": "Zed: settings.json, beside what is there",
}
_ROOT: dict[Host, str] = {"vscode": "servers", "zed": "context_servers"}
_TYPED: tuple[Host, ...] = ("claude-code", "vscode")


def settings_for(host: Host, home: Path, arguments: Sequence[str] = ()) -> dict[str, Any]:
    """The settings of a client, as it reads them.

    >>> settings_for("vscode", Path("/home/dana/coach"))["servers"]["coach"]["args"]
    ['-m', 'coach', 'mcp']
    """
    started: dict[str, Any] = {
        "command": sys.executable,
        "args": ["-m", "coach", "mcp", *arguments],
        "env": {"COACH_HOME": str(home)},
    }
    kind = {"type": "stdio"} if host in _TYPED else {}
    return {_ROOT.get(host, "mcpServers"): {"coach": {**kind, **started}}}
