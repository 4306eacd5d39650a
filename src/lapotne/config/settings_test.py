"""The same settings for tests: their own database server, static files as they lie, a quick hash."""

import os

os.environ.setdefault("LAPOTNE_EMBEDDED", "postgres-tests")
os.environ["LAPOTNE_HTTPS"] = "off"

from lapotne.config.settings import *  # noqa: F403

DEMO = True
SENDS_LETTERS = True
SECOND_FACTOR = "offered"
SEALING_KEYS = [b"only for tests, and never served"]
SECRET_KEY = "only-for-tests-and-never-served"  # noqa: S105
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
# Whatever was published is seen at once.
STAMP_SECONDS = 0
MAILERS = {"default": {"BACKEND": "django.core.mail.backends.locmem.EmailBackend"}}
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
# No collected folder is needed: static files are looked up where they lie.
WHITENOISE_AUTOREFRESH = True
WHITENOISE_USE_FINDERS = True
