"""Pages for staff about the site's texts."""
