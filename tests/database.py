"""Makes the database of a test run: created and migrated by the owner, used by the app's role."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import psycopg
from django.core.management import call_command
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.test import TransactionTestCase
from fasteners import InterProcessLock
from psycopg import sql

from lapotne.apps.library.actions.ground import lay_ground
from lapotne.config.postgres import embedded
from tools.paths import ROOT, SOURCE

MIGRATED = "test_migrated_"
FORGETFUL = (
    *(f"ALTER SYSTEM SET {name} = off" for name in ("fsync", "synchronous_commit", "full_page_writes")),
    "SELECT pg_reload_conf()",
)
"""What a test wrote needn't outlive a power cut."""

# Filled by migrations or by Django itself, so never emptied between tests.
KEPT = {"django_migrations", "django_content_type", "auth_permission"}


def make_database(name: str) -> None:
    """A copy of the one that is migrated: a minute of migrations for each worker and each run would be lost."""
    with with_migrated() as (server, migrated):
        create(server, name, migrated)
    use(name)
    connections["owner"].close()
    _ground["all"] = everything(connections["default"])
    TransactionTestCase._fixture_teardown = back_to_the_ground


@contextmanager
def with_migrated() -> Iterator[tuple[psycopg.Connection, str]]:
    """The server, and on it the name of a database with all tables and the ground laid; nobody else makes one now."""
    # The owner's own address is filled in by the backend, so ask for it before renaming.
    address = connectable(connections["owner"].get_connection_params())
    migrated = f"{MIGRATED}{digest_of_tables()}"
    if embedded.is_wanted():
        embedded.as_administrator(*FORGETFUL)
    with InterProcessLock(embedded.RUNTIME / "tests-lock"), psycopg.connect(**address, autocommit=True) as server:
        if not server.execute("SELECT 1 FROM pg_database WHERE datname = %s", [migrated]).fetchone():
            forget_older(server)
            unfinished = f"{migrated}_unfinished"
            create(server, unfinished)
            use(unfinished)
            call_command("prepare_database", verbosity=0)
            lay_ground()
            close()
            rename = sql.SQL("ALTER DATABASE {} RENAME TO {}")
            server.execute(rename.format(sql.Identifier(unfinished), sql.Identifier(migrated)))
        yield server, migrated


def digest_of_tables() -> str:
    """Changes with everything that makes the tables: migrations, settings, and the libraries that bring their own."""
    files = [
        *sorted(SOURCE.glob("**/migrations/*.py")),
        *sorted((SOURCE / "config").glob("**/*.py")),
        SOURCE / "apps/library/actions/ground.py",
    ]
    digest = hashlib.blake2b(digest_size=8)
    for file in (*files, ROOT / "requirements" / "base.txt"):
        digest.update(file.read_bytes())
    return digest.hexdigest()


def create(server: psycopg.Connection, name: str, like: str = "template1") -> None:
    drop(server, name)
    made = sql.SQL("CREATE DATABASE {} TEMPLATE {}")
    server.execute(made.format(sql.Identifier(name), sql.Identifier(like)))


def forget_older(server: psycopg.Connection) -> None:
    for (name,) in server.execute("SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [MIGRATED]):
        drop(server, name)


def drop(server: psycopg.Connection, name: str) -> None:
    """PostgreSQL's own cleaner goes when it is in the way, but not by force, which is for whoever else looks in."""
    dropping = sql.SQL("DROP DATABASE IF EXISTS {}").format(sql.Identifier(name))
    try:
        server.execute(dropping)
    except psycopg.errors.ObjectInUse:
        server.execute(dropping + sql.SQL(" WITH (FORCE)"))


@dataclass(frozen=True)
class Rows:
    """Rows of tables as PostgreSQL itself copies them."""

    of: dict[str, bytes]

    def put(self, connection: BaseDatabaseWrapper | psycopg.Connection) -> None:
        """Within a transaction, for a row may refer to one that comes later."""
        with connection.cursor() as cursor:
            for table, rows in self.of.items():
                with cursor.copy(sql.SQL("COPY {} FROM STDIN").format(sql.Identifier(table))) as copy:
                    copy.write(rows)


def everything(connection: BaseDatabaseWrapper) -> Rows:
    return Rows({table: rows for table in tables(connection) if (rows := b"".join(lines(connection, table)))})


def tables(connection: BaseDatabaseWrapper) -> list[str]:
    return sorted(set(connection.introspection.table_names()) - KEPT)


def lines(connection: BaseDatabaseWrapper, table: str) -> list[bytes]:
    with connection.cursor() as cursor:
        copied = sql.SQL("COPY (SELECT * FROM {}) TO STDOUT").format(sql.Identifier(table))
        with cursor.copy(copied) as copy:
            return b"".join(map(bytes, copy)).splitlines(keepends=True)


def use(name: str) -> None:
    close()
    for connection in (connections["owner"], connections["default"]):
        connection.settings_dict["NAME"] = name


def close() -> None:
    for connection in (connections["owner"], connections["default"]):
        connection.close()


def connectable(params: dict) -> dict:
    wanted = ("dbname", "user", "password", "host", "port", "sslmode")
    return {key: params[key] for key in wanted if params.get(key)}


def back_to_the_ground(_case: object) -> None:
    """Django would truncate as the app's role, which may not, and take away what a new installation has."""
    put_back(_ground["all"])


_ground: dict[str, Rows] = {}


def put_back(state: Rows) -> None:
    """All tables as they were, by their owner; taking a handful of rows away is ten times faster than truncating."""
    connections["default"].close()
    with psycopg.connect(**connectable(connections["owner"].get_connection_params())) as owner:
        guarded = {name for (name,) in owner.execute(GUARDED)}
        # The guarded ones first: a table isn't truncated while what refers to its rows waits to be looked at.
        for name in sorted(filled(owner), key=lambda name: name not in guarded):
            way = sql.SQL("TRUNCATE {} CASCADE") if name in guarded else sql.SQL("DELETE FROM {}")
            owner.execute(way.format(sql.Identifier(name)))
        state.put(owner)


GUARDED = "SELECT DISTINCT tgrelid::regclass::text FROM pg_trigger WHERE NOT tgisinternal"
"""Tables whose rows nobody deletes, such as the record of acts."""


def filled(owner: psycopg.Connection) -> list[str]:
    """The tables that hold something."""
    rows = owner.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'").fetchall()
    ask = sql.SQL(" UNION ALL ").join(
        sql.SQL("SELECT {} WHERE EXISTS (SELECT 1 FROM {})").format(sql.Literal(name), sql.Identifier(name))
        for (name,) in rows
        if name not in KEPT
    )
    return [name for (name,) in owner.execute(ask)]


def stop_embedded_server() -> None:
    embedded.stop()
