"""Where the pages are served, and whether they may be served there."""

from __future__ import annotations

import re
import ssl
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from coach import serving
from coach.errors import UserError

SHORTEST_PASSWORD = 12
NAME = re.compile(r"(?:[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:]+\])(?::\d{1,5})?")


@dataclass(frozen=True)
class Where:
    """An address to listen on, and what browsers call it."""

    port: int
    host: str = serving.LOOPBACK
    names: tuple[str, ...] = ()
    """what browsers call it, with its port where they say one; the first is told its owner"""
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
        return f"{self.scheme}://{self.names[0]}"


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
        return Where(port, names=tuple(sorted(serving.local_names(port))))
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
    return Where(port, host, tuple(_called(names, port, tls)), "https", tls, password)


def _called(names: Sequence[str], port: int, tls: object) -> Iterator[str]:
    """Each name as a browser says it: by TLS with our port, else with that of the proxy's own."""
    for name in map(str.lower, names):
        if not NAME.fullmatch(name):
            raise UserError(
                f"--name {name}: write what stands in the address, such as mentor.example or "
                "mentor.example:8443."
            )
        bare = tls is not None and not re.search(r":\d+$", name)
        yield serving.as_said(name, port, "https") if bare else name


def _tls(cert: Path | None, key: Path | None) -> tuple[Path, Path] | None:
    if cert is None and key is None:
        return None
    for option, file in (("--cert", cert), ("--key", key)):
        if file is None:
            raise UserError("--cert and --key go together.")
        if not file.is_file():
            raise UserError(f"{option} {file}: no such file.")
    assert cert is not None and key is not None
    try:
        ssl.create_default_context(ssl.Purpose.CLIENT_AUTH).load_cert_chain(cert, key, _no_password)
    except (OSError, ValueError) as problem:
        why = getattr(problem, "reason", None) or problem
        raise UserError(
            f"--cert {cert} --key {key}: no certificate with its key, in PEM and without a "
            f"password ({why})."
        ) from None
    return cert, key


def _no_password() -> str:
    """Instead of asking on the terminal for that of a key."""
    return ""
