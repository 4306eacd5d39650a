"""As a town runs it: HTTPS, no debugging, no demonstration, keys that others can't read, letters that aren't logged."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.core.management.base import SystemCheckError

from lapotne.adapters.sealing import new_key
from lapotne.config.environment import WrongSettingError, secret
from lapotne.config.keys import sealing_keys
from lapotne.config.mail import mailers

TOWN = {
    "LAPOTNE_HOSTS": "lapotne.example.org",
    "LAPOTNE_MAIL": "smtps://us%40er:pass@mail.example.org",
    "LAPOTNE_SECRET_KEY": "".join(chr(33 + number % 90) for number in range(70)),
    "LAPOTNE_PROXIES": "1",
    "LAPOTNE_DATABASE_URL": "postgresql://owner:x@127.0.0.1:1/lapotne",
    "DJANGO_SETTINGS_MODULE": "lapotne.config.settings",
}
ASKED = """
import json
from django.conf import settings
names = %s
print(json.dumps({name: getattr(settings, name, None) for name in names}))
"""


def run(*arguments: str, **variables: str) -> subprocess.CompletedProcess:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("LAPOTNE_", "DJANGO_"))}
    command = [sys.executable, *arguments]
    return subprocess.run(command, env={**kept, **TOWN, **variables}, capture_output=True, text=True, check=False)  # noqa: S603


def in_production(*names: str, **variables: str) -> dict:
    answered = run("-c", ASKED % repr(names), **variables)
    assert answered.returncode == 0, answered.stderr
    return json.loads(answered.stdout)


def test_djangos_own_check_for_deployment_finds_nothing():
    answered = run("-m", "django", "check", "--deploy", "--fail-level", "WARNING")
    assert (answered.returncode, answered.stdout.strip()) == (0, "System check identified no issues (1 silenced).")


def test_the_check_would_find_what_is_set_wrongly(settings):
    """The control, with what such an environment sets."""
    wrong = {"LAPOTNE_HTTPS": "off", "LAPOTNE_DEBUG": "on", "LAPOTNE_MAIL": ""}
    for name, value in in_production("SECURE_SSL_REDIRECT", "DEBUG", "MAILERS", **wrong).items():
        setattr(settings, name, value)
    with pytest.raises(SystemCheckError) as found:
        call_command("check", deploy=True, fail_level="WARNING")
    assert [told for told in ("security.W008", "security.W018", "mail.E001") if told not in str(found.value)] == []


def test_what_nobody_sets_is_safe():
    found = in_production(
        *("DEBUG", "DEMO", "SECURE_HSTS_SECONDS", "SECURE_SSL_REDIRECT", "SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE"),
        *("SESSION_COOKIE_NAME", "CSRF_COOKIE_NAME", "SESSION_COOKIE_HTTPONLY", "SESSION_COOKIE_SAMESITE"),
        *("SESSION_COOKIE_DOMAIN", "SESSION_COOKIE_PATH", "ALLAUTH_TRUSTED_PROXY_COUNT"),
        *("SECOND_FACTOR", "SESSION_COOKIE_AGE", "SESSION_LONGEST", "SESSION_EXPIRE_AT_BROWSER_CLOSE", "TOWN_SIGN_IN"),
    )
    assert found == {
        "DEBUG": False,
        "DEMO": False,
        "SECURE_HSTS_SECONDS": 31_536_000,
        "SECURE_SSL_REDIRECT": True,
        "SESSION_COOKIE_SECURE": True,
        "CSRF_COOKIE_SECURE": True,
        "SESSION_COOKIE_NAME": "__Host-session",
        "CSRF_COOKIE_NAME": "__Host-csrf",
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "SESSION_COOKIE_DOMAIN": None,
        "SESSION_COOKIE_PATH": "/",
        "ALLAUTH_TRUSTED_PROXY_COUNT": 1,
        "SECOND_FACTOR": "required",
        "SESSION_COOKIE_AGE": 15 * 60,
        "SESSION_LONGEST": 8 * 60 * 60,
        "SESSION_EXPIRE_AT_BROWSER_CLOSE": True,
        "TOWN_SIGN_IN": {},
    }


@pytest.mark.parametrize(
    ("variables", "told"),
    [
        ({"LAPOTNE_SECOND_FACTOR": "offered"}, "for a demonstration alone"),
        ({"LAPOTNE_SECOND_FACTOR": "off"}, "write 'required' or 'offered'"),
        ({"LAPOTNE_SEALING_KEYS": "short"}, "32 bytes in base64"),
        ({"LAPOTNE_OIDC_CLIENT": "lapotne"}, "LAPOTNE_OIDC_SERVER"),
    ],
)
def test_it_refuses_to_start_with_a_door_that_stands_open(variables, told):
    answered = run("-c", "from django.conf import settings; settings.DEBUG", **variables)
    assert answered.returncode == 1
    assert told in answered.stderr


def test_a_demonstration_only_offers_the_second_factor_unless_told_otherwise():
    assert in_production("SECOND_FACTOR", LAPOTNE_DEMO="on") == {"SECOND_FACTOR": "offered"}
    both = {"LAPOTNE_DEMO": "on", "LAPOTNE_SECOND_FACTOR": "required"}
    assert in_production("SECOND_FACTOR", **both) == {"SECOND_FACTOR": "required"}


def test_no_demo_account_is_opened_outside_the_demonstration(settings):
    settings.DEMO = False
    with pytest.raises(CommandError, match="LAPOTNE_DEMO"):
        call_command("load_demo_accounts")


def test_a_key_made_here_is_read_by_its_owner_alone(tmp_path, monkeypatch):
    monkeypatch.delenv("LAPOTNE_SECRET_KEY", raising=False)
    file = tmp_path / "var" / "secret-key"
    made = secret("LAPOTNE_SECRET_KEY", file)
    assert len(made) > 50
    assert file.stat().st_mode & 0o777 == 0o600
    assert secret("LAPOTNE_SECRET_KEY", file) == made


def test_a_sealing_key_made_here_is_read_by_its_owner_alone_and_by_nobody_written(tmp_path, monkeypatch):
    monkeypatch.delenv("LAPOTNE_SEALING_KEYS", raising=False)
    file = tmp_path / "var" / "sealing-keys"
    made = sealing_keys(file)
    assert [len(key) for key in made] == [32]
    assert file.stat().st_mode & 0o777 == 0o400
    assert sealing_keys(file) == made
    assert [one.name for one in file.parent.iterdir()] == ["sealing-keys"]


def test_several_sealing_keys_stand_in_their_order(tmp_path, monkeypatch):
    keys = [new_key(), new_key()]
    file = tmp_path / "sealing-keys"
    file.touch(mode=0o600)
    file.write_text("\n".join(keys))
    monkeypatch.delenv("LAPOTNE_SEALING_KEYS", raising=False)
    from_file = sealing_keys(file)
    monkeypatch.setenv("LAPOTNE_SEALING_KEYS", ",".join(keys))
    assert len(from_file) == 2
    assert sealing_keys(tmp_path / "none") == from_file


def test_a_sealing_key_that_others_can_read_is_refused(tmp_path, monkeypatch):
    monkeypatch.delenv("LAPOTNE_SEALING_KEYS", raising=False)
    file = tmp_path / "sealing-keys"
    sealing_keys(file)
    file.chmod(0o440)
    with pytest.raises(WrongSettingError, match="chmod 400"):
        sealing_keys(file)


def test_a_letter_with_the_key_to_an_account_goes_to_no_log():
    assert "dummy" in str(mailers("", demo=False))
    assert "console" in str(mailers("", demo=True))
    options = mailers(TOWN["LAPOTNE_MAIL"], demo=False)["default"]["OPTIONS"]
    assert (options["username"], options["port"], options["use_ssl"]) == ("us@er", 465, True)


@pytest.mark.parametrize("written", ["mail.example.org", "http://mail.example.org", "smtp://"])
def test_a_mail_server_written_wrongly_is_told_at_once(written):
    with pytest.raises(WrongSettingError, match="LAPOTNE_MAIL looks like"):
        mailers(written, demo=False)


def test_what_starts_the_server_says_nothing_of_a_demonstration():
    for file in Path("deploy").iterdir():
        assert "DEMO" not in file.read_text(encoding="utf-8")
