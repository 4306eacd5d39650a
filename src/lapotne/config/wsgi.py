"""The door for app servers that speak WSGI."""

import os

from django.core.wsgi import get_wsgi_application

from lapotne.config.frames import roomy

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lapotne.config.settings")
application = roomy(get_wsgi_application())

from lapotne.config.warming import warm_up  # noqa: E402 -- models can be imported only once Django is set up

warm_up(application)
