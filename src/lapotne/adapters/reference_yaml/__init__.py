"""Reference files: needs, profiles, attributes, kinds of institution and municipalities, read and checked."""

from lapotne.adapters.reference_yaml.reading import read_reference
from lapotne.adapters.reference_yaml.words import Attribute, InstitutionType, Reference

__all__ = ["Attribute", "InstitutionType", "Reference", "read_reference"]
