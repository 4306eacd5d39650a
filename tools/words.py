"""Works out all inflected forms of the words in `reference/adverts/words`, from simplemma's dictionaries.

A dictionary takes up to four seconds and 378 MB, so each language has a process of its own.
"""

import subprocess
import sys

from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

from lapotne.adapters.adverts_yaml.forms import forms_of, words_of, written_forms
from lapotne.adapters.adverts_yaml.shape import words_file
from lapotne.adapters.checked_text import check_with, read_checked
from tools.paths import ROOT

ADVERTS = ROOT / "reference" / "adverts"
ONE = "--one"


def main(arguments: list[str]) -> int:
    if arguments[:1] == [ONE]:
        return write(arguments[1])
    languages = arguments or sorted(file.stem for file in (ADVERTS / "words").glob("*.yaml"))
    command = [sys.executable, "-m", "tools.words", ONE]
    return max((subprocess.run([*command, language], check=False).returncode for language in languages), default=0)


def write(language: str) -> int:
    (ADVERTS / "forms" / f"{language}.txt").write_text(made(language), encoding="utf-8")
    return 0


def made(language: str) -> str:
    """The text of a language's file of forms, as it should stand."""
    file = ADVERTS / "words" / f"{language}.yaml"
    checked = read_checked(file, str(file), check_with(words_file()))
    if checked.problems:
        raise SystemExit("\n".join(map(str, checked.problems)))
    raw = checked.raw
    dictionary = DefaultDictionaryFactory(cache_max_size=1).get_dictionary(language)
    forms = forms_of(words_of(raw), dictionary, common=raw["common"], denying=raw.get("denying") or "")
    return written_forms(language, forms)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
