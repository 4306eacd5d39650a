"""Words that would tell somebody who looks into a history what was read: how they begin, in each language."""

import re
from collections.abc import Iterable

# An English title stands on Scandinavian pages until it is translated, and "offer" means a victim there.
BEGINNINGS = {
    "en": "traffick victim exploit slave forced prostitut sexual rape abus violen shelter crisis refuge",
    "lv": "cilvēktirdz tirdzniec upur cietuš ekspluat verdz verg piespie prostitū seksuāl vardarb patvers krīz",
    "et": "inimkaub ohvr ohver ekspluat orjus sunni prostitu seksuaal vägival varjupai kriisi ärakasut",
    "lt": "prekyb aukos aukų aukoms auka nukentėj išnaudoj vergov priverst prostituc seksual smurt prieglaud kriz",
    "fi": "ihmiskaup uhri hyväksikäyt orju pakko prostit seksuaal väkival turvakot turvakod kriisi",
    "sv": "människohand trafficking (?<!job.)offer utnyttj slav tvång prostit sexuell våld skyddat kriscent",
    "nb": "menneskehand trafficking (?<!job.)offer ofre utnytt slave tvang prostit seksuell vold krisesent",
    "da": "menneskehand trafficking (?<!job.)offer ofre udnytt slave tvang prostit seksuel vold krisecent",
    "pl": "handel handlu ofiar wyzysk niewol przymus prostyt seksual przemoc schronisk kryzys",
    "de": "menschenhand opfer ausbeut sklav zwang prostit sexuell gewalt frauenhaus krise",
    "ru": "торговл жертв эксплуат рабств принуд проститу сексуал насил приют кризис",
    "uk": "торгівл жертв експлуат рабств примус проститу сексуал насил притул криз",
}


def beginning(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(words)})", re.IGNORECASE)


IN = {language: beginning(words.split()) for language, words in BEGINNINGS.items()}
IN_ANY = beginning(word for words in BEGINNINGS.values() for word in words.split())


def told_by(text: str, language: str) -> list[str]:
    """What a text gives away to a reader of its language, or of English."""
    return [found.group() for one in {language, "en"} for found in IN[one].finditer(text)]


def told_by_name(name: str) -> list[str]:
    """What an address or the name of a file gives away to a reader of any language."""
    return [found.group() for found in IN_ANY.finditer(re.sub(r"[-_/.]", " ", name))]
