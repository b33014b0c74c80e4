"""An index on notes, so that what an index has to hold is known without reading every note."""

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index(
        "notes_by_shelf", "notes", ["relationship", "visibility", "embedder", "id"], unique=False
    )
