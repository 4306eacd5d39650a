"""These tests live in the demo's town."""

from tests.apps.demo_town import other_town, page, saved, town  # noqa: F401 -- fixtures
