"""Mechanism texts to test with: a small country, a town in it, and pieces to put into them."""

COUNTRY = """\
lapotne: 1
layer: country
key: lv
country: lv
sources:
  law: {title: A law, date: 2026-06-01, confidence: verified}
  undated: {title: A page without a day, confidence: verified}
institutions:
  police:
    type: state_police
    names: {lv: Policija, en: Police}
    contacts: [{kind: phone, value: "110"}]
    source: law
    competences:
      receive_report:
        area: country
        place: everywhere
        availabilities:
          - {hours: "24/7", mode: phone, minutes_to_respond: 0, confirmation: {source: law}}
    services:
      protection:
        names: {en: Protection}
        meets: [safety]
        place: everywhere
        availabilities: [{hours: unknown, mode: in_person}]
"""

TOWN = """\
lapotne: 1
layer: municipality
key: lv-valmiera
municipality: LV-113
institutions:
  shelter:
    type: shelter
    names: {lv: Patversme, en: Shelter}
    contacts: [{kind: phone, value: "+371 64000000"}]
    services:
      night:
        names: {en: Night shelter}
        what: {en: A bed for the night}
        meets: [bed]
        area: [LV-113, LV-022]
        eligibility: {sex: [male], age: adult}
        capacity: [{count: 4, sex: [male]}]
        availabilities:
          - key: night
            hours: "Mo-Su 18:00-08:00; PH 18:00-08:00"
            mode: in_person
            minutes_to_respond: 30
            confirmation: {on: 2026-11-01, by: coordinator, due: 2027-11-01}
            closures: [{from: 2026-12-28, to: 2027-01-02, reason: repairs}]
"""

PROTOCOL = """\
protocol:
  steps:
    notify: {within: {minutes: 30, proposed: true}, acts: ["competence:receive_report"]}
    recognise: {absent: done by the neighbour}
"""
"""A town's changes to its country's steps, to be put behind a document."""


def changed(text: str, before: str, after: str) -> str:
    """The text with one piece replaced, which must be there."""
    assert before in text, f"{before!r} isn't in the text"
    return text.replace(before, after, 1)
