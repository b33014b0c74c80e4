"""The tables. A record stands whole in `record` as JSON, beside the columns that are asked for.

Everything of a relationship hangs on its row in `relationships`: deleting that one deletes all.
`REVISION` names this shape; a shape that changes gets a new one, and a migration that leads to it.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from pydantic import ValidationError
from sqlalchemy import (
    Boolean,
    Column,
    Float,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)
from sqlalchemy.types import TypeDecorator

from coach.errors import StoreError
from coach.records import Commitment, Note, Person, Recap, Record, Relationship, Session, Transcript
from coach.records.history import Change
from coach.store.records import Answer

if TYPE_CHECKING:
    from sqlalchemy import Dialect

REVISION = "0002"


class Of(TypeDecorator[Record]):
    """A column that holds records of one kind."""

    impl = Text
    cache_ok = True

    def __init__(self, kind: type[Record] = Record) -> None:
        super().__init__()
        self.kind = kind

    def process_bind_param(self, value: Record | None, dialect: Dialect) -> str | None:
        return None if value is None else value.model_dump_json()

    def process_result_value(self, value: str | None, dialect: Dialect) -> Record | None:
        if value is None:
            return None
        try:
            held = self.kind is Recap or self.kind is Note
            return _read(self.kind, value) if held else self.kind.model_validate_json(value)
        except ValidationError as problem:
            # Without its cause, which would quote the words.
            raise StoreError(
                f"A stored {self.kind.__name__} cannot be read ({problem.error_count()} faults): "
                f"it was written by a newer coach, or the file is damaged."
            ) from None


@lru_cache(maxsize=4_096)
def _read(kind: type[Record], text: str) -> Record:
    """A record by its text. It never changes, and is much to read: a server has read it before."""
    return kind.model_validate_json(text)


def forget() -> None:
    """Hold nothing in memory any more: words were taken back, or a relationship was erased."""
    _read.cache_clear()


metadata = MetaData()


def _relationship(primary: bool = True) -> Column[str]:
    return Column(
        "relationship",
        String,
        ForeignKey("relationships.id", ondelete="CASCADE"),
        primary_key=primary,
        nullable=False,
    )


def _of_a_session() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(
        ["relationship", "session"],
        ["sessions.relationship", "sessions.id"],
        ondelete="CASCADE",
    )


home = Table(
    "home",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("me", Of(Person), nullable=False),
)

relationships = Table(
    "relationships",
    metadata,
    Column("id", String, primary_key=True),
    Column("record", Of(Relationship), nullable=False),
)

sessions = Table(
    "sessions",
    metadata,
    _relationship(),
    Column("id", String, primary_key=True),
    Column("number", Integer, nullable=False),
    Column("held_at", Float, nullable=False),
    Column("digest", String, nullable=False),
    Column("record", Of(Session), nullable=False),
    UniqueConstraint("relationship", "digest"),
)

transcripts = Table(
    "transcripts",
    metadata,
    _relationship(),
    Column("session", String, primary_key=True),
    Column("record", Of(Transcript), nullable=False),
    _of_a_session(),
)

recaps = Table(
    "recaps",
    metadata,
    _relationship(),
    Column("session", String, primary_key=True),
    Column("confirmed", Boolean, primary_key=True),
    Column("record", Of(Recap), nullable=False),
    _of_a_session(),
)

commitments = Table(
    "commitments",
    metadata,
    _relationship(),
    Column("id", String, primary_key=True),
    Column("session", String, nullable=False),
    Column("status", String, nullable=False),
    Column("record", Of(Commitment), nullable=False),
    _of_a_session(),
)

changes = Table(
    "changes",
    metadata,
    _relationship(),
    Column("commitment", String, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("record", Of(Change), nullable=False),
    ForeignKeyConstraint(
        ["relationship", "commitment"],
        ["commitments.relationship", "commitments.id"],
        ondelete="CASCADE",
    ),
)

notes = Table(
    "notes",
    metadata,
    _relationship(),
    Column("id", String, primary_key=True),
    Column("session", String),
    Column("kind", String, nullable=False),
    Column("visibility", String, nullable=False),
    Column("occurred_at", Float, nullable=False),
    Column("of_recap", Boolean, nullable=False),
    Column("text", Text, nullable=False),
    Column("embedder", String),
    Column("vector", LargeBinary),
    Column("record", Of(Note), nullable=False),
    _of_a_session(),
    Index("notes_by_shelf", "relationship", "visibility", "embedder", "id"),
)
"""`vector` is float16; `of_recap` notes give way to those of a later confirmation."""

answers = Table(
    "answers",
    metadata,
    _relationship(),
    Column("id", String, primary_key=True),
    Column("visibility", String, nullable=False),
    Column("answered_at", Float, nullable=False),
    Column("record", Of(Answer), nullable=False),
)

indexes = Table(
    "indexes",
    metadata,
    _relationship(),
    Column("room", String, nullable=False, unique=True),
    Column("folder", String),
    Column("wanted", Integer, nullable=False),
    Column("done", Integer, nullable=False),
    Column("generation", Integer, nullable=False),
    Column("writing", Boolean, nullable=False),
)
"""Where a relationship's index lies and how far it has got; `coach/store/index.py` explains it."""
