"""Settings of the content's editor (Wagtail): our languages, our sign-in, no host but ours, no active content."""

from lapotne.config.languages import LANGUAGES, WRITTEN

APPS = [
    "lapotne.apps.library",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
]
"""In the order in which templates are looked for."""

STAMP_SECONDS = 1
"""How long a process may go on with what it made before somebody published elsewhere."""

MEGABYTE = 1024 * 1024

SETTINGS = {
    "STAMP_SECONDS": STAMP_SECONDS,
    "WRITTEN_LANGUAGES": WRITTEN,
    "MEDIA_URL": "/files/",
    "WAGTAIL_SITE_NAME": "Lapotne",
    "WAGTAILADMIN_BASE_URL": "",
    # Addresses are ASCII: a title in any alphabet is written in Latin letters there.
    "WAGTAIL_ALLOW_UNICODE_SLUGS": False,
    "WAGTAIL_I18N_ENABLED": True,
    "WAGTAIL_CONTENT_LANGUAGES": LANGUAGES,
    "WAGTAILADMIN_PERMITTED_LANGUAGES": LANGUAGES,
    "WAGTAILLOCALIZE_MACHINE_TRANSLATOR": None,
    # A translation begins as a draft, never as a published copy of another language's words.
    "WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE": False,
    # Nothing asks another host: no look at newer releases, no pictures of people from elsewhere.
    "WAGTAIL_ENABLE_UPDATE_CHECK": False,
    "WAGTAIL_ENABLE_WHATS_NEW_BANNER": False,
    "WAGTAIL_GRAVATAR_PROVIDER_URL": None,
    # People, passwords and letters are the business of accounts.
    "WAGTAIL_PASSWORD_MANAGEMENT_ENABLED": False,
    "WAGTAIL_PASSWORD_RESET_ENABLED": False,
    "WAGTAIL_EMAIL_MANAGEMENT_ENABLED": False,
    "WAGTAILADMIN_NOTIFICATION_INCLUDE_SUPERUSERS": False,
    "WAGTAILADMIN_COMMENTS_ENABLED": False,
    # What could run in a reader's browser isn't taken; pictures are made anew before anybody sees them.
    "WAGTAILIMAGES_IMAGE_FORM_BASE": "lapotne.apps.library.forms.PictureForm",
    "WAGTAILIMAGES_EXTENSIONS": ["jpg", "jpeg", "png", "webp"],
    "WAGTAILIMAGES_MAX_UPLOAD_SIZE": 10 * MEGABYTE,
    "WAGTAILDOCS_EXTENSIONS": ["pdf", "epub", "odt", "docx", "txt", "csv"],
    "WAGTAILDOCS_INLINE_CONTENT_TYPES": [],
    "WAGTAILADMIN_LOGIN_URL": "account_login",
    "WAGTAILDOCS_SERVE_METHOD": "serve_view",
    "WAGTAILDOCS_MAX_UPLOAD_SIZE": 30 * MEGABYTE,
    "WAGTAILSEARCH_BACKENDS": {"default": {"BACKEND": "wagtail.search.backends.database"}},
    "TAGGIT_CASE_INSENSITIVE": True,
}
