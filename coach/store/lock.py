"""One process at a time in a relationship's index folder."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from coach.errors import StoreError
from coach.store.database import PATIENCE


@contextmanager
def held(path: Path, patience: float = PATIENCE) -> Iterator[None]:
    """Hold the lock file `path`; the system lets go of it when a process dies.

    Raises StoreError after `patience` seconds, or where the file cannot be made.
    """
    try:
        lock = FileLock(path, mode=0o600, poll_interval=0.005).acquire(timeout=patience)
    except Timeout:
        raise StoreError(f"{path}: held by another process for {patience:.0f} seconds") from None
    except OSError as problem:
        raise StoreError(f"{path}: {problem.strerror}") from problem
    with lock:
        yield
