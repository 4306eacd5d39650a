"""What the app's role may do: work with rows, and nothing with tables."""

from django.db import ProgrammingError
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.utils import CursorWrapper
from psycopg import errors, sql

from lapotne.config.database import APP_ROLE


class RoleMissingError(RuntimeError):
    """The app's role isn't there and we may not create it."""


GRANTS = (
    "GRANT USAGE ON SCHEMA public TO {role}",
    "ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {role}",
    "ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO {role}",
)


def grant_to_app(owner: BaseDatabaseWrapper) -> None:
    """Give the app's role its rights on all tables the owner is about to create."""
    with owner.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [APP_ROLE])
        if cursor.fetchone() is None:
            create_role(cursor)
        for grant in GRANTS:
            cursor.execute(sql.SQL(grant).format(role=sql.Identifier(APP_ROLE)))


def create_role(cursor: CursorWrapper) -> None:
    name = sql.Identifier(APP_ROLE)
    try:
        cursor.execute(sql.SQL("CREATE ROLE {} NOSUPERUSER").format(name))
    except ProgrammingError as refused:
        # Test workers start together, and another may have created it meanwhile.
        if isinstance(refused.__cause__, errors.DuplicateObject):
            return
        raise RoleMissingError(
            f"The role {APP_ROLE} does not exist and the owner may not create it. As an administrator: "
            f"CREATE ROLE {APP_ROLE} LOGIN PASSWORD '...'; see docs/guides/run-in-a-town.md."
        ) from refused
    cursor.execute(sql.SQL("GRANT {} TO CURRENT_USER").format(name))
