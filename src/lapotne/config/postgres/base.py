"""The database backend: Django's own, which starts the embedded server when no host is given."""

from typing import Any

from django.db.backends.postgresql import base

from lapotne.config.postgres import embedded


class DatabaseWrapper(base.DatabaseWrapper):
    """PostgreSQL, ours or the one embedded in the virtual environment."""

    def get_connection_params(self) -> dict[str, Any]:
        if not self.settings_dict["HOST"]:
            self.settings_dict["HOST"] = embedded.start()
        return super().get_connection_params()
