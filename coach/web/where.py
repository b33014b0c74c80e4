"""Where the pages are served, and whether they may be served there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from coach import serving
from coach.errors import UserError

SHORTEST_PASSWORD = 12


@dataclass(frozen=True)
class Where:
    """An address to listen on, and what browsers call it."""

    port: int
    host: str = serving.LOOPBACK
    names: frozenset[str] = frozenset()
    """each with its port, as a browser says it"""
    scheme: str = "http"
    tls: tuple[Path, Path] | None = None
    password: str | None = None

    @property
    def local(self) -> bool:
        """Is it for this machine alone?"""
        return self.host in serving.THIS_MACHINE

    @property
    def address(self) -> str:
        """Where its owner finds it."""
        return f"{self.scheme}://{min(self.names)}"


def where(
    port: int,
    host: str | None = None,
    names: Sequence[str] = (),
    cert: Path | None = None,
    key: Path | None = None,
    plain: bool = False,
    password: str | None = None,
) -> Where:
    """Check where to serve: this machine, unless a host is named and everything it needs is there.

    Raises UserError, saying what is missing.
    """
    if host is None or host in ("localhost", *serving.THIS_MACHINE):
        if names or cert or key or plain:
            raise UserError("--name, --cert, --key and --plain-http go with --host ADDRESS.")
        return Where(port, names=serving.local_names(port))
    tls = _tls(cert, key)
    if password is None or len(password) < SHORTEST_PASSWORD:
        raise UserError(
            f"--host {host}: others reach it there. Set COACH_WEB_PASSWORD to "
            f"{SHORTEST_PASSWORD} characters or more."
        )
    if tls is None and not plain:
        raise UserError(
            f"--host {host}: without TLS others on the way read along. Add --cert and --key, "
            "or --plain-http where a proxy before it has TLS."
        )
    if not names:
        raise UserError(f"--host {host}: say what browsers call it: --name mentor.example")
    scheme = "https"  # a proxy's too: that is what the browser sees
    called = {n if ":" in n else f"{n}:{port}" for n in names} | set(names)
    return Where(port, host, frozenset(map(str.lower, called)), scheme, tls, password)


def _tls(cert: Path | None, key: Path | None) -> tuple[Path, Path] | None:
    if cert is None and key is None:
        return None
    for option, file in (("--cert", cert), ("--key", key)):
        if file is None:
            raise UserError("--cert and --key go together.")
        if not file.is_file():
            raise UserError(f"{option} {file}: no such file.")
    assert cert is not None and key is not None
    return cert, key
