"""The index folders that this process has open, whichever store opened them.

Chroma shares whatever a process opens twice by one path, so that one store's new client would see
what another's old one has loaded. Hence one list a process, and one lock: Chroma's constructor
races between threads.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import RLock
from typing import NamedTuple

from coach.errors import StoreError
from coach.store.folder import Folder

MOST_OPEN = 16
"""Folders that a process holds open; each costs about 4 MB, 11 files and 5 threads."""


class Opened(NamedTuple):
    """An open folder, at the generation it was seen at."""

    folder: Folder
    generation: int


class Folders:
    """What is open, the longest unused first. All but `alone` is called inside it."""

    def __init__(self) -> None:
        self._open: dict[Path, Opened] = {}
        self._one = RLock()
        self._process: int | None = None

    def __iter__(self) -> Iterator[Path]:
        return iter(tuple(self._open))

    def __len__(self) -> int:
        return len(self._open)

    @property
    def forked(self) -> bool:
        """Was this process forked from one that used Chroma?"""
        return self._process not in (None, os.getpid())

    @contextmanager
    def alone(self, patience: float) -> Iterator[None]:
        """Only one thread at a time. Raises StoreError after `patience` seconds.

        And where this process is `forked`: the threads of Chroma did not come along.
        """
        if self.forked:
            raise StoreError("Chroma was used before this process was forked; start a new one")
        self._process = os.getpid()
        if not self._one.acquire(timeout=patience):
            raise StoreError(f"another thread has used it for {patience:g} seconds")
        try:
            yield
        finally:
            self._one.release()

    def get(self, path: Path, generation: int) -> Folder | None:
        """The folder as it is open here, unless somebody has written to it since."""
        opened = self._open.pop(path, None)
        if opened and opened.generation == generation:
            self._open[path] = opened  # in last place
            return opened.folder
        if opened:
            opened.folder.close()
        return None

    def open(self, path: Path, generation: int) -> Folder:
        """Open a folder that is not open here, or make it."""
        while len(self._open) >= MOST_OPEN:
            self.close(next(iter(self._open)))
        self.saw(folder := Folder(path), generation)
        return folder

    def saw(self, folder: Folder, generation: int) -> None:
        """Take note that this process knows all of `folder` up to this generation."""
        self._open[folder.path] = Opened(folder, generation)

    def close(self, path: Path) -> None:
        """Close this folder, if it is open."""
        if opened := self._open.pop(path, None):
            opened.folder.close()

    def close_room(self, room: Path, but: Path | None = None) -> None:
        """Close the folders of a room, but for this one."""
        for path in [one for one in self._open if one.parent == room and one != but]:
            self.close(path)

    def close_home(self, root: Path, but: Collection[str] = ()) -> None:
        """Close the folders of a home, but for those in rooms of these names."""
        rooms = {one.parent for one in self._open if one.parent.parent == root}
        for room in rooms:
            if room.name not in but:
                self.close_room(room)


FOLDERS = Folders()
