"""Saulgrieži, its neighbour and Valmiera, beside some towns of which nobody wrote anything."""

import pytest
from django.core.cache import caches

from lapotne.apps.mechanism.queries.reference import reference
from lapotne.apps.municipalities import actions
from tests.people import RoleKind, person

MORE = ("lv-riga", "lv-adazi", "lv-cesis", "lv-valka", "lv-valmiera-city", "lv-aglona")


@pytest.fixture
def country(demo):
    caches["computed"].clear()
    known = reference().municipalities
    wanted = {key: known[key] for key in MORE} | {key: known[key] for town in MORE for key in known[town].successors}
    actions.load(municipalities={**wanted, **{town: known[town] for key in wanted for town in known[key].successors}})
    return demo.country


@pytest.fixture
def nora(country):
    return person("nora", RoleKind.NATIONAL_COORDINATOR, country=country)


@pytest.fixture
def vilis(demo, country):
    """A viewer of one town."""
    return person("vilis", RoleKind.VIEWER, municipality=demo)


@pytest.fixture
def alice_of_the_demo(demo):
    return person("alice", RoleKind.COORDINATOR, municipality=demo)
