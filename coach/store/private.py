"""Only their owner may read the files of a home: folders 0700, files 0600.

The process-wide umask is left alone, since other threads create files too. A folder is closed
before anything is put into it, which guards whatever mode a library gives its own files.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from time import sleep

from coach.errors import StoreError

TRIES = 20
"""How often a folder that does not go is removed again: a second in all."""


def private_folder(path: Path) -> Path:
    """Make `path`, or close it to others where it is already. Raises StoreError."""
    with _as_store_error(path):
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.chmod(0o700)
    return path


def private_file(path: Path) -> Path:
    """Make an empty file where there is none; SQLite gives -wal and -shm its mode.

    One that is there is not opened: closing it again would end every lock that this process holds
    on it for SQLite (https://www.sqlite.org/howtocorrupt.html, 2.2).
    """
    with _as_store_error(path):
        with suppress(FileExistsError):
            os.close(os.open(path, os.O_CREAT | os.O_EXCL, 0o600))
        path.chmod(0o600)
    return path


def make_private(folder: Path) -> None:
    """Close everything that a library put into `folder`."""
    for path in everything(folder):
        with suppress(FileNotFoundError):  # SQLite's journals come and go
            path.chmod(0o700 if path.is_dir() else 0o600)


def everything(folder: Path) -> Iterator[Path]:
    """`folder` and all below it; what goes meanwhile is passed over, as `rglob` does not."""
    yield folder
    for root, folders, files in os.walk(folder):
        yield from (Path(root, name) for name in (*folders, *files))


def on_disk(path: Path) -> None:
    """Wait until what a library wrote into a file would outlast a loss of power."""
    file = os.open(path, os.O_RDWR)
    try:
        os.fsync(file)
    finally:
        os.close(file)


def remove(folder: Path) -> int:
    """Unlink `folder` with all it holds, and say how many files that were. Gone is fine.

    A library that is just letting go may still put a journal into it, so it is looked at again.
    Raises StoreError where something stays: what was to be erased must not linger unnoticed.
    """
    count = sum(path.is_file() for path in everything(folder))
    for _ in range(TRIES):
        shutil.rmtree(folder, ignore_errors=True)
        if not folder.exists():
            return count
        sleep(0.05)
    raise StoreError(f"{folder.name} could not be removed; close other programs and try again")


@contextmanager
def _as_store_error(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as problem:
        raise StoreError(f"{path}: {problem.strerror}") from problem
