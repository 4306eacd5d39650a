"""A start with nothing changed prepares nothing, and one with anything changed prepares all."""

import pytest

from lapotne.config.postgres import embedded
from tools import prepared


@pytest.fixture
def checkout(tmp_path, monkeypatch):
    """A database's folder, and one file that goes into it; the last start prepared both."""
    database, read = tmp_path / "postgres", tmp_path / "mechanisms"
    for folder in (database, read):
        folder.mkdir()
    (database / "PG_VERSION").write_text("18")
    (read / "lv.yaml").write_text("lapotne: 1")
    monkeypatch.setattr(embedded, "data_folder", lambda: database)
    monkeypatch.setattr(prepared, "READ", (read,))
    monkeypatch.delenv("LAPOTNE_DATABASE_URL", raising=False)
    monkeypatch.delenv("LAPOTNE_APP_DATABASE_URL", raising=False)
    assert not prepared.is_prepared()
    prepared.remember()
    return tmp_path


def test_nothing_changed_is_prepared(checkout):
    assert prepared.is_prepared()


def test_a_compiled_file_changes_nothing(checkout):
    (checkout / "mechanisms" / "lv.mo").write_text("")
    assert prepared.is_prepared()


@pytest.mark.parametrize("name", ["lv.yaml", "lv-cesis.yaml"])
def test_a_file_changed_or_added_is_prepared_anew(checkout, name):
    (checkout / "mechanisms" / name).write_text("lapotne: 1\nlayer: country")
    assert not prepared.is_prepared()


def test_a_database_that_is_gone_is_prepared_anew(checkout):
    (checkout / "postgres" / "PG_VERSION").unlink()
    assert not prepared.is_prepared()


@pytest.mark.parametrize("setting", ["LAPOTNE_DATABASE_URL", "LAPOTNE_DEMO"])
def test_another_setting_is_prepared_anew(checkout, monkeypatch, setting):
    monkeypatch.setenv(setting, "x")
    assert not prepared.is_prepared()


def test_another_day_is_prepared_anew(checkout, monkeypatch):
    stamp = prepared.stamp_file()
    stamp.write_text("2020-01-01" + stamp.read_text()[10:])
    assert not prepared.is_prepared()


def test_what_could_not_be_prepared_is_not_remembered(checkout):
    prepared.forget()
    assert not prepared.is_prepared()
