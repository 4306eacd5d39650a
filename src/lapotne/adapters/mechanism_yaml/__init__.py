"""Mechanism files: read with every problem at once, decoded into the domain's words, written without loss."""

from lapotne.adapters.mechanism_yaml.checking import Checker
from lapotne.adapters.mechanism_yaml.document import Document
from lapotne.adapters.mechanism_yaml.library import Library, NoProtocolError, UnknownMunicipalityError
from lapotne.adapters.mechanism_yaml.loading import load_library
from lapotne.adapters.mechanism_yaml.reading import check_stored, read_mechanism
from lapotne.adapters.mechanism_yaml.writing import edited, write_mechanism, write_raw

__all__ = [
    "Checker",
    "Document",
    "Library",
    "NoProtocolError",
    "UnknownMunicipalityError",
    "check_stored",
    "edited",
    "load_library",
    "read_mechanism",
    "write_mechanism",
    "write_raw",
]
