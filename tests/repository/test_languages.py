"""A complete language lacks nothing, nor does the law in any; placeholders and plural forms agree in every language."""

import re
from collections.abc import Iterator
from functools import cache

import pytest
from babel.messages.catalog import Catalog, Message
from ruamel.yaml import YAML

from lapotne.config.languages import COMPLETE, LANGUAGES
from tools import libraries, messages

PLACEHOLDER = re.compile(r"%\([a-z_]+\)[sd]|\{[a-z_]*(?:![rs])?(?::[^{}]*)?\}")


@pytest.fixture(scope="module", autouse=True)
def each_catalogue_read_once():
    """Most tests ask one catalogue, and none changes it."""
    known = cache(messages.read)

    def read(language, domain=messages.DOMAIN, folder=messages.LOCALE):
        return known(language, domain, folder)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(messages, "read", read)
        yield


@pytest.fixture(scope="module")
def template():
    return messages.extract()


@pytest.fixture(scope="module")
def law():
    return messages.extract_law()


@pytest.fixture(scope="module")
def mechanisms():
    return messages.extract_mechanisms()


@pytest.mark.parametrize("language", COMPLETE)
def test_a_complete_language_lacks_no_text(language, template):
    assert messages.lacking(language, template) == [], "run ./dev messages and translate what is new"


def test_what_only_staff_read_is_needed_in_latvian_and_english_alone():
    found = Catalog(project="lapotne")
    found.add("Take the role away", None, [("templates/accounts/people.html", 1)])
    found.add("A bed", None, [("templates/accounts/people.html", 1), ("templates/website/home.html", 1)])
    needed = {language: [one.id for one in messages.needed(language, found)] for language in ("lv", "pl")}
    assert needed == {"lv": ["Take the role away", "A bed"], "pl": ["A bed"]}


def test_what_is_taken_for_staffs_stands_where_code_does():
    files = [str(file.relative_to(messages.SOURCE)) for file in messages.SOURCE.rglob("*.*")]
    named = (*messages.STAFF_ONLY, *messages.PUBLIC_TOO)
    assert [place for place in named if not any(file.startswith(place) for file in files)] == []


@pytest.mark.parametrize("language", [code for code, _ in LANGUAGES])
def test_the_law_lacks_no_text(language, law):
    assert messages.lacking(language, law, messages.LAW) == []


@pytest.mark.parametrize("language", [code for code, _ in LANGUAGES])
def test_the_shipped_mechanisms_lack_no_text(language, mechanisms):
    assert messages.lacking(language, mechanisms, messages.MECHANISMS) == []


def test_every_text_of_the_shared_data_has_the_two_languages_that_it_is_collected_by():
    texts = list(halves([YAML(typ="safe").load(file) for file in messages.REFERENCE.glob("*.yaml")]))
    for folder in messages.SHIPPED:
        texts += halves([YAML(typ="safe").load(file) for file in folder.glob("*.yaml")])
    assert texts == []


def halves(value: object) -> Iterator[dict]:
    """Texts by language that `./dev messages` would pass over."""
    if isinstance(value, dict) and isinstance(value.get("en", value.get("lv")), str):
        yield from () if {"en", "lv"} <= set(value) else [value]
    elif isinstance(value, dict | list):
        for below in value.values() if isinstance(value, dict) else value:
            yield from halves(below)


def test_a_text_in_one_language_would_be_seen():
    assert list(halves({"names": [{"en": "A bed"}, {"en": "A door", "lv": "Durvis"}]})) == [{"en": "A bed"}]


def test_of_a_mechanism_what_everybody_reads_is_collected_but_no_name_of_an_institution():
    said = {"lv": "Tulks", "en": "Interpreter"}
    remark = {"lv": "bez maksas", "en": "free"}
    body = {"names": {"lv": "Tilts", "en": "Tilts Ltd"}, "contacts": [{"value": "1", "note": remark}],
            "services": {"phone": {"names": said, "note": {"lv": "jautāt", "en": "to be asked"}}}}  # fmt: skip
    assert list(messages.public_texts({"institutions": {"tilts": body}})) == [said, remark]


@pytest.mark.parametrize("language", [code for code, _ in LANGUAGES])
def test_the_editor_lacks_no_text(language):
    assert messages.lacking_of_libraries(language) == [], "run ./dev messages and translate what is new"


CATALOGUES = [(messages.DOMAIN, messages.LOCALE), (messages.LAW, messages.LOCALE),
              (messages.MECHANISMS, messages.LOCALE),
              *((domain, messages.LIBRARIES) for domain in libraries.DOMAINS)]  # fmt: skip


@pytest.mark.parametrize("language", [code for code, _ in LANGUAGES])
@pytest.mark.parametrize(("domain", "folder"), CATALOGUES)
def test_placeholders_agree(language, domain, folder):
    for message in messages.read(language, domain, folder):
        if message.id and messages.translated(message.string):
            sources = [message.id] if isinstance(message.id, str) else message.id
            strings = [message.string] if isinstance(message.string, str) else message.string
            allowed = {frozenset(PLACEHOLDER.findall(source)) for source in sources}
            for string in strings:
                assert frozenset(PLACEHOLDER.findall(string)) in allowed, string


@pytest.mark.parametrize("language", [code for code, _ in LANGUAGES])
@pytest.mark.parametrize(("domain", "folder"), CATALOGUES)
def test_each_counted_text_has_as_many_forms_as_its_language(language, domain, folder):
    assert wrong_forms(messages.read(language, domain, folder)) == []


def wrong_forms(catalogue: Catalog) -> list[str]:
    counted = [message for message in catalogue if message.id and message.pluralizable]
    return [one.id[0] for one in counted if any(one.string) and len(one.string) != catalogue.num_plurals]


def test_a_form_too_few_would_be_seen():
    catalogue = Catalog(locale="pl")
    catalogue.add(("{n} leaf", "{n} leaves"), ("{n} liść", "{n} liście"))
    assert wrong_forms(catalogue) == ["{n} leaf"]


OTHER_ADDRESS = {
    "lv": r"tu|tev|tevi|tevis|tav\w+|zini|nezini|saproti|nesaproti|drīksti|nopelni|uzticies|prasi|brauksi|zvanīsi|esi",
    "et": r"sa|sina|sind|sinu|sul|sulle|sult",
    "lt": r"tu|tau|tave|tavo|tavęs",
    "fi": r"te|teidän|teille|teiltä|teitä|teillä",
    "sv": r"ni|er|ert|era",
    "nb": r"dere",
    "da": r"jer|jeres",
    "pl": r"pan|pani|panu|panią|państwa|państwu",
    "de": r"du|dir|dich|dein\w*",
    "ru": r"ты|тебя|тебе|тобой|тво\w+",
    "uk": r"ти|тебе|тобі|тобою|тво\w+",
}
"""How the job-offer check doesn't speak to its reader: either to one whom it knows or to one whom it doesn't."""


@pytest.mark.parametrize("language", OTHER_ADDRESS)
def test_the_job_offer_check_speaks_to_its_reader_in_one_way(language, template):
    other = re.compile(rf"(?<!\w)(?:{OTHER_ADDRESS[language]})(?!\w)", re.IGNORECASE)
    catalogue = messages.read(language)
    said = ["".join(catalogue.get(one.id, one.context).string) for one in template if one.id and is_of_offers(one)]
    assert len(said) > 100
    assert [text for text in said if other.search(text)] == []
    own = [texts[language] for file, texts in messages.texts_of_data() if "adverts" in file and language in texts]
    assert [text for text in own if other.search(text)] == []


def is_of_offers(message: Message) -> bool:
    places = ("reference/adverts/", "website/offer", "/offer_")
    return any(place in file for file, _line in message.locations for place in places)


@pytest.mark.parametrize("language", [code for code, _ in LANGUAGES])
def test_every_language_has_its_catalogue(language):
    assert messages.path(language).exists()


SAID_BETTER = frozenset({"Edit", "File", "Loading", "Show", "Sign in", "Sign in with a passkey"})
"""What the libraries mean too; in Latvian our word is the better one and also stands in the editor."""


def test_our_words_take_no_place_of_the_editors():
    """Django looks into our catalogue first: a word that means another thing to us needs a context of its own."""
    ours = {libraries.key(one): one.string for one in messages.read("lv") if one.id}
    theirs = libraries_own("lv")
    assert len(ours.keys() & theirs.keys()) > 20
    other = {one[1] for one in ours.keys() & theirs.keys() if {ours[one]} != set(theirs[one])}
    assert other == SAID_BETTER


def libraries_own(language: str) -> dict[tuple[str | None, str], list[object]]:
    """What the editor would say without us: our mending of the libraries, else each of them."""
    found: dict[tuple[str | None, str], list[object]] = {}
    for package in libraries.FROM:
        for one in (said for domain in libraries.DOMAINS for said in libraries.texts(package, language, domain)):
            if libraries.is_said(one, language):
                found.setdefault(libraries.key(one), []).append(one.string)
    mended = (one for domain in libraries.DOMAINS for one in messages.read(language, domain, messages.LIBRARIES))
    return found | {libraries.key(one): [one.string] for one in mended if one.id}
