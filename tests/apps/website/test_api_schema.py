"""The document for programs holds: whatever they send, the answer is one that it names."""

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.checks import CHECKS, load_all_checks

OPERATIONS = [
    ("GET", "/api/v1/municipalities"),
    ("GET", "/api/v1/needs"),
    ("GET", "/api/v1/municipalities/{key}/now"),
    ("POST", "/api/v1/municipalities/{key}/now"),
    ("GET", "/api/v1/law/countries"),
    ("GET", "/api/v1/law/facts"),
    ("GET", "/api/v1/law/countries/{country}"),
    ("POST", "/api/v1/law/countries/{country}/verdicts"),
    ("POST", "/api/v1/law/verdicts"),
    ("POST", "/api/v1/adverts/check"),
]
UNPACKED = {"Accept-Encoding": "identity"}
"""The caller of these tests says that it unpacks answers, and doesn't."""
HELD = ("not_a_server_error", "status_code_conformance", "content_type_conformance", "response_schema_conformance",
        "response_headers_conformance")  # fmt: skip
QUICK = settings(
    max_examples=25,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.filter_too_much],
)

pytestmark = pytest.mark.usefixtures("demo")


@pytest.fixture
def schema():
    """The document as served; the end of a request mustn't close the connection that holds the test's data."""
    load_all_checks()
    signals = (request_started, request_finished)
    for signal in signals:
        signal.disconnect(close_old_connections)
    yield schemathesis.openapi.from_wsgi("/api/v1/openapi.json", get_wsgi_application())
    for signal in signals:
        signal.connect(close_old_connections)


def test_the_document_names_every_address(schema):
    named = [(found.ok().method.upper(), found.ok().path) for found in schema.get_all_operations()]
    assert sorted(named) == sorted(OPERATIONS)


@pytest.mark.parametrize(("method", "path"), OPERATIONS)
def test_whatever_a_program_sends_is_answered_as_the_document_says(schema, method, path):
    operation = schema[path][method]

    @QUICK
    @given(case=operation.as_strategy())
    def holds(case):
        response = case.call(headers=UNPACKED)
        case.validate_response(response, checks=[CHECKS.get_one(name) for name in HELD])

    holds()


@pytest.mark.parametrize("key", ["lv-demo", "lv-valmiera"])
def test_whatever_facts_are_sent_for_a_real_town(schema, key):
    operation = schema["/api/v1/municipalities/{key}/now"]["POST"]

    @QUICK
    @given(case=operation.as_strategy())
    def holds(case):
        case.path_parameters["key"] = key
        if isinstance(case.body, dict):
            case.body["need"] = "bed"
        case.validate_response(case.call(headers=UNPACKED), checks=[CHECKS.get_one(name) for name in HELD])

    holds()
