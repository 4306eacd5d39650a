"""Content: pages in twelve languages, their drafts, translations and files."""
