"""The first shape: relationships, and everything that hangs on one."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def _relationship() -> sa.Column[str]:
    owner = sa.ForeignKey("relationships.id", ondelete="CASCADE")
    return sa.Column("relationship", sa.String(), owner, primary_key=True, nullable=False)


def _text(name: str, **how: bool) -> sa.Column[str]:
    return sa.Column(name, sa.String(), **{"nullable": False, **how})  # type: ignore[arg-type]


def _record(name: str = "record") -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=False)


def _hangs_on(table: str, column: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["relationship", column],
        [f"{table}.relationship", f"{table}.id"],
        ondelete="CASCADE",
    )


def _number(name: str, **how: bool) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), **{"nullable": False, **how})  # type: ignore[arg-type]


def upgrade() -> None:
    op.create_table("home", _number("id", primary_key=True), _record("me"))
    op.create_table("relationships", _text("id", primary_key=True), _record())
    op.create_table(
        "sessions",
        _relationship(),
        _text("id", primary_key=True),
        _number("number"),
        sa.Column("held_at", sa.Float(), nullable=False),
        _text("digest"),
        _record(),
        sa.UniqueConstraint("relationship", "digest"),
    )
    op.create_table(
        "transcripts",
        _relationship(),
        _text("session", primary_key=True),
        _record(),
        _hangs_on("sessions", "session"),
    )
    op.create_table(
        "recaps",
        _relationship(),
        _text("session", primary_key=True),
        sa.Column("confirmed", sa.Boolean(), primary_key=True, nullable=False),
        _record(),
        _hangs_on("sessions", "session"),
    )
    op.create_table(
        "commitments",
        _relationship(),
        _text("id", primary_key=True),
        _text("session"),
        _text("status"),
        _record(),
        _hangs_on("sessions", "session"),
    )
    op.create_table(
        "changes",
        _relationship(),
        _text("commitment", primary_key=True),
        _number("number", primary_key=True),
        _record(),
        _hangs_on("commitments", "commitment"),
    )
    op.create_table(
        "notes",
        _relationship(),
        _text("id", primary_key=True),
        _text("session", nullable=True),
        _text("kind"),
        _text("visibility"),
        sa.Column("occurred_at", sa.Float(), nullable=False),
        sa.Column("of_recap", sa.Boolean(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        _text("embedder", nullable=True),
        sa.Column("vector", sa.LargeBinary(), nullable=True),
        _record(),
        _hangs_on("sessions", "session"),
    )
    op.create_table(
        "answers",
        _relationship(),
        _text("id", primary_key=True),
        _text("visibility"),
        sa.Column("answered_at", sa.Float(), nullable=False),
        _record(),
    )
    op.create_table(
        "indexes",
        _relationship(),
        sa.Column("room", sa.String(), nullable=False, unique=True),
        _text("folder", nullable=True),
        _number("wanted"),
        _number("done"),
        _number("generation"),
        sa.Column("writing", sa.Boolean(), nullable=False),
    )
