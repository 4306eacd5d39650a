"""Who reads and what is asked: what every part of an answer is told in."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from lapotne.adapters.reference_yaml import Reference
from lapotne.apps.municipalities.presenters import alphabetical
from lapotne.apps.website.presenters.times import Clock
from lapotne.apps.website.presenters.words import Word, language_name, local, plain, proper
from lapotne.domain.mechanism.conditions import ADULT, CHILD, AgeRange, Fact
from lapotne.domain.mechanism.offers import Institution

FEW_LANGUAGES = 6
AGES = {str(CHILD): "child", str(ADULT): "adult"}


@dataclass(frozen=True, slots=True)
class Reader:
    """A reader's language, the country of the town, its clock, and the words of the reference.

    `speaks`: the language that whoever helps should speak; empty: any.
    """

    language: str
    country: str
    clock: Clock
    reference: Reference
    speaks: str = ""

    def proper(self, names: Mapping[str, str]) -> Word:
        return proper(names, self.language, self.country)

    def local(self, names: Mapping[str, str]) -> Word:
        return local(names, self.language, self.country)

    def plain(self, names: Mapping[str, str]) -> Word:
        return plain(names, self.language, self.country)

    def attribute(self, key: str) -> Word:
        return attribute_named(self.reference, key, self.language, self.country)

    def value(self, attribute: str, code: str) -> Word:
        return value_named(self.reference, attribute, code, self.language, self.country)

    def fact(self, attribute: str, fact: Fact) -> list[Word]:
        if isinstance(fact, frozenset):
            return [self.value(attribute, code) for code in sorted_languages(fact, self.language)]
        return [self.value(attribute, str(fact) if not isinstance(fact, AgeRange) else age_code(fact))]

    def institution_type(self, institution: Institution) -> Word:
        known = self.reference.institution_types.get(institution.type)
        return self.plain(known.names) if known else Word("")


@lru_cache(maxsize=2048)
def attribute_named(reference: Reference, key: str, language: str, country: str) -> Word:
    """What an attribute is called."""
    known = reference.attributes.get(key)
    return plain(known.names, language, country) if known else Word(key)


@lru_cache(maxsize=8192)
def value_named(reference: Reference, attribute: str, code: str, language: str, country: str) -> Word:
    """What a value of an attribute is called; ages are told in years where they are neither child nor adult."""
    if attribute == "languages":
        return Word(language_name(code, language))
    known = reference.attributes.get(attribute)
    names = known.values.get(AGES.get(code, code)) if known else None
    return plain(names, language, country) if names else Word(code.replace("-", "–"))


def age_code(age: AgeRange) -> str:
    """One year is told as that year, a range as it is."""
    return str(age.start) if age.below == age.start + 1 else str(age)


def sorted_languages(codes: Iterable[str], reader: str) -> list[str]:
    """Codes of languages in the order of their names in the reader's alphabet."""
    order = alphabetical(reader)
    return sorted(codes, key=lambda code: order(language_name(code, reader)))
