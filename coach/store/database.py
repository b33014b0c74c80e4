"""The one door to SQL: how the file is opened, how a transaction runs, which shape it has.

SQLite in WAL mode, every commit on disk before it returns, deleted content overwritten. A writer
asks for its turn at once (BEGIN IMMEDIATE), so two processes queue instead of failing half way.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Lock
from typing import Any

from sqlalchemy import (
    URL,
    Connection,
    Engine,
    PoolProxiedConnection,
    create_engine,
    event,
    inspect,
    text,
)
from sqlalchemy.exc import SQLAlchemyError

from coach.errors import StoreError
from coach.store import schema
from coach.store.faults import in_words
from coach.store.private import private_file

PATIENCE = 10.0
"""Seconds that what a person asked to be written waits for another process."""
BRIEFLY = 3.0
"""Seconds to wait where it can be done later, or without."""

PRAGMAS = (
    f"busy_timeout={int(PATIENCE * 1000)}",  # for the next line; then each transaction says
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=on",
    "secure_delete=on",
    "temp_store=MEMORY",  # VACUUM would else leave a copy of everything in the temporary folder
)
PURGE_DUE = 1
"""`user_version` between the deletion of rows and the moment that no byte of them is left."""


class Database:
    """The records of one home.

    Raises StoreError where they cannot be read or written, or were made by a newer coach; and in a
    forked process, which shares its parent's open file without knowing what the parent does in it.
    """

    def __init__(self, path: Path) -> None:
        self.path = private_file(path)
        self._process = os.getpid()
        self._engine = _engine(path)
        self._watching = _Watching(self._engine)
        try:
            self._bring_to_shape()
            self._finish_purge()
        except BaseException:
            self.close()
            raise

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One view of the records, unmoved by what others write meanwhile."""
        self.require_own_process()
        with _as_store_error(self.path), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def writing(self, patience: float | None = None) -> Iterator[Connection]:
        """One transaction: all of it is on disk afterwards, or nothing.

        It waits `patience` seconds (None: PATIENCE) for another process that writes.
        """
        self.require_own_process()
        writer = self._engine.execution_options(writing=True, patience=patience)
        with _as_store_error(self.path), writer.begin() as connection:
            yield connection

    def version(self) -> int:
        """A number that is another one after every commit, of whatever thread or process."""
        self.require_own_process()
        with _as_store_error(self.path):
            return self._watching.version()

    def require_own_process(self) -> None:
        """Raises StoreError in a forked process."""
        if os.getpid() != self._process:
            raise StoreError(
                f"{self.path}: it was opened before this process was forked; open it here anew"
            )

    def owe_purge(self, connection: Connection) -> None:
        """Note, with the deletion itself, that its bytes are still to go."""
        connection.exec_driver_sql(f"PRAGMA user_version={PURGE_DUE}")

    def purge(self, patience: float | None = None) -> bool:
        """Rebuild the file and empty the write-ahead log, so that no deleted byte is left.

        False where another process still uses the old pages, or the disk has no room for new ones;
        the next opening tries again.
        """
        self.require_own_process()
        with _as_store_error(self.path), closing(self._engine.raw_connection()) as connection:
            cursor = connection.cursor()
            try:
                cursor.execute(_patient(patience))
                cursor.execute("VACUUM")
                if not _emptied_log(cursor):
                    return False
                cursor.execute("PRAGMA user_version=0")
                return _emptied_log(cursor)
            except sqlite3.OperationalError:
                return False

    def purge_wholly(self, told: str) -> None:
        """Purge, where a person is promised that no byte is left.

        `told` says what is done already. Raises StoreError where the rest of it has to wait.
        """
        if not self.purge():
            raise StoreError(
                f"{self.path}: {told}, but another program still reads the old file, "
                "or the disk is full. The next start of the coach clears the rest."
            )

    def problems(self) -> tuple[str, ...]:
        """What SQLite itself finds wrong with the file; nothing, as a rule."""
        with self.reading() as connection:
            found = connection.exec_driver_sql("PRAGMA quick_check(5)").scalars().all()
        return tuple(str(problem) for problem in found if problem != "ok")

    def close(self) -> None:
        """Let go of the file; in a forked process it is the parent's to close."""
        if os.getpid() == self._process:
            self._watching.close()
        self._engine.dispose(close=os.getpid() == self._process)

    def _bring_to_shape(self) -> None:
        """One look at a file of today's shape; Alembic is imported only for an older one."""
        with self.reading() as connection:
            if _revision(connection) == schema.REVISION:
                return
        with self.writing() as connection:
            tables = inspect(connection).get_table_names()
            if not tables:
                _create(connection)
            elif "alembic_version" not in tables:
                raise StoreError(f"{self.path}: this is no file of the coach's; it was left alone.")
            elif _revision(connection) != schema.REVISION:
                _migrate(self.path, connection)

    def _finish_purge(self) -> None:
        with self.reading() as connection:
            owed = connection.exec_driver_sql("PRAGMA user_version").scalar() == PURGE_DUE
        if owed:
            self.purge(BRIEFLY)


class _Watching:
    """A connection that never writes, and so is told of everybody's commits."""

    def __init__(self, engine: Engine) -> None:
        self._engine, self._one = engine, Lock()
        self._connection: PoolProxiedConnection | None = None

    def version(self) -> int:
        with self._one:
            if self._connection is None:
                self._connection = self._engine.raw_connection()
            cursor = self._connection.cursor()
            found: int = cursor.execute("PRAGMA data_version").fetchone()[0]
            return found

    def close(self) -> None:
        with self._one:
            if self._connection is not None:
                self._connection.close()
                self._connection = None


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _create(connection: Connection) -> None:
    """A new file gets today's shape at once, stamped as if all migrations had run."""
    schema.metadata.create_all(connection)
    connection.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)"))
    stamp = text("INSERT INTO alembic_version VALUES (:revision)")
    connection.execute(stamp, {"revision": schema.REVISION})


def _patient(patience: float | None) -> str:
    return f"PRAGMA busy_timeout={int((PATIENCE if patience is None else patience) * 1000)}"


def _emptied_log(cursor: Any) -> bool:
    busy, _, _ = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    return not busy


def _migrate(path: Path, connection: Connection) -> None:
    """Run the migrations that are missing, inside the caller's transaction."""
    from alembic import command
    from alembic.config import Config
    from alembic.util import CommandError

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, "head")
    except CommandError as problem:
        raise StoreError(f"{path}: made by a newer coach; install that one.") from problem


def _engine(path: Path) -> Engine:
    engine = create_engine(URL.create("sqlite", database=str(path)), hide_parameters=True)

    @event.listens_for(engine, "connect")
    def _settle(connection: Any, _: Any) -> None:
        connection.isolation_level = None  # transactions begin where `_begin` says
        for pragma in PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        options = connection.get_execution_options()
        connection.exec_driver_sql(_patient(options.get("patience")))
        connection.exec_driver_sql("BEGIN IMMEDIATE" if options.get("writing") else "BEGIN")

    return engine


@contextmanager
def _as_store_error(path: Path) -> Iterator[None]:
    try:
        yield
    except (SQLAlchemyError, sqlite3.Error) as problem:
        raise StoreError(f"{path}: {in_words(problem)}") from problem
