"""Gives the app's role what its file of rights says: rows of the listed tables, and nothing with tables themselves."""

from django.db import ProgrammingError, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.utils import CursorWrapper
from psycopg import errors, sql

from lapotne.config.databases.data import APP_ROLE
from lapotne.config.databases.rights import KINDS, Rights


class RoleMissingError(RuntimeError):
    """The app's role isn't there and we may not create it."""


def make_role(owner: BaseDatabaseWrapper) -> None:
    """Before tables are made, for some migrations name it."""
    with owner.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [APP_ROLE])
        if cursor.fetchone() is None:
            create_role(cursor)


def grant(owner: BaseDatabaseWrapper, rights: Rights) -> None:
    """Leave the app's role just these rights on the tables that are there; in one step, for a server may be at work."""
    with transaction.atomic(using=owner.alias), owner.cursor() as cursor:
        there = set(owner.introspection.table_names(cursor))
        for statement in BEFORE:
            cursor.execute(sql.SQL(statement).format(role=sql.Identifier(APP_ROLE)))
        for kind, named in rights.items():
            if tables := [sql.Identifier(table) for table in named if table in there]:
                given = sql.SQL(f"GRANT {KINDS[kind]} ON {{tables}} TO {{role}}")
                cursor.execute(given.format(tables=sql.SQL(", ").join(tables), role=sql.Identifier(APP_ROLE)))


BEFORE = (
    "GRANT USAGE ON SCHEMA public TO {role}",
    # An installation from before gave rights on every new table.
    "ALTER DEFAULT PRIVILEGES IN SCHEMA public REVOKE ALL ON TABLES FROM {role}",
    "ALTER DEFAULT PRIVILEGES IN SCHEMA public REVOKE ALL ON SEQUENCES FROM {role}",
    "REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {role}",
    "GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {role}",
)


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
