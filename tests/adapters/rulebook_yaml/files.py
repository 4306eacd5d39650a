"""A small, right folder of rulebooks as texts, to be changed in one place."""

from pathlib import Path

FILES = {
    "facts.yaml": """\
facts:
  applied:
    kind: yes_no
    names: {lv: Iesniegums, en: Application}
    question: {lv: "Vai ir iesniegums?", en: "Is there an application?"}
    why: {lv: Bez tā nevar., en: Nothing goes without.}
    says: {lv: ir iesniegums, en: there is an application}
    says_not: {lv: nav iesnieguma, en: there is no application}
  status:
    kind: one_of
    names: {lv: Statuss, en: Status}
    question: {lv: "Kāds statuss?", en: "Which status?"}
    why: {lv: No tā atkarīgs., en: It depends on it.}
    values:
      victim:
        names: {lv: cietušais, en: victim}
        says: {lv: ir cietušais, en: is a victim}
        says_not: {lv: nav cietušais, en: isn't a victim}
      witness:
        names: {lv: liecinieks, en: witness}
        says: {lv: ir liecinieks, en: is a witness}
        says_not: {lv: nav liecinieks, en: isn't a witness}
  age:
    kind: age
    fixed: true
    names: {lv: Vecums, en: Age}
    question: {lv: "Cik gadu?", en: "How old?"}
    why: {lv: Bērnam citādi., en: A child is different.}
    values:
      child:
        names: {lv: bērns, en: a child}
        says: {lv: ir bērns, en: is a child}
        says_not: {lv: nav bērns, en: isn't a child}
        ages: {below: 18}
  began:
    kind: date
    names: {lv: Sākums, en: Beginning}
    question: {lv: "Kad sākās?", en: "When did it begin?"}
    why: {lv: No tā skaita., en: It counts from there.}
    says: {lv: ir sācies, en: it has begun}
    says_not: {lv: nav sācies, en: it hasn't begun}
impossible:
  - when: {all: [{fact: applied, equals: false}, {fact: status, equals: victim}]}
    says: {lv: Tā nevar būt., en: That can't be.}
""",
    "topics.yaml": """\
topics:
  length: {names: {lv: Ilgums, en: Length}}
kinds:
  assistance: {names: {lv: Palīdzība, en: Assistance}}
""",
    "sources.yml": """\
sources:
  archive-2017-02: {title: News of February 2017, date: 2017-02, confidence: archive}
""",
    "xa/rulebook.yaml": """\
lapotne: 1
country: xa
names: {lv: Izdomāta, en: Invented}
open_questions:
  papers: {question: {lv: "Kādi dokumenti?", en: "Which papers?"}}
differences:
  length:
    names: {lv: Ilgums, en: Length}
    statements:
      - {says: {lv: Īsi., en: Short.}, source: archive-2017-02}
      - {says: {lv: Ilgi., en: Long.}, source: act}
    resolution: {lv: Abi., en: Both.}
""",
    "xa/sources.yml": """\
sources:
  act: {title: An act, date: 2019-07-16, confidence: invented}
""",
    "xa/parameters/length.yaml": """\
topic: length
names: {lv: Ilgums, en: Length}
unit: day
values:
  - {value: 30, stated_on: 2017-02, source: archive-2017-02}
  - {value: 45, in_force: 2024-07-01, source: act, article: "12"}
  - {open_question: papers, in_force: 2025-01-01, source: act}
last_checked: {date: 2026-11-01, confidence: verified}
""",
    "xa/parameters/hotline.yaml": """\
topic: length
names: {lv: Tālrunis, en: Hotline}
values:
  - value: [{names: {lv: Dienests, en: Desk}, phone: "112"}]
    stated_on: 2017-02
    source: archive-2017-02
""",
    "xa/entitlements/help.yaml": """\
kind: assistance
names: {lv: Palīdzība, en: Help}
what: {lv: Palīdzība., en: Help.}
gives: [length]
decides: hotline
ask_anyway: hotline
clock: {amount: length, starts: began}
then: [after]
versions:
  - stated_on: 2017-02
    source: archive-2017-02
    when:
      all:
        - {fact: applied, equals: true}
        - any:
            - {fact: status, one_of: [victim, witness]}
            - {open_question: papers}
        - not: {fact: age, equals: child}
last_checked: {date: 2026-11-01, confidence: verified}
""",
    "xa/entitlements/after.yaml": """\
kind: assistance
names: {lv: Pēc tam, en: After}
what: {lv: Pēc tam., en: After.}
gives: [length]
decides: hotline
ask_anyway: hotline
clock: {amount: length, starts: began}
versions:
  - adopted_on: 2016-01-01
    stated_on: 2017
    source: act
    when: {any: [{fact: began, within_last: length}, {fact: began, before: 2015-06-01}]}
""",
    "xa/tests/help.yaml": """\
situations:
  - name: Somebody who applied as a victim gets thirty days
    date: 2017-02-01
    facts: {applied: true, status: victim, age: 30}
    expect: {help: {verdict: "yes", days: 30}}
""",
}


def written(folder: Path, name: str = "", old: str = "", new: str = "") -> Path:
    """The folder on disk, with one place of one file changed."""
    texts = dict(FILES)
    if name:
        assert old in texts[name], f"{old!r} isn't in {name}"
        texts[name] = texts[name].replace(old, new, 1)
    for file, text in texts.items():
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        (folder / file).write_text(text, "utf-8")
    return folder
