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

    The file stays, and says nothing: only whoever has it locked holds it. Raises StoreError after
    `patience` seconds, or where the file cannot be made or locked.
    """
    try:
        lock = FileLock(path, mode=0o600, poll_interval=0.005).acquire(timeout=patience)
    except Timeout:
        raise StoreError(f"another program has used it for {patience:g} seconds") from None
    except (OSError, NotImplementedError) as problem:  # the latter: a disk without locks
        raise StoreError(f"{path}: {getattr(problem, 'strerror', None) or problem}") from problem
    with lock:
        yield
