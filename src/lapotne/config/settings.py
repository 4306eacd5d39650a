"""The product's settings, for every way of running it; environment variables change them."""

from lapotne.config import content, environment, signing_in
from lapotne.config.databases import databases
from lapotne.config.databases.data import ATTEMPTS_TABLE
from lapotne.config.keys import sealing_keys
from lapotne.config.languages import COMPLETE, LANGUAGES, SOURCE_LANGUAGE
from lapotne.config.mail import mailers
from lapotne.config.paths import PACKAGE, ROOT, VAR
from lapotne.config.security import CONTENT_SECURITY_POLICY, transport

DEBUG = environment.flag("LAPOTNE_DEBUG", default=False)
DEMO = environment.flag("LAPOTNE_DEMO", default=False)
HTTPS = environment.flag("LAPOTNE_HTTPS", default=True)
PROXIES = environment.number("LAPOTNE_PROXIES", 0)
SECRET_KEY = environment.secret("LAPOTNE_SECRET_KEY", VAR / "secret-key")
SEALING_KEYS = sealing_keys(VAR / "sealing-keys")
ALLOWED_HOSTS = environment.listed("LAPOTNE_HOSTS", "localhost,127.0.0.1,[::1]")
CSRF_TRUSTED_ORIGINS = environment.listed("LAPOTNE_ORIGINS")
DATA_ROOT = ROOT
LEAVE_TO = environment.elsewhere("LAPOTNE_LEAVE_TO", "https://{language}.wikipedia.org/")

INSTALLED_APPS = [
    "lapotne.config",
    "lapotne.apps.website",
    "lapotne.apps.console",
    *content.APPS,
    "lapotne.apps.confirmations",
    "lapotne.apps.mechanism",
    "lapotne.apps.rulebooks",
    "lapotne.apps.accounts",
    "lapotne.apps.municipalities",
    "lapotne.apps.audit",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.usersessions",
    "rules.apps.AutodiscoverRulesConfig",
    "django_htmx",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "lapotne.config.keeping.KeepingMiddleware",
    "lapotne.config.packing.PackingMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "lapotne.config.visitors.VisitorLanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "lapotne.config.gate.SignedInMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "lapotne.config.tenant.MunicipalityMiddleware",
]

ROOT_URLCONF = "lapotne.config.urls"
WSGI_APPLICATION = "lapotne.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "lapotne.config.rendering.PromptTemplates",
        "DIRS": [PACKAGE / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "lapotne.config.page.page",
            ],
            "builtins": ["lapotne.config.fixed", "lapotne.config.titled"],
        },
    }
]

DATABASES = databases()
# allauth counts in the default one how often somebody tried to sign in: for all processes together, so not in memory.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": ATTEMPTS_TABLE,
        "KEY_FUNCTION": "lapotne.config.keys.attempts_key",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    },
    # Each name says of which versions and which day it was computed, so nothing gets out of date; it only goes.
    "computed": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "TIMEOUT": 24 * 60 * 60},
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

LANGUAGES = LANGUAGES  # noqa: PLW0127 -- a setting has to be a name of this module
FINISHED_LANGUAGES = COMPLETE
LANGUAGE_CODE = SOURCE_LANGUAGE
# The second has what the libraries' own catalogues lack (tools/libraries.py).
LOCALE_PATHS = [PACKAGE / "locale", PACKAGE / "locale_libraries"]
FORMAT_MODULE_PATH = "lapotne.config.formats"
TIME_ZONE = "Europe/Riga"
USE_TZ = True

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "rules.permissions.ObjectPermissionBackend",
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "console:start"
ACCOUNT_ADAPTER = "lapotne.apps.accounts.forms.account.StaffAccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "email*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_REDIRECT_URL = "website:home"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_SESSION_REMEMBER = False
ALLAUTH_TRUSTED_PROXY_COUNT = PROXIES
SECOND_FACTOR = signing_in.second_factor(demo=DEMO)
globals().update({**signing_in.ACCOUNT, **signing_in.MFA, **signing_in.SESSIONS})
globals().update(signing_in.social(signing_in.town_sign_in()))

# Whether all sites under a town's domain are HTTPS for ever is for the town to say, not for us.
SILENCED_SYSTEM_CHECKS = ["security.W021"]
SECURE_CSP = CONTENT_SECURITY_POLICY
SECURE_REFERRER_POLICY = "no-referrer"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_HTTPONLY = True
CSRF_COOKIE_HTTPONLY = True
globals().update(transport(https=HTTPS, proxies=PROXIES))

STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
STATICFILES_DIRS = [PACKAGE / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
MEDIA_ROOT = VAR / "media"
MAILERS = mailers(environment.text("LAPOTNE_MAIL"), demo=DEMO)
SENDS_LETTERS = DEMO or bool(environment.text("LAPOTNE_MAIL"))
DEFAULT_FROM_EMAIL = environment.text("LAPOTNE_MAIL_FROM", "lapotne@localhost")
globals().update(content.SETTINGS)
