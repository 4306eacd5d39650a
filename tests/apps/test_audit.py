"""Every act leaves one row, which nobody can change or take away."""

import pytest
from django.db import ProgrammingError

from lapotne.apps.audit import actions, queries
from lapotne.apps.audit.models import Act


def test_an_act_names_fields_and_keeps_no_values(alice, town, now):
    actions.record(at=now, by=alice, verb="rename", subject=town, municipality=town.key, fields=["names", "code"])
    act = queries.of_municipality(town.key).first()
    assert (act.verb, act.object_kind, act.object_id) == (
        "rename",
        "municipalities.Municipality",
        str(town.pk),
    )
    assert act.fields == ["code", "names"]


def test_another_towns_acts_are_not_shown(alice, town, other_town, now):
    actions.record(at=now, by=alice, verb="rename", subject=town, municipality=town.key)
    assert not queries.of_municipality(other_town.key).exists()


@pytest.mark.parametrize("change", [lambda acts: acts.update(verb="other"), lambda acts: acts.delete()])
def test_the_database_refuses_to_change_the_record(change, alice):
    with pytest.raises(ProgrammingError, match="permission denied"):
        change(Act.objects.all())
