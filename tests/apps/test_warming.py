"""A server asks itself for every kind of page before its first visitor does."""

import pytest
from django.core.wsgi import get_wsgi_application
from django.db import DatabaseError

from lapotne.config import warming


def test_every_address_asked_for_beforehand_is_there(client, demo):
    found = {path: client.get(path).status_code for path in warming.addresses()}
    assert {path: status for path, status in found.items() if status != 200} == {}
    assert len({path.split("/", 2)[1] for path in found}) == 12
    assert "/lv/help/lv-demo/bed/" in found


@pytest.mark.django_db(transaction=True)
def test_it_asks_as_a_visitor_by_a_safe_connection(demo, settings):
    settings.SECURE_SSL_REDIRECT, settings.ALLOWED_HOSTS = True, [".example.org"]
    application, statuses = get_wsgi_application(), []

    def watched(environ, start):
        return application(environ, lambda status, headers: statuses.append(status) or start(status, headers))

    warming.visit(watched)
    assert set(statuses) == {"200 OK"}


def test_a_server_without_its_database_starts_all_the_same(monkeypatch, caplog):
    def broken():
        raise DatabaseError("gone")
        yield

    monkeypatch.setattr(warming, "addresses", broken)
    warming.visit(lambda *_asked: pytest.fail("nothing can be asked for"))
    assert "gone" in caplog.text
