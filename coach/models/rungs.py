"""Which rung of the ladder works, by endpoint, kept over runs in a small file of the home."""

from __future__ import annotations

import json
from collections.abc import Iterator, MutableMapping
from contextlib import suppress
from pathlib import Path

_MOST = 200
"""Endpoints that are remembered; the oldest goes."""


class Rungs(MutableMapping[str, str]):
    """A mapping in a file. It is a convenience: a file that cannot be read or written is none."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def __getitem__(self, endpoint: str) -> str:
        return self._read()[endpoint]

    def __setitem__(self, endpoint: str, rung: str) -> None:
        known = {key: value for key, value in self._read().items() if key != endpoint}
        self._write(known | {endpoint: rung})

    def __delitem__(self, endpoint: str) -> None:
        known = self._read()
        del known[endpoint]
        self._write(known)

    def __iter__(self) -> Iterator[str]:
        return iter(self._read())

    def __len__(self) -> int:
        return len(self._read())

    def _read(self) -> dict[str, str]:
        try:
            known = json.loads(self._file.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        pairs = known.items() if isinstance(known, dict) else ()
        return {key: value for key, value in pairs if isinstance(value, str)}

    def _write(self, known: dict[str, str]) -> None:
        kept = dict(list(known.items())[-_MOST:])
        beside = self._file.with_suffix(".new")
        with suppress(OSError):
            beside.touch(mode=0o600)
            beside.write_text(json.dumps(kept, indent=1), encoding="utf-8")
            beside.replace(self._file)
