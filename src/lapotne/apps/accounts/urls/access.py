"""What one may do, and where."""

from django.urls import URLPattern, path

from lapotne.apps.accounts.views import access, town_account

urlpatterns: list[URLPattern] = [
    path("", town_account.leads_there(access.my_access), name="my_access"),
    path("town-account/unlink/", town_account.unlink, name="unlink_town_account"),
]
