"""One's own sessions."""

from django.urls import URLPattern, path

from lapotne.apps.accounts.views import sessions

urlpatterns: list[URLPattern] = [
    path("sessions/", sessions.my_sessions, name="my_sessions"),
    path("sessions/others/end/", sessions.end_other_sessions, name="end_other_sessions"),
    path("sessions/<int:session>/end/", sessions.end_session, name="end_session"),
]
