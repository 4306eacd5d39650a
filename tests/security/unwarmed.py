"""The product as an app server loads it, but for asking itself for its pages beforehand: lapotne.config.warming."""

from django.core.wsgi import get_wsgi_application

application = get_wsgi_application()
