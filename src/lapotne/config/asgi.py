"""The door for app servers that speak ASGI."""

import os

from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lapotne.config.settings")
application = get_asgi_application()
