"""Thousands and small numbers in words, in the twelve languages and their chats: 5k, 3 tys., five thousand, 15 lax."""

from __future__ import annotations

from lapotne.domain.adverts.reading import compared, without_accents


def _spellings(words: str) -> frozenset[str]:
    """Each word as it is compared, with its accents and without."""
    return frozenset(form for word in words.split() for form in (compared(word), without_accents(compared(word))))


CROWNS = frozenset(("kr", "krs", "kroner", "kronor", "krone", "kronen", "крон", "крони", "кроны", "tkr"))
"""Names of money that several countries have; the language's own is meant."""

THOUSANDS = _spellings(
    "k к tys tysięcy tysiące tysiąc tysi tysiaki tysiaków tūkst tūkstoši tūkstošus tūkstošiem tūkstošu tūkstančių"
    " tūkstančiai tūkstančius štukas štukų тис тисяч тисячі тисячу тищ штук тыс тысяч тысячи тысячу тыщ косарей косаря"
    " кусков tuh tuhat tuhatta tuhande tuhandet tsd tausend mille thousand grand tusen tusind tusinde tkr lax papp"
)
"""Words that make thousands of the number before them."""

NUMERALS = {
    form: float(value)
    for value, words in {
        2: "two dwa два дві zwei to två divi divus du kaks kaksi",
        3: "three trzy три drei tre trīs tris tris kolm kolme",
        4: "four cztery четыре чотири vier fire fyra četri četrus keturi keturis neli neljä",
        5: "five pięć пять п'ять fünf fem pieci piecus penki penkis penkių viis viisi",
        6: "six sześć шесть шість sechs seks sex seši sešus šeši šešis kuus kuusi",
        7: "seven siedem семь сім sieben sju syv septiņi septiņus septyni septynis seitse seitsemän",
        8: "eight osiem восемь вісім acht åtta åtte otte astoņi astoņus aštuoni aštuonis kaheksa kahdeksan",
        10: "ten dziesięć десять zehn tio ti desmit dešimt kümme kymmenen",
    }.items()
    for form in _spellings(words)
}
"""Numbers in words; they count before a word for thousands alone."""
