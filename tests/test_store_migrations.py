"""The tables: a new home has today's shape, an old one is brought to it, a newer one refused."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from broken_home import in_a_process
from sqlalchemy import create_engine, text
from store_samples import relationship

import coach.store
from coach.errors import StoreError
from coach.store import Store, schema

MIGRATIONS = Path(coach.store.__file__).parent / "migrations"


def at_revision(path: Path, revision: str) -> None:
    """A database that says it is of this revision, with nothing else in it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32))"))
        if revision:
            connection.execute(text(f"INSERT INTO alembic_version VALUES ('{revision}')"))
    engine.dispose()


def differences(path: Path) -> list[object]:
    engine = create_engine(f"sqlite:///{path}")
    with engine.connect() as connection:
        found = compare_metadata(MigrationContext.configure(connection), schema.metadata)
    engine.dispose()
    return found


def test_the_code_knows_the_newest_migration() -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    assert ScriptDirectory.from_config(config).get_current_head() == schema.REVISION


def test_a_new_home_is_stamped_and_opened_without_alembic(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from coach.store import Store;"
        f"Store(Path({str(tmp_path)!r})).close(); Store(Path({str(tmp_path)!r})).close();"
        "assert 'alembic' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
    assert differences(tmp_path / "coach.db") == []


def test_an_old_database_gets_the_shape_of_a_new_one(tmp_path: Path) -> None:
    at_revision(tmp_path / "coach.db", "")
    with Store(tmp_path) as store:
        store.relationships.add(relationship())
    assert differences(tmp_path / "coach.db") == []


def test_a_database_of_a_newer_coach_is_refused(tmp_path: Path) -> None:
    at_revision(tmp_path / "coach.db", "9999")
    with pytest.raises(StoreError, match="newer coach"):
        Store(tmp_path)


def test_what_is_no_database_is_refused(tmp_path: Path) -> None:
    (tmp_path / "coach.db").write_bytes(b"a letter, perhaps" * 100)
    with pytest.raises(StoreError, match="no file of the coach's"):
        Store(tmp_path)


def test_several_may_open_a_new_home_at_once(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        stores = list(pool.map(lambda _: Store(tmp_path / "home"), range(8)))
    assert [store.relationships.all() for store in stores] == [()] * 8
    for store in stores:
        store.close()


def test_every_commit_is_on_the_disk_and_deleted_content_is_overwritten(tmp_path: Path) -> None:
    code = """
with Store(Path(sys.argv[1])) as store, store._database.reading() as connection:
    for name in sys.argv[2:]:
        print(name, connection.exec_driver_sql(f"PRAGMA {name}").scalar())
"""
    pragmas = ("journal_mode", "synchronous", "secure_delete", "foreign_keys", "temp_store")
    told = in_a_process(code, tmp_path / "home", *pragmas).stdout.split()
    assert dict(zip(told[::2], told[1::2], strict=True)) == dict(
        zip(pragmas, ["wal", "2", "1", "1", "2"], strict=True)
    )
