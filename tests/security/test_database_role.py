"""The role that serves requests, as an attacker who holds it: rows only, no table, no past act."""

import pytest
from django.db import ProgrammingError, connection, transaction

from lapotne.apps.audit import actions
from lapotne.apps.audit.models import Act

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


def test_it_reads_and_writes_rows_and_only_adds_to_the_record_of_acts():
    rights = dict(ask(RIGHTS))
    assert len(rights) > 15
    assert rights.pop("audit_act") == "INSERT SELECT"
    assert set(rights.values()) == {"DELETE INSERT SELECT UPDATE"}


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
