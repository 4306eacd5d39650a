"""What a country's law gives a person on a day: `lapotne law lv --on 2017-02-01 --facts facts.yaml`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer
from django.conf import settings
from django.utils import timezone
from rich.console import Console
from rich.markup import escape
from rich.padding import Padding

from lapotne.adapters.law_json import facts_schema, law_document
from lapotne.adapters.rulebook_yaml import read_law, read_person
from lapotne.cli.law_words import LANGUAGES, Labels, labels
from lapotne.cli.sources import data_root, day_from, fail, tell
from lapotne.domain.entitlements.facts import ContradictionError, Facts
from lapotne.domain.entitlements.phrases import text
from lapotne.domain.entitlements.rulebook import Rulebooks

RulesOption = Annotated[Path | None, typer.Option("--rules", help="Folder of rulebooks; else that of this checkout.")]

COLOURS = {"yes": "green", "no": "red", "unknown": "yellow"}


def law(
    country: Annotated[str | None, typer.Argument(help="Two letters, as lv.")] = None,
    on: Annotated[str | None, typer.Option("--on", help="The day asked about, as 2017-02-01; else today.")] = None,
    facts: Annotated[Path | None, typer.Option(help="YAML or JSON file of facts; left out: nothing is known.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    schema: Annotated[bool, typer.Option("--facts-schema", help="Print the JSON Schema of facts, and stop.")] = False,
    language: Annotated[str, typer.Option(help="Language of the answer: en or lv.")] = "en",
    rules: RulesOption = None,
) -> None:
    """Say yes, no or unknown for every entitlement, with reasons, sources and what to ask next."""
    if language not in LANGUAGES:
        fail(f"{language!r} isn't a language of answers here. There are: {', '.join(LANGUAGES)}.")
    country = (country or "").lower()
    rulebooks = rulebooks_of(rules, country)
    if schema:
        print(json.dumps(facts_schema(rulebooks.facts, language), ensure_ascii=False, indent=2))
        return
    book = rulebooks.by_country.get(country)
    if book is None and not country:
        fail(f"Name a country, as `lapotne law lv`. There are: {', '.join(rulebooks.by_country)}.")
    if book is None:
        fail(f"No rulebook has the country {country!r}. There are: {', '.join(rulebooks.by_country)}.")
    day = day_from(on, timezone.localdate())
    try:
        document = law_document(book, _facts(facts, rulebooks), day, language)
    except ContradictionError as error:
        fail(_told(error, language))
    print(json.dumps(document, ensure_ascii=False, indent=1)) if as_json else _show(document, day)


def rulebooks_of(folder: Path | None, country: str | None = None) -> Rulebooks:
    """The rulebooks of a folder; ends the command where all of them, or the country asked for, have errors."""
    found = read_law(folder or data_root() / "rules", cache_in=Path(settings.VAR) / "rulebooks")
    if found.rulebooks is None or country in found.left_out:
        tell(found.problems)
        raise typer.Exit(1)
    return found.rulebooks


def _told(error: ContradictionError, language: str) -> str:
    said, told = labels(language), " ".join(text(words, language) for words in error.said)
    return f"{said.contradiction} {told} {said.see}: {', '.join(error.facts)}."


def _facts(file: Path | None, rulebooks: Rulebooks) -> Facts:
    if file is None:
        return {}
    found = read_person(file, rulebooks.facts)
    if isinstance(found, list):
        tell(found)
        raise typer.Exit(1)
    return found


def _show(document: dict[str, Any], day: date) -> None:
    console, said = Console(highlight=False), labels(document["language"])
    history = f" ({said.history})" if document["history"] else ""
    console.print(f"[bold]{escape(document['name'])}[/bold], {day}{history}")
    if document["note"]:
        console.print(escape(document["note"]))
    for verdict in document["verdicts"]:
        answer = f"[{COLOURS[verdict['verdict']]}]{said.answers[verdict['verdict']]}[/]"
        console.print(f"\n{answer}  [bold]{escape(verdict['name'])}[/bold]")
        for line in _lines(verdict, said):
            console.print(Padding(escape(line), (0, 0, 0, 4)))
    console.print(f"\n{said.sources}")
    for key, source in document["sources"].items():
        parts = [source["title"], source["publisher"], source["date"], source["address"]]
        console.print(Padding(escape(f"{key}: {', '.join(part for part in parts if part)}"), (0, 0, 0, 2)))


def _lines(verdict: dict[str, Any], said: Labels) -> Iterator[str]:
    yield verdict["what"]
    yield from _clock(verdict["clock"], said) if verdict["clock"] else ()
    yield from (f"{said.because}: {reason['says']}" for reason in verdict["reasons"])
    for given in verdict["gives"]:
        yield from _once(given["name"], given["values"], said.open_question)
    yield from _rules(verdict["rules"], said)
    first = verdict["first_stated"]
    yield from _once(said.first_stated, [first | {"value": first["rule"]}], said.open_question) if first else ()
    yield from (f"{said.open_question}: {question['question']}" for question in verdict["open_questions"])
    yield from (f"{said.ask} ({ask['fact']}): {ask['question']}" for ask in verdict["ask"])
    yield from (f"{said.make_sure} ({ask['fact']}): {ask['question']}" for ask in verdict["make_sure"])
    if verdict["opens"]:
        yield f"{said.opens}: {verdict['opens']}"
    yield from (f"{said.barred}: {fact['says']}" for fact in verdict["barred_by"])
    if verdict["verdict"] != "yes":
        yield from _once(said.decides, verdict["decides"], said.open_question, is_dated=False)
        yield from _once(said.ask_anyway, verdict["ask_anyway"] or [], said.open_question, is_dated=False)


def _clock(clock: dict[str, Any], said: Labels) -> Iterator[str]:
    last = f"{said.last_day} {', '.join(clock['last_days'])}" if clock["last_days"] else said.no_end
    spans = [(said.used, clock["used"]), (said.left, clock["left"])]
    days = [f"{label} {_between(**span)}" for label, span in spans if span]
    state = said.clock_states[clock["state"]]
    yield f"{said.clock} {clock['runs_from']}: {'; '.join([state, *clock['lasts'], *days, last])}"
    reminders = dict.fromkeys(one["day"] for one in clock["reminders"])
    yield from [f"{said.remind}: {', '.join(reminders)}"] if reminders else ()
    yield from (f"{said.open_question}: {question['question']}" for question in clock["open_questions"])


def _between(least: int, most: int) -> str:
    return str(least) if least == most else f"{least}–{most}"


def _rules(rules: list[dict[str, Any]], said: Labels) -> Iterator[str]:
    """Each sentence once, surely where one of its rules surely stands."""
    sure = {rule["rule"] for rule in rules if rule["sure"]}
    for is_sure, label in ((True, said.rule), (False, said.perhaps)):
        told = [rule | {"value": rule["rule"]} for rule in rules if (rule["rule"] in sure) is is_sure]
        yield from _once(label, told, said.open_question)


def _once(label: str, statements: list[dict[str, Any]], question: str, *, is_dated: bool = True) -> Iterator[str]:
    """What several statements say the same as one line with the days of all, then their notes; `question` marks one."""
    together: dict[str, list[dict[str, Any]]] = {}
    for one in statements:
        together.setdefault(_said(one["value"], question), []).append(one)
    for told, same in together.items():
        days = "; ".join(dict.fromkeys(one["since"] for one in same if one["since"])) if is_dated else ""
        yield f"{label}: {told} ({days})" if days else f"{label}: {told}"
        yield from dict.fromkeys(f"  {one['note']}" for one in same if one["note"])


def _said(value: Any, question: str) -> str:
    if isinstance(value, list):
        return "; ".join(_said(item, question) for item in value)
    if isinstance(value, dict) and "open_question" in value:
        return f"{question}: {value['says']}"
    if isinstance(value, dict):
        return str(value.get("says") or " ".join(str(part) for part in value.values()))
    return str(value)
