"""The role that serves requests, as an attacker who holds it: rows only, no table, no past act."""

import pytest
from django.db import ProgrammingError, connection, connections, transaction

from lapotne.apps.audit import actions
from lapotne.apps.audit.models import Act
from lapotne.config.databases import data, rights
from lapotne.config.databases.grants import grant
from lapotne.config.databases.rights import KINDS

pytestmark = pytest.mark.django_db

REFUSED = r"permission denied|must be owner|must be superuser|must have"
RIGHTS = """
    SELECT table_name, string_agg(DISTINCT privilege_type, ' ' ORDER BY privilege_type)
    FROM information_schema.role_table_grants WHERE grantee = 'lapotne_app' GROUP BY table_name
"""


def ask(statement: str) -> list[tuple]:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
        return cursor.fetchall() if cursor.description else []


def held(connection) -> dict[str, str]:
    """What the app's role may do, by table."""
    with connection.cursor() as cursor:
        cursor.execute(RIGHTS)
        return dict(cursor.fetchall())


def test_it_may_do_with_each_table_what_the_file_of_rights_says():
    said = {
        table: " ".join(sorted(KINDS[kind].split(", "))) for kind, named in data.rights().items() for table in named
    }
    assert held(connection) == said, "a new table gets its line in src/lapotne/config/databases/data.toml"
    assert said["audit_act"] == "INSERT SELECT"


def test_every_table_has_its_line():
    said = {table for named in data.rights().values() for table in named}
    with connection.cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        assert {name for (name,) in cursor.fetchall()} == said, "write it in src/lapotne/config/databases/data.toml"


@pytest.mark.django_db(databases=["default", "owner"])
def test_a_table_without_a_line_gets_nothing_and_loses_what_it_had():
    """The control: the same grant without one line."""
    owner, said = connections["owner"], data.rights()
    assert "accounts_role" in held(owner)
    grant(owner, {**said, "change": [table for table in said["change"] if table != "accounts_role"]})
    assert "accounts_role" not in held(owner)


def test_a_file_of_rights_with_an_unknown_right_says_so(tmp_path, monkeypatch):
    (tmp_path / "data.toml").write_text('everything = ["audit_act"]')
    monkeypatch.setattr(rights, "__file__", str(tmp_path / "rights.py"))
    with pytest.raises(rights.UnknownRightError, match=r"data\.toml: everything is no right; write change, add, read"):
        data.rights()


@pytest.mark.parametrize(
    "attack",
    [
        "UPDATE audit_act SET verb = 'nothing'",
        "DELETE FROM audit_act",
        "TRUNCATE audit_act",
        "DROP TABLE audit_act",
        "ALTER TABLE audit_act DISABLE TRIGGER ALL",
        "ALTER TABLE accounts_user ADD COLUMN password2 text",
        "CREATE TABLE mine (i int)",
        "CREATE TRIGGER t BEFORE INSERT ON audit_act EXECUTE FUNCTION suppress_redundant_updates_trigger()",
        "CREATE RULE r AS ON INSERT TO audit_act DO INSTEAD NOTHING",
        "REASSIGN OWNED BY lapotne_owner TO lapotne_app",
        "CREATE ROLE mine",
        "ALTER ROLE lapotne_app SUPERUSER",
        "SET session_replication_role = replica",
        "COPY audit_act TO '/tmp/acts'",
        "COPY audit_act FROM PROGRAM 'true'",
        "SELECT pg_read_file('/etc/passwd')",
    ],
)
def test_an_attack_is_refused(attack):
    with pytest.raises(ProgrammingError, match=REFUSED):
        ask(attack)


def test_it_gives_itself_no_right():
    """PostgreSQL answers this with a warning and does nothing."""
    ask("GRANT UPDATE, DELETE, TRUNCATE ON audit_act TO lapotne_app")
    assert dict(ask(RIGHTS))["audit_act"] == "INSERT SELECT"


def test_what_it_may_do_it_can(alice, town, now):
    """The control: the same connection adds an act and changes a town."""
    actions.record(at=now, by=alice, verb="rename", subject=town, municipality=town.key)
    ask("UPDATE municipalities_municipality SET code = 'XX9'")
    assert Act.objects.filter(verb="rename").exists()
    assert ask("SELECT code FROM municipalities_municipality") == [("XX9",)]
