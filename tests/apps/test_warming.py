"""A server asks itself for every kind of page before its first visitor does."""

import pytest
from django.core.wsgi import get_wsgi_application
from django.db import DatabaseError

from lapotne.config import warming


@pytest.mark.django_db(transaction=True)
def test_it_asks_as_a_visitor_by_a_safe_connection_for_what_is_there_in_every_language(demo, settings):
    settings.SECURE_SSL_REDIRECT, settings.ALLOWED_HOSTS = True, [".example.org"]
    application, found = get_wsgi_application(), {}

    def watched(environ, start):
        def answered(status, headers):
            found[environ["REQUEST_METHOD"], environ["PATH_INFO"]] = status
            return start(status, headers)

        return application(environ, answered)

    warming.visit(watched)
    assert {asked: status for asked, status in found.items() if status != "200 OK"} == {}
    assert len({path.split("/", 2)[1] for _method, path in found}) == 12
    assert ("GET", "/lv/help/lv-demo/bed/") in found


def test_a_server_without_its_database_starts_all_the_same(monkeypatch, caplog):
    def broken():
        raise DatabaseError("gone")
        yield

    monkeypatch.setattr(warming, "addresses", broken)
    warming.visit(lambda *_asked: pytest.fail("nothing can be asked for"))
    assert "gone" in caplog.text
