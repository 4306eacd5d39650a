"""Verdicts as plain values for JSON."""

from lapotne.adapters.law_json.facts_page import facts_page
from lapotne.adapters.law_json.verdicts import facts_schema, law_document

__all__ = ["facts_page", "facts_schema", "law_document"]
