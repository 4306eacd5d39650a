"""What all tests share: the database as production has it, and how long properties are searched."""

import gc
import os
from itertools import chain, groupby

import pytest
from django.template import Template
from django.test.utils import _TestState, instrumented_test_render
from django.utils import translation
from hypothesis import HealthCheck, settings

from lapotne.config.frames import within
from tests.database import make_database, stop_embedded_server
from tests.languages import DRAWN, draw

pytest_plugins = ["tests.people", "tests.demo", "tests.town_server"]

settings.register_profile("default", deadline=None, max_examples=15, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("prove", deadline=None, max_examples=5000, suppress_health_check=list(HealthCheck))
settings.load_profile(os.environ.get("LAPOTNE_HYPOTHESIS", "default"))

# Before any worker starts, so that all of them walk in the same languages.
draw()


def pytest_collection_modifyitems(items):
    """Journeys wait for their browser now and then; spread among the others, they leave no processor idle."""
    files = [list(of_file) for _, of_file in groupby(items, key=lambda item: item.path)]
    walked = [tests for tests in files if "journeys" in tests[0].path.parts]
    others = [tests for tests in files if "journeys" not in tests[0].path.parts]
    places = {id(tests): (at + 0.5) / len(kind) for kind in (walked, others) for at, tests in enumerate(kind)}
    items[:] = chain.from_iterable(sorted(files, key=lambda tests: places[id(tests)]))


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_protocol(item, nextitem):
    """Each test has room for its frames, as a request has: beside other workers, asking for it anew is dear."""
    return within(item.config.pluginmanager.get_plugin("runner").pytest_runtest_protocol, item, nextitem)


def pytest_collection_finish(session):
    """What is imported by now lives as long as the run; looking through it for cycles would take a tenth of that."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)


def pytest_terminal_summary(terminalreporter):
    terminalreporter.write_line(f"Drawn language: {DRAWN}={draw()}")


@pytest.fixture(autouse=True)
def in_the_source_language():
    """A page that an earlier test asked for left its language to this thread."""
    translation.deactivate()


@pytest.fixture(scope="session", autouse=True)
def templates_unwatched(django_test_environment):
    """Django copies what each part of a page is written from, which takes a tenth of all pages; few tests ask."""
    Template._render = _TestState.saved_data.template_render


@pytest.fixture
def contexts(monkeypatch):
    """For a test that asks what a page was written from: `client.get(...).context`, or `template_rendered`."""
    monkeypatch.setattr(Template, "_render", instrumented_test_render)


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment, django_db_blocker, request):
    """A fresh database of this worker, migrated by its owner and used by the role that owns nothing."""
    worker = getattr(request.config, "workerinput", {}).get("workerid", "one")
    with django_db_blocker.unblock():
        make_database(f"test_lapotne_{worker}")


def pytest_unconfigure(config):
    if not hasattr(config, "workerinput"):
        stop_embedded_server()
