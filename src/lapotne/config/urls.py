"""Every address of the product: programs' first, then the language with the public site or the staff's workspace."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

from lapotne.apps.accounts.urls.doors import without_language
from lapotne.apps.website.api import api
from lapotne.apps.website.views import files, machines
from lapotne.config import editor

handler403 = "lapotne.config.not_found.not_allowed"
handler404 = "lapotne.config.not_found.not_found"
urlpatterns = [
    path("robots.txt", machines.robots, name="robots"),
    path("sitemap.xml", machines.index, name="sitemaps"),
    path("api/v1/", api.urls),
    path("staff/editor/", editor.addresses),
    path("", include(without_language)),
    path("files/images/<str:name>", files.image, name="image"),
    path("files/documents/<int:document_id>/<path:document_filename>", files.document, name="wagtaildocs_serve"),
]
urlpatterns += i18n_patterns(
    path("staff/account/", include("lapotne.apps.accounts.urls.doors")),
    path("staff/account/second-factor/", include("allauth.mfa.urls")),
    path("staff/access/", include("lapotne.apps.accounts.urls")),
    path("staff/", include("lapotne.apps.console.urls")),
    path("staff/", include("lapotne.apps.mechanism.urls")),
    path("staff/", include("lapotne.apps.confirmations.urls.staff")),
    path("confirm/", include("lapotne.apps.confirmations.urls.link")),
    path("staff/texts/", include("lapotne.apps.library.urls")),
    path("law/", include("lapotne.apps.rulebooks.urls")),
    path("", include("lapotne.apps.website.urls")),
)
