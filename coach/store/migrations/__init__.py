"""How the tables got their shape, one step a file, for Alembic."""
