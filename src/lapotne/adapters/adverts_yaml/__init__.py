"""The folder `reference/adverts`: flags, questions, checks, words and examples of the job-offer check."""

from lapotne.adapters.adverts_yaml.reading import read_adverts
from lapotne.adapters.adverts_yaml.words import Adverts, Check, Example, Flag, Question

__all__ = ["Adverts", "Check", "Example", "Flag", "Question", "read_adverts"]
