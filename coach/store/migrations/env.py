"""Alembic's entry: it runs on the connection, and in the transaction, of `coach.store.database`."""

from alembic import context

from coach.store.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    transactional_ddl=True,
)
context.run_migrations()
