"""After midnight the day is the one that people there have, while in UTC it is still the day before."""

from datetime import UTC, date, datetime

import pytest

from lapotne.apps.mechanism.actions import adopting, editing
from lapotne.apps.mechanism.actions.adopting import AdoptionError
from lapotne.apps.mechanism.presenters.editing.versions import version_name
from lapotne.apps.mechanism.queries import documents
from lapotne.apps.mechanism.queries.desks import desk
from lapotne.domain.mechanism.layers import at as entry_at

AT = datetime(2027, 1, 14, 22, 30, tzinfo=UTC)
TODAY = date(2027, 1, 15)
"""Half past midnight in Saulgrieži."""

MEN = ("institutions", "men-shelter", "services", "men-bed")


def test_what_is_still_right_is_confirmed_today_and_due_in_a_year(demo, alice):
    here = desk(demo, TODAY)
    version = editing.confirm(desk=here, path=MEN, role="coordinator", by=alice, at=AT, reason="Asked")
    said = [one["confirmation"] for one in entry_at(version.document, MEN)["availabilities"]]
    assert {(one["on"], one["due"]) for one in said} == {("2027-01-15", "2028-01-15")}


def test_what_was_decided_today_is_recorded_and_what_lies_ahead_is_not(demo, alice):
    newest = documents.latest(documents.layer_of(demo))
    saying = {"version": newest, "body": "council", "decision": "7", "by": alice, "at": AT}
    with pytest.raises(AdoptionError):
        adopting.adopt(on=date(2027, 1, 16), **saying)
    assert adopting.adopt(on=TODAY, **saying).on == TODAY


def test_a_version_names_the_day_on_which_it_was_saved(demo):
    newest = documents.latest(documents.layer_of(demo))
    newest.at = AT
    assert "15" in version_name(newest)
