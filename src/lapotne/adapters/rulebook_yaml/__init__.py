"""Rulebooks in YAML: read, checked against their shapes, kept in a cache that can't be stale."""

from lapotne.adapters.rulebook_yaml.person import read_person
from lapotne.adapters.rulebook_yaml.reading import Law, read_law
from lapotne.adapters.rulebook_yaml.situations import Situations, read_situations

__all__ = ["Law", "Situations", "read_law", "read_person", "read_situations"]
