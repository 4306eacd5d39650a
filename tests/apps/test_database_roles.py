"""The role that serves requests works with rows and can do nothing to tables."""

import pytest
from django.db import ProgrammingError, connection

pytestmark = pytest.mark.django_db


def ask(question: str) -> object:
    with connection.cursor() as cursor:
        cursor.execute(question)
        return cursor.fetchone()[0] if cursor.description else None


def test_requests_run_as_the_app_role():
    assert ask("SELECT current_user") == "lapotne_app"


def test_the_app_role_is_not_superuser_and_creates_nothing():
    assert not ask("SELECT rolsuper OR rolcreatedb OR rolcreaterole FROM pg_roles WHERE rolname = current_user")


def test_the_app_role_owns_no_table_and_no_database():
    owned = "SELECT count(*) FROM pg_class WHERE relowner = current_user::regrole"
    assert ask(owned) == 0
    assert ask("SELECT count(*) FROM pg_database WHERE datdba = current_user::regrole") == 0


@pytest.mark.parametrize(
    "act",
    [
        "CREATE TABLE t (i int)",
        "DROP TABLE accounts_user",
        "TRUNCATE accounts_role",
        "ALTER TABLE audit_act DROP verb",
    ],
)
def test_the_app_role_cannot_change_tables(act):
    with pytest.raises(ProgrammingError, match=r"permission denied|must be owner"):
        ask(act)
