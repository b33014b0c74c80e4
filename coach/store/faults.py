"""What keeps SQLite or Chroma from going on, in a line that says what to do and quotes nothing.

SQLite's own messages may quote what stands in a column, so they are never passed on.
"""

from __future__ import annotations

import re
import sqlite3
from typing import Any

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.exc import TimeoutError as NoneFree

BACKUP = "nothing was changed; put a copy from a backup in its place"
WORDS = {
    sqlite3.SQLITE_BUSY: ("another program is writing to it", "try again when that has ended"),
    sqlite3.SQLITE_FULL: ("the disk is full", "nothing was changed; make room and try again"),
    sqlite3.SQLITE_IOERR: ("the disk refuses it", "nothing was changed; is it full, or worn?"),
    sqlite3.SQLITE_READONLY: ("it may not be written to", "nothing was changed; check its rights"),
    sqlite3.SQLITE_CANTOPEN: ("it cannot be opened", "check that it is a file, and its rights"),
    sqlite3.SQLITE_NOTADB: ("this is no file of the coach's, or it is damaged", BACKUP),
    sqlite3.SQLITE_CORRUPT: ("it is damaged", BACKUP),
}
"""What is wrong and what to do, by primary result code: https://www.sqlite.org/rescode.html"""
PRIMARY = 0xFF


def in_words(problem: SQLAlchemyError | sqlite3.Error) -> str:
    """The reason, to stand after the file's name.

    >>> in_words(sqlite3.OperationalError("Could not decode 'Ada is leaving'"))
    'it could not be read (OperationalError); is it damaged?'
    """
    if isinstance(problem, NoneFree):
        return "too much is asked of it at once; try again"
    cause: Any = getattr(problem, "orig", None) or problem
    code = getattr(cause, "sqlite_errorcode", None)
    if code is None:
        return f"it could not be read ({type(cause).__name__}); is it damaged?"
    if known := WORDS.get(code & PRIMARY):
        return "; ".join(known)
    return f"SQLite gives up on it ({cause.sqlite_errorname})"


def of_chroma(problem: BaseException) -> str:
    """What is wrong with Chroma's own file, of which it names SQLite's code.

    >>> of_chroma(RuntimeError("error returned from database: (code: 13) database or disk is full"))
    'the disk is full'
    """
    if isinstance(problem, OSError) and problem.strerror:
        return problem.strerror
    code = re.search(r"\(code: (\d+)\)", str(problem))
    known = WORDS.get(int(code[1]) & PRIMARY) if code else None
    return known[0] if known else f"Chroma gives up on it ({type(problem).__name__})"
